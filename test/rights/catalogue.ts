import { sql } from 'kysely'
import { type Database, owning } from '../../src/platform/db/database'

/** A table as the catalogue describes it, with who may do what. */
type TableRow = {
  table: string
  owner: string
  kind: string
  secured: boolean
  forced: boolean
  invoker: boolean
}
type PolicyRow = {
  table: string
  name: string
  roles: string[]
  command: string
  using: string | null
  check: string | null
}
/** A right that somebody has on a table, or on one column of it (`column` is null for the whole table). */
type GrantRow = { table: string; grantee: string; right: string; column: string | null }
type FunctionRow = {
  name: string
  owner: string
  definer: boolean
  settings: string[] | null
  visitor: boolean
}

const ours = sql`n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pg_toast') and n.nspname not like 'pg\\_temp%' and n.nspname not like 'pg\\_toast%'`
// What an extension brought is not ours.
const own = sql`not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

/** Every policy that is about visitors. */
export function visitorPolicies(db: Database): Promise<PolicyRow[]> {
  return owning(
    db,
    async (tx) =>
      (
        await sql<PolicyRow>`
        select n.nspname || '.' || c.relname as table, p.polname as name, p.polcmd::text as command,
               array(select case r when 0 then 'public' else r::regrole::text end from unnest(p.polroles) r) as roles,
               pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
          from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
         where p.polname <> 'keeper' and ${ours} order by 1, 2`.execute(tx)
      ).rows,
  )
}

export function tableNames(db: Database): Promise<string[]> {
  return owning(db, async (tx) =>
    (
      await sql<{ table: string }>`
        select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and ${ours} and ${own} order by 1`.execute(tx)
    ).rows.map(({ table }) => table),
  )
}

/** Functions that run with the rights of the owner and that a visitor may call, or put behind a trigger of his own. */
export function doorsForVisitors(db: Database): Promise<string[]> {
  return owning(db, async (tx) => (await functions(tx)).filter((f) => f.definer && f.visitor).map(({ name }) => name))
}

type Tx = Parameters<Parameters<typeof owning>[1]>[0]

async function functions(tx: Tx): Promise<FunctionRow[]> {
  return (
    await sql<FunctionRow>`
      select n.nspname || '.' || c.proname as name, c.proowner::regrole::text as owner, c.prosecdef as definer,
             c.proconfig as settings,
             has_function_privilege('sv_visitor', c.oid, 'execute') and has_schema_privilege('sv_visitor', n.oid, 'usage')
               as visitor
        from pg_proc c join pg_namespace n on n.oid = c.pronamespace where ${ours} and ${own} order by 1`.execute(tx)
  ).rows
}

/** Everything in the database that breaks a rule of who may do what, one line each. Empty when all is well. */
export async function rightsFaults(db: Database): Promise<string[]> {
  const policies = await visitorPolicies(db)
  return owning(db, async (tx) => {
    const { rows: tables } = await sql<TableRow>`
      select n.nspname || '.' || c.relname as table, c.relowner::regrole::text as owner, c.relkind::text as kind,
             c.relrowsecurity as secured, c.relforcerowsecurity as forced,
             coalesce('security_invoker=true' = any (c.reloptions), false) as invoker
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and ${ours} and ${own} order by 1`.execute(tx)
    const { rows: keepers } = await sql<{ table: string }>`
      select n.nspname || '.' || c.relname as table
        from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
       where p.polname = 'keeper' and p.polpermissive and p.polcmd = '*' and p.polroles = array['sv_owner'::regrole::oid]
         and pg_get_expr(p.polqual, p.polrelid) = 'true' and pg_get_expr(p.polwithcheck, p.polrelid) = 'true'`.execute(
      tx,
    )
    const { rows: grants } = await sql<GrantRow>`
      select n.nspname || '.' || c.relname as table, case a.grantee when 0 then 'public' else a.grantee::regrole::text end as grantee,
             a.privilege_type as right, null as column
        from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) a where ${ours}
      union all
      select n.nspname || '.' || c.relname, case a.grantee when 0 then 'public' else a.grantee::regrole::text end,
             a.privilege_type, t.attname
        from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
       cross join lateral aclexplode(t.attacl) a where ${ours}`.execute(tx)
    const { rows: schemas } = await sql<{ name: string; everyone: boolean; makes: boolean }>`
      select n.nspname as name, has_schema_privilege('public', n.oid, 'usage') as everyone,
             has_schema_privilege('sv_visitor', n.oid, 'create') as makes
        from pg_namespace n where ${ours}`.execute(tx)

    const faults: string[] = []
    for (const { table, owner, kind, secured, forced, invoker } of tables) {
      const isTable = kind === 'r' || kind === 'p'
      const others = grants.filter((one) => one.table === table && one.grantee !== 'sv_owner')
      if (owner !== 'sv_owner') faults.push(`${table} is owned by ${owner}`)
      for (const { grantee, right } of others.filter((one) => one.grantee !== 'sv_visitor')) {
        faults.push(`${table} gives ${right.toLowerCase()} to ${grantee}`)
      }
      if (kind === 'v' && !invoker) faults.push(`${table} is a view with the rights of its owner`)
      if ((kind === 'm' || kind === 'S' || kind === 'f') && others.length > 0)
        faults.push(`${table} cannot guard rows and is open`)
      if (!isTable) continue

      if (!secured) faults.push(`${table} has no row security`)
      if (!forced) faults.push(`${table} does not bind its owner`)
      if (!keepers.some((keeper) => keeper.table === table)) faults.push(`${table} has no keeper`)
      const wholeTable = others.filter(({ column, right }) => column === null && right !== 'SELECT')
      for (const { right } of wholeTable) faults.push(`${table} gives ${right.toLowerCase()} on every column`)
      for (const right of new Set(others.map((one) => one.right))) {
        if (!policiesFor(policies, table, right)) faults.push(`${table} gives ${right.toLowerCase()} without a policy`)
      }
    }
    for (const { table, name, roles, command } of policies) {
      if (roles.length !== 1 || roles[0] !== 'sv_visitor')
        faults.push(`${table}: policy ${name} is for ${roles.join(', ')}`)
      if (command === '*') faults.push(`${table}: policy ${name} is for every command at once`)
    }
    for (const { name, everyone, makes } of schemas) {
      if (everyone) faults.push(`schema ${name} is open to everyone`)
      if (makes) faults.push(`visitors may create in schema ${name}`)
    }
    for (const { name, owner, definer, settings } of await functions(tx)) {
      if (owner !== 'sv_owner') faults.push(`${name} is owned by ${owner}`)
      const isFixed = settings?.includes('search_path=pg_catalog, pg_temp')
      if (definer && !isFixed) faults.push(`${name} runs as owner without a fixed search path`)
    }
    return faults
  })
}

const commands: Readonly<Record<string, string>> = { SELECT: 'r', INSERT: 'a', UPDATE: 'w', DELETE: 'd' }

function policiesFor(policies: readonly PolicyRow[], table: string, right: string): boolean {
  return policies.some((policy) => policy.table === table && policy.command === commands[right])
}
