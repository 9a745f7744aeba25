import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../../../test/environment/people'
import { phonePhoto, plainPhoto, talkingPng } from '../../../test/environment/photos'
import { type Opened, openRegion } from '../../../test/environment/region'
import { largestPhoto } from '../../platform/images/photo'
import { roundPostFrom } from './round.parts'
import { keepRounds } from './round.verbs'

const action = 'S23-007'
const where = 'N 52.0907 E 5.1214'

describe('a photo with what is said of an action', () => {
  let region: Opened
  let manager: { cookie: string }
  beforeAll(async () => {
    region = await openRegion({ clock: () => new Date('2026-11-17T09:00:00Z') })
    manager = await signInAs(region, 'programmamanager')
  })
  afterAll(() => region.close())

  const said = (of = action) =>
    region.rows(sql<{ photo: string | null; words: string | null }>`
      select photo, photo_text as words from progress.updates where action = ${of} order by version`)
  const photos = () => region.rows(sql<{ hash: string; kind: string }>`select hash, kind from progress.photos`)

  /** Sends the form of some actions as a browser does, files and all. */
  const send = (
    path: string,
    fields: Record<string, string | { name: string; bytes: Uint8Array<ArrayBuffer> }>,
    headers: Record<string, string> = manager,
  ) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields))
      form.append(name, typeof value === 'string' ? value : new File([value.bytes], value.name))
    return region.fetch(
      new Request(`http://localhost:3000${path}`, { method: 'POST', body: form, headers: { ...headers } }),
      { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
    )
  }
  const own = `/mijn/voortgang?actie=${action}`
  const filled = {
    sleutel: 'formulier-met-foto',
    [`stand-${action}`]: 'op-koers',
    [`zin-${action}`]: 'Het hek staat er.',
    [`fototekst-${action}`]: 'Een nieuw hek langs het spoor.',
    [`foto-${action}`]: { name: 'IMG_1.jpg', bytes: phonePhoto(where) },
  }

  test('is asked for in the form, with what is on it', async () => {
    const page = await region.text(own, manager)
    expect(page).toContain('multipart/form-data')
    expect(page).toContain(`name="foto-${action}"`)
    expect(page).toContain('Wat staat er op de foto?')
  })

  test('is kept without what the phone wrote beside it, once, however often it arrives', async () => {
    for (let time = 0; time < 3; time += 1) expect((await send(own, filled)).status).toBe(303)
    const [update, ...more] = await said()
    expect(more).toEqual([])
    expect(update?.words).toBe('Een nieuw hek langs het spoor.')
    expect(await photos()).toEqual([{ hash: update?.photo, kind: 'jpeg' }])
  })

  test('is for professionals, as the sentence is, and for nobody else', async () => {
    const [update] = await said()
    const address = `/acties/${action}/foto/${update?.photo}`
    const reader = await signInAs(region, 'oov-renswoude')
    const page = await region.text(`/acties/${action}`, reader)
    expect(page).toContain(`src="${address}" alt="Een nieuw hek langs het spoor."`)
    expect(await region.text(`/acties/${action}`)).not.toContain('spoor')

    const answer = await region.get(address, reader)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(update?.photo)
    expect(bytes.toString('latin1')).not.toContain('52.0907')
    for (const headers of [{}, await signInAs(region, 'oud-adviseur-zeist')])
      expect((await region.get(address, headers)).status).toBe(404)
    expect((await region.get(address.replace(action, 'S23-009'), reader)).status).toBe(404)
  })

  test('is refused with why; what was typed stays, and the photo is asked for again', async () => {
    const cases = [
      [{ name: 'a.heic', bytes: new Uint8Array(Buffer.from('0000001866747970686569630000', 'hex')) }, 'soort HEIC'],
      [{ name: 'a.jpg', bytes: plainPhoto('jpeg').slice(0, 150) }, 'niet heel aangekomen'],
      [{ name: 'a.jpg', bytes: new Uint8Array(largestPhoto + 1) }, 'groter dan 5 MB'],
      [{ name: 'a.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.7')) }, 'Dit is geen foto.'],
    ] as const
    for (const [photo, message] of cases) {
      const answer = await send(own, { ...filled, [`foto-${action}`]: photo })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain(message)
      expect(page).toContain('Het hek staat er.')
      expect(page).toContain('value="Een nieuw hek langs het spoor."')
    }
    const unreasoned = await send(own, { ...filled, [`stand-${action}`]: 'geblokkeerd', [`zin-${action}`]: '' })
    expect(unreasoned.status).toBe(422)
    expect(await unreasoned.text()).toContain('Kies de foto opnieuw.')
    expect((await send(own, { ...filled, [`fototekst-${action}`]: '' })).status).toBe(422)
    expect(await said()).toHaveLength(1)
  })

  test('that is far too large is refused before it is read', async () => {
    const answer = await send(own, {
      ...filled,
      [`foto-${action}`]: { name: 'a.jpg', bytes: new Uint8Array(21 * 1024 * 1024) },
    })
    expect(answer.status).toBe(413)
    expect(await said()).toHaveLength(1)
  })

  test('belongs to one update: what is unchanged does not show it again', async () => {
    await send(own, {
      sleutel: 'formulier-zonder',
      [`stand-${action}`]: 'ongewijzigd',
      [`zin-${action}`]: 'Het hek staat er.',
    })
    expect(await said()).toMatchObject([{}, { photo: null, words: null }])
  })

  test('goes along with the link of a mail, without signing in', async () => {
    await keepRounds(region.db, roundPostFrom('https://sv.example', null), () => false)
    const [mail] = await region.rows(sql<{ body: string }>`
      select body from mail.outbox where recipient = 'programmamanager@voorbeeld.invalid' and body like '%/stand/%'`)
    const link = /https:\/\/sv\.example(\/stand\/\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
    const page = await region.text(link)
    const asked = /name="foto-([^"]+)"/.exec(page)?.[1] ?? ''
    const form = {
      [`stand-${asked}`]: 'op-koers',
      [`fototekst-${asked}`]: 'Een volle zaal.',
      [`foto-${asked}`]: { name: 'zaal.png', bytes: talkingPng(where) },
    }
    expect((await send(link, form, {})).status).toBe(303)
    expect(await said(asked)).toMatchObject([{ words: 'Een volle zaal.' }])
    expect(await photos()).toHaveLength(2)
    // The link shows no photo: whoever holds it sees what it asks, and the sentence.
    expect((await region.get(`/acties/${asked}/foto/${(await said(asked))[0]?.photo}`)).status).toBe(404)
  })
})
