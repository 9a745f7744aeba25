import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adviserOf, annotate, inSeat, seatWithAdviser, sendCollege } from '../../test/environment/annotations'
import { dayFields, newKey, sendForm } from '../../test/environment/forms'
import { mainText, readPage } from '../../test/environment/html'
import { planFields } from '../../test/environment/meetings'
import { signInAs } from '../../test/environment/people'
import { startProposal } from '../../test/environment/proposals'
import { type Opened, openRegion } from '../../test/environment/region'
import { prepareExampleContacts } from '../domains/governance'

type Headers = { cookie: string }
let region: Opened
let mayor: Headers
let meeting = ''
const screen = '/mijn/vergadering'

beforeAll(async () => {
  region = await openRegion()
  meeting = await sendCollege(region)
  await seatWithAdviser(region, 'GM0321', 'RVC-MNL')
  mayor = await inSeat(region, 'GM0321')
  await annotate(region, `${meeting}/punten/1`, await adviserOf(region, 'GM0321'), 'Vraag naar de kosten.')
})
afterAll(() => region.close())

describe('the screen of who sits somewhere', () => {
  test('has his next meeting, its papers with the annotation, and who advises him', async () => {
    const page = mainText(await region.text(screen, mayor))
    for (const words of [
      'Vrijdag 4 december 2026',
      'Stadhuis van Houten',
      '1. Weerbare gemeenten (met annotatie)',
      'Gevraagd: Adviseer over het voorstel.',
      'Vraag naar de kosten.',
      'b1. Onderzoek Kraanvogel',
      'Een eerdere vergadering van u is hier niet bekend.',
    ])
      expect(page).toContain(words)
    expect(page.match(/Gevraagd:/g)).toHaveLength(2)
    expect(await region.text(screen, mayor)).toContain('href="mailto:adviseur-gm0321@voorbeeld.invalid"')
    expect(await region.text('/mijn', mayor)).toContain(`href="${screen}"`)
  })

  test('is small, needs no script, and is kept by nobody', async () => {
    const answer = await region.get(screen, mayor)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const html = await answer.text()
    expect(Buffer.byteLength(html)).toBeLessThan(60_000)
    expect(html).not.toContain('<script')
  })

  test('takes his answer with one press', async () => {
    const html = await region.text(screen, mayor)
    const seat = /name="antwoord-([0-9a-f-]{36})" value="afwezig"/.exec(html)?.[1] ?? ''
    await sendForm(region, `${meeting}/aanwezig`, { zetel: seat, versie: '1', [`antwoord-${seat}`]: 'afwezig' }, mayor)
    expect(mainText(await region.text(screen, mayor))).toContain('U liet weten: afwezig.')
  })

  test('says what is known to have changed since his meeting before', async () => {
    const secretary = await signInAs(region, 'hoofd-bureau')
    await sendForm(region, '/vergaderingen/plannen', { overleg: 'RVC-MNL', ...planFields('2026-11-02') }, secretary)
    expect(mainText(await region.text(screen, mayor))).toMatch(
      /Sinds uw vorige vergadering, op 2 november 2026\. (Wij weten van niets dat veranderde\.|Nieuw)/,
    )
    // Of an action that binds Houten: how it stands now and stood then, and not that somebody said the same again.
    const say = (version: number, status: string, on: string, unchanged = false) =>
      region.rows(sql`
        insert into progress.updates (action, version, status, sentence, is_unchanged, way, at, post, organisation, acted_as, form_key)
        select 'S23-022', ${version}, ${status}, 'Er is te weinig tijd.', ${unchanged}, 'scherm', ${on}::timestamptz, gen_random_uuid(),
               'RVS', 'Hoofd, Bureau', ${newKey('stand')}`)
    await say(1, 'op-koers', '2026-10-01T09:00:00Z')
    await say(2, 'op-koers', '2026-11-10T09:00:00Z', true)
    expect(mainText(await region.text(screen, mayor))).not.toContain('op koers')
    await say(3, 'loopt-achter', '2026-11-20T09:00:00Z')
    expect(mainText(await region.text(screen, mayor))).toContain(': loopt achter, was op koers, 20 november 2026')
  })

  test('has his further meetings in short, and what waits elsewhere in one line', async () => {
    const secretary = await signInAs(region, 'hoofd-bureau')
    const later = await sendForm(
      region,
      '/vergaderingen/plannen',
      { overleg: 'RVC-MNL', ...planFields('2027-03-10') },
      secretary,
    )
    const html = await region.text(screen, mayor)
    expect(html).toContain(`href="${later}"`)
    expect(mainText(html)).toContain(
      'Woensdag 10 maart 2027: Regionaal Veiligheidscollege Midden-Nederland Er zijn nog geen stukken. Of u er bent, weten wij nog niet.',
    )
    expect(html).not.toContain('Bent u er bij Regionaal')
  })

  test('rings the adviser that his own organisation named, and mails one without a number', async () => {
    const bureau = await signInAs(region, 'programmamanager')
    const name = (functie: string, more: Record<string, string>) =>
      sendForm(
        region,
        '/contactpunten/nieuw',
        {
          sleutel: newKey('contact'),
          organisatie: 'GM0321',
          onderwerp: 'Veiligheid',
          functie,
          adviseur: 'ja',
          ...more,
        },
        bureau,
      )
    const section = async () => /id="adviseur"[\s\S]*?<\/section>/.exec(await region.text(screen, mayor))?.[0] ?? ''
    expect(await section()).not.toContain('tel:')
    // Of the region to try the product with, and gone where it is not tried.
    await prepareExampleContacts(region.db, true)
    expect(await section()).toContain('href="tel:0301234567"')
    await prepareExampleContacts(region.db, false)
    expect(await section()).not.toContain('tel:')
    await name('Adviseur veiligheid', { mail: 'veiligheid@houten.example' })
    expect(await section()).toContain('href="mailto:veiligheid@houten.example"')
    const [point] = await region.rows(
      sql<{ id: string }>`select id from governance.contact_points where form_key not like 'voorbeeld-%'`,
    )
    await sendForm(
      region,
      `/contactpunten/${point?.id}`,
      {
        organisatie: 'GM0321',
        onderwerp: 'Veiligheid',
        functie: 'Adviseur veiligheid',
        adviseur: 'ja',
        versie: '1',
        telefoon: '030 123 45 67',
        sleutel: newKey('contact'),
      },
      bureau,
    )
    expect(await section()).toContain('href="tel:0301234567"')
    expect(await section()).toContain('Bel 030 123 45 67')
    // The adviser of another organisation is not his.
    const other = {
      sleutel: newKey('contact'),
      organisatie: 'GM0344',
      onderwerp: 'Veiligheid',
      functie: 'Ander',
      adviseur: 'ja',
    }
    await sendForm(region, '/contactpunten/nieuw', { ...other, telefoon: '030 765 43 21' }, bureau)
    expect(await section()).not.toContain('7654321')
  })

  test('asks for his agreement where a written round is open, and takes it with one press', async () => {
    expect(await region.text(screen, mayor)).not.toContain('id="akkoord"')
    const secretary = await signInAs(region, 'hoofd-bureau')
    const round = await startProposal(region, { titel: 'Het rooster', route: 'ronde', overleg: 'RVC-MNL' }, secretary)
    expect(await region.text(screen, mayor)).not.toContain('id="akkoord"')
    await sendForm(region, `${round}/stappen/1/beginnen`, dayFields('termijn', '2026-12-10'), secretary)
    expect(await region.text(screen, secretary)).not.toContain('id="akkoord"')
    const html = await region.text(screen, mayor)
    expect(mainText(html)).toContain('U kunt antwoorden tot en met 10 december 2026.')
    const form = readPage(html).forms.find(({ action }) => action.endsWith('/ronde'))
    const sent = Object.fromEntries((form?.fields ?? []).map(({ name, value }) => [name, value]))
    await sendForm(region, form?.action ?? '', { ...sent, woord: 'akkoord' }, mayor)
    expect(await region.rows(sql`select from proposals.words where word = 'akkoord'`)).toHaveLength(1)
    expect(await region.text(screen, mayor)).not.toContain('id="akkoord"')
  })

  test('is there for who sits somewhere only', async () => {
    for (const headers of [undefined, await signInAs(region, 'oov-renswoude'), await adviserOf(region, 'GM0321')])
      expect((await region.get(screen, headers)).status).toBe(404)
    const page = mainText(await region.text(screen, await signInAs(region, 'hoofd-bureau')))
    expect(page).toContain('b1. Onderzoek Kraanvogel')
    expect(page).not.toContain('annotatie')
  })
})
