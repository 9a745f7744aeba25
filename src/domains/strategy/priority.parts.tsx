import { Paragraph, Status, type StatusName, Timeline } from '../../platform/ui'
import { day as dayInWords } from '../../platform/ui/wording'
import { type DocumentTitles, Sources } from '../figures'
import type { LifeStage, PriorityState as State } from './priority'

const signs: Readonly<Record<State, StatusName>> = {
  actief: 'onCourse',
  volgend: 'noChange',
  reactief: 'noChange',
  overgedragen: 'moved',
  afgesloten: 'yes',
}

/** How a state is said on screen, with what it means. */
const stateWords: Readonly<Record<State, string>> = {
  actief: 'actief',
  volgend: 'volgend: wij kijken mee',
  reactief: 'reactief: op verzoek',
  overgedragen: 'overgedragen',
  afgesloten: 'afgesloten',
}

/** The state of a priority on a day as sign and word; without a state it says so. */
export function PriorityState({ stage }: { stage: LifeStage | null }) {
  return stage === null ? (
    <Status is="unknown" label="toen geen prioriteit" />
  ) : (
    <Status is={signs[stage.state]} label={stateWords[stage.state]} />
  )
}

function stageWhen({ validity: { from, until } }: LifeStage): string {
  const start = from === null ? 'van het begin' : `van ${dayInWords(from)}`
  return until === null
    ? `vanaf ${from === null ? 'het begin' : dayInWords(from)}`
    : `${start} tot ${dayInWords(until)}`
}

/** The life of a priority in one line: "actief van 1 januari 2019 tot 1 januari 2023; daarna overgedragen". */
export function LifeText({ life }: { life: readonly LifeStage[] }) {
  if (life.length === 0) return null
  return (
    <Paragraph small quiet>
      {life.map((stage, index) => `${index > 0 ? '; ' : ''}${stage.state} ${stageWhen(stage)}`).join('')}
    </Paragraph>
  )
}

/** The life of a priority stage by stage, with why and where it says so. */
export function LifeLine({ life, documents }: { life: readonly LifeStage[]; documents: DocumentTitles }) {
  return (
    <Timeline
      items={life.map((stage) => ({
        when: stageWhen(stage),
        children: (
          <>
            <Paragraph>
              <Status is={signs[stage.state]} label={stateWords[stage.state]} />
            </Paragraph>
            {stage.reason ? <Paragraph small>{asSentence(stage.reason)}</Paragraph> : null}
            {stage.sources.length > 0 ? <Sources of={stage.sources} documents={documents} /> : null}
          </>
        ),
      }))}
    />
  )
}

function asSentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(first) ? first : `${first}.`
}
