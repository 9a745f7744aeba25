import { sql } from 'kysely'
import type { Reader } from '../../platform/db/database'
import {
  type ChainGround,
  type ChainKind,
  type ChainNode,
  type ChainStep,
  type ChainView,
  chainKinds,
  directionOf,
  type Relation,
  weakest,
} from './chain'

const order = sql`array[${sql.join([...chainKinds])}]`

/**
 * Every joint of the chain, from its earlier to its later end: columns of the plans first, then the links of the pack. A link
 * from action to result says the action builds on it, so there the result comes first; between plans an action goes on where another stopped, so there the other comes first.
 */
const joints = sql`
  select 'prioriteit' as from_kind, priority as from_code, 'programma' as to_kind, code as to_code, 'werkt-uit' as relation,
         false as beside, 'kolom' as ground, null::text as reason, sources, null::text as link
    from strategy.programmes where priority is not null and withdrawn_on is null
  union all select 'plan', plan, 'programma', code, 'bevat', false, 'kolom', null, sources, null
    from strategy.programmes where withdrawn_on is null
  union all select 'programma', programme, 'actie', code, 'bevat', false, 'kolom', null, sources, null
    from strategy.actions where withdrawn_on is null
  union all select 'programma', programme, 'resultaat', code, 'bevat', false, 'kolom', null, sources, null
    from strategy.results where withdrawn_on is null
  union all select 'indicator', x.indicator, 'actie', a.code, 'noemt', false, 'kolom', null, a.sources, null
    from strategy.action_indicators x join strategy.actions a on a.code = x.action where a.withdrawn_on is null
  union all select 'indicator', indicator, 'resultaat', code, 'noemt', false, 'kolom', null, sources, null
    from strategy.results where indicator is not null and withdrawn_on is null
  union all select
         case when t.turned then k.to_kind else k.from_kind end, case when t.turned then k.to_code else k.from_code end,
         case when t.turned then k.from_kind else k.to_kind end, case when t.turned then k.from_code else k.to_code end,
         case when k.from_kind = 'actie' and k.to_kind = 'actie' then case when t.turned then 'gaat-verder' else 'vat-samen' end
              when k.from_kind = 'prioriteit' and k.to_kind = 'prioriteit' then 'gaat-verder'
              when k.from_kind = k.to_kind and k.from_kind <> 'programma' then 'hoort-bij'
              when 'indicator' in (k.from_kind, k.to_kind)
                then case when 'actie' in (k.from_kind, k.to_kind) or 'resultaat' in (k.from_kind, k.to_kind) then 'noemt' else 'gaat-over' end
              when k.from_kind = 'resultaat' and k.to_kind = 'actie' then 'kwam-ervan'
              when k.from_kind = 'actie' and k.to_kind = 'resultaat' then 'bouwt-voort'
              else 'werkt-uit' end,
         k.from_kind = k.to_kind and k.from_kind in ('plan', 'indicator', 'resultaat'), k.ground, k.reason, k.sources, k.code
    from strategy.links k
    cross join lateral (select
      array_position(${order}, k.from_kind) > array_position(${order}, k.to_kind)
      or (k.from_kind = 'actie' and k.to_kind = 'resultaat')
      or (k.from_kind = 'programma' and k.to_kind = 'programma')
      or (k.from_kind = 'actie' and k.to_kind = 'actie'
          and (select plan from strategy.actions where code = k.from_code) <> (select plan from strategy.actions where code = k.to_code))
      as turned) t
   where k.withdrawn_on is null`

/** Everything with a place in the chain, by kind and code. */
const nodes = sql`
  select 'indicator' as kind, code, title, null::text as context from figures.indicators where withdrawn_on is null
  union all select 'prioriteit', x.code, x.title, s.title
    from strategy.priorities x join strategy.strategies s on s.code = x.strategy where x.withdrawn_on is null
  union all select 'plan', code, title, null from strategy.plans where withdrawn_on is null
  union all select 'programma', x.code, x.title, p.title
    from strategy.programmes x join strategy.plans p on p.code = x.plan where x.withdrawn_on is null
  union all select 'actie', x.code, x.title, p.title
    from strategy.actions x join strategy.plans p on p.code = x.plan where x.withdrawn_on is null
  union all select 'resultaat', x.code, x.title, 'over ' || x.result_year
    from strategy.results x where x.withdrawn_on is null`

type Joint = {
  readonly start: string
  readonly kind: ChainKind
  readonly code: string
  readonly relation: Relation
  readonly isLater: boolean
  readonly isBeside: boolean
  readonly ground: ChainGround
  readonly reason: string | null
  readonly sources: readonly string[]
  readonly link: string | null
}

/** What is one joint away from these things of one kind; only of the kinds in `towards`, when given. */
async function neighbours(
  tx: Reader,
  kind: ChainKind,
  codes: readonly string[],
  towards: readonly ChainKind[] | null = null,
): Promise<readonly Joint[]> {
  if (codes.length === 0) return []
  const starts = sql.join([...codes])
  const ends = sql.join([...(towards ?? chainKinds)])
  const { rows } = await sql<Joint>`
    with joint as not materialized (${joints})
    select from_code as start, to_kind as kind, to_code as code, relation, true as "isLater", beside as "isBeside", ground, reason, sources, link
      from joint where from_kind = ${kind} and from_code in (${starts}) and to_kind in (${ends})
    union all
    select to_code, from_kind, from_code, relation, false, beside, ground, reason, sources, link
      from joint where to_kind = ${kind} and to_code in (${starts}) and from_kind in (${ends})
     order by code, link nulls first`.execute(tx)
  return rows
}

/** The things of these kinds and codes that were not withdrawn, by `kind code`. */
export async function nodesOf(
  tx: Reader,
  wanted: readonly Pick<ChainNode, 'kind' | 'code'>[],
): Promise<ReadonlyMap<string, ChainNode>> {
  const kinds = [...Map.groupBy(wanted, ({ kind }) => kind)]
  if (kinds.length === 0) return new Map()
  const { rows } = await sql<ChainNode>`
    with node as not materialized (${nodes})
    ${sql.join(
      kinds.map(
        ([kind, of]) => sql`select kind, code, title, context from node
          where kind = ${kind} and code in (${sql.join([...new Set(of.map(({ code }) => code))])})`,
      ),
      sql` union all `,
    )}`.execute(tx)
  return new Map(rows.map((node) => [nameOf(node), node]))
}

const nameOf = ({ kind, code }: Pick<Joint, 'kind' | 'code'>) => `${kind} ${code}`

/** Which kinds a second joint is worth following to, from the first; what lies further is one more click. */
const onward: Readonly<Record<ChainKind, Partial<Record<ChainKind, readonly ChainKind[]>>>> = {
  indicator: { actie: ['programma'], resultaat: ['programma'], programma: ['plan', 'prioriteit'] },
  prioriteit: { programma: ['plan', 'actie', 'resultaat'] },
  plan: { programma: ['prioriteit', 'actie', 'resultaat'], actie: ['indicator'], resultaat: ['indicator'] },
  programma: { actie: ['indicator'], resultaat: ['indicator'], prioriteit: ['indicator'] },
  actie: { programma: ['plan', 'prioriteit'], prioriteit: ['indicator'] },
  resultaat: { programma: ['plan', 'prioriteit'], prioriteit: ['indicator'] },
}

/** Only these joints are walked without being asked: what a plan holds and what works for a priority. */
const spine: ReadonlySet<Relation> = new Set<Relation>(['bevat', 'werkt-uit', 'noemt', 'gaat-over'])

/**
 * Where one thing stands in the chain, with what it joins both ways: its direct neighbours first, then what lies one or two
 * joints further along plan, programme and priority. The figures of a priority stand for those under it that have none of
 * their own. Null when there is no such thing. The one place that knows the joints.
 */
export async function chainOf(tx: Reader, kind: ChainKind, code: string): Promise<ChainView | null> {
  const self = (await nodesOf(tx, [{ kind, code }])).get(`${kind} ${code}`)
  if (!self) return null
  const joints = await neighbours(tx, kind, [code])
  const known = await nodesOf(tx, joints)
  // An end that is joined twice (by a column and by a link) is said twice: each joint has its own ground.
  const steps = joints.flatMap((joint) => {
    const node = known.get(nameOf(joint))
    return node ? [asStep(joint, node, joint.isBeside ? 'naast' : joint.isLater ? 'verder' : 'terug')] : []
  })
  const seen = new Set([nameOf(self), ...steps.map(({ node }) => nameOf(node))])
  let front: readonly ChainStep[] = steps.filter(({ relation }) => spine.has(relation))
  for (let hop = 0; hop < 2 && front.length > 0; hop += 1) {
    front = await further(tx, self, front, seen)
    steps.push(...front)
  }
  return { self, steps }
}

/** One joint further than `front`, without what was seen; adds what it finds to `seen`. */
async function further(
  tx: Reader,
  self: ChainNode,
  front: readonly ChainStep[],
  seen: Set<string>,
): Promise<ChainStep[]> {
  const found: { joint: Joint; start: ChainStep }[] = []
  for (const [from, towards] of Object.entries(onward[self.kind]) as [ChainKind, readonly ChainKind[]][]) {
    const starts = new Map(front.filter(({ node }) => node.kind === from).map((step) => [step.node.code, step]))
    const hasFigure = [...seen].some((name) => name.startsWith('indicator '))
    if (from === 'prioriteit' && hasFigure) continue
    for (const joint of await neighbours(tx, from, [...starts.keys()], towards)) {
      const start = starts.get(joint.start)
      if (!start || seen.has(nameOf(joint)) || !spine.has(joint.relation)) continue
      seen.add(nameOf(joint))
      found.push({ joint, start })
    }
  }
  const known = await nodesOf(
    tx,
    found.map(({ joint }) => joint),
  )
  return found.flatMap(({ joint, start }) => {
    const node = known.get(nameOf(joint))
    if (!node) return []
    return [
      {
        ...asStep(joint, node, directionOf(self.kind, node.kind)),
        ground: weakest(start.ground, joint.ground),
        via: start.node,
      },
    ]
  })
}

const asStep = (
  { relation, ground, reason, sources, link }: Joint,
  node: ChainNode,
  direction: ChainStep['direction'],
): ChainStep => ({ node, direction, relation, ground, reason, sources, link, via: null })

/** Whether anything in the chain has this code, whatever it is. */
export async function chainCodeExists(tx: Reader, code: string): Promise<boolean> {
  const { rows } =
    await sql`with node as not materialized (${nodes}) select from node where code = ${code} limit 1`.execute(tx)
  return rows.length > 0
}

/** The direct neighbours of several things of one kind, only those of the kinds in `towards`, by the code they join. */
export async function neighboursOf(
  tx: Reader,
  kind: ChainKind,
  codes: readonly string[],
  towards: readonly ChainKind[],
): Promise<ReadonlyMap<string, readonly ChainStep[]>> {
  const found = await neighbours(tx, kind, codes, towards)
  const known = await nodesOf(tx, found)
  const steps = found.flatMap((joint) => {
    const node = known.get(nameOf(joint))
    const direction = joint.isBeside ? 'naast' : joint.isLater ? 'verder' : 'terug'
    return node ? [{ start: joint.start, step: asStep(joint, node, direction) }] : []
  })
  const byStart = Map.groupBy(steps, ({ start }) => start)
  return new Map([...byStart].map(([start, of]) => [start, of.map(({ step }) => step)]))
}
