import type { Reader } from '../db/database'
import { publicationSchema } from '../opendata/publication'
import type { RegionName } from '../web/ask'

/** The region this database was loaded with. Throws when none was: the program loads one before it answers. */
export async function regionName(tx: Reader): Promise<RegionName> {
  const { code, name, coalition, is_example, publication } = await tx
    .selectFrom('platform.packs')
    .select(['code', 'name', 'coalition', 'is_example', 'publication'])
    .orderBy('loaded_at', 'desc')
    .executeTakeFirstOrThrow()
  return { code, name, coalition, isExample: is_example, publication: publicationSchema.parse(publication) }
}
