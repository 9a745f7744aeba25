import { type Kysely, sql } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: reads only the catalogue, which the generated types do not describe
type AnyDatabase = Kysely<any>

const ours = sql`n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg\\_%'`

type ColumnRow = {
  schema: string
  table: string
  column: string
  type: string
  is_array: boolean
  nullable: boolean
  has_default: boolean
}

const scalars: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  date: 'Day',
  timestamptz: 'string',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  bool: 'boolean',
  jsonb: 'unknown',
  bytea: 'Uint8Array',
  tsvector: 'string',
}

/** TypeScript types of every table, from the database itself. */
export async function describeTypes(db: AnyDatabase): Promise<string> {
  const { rows } = await sql<ColumnRow>`
    select n.nspname as schema, c.relname as table, a.attname as column,
           case when t.typelem <> 0 and t.typcategory = 'A' then e.typname else t.typname end as type,
           t.typcategory = 'A' as is_array, not a.attnotnull as nullable,
           a.atthasdef or a.attidentity <> '' or a.attgenerated <> '' as has_default
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem
     where c.relkind in ('r', 'v', 'm', 'p') and ${ours}
     order by n.nspname, c.relname, a.attnum`.execute(db)

  const tables = new Map<string, ColumnRow[]>()
  for (const row of rows) {
    const name = `${row.schema}.${row.table}`
    tables.set(name, [...(tables.get(name) ?? []), row])
  }
  const bodies = [...tables].map(([name, columns]) => `  '${name}': {\n${columns.map(columnLine).join('\n')}\n  }`)
  return `// Generated from db/migrations by \`npm run generate\`. Never edited by hand.
import type { Generated } from 'kysely'
import type { Day } from '../src/kernel/day'

export type Tables = {
${bodies.join('\n')}
}
`
}

function columnLine({ column, type, is_array, nullable, has_default }: ColumnRow): string {
  const scalar = scalars[type]
  if (!scalar) throw new Error(`no TypeScript type for column type ${type}`)
  const whole = `${scalar}${is_array ? '[]' : ''}${nullable ? ' | null' : ''}`
  return `    ${column}: ${has_default ? `Generated<${whole}>` : whole}`
}

/** The whole database as text: tables, constraints, indexes, functions, policies and grants, each in a fixed order. */
export async function describeSchema(db: AnyDatabase): Promise<string> {
  const parts = await Promise.all([
    tablesText(db),
    indexesText(db),
    functionsText(db),
    policiesText(db),
    grantsText(db),
  ])
  return `-- Generated from db/migrations by \`npm run generate\`, to be read. Never edited by hand.\n\n${parts.join('\n')}`
}

const lines = async (query: ReturnType<typeof sql<{ line: string }>>, db: AnyDatabase) =>
  (await query.execute(db)).rows.map(({ line }) => line)

async function tablesText(db: AnyDatabase): Promise<string> {
  const { rows } = await sql<{ name: string; body: string }>`
    select n.nspname || '.' || c.relname as name,
      (select string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end
          || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), E',\n' order by a.attnum)
         from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
      || coalesce((select E',\n' || string_agg('  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid), E',\n' order by k.conname)
         from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'), '') as body
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and ${ours} order by 1`.execute(db)
  return rows.map(({ name, body }) => `create table ${name} (\n${body}\n);\n`).join('\n')
}

async function indexesText(db: AnyDatabase): Promise<string> {
  const found = await lines(
    sql`select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i
      join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1`,
    db,
  )
  return `${found.join('\n')}\n`
}

async function functionsText(db: AnyDatabase): Promise<string> {
  const found = await lines(
    sql`select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where ${ours} order by p.oid::regprocedure::text`,
    db,
  )
  const triggers = await lines(
    sql`select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${ours} order by 1`,
    db,
  )
  return `${[...found, ...triggers].join('\n')}\n`
}

async function policiesText(db: AnyDatabase): Promise<string> {
  const found = await lines(
    sql`select format('create policy %s on %s.%s for %s to %s%s%s;', policyname, schemaname, tablename, lower(cmd),
        array_to_string(roles, ', '), coalesce(' using ' || qual, ''), coalesce(' with check ' || with_check, '')) as line
      from pg_policies order by schemaname, tablename, policyname`,
    db,
  )
  const secured = await lines(
    sql`select format('alter table %s.%s %s row level security, %s row level security;', n.nspname, c.relname,
        case when relrowsecurity then 'enable' else 'disable' end, case when relforcerowsecurity then 'force' else 'no force' end) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where relkind = 'r' and ${ours} order by 1`,
    db,
  )
  return `${[...secured, ...found].join('\n')}\n`
}

async function grantsText(db: AnyDatabase): Promise<string> {
  const whole = await lines(
    sql`select format('grant %s on %s.%s to %s;', lower(string_agg(privilege_type, ', ' order by privilege_type)), table_schema,
        table_name, grantee) as line from information_schema.table_privileges
     where grantee = 'sv_visitor' group by table_schema, table_name, grantee order by 1`,
    db,
  )
  const columns = await lines(
    sql`select format('grant %s (%s) on %s.%s to sv_visitor;', lower(privilege_type), string_agg(column_name, ', ' order by column_name),
        table_schema, table_name) as line
      from information_schema.column_privileges c
     where grantee = 'sv_visitor' and not exists (select from information_schema.table_privileges t where t.grantee = c.grantee
       and t.table_schema = c.table_schema and t.table_name = c.table_name and t.privilege_type = c.privilege_type)
     group by table_schema, table_name, privilege_type order by 1`,
    db,
  )
  return `${[...whole, ...columns].join('\n')}\n`
}
