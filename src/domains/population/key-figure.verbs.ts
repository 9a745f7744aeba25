import type { Day } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import type { CountedArea, KnownRelease } from '../crime'
import { mergersIn } from './inhabitants.verbs'
import { type ShownFigure, shownFigures } from './key-figure'
import { knownFigures } from './key-figure.store'

/** The key figures of an area beside its region; `example`, `none-loaded` and `other-division` say why there are none. */
export type KeyFiguresOfArea =
  | { readonly figures: readonly ShownFigure[] }
  | { readonly absent: 'example' | 'none-loaded' | 'other-division' }

/** What CBS says of an area that figures of the police are shown of. Beside invented figures nothing that is real is shown. */
export async function keyFiguresOf(
  tx: Reader,
  release: KnownRelease,
  area: CountedArea,
  region: CountedArea | null,
  days: { readonly on: Day; readonly knownOn: Day },
): Promise<KeyFiguresOfArea> {
  if (release.isExample) return { absent: 'example' }
  const mergers = await mergersIn(tx, release)
  const regionParts = region?.parts ?? []
  const codes = [...new Set([...area.parts, ...regionParts, ...mergers.map(({ from }) => from)])]
  const known = await knownFigures(tx, codes, days)
  if (known.length === 0) return { absent: 'none-loaded' }
  const figures = shownFigures(known, area.parts, regionParts, mergers)
  return figures.length === 0 ? { absent: 'other-division' } : { figures }
}
