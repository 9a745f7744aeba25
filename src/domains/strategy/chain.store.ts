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
  readonly relation: Relation
  readonly isLater: boolean
  readonly isBeside: boolean
  readonly ground: ChainGround
  readonly reason: string | null
  readonly sources: readonly string[]
  readonly link: string | null
  readonly node: ChainNode
}

/** What is one joint away from these things of one kind; only of the kinds in `towards`, when given. */
async function neighbours(
  tx: Reader,
  kind: ChainKind,
  codes: readonly string[],
  towards: readonly ChainKind[] | null = null,
): Promise<Joint[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<Omit<Joint, 'node'> & ChainNode>`
    with joint as not materialized (${joints}), node as not materialized (${nodes}),
    found as (
      select from_code as start, to_kind as kind, to_code as code, relation, true as later, beside, ground, reason, sources, link
        from joint where from_kind = ${kind} and from_code in (${sql.join([...codes])})
      union all
      select to_code, from_kind, from_code, relation, false, beside, ground, reason, sources, link
        from joint where to_kind = ${kind} and to_code in (${sql.join([...codes])})
    )
    select f.start, f.relation, f.later as "isLater", f.beside as "isBeside", f.ground, f.reason, f.sources, f.link,
           n.kind, n.code, n.title, n.context
      from found f join node n on n.kind = f.kind and n.code = f.code
     where ${towards === null ? sql`true` : sql`f.kind in (${sql.join([...towards])})`}
     order by n.code, f.link nulls first`.execute(tx)
  return rows.map(({ kind: of, code, title, context, ...joint }) => ({
    ...joint,
    node: { kind: of, code, title, context },
  }))
}

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
 * joints further along plan, programme and priority. Null when there is no such thing. The one place that knows the joints.
 */
export async function chainOf(tx: Reader, kind: ChainKind, code: string): Promise<ChainView | null> {
  const self = await findNode(tx, kind, code)
  if (!self) return null
  const steps: ChainStep[] = []
  const seen = new Set([`${kind} ${code}`])
  const direct = await neighbours(tx, kind, [code])
  for (const joint of direct) {
    // The same end by two joints (a column and a link) is said twice: each has its own ground.
    seen.add(`${joint.node.kind} ${joint.node.code}`)
    steps.push(asStep(joint, joint.isBeside ? 'naast' : joint.isLater ? 'verder' : 'terug', joint.ground, null))
  }
  let front = steps.filter(({ relation }) => spine.has(relation))
  for (let hop = 0; hop < 2; hop += 1) {
    const found: ChainStep[] = []
    for (const [from, towards] of Object.entries(onward[kind]) as [ChainKind, readonly ChainKind[]][]) {
      const starts = new Map(front.filter(({ node }) => node.kind === from).map((step) => [step.node.code, step]))
      for (const joint of await neighbours(tx, from, [...starts.keys()], towards)) {
        const start = starts.get(joint.start)
        const name = `${joint.node.kind} ${joint.node.code}`
        if (!start || seen.has(name) || !spine.has(joint.relation)) continue
        seen.add(name)
        found.push(asStep(joint, directionOf(kind, joint.node.kind), weakest(start.ground, joint.ground), start.node))
      }
    }
    steps.push(...found)
    front = found
  }
  return { self, steps }
}

const asStep = (
  { node, relation, reason, sources, link }: Joint,
  direction: ChainStep['direction'],
  ground: ChainGround,
  via: ChainNode | null,
): ChainStep => ({ node, direction, relation, ground, reason, sources, link, via })

async function findNode(tx: Reader, kind: ChainKind, code: string): Promise<ChainNode | null> {
  const { rows } = await sql<ChainNode>`
    with node as not materialized (${nodes}) select kind, code, title, context from node
     where kind = ${kind} and code = ${code}`.execute(tx)
  return rows[0] ?? null
}
