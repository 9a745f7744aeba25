import type { Writer } from '../../platform/db/database'
import { noteDeed } from '../identity'

/** Writes down that everything closed in a file was read by whoever made it: by its number, never by its title. */
export async function noteReading(tx: Writer, meeting: string, names: readonly string[], requestId: string) {
  for (const name of names)
    await noteDeed(tx, { event: 'besloten stuk gelezen', object: `${meeting}, ${name}`, requestId })
}
