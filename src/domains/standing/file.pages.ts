import { documentFile, documentTypes } from '../../platform/documents/file'
import { TooLong } from '../../platform/documents/pdf'
import type { Ask } from '../../platform/web/ask'
import { documentOf, type Edition } from './document.parts'
import { type FindPlace, knowing } from './standing.pages'
import { standingOf } from './standing.verbs'

const fewer = [8, 5, 3, 2, 1, 0] as const

/** A state of affairs as one A4, PDF/UA: as much of each list as fits, and of the rest how many and where. */
export const standingFile =
  (find: FindPlace) =>
  async (ask: Ask): Promise<Response> => {
    const found = await ask.read(async (tx) => {
      const place = await find(tx, ask)
      return place && { place, standing: await standingOf(tx, place.whose, ask.today) }
    })
    if (!found) return ask.notFound()
    const { place, standing } = found
    const edition: Edition = {
      whose: place.whose,
      title: place.title,
      standing,
      knowing: knowing(ask),
      coalition: ask.region.coalition,
      address: `${ask.installation.baseUrl}${place.path}`,
      madeAt: ask.now.toISOString(),
    }
    return ask.file(await fitting(edition, ask.now), documentTypes.pdf, {
      'content-disposition': `inline; filename="stand-${place.whose.code}.pdf"`,
      'cache-control': 'no-store',
    })
  }

async function fitting(edition: Edition, madeAt: Date): Promise<Uint8Array> {
  for (const most of fewer) {
    try {
      return await documentFile('pdf', documentOf(edition, most), madeAt)
    } catch (fault) {
      if (!(fault instanceof TooLong)) throw fault
    }
  }
  throw new TooLong('a state of affairs without lists is more than one A4')
}
