import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Database } from '../db/database'
import { stateOf } from '../db/state'
import { together } from '../db/together'

const compressed = promisify(gzip)

type Kept = { readonly body: Uint8Array<ArrayBuffer>; readonly headers: Headers }

// Of these two the longest file of figures is larger, and asked for once.
const mostBytes = 64 * 1024 * 1024
const largestAnswer = 1024 * 1024
// Anybody can make up addresses: what is kept beside the answer counts too.
const longestKey = 600
const mostAnswers = 20_000
const sizeOf = (name: string, { body }: Kept) => body.length + 2 * name.length + 1024

/**
 * The answers to what everybody may read, kept compressed for as long as nothing was written. The state is asked before an answer is
 * made, so that one made of what changed meanwhile is not found again. `key` says everything the answer depends on but the rows.
 */
export function keptAnswers(askState: (db: Database) => Promise<string> = stateOf) {
  const stateNow = together(askState)
  let state = ''
  let bytes = 0
  const answers = new Map<string, Kept>()

  return async (db: Database, key: string, isCompressed: boolean, make: () => Promise<Response>): Promise<Response> => {
    const now = await stateNow(db)
    if (now !== state) {
      state = now
      bytes = 0
      answers.clear()
    }
    const name = `${isCompressed} ${key}`
    const known = answers.get(name)
    if (known) return new Response(known.body, { headers: known.headers })
    const answer = await make()
    if (answer.status !== 200) return answer
    const plain = new Uint8Array(await answer.arrayBuffer())
    const headers = new Headers(answer.headers)
    headers.append('vary', 'Accept-Encoding')
    if (isCompressed) headers.set('content-encoding', 'gzip')
    const body = isCompressed ? new Uint8Array(await compressed(plain)) : plain
    if (now === state && body.length <= largestAnswer && key.length <= longestKey && !answers.has(name)) {
      answers.set(name, { body, headers })
      bytes += sizeOf(name, { body, headers })
      // The oldest go first: a robot that reads everything pushes out what it read.
      for (const [oldest, answer] of answers) {
        if (bytes <= mostBytes && answers.size <= mostAnswers) break
        answers.delete(oldest)
        bytes -= sizeOf(oldest, answer)
      }
    }
    return new Response(body, { headers })
  }
}
