import { canonicalJson } from '../../kernel/canonical'
import type { Reader } from '../../platform/db/database'
import { type Decision, decisionRecord, listDecisions } from '../decisions'
import { listBodies } from '../governance'
import { listInstances, typeOf } from '../meetings'
import { sha256, wooCategories } from '../publications'
import type { DecisionFact, Facts } from './facts'
import {
  agreementFacts,
  documentFacts,
  fileFacts,
  inventedDecisions,
  itemFacts,
  meetingFacts,
  proposalFacts,
} from './facts.store'
import { limits } from './ori'

const short = (code: string) =>
  code.length <= limits.gremiumidentificatie ? code : sha256(code).slice(0, limits.gremiumidentificatie)

function recordOf(decision: Decision): DecisionFact['file'] {
  const record = canonicalJson(decisionRecord(decision))
  return { name: 'besluit.json', hash: sha256(record), size: Buffer.byteLength(record) }
}

/**
 * Everything that is public of the meetings. Read it as everybody does: the policies then keep away what is closed, and the
 * queries ask for nothing else. `meeting`: agendas and agreements of this one only; what others are referred to by is there all the same.
 */
export async function readFacts(tx: Reader, meeting: string | null): Promise<Facts> {
  const bodies = await listBodies(tx)
  const instances = await listInstances(tx)
  const decisions = await listDecisions(tx, { isPublic: true })
  const files = await fileFacts(tx, meeting)
  const invented = await inventedDecisions(tx)
  const kept = await documentFacts(tx)
  return {
    bodies: bodies.items.map(({ code, name, level, validity: { from, until } }) => ({
      code,
      short: short(code),
      name,
      level,
      from,
      until,
    })),
    instances: instances
      .filter(({ isPublic }) => isPublic)
      .map(({ code, body, area, isExample }) => ({
        code,
        short: short(code),
        body: body.code,
        area: area.code,
        areaName: area.name,
        isExample,
      })),
    meetings: await meetingFacts(tx),
    items: await itemFacts(tx, meeting),
    files: files.map((file) => ({ ...file, mediaType: typeOf(file.name) })),
    agreements: await agreementFacts(tx, meeting),
    proposals: await proposalFacts(tx),
    decisions: decisions.items.map((decision): DecisionFact => {
      const recordedAt = decision.recordedAt.replace(/\.\d+Z$/, 'Z')
      const document = kept.get(decision.code)
      const file: DecisionFact['file'] = document ? { name: 'besluit.html', ...document } : recordOf(decision)
      return { ...decision, recordedAt, isExample: invented.has(decision.code), file }
    }),
    categories: await wooCategories(tx),
  }
}
