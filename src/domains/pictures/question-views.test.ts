import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPage } from '../../../test/environment/html'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { addInhabitants, addWholeRelease, releaseMonth } from '../../../test/environment/releases'
import { day } from '../../kernel/day'
import { addMonths } from '../../kernel/month'
import { owning } from '../../platform/db/database'
import { releaseKnownOn } from '../crime'
import { answerQuestions } from './question.verbs'
import { answersOf } from './question-answer.verbs'
import { wordMailFrom } from './question-mail.parts'

const leusden = { code: 'GM0327', name: 'Leusden' }
const zeist = { code: 'GM0355', name: 'Zeist' }
const others = ['GM0307', 'GM0308', 'GM0312', 'GM0313', 'GM0310', 'GM0317', 'GM0339', 'GM0340', 'GM0342', 'GM0345']
const areas = [leusden, zeist, ...others.map((code) => ({ code, name: code }))]

/** What is asked in every view, and where its own page leads to asking it. */
const views = [
  [
    'vergelijking',
    { weergave: 'vergelijking', gebied: 'GM0327', soort: '1.1.1' },
    ['/veiligheidsbeelden/GM0327/vergelijking?soort=1.1.1'],
  ],
  [
    'regio',
    { weergave: 'regio', soort: '1.1.1' },
    [
      '/veiligheidsbeelden/soorten/1.1.1',
      '/veiligheidsbeelden/vergelijken?soort=1.1.1',
      '/veiligheidsbeelden/kaart?soort=1.1.1',
    ],
  ],
  ['attenderingen', { weergave: 'attenderingen', niveau: 'gemeente' }, ['/veiligheidsbeelden/attenderingen']],
] as const

let region: Opened
let adviser: { cookie: string }
const seen = new Set<string>()

/** A release in which these areas have so many a month in the last twelve months; all others repeat what they had. */
const release = (modified: string, lately: Readonly<Record<string, number | null>>) =>
  addWholeRelease(region, {
    modified,
    last: releaseMonth,
    months: 66,
    areas,
    counts: (area, month) => {
      const count = lately[area]
      if (count === undefined || month <= addMonths(releaseMonth, -12)) return undefined
      return [count, count, null]
    },
  })
const answer = () => answerQuestions(region.db, wordMailFrom('https://sv.example'), () => false)
const mails = async () => {
  const { rows } = await owning(region.db, (tx) =>
    sql<{ id: string; view: string; subject: string; body: string; stops_at: string }>`
      select o.id, q.view, o.subject, o.body, o.stops_at
        from mail.outbox o join crime.questions q on o.stops_at like '%' || q.id || '%'`.execute(tx),
  )
  const fresh = rows.filter(({ id }) => !seen.has(id))
  for (const { id } of fresh) seen.add(id)
  return new Map(fresh.map((mail) => [mail.view, mail]))
}
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

beforeAll(async () => {
  region = await openRegion()
  adviser = await signInAs(region, 'oov-renswoude')
  await addInhabitants(
    region,
    '2026-05-01T08:00:00Z',
    areas.map(({ code }) => [code, '2025-12-31', 30_000] as const),
  )
  await addWholeRelease(region, {
    modified: '2026-08-15T12:00:00Z',
    last: releaseMonth,
    months: 66,
    areas,
    counts: () => [20, 20, null],
  })
})
afterAll(() => region.close())

describe('every view of the safety pictures', () => {
  test.each([
    ...views,
    ['regio', { weergave: 'regio', soort: '0.0.0' }, ['/veiligheidsbeelden']],
    [
      'attenderingen',
      { weergave: 'attenderingen', niveau: 'regio' },
      ['/veiligheidsbeelden/attenderingen?niveau=regio'],
    ],
    ['beeld', { gebied: 'GM0327', soort: '1.1.1' }, ['/veiligheidsbeelden/GM0327?soort=1.1.1']],
  ] as const)('of %s leads a professional to keeping its question open, and nobody else', async (_, asked, pages) => {
    const address = `/open-vragen/nieuw?${new URLSearchParams(asked)}`
    for (const page of pages) {
      expect(readPage(await region.text(page, adviser)).links).toContain(address)
      expect(readPage(await region.text(page)).links.filter((link) => link.startsWith('/open-vragen'))).toEqual([])
    }
    expect(await region.text(address, adviser)).toContain('Houd deze vraag open')
    expect((await region.get(address)).status).toBe(404)
    expect((await region.post('/open-vragen', asked)).status).toBe(404)
  })

  test('of a type that is not published by itself cannot be kept open', async () => {
    expect(await region.text('/veiligheidsbeelden/kaart?soort=1.4.1', adviser)).not.toContain('Houd deze vraag open')
    expect((await region.post('/open-vragen', { weergave: 'regio', soort: '1.4.1' }, adviser)).status).toBe(404)
  })
  test.each<Record<string, string>>([
    { weergave: 'onzin', gebied: 'GM0327', soort: '1.1.1' },
    { weergave: 'vergelijking', gebied: 'GM9999', soort: '1.1.1' },
    { weergave: 'vergelijking', soort: '1.1.1' },
    { weergave: 'regio', soort: '9.9.9' },
    { weergave: 'attenderingen', niveau: 'wijk' },
    { weergave: 'attenderingen' },
  ])('that does not exist cannot be kept open: %o', async (asked) => {
    expect((await region.get(`/open-vragen/nieuw?${new URLSearchParams(asked)}`, adviser)).status).toBe(404)
    expect((await region.post('/open-vragen', asked, adviser)).status).toBe(404)
  })
})

describe('a question about a view of more than one area', () => {
  test('is kept once, with the answer its page gives today', async () => {
    for (const [, asked] of views) {
      expect((await region.post('/open-vragen', asked, adviser)).status).toBe(303)
      expect((await region.post('/open-vragen', asked, adviser)).status).toBe(303)
    }
    const page = words(await region.text('/open-vragen', adviser))
    expect(page).toContain('U houdt 3 vragen open.')
    expect(page).toContain('Woninginbraak in Leusden, vergeleken vergelijkbaar met wat verwacht wordt bij deze omvang')
    expect(page).toContain('Woninginbraak per gemeente in geen gemeente aantoonbaar veranderd')
    expect(page).toContain('Attenderingen per gemeente geen attendering die standhoudt')
  })

  test('is answered once for everybody who asks the same of a release', async () => {
    await owning(region.db, async (tx) => {
      const release = await releaseKnownOn(tx, day('2026-11-24'))
      if (!release) throw new Error('no release')
      const answers = answersOf(release, { region: 'MNL', on: day('2026-11-24') })
      const asked = { view: 'regio', area: null, type: '1.1.1', level: null } as const
      expect((await answers(tx, asked))?.found.view).toBe('regio')
      expect(await answers(tx, asked)).toBe(await answers(tx, { ...asked }))
    })
  })

  test('gives no mail when a release says the same', async () => {
    await release('2026-09-15T12:00:00Z', { GM0327: 21, GM0339: 19 })
    expect(await answer()).toBe(0)
  })

  test('gives one mail when its answer changes, in the words of its page', async () => {
    await release('2026-10-15T12:00:00Z', { GM0327: 50 })
    expect(await answer()).toBe(3)
    expect(await answer()).toBe(0)
    const found = await mails()

    const compared = found.get('vergelijking')
    expect(compared?.subject).toBe(
      'Woninginbraak in Leusden, vergeleken: hoger dan verwacht voor een gemeente van deze omvang',
    )
    expect(compared?.body).toContain('Het antwoord was: vergelijkbaar met wat verwacht wordt bij deze omvang.')
    const [sentence = ''] = /Hoger dan verwacht.*?past daarbij\./.exec(compared?.body ?? '') ?? []
    expect(sentence).toContain('600 in 12 maanden')
    expect(words(await region.text('/veiligheidsbeelden/GM0327/vergelijking?soort=1.1.1'))).toContain(sentence)

    const ofRegion = found.get('regio')
    expect(ofRegion?.subject).toBe('Woninginbraak per gemeente: het antwoord is veranderd')
    expect(ofRegion?.body).toContain('Erbij gekomen: Leusden: aantoonbaar meer.')
    expect(ofRegion?.body).not.toContain('Niet meer')
    const said = 'aantoonbaar meer in Leusden; geen aantoonbare verandering in 11 gemeenten.'
    expect(ofRegion?.body).toContain(said)
    expect(words(await region.text('/veiligheidsbeelden/soorten/1.1.1'))).toContain(said)
    expect(words(await region.text('/veiligheidsbeelden'))).toContain(said)

    const watched = found.get('attenderingen')
    expect(watched?.body).toContain('Erbij gekomen: Leusden: woninginbraak.')
    const standing = 'houdt 1 attendering stand als alle reeksen samen worden beoordeeld: Leusden: woninginbraak.'
    expect(watched?.body).toContain(standing)
    expect(words(await region.text('/veiligheidsbeelden/attenderingen'))).toContain(standing)
  })

  test('is not changed by what became unknown', async () => {
    await release('2026-11-01T12:00:00Z', { GM0327: null })
    expect(await answer()).toBe(0)
    expect(words(await region.text('/veiligheidsbeelden/soorten/1.1.1'))).toContain(
      'Van 1 gemeente kennen we niet alle aantallen.',
    )
    expect(words(await region.text('/open-vragen', adviser))).toContain('Leusden: aantoonbaar meer')
    await release('2026-11-05T12:00:00Z', { GM0327: 50 })
    expect(await answer()).toBe(0)
  })

  test('tells only what changed, and only whom it is about', async () => {
    await release('2026-11-10T12:00:00Z', { GM0355: 5 })
    expect(await answer()).toBe(1)
    const found = await mails()
    expect(found.get('regio')?.body).toContain('Erbij gekomen: Zeist: aantoonbaar minder.')
    expect(found.get('regio')?.body).not.toContain('Erbij gekomen: Leusden')
  })

  test('also tells who left', async () => {
    await release('2026-11-15T12:00:00Z', { GM0327: 20 })
    expect(await answer()).toBe(3)
    const found = await mails()
    expect(found.get('regio')?.body).toContain('Niet meer: Leusden: aantoonbaar meer.')
    expect(found.get('attenderingen')?.body).toContain('Niet meer: Leusden: woninginbraak.')
    expect(found.get('attenderingen')?.body).toContain('houdt geen enkele attendering stand')
    expect(found.get('vergelijking')?.subject).toContain('vergelijkbaar met wat verwacht wordt')
  })

  test('accounts for each mail, to whoever asked and nobody else', async () => {
    const page = words(await region.text('/open-vragen', adviser))
    expect(page).toContain('Erbij gekomen: Leusden: aantoonbaar meer. Van november 2025')
    expect(page).toContain('Erbij gekomen: Zeist: aantoonbaar minder.')
    expect(page).toContain('Niet meer: Leusden: woninginbraak.')
    expect(page).toContain('Cijfers van 10 november 2026.')
    expect([...page.matchAll(/Cijfers van \d+ \w+ 2026\./g)]).toHaveLength(7)
    const other = words(await region.text('/open-vragen', await signInAs(region, 'functioneel-beheerder')))
    expect(other).toContain('U houdt nog geen vraag open.')
    expect(other).not.toContain('Erbij gekomen')
  })

  test('is stopped by one click, without signing in, and leads to its view', async () => {
    const { rows } = await owning(region.db, (tx) =>
      sql<{ id: string; view: string }>`select id, view from crime.questions`.execute(tx),
    )
    expect(rows).toHaveLength(3)
    for (const { id, view } of rows) {
      const address = `/open-vragen/${id}/stoppen`
      const page = views.find(([one]) => one === view)?.[2][0] ?? ''
      expect(readPage(await region.text(address)).links).toContain(page)
      expect((await region.post(address, { 'List-Unsubscribe': 'One-Click' })).status).toBe(303)
      expect(await region.text(address)).toContain('Deze vraag is gestopt')
    }
    await release('2026-11-20T12:00:00Z', { GM0327: 60, GM0308: 60 })
    expect(await answer()).toBe(0)
  })
})

describe('a question about a type in one area', () => {
  test('is judged as its page judges it: in one list with the other types, not by itself', async () => {
    // By itself a chance of one in a hundred is asked; in a list of one type one in twenty is enough.
    await release('2026-11-21T12:00:00Z', { GM0340: 24 })
    expect(words(await region.text('/veiligheidsbeelden/GM0340?soort=1.1.1'))).toContain('Dat is aantoonbaar meer.')
    const page = words(await region.text('/open-vragen/nieuw?gebied=GM0340&soort=1.1.1', adviser))
    expect(page).toContain('288, de 12 maanden ervoor 240: aantoonbaar meer.')
  })
})

describe('a question that was asked of example figures', () => {
  test('is another question with the first figures of the police: answered, and not mailed', async () => {
    const made = await openRegion({ figures: true })
    try {
      const person = await signInAs(made, 'oov-renswoude')
      for (const [, asked] of views) expect((await made.post('/open-vragen', asked, person)).status).toBe(303)
      const kept = async () =>
        (
          await owning(made.db, (tx) =>
            sql<{ view: string; answer: string[] }>`select view, answer from crime.questions order by view`.execute(tx),
          )
        ).rows
      expect(await kept()).toHaveLength(3)
      await addWholeRelease(made, {
        modified: '2026-08-15T12:00:00Z',
        last: releaseMonth,
        months: 66,
        areas,
        counts: () => [20, 20, null],
      })
      expect(await answerQuestions(made.db, wordMailFrom('https://sv.example'), () => false)).toBe(0)
      expect(await kept()).toEqual([
        { view: 'attenderingen', answer: [] },
        { view: 'regio', answer: [] },
        // Nobody knows yet how many people live there.
        { view: 'vergelijking', answer: ['onbekend'] },
      ])
    } finally {
      await made.close()
    }
  })
})
