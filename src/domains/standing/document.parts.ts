import type { Block, Document } from '../../platform/documents/document'
import { count, day, moment } from '../../platform/ui/wording'
import { decisionAddress, type SetCondition } from '../decisions'
import { dayOf, type Stand, statusWords } from '../progress'
import type { Standing, Whose } from './standing'
import {
  adoptedWords,
  conditionWords,
  endedIn,
  type Knowing,
  lateIn,
  laterWords,
  latestNote,
  latestWords,
  leadWords,
  planWords,
  stageWords,
  stuckIn,
  targetWords,
  verdictWords,
} from './words.parts'

export type Edition = {
  readonly whose: Whose
  readonly title: string
  readonly standing: Standing
  readonly knowing: Knowing
  readonly coalition: string
  /** Where the whole of it stands. */
  readonly address: string
  /** ISO. */
  readonly madeAt: string
}

const longest = 160
/** A text that is cut says so. */
const short = (text: string) => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text)

const cut = ({ words, standing }: SetCondition) => ({ words: short(words), standing: short(standing) })

/** So many of each list; of the rest how many there are, and where. */
function listed(title: string, items: readonly string[], most: number, address: string): Block[] {
  if (items.length === 0) return []
  const rest = items.length - most
  const shown = rest > 0 ? [...items.slice(0, most), `En ${rest} meer, zie ${address}`] : items
  return [
    { kind: 'heading', text: title },
    { kind: 'list', items: shown },
  ]
}

const standWords = ({ title, status, sentence, saidAt }: Stand) =>
  short(
    `${title}: ${status ? statusWords[status] : 'niets gemeld'}${sentence ? `. ${sentence}` : ''}${saidAt ? ` (gemeld op ${dayOf(saidAt)})` : ''}`,
  )

const lateWords = (stand: Stand) => `${short(stand.title)}, klaar in ${stand.due}`

/** A state of affairs on one A4: what asks for attention first, with at most so many lines of each. */
export function documentOf(edition: Edition, most: number): Document {
  const { whose, standing, knowing, address } = edition
  const { plans, targets, priorities, actions, conditions, viewConditions, decisions } = standing
  const told = (title: string, items: readonly string[]) => listed(title, items, most, address)
  return {
    title: edition.title,
    kind: 'Stand van zaken',
    author: edition.coalition,
    marks: knowing.knowsStatus ? ['alleen voor professionals'] : [],
    footer: `Stand van ${moment(edition.madeAt)}. ${address}`,
    isOnePage: true,
    blocks: [
      { kind: 'paragraph', tone: 'lead', text: leadWords(whose, standing, knowing) },
      ...(knowing.knowsStatus
        ? [
            ...told('Loopt achter of geblokkeerd', stuckIn(standing).map(standWords)),
            ...told('Te laat', lateIn(standing, knowing.today).map(lateWords)),
          ]
        : []),
      ...told(
        'Plannen die het vaststelde',
        plans.map((one) => `${short(one.plan.title)} (${adoptedWords(one)}): ${planWords(one, knowing)}`),
      ),
      ...told(
        'Doelen die het zette',
        targets.map((one) =>
          [
            `${one.target.indicatorTitle}, ${one.target.areaName}: doel ${targetWords(one)} (${one.decision.code})`,
            `laatste cijfer ${latestWords(one)}`,
            verdictWords(one),
            ...(one.latest ? [`${latestNote(one)}`] : []),
          ].join('. '),
        ),
      ),
      ...told(
        'Prioriteiten die het een stand gaf',
        priorities.map((one) => `${one.priority.title}: ${short(stageWords(one))} (${one.decision.code})`),
      ),
      ...told(
        'Acties die het wijzigde',
        actions.map(
          ({ title, stand, lastSaid, decision }) =>
            `${short(title)}: ${knowing.knowsStatus && stand?.status ? `${statusWords[stand.status]}, ` : ''}${lastSaid ? `gemeld op ${day(lastSaid)}` : 'nog niet bijgewerkt'} (${decision.code})`,
        ),
      ),
      ...told('Voorwaarden die het stelde', [
        ...conditions.flatMap(({ decision, set, later }) =>
          set.map((one, at) =>
            [
              `${conditionWords(cut(one), decision.code)}.`,
              ...(at === set.length - 1 ? [laterWords({ decision, later })] : []),
            ].join(' '),
          ),
        ),
        ...viewConditions.map((one) => `${conditionWords(cut(one), one.from)}.`),
      ]),
      ...(knowing.knowsStatus ? told('Gestopt of overgedragen, en waarom', endedIn(standing).map(standWords)) : []),
      ...told(
        'De besluiten',
        decisions.map(({ code, title, takenOn }) => `${short(title)}, ${day(takenOn)} (${code})`),
      ),
      {
        kind: 'paragraph',
        tone: 'quiet',
        text: `Gemaakt uit ${count(decisions.length, 'besluit', 'besluiten')}, de plannen en de cijfers van dat moment. Alles staat op ${address}; een besluit op zijn code onder ${address.replace(/^(https?:\/\/[^/]+).*$/, '$1')}${decisionAddress('')}.`,
      },
    ],
  }
}
