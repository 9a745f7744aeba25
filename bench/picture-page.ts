import { addMonths, type Month } from '../src/kernel/month'
import { fetchOne, load, serveProduct, serveText, startSide, steadily } from './figure-servers'
import { compare, type Round } from './harness'

// Promise 2: the safety picture of a municipality, any month of it, on the embedded database; against the same bytes put together from
// template strings behind the same server and middleware. First as nobody keeps it, then as it is kept.
const seconds = Number(process.env.SECONDS_A_ROUND ?? 5)
const largest = 60 * 1024

const [, , serves, kind, address = ''] = process.argv
if (serves === 'serve') {
  if (kind === 'ours') await serveProduct()
  else {
    const page = await (await fetch(address)).text()
    // As a page of template strings is: a few hundred constants with something between them.
    const parts = page.match(/[\s\S]{1,120}/g) ?? []
    serveText('text/html; charset=utf-8', () => parts.reduce((text, part) => `${text}${part}`, ''))
  }
} else await measure()

async function measure() {
  const ours = await startSide('ours')
  const home = await (await fetch(`${ours.origin}/veiligheidsbeelden`)).text()
  const links = [...home.matchAll(/href="\/veiligheidsbeelden\/(GM\d{4})"/g)].map(([, code]) => code ?? '')
  const region = await (await fetch(`${ours.origin}/veiligheidsbeelden/vergelijken`)).text()
  const codes = [
    ...new Set([...links, ...[...region.matchAll(/\/veiligheidsbeelden\/(GM\d{4})/g)].map(([, code]) => code ?? '')]),
  ]
  const paths = codes.flatMap((code) =>
    Array.from({ length: 60 }, (_, back) => `/veiligheidsbeelden/${code}?tot=${addMonths('2026-10' as Month, -back)}`),
  )
  const template = await startSide('template', `${ours.origin}${paths[0]}`)
  let at = 0
  const next = () => paths[(at++ * 997) % paths.length] ?? ''
  try {
    const page = await fetchOne(`${ours.origin}${paths[0]}`)
    const html = await (await fetch(`${ours.origin}${paths[0]}`)).text()
    const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '')
    const sizes = await Promise.all(styles.map(async (href) => (await fetchOne(`${ours.origin}${href}`)).bytes))
    const moved = page.bytes + sizes.reduce((sum, size) => sum + size, 0)
    console.log(
      `${codes.length} municipalities, ${paths.length} pages; this one ${Buffer.byteLength(html)} bytes, ${moved} compressed with ${styles.length} stylesheets (at most ${largest})`,
    )
    if (html.includes('<script')) console.log('the page has a script: it works without')
    const template1 = (name: string): { name: string; round(): Promise<Round> } => ({
      name,
      round: () => load(template, next, seconds),
    })
    // A session that is none makes a page of everybody's that is not kept.
    const stranger = { cookie: `sv_sessie=${'A'.repeat(43)}` }
    const unkept = await compare(
      { name: 'a page, not kept', round: () => load(ours, next, seconds, stranger) },
      template1('template strings'),
      { atMost: 4 },
    )
    await load(
      ours,
      (
        (n) => () =>
          paths[n++] ?? null
      )(0),
      Number.POSITIVE_INFINITY,
    )
    const kept = await compare(
      { name: 'a page, kept', round: () => load(ours, next, seconds) },
      template1('template strings'),
      {
        atMost: 2,
      },
    )
    const [own, other] = [await steadily(ours.origin, next, 50, 10), await steadily(template.origin, next, 50, 10)]
    const isSteady = own <= 1.5 * other
    console.log(`not kept: time per page, ${unkept.verdict}`)
    console.log(`kept: time per page, ${kept.verdict}`)
    console.log(
      `at 50 a second 95 of 100 within ${own.toFixed(1)} ms, of template strings ${other.toFixed(1)} ms: ratio ${(own / other).toFixed(2)} (at most 1.5): ${isSteady ? 'kept' : 'MISSED'}`,
    )
    process.exitCode = unkept.isWithin && kept.isWithin && isSteady && moved <= largest ? 0 : 1
  } finally {
    for (const { child } of [ours, template]) child.kill()
  }
}
