import type { Month } from '../../kernel/month'
import { Paragraph, TextLink } from '../../platform/ui'
import { count, sentenceList } from '../../platform/ui/wording'
import { shareOfChance } from '../crime'
import { methodAddress, oneIn, verdictWords } from './change.parts'
import { twelveMonths } from './picture.parts'
import type { RegionChange } from './region-change.verbs'

/** In which municipalities the twelve months changed, by name: never a ranking. */
export function regionChangeSentence({ changed, unchanged, few, unknown }: RegionChange, last: Month): string {
  const judged = changed.length + unchanged.length
  const when = twelveMonths(last)
  const unsaid =
    unknown.length > 0 ? ` Van ${count(unknown.length, 'gemeente', 'gemeenten')} kennen we niet alle aantallen.` : ''
  if (judged + few.length === 0) return `Van ${when} kennen we van geen gemeente alle aantallen.`
  const tooFew = few.length > 0 ? ` In ${count(few.length, 'gemeente', 'gemeenten')} zijn er ${verdictWords.few}.` : ''
  const says = (verdict: 'more' | 'less') => {
    const names = changed.filter((one) => one.verdict === verdict).map(({ area }) => area.name)
    return names.length > 0 ? [`${verdictWords[verdict]} in ${sentenceList(names)}`] : []
  }
  const rest =
    unchanged.length > 0 ? [`${verdictWords.none} in ${count(unchanged.length, 'gemeente', 'gemeenten')}`] : []
  const found = [...says('more'), ...says('less'), ...rest]
  const finding =
    judged > 0
      ? `Van ${when}, naast de 12 maanden ervoor: ${found.join('; ')}.`
      : `Van ${when} valt van geen gemeente te zeggen of het anders was dan de 12 maanden ervoor.`
  return `${finding}${tooFew}${unsaid}`
}

/** The sentence on a page, with how many of its changes may be chance. */
export function RegionChangeText({ change, last }: { change: RegionChange; last: Month }) {
  return (
    <>
      <Paragraph>{regionChangeSentence(change, last)}</Paragraph>
      <Paragraph small quiet>
        {judgedTogether('gemeenten')} <TextLink href={methodAddress}>Hoe wij verandering beoordelen</TextLink>
      </Paragraph>
    </>
  )
}

/** How many of the changes in a list may be chance. */
export const judgedTogether = (what: string) =>
  `De ${what} zijn samen beoordeeld: van wat hier aantoonbaar heet, is naar verwachting hoogstens ${oneIn(shareOfChance)} toeval.`
