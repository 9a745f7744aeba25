import { Paragraph, TextLink } from '../../platform/ui'
import { number } from '../../platform/ui/wording'
import { chanceAlone, shareOfChance, type Verdict } from '../crime'

/** What stands on the screen for each verdict: always these words. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  more: 'aantoonbaar meer',
  less: 'aantoonbaar minder',
  none: 'geen aantoonbare verandering',
  few: 'te weinig voorvallen om iets over te zeggen',
  unknown: 'onbekend',
}

/** The verdict of twelve months against the twelve before. Only a change stands out, and not by colour. */
export function VerdictText({ verdict }: { verdict: Verdict }) {
  const words = verdictWords[verdict]
  return verdict === 'more' || verdict === 'less' ? <strong>{words}</strong> : <span class="sv-stil">{words}</span>
}

export const methodAddress = '/veiligheidsbeelden/werkwijze'
export const attenderingenAddress = '/veiligheidsbeelden/attenderingen'

/** `12`, or `12 tot 30`. */
export const fromTo = ([low, high]: readonly [number, number], decimals = 0) =>
  low === high ? number(low, decimals) : `${number(low, decimals)} tot ${number(high, decimals)}`

/** `1 op de 100`. */
export const oneIn = (chance: number) => `1 op de ${Math.round(1 / chance)}`

const sentences: Readonly<Record<Verdict, string>> = {
  more: ` Dat is ${verdictWords.more}.`,
  less: ` Dat is ${verdictWords.less}.`,
  none: ` Dat is ${verdictWords.none}.`,
  few: '',
  unknown: '',
}

/** The verdict as a sentence after the finding; nothing where the finding says it all. */
export const verdictSentence = (verdict: Verdict | undefined) => (verdict ? sentences[verdict] : '')

/** In a table the difference beside it already says that it is not known. */
export function VerdictCell({ verdict }: { verdict: Verdict | undefined }) {
  return verdict && verdict !== 'unknown' ? <VerdictText verdict={verdict} /> : null
}

/** Under a list of types: how many of its changes may be chance. */
export function TypesJudged() {
  return (
    <Paragraph small quiet>
      De soorten zijn samen beoordeeld: van wat hier aantoonbaar heet, is naar verwachting hoogstens{' '}
      {oneIn(shareOfChance)} toeval. <TextLink href={methodAddress}>Hoe wij verandering beoordelen</TextLink>
    </Paragraph>
  )
}

/** Under a list of areas: how many changes chance alone gives. */
export function AreasJudged({ verdicts }: { verdicts: readonly Verdict[] }) {
  const judged = verdicts.filter((verdict) => verdict !== 'few' && verdict !== 'unknown').length
  if (judged === 0) return null
  return (
    <Paragraph small quiet>
      Elk gebied is op zichzelf beoordeeld. Ook als er nergens iets verandert, noemen wij door toeval ongeveer{' '}
      {oneIn(chanceAlone)} gebieden aantoonbaar anders: hier gemiddeld {number(judged * chanceAlone, 2)}.{' '}
      <TextLink href={methodAddress}>Hoe wij verandering beoordelen</TextLink>
    </Paragraph>
  )
}
