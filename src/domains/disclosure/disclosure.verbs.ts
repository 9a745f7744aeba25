import { canonicalJson } from '../../kernel/canonical'
import { dayInAmsterdam } from '../../kernel/day'
import type { Reader } from '../../platform/db/database'
import { day } from '../../platform/ui/wording'
import { accountFormats, keptAccountFile, keptAreaFile } from '../accounts'
import { adoptionsOf, decisionRecord, findDecision, keptDocument } from '../decisions'
import { entryOf, keptReportFile, listEntries, reportFormats, sha256, wooCategories } from '../publications'
import { type Disclosed, disclosedKinds } from './disclosure'
import { publishedAgendas, titlesOf } from './disclosure.store'

/** Everything that was made public and still is, the newest first. */
export async function listDisclosed(tx: Reader): Promise<Disclosed[]> {
  const [entries, titles, agendas, categories] = [
    await listEntries(tx),
    await titlesOf(tx),
    await publishedAgendas(tx),
    await wooCategories(tx),
  ]
  const logged = entries.flatMap((stored): Disclosed[] => {
    const entry = entryOf(stored)
    const kind = disclosedKinds.find((one) => one === entry?.soort)
    if (!entry || !kind) return []
    const { onderwerp: code, adres: address, gepubliceerdOp: at, bestanden: files } = entry
    const titled = titles.get(`${kind} ${code}`)
    // What is not public any more stands in the log only.
    if (!titled) return []
    const { title, isExample } = titled
    return [
      {
        kind,
        code,
        title,
        address,
        at,
        on: dayInAmsterdam(new Date(at)),
        files,
        isExample,
        category: categories.get(kind) ?? null,
      },
    ]
  })
  const open = agendas.map(
    ({ code, body, heldOn, at, isExample }): Disclosed => ({
      kind: 'agenda',
      code,
      title: `Agenda ${body}, ${day(heldOn)}`,
      address: `/vergaderingen/${encodeURIComponent(code)}`,
      at,
      on: dayInAmsterdam(new Date(at)),
      files: {},
      isExample,
      category: categories.get('agenda') ?? null,
    }),
  )
  return [...logged, ...open].sort((one, other) =>
    one.at < other.at ? 1 : one.at > other.at ? -1 : one.code < other.code ? -1 : 1,
  )
}

export async function findDisclosed(tx: Reader, kind: string, code: string): Promise<Disclosed | null> {
  return (await listDisclosed(tx)).find((one) => one.kind === kind && one.code === code) ?? null
}

export type FileOf = { readonly name: string; readonly content: Uint8Array }

/** The bytes of what was published, of each file that is still byte for byte what the log says. */
export async function filesOf(tx: Reader, { kind, code, files }: Disclosed): Promise<FileOf[]> {
  const found: FileOf[] = []
  for (const [name, hash] of Object.entries(files)) {
    const content = await bytesOf(tx, kind, code, name)
    if (content && sha256(content) === hash) found.push({ name, content })
  }
  return found
}

async function bytesOf(tx: Reader, kind: Disclosed['kind'], code: string, name: string): Promise<Uint8Array | null> {
  const [stem = '', ending = ''] = name.split('.')
  if (kind === 'besluit') return ofDecision(tx, code, name)
  if (kind === 'rapportage') {
    const format = reportFormats.find((one) => one === ending)
    return format ? ((await keptReportFile(tx, code, format))?.content ?? null) : null
  }
  const area = /^gebieden\/(.+)\.(html|pdf)$/.exec(name)
  if (area?.[1]) return (await keptAreaFile(tx, code, area[1], area[2] as 'html' | 'pdf'))?.content ?? null
  const format = accountFormats.find((one) => one === ending)
  return stem === 'stuk' && format ? ((await keptAccountFile(tx, code, format))?.content ?? null) : null
}

async function ofDecision(tx: Reader, code: string, name: string): Promise<Uint8Array | null> {
  const decision = await findDecision(tx, code)
  if (!decision?.isPublic) return null
  if (name === 'besluit.json') return new TextEncoder().encode(canonicalJson(decisionRecord(decision)))
  if (name === 'besluit.html') {
    const kept = await keptDocument(tx, code)
    return kept && new TextEncoder().encode(kept.content)
  }
  const plan = name.replace(/^plan-|\.json$/g, '')
  const adoption = (await adoptionsOf(tx, plan)).find((one) => one.decision === code)
  return adoption ? new TextEncoder().encode(adoption.model) : null
}
