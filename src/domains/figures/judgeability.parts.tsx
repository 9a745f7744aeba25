import { DataTable, Paragraph, Quantity, TextLink } from '../../platform/ui'
import { count, period as periodInWords, quantity } from '../../platform/ui/wording'
import { numberWords, periodPhrase } from './figure.parts'
import {
  type AskedTarget,
  type Judgeability,
  type Judgeable,
  judgeabilityOfTarget,
  mostPeriods,
  type UntoldReason,
} from './judgeability'
import type { Measurement } from './measurement'

/** Where a target or a plan can be tried: what change can be told from chance. */
export const judgeabilityAddress = '/cijfers/doel-en-toeval'

/** A change with its direction: "20% minder". */
export function changeWords(change: number): string {
  return `${quantity(Math.abs(change) * 100, 'procent', Math.abs(change) < 0.1 ? 1 : 0)} ${change < 0 ? 'minder' : 'meer'}`
}

/** One plain sentence of advice about a change that is asked; `periods` names what one period is, in one and in more. */
function adviceWords({ asked, detectable, periods }: Judgeable, one = 'jaar', many = 'jaren'): string {
  if (periods === 1) return `Een verandering van ${changeWords(asked)} is na één ${one} van toeval te onderscheiden.`
  const limit =
    detectable === null
      ? `Het aantal is zo klein dat zelfs een daling naar nul na één ${one} toeval kan zijn.`
      : `Na één ${one} is pas ${changeWords(detectable)} van toeval te onderscheiden; dit vraagt ${changeWords(asked)}.`
  return periods === null
    ? `${limit} Ook ${mostPeriods} ${many} samen zijn te kort.`
    : `${limit} Tel ${periods} ${many} bij elkaar: dan is het wel te zien.`
}

const untoldWords: Readonly<Record<UntoldReason, string>> = {
  'not-a-count': 'Dit is geen aantal. Om hoeveel gevallen het gaat, zeggen onze bronnen niet.',
  'no-value': 'Het doel heeft geen getal.',
  'no-base': 'Onze bronnen geven geen aantal om mee te vergelijken.',
  'base-is-zero': 'Het was nul: elk geval erbij is een verandering, maar hoe groot toeval is, is niet te zeggen.',
}

function judgeabilityWords(found: Judgeability): string {
  if (found.is === 'told') return adviceWords(found)
  return found.is === 'reached' ? 'De laatste stand daarvoor is al zo goed als dit doel.' : untoldWords[found.because]
}

/** Whether a target that is being thought of can be told from chance, in a sentence of advice. */
export const targetAdvice = (target: AskedTarget, measurements: readonly Measurement[]): string =>
  judgeabilityWords(judgeabilityOfTarget(target, measurements))

/** Advice about a target in a sentence, with the way to how it is reckoned. `about` is what the target is of, where that is not plain. */
export const TargetAdvice = ({ advice, about }: { advice: Judgeability; about?: string }) => (
  <Paragraph>
    {about ? `${about}: ` : ''}
    {judgeabilityWords(advice)} <TextLink href={judgeabilityAddress}>Zo rekenen wij dit uit</TextLink>.
  </Paragraph>
)

/** Of every target: what is expected when nothing changes, what is told from chance, and one sentence of advice. */
export function JudgeabilityTable(props: {
  caption: string
  rows: readonly { readonly target: Measurement; readonly found: Judgeability }[]
  showIndicator?: boolean
}) {
  return (
    <>
      <DataTable
        caption={props.caption}
        hiddenCaption
        rows={props.rows}
        columns={[
          {
            head: 'Doel',
            rowHead: true,
            cell: ({ target }) => (
              <>
                {props.showIndicator && (
                  <>
                    <TextLink href={`/indicatoren/${encodeURIComponent(target.indicator)}`}>
                      {target.indicatorTitle}
                    </TextLink>
                    ,{' '}
                  </>
                )}
                <TextLink href={`/metingen/${target.code}`}>{numberWords(target)}</TextLink>{' '}
                {periodPhrase(target.period)}
                {target.basePeriod !== null && `, ten opzichte van ${periodInWords(target.basePeriod)}`}
              </>
            ),
          },
          {
            head: 'Verwacht als er niets verandert',
            cell: ({ found }) =>
              found.base ? (
                <>
                  <TextLink href={`/metingen/${found.base.code}`}>{numberWords(found.base)}</TextLink>, zoals{' '}
                  {periodPhrase(found.base.period)}
                </>
              ) : (
                'onbekend'
              ),
          },
          {
            head: 'Te zien vanaf',
            cell: ({ found }) =>
              found.is !== 'untold' && found.detectable !== null ? changeWords(found.detectable) : 'niet te zeggen',
          },
          { head: 'Wat dat zegt', cell: ({ found }) => judgeabilityWords(found) },
        ]}
      />
      <Paragraph small quiet>
        Een advies, geen oordeel over het doel. <TextLink href={judgeabilityAddress}>Zo rekenen wij dit uit</TextLink>.
      </Paragraph>
    </>
  )
}

/** How many of these targets can be judged after one period, and of how many that cannot be said. */
export function tallyWords(found: readonly Judgeability[]): string {
  const told = found.filter((one) => one.is === 'told')
  const soon = told.filter(({ periods }) => periods === 1).length
  return `Van ${count(told.length, 'doel', 'doelen')} is te zeggen hoeveel toeval uitmaakt. Bij ${soon} daarvan is na één jaar te zien of er echt iets veranderde.`
}

/** The answer for numbers somebody tries: the count expected and the change wanted. */
export function TriedChange({ tried }: { tried: Judgeable }) {
  return (
    <>
      <Paragraph>
        <strong>{adviceWords(tried, 'periode', 'perioden')}</strong>
      </Paragraph>
      <Paragraph>
        Verwacht als er niets verandert: <Quantity value={tried.expected} unit="voorvallen" /> in elke periode.
      </Paragraph>
    </>
  )
}
