import type { ArchiveSum } from './archive'
import type { RestoreRefusal } from './restore'

export const wholeNumber = (value: number) => new Intl.NumberFormat('nl-NL').format(value)

/** What is in a backup, on one line. */
export function archiveLine({ head, parts }: ArchiveSum): string {
  const rows = parts.reduce((total, part) => total + part.rows, 0)
  const from = head.from === 'pglite' ? 'de ingebouwde database' : 'PostgreSQL'
  return `${wholeNumber(parts.length)} onderdelen, ${wholeNumber(rows)} rijen, uit ${from}, gemaakt op ${head.madeAt}.`
}

/** What is wrong with a file, in Dutch; null when the fault is of another kind. */
export function fileTroubleText(fault: unknown, path: string): string | null {
  switch ((fault as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return `Het bestand ${path} of de map ervan bestaat niet.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Het bestand ${path} is niet toegankelijk: er zijn rechten voor nodig.`
    case 'EISDIR':
      return `${path} is een map en geen bestand.`
    case 'ENOSPC':
      return `De schijf is vol: ${path} kon niet worden geschreven. Er is niets achtergebleven.`
    default:
      return null
  }
}

/** Why a backup is not restored, in Dutch. */
export function refusalText(refusal: RestoreRefusal, path: string): string {
  switch (refusal.refused) {
    case 'damaged':
      return damageText(refusal, path)
    case 'other-migrations':
      return `Deze reservekopie hoort bij een andere versie van het programma (verschil: ${refusal.names.join(', ')}). Gebruik de versie waarmee hij is gemaakt, of een nieuwere. Er is niets veranderd.`
    case 'not-empty':
      return `Terugzetten kan alleen in een lege database, en deze heeft al rijen in ${refusal.tables.slice(0, 3).join(', ')}${refusal.tables.length > 3 ? ` en ${refusal.tables.length - 3} andere tabellen` : ''}. Kies een lege database (DATABASE_URL) of map (DATA_DIR). Er is niets veranderd.`
  }
}

function damageText({ kind, where }: Extract<RestoreRefusal, { refused: 'damaged' }>, path: string): string {
  const part = where === null ? 'de kop of de lijst van onderdelen' : `het onderdeel ${where}`
  switch (kind) {
    case 'no-archive':
      return `${path} is geen reservekopie van Slagvaardig. Er is niets veranderd.`
    case 'cut-off':
      return `${path} houdt te vroeg op, in of na ${part}. Er is niets veranderd.`
    case 'changed':
      return `${path} is veranderd of beschadigd: ${part} klopt niet. Er is niets veranderd.`
  }
}
