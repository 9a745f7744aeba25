import { ButtonLink, Section, TextLink } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { CorrectionTable, correctForm, correctingPage, correctionsAddress } from '../publications'
import { breadcrumbsOf } from './hearing.pages'
import { notaAddress } from './hearing.parts'
import { notaTitle } from './nota.parts'
import { type FoundNota, findNota, subjectOf } from './nota.verbs'

// The newest released nota, for the bureau that asked.
const ownReleased = (ask: Ask) =>
  ask.read(async (tx) => {
    const found = await findNota(tx, ask.params.code ?? '')
    const newest = found?.notas[0]
    if (!found?.draft || !newest) return null
    const { hearing } = found
    return {
      kind: 'nota',
      subject: subjectOf(hearing.code, newest.version),
      title: notaTitle(found.draft.nota),
      address: notaAddress(hearing.code),
      breadcrumbs: [...breadcrumbsOf(hearing), { label: 'Nota van beantwoording', href: notaAddress(hearing.code) }],
      event: 'nota van beantwoording gecorrigeerd',
    }
  })

export const correctingNotaPage = correctingPage(ownReleased)
export const correctNotaForm = correctForm(ownReleased)

/** What was corrected in the released notas of a hearing; the bureau adds to it. */
export function NotaCorrections({ found }: { found: FoundNota }) {
  const { corrections, notas, draft, hearing } = found
  if (notas.length === 0 || (corrections.length === 0 && !draft)) return null
  return (
    <Section
      id="daarna"
      title="Correcties"
      intro={
        <>
          De nota blijft zoals zij is. Zie ook <TextLink href={correctionsAddress}>alle correcties</TextLink>.
        </>
      }
    >
      {corrections.length > 0 && <CorrectionTable corrections={corrections} />}
      {draft && <ButtonLink href={`${notaAddress(hearing.code)}/corrigeren`}>Schrijf een correctie</ButtonLink>}
    </Section>
  )
}
