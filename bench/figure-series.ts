import pg from 'pg'
import { load, regionOnPostgres, serveByHand, serveProduct, serveText, startSide } from './figure-servers'
import { compare, type Round, summary } from './harness'

// Promise 1: the months of one area and type as JSON, any of 10,000 different ones; against text of as many bytes behind the same server
// and middleware, and against Fastify with a query written by hand. PostGraphile is not measured.
const wanted = Number(process.env.SERIES ?? 10_000)
const seconds = Number(process.env.SECONDS_A_ROUND ?? 5)

const [, , serves, kind, given = ''] = process.argv
if (serves === 'serve') {
  if (kind === 'ours') await serveProduct(given)
  else if (kind === 'hand') await serveByHand(given)
  else {
    const text = sample(Number(given))
    serveText('application/json; charset=utf-8', () => text)
  }
} else await measure()

/** JSON as long as an answer and as hard to compress: rows that differ a little. */
function sample(bytes: number): string {
  const rows: string[] = []
  for (let at = 0, length = 0; length < bytes; at++) {
    const row = JSON.stringify({
      code: `GM0344_1.1.1_${2000 + at}`,
      gebied: 'GM0344',
      gebiedsnaam: 'Utrecht',
      waarde: (at * 37) % 101,
    })
    rows.push(row)
    length += row.length + 1
  }
  return `[${rows.join(',')}]`.slice(0, bytes)
}

async function measure() {
  const database = await regionOnPostgres()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ path: string }>(
    `select '/api/v1/misdrijfcijfers?gebied=' || a.code || '&misdrijfsoort=' || t.type || '&perPagina=500' as path
       from crime.release_areas a cross join lateral (select unnest(r.types) as type from crime.releases r where r.id = a.release) t
      order by md5(a.code || t.type) limit $1`,
    [wanted],
  )
  await client.end()
  const paths = rows.map(({ path }) => path)
  const ours = await startSide('ours', database.url)
  const hand = await startSide('hand', database.url)
  const first = await (await fetch(`${ours.origin}${paths[0]}`)).text()
  const hello = await startSide('hello', String(first.length))
  try {
    for (const path of paths.slice(0, 20)) {
      const [own, other] = await Promise.all(
        [ours, hand].map(
          async ({ origin }) => ((await (await fetch(`${origin}${path}`)).json()) as { items: unknown[] }).items,
        ),
      )
      if (JSON.stringify(own) !== JSON.stringify(other)) throw new Error(`${path} differs from the one written by hand`)
    }
    console.log(`${paths.length} series, ${first.length} bytes each, 16 readers; 20 series are equal on both sides`)
    const cold = await load(
      ours,
      (
        (at) => () =>
          paths[at++] ?? null
      )(0),
      Number.POSITIVE_INFINITY,
    )
    console.log(`the first time each: ${per(cold)}`)
    let at = 0
    const side = (name: string, of: typeof ours) => ({
      name,
      round: (): Promise<Round> => load(of, () => paths[at++ % paths.length] ?? null, seconds),
    })
    const own = side('a series', ours)
    const toHello = await compare(own, side('as many bytes', hello), { atMost: 2 })
    const toHand = await compare(own, side('by hand', hand), { atMost: 1 / 3 })
    const colds = await load(
      hand,
      (
        (n) => () =>
          n < 500 ? (paths[n++] ?? null) : null
      )(0),
      Number.POSITIVE_INFINITY,
    )
    console.log(`by hand, 500 of them: ${per(colds)}; ${summary('', [colds])}`)
    console.log(`against as many bytes: time per answer, ${toHello.verdict}`)
    console.log(`against by hand: time per answer, ${toHand.verdict}`)
    process.exitCode = toHello.isWithin && toHand.isWithin ? 0 : 1
  } finally {
    for (const { child } of [ours, hand, hello]) child.kill()
    await database.drop()
  }
}

function per({ requests, seconds, cpu }: Round & { requests: number }): string {
  return `${requests} answers, ${(1 / seconds).toFixed(0)} a second, processor ${((cpu ?? 0) * 1000).toFixed(2)} ms each`
}
