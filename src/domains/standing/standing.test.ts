import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordDecision } from '../../../test/environment/decisions'
import { holdMeeting } from '../../../test/environment/meetings'
import { readPdf } from '../../../test/environment/pdf'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'

type Headers = { cookie: string }
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')

/** Says how an action stands, as its carrier did. */
const say = (region: Opened, action: string, status: string, sentence: string | null, at = '2026-11-10T09:00:00Z') =>
  owning(region.db, (tx) =>
    sql`insert into progress.updates (action, version, status, sentence, is_unchanged, way, at, post, organisation, acted_as, form_key)
      values (${action}, 1, ${status}, ${sentence}, false, 'scherm', ${at}, gen_random_uuid(), 'RVS', 'Adviseur, bureau', ${`sleutel-${action}`})`.execute(
      tx,
    ),
  )

describe('the state of affairs of a body', () => {
  let region: Opened
  let adviser: Headers
  beforeAll(async () => {
    region = await openRegion()
    adviser = await signInAs(region, 'oov-renswoude')
  })
  afterAll(() => region.close())
  const words = async (path: string, headers?: Headers) => wordsOf(await region.text(path, headers))

  test('says so when it decided nothing here, and tells what sources say it adopted', async () => {
    const empty = await words('/gremia/OBT/stand')
    expect(empty).toContain('Dit gremium nam hier nog geen besluit.')
    expect(empty).not.toContain('Plannen die het vaststelde')
    const college = await words('/gremia/RVC/stand')
    expect(college).toContain('Dit gremium nam hier nog geen besluit. Volgens de bronnen stelde het 2 plannen vast.')
    expect(college).toContain('volgens de bronnen op 12 april 2023')
    expect(college).toContain('volgens de bronnen, dag onbekend')
    const group = await words('/werkgroepen/TF-GOC19/stand')
    expect(group).toContain('Deze werkgroep nam hier nog geen besluit. Volgens de bronnen stelde het 2 plannen vast.')
    for (const path of [
      '/gremia/WEG/stand',
      '/gremia/RVC/WEG/stand',
      '/vergaderingen/WEG/stand',
      '/werkgroepen/WEG/stand',
    ])
      expect((await region.get(path)).status).toBe(404)
  })

  test('says of which moment it is', async () => {
    expect(await words('/gremia/RVC/stand')).toContain('Stand van 24 november 2026, 10.00 uur')
  })

  describe('that decided', () => {
    let code: string
    beforeAll(async () => {
      code = await recordDecision(region, {
        titel: 'Plan vastgesteld',
        plan: 'UP2023',
        voorwaarden: 'Na een jaar evalueren.',
      })
      await say(region, 'A23-001', 'geblokkeerd', 'Er is geen geld.')
      await say(region, 'A23-002', 'gestopt', 'De partner is weg.')
      await say(region, 'A23-003', 'op-koers', null, '2026-11-12T09:00:00Z')
    })

    test('tells professionals how its promises stand, with what is stuck and what was stopped and why', async () => {
      const page = await words('/gremia/RVC/stand', adviser)
      expect(page).toContain('Dit gremium nam 1 besluit dat nog geldt.')
      expect(page).toMatch(
        /Van 3 van de [0-9]+ beloften daarin weten wij hoe zij ervoor staan: 1 gaat als afgesproken\./,
      )
      expect(page).toContain('1 achter of geblokkeerd.')
      expect(page).toContain('Er is geen geld.')
      expect(page).toContain('De partner is weg.')
      expect(page).toContain(`besluit`)
      expect(page).toContain(code)
    })

    test('tells everybody else only of how many it was said, and when last', async () => {
      const page = await words('/gremia/RVC/stand')
      expect(page).toMatch(/van 3 van de [0-9]+ is gemeld hoe zij ervoor staan, het laatst op 12 november 2026/)
      for (const kept of ['Er is geen geld.', 'De partner is weg.', 'geblokkeerd', 'als afgesproken', 'Te laat'])
        expect(page).not.toContain(kept)
    })

    test('has its conditions with how each stands and what was decided later', async () => {
      const before = await words('/gremia/RVC/stand')
      expect(before).toMatch(
        new RegExp(
          `Na een jaar evalueren \\( ?${code} ?\\): open nog niet vastgelegd\\. Daarna is hierover geen ander besluit genomen\\.`,
        ),
      )
      const again = await recordDecision(region, { titel: 'Opnieuw vastgesteld', plan: 'UP2023' })
      expect(await words('/gremia/RVC/stand')).toContain(`Daarna is hierover besloten: ${again} (20 november 2026).`)
    })

    test('has nothing that another body decided, and nothing of another area', async () => {
      await recordDecision(region, { titel: 'Zilvermeeuw', gremium: 'DVC', gebied: 'WU' })
      await holdMeeting(region)
      expect(await words('/gremia/RVC/stand')).not.toContain('Zilvermeeuw')
      expect(await words('/gremia/DVC/stand')).toContain('Zilvermeeuw')
      expect(await words('/gremia/DVC/WU/stand')).toContain('Zilvermeeuw')
      const manager = await signInAs(region, 'programmamanager')
      await region.post('/gremia/DVC/beginnen', { gebied: 'FL', openbaar: 'ja' }, manager)
      expect(await words('/gremia/DVC/FL/stand')).not.toContain('Zilvermeeuw')
      expect(await words('/vergaderingen/DVC-WU-2026-1/stand')).toContain('Zilvermeeuw')
      expect(await region.text('/vergaderingen/DVC-WU-2026-1')).toContain('href="/vergaderingen/DVC-WU-2026-1/stand"')
    })

    test('has its priorities with the stage of today', async () => {
      const moved = await recordDecision(region, {
        titel: 'Onrust overdragen',
        prioriteit: 'P23-MO',
        stand: 'overgedragen',
        ontvanger: 'ZVH',
      })
      const page = await words('/gremia/RVC/stand')
      expect(page).toContain(
        'overgedragen sinds 20 november 2026. Overgedragen aan De drie Zorg- en Veiligheidshuizen.',
      )
      expect(page).toContain(moved)
    })

    test('has its targets with the latest figure, its period, area and source', async () => {
      const target = { cijfer: 'robbery', doelgebied: 'MNL', periode: '2027', doel: '400', grens: 'max' }
      const code = await recordDecision(region, { titel: 'Minder overvallen', ...target })
      const page = await words('/gremia/RVC/stand')
      expect(page).toMatch(new RegExp(`ten hoogste 400 in 2027, ${code} [0-9.]+ in 20[0-9]{2} Bron: `))
      expect(page).toContain('niet te beoordelen')
    })

    test('has the judgement of who leads a programme beside what is reckoned, for professionals', async () => {
      const manager = await signInAs(region, 'programmamanager')
      const judged = { oordeel: 'loopt-achter', zin: 'De wet laat op zich wachten.', sleutel: 'een-sleutel-1' }
      expect((await region.post('/programmas/U23-FL/oordeel', judged, manager)).status).toBe(303)
      const page = await words('/gremia/RVC/stand', adviser)
      expect(page).toMatch(/Berekend: .* Oordeel: loopt achter De wet laat op zich wachten\. Programmamanager, Bureau/)
      expect(await words('/gremia/RVC/stand')).not.toContain('De wet laat op zich wachten.')
    })

    test('is one A4 with a title and language, and says what it left out', async () => {
      for (const number of Array.from({ length: 12 }, (_, index) => index))
        await recordDecision(region, {
          titel: `Besluit over ${number}`,
          voorwaarden: `Voorwaarde ${'lang '.repeat(60)}${number}.`,
        })
      const pdf = async (headers?: Headers) => {
        const answer = await region.get('/gremia/RVC/stand.pdf', headers)
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
        expect(answer.headers.get('cache-control')).toContain('no-store')
        return readPdf(new Uint8Array(await answer.arrayBuffer()))
      }
      const open = await pdf()
      expect(open).toMatchObject({ pages: 1, isMarked: true, language: 'nl-NL', outside: [] })
      expect(open.title).toBe('Stand van zaken: Regionaal Veiligheidscollege')
      const said = open.text.replace(/\s+/g, ' ')
      expect(said).toMatch(/En [0-9]+ meer, zie http:\/\/localhost:3000\/gremia\/RVC\/stand/)
      expect(said).not.toContain('Er is geen geld.')
      const own = await pdf(adviser)
      expect(own.pages).toBe(1)
      expect(own.text.replace(/\s+/g, ' ')).toContain('Er is geen geld.')
      expect(own.text.toLowerCase()).toContain('alleen voor professionals')
    })

    test('leaves out what was turned back, and says that it was', async () => {
      const gone = await recordDecision(region, { titel: 'Jaarplan toch', plan: 'JP2017', voorwaarden: 'Grutto.' })
      await recordDecision(region, { draaitTerug: gone, titel: 'Teruggedraaid jaarplan' })
      const page = await words('/gremia/RVC/stand')
      expect(page).toContain('Teruggedraaid: 1')
      expect(page).not.toContain('Grutto.')
    })
  })

  test('is the same for everybody else with and without a confidential decision', async () => {
    const paths = [
      '/gremia/RVC/stand',
      '/besluiten',
      '/gremia/DVC/WU/stand',
      '/vergaderingen/DVC-WU-2026-1/stand',
      '/gremia/DVC/stand',
    ]
    const plain = (html: string) => html.replace(/name="sleutel" value="[^"]*"/g, '')
    const before = await Promise.all(paths.map(async (path) => plain(await region.text(path))))
    await recordDecision(region, { titel: 'Stil besluit', zichtbaar: 'vertrouwelijk', voorwaarden: 'Stilte.' })
    await recordDecision(region, {
      titel: 'Stil in het district',
      zichtbaar: 'vertrouwelijk',
      gremium: 'DVC',
      gebied: 'WU',
    })
    expect(await Promise.all(paths.map(async (path) => plain(await region.text(path))))).toEqual(before)
    expect(await words('/gremia/RVC/stand', adviser)).toContain('Stil besluit')
    expect(await words('/gremia/DVC/WU/stand', adviser)).toContain('Stil in het district')
  })

  test('of a closed instance does not exist for who has no seat there', async () => {
    const manager = await signInAs(region, 'programmamanager')
    await region.post('/gremia/CASRAD/beginnen', { gebied: 'FL' }, manager)
    expect((await region.get('/gremia/CASRAD/FL/stand')).status).toBe(404)
    expect((await region.get('/gremia/CASRAD/FL/stand', adviser)).status).toBe(404)
    expect(await region.text('/gremia/CASRAD/stand')).not.toContain('/gremia/CASRAD/FL')
  })
})
