import { Fold, List, Paragraph, TextLink } from '../../platform/ui'
import { count, period } from '../../platform/ui/wording'
import type { Deed, DeedMark } from './deed'

const kindWords: Readonly<Record<Deed['kind'], string>> = { action: 'actie', result: 'gemeld resultaat' }
const remarkOf = ({ kind, plan, ground }: Deed) =>
  `${kindWords[kind]}, ${plan}${ground === 'subject' ? ', zelfde onderwerp' : ''}`

/** The marks as a chart takes them. */
export const deedNotes = (marks: readonly DeedMark[]) =>
  marks.map((mark) => ({
    period: mark.period,
    text: mark.deeds.map((deed) => `${deed.title} (${kindWords[deed.kind]})`).join('; '),
    entries: mark.deeds.map((deed) => ({ label: deed.title, href: deed.href, remark: remarkOf(deed) })),
  }))

/** What the marks under a chart mean and do not mean, and what ran in the same time without a date of its own. */
export function DeedsBeside({ marks, stretches }: { marks: readonly DeedMark[]; stretches: readonly Deed[] }) {
  const all = marks.reduce((sum, { deeds }) => sum + deeds.length, 0) + stretches.length
  if (all === 0) return null
  return (
    <>
      <Paragraph small>
        Dit liep in deze tijd: {count(all, 'actie of resultaat', 'acties en resultaten')} uit plannen die hier gelden.
        Het laat niet zien dat een actie de aantallen veranderde.
        {marks.length > 0 && ' Een nummer staat bij de dag of maand waarvoor iets was afgesproken.'}
      </Paragraph>
      {stretches.length > 0 && (
        <Fold
          label={`Zonder eigen dag of maand: ${count(stretches.length, 'actie of resultaat', 'acties en resultaten')}`}
        >
          <List
            items={stretches.map((deed) => (
              <>
                {period(deed.period)}: <TextLink href={deed.href}>{deed.title}</TextLink> ({remarkOf(deed)})
              </>
            ))}
          />
        </Fold>
      )}
    </>
  )
}
