import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, type Database, owning, reading, type Visitor, writing } from '../../src/platform/db/database'
import { addPerson, signInAs } from '../environment/people'
import { type Opened, openEmptyDatabase, openRegion } from '../environment/region'
import { addRelease } from '../environment/releases'
import { doorsForVisitors, rightsFaults, tableNames, visitorPolicies } from './catalogue'

let region: Opened
beforeAll(async () => {
  region = await openRegion()
})
afterAll(() => region.close())

test('every table, view and function keeps the rules of who may do what', async () => {
  expect((await tableNames(region.db)).length).toBeGreaterThan(45)
  expect(await rightsFaults(region.db)).toEqual([])
})

test('visitors may have these things done with the rights of the owner, and nothing else', async () => {
  expect(await doorsForVisitors(region.db)).toEqual([
    // Whoever holds the id of a question has it from a mail: he may see what it asks, and stop it.
    'crime.question_asked',
    'crime.stop_question',
    // Which releases are whole: a release that is still loading is not for everybody.
    'crime.visible_releases',
    'identity.administering_organisations',
    'identity.answering_organisations',
    'identity.begin_provider_visit',
    'identity.current_organisations',
    'identity.current_person',
    'identity.current_roles',
    'identity.current_session',
    'identity.end_session',
    'identity.example_people',
    'identity.has_role',
    'identity.is_professional',
    'identity.keep_session',
    'identity.link_address',
    'identity.note',
    'identity.request_link',
    'identity.start_example_session',
    'identity.start_session_by_link',
    'identity.start_session_by_provider',
    'identity.take_provider_visit',
    'publications.area_of_signing',
    'publications.author_of',
    'publications.is_public',
    'publications.makes_reports',
    'publications.may_sign',
    'publications.own_areas',
    'publications.works_on',
    // These look in the index of what is findable, and give what is public only.
    'search.find',
    'search.suggestion',
  ])
})

test('a visitor puts no function of ours behind a trigger of his own', async () => {
  const plant = (name: string) =>
    writing(region.db, anonymous, async (tx) => {
      await sql`create temporary table planted (code text, withdrawn_on date) on commit drop`.execute(tx)
      await sql`create trigger planted after insert on planted referencing new table as changed
        for each statement execute function ${sql.ref(name)}('planted', '1', '''/''', 'current_user', '''''', '''''', 'true')`.execute(
        tx,
      )
    })
  for (const name of ['search.keep', 'search.follow', 'search.forget', 'identity.refuse_change']) {
    await expect(plant(name)).rejects.toMatchObject({ code: '42501' })
  }
})

describe('a breach of each rule is found', () => {
  let empty: { db: Database; close(): Promise<void> }
  beforeAll(async () => {
    empty = await openEmptyDatabase()
  })
  afterAll(() => empty.close())

  const table = 'create table learning.planted (code text primary key);'
  const guarded = `${table} select platform.guard('learning.planted');`
  test.each<[string, string, string]>([
    ['no row security', table, 'learning.planted has no row security'],
    [
      'no FORCE',
      `${guarded} alter table learning.planted no force row level security;`,
      'learning.planted does not bind its owner',
    ],
    ['no keeper', `${guarded} drop policy keeper on learning.planted;`, 'learning.planted has no keeper'],
    [
      'a keeper that lets others in',
      `${guarded} alter policy keeper on learning.planted to sv_owner, sv_visitor;`,
      'learning.planted has no keeper',
    ],
    [
      'a grant to everyone',
      `${guarded} grant select on learning.planted to public;`,
      'learning.planted gives select to public',
    ],
    [
      'a grant without a policy',
      `${guarded} grant select on learning.planted to sv_visitor;`,
      'learning.planted gives select without a policy',
    ],
    [
      'insert on every column',
      `${guarded} create policy p on learning.planted for insert to sv_visitor with check (true); grant insert on learning.planted to sv_visitor;`,
      'learning.planted gives insert on every column',
    ],
    [
      'a policy for everyone',
      `${guarded} create policy p on learning.planted for select using (true);`,
      'learning.planted: policy p is for public',
    ],
    [
      'a policy for every command',
      `${guarded} create policy p on learning.planted to sv_visitor using (true);`,
      'learning.planted: policy p is for every command at once',
    ],
    [
      'a view with the rights of its owner',
      'create view learning.planted as select 1 as one;',
      'learning.planted is a view with the rights of its owner',
    ],
    [
      'a materialized view that is open',
      'create materialized view learning.planted as select 1 as one; grant select on learning.planted to sv_visitor;',
      'learning.planted cannot guard rows and is open',
    ],
    [
      'a function that runs as owner and looks anywhere',
      'create function learning.planted() returns int language sql security definer as $$ select 1 $$;',
      'learning.planted runs as owner without a fixed search path',
    ],
    ['a schema for everyone', 'grant usage on schema learning to public;', 'schema learning is open to everyone'],
  ])('%s', async (_, breach, fault) => {
    await empty.db.script(`begin; set local role sv_owner; ${breach} commit;`)
    expect(await rightsFaults(empty.db)).toContain(fault)
    await empty.db.script(`begin; set local role sv_owner; revoke usage on schema learning from public;
      do $$ declare kind text; begin
        drop function if exists learning.planted();
        select relkind into kind from pg_class where relname = 'planted';
        if kind = 'r' then drop table learning.planted; end if;
        if kind = 'v' then drop view learning.planted; end if;
        if kind = 'm' then drop materialized view learning.planted; end if;
      end $$; commit;`)
    expect(await rightsFaults(empty.db)).toEqual([])
  })
})

type Sees = 'all' | 'part' | 'none' | 'denied'

/** What three visitors see of every table: somebody unknown, an adviser, a functional administrator. */
describe('who sees what', () => {
  const visitors: Visitor[] = []
  let totals: Map<string, number>

  beforeAll(async () => {
    const secret = async (person: string) => ({
      sessionId: (await signInAs(region, person)).cookie.split('=')[1] ?? null,
    })
    visitors.push(anonymous, await secret('oov-montfoort-ijsselstein'), await secret('functioneel-beheerder'))
    await addPerson(region, { email: 'oov@leusden.example', organisation: 'GM0327' })
    // One mail that is not for an example person: everybody must be kept from it.
    await region.post('/inloggen', { mail: 'oov@leusden.example' })
    await region.post('/inloggen', { mail: 'oov-utrecht@voorbeeld.invalid' })
    await answerForRiec()
    await readInFigures()
    await reportOnMunicipalities()
    await owning(region.db, (tx) =>
      sql`insert into search.entries (kind, code, title, context, body, href, prominence, is_public)
        values ('geheim', 'X1', 'Geheimzinnig overleg', '', '', '/x', 1, false)`.execute(tx),
    )
    await addRelease(region, { modified: '2026-11-10T12:00:00Z', state: 'volledig' })
    await addRelease(region, { modified: '2026-11-20T12:00:00Z', state: 'bezig' })
    await askQuestions()
    totals = new Map()
    for (const table of await tableNames(region.db)) {
      const { rows } = await owning(region.db, (tx) =>
        sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx),
      )
      totals.set(table, rows[0]?.n ?? 0)
    }
  })

  /** A file with one number, read in by the functional administrator. */
  async function readInFigures(): Promise<void> {
    const [, , administrator = anonymous] = visitors
    await writing(region.db, administrator, async (tx) => {
      await sql`insert into figures.imports (id, document, file_name, file_hash)
        values ('00000000-0000-4000-8000-00000000000a', 'bestand_x', 'x.csv', repeat('a', 64))`.execute(tx)
      await sql`insert into figures.documents (code, title, short, kind, known_on, known_on_estimated, line_count)
        values ('bestand_x', 'X', 'X', 'ingelezen bestand', '2026-01-01', false, 2)`.execute(tx)
      await sql`insert into figures.measurements (code, indicator, area, period, value, unit, kind, qualifier, printed, leads, sources, import)
        values ('B-1', 'robbery', 'MNL', '2025', 1, 'aantal', 'realisatie', 'exact', '1', true, '{bestand_x:2}',
                '00000000-0000-4000-8000-00000000000a')`.execute(tx)
    })
  }

  /** A signed answer, one that nobody signed, and a file that was read in. */
  async function answerForRiec(): Promise<void> {
    const head = { sessionId: (await signInAs(region, 'hoofd-riec')).cookie.split('=')[1] ?? null }
    await writing(region.db, head, async (tx) => {
      await sql`insert into datacalls.imports (call, holder, file_name) values ('RIEC-2022', 'RIEC-MN', 'x.xlsx')`.execute(
        tx,
      )
      await sql`insert into datacalls.answers (line, version, kind, value)
        values ('RIEC-2022-1', 1, 'getal', 4), ('RIEC-2022-31', 1, 'getal', 5)`.execute(tx)
      await sql`insert into datacalls.signatures (answer)
        select id from datacalls.answers where line = 'RIEC-2022-1'`.execute(tx)
    })
  }

  /** A question of the adviser and one of somebody else, each with a mail about it. */
  async function askQuestions(): Promise<void> {
    await owning(region.db, (tx) =>
      sql`with asked as (
            insert into crime.questions (person, area, type, answer, release, answered_at)
            select p.id, 'GM0327', '0.0.0', 'geen', (select min(id) from crime.releases), platform.moment()
              from identity.people p
             where p.email in ('oov@leusden.example', 'oov-montfoort-ijsselstein@voorbeeld.invalid')
            returning id, release
          )
          insert into crime.question_mails (question, release, answer_before, answer_after, words)
          select id, release, 'geen', 'meer', 'Het waren er meer.' from asked`.execute(tx),
    )
  }

  /** Of three municipalities a draft with words on it; of one of them also a signed report, and one of figures that are gone. */
  async function reportOnMunicipalities(): Promise<void> {
    const secret = async (person: string) => ({
      sessionId: (await signInAs(region, person)).cookie.split('=')[1] ?? null,
    })
    await owning(region.db, (tx) =>
      sql`insert into publications.reports (code, area, period, version, release, is_example, known_on, model)
        select area || '-2025-' || version, area, '2025', version, 1, version = 2, '2026-11-10', '{}'
          from (values ('GM0335', 1), ('GM0344', 1), ('GM0344', 2), ('GM0353', 1)) as r (area, version)`.execute(tx),
    )
    for (const [person, drafts, signed] of [
      ['oov-montfoort-ijsselstein', ['GM0335-2025-1'], 'GM0353-2025-1'],
      ['oov-utrecht', ['GM0344-2025-1'], 'GM0344-2025-2'],
    ] as const) {
      await writing(region.db, await secret(person), async (tx) => {
        for (const report of [...drafts, signed])
          await sql`insert into publications.contexts (report, version, text) values (${report}, 1, 'x')`.execute(tx)
        await sql`insert into publications.signatures (report, context)
          select report, id from publications.contexts where report = ${signed}`.execute(tx)
        await sql`insert into publications.files (report, format, content, hash)
          values (${signed}, 'pdf', 'x', encode(sha256('x'), 'hex'))`.execute(tx)
      })
    }
    await writing(region.db, await secret('functioneel-beheerder'), (tx) =>
      sql`insert into publications.runs (period) values ('2025')`.execute(tx),
    )
    await owning(region.db, (tx) =>
      sql`insert into publications.run_areas (run, area, seq) select id, 'GM0344', 1 from publications.runs`.execute(
        tx,
      ),
    )
  }

  async function sees(visitor: Visitor, table: string): Promise<Sees> {
    try {
      const { rows } = await reading(region.db, visitor, (tx) =>
        sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx),
      )
      const seen = rows[0]?.n ?? 0
      return seen === 0 ? 'none' : seen === totals.get(table) ? 'all' : 'part'
    } catch (fault) {
      // Insufficient privilege: for this visitor the table is not there at all.
      if ((fault as { code?: string }).code !== '42501') throw fault
      return 'denied'
    }
  }
  const everybodySees = async (table: string) => {
    const found: Sees[] = []
    for (const visitor of visitors) found.push(await sees(visitor, table))
    return found.join(' ')
  }

  /** Tables of which not everybody sees everything: unknown, adviser, functional administrator. */
  const restricted: Record<string, string> = {
    'crime.counts': 'part part part',
    'crime.differences': 'part part all',
    'crime.load_orders': 'none none all',
    'crime.question_mails': 'none part none',
    'crime.questions': 'none part none',
    'crime.release_areas': 'part part all',
    'crime.release_parts': 'none none all',
    'crime.releases': 'part part all',
    'crime.source_checks': 'none none all',
    'datacalls.answers': 'none part part',
    'datacalls.calls': 'none all all',
    'datacalls.imports': 'none none none',
    'datacalls.line_parts': 'none all all',
    'datacalls.lines': 'none all all',
    'datacalls.signatures': 'none all all',
    'figures.imports': 'none none all',
    'identity.audit_log': 'none none all',
    'identity.example_post_areas': 'denied denied denied',
    'identity.example_posts': 'denied denied denied',
    'identity.people': 'none part part',
    'identity.person_logins': 'denied denied denied',
    'identity.post_areas': 'none all none',
    'identity.posts': 'none part part',
    'identity.provider_visits': 'denied denied denied',
    'identity.sessions': 'none part part',
    'identity.sign_in_links': 'denied denied denied',
    'identity.sign_in_requests': 'denied denied denied',
    'learning.event_places': 'none all all',
    'mail.outbox': 'part part part',
    'platform.migrations': 'denied denied denied',
    'platform.pack_rows': 'denied denied denied',
    // One report is published; of the drafts one is that of the adviser.
    'publications.contexts': 'part part all',
    'publications.files': 'part part all',
    'publications.reports': 'part part all',
    'publications.run_areas': 'none none all',
    'publications.runs': 'none none all',
    'publications.signatures': 'part part all',
    'search.entries': 'part part part',
    'strategy.matrix_cells': 'part all all',
  }

  test('of these tables less than everything, and of every other table everything', async () => {
    const less: Record<string, string> = {}
    for (const table of await tableNames(region.db)) {
      const found = await everybodySees(table)
      if (found !== 'all all all' && totals.get(table) !== 0) less[table] = found
      else if (totals.get(table) === 0 && (await sees(anonymous, table)) === 'denied')
        less[table] = 'denied denied denied'
    }
    expect(less).toEqual(restricted)
  })

  test('and a policy that lets everything through would be noticed', async () => {
    const unnoticed: string[] = []
    const restrictive = (await visitorPolicies(region.db)).filter(
      ({ command, using }) => command === 'r' && using !== 'true',
    )
    expect(restrictive.length).toBeGreaterThanOrEqual(8)
    for (const { table, name, using } of restrictive) {
      const change = (to: string) =>
        owning(region.db, (tx) =>
          sql`alter policy ${sql.ref(name)} on ${sql.table(table)} using (${sql.raw(to)})`.execute(tx),
        )
      await change('true')
      if ((await everybodySees(table)) === restricted[table]) unnoticed.push(`${table}: ${name}`)
      await change(using ?? 'false')
      expect(await everybodySees(table)).toBe(restricted[table])
    }
    expect(unnoticed).toEqual([])
  })

  test('and what is not public is not found by searching either', async () => {
    for (const visitor of visitors) {
      const { rows } = await reading(region.db, visitor, (tx) =>
        sql<{ title: string }>`select code as title from search.find('geheimzinnig')
          union all select search.suggestion('geheimzinnigg')`.execute(tx),
      )
      expect(rows.map(({ title }) => title).join(' ')).not.toMatch(/X1|geheimzinnig/i)
    }
  })

  test('and a column that holds a secret is shown to nobody', async () => {
    for (const visitor of visitors) {
      const asked = reading(region.db, visitor, (tx) => sql`select id_hash from identity.sessions`.execute(tx))
      await expect(asked).rejects.toMatchObject({ code: '42501' })
    }
  })

  describe('and who changes what', () => {
    const writes: [what: string, statement: string, outcomes: string][] = [
      ['the name of a basisteam', "update territory.areas set name = name where code = 'BT01'", '0 0 1'],
      ['the name of a municipality', "update territory.areas set name = name where code = 'GM0344'", '0 0 0'],
      ['the kind of an area', "update territory.areas set kind = 'wijk' where code = 'BT01'", '42501 42501 42501'],
      [
        'a municipality of a basisteam',
        "insert into territory.memberships (code, part, whole, division, valid_from, sources) values ('x', 'GM0344', 'BT01', 'politie', '2026-01-01', '{}')",
        '42501 42501 1',
      ],
      [
        'a municipality of a district',
        "insert into territory.memberships (code, part, whole, division, valid_from, sources) values ('y', 'GM0344', 'FL', 'bestuurlijk', '2026-01-01', '{}')",
        '42501 42501 42501',
      ],
      [
        'the district of a basisteam',
        "insert into territory.memberships (code, part, whole, division, valid_from, sources) values ('z', 'BT01', 'FL', 'politie', '2026-01-01', '{}')",
        '42501 42501 42501',
      ],
      [
        'the end of a municipality in its district',
        "update territory.memberships set valid_to = '2026-01-02' where part = 'GM0344'",
        '0 0 0',
      ],
      [
        'the log',
        "insert into identity.audit_log (at, acted_as, event, outcome, request) values (now(), 'x', 'x', 'gelukt', 'x')",
        '42501 42501 42501',
      ],
      ['a line in the log', "update identity.audit_log set event = 'x'", '42501 42501 42501'],
      ['a post', "update identity.posts set role = 'functioneel-beheerder'", '42501 42501 42501'],
      ['a session', 'delete from identity.sessions', '42501 42501 42501'],
      [
        'a mail',
        "insert into mail.outbox (recipient, subject, is_example, state, put_at, expires_at, try_at) values ('a', 'b', false, 'wacht', now(), now(), now())",
        '42501 42501 42501',
      ],
      ['a mail by the function', "select mail.put('a@b.nl', 'x', 'y', false, now())", '42501 42501 42501'],
      [
        'a session by the function',
        "select identity.open_session(gen_random_uuid(), repeat('a', 64), 'mail', 'x')",
        '42501 42501 42501',
      ],
      [
        'a line in the log by the function',
        "select identity.write_audit(null, 'x', null, 'gelukt', 'x')",
        '42501 42501 42501',
      ],
      [
        'an answer of another organisation',
        "insert into datacalls.answers (line, version, kind, value) values ('RIEC-2022-32', 1, 'getal', 1)",
        '42501 42501 42501',
      ],
      [
        'an answer in the name of somebody else',
        "insert into datacalls.answers (line, version, kind, value, acted_as) values ('RIEC-2022-32', 1, 'getal', 1, 'x')",
        '42501 42501 42501',
      ],
      ['an answer that stands', 'update datacalls.answers set value = 1', '42501 42501 42501'],
      [
        'a signature for another organisation',
        "insert into datacalls.signatures (answer) select id from datacalls.answers where line = 'RIEC-2022-1'",
        '0 42501 42501',
      ],
      [
        'a file for another organisation',
        "insert into datacalls.imports (id, call, holder, file_name) values (gen_random_uuid(), 'RIEC-2022', 'RIEC-MN', 'x')",
        '42501 42501 42501',
      ],
      ['what is asked', "update datacalls.lines set holder = 'RVS'", '42501 42501 42501'],
      ['breaking off a load', "update crime.releases set state = 'afgebroken' where state = 'bezig'", '0 0 1'],
      ['a release that is whole', "update crime.releases set state = 'afgebroken' where state = 'volledig'", '0 0 0'],
      [
        'a load that is made whole by hand',
        "update crime.releases set state = 'volledig' where state = 'bezig'",
        '0 0 42501',
      ],
      ['a load', "insert into crime.load_orders (source_table) values ('47022NED')", '42501 42501 1'],
      [
        'the end of a load',
        "insert into crime.load_orders (source_table, outcome) values ('47022NED', 'x')",
        '42501 42501 42501',
      ],
      [
        'a file of figures',
        "insert into figures.imports (id, document, file_name, file_hash) values (gen_random_uuid(), 'bestand_y', 'y.csv', repeat('b', 64))",
        '42501 42501 1',
      ],
      [
        'a file of figures in the name of somebody else',
        "insert into figures.imports (id, document, file_name, file_hash, acted_as) values (gen_random_uuid(), 'bestand_y', 'y.csv', repeat('b', 64), 'x')",
        '42501 42501 42501',
      ],
      ['that a file of figures was taken back', 'update figures.imports set undone_at = now()', '0 0 1'],
      ['what a file of figures was called', "update figures.imports set file_name = 'x'", '42501 42501 42501'],
      [
        'a source document without a file',
        "insert into figures.documents (code, title, short, kind, known_on, known_on_estimated, line_count) values ('z', 'Z', 'Z', 'jaarplan', '2026-01-01', false, 1)",
        '42501 42501 42501',
      ],
      [
        "the coalition's own documents",
        "update figures.documents set withdrawn_on = '2026-11-24' where code <> 'bestand_x'",
        '0 0 0',
      ],
      [
        'the document of a file',
        "update figures.documents set withdrawn_on = '2026-11-24' where code = 'bestand_x'",
        '0 0 1',
      ],
      ['the title of a document', "update figures.documents set title = 'x'", '42501 42501 42501'],
      [
        'a number from a file',
        "insert into figures.measurements (code, indicator, area, period, value, unit, kind, qualifier, printed, leads, sources, import) values ('B-2', 'robbery', 'MNL', '2024', 1, 'aantal', 'realisatie', 'exact', '1', true, '{bestand_x:2}', '00000000-0000-4000-8000-00000000000a')",
        '42501 42501 1',
      ],
      [
        'a number that says to be from another document',
        "insert into figures.measurements (code, indicator, area, period, value, unit, kind, qualifier, printed, leads, sources, import) values ('B-2', 'robbery', 'MNL', '2024', 1, 'aantal', 'realisatie', 'exact', '1', true, '{002_e295dfe805d16fbd.txt:5}', '00000000-0000-4000-8000-00000000000a')",
        '42501 42501 42501',
      ],
      [
        'a number without a file',
        "insert into figures.measurements (code, indicator, area, period, value, unit, kind, qualifier, printed, leads, sources) values ('B-2', 'robbery', 'MNL', '2024', 1, 'aantal', 'realisatie', 'exact', '1', true, '{bestand_x:2}')",
        '42501 42501 42501',
      ],
      [
        'a number of the coalition',
        "update figures.measurements set withdrawn_on = '2026-11-24' where import is null",
        '0 0 0',
      ],
      [
        'a number that was read in',
        "update figures.measurements set withdrawn_on = '2026-11-24' where import is not null",
        '0 0 1',
      ],
      ['its value', 'update figures.measurements set value = 2', '42501 42501 42501'],
      [
        'words on a draft of his own municipality',
        "insert into publications.contexts (report, version, text) values ('GM0335-2025-1', 2, 'x')",
        '42501 1 42501',
      ],
      [
        'words on a draft of another municipality',
        "insert into publications.contexts (report, version, text) values ('GM0344-2025-1', 2, 'x')",
        '42501 42501 42501',
      ],
      [
        'words on what is signed',
        "insert into publications.contexts (report, version, text) values ('GM0353-2025-1', 2, 'x')",
        '42501 42501 42501',
      ],
      [
        'words in the name of somebody else',
        "insert into publications.contexts (report, version, text, acted_as) values ('GM0335-2025-1', 2, 'x', 'y')",
        '42501 42501 42501',
      ],
      [
        'a signature without the newest words',
        "insert into publications.signatures (report, context) values ('GM0335-2025-1', null)",
        '42501 42501 42501',
      ],
      [
        'a signature with the newest words',
        "insert into publications.signatures (report, context) select 'GM0335-2025-1', max(id::text)::uuid from publications.contexts where report = 'GM0335-2025-1'",
        '42501 1 42501',
      ],
      [
        'a signature for another municipality',
        "insert into publications.signatures (report, context) select 'GM0344-2025-1', max(id::text)::uuid from publications.contexts where report = 'GM0344-2025-1'",
        '42501 42501 42501',
      ],
      [
        'a file of a draft',
        "insert into publications.files (report, format, content, hash) values ('GM0335-2025-1', 'pdf', 'x', encode(sha256('x'), 'hex'))",
        '42501 42501 42501',
      ],
      ['the figures of a draft', "update publications.reports set model = '{}'", '42501 42501 42501'],
      ['a run of drafts', "insert into publications.runs (period) values ('2024')", '42501 42501 1'],
      ['an action', "update strategy.actions set title = 'x'", '42501 42501 42501'],
    ]
    test.each(writes)('%s', async (_, statement, outcomes) => {
      const found: string[] = []
      for (const visitor of visitors) found.push(await attempt(visitor, statement))
      expect(found.join(' ')).toBe(outcomes)
    })

    /** The number of rows that would change, or the SQLSTATE of the refusal. Nothing is kept. */
    async function attempt(visitor: Visitor, statement: string): Promise<string> {
      class Undone extends Error {}
      let changed = ''
      try {
        await writing(region.db, visitor, async (tx) => {
          const { numAffectedRows } = await sql.raw(statement).execute(tx)
          changed = String(numAffectedRows)
          throw new Undone()
        })
      } catch (fault) {
        return fault instanceof Undone ? changed : String((fault as { code?: unknown }).code)
      }
      return changed
    }
  })

  describe('and of what is asked of an organisation', () => {
    const seen = async (person: string | null) => {
      const visitor = person ? { sessionId: (await signInAs(region, person)).cookie.split('=')[1] ?? null } : anonymous
      const { rows } = await reading(region.db, visitor, (tx) =>
        sql<{ line: string }>`select line from datacalls.answers order by line`.execute(tx),
      )
      return rows.map(({ line }) => line).join(' ')
    }
    test.each<[string | null, string]>([
      ['hoofd-riec', 'RIEC-2022-1 RIEC-2022-31'],
      ['programmamanager', 'RIEC-2022-1 RIEC-2022-31'],
      ['functioneel-beheerder', 'RIEC-2022-1'],
      ['analist-politie', 'RIEC-2022-1'],
      ['burgemeester-houten', 'RIEC-2022-1'],
      ['oud-adviseur-zeist', ''],
      [null, ''],
    ])('%s sees the answers %s', async (person, lines) => {
      expect(await seen(person)).toBe(lines)
    })

    test('its own people answer what is asked, and nothing that a document answered or another is asked', async () => {
      const head = { sessionId: (await signInAs(region, 'hoofd-riec')).cookie.split('=')[1] ?? null }
      const answer = (line: string) =>
        writing(region.db, head, (tx) =>
          sql`insert into datacalls.answers (line, version, kind, value) values (${line}, 1, 'getal', 1)`.execute(tx),
        )
      expect((await answer('RIEC-2022-36')).numAffectedRows).toBe(1n)
      for (const line of ['RIEC-2022-2A', 'JR-2026-01'])
        await expect(answer(line)).rejects.toMatchObject({ code: '42501' })
    })
  })

  test('and nobody empties or changes the log, not even the owner', async () => {
    for (const statement of [
      "update identity.audit_log set event = 'x'",
      'delete from identity.audit_log',
      'truncate identity.audit_log',
    ]) {
      await expect(owning(region.db, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
        'the audit log only grows',
      )
    }
  })
})
