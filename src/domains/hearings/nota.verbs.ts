import { canonicalJson, type Json } from '../../kernel/canonical'
import { dayInAmsterdam } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import { enter, hashOfJson, listCorrections, sha256 } from '../publications'
import { type Hearing, missing } from './hearing'
import { answersOf, listHearings, partiesOf, type Standing, standingOf } from './hearing.store'
import { type Nota, notaOf } from './nota'
import { type NewFile, notasOf, type Released, releaseNota } from './nota.store'

/** All a nota says, as canonical JSON: equal notas are equal texts. */
export const modelOf = (nota: Nota) => canonicalJson(nota as unknown as Json)
/** What a form holds of the nota that stood on its page. */
export const seenOf = (nota: Nota) => sha256(modelOf(nota))

/** A released nota as the ledger names it. */
export const subjectOf = (hearing: string, version: number) => `${hearing}-nota-${version}`

/** The notas of a hearing as whoever asks finds them. */
export type FoundNota = {
  readonly hearing: Hearing
  readonly standing: Standing
  /** The newest first. */
  readonly notas: readonly Released[]
  /** As it would be now, for the bureau; with how many points wait for an answer. */
  readonly draft: { readonly nota: Nota; readonly unanswered: number } | null
  /** Of every released version, the newest first. */
  readonly corrections: Awaited<ReturnType<typeof listCorrections>>
}

/** The notas of a hearing; null when there is nothing for whoever asks. */
export async function findNota(tx: Reader, code: string): Promise<FoundNota | null> {
  const [hearing] = await listHearings(tx, { code })
  if (!hearing) return null
  const [standing, notas] = [await standingOf(tx, code), await notasOf(tx, code)]
  const corrections = []
  for (const { version } of notas)
    corrections.push(...(await listCorrections(tx, { kind: 'nota', subject: subjectOf(code, version) })))
  if (!standing.bureauAs) return notas.length > 0 ? { hearing, standing, notas, draft: null, corrections } : null
  const [parties, answers] = [await partiesOf(tx, code), await answersOf(tx, code)]
  const nota = notaOf(hearing, dayInAmsterdam(new Date(hearing.openedAt)), parties, answers)
  return {
    hearing,
    standing,
    notas,
    corrections,
    draft: { nota, unanswered: missing(parties, answers).unanswered.length },
  }
}

export type Refusal = 'changed' | 'not-confirmed' | 'unanswered' | 'last-writer' | 'same'

/** Why whoever asks cannot release the nota now; null when he can. */
export function refusalToRelease(found: FoundNota, seen: string, isConfirmed: boolean): Refusal | null {
  const { standing, notas, draft } = found
  if (!draft || standing.mayRelease !== 'ja') return 'last-writer'
  if (draft.unanswered > 0) return 'unanswered'
  if (notas[0]?.model === modelOf(draft.nota)) return 'same'
  if (seen !== seenOf(draft.nota)) return 'changed'
  return isConfirmed ? null : 'not-confirmed'
}

/** A colleague released at this very moment: nothing of this transaction is kept. */
class Outrun extends Error {}

/** Releases exactly what was seen and enters it in the log of publications. False when it is no longer that. */
export async function release(
  write: <T>(work: (tx: Writer) => Promise<T>) => Promise<T>,
  { hearing, nota, version }: { readonly hearing: string; readonly nota: Nota; readonly version: number },
  files: readonly NewFile[],
  entry: {
    readonly address: string
    readonly program: string
    readonly checkpoint: Parameters<typeof enter>[1]['controlepunt']
    readonly requestId: string
  },
): Promise<boolean> {
  return write(async (tx) => {
    const now = await findNota(tx, hearing)
    if (!now || refusalToRelease(now, seenOf(nota), true) !== null) return false
    if ((await releaseNota(tx, hearing, { model: modelOf(nota), files }, entry.requestId)) !== version)
      throw new Outrun()
    await enter(tx, {
      soort: 'nota',
      onderwerp: subjectOf(hearing, version),
      adres: entry.address,
      earlier: null,
      bestanden: Object.fromEntries(files.map(({ format, hash }) => [`nota.${format}`, hash])),
      getallen: hashOfJson(nota as unknown as Json),
      programma: entry.program,
      controlepunt: entry.checkpoint,
    })
    return true
  }).catch((fault: unknown) => {
    if (fault instanceof Outrun) return false
    throw fault
  })
}
