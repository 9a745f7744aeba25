import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addBureauAdviser, beginAccount, clearPart, releaseAccount } from '../../../test/environment/accounts'
import { readPdf } from '../../../test/environment/pdf'
import { signInAs } from '../../../test/environment/people'
import { type Opened, openRegion } from '../../../test/environment/region'
import { pngOf } from '../../platform/images/raster'

let region: Opened
let address: string
let png: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  region = await openRegion()
  await addBureauAdviser(region)
  address = await beginAccount(region, { titel: 'Stuk met een beeld' })
  png =
    (await pngOf(
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#26334d"/></svg>',
    )) ?? new Uint8Array()
})
afterAll(() => region.close())

const blok = randomUUID()
async function send(fields: Record<string, string>, file: Uint8Array<ArrayBuffer> | null, person = 'programmamanager') {
  const form = new FormData()
  const given = {
    ...{ blok, soort: 'beeld', deel: 'bureau', versie: '0', plaats: '10', waar: 'stuk' },
    ...{ titel: 'Een vlak', tekst: 'Zo ziet dat eruit.', beschrijving: 'Een donker vlak.', bron: 'Beeld: bureau.' },
    ...fields,
  }
  for (const [name, value] of Object.entries(given)) form.append(name, value)
  if (file) form.append('bestand', new File([file], 'beeld.png'))
  const request = new Request(`http://localhost${address}/blok`, {
    method: 'POST',
    body: form,
    headers: { ...(await signInAs(region, person)), 'sec-fetch-site': 'same-origin' },
  })
  return region.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } })
}
const hidden = (page: string) => /name="beeld" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? ''

describe('a picture in an account', () => {
  let hash = ''
  test('without a description is refused, and is not lost meanwhile', async () => {
    const answer = await send({ beschrijving: '', tekst: '' }, png)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Beschrijf wat er te zien is')
    hash = hidden(page)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await send({ beeld: hash }, null)).status).toBe(303)
  })

  test.each([
    ['nothing', null, 'Kies een beeld'],
    ['a text', new TextEncoder().encode('<svg onload="x">'), 'Dit is geen PNG of JPEG'],
  ])('of %s is refused', async (_, file, why) => {
    const answer = await send({ blok: randomUUID() }, file)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(why)
  })

  test('that is broken inside is refused before a release finds it out', async () => {
    const answer = await send(
      { blok: randomUUID() },
      png.map((byte, at) => (at > 60 && at < 90 ? 7 : byte)),
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Dit beeld is niet heel')
  })

  test('is added by who writes that part only', async () => {
    expect((await send({ blok: randomUUID() }, png, 'analist-politie')).status).toBe(404)
    expect((await send({ blok: randomUUID() }, png, 'oov-utrecht')).status).toBe(404)
  })

  test('is there for who works on it, and for nobody else, until the account is released', async () => {
    const picture = `${address}/beeld/${hash}`
    expect((await region.get(picture)).status).toBe(404)
    expect((await region.get(picture, await signInAs(region, 'oov-utrecht'))).status).toBe(404)
    const page = await region.text(address, await signInAs(region, 'programmamanager'))
    expect(page).toContain(`src="${picture}" alt="Een donker vlak."`)
    await clearPart(region, address, 'programmamanager', 'bureau')
    expect((await releaseAccount(region, address, 'adviseur-bureau')).status).toBe(303)
    const answer = await region.get(picture)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect((await region.get(`${address}/beeld/${'0'.repeat(64)}`)).status).toBe(404)
    expect((await send({ blok: randomUUID() }, png)).status).toBe(404)
  })

  test('stands described in every file, and the web page holds it', async () => {
    const html = await region.get(`${address}/stuk.html`)
    expect(html.headers.get('content-security-policy')).toContain('img-src data:')
    expect(await html.text()).toMatch(/<img src="data:image\/png;base64,[^"]+" alt="Een donker vlak\."/)
    const docx = unzipSync(new Uint8Array(await (await region.get(`${address}/stuk.docx`)).arrayBuffer()))
    expect(Object.keys(docx).some((name) => /^word\/media\/.*\.png$/.test(name))).toBe(true)
    expect(strFromU8(docx['word/document.xml'] ?? new Uint8Array())).toContain('descr="Een donker vlak."')
    const pdf = await readPdf(new Uint8Array(await (await region.get(`${address}/stuk.pdf`)).arrayBuffer()))
    expect(pdf.text).toContain('Zo ziet dat eruit.')
    expect(await region.text(`${address}/stuk.json`)).toContain(hash)
  })
})
