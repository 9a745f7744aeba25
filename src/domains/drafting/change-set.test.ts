import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning, reading, type Writer, writing } from '../../platform/db/database'
import type { ActionChange, ChangeSet } from './change-set'
import { applyChanges } from './change-set.store'
import { newestOf } from './chapter'
import { actionVersions, addRemark, newestActions, putInForce, readChapter } from './chapter.store'
import { beginDraft, findDraft } from './draft.store'

const action: ActionChange = {
  action: null,
  chapter: '',
  seen: 0,
  seq: 1,
  project: null,
  track: 'actie',
  title: 'Winkeldiefstal aanpakken',
  lead: 'RIEC-MN',
  leadPost: null,
  participants: ['OM-MN', 'POL-MN'],
  areas: ['MNL'],
  due: null,
  aim: 'doel',
  indicators: ['csv_integral_target'],
  targetValue: 3,
  targetUnit: "csv's",
  targetBy: '2027',
  targetText: null,
  targetEvidence: null,
  promise: null,
  isRemoved: false,
}
const newChapter = (short: string) => ({
  chapter: null,
  short,
  seen: 0,
  seq: 1,
  title: 'Ondermijning',
  kind: 'programma',
  priority: 'P23-GOC',
  lead: 'RIEC-MN',
  isRemoved: false,
})

describe('a set of changes', () => {
  let region: Opened
  const secrets = new Map<string, string>()
  let draft = ''
  let chapter = ''
  beforeAll(async () => {
    region = await openRegion({ clock: () => new Date('2026-11-26T09:00:00Z') })
    for (const person of ['programmamanager', 'hoofd-riec', 'oov-renswoude']) {
      const { cookie } = await signInAs(region, person)
      secrets.set(person, cookie.split('=')[1] ?? '')
    }
  })
  afterAll(() => region.close())
  const as = <T>(person: string, work: (tx: Writer) => Promise<T>) =>
    writing(region.db, { sessionId: secrets.get(person) ?? null }, work)
  const sent = (formKey: string = randomUUID()) => ({ formKey, requestId: 'test' })
  const apply = (person: string, set: ChangeSet, key?: string) =>
    as(person, (tx) => applyChanges(tx, draft, set, sent(key)))

  test('belongs to a draft that a bureau began, once', async () => {
    const begin = (person: string, key: string) =>
      as(person, (tx) =>
        beginDraft(
          tx,
          {
            kind: 'actieagenda',
            title: 'Actieagenda 2027',
            from: 2027,
            to: 2027,
            strategy: 'S2023',
            owner: 'RVS',
            beganFrom: null,
          },
          sent(key),
        ),
      )
    expect(await begin('hoofd-riec', 'sleutel-1')).toBeNull()
    draft = (await begin('programmamanager', 'sleutel-1')) ?? ''
    expect(draft).toBe('AA2027')
    expect(await begin('programmamanager', 'sleutel-1')).toBe('AA2027')
    expect(await begin('programmamanager', 'sleutel-2')).toBe('AA2027-2')
    expect(await as('oov-renswoude', (tx) => findDraft(tx, draft))).toMatchObject({
      title: 'Actieagenda 2027',
      isInForce: false,
    })
    expect(await reading(region.db, { sessionId: null }, (tx) => findDraft(tx, draft))).toBeNull()
  })

  test('gives chapters and actions codes that nothing has', async () => {
    const made = await apply('programmamanager', { chapters: [newChapter('GOC')] })
    expect(made).toMatchObject({ is: 'bewaard', chapters: ['A27-GOC'] })
    chapter = 'A27-GOC'
    const actions = [1, 2, 3].map((seq) => ({ ...action, chapter, seq }))
    expect(await apply('programmamanager', { actions }, 'sleutel-drie')).toMatchObject({
      actions: ['A27-001', 'A27-002', 'A27-003'],
    })
    expect(await apply('programmamanager', { actions }, 'sleutel-drie')).toMatchObject({
      actions: ['A27-001', 'A27-002', 'A27-003'],
    })
    expect(await as('programmamanager', (tx) => newestActions(tx, { draft }))).toHaveLength(3)
  })

  test('is kept as a whole or not at all, and never over a version that was not seen', async () => {
    const change = { ...action, chapter, action: 'A27-001', seen: 1 }
    expect(await apply('programmamanager', { actions: [change] })).toMatchObject({ is: 'bewaard', actions: [] })
    expect(await apply('programmamanager', { actions: [{ ...change, title: 'Anders' }] })).toMatchObject({
      actions: ['A27-001'],
    })
    expect(
      await apply('hoofd-riec', {
        actions: [
          { ...change, action: 'A27-002', title: 'Ook', seq: 2 },
          { ...change, title: 'Weer anders' },
        ],
      }),
    ).toEqual({ is: 'botst', clashes: [{ what: 'actions', at: 1, code: 'A27-001', version: 2 }] })
    expect(await as('programmamanager', (tx) => actionVersions(tx, { of: 'A27-002' }))).toHaveLength(1)
  })

  test('names what does not exist', async () => {
    expect(
      await apply('programmamanager', { actions: [{ ...action, chapter, lead: 'NIEMAND', areas: ['NERGENS'] }] }),
    ).toEqual({
      is: 'onbekend',
      codes: ['NERGENS', 'NIEMAND'],
    })
  })

  test('holds for who carries an action only its words, and for others nothing', async () => {
    const change = { ...action, chapter, action: 'A27-001', seen: 2, title: 'Van ons' }
    expect(await apply('oov-renswoude', { actions: [change] })).toEqual({ is: 'geen-recht' })
    expect(await apply('hoofd-riec', { actions: [{ ...change, lead: 'POL-MN' }] })).toEqual({ is: 'geen-recht' })
    expect(await apply('hoofd-riec', { actions: [{ ...change, isRemoved: true }] })).toEqual({ is: 'geen-recht' })
    expect(await apply('hoofd-riec', { actions: [{ ...action, chapter }] })).toEqual({ is: 'geen-recht' })
    expect(await apply('hoofd-riec', { actions: [change] })).toMatchObject({ is: 'bewaard', actions: ['A27-001'] })
    expect(
      await as('oov-renswoude', (tx) =>
        addRemark(tx, { chapter, action: 'A27-001', text: 'Ook in Renswoude?' }, sent()),
      ),
    ).toBe(true)
  })

  test('takes hundreds of actions in one go', async () => {
    const actions = Array.from({ length: 600 }, (_, at) => ({ ...action, chapter, seq: at + 10, title: `Actie ${at}` }))
    expect(await apply('programmamanager', { actions })).toMatchObject({ is: 'bewaard' })
  })

  test('stands among the plans when its chapter is put in force', async () => {
    const whole = await as('programmamanager', (tx) => readChapter(tx, draft, chapter))
    const newest = whole ? newestOf(whole) : 0
    expect(await as('hoofd-riec', (tx) => putInForce(tx, chapter, newest, 'x'))).toBeNull()
    expect(await as('programmamanager', (tx) => putInForce(tx, chapter, newest - 1, 'x'))).toBe('botst')
    expect(await as('programmamanager', (tx) => putInForce(tx, chapter, newest, 'x'))).toBe('gedaan')
    const { rows } = await owning(region.db, (tx) =>
      sql`select a.title, a.due, a.target_value, (select count(*) from strategy.action_participants p where p.action = a.code) as n,
        (select made_here from strategy.plans where code = a.plan) as made from strategy.actions a where a.code = 'A27-001'`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([{ title: 'Van ons', due: '2027', target_value: 3, n: 2, made: true }])
  })
})
