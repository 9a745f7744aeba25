import type { Writer } from '../../platform/db/database'
import type { NewCorrection } from './correction'
import { addCorrection } from './correction.store'
import { enter, hashOfJson, type Published } from './entry.verbs'

/** Adds a correction and enters it in the ledger, in one transaction. False when the same form came in before. */
export async function correct(
  tx: Writer,
  correction: NewCorrection,
  at: { readonly address: string } & Pick<Published, 'programma' | 'controlepunt'>,
): Promise<boolean> {
  if (!(await addCorrection(tx, correction))) return false
  const { id, kind, subject, before, after, reason } = correction
  await enter(tx, {
    soort: 'correctie',
    onderwerp: id,
    adres: `${at.address}#daarna`,
    earlier: null,
    bestanden: {},
    getallen: hashOfJson({ kind, subject, before, after, reason }),
    programma: at.programma,
    controlepunt: at.controlepunt,
  })
  return true
}
