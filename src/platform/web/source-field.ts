import { z } from 'zod'
import { firstSource } from '../../kernel/source'

/** Where an item comes from, in the API: the first document with its lines, and every reference as the pack has it. */
export const sourceFields = {
  bron: z
    .object({
      document: z.string().meta({ description: 'De bestandsnaam van het brondocument.' }),
      regels: z.string().meta({ description: 'De regels, vanaf 1 geteld, gescheiden door een puntkomma.' }),
    })
    .nullable()
    .meta({ description: 'Het eerste brondocument; leeg als dit van buiten de documenten komt.' }),
  bronnen: z.array(z.string()).meta({ description: 'Alle bronregels, als document:regels.' }),
}

export function sourceValues(sources: readonly string[]) {
  const first = firstSource(sources)
  return { bron: first && { document: first.document, regels: first.lines }, bronnen: [...sources] }
}
