import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../kernel/day'
import type { Reader, Writer } from '../../platform/db/database'
import { compositionRules, type Member, type PlacedMunicipality } from '../governance'
import { findArea, listAreas, municipalitiesOn } from '../territory'
import type { Composed, Deviation } from './composition'
import type { Instance } from './meeting'

/** Who is a member of some instances on a day, by instance: who chairs too, and no deputies. */
async function membersOn(tx: Reader, instances: readonly string[], on: Day): Promise<ReadonlyMap<string, Member[]>> {
  const members = new Map<string, Member[]>(instances.map((code) => [code, []]))
  if (instances.length === 0) return members
  const rows = await tx
    .selectFrom('meetings.seats as s')
    .innerJoin('identity.organisations as o', 'o.code', 's.organisation')
    .select(['s.instance', 's.title', 'o.code', 'o.name', 'o.kind'])
    .where('s.instance', 'in', [...instances])
    .where('s.kind', 'in', ['voorzitter', 'lid'])
    .where(sql<SqlBool>`s.valid_from <= ${on} and (s.valid_to is null or ${on} < s.valid_to)`)
    .orderBy('o.name')
    .orderBy('s.title')
    .orderBy('s.id')
    .execute()
  for (const { instance, title, code, name, kind } of rows)
    members.get(instance)?.push({ title, organisation: { code, name, kind } })
  return members
}

/** The newest reason of each place of some instances, by instance; of one that was taken back none. */
async function deviationsOf(tx: Reader, instances: readonly string[]): Promise<ReadonlyMap<string, Deviation[]>> {
  const given = new Map<string, Deviation[]>(instances.map((code) => [code, []]))
  if (instances.length === 0) return given
  const { rows } = await sql<Deviation & { instance: string }>`
    select distinct on (d.instance, d.place) d.instance, d.place, d.version, d.reason, d.until, d.acted_as as "actedAs",
           to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from meetings.deviations d where d.instance = any (${sql.val([...instances])}::text[])
     order by d.instance, d.place, d.version desc`.execute(tx)
  for (const { instance, ...deviation } of rows) given.get(instance)?.push(deviation)
  return given
}

async function municipalitiesIn(
  tx: Reader,
  { area }: Instance,
  region: string,
  on: Day,
): Promise<PlacedMunicipality[]> {
  const placed = (await municipalitiesOn(tx, region, on)).flatMap(({ district, municipalities }) =>
    municipalities.map(({ code, name }) => ({
      code,
      name,
      district: district && { code: district.code, name: district.name },
    })),
  )
  const kind = (await findArea(tx, area.code))?.kind
  if (kind === 'regio') return placed
  if (kind === 'district') return placed.filter(({ district }) => district?.code === area.code)
  if (kind === 'gemeente') return placed.filter(({ code }) => code === area.code)
  const within = await listAreas(tx, { validOn: on, kind: 'gemeente', within: area.code, division: 'politie' })
  const codes = new Set(within.items.map(({ code }) => code))
  return placed.filter(({ code }) => codes.has(code))
}

/** What is needed to hold who sits in some instances beside the rules of their bodies, on a day. */
export async function composedOn(
  tx: Reader,
  instances: readonly Instance[],
  region: string,
  on: Day,
): Promise<Composed[]> {
  const codes = instances.map(({ code }) => code)
  const rules = await compositionRules(tx)
  const members = await membersOn(tx, codes, on)
  const given = await deviationsOf(tx, codes)
  const composed: Composed[] = []
  for (const instance of instances)
    composed.push({
      instance,
      rules: rules.filter(({ body }) => body === instance.body.code),
      members: members.get(instance.code) ?? [],
      given: given.get(instance.code) ?? [],
      municipalities: await municipalitiesIn(tx, instance, region, on),
    })
  return composed
}

/** Keeps or takes back why a place differs, over the version that was seen; null when the asker may not. */
export async function explainDeviation(
  tx: Writer,
  about: { readonly instance: string; readonly place: string; readonly seen: number },
  { reason, until }: { readonly reason: string | null; readonly until: Day | null },
  requestId: string,
): Promise<'bewaard' | 'botst' | null> {
  const { rows } = await sql<{ kept: 'bewaard' | 'botst' | null }>`
    select meetings.explain_deviation(${about.instance}, ${about.place}, ${about.seen}, ${reason}, ${until}, ${requestId}) as kept`.execute(
    tx,
  )
  return rows[0]?.kept ?? null
}
