import type { Ask } from './ask'

/** An error of the API as RFC 9457 problem+json: what is wrong and what to do, in Dutch. */
export function problem(status: number, title: string, detail: string, ask: Pick<Ask, 'url' | 'requestId'>): Response {
  const body = { type: 'about:blank', title, status, detail, instance: ask.url.pathname, verzoek: ask.requestId }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'api-version': '1.0.0',
      'access-control-allow-origin': '*',
    },
  })
}
