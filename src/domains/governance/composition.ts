/** A seat in a working group: as the rule asks it, or as it was filled. */
export type Seat = {
  readonly code: string
  readonly seat: number
  readonly ground: 'vereist' | 'werkelijk'
  /** The function on this seat. */
  readonly role: string
  readonly count: number
  readonly district: { readonly code: string; readonly name: string; readonly kind: string } | null
  readonly municipality: { readonly code: string; readonly name: string } | null
  readonly organisation: {
    readonly code: string
    readonly name: string
    readonly kind: string
    readonly standsForAll: boolean
  } | null
  readonly note: string | null
  readonly sources: readonly string[]
}

/** How what was filled stands beside what was agreed. A deviation is no fault: the partners may choose otherwise. */
export type SeatVerdict = 'as-agreed' | 'more' | 'fewer' | 'not-agreed' | 'unknown'

export type SeatComparison = {
  /** What keeps this place apart from the others. */
  readonly key: string
  /** For whom the seats are: the municipalities of a district, or an organisation. */
  readonly place: string
  readonly agreed: number
  /** Null when no source says who sits there. */
  readonly actual: number | null
  readonly verdict: SeatVerdict
  /** The seats as they were filled, else as they were agreed. */
  readonly seats: readonly Seat[]
}

/**
 * Holds the seats that were filled beside those that were agreed, per place, in the order of the rule; what was not agreed
 * comes last. When nobody says who sits there at all, every place is unknown.
 */
export function compareSeats(agreed: readonly Seat[], actual: readonly Seat[]): SeatComparison[] {
  const places = [...new Set([...agreed, ...actual].map(placeOf))]
  return places.map((place) => {
    const wanted = agreed.filter((seat) => placeOf(seat) === place)
    const filled = actual.filter((seat) => placeOf(seat) === place)
    const counts = { agreed: seatCount(wanted), actual: actual.length === 0 ? null : seatCount(filled) }
    const seats = filled.length > 0 ? filled : wanted
    return {
      key: place,
      place: placeName(wanted.length > 0 ? wanted : filled),
      ...counts,
      verdict: verdictOf(counts.agreed, counts.actual),
      seats,
    }
  })
}

/** How many seats municipalities fill per district; a district without any counts zero. */
export function seatsPerDistrict<District extends { readonly code: string }>(
  seats: readonly Seat[],
  districts: readonly District[],
): { readonly district: District; readonly count: number }[] {
  const ofMunicipalities = seats.filter(isOfMunicipalities)
  return districts.map((district) => ({
    district,
    count: seatCount(ofMunicipalities.filter((seat) => seat.district?.code === district.code)),
  }))
}

const seatCount = (seats: readonly Seat[]) => seats.reduce((sum, { count }) => sum + count, 0)

const isOfMunicipalities = ({ municipality, organisation }: Seat) =>
  municipality !== null || organisation?.standsForAll === true

// An organisation sends one of its parts: the regional investigation service sits there for the police.
function placeOf(seat: Seat): string {
  if (isOfMunicipalities(seat)) return `municipalities of ${seat.district?.code ?? ''}`
  const { organisation } = seat
  if (!organisation) return `role ${seat.role}`
  return organisation.kind === 'overig' ? organisation.code : organisation.kind
}

function placeName([seat]: readonly Seat[]): string {
  if (!seat) return ''
  if (isOfMunicipalities(seat)) return seat.district ? `gemeenten in ${seat.district.name}` : 'gemeenten'
  return seat.organisation?.name ?? seat.role
}

function verdictOf(agreed: number, actual: number | null): SeatVerdict {
  if (actual === null) return 'unknown'
  if (agreed === 0) return 'not-agreed'
  if (actual === agreed) return 'as-agreed'
  return actual > agreed ? 'more' : 'fewer'
}
