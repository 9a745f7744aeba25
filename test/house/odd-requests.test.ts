import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInAs } from '../environment/people'
import { type Opened, openRegion } from '../environment/region'

let opened: Opened
beforeAll(async () => {
  opened = await openRegion()
})
afterAll(() => opened.close())

// Made up by somebody, or by a program that tries every door: never a fault of ours.
describe('an address that makes no sense', () => {
  test.each([
    ['/?geldigOp=0000-01-01', 400],
    ['/cijfers?bekendOp=0000-01-01', 400],
    ['/api/v1/gebieden?geldigOp=0000-01-01', 400],
    ['/api/v1/metingen?periode=9999', 400],
    ['/api/v1/metingen?periode=0000', 400],
    ['/zoeken?q=a&soort=gebied&pagina=1e300', 400],
    ['/zoeken?q=a&soort=gebied&pagina=99999999999999999999', 400],
    ['/zoeken?q=a&soort=constructor', 400],
    ['/kennis?pagina=1e300', 400],
    ['/keten/constructor/x', 404],
    ['/gebieden/%00', 400],
    ['/gebieden/%', 404],
    ['/%ED%A0%80', 404],
    ['/zoeken?q=%27)%3B%20!%20(a%20%26%20%7C%20%25_%5C', 200],
  ])('%s', async (path, status) => expect((await opened.get(path)).status).toBe(status))

  test('a question that is very long', async () => {
    expect((await opened.get(`/zoeken?q=${'x'.repeat(7000)}`)).status).toBe(200)
  })

  test('/beheer/logboek with a page that cannot be', async () => {
    const administrator = await signInAs(opened, 'functioneel-beheerder')
    for (const page of ['1e300', '99999999999999999999', '0', '-1', '1.5', '0x10'])
      expect((await opened.get(`/beheer/logboek?pagina=${page}`, administrator)).status).toBe(400)
  })
})

describe('a body that is no form', () => {
  const post = (body: string, type: string) =>
    opened.fetch(
      new Request('http://localhost:3000/inloggen', {
        method: 'POST',
        body,
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
      }),
    )
  test.each(['application/json', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x', 'niets'])(
    'of type %s',
    async (type) => expect((await post('{"mail":', type)).status).toBe(400),
  )
  test('is not read when it is larger than any form', async () => {
    const form = 'application/x-www-form-urlencoded'
    expect((await post(`mail=${'x'.repeat(100_000)}`, form)).status).toBe(422)
    const answer = await post(`mail=${'x'.repeat(300_000)}`, form)
    expect(answer.status).toBe(413)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })
  test('is not told from an address that does not exist when it is larger than a closed one reads', async () => {
    const large = (path: string) =>
      opened.fetch(
        new Request(`http://localhost:3000${path}`, {
          method: 'POST',
          body: `inhoud=${'x'.repeat(9 * 1024 * 1024)}`,
          headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        }),
      )
    const answers = await Promise.all(['/beheer/inlezen', '/uitvragen/RIEC-2022/mailen', '/nergens'].map(large))
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(await answers[0]?.text()).toBe(await answers[2]?.text())
  })
  test('is not read when it does not say how large it is', async () => {
    const pieces = new ReadableStream({
      start(to) {
        for (let piece = 0; piece < 300; piece += 1) to.enqueue(new TextEncoder().encode('x'.repeat(1000)))
        to.close()
      },
    })
    const answer = await opened.fetch(
      new Request('http://localhost:3000/inloggen', {
        method: 'POST',
        body: pieces,
        duplex: 'half',
        headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      } as RequestInit),
    )
    expect(answer.status).toBe(413)
  })
})
