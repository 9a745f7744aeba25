import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addRelease } from '../../../test/environment/releases'
import { owning } from '../../platform/db/database'
import { stepFor } from './question'
import { answerQuestions } from './question.verbs'
import { wordMailFrom } from './question-mail.parts'

describe('what is done with an answer', () => {
  const last = { answer: ['geen'], release: 1, wasExample: false }
  const now = { answer: ['meer'], release: 2, isExample: false, knows: () => 'known' as const }
  test.each([
    ['that changed is mailed', last, now, 'mail'],
    ['of the same release is done already', last, { ...now, release: 1 }, 'nothing'],
    ['that stayed the same is noted', last, { ...now, answer: ['geen'] }, 'note'],
    ['that became unknown is noted', last, { ...now, answer: ['onbekend'] }, 'note'],
    ['for the first time is noted', { ...last, answer: null, release: null }, now, 'note'],
    ['of example figures is noted', { ...last, wasExample: true }, { ...now, isExample: true }, 'note'],
    ['of the first real figures after example figures is noted', { ...last, wasExample: true }, now, 'note'],
    ['of which the release is gone is noted', { ...last, release: null }, now, 'note'],
  ] as const)('%s', (_, before, after, step) => expect(stepFor(before, after).step).toBe(step))
  test('that became unknown leaves what was kept', () =>
    expect(stepFor(last, { ...now, answer: ['onbekend'] }).kept).toEqual(['geen']))

  const areas = { ...last, answer: ['GM1 meer', 'GM2 minder', 'GM3 meer'] }
  const knows = (statement: string) =>
    statement.startsWith('GM2')
      ? ('unknown' as const)
      : statement.startsWith('GM3')
        ? ('gone' as const)
        : ('known' as const)
  test('of many areas changes by those that joined and left, not by what is unknown or gone', () => {
    expect(stepFor(areas, { ...now, answer: ['GM4 minder'], knows })).toEqual({
      step: 'mail',
      joined: ['GM4 minder'],
      left: ['GM1 meer'],
      kept: ['GM2 minder', 'GM4 minder'],
    })
    expect(stepFor(areas, { ...now, answer: ['GM1 meer'], knows })).toEqual({
      step: 'note',
      joined: [],
      left: [],
      kept: ['GM1 meer', 'GM2 minder'],
    })
  })
  test('of no area at all is an answer too', () =>
    expect(stepFor({ ...last, answer: [] }, { ...now, answer: ['GM1 meer'] }).step).toBe('mail'))
})

describe('a question that stays open', () => {
  let region: Opened
  let adviser: { cookie: string }
  beforeAll(async () => {
    region = await openRegion()
    adviser = await signInAs(region, 'oov-renswoude')
    await addRelease(region, {
      modified: '2026-09-15T12:00:00Z',
      state: 'volledig',
      months: 60,
      counts: { GM0327: '{20,10,NULL}', GM0339: '{5,0,NULL}' },
    })
  })
  afterAll(() => region.close())

  const question = { gebied: 'GM0327', soort: '1.1.1' }
  const answer = () => answerQuestions(region.db, wordMailFrom('https://sv.example'), () => false)
  const mails = async () =>
    (
      await owning(region.db, (tx) =>
        sql<{ recipient: string; subject: string; body: string; stops_at: string | null }>`
          select recipient, subject, body, stops_at from mail.outbox where stops_at is not null order by put_at`.execute(
          tx,
        ),
      )
    ).rows
  const idOf = async () =>
    (await owning(region.db, (tx) => sql<{ id: string }>`select id from crime.questions`.execute(tx))).rows[0]?.id ?? ''

  test('is shown with the answer of today before it is kept', async () => {
    const page = await region.text('/open-vragen/nieuw?gebied=GM0327&soort=1.1.1', adviser)
    expect(page).toContain('de 12 maanden ervoor 120: geen aantoonbare verandering.')
  })
  test('can be kept by professionals only, about figures that exist', async () => {
    expect((await region.post('/open-vragen', question)).status).toBe(404)
    expect((await region.get('/open-vragen')).status).toBe(404)
    expect((await region.post('/open-vragen', { ...question, gebied: 'GM9999' }, adviser)).status).toBe(404)
    expect((await region.post('/open-vragen', { ...question, soort: '9.9.9' }, adviser)).status).toBe(404)
    expect((await region.get('/open-vragen/nieuw?gebied=GM0327&soort=9.9.9', adviser)).status).toBe(404)
  })
  test('is kept once, however often it is asked', async () => {
    expect((await region.post('/open-vragen', question, adviser)).status).toBe(303)
    expect((await region.post('/open-vragen', question, adviser)).status).toBe(303)
    const page = await region.text('/open-vragen', adviser)
    expect(page).toContain('U houdt 1 vraag open.')
    expect(page).toContain('geen aantoonbare verandering')
    expect(await answer()).toBe(0)
  })
  test('gives no mail when a release says the same', async () => {
    await addRelease(region, {
      modified: '2026-10-15T12:00:00Z',
      state: 'volledig',
      counts: { GM0327: '{21,11,NULL}' },
    })
    expect(await answer()).toBe(0)
  })
  test('gives one mail when its answer changes, with the reason and a way to stop', async () => {
    await addRelease(region, {
      modified: '2026-11-15T12:00:00Z',
      state: 'volledig',
      months: 12,
      counts: { GM0327: '{40,30,NULL}' },
    })
    expect(await answer()).toBe(1)
    expect(await answer()).toBe(0)
    const [mail] = await mails()
    expect(mail?.subject).toBe('Woninginbraak in GM0327: aantoonbaar meer')
    expect(mail?.body).toContain('Het antwoord was: geen aantoonbare verandering.')
    expect(mail?.body).toContain('registreerde de politie er 360, de 12 maanden ervoor 120: aantoonbaar meer.')
    expect(mail?.stops_at).toBe(`https://sv.example/open-vragen/${await idOf()}/stoppen`)
    expect(mail?.body).toContain(mail?.stops_at)
  })
  test('accounts for each mail, to whoever asked and nobody else', async () => {
    expect(await region.text('/open-vragen', adviser)).toMatch(/360, de 12 maanden ervoor 120/)
    const other = await signInAs(region, 'functioneel-beheerder')
    const page = await region.text('/open-vragen', other)
    expect(page).toContain('U houdt nog geen vraag open.')
    expect(page).not.toContain('360')
  })
  test('is not stopped by looking at the link of a mail, and by one click it is, without signing in', async () => {
    const address = `/open-vragen/${await idOf()}/stoppen`
    expect(await region.text(address)).toContain('Stop deze vraag')
    expect(await region.text(address)).toContain('Stop deze vraag')
    // A mail program posts from nowhere.
    const answered = await region.post(address, { 'List-Unsubscribe': 'One-Click' })
    expect(answered.status).toBe(303)
    expect(await region.text(address)).toContain('Deze vraag is gestopt')
    expect(await region.text('/open-vragen', adviser)).toContain('gestopt op')
    await addRelease(region, {
      modified: '2026-11-20T12:00:00Z',
      state: 'volledig',
      months: 12,
      counts: { GM0327: '{20,1,NULL}' },
    })
    expect(await answer()).toBe(0)
  })
  test.each(['/open-vragen/onzin/stoppen', '/open-vragen/00000000-0000-4000-8000-000000000000/stoppen'])(
    '%s does not exist',
    async (path) => {
      expect((await region.get(path)).status).toBe(404)
      expect((await region.post(path, {})).status).toBe(404)
    },
  )
  test('of somebody whose post has ended gives no mail', async () => {
    const person = await addPerson(region, {
      email: 'weg@leusden.example',
      organisation: 'GM0327',
      until: '2026-11-01',
    })
    await owning(region.db, (tx) =>
      sql`insert into crime.questions (person, view, area, type, answer, release, answered_at)
        select ${person}::uuid, 'beeld', 'GM0327', '1.1.1', '{meer}', min(id), platform.moment() from crime.releases`.execute(
        tx,
      ),
    )
    expect(await answer()).toBe(0)
  })
})
