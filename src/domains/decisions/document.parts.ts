import type { Block, Document } from '../../platform/documents/document'
import { documentFile } from '../../platform/documents/file'
import { capital, day, moment, sentenceList } from '../../platform/ui/wording'
import type { Decision } from './decision'
import { decisionAddress, effectDetail, effectWords, kindWords } from './decision.parts'

const named = (functions: readonly string[], none: string) => (functions.length > 0 ? sentenceList(functions) : none)

/** A decision as a document to read. `baseUrl` is where this website stands, for who holds it apart from it. */
function documentOf(decision: Decision, baseUrl: string): Document {
  const { code, title, text, bodyName, areaName, takenOn, notes, remarks, conditions, knotGround } = decision
  return {
    title,
    kind: 'Besluit',
    author: bodyName,
    marks: [],
    footer: `${code}. ${baseUrl}${decisionAddress(code)}`,
    blocks: [
      {
        kind: 'facts',
        items: [
          ['Besluit', code],
          ['Genomen door', areaName ? `${bodyName}, ${areaName}` : bodyName],
          ['Genomen op', day(takenOn)],
        ],
      },
      { kind: 'heading', text: 'Het besluit' },
      ...text.split(/\n{2,}/).map((part): Block => ({ kind: 'paragraph', text: part, tone: 'plain' })),
      {
        kind: 'facts',
        items: [
          ['Grond', decision.ground],
          ['Vastgesteld door', named(decision.adoptedBy, 'niet genoemd')],
          ['Ook aanwezig', named(decision.attended, 'niemand genoemd')],
          ...(knotGround
            ? [['Hoe het is genomen', `de regioburgemeester hakte de knoop door, op grond van: ${knotGround}`] as const]
            : []),
          ...notes.map(({ party, words }) => [`Aantekening van ${party}`, words] as const),
          ...(remarks ? [['Aantekening', remarks] as const] : []),
          ['Voorwaarden', conditions ?? 'geen'],
          ...(decision.reverses ? [['Draait terug', `besluit ${decision.reverses}`] as const] : []),
          ['Vastgelegd', `${moment(decision.recordedAt)}, ${decision.actedAs}`],
        ],
      },
      { kind: 'heading', text: 'Wat het veranderde' },
      effectsOf(decision),
    ],
  }
}

function effectsOf({ effects }: Decision): Block {
  if (effects.length === 0)
    return { kind: 'paragraph', text: 'Dit besluit verandert niets in de plannen.', tone: 'plain' }
  return {
    kind: 'table',
    caption: 'Wat het besluit veranderde, op het moment van vastleggen',
    columns: (['Waarvan', 'Wat', 'Was', 'Werd'] as const).map((head) => ({ head, align: 'text' })),
    rows: effects.map((effect) => {
      const { was, became } = effectWords(effect)
      const detail = effectDetail(effect)
      return [`${capital(effect.subjectTitle)}${detail ? ` (${detail})` : ''}`, kindWords[effect.kind], was, became]
    }),
  }
}

/** A decision as a web page that stands on its own. */
export const decisionDocument =
  (baseUrl: string, now: Date) =>
  async (decision: Decision): Promise<string> =>
    new TextDecoder().decode(await documentFile('html', documentOf(decision, baseUrl), now, { style: '../opmaak.css' }))
