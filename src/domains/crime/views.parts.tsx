import { Bookmarks } from '../../platform/ui'
import { attenderingenAddress, methodAddress } from './change.parts'
import { type AskedView, comparisonAddress, mapAddress, ownComparisonAddress, typeAddress } from './comparison.parts'
import type { CountedArea } from './count'
import { allCrimes } from './crime-type'

/** The other ways to look at the whole region. */
export function RegionViews() {
  return (
    <Bookmarks
      label="Andere manieren om te kijken"
      items={[
        { label: 'Gemeenten vergelijken', href: comparisonAddress() },
        { label: 'Kaart', href: mapAddress() },
        { label: 'Per 1.000 inwoners', href: typeAddress(allCrimes) },
        { label: 'Attenderingen', href: attenderingenAddress },
        { label: 'Hoe wij verandering beoordelen', href: methodAddress },
        { label: 'Wat we niet meten', href: '/veiligheidsbeelden/wat-we-niet-meten' },
      ]}
    />
  )
}

/** From one area to the same type in other areas. */
export function AreaViews({ area, asked }: { area: CountedArea; asked: AskedView }) {
  const { soort, ...rest } = asked
  return (
    <Bookmarks
      label="Andere manieren om te kijken"
      items={[
        ...(area.kind === 'gemeente'
          ? [{ label: 'Naast gemeenten van deze omvang', href: ownComparisonAddress(area.code, asked) }]
          : []),
        { label: 'Alle gemeenten, per 1.000 inwoners', href: typeAddress(soort ?? allCrimes, rest) },
      ]}
    />
  )
}
