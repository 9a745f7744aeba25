import { randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionFields, beginFields, writeParagraph } from '../../../test/environment/drafts'
import { sendForm } from '../../../test/environment/forms'
import { filledForm, mainText } from '../../../test/environment/html'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { owning } from '../../platform/db/database'
import { readTaggedDocx } from '../../platform/documents/tagged-in'

type Headers = { cookie: string }

describe('a chapter in Word', () => {
  let region: Opened
  const nobody: Headers = { cookie: '' }
  let [manager, adviser, police, riec] = [nobody, nobody, nobody, nobody]
  let [draft, chapter, goal, action] = ['', '', '', '']
  beforeAll(async () => {
    region = await openRegion()
    manager = await signInAs(region, 'programmamanager')
    adviser = await signInAs(region, 'oov-renswoude')
    police = await signInAs(region, 'analist-politie')
    riec = await signInAs(region, 'hoofd-riec')
    draft = await sendForm(region, '/conceptplannen/nieuw', beginFields(), manager)
    chapter = `${draft}/A27-GOC`
    const paragraph = (soort: string, plaats: string, tekst: string, deel = 'bureau') =>
      writeParagraph(region, chapter, { soort, plaats, tekst, deel }, manager)
    goal = await paragraph('meerjarendoel', '10', 'De regio is weerbaar.')
    await paragraph('terugblik', '20', 'Er liepen drie zaken [A22-022].', 'politie')
    await paragraph('tekst', '30', 'Eerste alinea.\n\nTweede alinea, met <tekens> & "meer".')
    await paragraph('tekst', '40', 'Slot.')
    action = await sendForm(region, `${chapter}/nieuwe-actie`, actionFields(), manager)
    await sendForm(region, `${chapter}/opmerkingen`, { sleutel: randomUUID(), tekst: 'Is dit genoeg?' }, manager)
    const on = { sleutel: randomUUID(), alinea: goal.split('/').at(-1) ?? '', tekst: 'Waaraan zien wij dat?' }
    await sendForm(region, `${chapter}/opmerkingen`, on, adviser)
  })
  afterAll(() => region.close())

  const file = async (of = chapter, headers = manager) =>
    new Uint8Array(await (await region.get(`${of}/hoofdstuk.docx`, headers)).arrayBuffer())
  const changed = (bytes: Uint8Array, change: (xml: string) => string, part = 'word/document.xml') => {
    const parts = unzipSync(bytes)
    const before = strFromU8(parts[part] ?? new Uint8Array())
    const after = change(before)
    if (after === before) throw new Error('nothing changed')
    return zipSync({ ...parts, [part]: strToU8(after) })
  }
  const send = (bytes: Uint8Array, of = chapter, headers = manager) => {
    const form = new FormData()
    form.set('bestand', new File([bytes as Uint8Array<ArrayBuffer>], 'hoofdstuk.docx'))
    const request = new Request(`http://localhost:3000${of}/word`, {
      method: 'POST',
      body: form,
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    })
    return region.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } })
  }
  const preview = async (bytes: Uint8Array, of = chapter, headers = manager) => {
    const answer = await send(bytes, of, headers)
    const html = await answer.text()
    if (answer.status !== 200) throw new Error(`${answer.status}: ${mainText(html)}`)
    return html
  }
  const apply = (html: string, changes: Record<string, string> = {}, headers = manager) =>
    region.post(`${chapter}/word/toepassen`, filledForm(html, `${chapter}/word/toepassen`, changes), headers)
  const written = async (address: string) =>
    (
      await owning(region.db, (tx) =>
        sql<{
          body: string
        }>`select case when is_removed then 'weg' else body end as body from drafting.paragraph_versions
          where paragraph = ${address.split('/').at(-1)}::uuid order by version`.execute(tx),
      )
    ).rows.map(({ body }) => body)
  const remarks = async () =>
    (
      await owning(region.db, (tx) =>
        sql<{ text: string; acted_as: string }>`select text, acted_as from drafting.remarks order by at, text`.execute(
          tx,
        ),
      )
    ).rows
  const key = (address: string) => `p${address.split('/').at(-1)?.replaceAll('-', '')}`

  test('goes out with every text, and the open remarks under the function of who made them', async () => {
    const bytes = await file()
    const back = readTaggedDocx(bytes)
    expect('texts' in back && back.texts.map(({ text }) => text)).toEqual([
      'De regio is weerbaar.',
      'Er liepen drie zaken [A22-022].',
      'Eerste alinea.\n\nTweede alinea, met <tekens> & "meer".',
      'Slot.',
      'Minstens drie csv’s samen aanpakken',
    ])
    const comments = strFromU8(unzipSync(bytes)['word/comments.xml'] ?? new Uint8Array())
    expect(comments).toMatch(/w:author="[^"]*Renswoude"/)
    expect(comments).not.toMatch(/Voorbeeld/)
    expect(comments).toContain('Is dit genoeg?')
  })

  test('comes back unchanged without a change, and is shown at 200 before anything is kept', async () => {
    const html = await preview(await file())
    expect(mainText(html)).toContain('Dit bestand verandert niets.')
    expect(html).not.toContain('Bewaar wat hier staat')
  })

  test('changes where it was written in, with what is new and what is gone, once, when that is said', async () => {
    const bytes = changed(await file(), (xml) =>
      xml
        .replace('De regio is weerbaar.', 'De regio is weerbaar en veilig.')
        .replace(/<w:sdt>(?:(?!<w:sdt>).)*Slot\..*?<\/w:sdt>/, '')
        .replace(
          /(Er liepen drie zaken \[A22-022\]\.<\/w:t><\/w:r>)/,
          '$1<w:ins w:id="90" w:author="Jan"><w:r><w:t xml:space="preserve"> Nu vier.</w:t></w:r></w:ins>',
        )
        .replace(/(“|&quot;)meer\1\.<\/w:t><\/w:r><\/w:p>/, '$&<w:p><w:r><w:t>Een nieuwe alinea.</w:t></w:r></w:p>'),
    )
    const html = await preview(bytes)
    const text = mainText(html)
    expect(text).toContain('2 teksten zijn gewijzigd, 1 tekst ontbreekt en 1 alinea is nieuw. Er is nog niets bewaard.')
    expect(text).toContain('In Word zijn wijzigingen bijgehouden.')
    expect(html).toMatch(/<ins>.*veilig/s)
    expect(await written(goal)).toEqual(['De regio is weerbaar.'])
    const gone = /name="vervalt" value="(p\w+)"/.exec(html)?.[1] ?? ''
    const answers = await Promise.all([apply(html, { vervalt: gone }), apply(html, { vervalt: gone })])
    expect(answers.map((one) => one.headers.get('location'))).toEqual(Array(2).fill(`${chapter}/word?ingelezen=ja`))
    expect(await written(goal)).toEqual(['De regio is weerbaar.', 'De regio is weerbaar en veilig.'])
    const page = mainText(await region.text(chapter, manager))
    expect(page).toContain('Er liepen drie zaken A22-022. Nu vier.')
    expect(page.match(/Een nieuwe alinea\./g)).toHaveLength(1)
    expect(page).not.toContain('Slot.')
    // Read in once more it brings nothing twice.
    expect(mainText(await preview(bytes))).toContain('Dit bestand verandert niets.')
  })

  test('keeps what is no longer in the file when nobody says that it goes', async () => {
    const html = await preview(
      changed(await file(), (xml) => xml.replace(/<w:sdt>(?:(?!<w:sdt>).)*De regio is.*?<\/w:sdt>/, '')),
    )
    expect(mainText(html)).toContain('Dit blijft staan, tenzij u zegt dat het weg mag.')
    expect((await apply(html)).status).toBe(303)
    expect((await written(goal)).at(-1)).toBe('De regio is weerbaar en veilig.')
  })

  test('shows both texts when a colleague wrote meanwhile, and keeps what was made of them', async () => {
    const bytes = changed(await file(), (xml) => xml.replace('weerbaar en veilig', 'weerbaar en groen'))
    await writeParagraph(
      region,
      chapter,
      { soort: 'meerjarendoel', versie: '2', tekst: 'De hele regio is weerbaar en veilig.' },
      manager,
      goal.split('/').at(-1),
    )
    const html = await preview(bytes)
    const text = mainText(html)
    expect(text).toContain('1 tekst botst')
    expect(text).toContain('De hele regio is weerbaar en veilig.')
    expect(html).toMatch(/<textarea[^>]*>De regio is weerbaar en groen\.<\/textarea>/)
    const field = `tekst-${key(goal)}`
    const empty = await apply(html, { [field]: '' })
    expect(empty.status).toBe(422)
    const long = await apply(html, { [field]: 'x'.repeat(20_001) })
    expect(long.status).toBe(422)
    expect(await long.text()).toContain('Gebruik ten hoogste 20000 tekens.')
    // Once more somebody writes, between looking and keeping: it is shown anew and what was merged is not lost.
    await writeParagraph(
      region,
      chapter,
      { soort: 'meerjarendoel', versie: '3', tekst: 'De hele regio is sterk.' },
      manager,
      goal.split('/').at(-1),
    )
    const again = await apply(html, { [field]: 'De hele regio is weerbaar en groen.' })
    expect(again.status).toBe(409)
    const next = await again.text()
    expect(next).toMatch(/<textarea[^>]*>De hele regio is weerbaar en groen\.<\/textarea>/)
    expect((await apply(next, { [field]: 'De hele regio is sterk en groen.' })).status).toBe(303)
    expect((await written(goal)).slice(2)).toEqual([
      'De hele regio is weerbaar en veilig.',
      'De hele regio is sterk.',
      'De hele regio is sterk en groen.',
    ])
  })

  test('brings comments once, with the function of who read them in and no name from the file', async () => {
    const before = (await remarks()).length
    const bytes = changed(
      changed(await file(), (xml) => xml.replace(/<w:commentRangeStart/, '<w:commentRangeStart w:id="70"/>$&')),
      (xml) =>
        xml.replace(
          '</w:comments>',
          '<w:comment w:id="70" w:author="Jan Jansen" w:initials="JJ"><w:p><w:r><w:t>Te vaag.</w:t></w:r></w:p></w:comment></w:comments>',
        ),
      'word/comments.xml',
    )
    const html = await preview(bytes)
    expect(html).not.toContain('Jansen')
    expect(mainText(html)).toContain('1 opmerking is nieuw')
    expect((await apply(html)).status).toBe(303)
    const after = await remarks()
    expect(after).toHaveLength(before + 1)
    expect(after.find(({ text }) => text === 'Opmerking uit Word: Te vaag.')?.acted_as).toContain('Programmamanager')
    expect(mainText(await preview(bytes))).toContain('Dit bestand verandert niets.')
    expect(mainText(await preview(await file()))).toContain('Dit bestand verandert niets.')
  })

  test('is refused whole when it is of another chapter, or names what is not in it', async () => {
    const refused = async (bytes: Uint8Array, of = chapter) => {
      const answer = await send(bytes, of)
      expect(answer.status).toBe(422)
      return mainText(await answer.text())
    }
    expect(await refused(await file(), `${draft}/A27-DV`)).toContain('Dit bestand is van hoofdstuk A27-GOC')
    const forged = changed(await file(), (xml) => xml.replaceAll(key(goal), `p${randomUUID().replaceAll('-', '')}`))
    expect(await refused(forged)).toContain('alinea’s die niet bij dit hoofdstuk horen')
    const later = changed(await file(), (xml) => xml.replaceAll(/(p[0-9a-f]{32})v\d+/g, '$1v99'))
    expect(await refused(later)).toContain('een versie die er nooit was')
    expect(await refused(new Uint8Array([1, 2, 3]))).toContain('geen Word-bestand dat wij kunnen lezen')
    expect(await refused(changed(await file(), (xml) => xml.replace('De hele regio', 'x'.repeat(20_001))))).toContain(
      'langer dan 20000 tekens',
    )
  })

  test('is there for who may write in it: the bureau all of it, the police its own part, a carrier his action', async () => {
    for (const path of [`${chapter}/word`, `${chapter}/hoofdstuk.docx`]) {
      for (const headers of [undefined, adviser]) expect((await region.get(path, headers)).status).toBe(404)
    }
    const bytes = await file()
    expect((await send(bytes, chapter, adviser)).status).toBe(404)
    expect((await region.post(`${chapter}/word/toepassen`, {}, adviser)).status).toBe(404)
    expect(await region.text(chapter, adviser)).not.toContain('Bewerken in Word')

    const both = changed(bytes, (xml) =>
      xml.replace('drie zaken', 'vijf zaken').replace('De hele regio', 'Heel de regio'),
    )
    const html = await preview(both, chapter, police)
    expect(mainText(html)).toContain('1 wijziging is in tekst die u niet mag wijzigen')
    expect((await apply(html, {}, police)).status).toBe(303)
    expect(mainText(await region.text(chapter, manager))).toContain('vijf zaken')
    expect((await written(goal)).at(-1)).toBe('De hele regio is sterk en groen.')

    const worded = changed(await file(chapter, riec), (xml) => xml.replace('Minstens drie csv', 'Minstens vier csv'))
    expect((await apply(await preview(worded, chapter, riec), {}, riec)).status).toBe(303)
    expect(mainText(await region.text(action, manager))).toContain('Minstens vier csv')
  })

  test('goes out and comes back without a change in every chapter of a large draft', async () => {
    const fields = beginFields({ soort: 'uitvoeringsplan', begin: 'plan', plan: 'UP2023' })
    const large = await sendForm(region, '/conceptplannen/nieuw', fields, manager)
    const links = (await region.text(large, manager)).matchAll(/href="(\/conceptplannen\/[^"/]+\/U27-[^"/]+)"/g)
    const chapters = [...new Set(Array.from(links, ([, one = '']) => one))]
    expect(chapters.length).toBeGreaterThan(5)
    for (const one of chapters) {
      const bytes = await file(one)
      expect(mainText(await preview(bytes, one))).toContain('Dit bestand verandert niets.')
      // As LibreOffice may leave it: without the controls, in styles of its own, cut into other pieces.
      const rewritten = changed(bytes, (xml) =>
        xml
          .replace(/<w:sdt>.*?<w:sdtContent>|<\/w:sdtContent><\/w:sdt>/g, '')
          .replaceAll('"Heading1"', '"Kop1"')
          .replace(
            /(<w:t xml:space="preserve">[^<]*?) ([^<]*<\/w:t>)/g,
            '$1</w:t></w:r><w:r><w:t xml:space="preserve"> $2',
          ),
      )
      expect(mainText(await preview(rewritten, one))).toContain('Dit bestand verandert niets.')
    }
  })
})
