import type { Day } from '../../kernel/day'
import { type BlockKind, type Content, type Origin, origins, type Place, places } from './account'
import { parseReference } from './reference'

/** A block as it was typed. */
export type Typed = {
  readonly seq: string
  readonly title: string
  readonly body: string
  readonly origin: string
  readonly day: string
  readonly month: string
  readonly year: string
  /** The hash of a picture that was kept; empty when there is none. */
  readonly picture: string
  readonly alt: string
  readonly credit: string
  readonly place: string
  readonly isRemoved: boolean
}

type Fault = {
  readonly field: 'titel' | 'tekst' | 'plaats' | 'herkomst' | 'tot' | 'bestand' | 'beschrijving' | 'bron' | 'waar'
  readonly message: string
}

/** What was typed as content, or what is wrong with it. `unknown` are references that lead nowhere. */
export function contentOf(
  typed: Typed,
  of: {
    readonly kind: BlockKind
    readonly named: readonly string[]
    readonly unknown: readonly string[]
    readonly until: Day | null
    readonly today: Day
    /** Why a file that came along is no picture we take; null when it is, or none came. */
    readonly noPicture: string | null
  },
): Content | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const title = typed.title.trim()
  const body = typed.body.trim().replaceAll('\r\n', '\n')
  const seq = /^\d{1,3}$/.test(typed.seq.trim()) ? Number(typed.seq) : 0
  if (title === '' || title.length > 200)
    faults.push({ field: 'titel', message: 'Geef het blok een kop van ten hoogste 200 tekens.' })
  if (seq < 1) faults.push({ field: 'plaats', message: 'Vul bij plaats een getal in van 1 tot en met 999.' })
  const longest = of.kind === 'beeld' ? 500 : 20_000
  if (body === '' || body.length > longest)
    faults.push({
      field: 'tekst',
      message:
        of.kind === 'beeld'
          ? 'Schrijf een onderschrift van ten hoogste 500 tekens.'
          : 'Vul de inhoud in. Ten hoogste 20.000 tekens.',
    })
  const place = places.find((one) => one === typed.place) ?? null
  if (!place) faults.push({ field: 'waar', message: 'Kies waar dit blok komt te staan.' })
  const misspelt = of.named.filter((text) => !parseReference(text))
  if (misspelt.length > 0)
    faults.push({
      field: 'tekst',
      message: `Dit is geen verwijzing naar een cijfer: ${misspelt.join(', ')}. Schrijf bijvoorbeeld meting:M-001, of kies er een uit de lijst.`,
    })
  const missing = of.unknown.filter((text) => !misspelt.includes(text))
  if (missing.length > 0)
    faults.push({
      field: 'tekst',
      message: `Dit cijfer kennen wij niet: ${missing.join(', ')}. Kies een cijfer uit de lijst.`,
    })
  const origin = of.kind === 'verhaal' ? (origins.find((one) => one === typed.origin) ?? null) : null
  if (of.kind === 'verhaal' && !origin)
    faults.push({ field: 'herkomst', message: 'Kies waar het verhaal vandaan komt.' })
  const consentUntil = origin === 'toestemming' ? of.until : null
  if (origin === 'toestemming' && !(of.until && of.until > of.today))
    faults.push({ field: 'tot', message: 'Vul in tot welke dag de toestemming geldt. Die dag moet nog komen.' })
  const picture =
    of.kind === 'beeld' ? { hash: typed.picture, alt: typed.alt.trim(), credit: typed.credit.trim() } : null
  if (picture) faults.push(...pictureFaults(picture, of.noPicture))
  return faults.length > 0
    ? { faults }
    : {
        seq,
        title,
        body,
        origin: origin as Origin | null,
        consentUntil,
        picture,
        place: place as Place,
        isRemoved: typed.isRemoved,
      }
}

function pictureFaults(picture: { hash: string; alt: string; credit: string }, noPicture: string | null): Fault[] {
  const { hash, alt, credit } = picture
  return [
    ...(noPicture || hash === ''
      ? [{ field: 'bestand', message: noPicture ?? 'Kies een beeld: een PNG of JPEG.' } as const]
      : []),
    ...(alt === '' || alt.length > 500
      ? [
          {
            field: 'beschrijving',
            message: 'Beschrijf wat er te zien is, voor wie het beeld niet ziet. Ten hoogste 500 tekens.',
          } as const,
        ]
      : []),
    ...(credit === '' || credit.length > 200
      ? [
          {
            field: 'bron',
            message: 'Schrijf van wie het beeld is en dat het mag worden gebruikt. Ten hoogste 200 tekens.',
          } as const,
        ]
      : []),
  ]
}
