import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correct } from '../../src/domains/publications/correction.verbs'
import { anonymous, type Database, owning, reading, type Visitor, writing } from '../../src/platform/db/database'
import { recordDecision } from '../environment/decisions'
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
    // Who works on an account, and what he may do there; whether one is public; who sees a page first, which is kept.
    'accounts.begins_for',
    'accounts.embargo',
    'accounts.is_public',
    'accounts.is_releasing',
    'accounts.look',
    'accounts.mail_window',
    'accounts.may_clear',
    'accounts.may_correct',
    'accounts.may_release',
    'accounts.may_write',
    'accounts.open_window',
    'accounts.own_parts',
    'accounts.own_previews',
    'accounts.people_of_parts',
    'accounts.previewed_questions',
    'accounts.releases_as',
    'accounts.shows_picture',
    'accounts.works_on',
    'accounts.wrote_last',
    // What was written for one's own organisation, and who there advises oneself; what one writes says null to who may not.
    'annotations.keep',
    'annotations.own_advisers',
    'annotations.own_organisations',
    // These see every version of an explanation, and say only whether there is a later one, and whether one may write.
    'crime.is_newest_version',
    'crime.may_explain',
    // Whoever holds the id of a question has it from a mail: he may see what it asks, and stop it.
    'crime.question_asked',
    'crime.stop_question',
    // Which releases are whole: a release that is still loading is not for everybody.
    'crime.visible_releases',
    // Only who asks mails a list, and to the people of the holder: the database looks them up.
    'datacalls.mail_list',
    // Who records a decision, of which bodies, and whether one is being recorded now; what somebody may change of an action; a mail about what he
    // changed this moment, to secretaries that the database looks up; how many answered what a public decision asked, never what;
    // which public decisions are an example, whoever may read the meeting.
    'decisions.answered',
    'decisions.invented',
    'decisions.is_being_recorded',
    'decisions.keep_condition',
    'decisions.own_instances',
    'decisions.own_mandates',
    'decisions.recorder',
    'decisions.recorder_of',
    'decisions.tell_secretaries',
    // A draft changes through these, each of which asks first whether one may; what one may do is told to oneself only.
    'drafting.apply',
    'drafting.begin',
    'drafting.begins_for',
    'drafting.clear',
    'drafting.put_in_force',
    'drafting.remark',
    'drafting.rights',
    'drafting.settle',
    'drafting.sign',
    // Who keeps the points of contact of an organisation: its own people, and a bureau.
    'governance.contact_author',
    'governance.keep_contact',
    // Who is heard, by whom it is filled in and answered; each says null, false or nothing to who may not. What was said in public
    // is for everybody; a nota is released by a second person, and entered in the log by who releases it.
    'hearings.bureau_function',
    'hearings.close',
    'hearings.function_for',
    'hearings.keep_answer',
    'hearings.keep_entry',
    'hearings.mail_opening',
    'hearings.may_correct',
    'hearings.may_release',
    'hearings.nota_of_now',
    'hearings.open',
    'hearings.own_bureaus',
    'hearings.own_hearings',
    'hearings.own_parties',
    'hearings.public_entries',
    'hearings.release',
    'identity.administering_organisations',
    'identity.answering_organisations',
    'identity.begin_provider_visit',
    'identity.current_organisations',
    'identity.current_person',
    'identity.current_roles',
    'identity.current_session',
    'identity.end_session',
    // Whoever is signed in sees, takes along and erases what is known of himself, and of nobody else.
    'identity.erase_own',
    'identity.example_people',
    'identity.has_role',
    'identity.is_professional',
    'identity.keep_session',
    'identity.link_address',
    'identity.note',
    'identity.own_data',
    'identity.request_link',
    'identity.start_example_session',
    'identity.start_session_by_link',
    'identity.start_session_by_provider',
    'identity.take_provider_visit',
    // Who writes for an area: its own version of an action, its plan, its cells; each says null, false or nothing to who may not. Of
    // each what was decided is for everybody.
    'levels.bureau_function',
    'levels.keep_cell',
    'levels.keep_local_plan',
    'levels.keep_variant',
    'levels.link_national',
    'levels.own_places',
    'levels.public_plan_versions',
    'levels.public_variants',
    // Whoever holds a token that we signed answers for the post it was sent to, in one transaction.
    'mail.answered_address',
    'mail.begin_answer',
    'mail.end_answer',
    'mail.note_unread',
    'mail.takes_mail',
    // Who sits where and may do what there; each says null, false or nothing to who may not. A calendar is had by who holds its key.
    'meetings.advised',
    'meetings.advised_instances',
    'meetings.advised_meetings',
    'meetings.adviser_choices',
    'meetings.answer',
    'meetings.attach',
    'meetings.begin_instance',
    'meetings.calendar_of',
    'meetings.change_year_task',
    'meetings.choosable_posts',
    'meetings.detach',
    'meetings.end_seat',
    'meetings.explain_deviation',
    'meetings.foresee',
    'meetings.give_seat',
    'meetings.invite',
    'meetings.keep_item',
    'meetings.make_calendar',
    'meetings.manager',
    'meetings.move_foreseen',
    'meetings.move_to_other_series',
    'meetings.name_adviser',
    'meetings.openly_sent',
    'meetings.own_instances',
    'meetings.own_meetings',
    'meetings.own_seats',
    'meetings.place_foreseen',
    'meetings.plan',
    'meetings.planner_of',
    'meetings.prepared_instances',
    'meetings.prepared_meetings',
    'meetings.publish_agenda',
    'meetings.raise_item',
    'meetings.replan',
    'meetings.revoke_calendar',
    'meetings.seated_for',
    'meetings.seated_later',
    'meetings.secretary_of',
    'meetings.send_agenda',
    'meetings.share_item',
    'meetings.share_stands',
    'meetings.shared_items',
    'meetings.take_off',
    // What comes of a meeting is written down by its secretary; who carries an agreement says what was done.
    'outcomes.approve',
    'outcomes.carried',
    'outcomes.carriers',
    'outcomes.close_promise',
    'outcomes.fix_list',
    'outcomes.homeless',
    'outcomes.keep_minutes',
    'outcomes.keep_result',
    'outcomes.open_lists',
    'outcomes.open_minutes',
    'outcomes.promise',
    'outcomes.prove',
    'outcomes.prover',
    'outcomes.publish_list',
    'outcomes.publish_minutes',
    'outcomes.rehome',
    // Who says how an action stands: by his post, or by a link that was sent to it. The day of it is all the public learns.
    'progress.asked_by_link',
    'progress.assign',
    'progress.assigner',
    // Whoever steers changes the quiet times.
    'progress.change_quiet_time',
    'progress.choosable_organisations',
    'progress.choosable_posts',
    'progress.judge',
    'progress.judge_of',
    'progress.keep_update',
    'progress.keeps_calendar',
    'progress.last_said_on',
    'progress.own_items',
    'progress.own_post_for',
    'progress.pass_on',
    'progress.speaks_of',
    'progress.start_round',
    'progress.steers',
    'progress.take_part',
    // Who leads a proposal, writes and releases what a body says of it, speaks in a written round; each says null or false to who may not.
    'proposals.amend',
    'proposals.close_round',
    'proposals.close_step',
    'proposals.drafted',
    'proposals.finish',
    'proposals.hands_on',
    'proposals.keep_condition',
    'proposals.keep_view',
    'proposals.keeper_of',
    'proposals.name_on_item',
    'proposals.open_step',
    'proposals.own_organisations',
    'proposals.publish',
    'proposals.readable',
    'proposals.release_view',
    'proposals.speak',
    'proposals.start',
    'proposals.starter',
    'proposals.tell_back',
    // Who announces what will be published; and where it stands once it was.
    'publications.announced_as',
    'publications.announced_subject',
    'publications.announcement_of',
    'publications.announces',
    'publications.announces_for',
    'publications.area_of_signing',
    'publications.author_of',
    'publications.is_correcting',
    'publications.is_public',
    'publications.makes_reports',
    'publications.may_correct',
    'publications.may_sign',
    'publications.moved_with',
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
    await mailForRiec()
    await readInFigures()
    await reportOnMunicipalities()
    await hearCouncils()
    await sayPerArea()
    await makePlan()
    await meetPartlyClosed()
    await proposePartly()
    await concludePartlyClosed()
    await owning(region.db, (tx) =>
      sql`insert into search.entries (kind, code, title, context, body, href, prominence, is_public)
        values ('geheim', 'X1', 'Geheimzinnig overleg', '', '', '/x', 1, false)`.execute(tx),
    )
    await addRelease(region, { modified: '2026-11-10T12:00:00Z', state: 'volledig' })
    await addRelease(region, { modified: '2026-11-20T12:00:00Z', state: 'bezig' })
    await loadInhabitants()
    await askQuestions()
    await explainFigures()
    await askHowActionsStand()
    await recordDecision(region, { aantekeningen: 'burgemeester van Zeist: vraagt aandacht voor jeugd' })
    await recordDecision(region, { zichtbaar: 'vertrouwelijk' })
    // Whether a condition was met, of each of them and of each view.
    await owning(region.db, (tx) =>
      sql`with of_views as (
            insert into proposals.condition_states (addressee, view_version, seq, version, state, since, sentence, at, acted_as)
            select addressee, version, 1, 1, 'open', '2026-11-24', 'x', now(), 'x' from proposals.views)
          insert into decisions.condition_states (decision, seq, version, state, since, sentence, at, acted_as)
          select code, 1, 1, 'open', '2026-11-24', 'x', now(), 'x' from decisions.decisions`.execute(tx),
    )
    await accountForYears()
    totals = new Map()
    for (const table of await tableNames(region.db)) {
      const { rows } = await owning(region.db, (tx) =>
        sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx),
      )
      totals.set(table, rows[0]?.n ?? 0)
    }
  })

  /** A load of inhabitants that is going on. */
  async function loadInhabitants(): Promise<void> {
    await owning(region.db, async (tx) => {
      await sql`insert into platform.loads (source, title, stand, plan, state, part_count)
        values ('37230ned', 'Bevolking', 'x', 'x', 'bezig', 2)`.execute(tx)
      await sql`insert into platform.load_parts (load, part, content) select id, '2024', '{}' from platform.loads`.execute(
        tx,
      )
    })
  }

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

  /** A list that was mailed, and an answer to it that came after another. */
  async function mailForRiec(): Promise<void> {
    const manager = { sessionId: (await signInAs(region, 'programmamanager')).cookie.split('=')[1] ?? null }
    await writing(region.db, manager, (tx) =>
      sql`select datacalls.mail_list('RIEC-2022', 'RIEC-MN', 'x', 'x', '["RIEC-2022-31"]', 'sv.example')`.execute(tx),
    )
    await writing(region.db, { sessionId: 'x' }, async (tx) => {
      await sql`select mail.begin_answer(substring(reply_to, 10, 52), repeat('a', 64), encode(sha256('x'), 'hex'))
        from mail.outbox where reply_to is not null`.execute(tx)
      await sql`insert into datacalls.mailed_conflicts (line, against, kind, value)
        values ('RIEC-2022-31', 1, 'getal', 6)`.execute(tx)
      await sql`select mail.end_answer('verwerkt', null, 'x', 'x', 'sv.example', false)`.execute(tx)
    })
  }

  /** Two versions of the adviser, and one of the administrator that he took back. */
  async function explainFigures(): Promise<void> {
    const [, adviser = anonymous, administrator = anonymous] = visitors
    await writing(region.db, adviser, (tx) =>
      sql`insert into crime.notes (note, version, area, body, valid_from)
        select '6f0c1c3a-0000-4000-8000-000000000001', version, 'GM0353', 'Het was kermis.', '2026-01-01'
          from generate_series(1, 2) as version`.execute(tx),
    )
    await writing(region.db, administrator, (tx) =>
      sql`insert into crime.notes (note, version, area, body, valid_from)
        values ('6f0c1c3a-0000-4000-8000-000000000002', 1, 'GM0327', 'Een fout.', '2026-01-01'),
               ('6f0c1c3a-0000-4000-8000-000000000002', 2, 'GM0327', null, '2026-01-01')`.execute(tx),
    )
  }

  /** A question of the adviser and one of somebody else, each with a mail about it. */
  async function askQuestions(): Promise<void> {
    await owning(region.db, (tx) =>
      sql`with asked as (
            insert into crime.questions (person, view, area, type, answer, release, answered_at)
            select p.id, 'beeld', 'GM0327', '0.0.0', '{geen}', (select min(id) from crime.releases), platform.moment()
              from identity.people p
             where p.email in ('oov@leusden.example', 'oov-montfoort-ijsselstein@voorbeeld.invalid')
            returning id, release
          )
          insert into crime.question_mails (question, release, answer_before, answer_after, words)
          select id, release, '{geen}', '{meer}', 'Het waren er meer.' from asked`.execute(tx),
    )
  }

  /** One council heard in public, one of which it is known that it was sent; a point that was answered, and a mail. */
  async function hearCouncils(): Promise<void> {
    const manager = { sessionId: (await signInAs(region, 'programmamanager')).cookie.split('=')[1] ?? null }
    await writing(region.db, manager, async (tx) => {
      await sql`select hearings.open('strategie', 'S2023', 'Ontwerp', '2026-11-01', null, '2026-12-20', '{}', 'sleutel-9', 'x')`.execute(
        tx,
      )
      await sql`select hearings.mail_opening('S2023-1', 'GM0353', 'x', 'x'),
        hearings.keep_entry('S2023-1', 'GM0344', 0, '{"sent_on": "2026-11-02", "in_private": false, "points": {}}', 'x'),
        hearings.keep_entry('S2023-1', 'GM0353', 0,
          '{"heard_on": "2026-11-20", "view": "wensen", "in_private": false, "points": {"1": "Meer."}}', 'x')`.execute(
        tx,
      )
      await sql`select hearings.keep_answer('S2023-1', 'GM0353', 1, e.id, 0, '{"text": "Goed.", "effect": "geen wijziging"}', 'x')
        from hearings.entries e where e.party = 'GM0353'`.execute(tx)
    })
  }

  /** Of two municipalities what they make of an action, one of them nothing; a plan and a draft of one; a cell and a national link. */
  async function sayPerArea(): Promise<void> {
    const manager = { sessionId: (await signInAs(region, 'programmamanager')).cookie.split('=')[1] ?? null }
    const variant = (choice: string) =>
      JSON.stringify({ choice, decided_on: '2026-11-02', reason: choice === 'niet' ? 'Geen plek.' : null })
    const plan = (adopted: string | null) =>
      JSON.stringify({
        title: 'Plan',
        adopted_on: adopted,
        priorities: [{ number: 1, text: 'Drugs', answered: 'ja', action: null, priorities: ['P23-GOC'] }],
      })
    const cell = JSON.stringify({ answer: 'niet-gekozen', reason: 'Geen plek.', decided_on: '2026-11-02' })
    await writing(region.db, manager, async (tx) => {
      const { rows } = await sql<Record<string, string | boolean>>`
        select levels.keep_variant('S23-007', 'GM0339', 0, ${variant('overgenomen')}::jsonb, 'sleutel-1', 'x') as one,
          levels.keep_variant('S23-007', 'GM0344', 0, ${variant('niet')}::jsonb, 'sleutel-1', 'x') as two,
          levels.keep_local_plan('GM0339', null, 0, ${plan('2026-11-02')}::jsonb, 'sleutel-1', 'x') as three,
          levels.keep_local_plan('GM0344', null, 0, ${plan(null)}::jsonb, 'sleutel-2', 'x') as four,
          levels.keep_cell('FL', 'Horeca', 'GM0034', 0, ${cell}::jsonb, 'sleutel-1', 'x') as five,
          levels.link_national('LP17-KP', 'P23-DV', true, 'x', 'sleutel-1', 'x') as six`.execute(tx)
      expect(Object.values(rows[0] ?? {})).toEqual([
        'bewaard',
        'bewaard',
        'VP-GM0339-1',
        'VP-GM0344-1',
        'bewaard',
        true,
      ])
    })
  }

  /** A draft with a chapter in force, of which the look-back is cleared and signed, and a remark that was settled. */
  async function makePlan(): Promise<void> {
    const secret = async (person: string) => ({
      sessionId: (await signInAs(region, person)).cookie.split('=')[1] ?? null,
    })
    const [manager, analyst] = [await secret('programmamanager'), await secret('analist-politie')]
    const newest = sql`(select max(entry) from drafting.paragraph_versions)::integer`
    await writing(region.db, manager, async (tx) => {
      await sql`select drafting.begin('{"kind": "jaarplan", "title": "x", "period_from": 2028, "period_to": 2028, "owner": "RVS"}', 'sleutel-1', 'x')`.execute(
        tx,
      )
      await sql`select drafting.apply('JP2028', '{"chapters": [{"short": "X", "seq": 1, "title": "x", "kind": "x", "is_removed": false}]}', 'sleutel-1', 'x')`.execute(
        tx,
      )
      await sql`select drafting.apply('JP2028', '{"paragraphs": [{"paragraph": "00000000-0000-4000-8000-000000000001", "chapter": "J28-X",
        "kind": "terugblik", "part": "politie", "seq": 1, "body": "x", "is_removed": false}], "actions": [{"chapter": "J28-X", "seq": 1,
        "track": "actie", "title": "x", "lead": "RVS", "participants": [], "areas": [], "indicators": [], "is_removed": false}]}', 'sleutel-2', 'x')`.execute(
        tx,
      )
      await sql`select drafting.remark('J28-X', null, null, null, 'x', 'sleutel-1', 'x')`.execute(tx)
      await sql`select drafting.settle(id, 'x') from drafting.remarks`.execute(tx)
    })
    await writing(region.db, analyst, (tx) =>
      sql`select drafting.clear('J28-X', 'politie', ${newest}, 'x')`.execute(tx),
    )
    await writing(region.db, manager, async (tx) => {
      await sql`select drafting.sign('J28-X', ${newest}, 'x')`.execute(tx)
      await sql`select drafting.put_in_force('J28-X',
        (select greatest(max(v.entry), ${newest}) from drafting.action_versions v)::integer, 'x')`.execute(tx)
    })
  }

  /** A college with an open and a closed item that were sent, and a body that is closed altogether; a calendar of two people. */
  async function meetPartlyClosed(): Promise<void> {
    const [, adviser = anonymous] = visitors
    const secret = async (person: string) => ({
      sessionId: (await signInAs(region, person)).cookie.split('=')[1] ?? null,
    })
    await writing(region.db, await secret('programmamanager'), async (tx) => {
      await sql`select meetings.begin_instance('DVC', 'WU', true, 'x'), meetings.begin_instance('CASRAD', 'FL', false, 'x')`.execute(
        tx,
      )
      await sql`select meetings.give_seat('DVC-WU', 'secretaris', p.id, null, null, null, '2026-01-01', null, 'sleutel-a', 'x'),
          meetings.give_seat('CASRAD-FL', 'secretaris', p.id, null, null, null, '2026-01-01', null, 'sleutel-b', 'x')
        from meetings.choosable_posts() p where p.organisation = 'RVS' and p.title = 'Hoofd'`.execute(tx)
      await sql`select meetings.plan(i.code, '{"held_on": "2026-12-08", "state": "gepland", "begins": "09:30", "ends": "11:00"}', i.code || '-key', 'x')
        from meetings.instances i`.execute(tx)
      await sql`select governance.keep_contact('GM0339', null, 0,
        '{"title": "X", "subject": "X", "telephone": "030 1234567", "is_adviser": false, "is_ended": false}', 'sleutel-1', 'x')`.execute(
        tx,
      )
      await sql`select meetings.explain_deviation(i.code, 'politie', 0, 'X', '2027-12-01', 'x') from meetings.instances i`.execute(
        tx,
      )
    })
    await writing(region.db, await secret('hoofd-bureau'), async (tx) => {
      for (const said of [{ is_closed: false }, { is_closed: true, ground: 'woo-5.2-1', closed_until: '2027-12-01' }]) {
        const item = {
          title: 'X',
          kind: 'bespreking',
          asked: '',
          occasion: '',
          core: '',
          caveat: '',
          means: '',
          follow_up: '',
          ...said,
        }
        await sql`select meetings.attach('DVC-WU-2026-1', (k ->> 'item')::uuid, '{"name": "x.pdf", "is_closed": false}', ${said.is_closed ? 'eA==' : 'eQ=='}, 'x')
          from meetings.keep_item('DVC-WU-2026-1', null, 0, ${JSON.stringify(item)}::jsonb, ${`sleutel-${said.is_closed}`}, 'x') k`.execute(
          tx,
        )
      }
      const closedBody = {
        title: 'X',
        kind: 'bespreking',
        asked: '',
        occasion: '',
        core: '',
        caveat: '',
        means: '',
        follow_up: '',
        is_closed: false,
      }
      await sql`select meetings.keep_item('CASRAD-FL-2026-1', null, 0, ${JSON.stringify(closedBody)}::jsonb, 'sleutel-c', 'x')`.execute(
        tx,
      )
      await sql`select meetings.place_foreseen(meetings.foresee('DVC-WU', s.closed, '{"title": "X", "by_whom": "X", "period": "2027-Q1",
          "is_dropped": false}', 'sleutel-' || s.closed, 'x'), i.id, 'x')
        from (values (true), (false)) s (closed) join meetings.items i on i.meeting = 'DVC-WU-2026-1' and i.is_closed = s.closed`.execute(
        tx,
      )
      await sql`select meetings.send_agenda('CASRAD-FL-2026-1', 'x')`.execute(tx)
      await sql`select meetings.publish_agenda('CASRAD-FL-2026-1', 'x')`.execute(tx)
      await sql`select meetings.send_agenda('DVC-WU-2026-1', 'x'), meetings.invite('DVC-WU-2026-1', 'x', 'x')`.execute(
        tx,
      )
      await sql`select meetings.publish_agenda('DVC-WU-2026-1', 'x'), meetings.make_calendar(null, repeat('a', 64), 'x')`.execute(
        tx,
      )
      await sql`select meetings.answer('DVC-WU-2026-1', s.seat, 'aanwezig', 1, 'x') from meetings.own_seats() s where s.kind = 'secretaris'`.execute(
        tx,
      )
    })
    await writing(region.db, adviser, (tx) =>
      sql`select meetings.make_calendar(null, repeat('b', 64), 'x')`.execute(tx),
    )
    // What Houten shares with its adviser and wrote for its mayor: for none of these.
    await owning(region.db, async (tx) => {
      await sql`insert into meetings.shares (item, instance, organisation, number, at, acted_as)
        select i.id, 'DVC-WU', 'GM0321', 1, platform.moment(), 'x' from meetings.items i where i.is_closed`.execute(tx)
      await sql`insert into meetings.namings (seat, post, number, at, acted_as)
        select s.id, s.post, 1, platform.moment(), 'x' from meetings.seats s where s.post is not null limit 1`.execute(
        tx,
      )
      await sql`insert into annotations.versions (item, organisation, version, body, is_ready, basis, at, acted_as, form_key)
        select i.id, 'GM0321', 1, 'x', true, '{}', platform.moment(), 'x', 'sleutel-a' from meetings.items i where i.is_closed`.execute(
        tx,
      )
    })
  }

  /** A public proposal and one that is not, both before the college; what it says is released of both, with a draft of another version. */
  async function proposePartly(): Promise<void> {
    await owning(region.db, async (tx) => {
      for (const [code, isPublic] of [
        ['VA', true],
        ['VB', false],
      ] as const) {
        await sql`insert into proposals.proposals (code, route, route_name, direction, brought_by, is_example, at, acted_as, form_key,
            finished_at, result, published_at)
          values (${code}, 'x', 'x', 'omhoog', 'RVS', true, now(), 'x', ${`sleutel-${code}`}, now(), 'ingetrokken', ${isPublic ? sql`now()` : null})`.execute(
          tx,
        )
        await sql`insert into proposals.texts (proposal, version, title, body, at, acted_as) values (${code}, 1, 'x', 'x', now(), 'x')`.execute(
          tx,
        )
        await sql`insert into proposals.steps (proposal, seq, mode, before_whom, who, opened_at, term)
          values (${code}, 1, 'besluiten', 'gekozen', 'x', now(), '2026-12-01')`.execute(tx)
        await sql`insert into proposals.addressees (proposal, seq, instance) values (${code}, 1, 'DVC-WU'), (${code}, 1, 'CASRAD-FL')`.execute(
          tx,
        )
      }
      await sql`insert into proposals.views (addressee, version, edits, text_version, stance, reason, acted_as, released_at, released_as)
        select a.id, v, 1, 1, 'instemmen', case v when 2 then 'x' end, 'x', case v when 1 then now() end, case v when 1 then 'x' end
          from proposals.addressees a, generate_series(1, 2) v where a.instance = 'DVC-WU'`.execute(tx)
      await sql`insert into proposals.answers (addressee, version, round, verdict, why, at, acted_as)
        select v.addressee, v.version, 1, 'niet', 'x', now(), 'x' from proposals.views v where v.version = 1`.execute(
        tx,
      )
      await sql`insert into proposals.words (addressee, seat, version, word, at)
        select a.id, s.id, 1, 'akkoord', now() from proposals.addressees a join meetings.seats s on s.instance = a.instance`.execute(
        tx,
      )
      await sql`insert into proposals.item_proposals (item, proposal, at, acted_as)
        select i.id, case when i.is_closed then 'VB' else 'VA' end, now(), 'x' from meetings.items i where i.meeting = 'DVC-WU-2026-1'`.execute(
        tx,
      )
    })
  }

  /** What came of a meeting of that college, open and closed, and of the body that is closed altogether. */
  async function concludePartlyClosed(): Promise<void> {
    const secretary = { sessionId: (await signInAs(region, 'hoofd-bureau')).cookie.split('=')[1] ?? null }
    await writing(region.db, secretary, async (tx) => {
      for (const instance of ['DVC-WU', 'CASRAD-FL']) {
        const at = `${instance}-2026-2`
        for (const day of ['2026-11-10', '2026-11-20'])
          await sql`select meetings.plan(${instance}, ${JSON.stringify({ held_on: day, state: 'gepland', begins: '09:30', ends: '11:00' })}::jsonb,
            ${`sleutel-${day}`}, 'x')`.execute(tx)
        for (const [number, is_closed] of [false, true].entries()) {
          const item = {
            ...{
              title: 'X',
              kind: 'bespreking',
              asked: '',
              occasion: '',
              core: '',
              caveat: '',
              means: '',
              follow_up: '',
            },
            ...(is_closed ? { is_closed, ground: 'woo-5.2-1', closed_until: '2027-12-01' } : { is_closed }),
          }
          await sql`select meetings.keep_item(${at}, null, 0, ${JSON.stringify(item)}::jsonb, ${`sleutel-${number}`}, 'x')`.execute(
            tx,
          )
        }
        await sql`select meetings.send_agenda(${at}, 'x')`.execute(tx)
        await sql`select meetings.publish_agenda(${at}, 'x')`.execute(tx)
        const { rows } = await sql<{ id: string }>`select id from meetings.items where meeting = ${at}`.execute(tx)
        const promise = JSON.stringify({ kind: 'afspraak', text: 'X', organisation: 'RVS', title: 'Hoofd', due: null })
        for (const { id } of rows) {
          await sql`select outcomes.keep_result(${at}, ${id}::uuid, 0, 'besproken', null, null, 'x')`.execute(tx)
          await sql`select outcomes.keep_minutes(${at}, ${id}::uuid, 0, 'X', 'x')`.execute(tx)
          await sql`select outcomes.promise(${at}, ${id}::uuid, ${promise}::jsonb, ${`sleutel-${id}`}, 'x')`.execute(tx)
        }
        await sql`select outcomes.prove(id, 0, 'X', null, 'x') from outcomes.promises where meeting = ${at}`.execute(tx)
        await sql`select outcomes.close_promise(id, 1, null, 'x') from outcomes.promises where meeting = ${at}`.execute(
          tx,
        )
        await sql`select outcomes.fix_list(${at}, 'x')`.execute(tx)
        await sql`select outcomes.publish_list(${at}, 'x')`.execute(tx)
        await sql`select outcomes.approve(${at}, ${`${instance}-2026-3`}, 'x')`.execute(tx)
        await sql`select outcomes.publish_minutes(${at}, 'x')`.execute(tx)
      }
      await sql`insert into decisions.decisions (code, body, area, taken_on, title, text, ground, adopted_by, attended, is_public, closed_to, form_key)
        values ('V-CASRAD-FL-2026-001', 'CASRAD', 'FL', '2026-11-10', 'x', 'x', 'x', '{x}', '{}', false, 'CASRAD-FL', 'sleutel-v')`.execute(
        tx,
      )
      await sql`insert into decisions.notes (decision, seq, party, words) values ('V-CASRAD-FL-2026-001', 1, 'x', 'x')`.execute(
        tx,
      )
      await sql`insert into decisions.taken_at (decision, meeting) values ('V-CASRAD-FL-2026-001', 'CASRAD-FL-2026-2')`.execute(
        tx,
      )
    })
  }

  /** A round with a mail to the adviser and one to somebody else; an action that was passed on, and what was said of it. */
  async function askHowActionsStand(): Promise<void> {
    const manager = { sessionId: (await signInAs(region, 'programmamanager')).cookie.split('=')[1] ?? null }
    await writing(region.db, manager, async (tx) => {
      await sql`select progress.start_round('2026-4', 'x'),
        meetings.change_year_task(null, 0, '{"month": 3, "what": "X", "by_whom": "X", "to_whom": "X", "is_withdrawn": false, "reason": "X"}', 'sleutel-j', 'x'),
        progress.change_quiet_time(null, 0, 'Feest', '2026-12-01', '2026-12-02', false, 'Feest.', 'sleutel-3', 'x'), progress.pass_on('S23-010', 'RIEC-MN', 'x'),
        progress.keep_update('S23-007', 'op-koers', 'Het gaat goed.', null, false, 'scherm', 'sleutel-1', null, 'x'),
        progress.keep_update('S23-008', 'op-koers', 'Het gaat goed.', null, false, 'scherm', 'sleutel-2', null, 'x',
          decode('ffd8ffd9', 'hex'), 'jpeg', 'Een leeg plaatje'),
        progress.judge((select programme from strategy.actions where code = 'S23-007'), 'op-koers', 'Het gaat goed.', 'sleutel-1', 'x')`.execute(
        tx,
      )
    })
    await owning(region.db, (tx) =>
      sql`with sent as (
            insert into progress.requests (round, kind, person, post, acted_as, token_hash, at, expires_at)
            select '2026-4', 'vraag', h.id, p.id, 'x', encode(sha256(convert_to(h.email, 'UTF8')), 'hex'), platform.moment(), '2026-12-10'
              from identity.people h join identity.posts p on p.person = h.id
             where h.email in ('oov@leusden.example', 'oov-montfoort-ijsselstein@voorbeeld.invalid')
            returning id
          )
          insert into progress.request_items (request, seq, action) select id, 1, 'S23-007' from sent`.execute(tx),
    )
    const adviser = { sessionId: (await signInAs(region, 'oov-renswoude')).cookie.split('=')[1] ?? null }
    await writing(region.db, adviser, (tx) =>
      sql`select progress.take_part('S23-022', 'GM0339', 'ja', null, 'sleutel-1', 'x')`.execute(tx),
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
        await sql`insert into publications.ledger (seq, kind, subject, body, previous, hash)
          select seq, 'rapportage', ${signed}, body, previous, encode(sha256(convert_to(body, 'UTF8')), 'hex')
            from (select seq, previous, jsonb_build_object('regel', seq, 'soort', 'rapportage', 'onderwerp', ${signed}::text,
                         'vorige', previous, 'moment', platform.moment(),
                         'bestanden', jsonb_build_object('rapport.pdf', encode(sha256('x'), 'hex')))::text as body
                    from (select count(*)::integer + 1 as seq, (select hash from publications.ledger order by seq desc limit 1)
                              as previous from publications.ledger) as ends) as entry`.execute(tx)
        await correct(
          tx,
          { id: randomUUID(), kind: 'rapportage', subject: signed, before: 'a', after: 'b', reason: 'c' },
          { address: '/x', programma: 'x', controlepunt: null },
        )
      })
      await owning(region.db, async (tx) => {
        await sql`insert into publications.recomputations (report, equal, different, gone, is_same)
          values (${signed}, 1, 0, 0, true)`.execute(tx)
        await sql`insert into publications.differences (report, release, known_on, sentences, figures)
          values (${signed}, 1, '2026-11-10', '[]', 0)`.execute(tx)
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

  /** A draft, a released account, and one that was released with example figures and is public no more. */
  async function accountForYears(): Promise<void> {
    const secret = async (person: string) => ({
      sessionId: (await signInAs(region, person)).cookie.split('=')[1] ?? null,
    })
    const [manager, analyst] = [await secret('programmamanager'), await secret('analist-politie')]
    await writing(region.db, manager, (tx) =>
      sql`insert into accounts.accounts (code, kind, year, title, owner)
        select code, 'jaarverslag', 2025, code, 'RVS' from unnest(array['draft', 'released', 'example']) as code`.execute(
        tx,
      ),
    )
    await writing(region.db, manager, async (tx) => {
      await sql`insert into publications.announcements (code, kind, title, owner) values ('announced', 'anders', 'x', 'RVS')`.execute(
        tx,
      )
      await sql`insert into publications.announced_moments (announcement, version, on_day, at_time, form_key)
        values ('announced', 1, '2027-01-01', '10:00', 'sleutel-1')`.execute(tx)
    })
    for (const code of ['draft', 'released', 'example']) {
      await writing(region.db, analyst, async (tx) => {
        await sql`insert into accounts.pictures (account, hash, media, width, height, content)
          values (${code}, encode(sha256('x'), 'hex'), 'image/png', 100, 100, 'x')`.execute(tx)
        await sql`insert into accounts.versions (block, account, version, part, kind, seq, title, body, picture, alt, credit)
          values (gen_random_uuid(), ${code}, 1, 'politie', 'beeld', 1, 'x', 'x', encode(sha256('x'), 'hex'), 'x', 'x')`.execute(
          tx,
        )
        await sql`insert into accounts.versions (block, account, version, part, kind, seq, title, body)
          values (gen_random_uuid(), ${code}, 1, 'politie', 'tekst', 1, 'x', 'x')`.execute(tx)
        await sql`insert into accounts.clearances (account, part, upto, hash)
          select account, part, max(entry), repeat('a', 64) from accounts.versions where account = ${code}
           group by account, part`.execute(tx)
      })
      if (code === 'draft') {
        await writing(region.db, manager, (tx) =>
          sql`insert into accounts.questions (account, question, version, asked, answered)
            values ('draft', gen_random_uuid(), 1, 'x', 'x')`.execute(tx),
        )
        await owning(region.db, async (tx) => {
          await sql`insert into accounts.windows (account, version, until, at, acted_as, form_key)
            values ('draft', 1, '2026-12-31', platform.moment(), 'x', 'sleutel-1')`.execute(tx)
          await sql`insert into accounts.previews (account, version, area, content) values ('draft', 1, 'GM0344', 'x')`.execute(
            tx,
          )
          await sql`insert into accounts.looks (account, version, area, at, acted_as)
            values ('draft', 1, 'GM0344', platform.moment(), 'x')`.execute(tx)
        })
        continue
      }
      await writing(region.db, manager, async (tx) => {
        await sql`insert into accounts.releases (account, is_example) values (${code}, ${code === 'example'})`.execute(
          tx,
        )
        await sql`insert into accounts.files (account, format, content, hash)
          values (${code}, 'pdf', 'x', encode(sha256('x'), 'hex'))`.execute(tx)
        await sql`insert into accounts.area_files (account, area, format, content, hash)
          values (${code}, 'GM0344', 'pdf', 'x', encode(sha256('x'), 'hex'))`.execute(tx)
        await sql`insert into publications.ledger (seq, kind, subject, body, previous, hash)
          select seq, 'verantwoording', ${code}, body, previous, encode(sha256(convert_to(body, 'UTF8')), 'hex')
            from (select seq, previous, jsonb_build_object('regel', seq, 'soort', 'verantwoording', 'onderwerp', ${code}::text,
                         'vorige', previous, 'moment', platform.moment(),
                         'bestanden', jsonb_build_object('stuk.pdf', encode(sha256('x'), 'hex'),
                           'gebieden/GM0344.pdf', encode(sha256('x'), 'hex')))::text as body
                    from (select count(*)::integer + 1 as seq, (select hash from publications.ledger order by seq desc limit 1)
                              as previous from publications.ledger) as ends) as entry`.execute(tx)
      })
      await owning(region.db, (tx) =>
        sql`insert into accounts.recomputations (account, equal, different, gone, is_same)
          values (${code}, 1, 0, 0, true)`.execute(tx),
      )
      await owning(region.db, (tx) =>
        sql`insert into accounts.differences (account, sentences, figures) values (${code}, '[]', '[]')`.execute(tx),
      )
      await writing(region.db, manager, (tx) =>
        correct(
          tx,
          { id: randomUUID(), kind: 'verantwoording', subject: code, before: 'a', after: 'b', reason: 'c' },
          { address: '/x', programma: 'x', controlepunt: null },
        ),
      )
    }
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
    // One account is public; none of these three works on one.
    'accounts.accounts': 'part part part',
    'accounts.area_files': 'part part part',
    'accounts.clearances': 'none none none',
    'accounts.differences': 'part part part',
    'accounts.files': 'part part part',
    'accounts.looks': 'none none none',
    'accounts.pictures': 'part part part',
    'accounts.previews': 'denied denied denied',
    'accounts.questions': 'none none none',
    'accounts.recomputations': 'part part part',
    'accounts.releases': 'part part part',
    'accounts.versions': 'none none none',
    'accounts.windows': 'none none none',
    // For who sits there for that organisation, and who advises him.
    'annotations.versions': 'none none none',
    'crime.counts': 'part part part',
    'crime.differences': 'part part all',
    'crime.notes': 'part part all',
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
    'datacalls.mailed_conflicts': 'none none none',
    'datacalls.mailings': 'none none none',
    'datacalls.signatures': 'none all all',
    // One decision is public, one confidential.
    'decisions.condition_states': 'part part part',
    'decisions.decisions': 'part part part',
    'decisions.ended_seats': 'denied denied denied',
    'decisions.notes': 'part part part',
    'decisions.taken_at': 'none none none',
    // A draft is for whoever works at a partner; what is in force is for everybody.
    'drafting.action_versions': 'none all all',
    'drafting.actions': 'none all all',
    'drafting.chapter_versions': 'none all all',
    'drafting.chapters': 'none all all',
    'drafting.clearances': 'none all all',
    'drafting.drafts': 'none all all',
    'drafting.paragraph_versions': 'none all all',
    'drafting.paragraphs': 'none all all',
    'drafting.remarks': 'none all all',
    'drafting.sets': 'none all all',
    'drafting.settlements': 'none all all',
    'drafting.signatures': 'none all all',
    'drafting.templates': 'none all all',
    'figures.imports': 'none none all',
    'governance.example_contacts': 'denied denied denied',
    'governance.contact_points': 'none all all',
    'governance.contact_versions': 'none all all',
    'hearings.answers': 'none none none',
    'hearings.entries': 'part all all',
    'hearings.mailings': 'none none none',
    'hearings.points': 'none all all',
    'identity.audit_log': 'none none all',
    'identity.erasures': 'denied denied denied',
    'levels.cell_versions': 'none all all',
    'levels.local_links': 'part all all',
    'levels.local_plan_versions': 'part all all',
    'levels.local_plans': 'part all all',
    'levels.local_priorities': 'part all all',
    'levels.variant_reasons': 'none all all',
    'levels.variants': 'part all all',
    'strategy.matrix_refusals': 'none all all',
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
    'mail.keys': 'denied denied denied',
    'mail.outbox': 'part part part',
    'mail.received': 'denied denied denied',
    'mail.reply_addresses': 'denied denied denied',
    // One instance is public, one closed; of these three nobody sits in either.
    'meetings.answers': 'none none none',
    'meetings.attachments': 'part part part',
    'meetings.calendar_keys': 'none part none',
    'meetings.days': 'part part part',
    'meetings.deviations': 'part part part',
    'meetings.files': 'part part part',
    'meetings.foreseen_items': 'none none none',
    'meetings.foreseen_subjects': 'none none none',
    'meetings.foreseen_versions': 'none none none',
    'meetings.instances': 'part part part',
    'meetings.invitations': 'none none none',
    'meetings.items': 'part part part',
    'meetings.meetings': 'part part part',
    'meetings.namings': 'none none none',
    'meetings.papers': 'part part part',
    'meetings.places': 'none none none',
    'meetings.publishings': 'part part part',
    'meetings.seats': 'part part part',
    'meetings.sendings': 'none none none',
    'outcomes.approvals': 'part part part',
    'outcomes.approved_items': 'part part part',
    'outcomes.closures': 'none none none',
    'outcomes.fixed_items': 'part part part',
    'outcomes.fixings': 'part part part',
    'outcomes.list_publishings': 'part part part',
    'outcomes.minute_publishings': 'part part part',
    'outcomes.minutes': 'part part part',
    'outcomes.promises': 'part part part',
    'outcomes.proofs': 'none none none',
    'outcomes.results': 'part part part',
    'meetings.shares': 'none none none',
    'meetings.term_mails': 'denied denied denied',
    'platform.load_parts': 'none none all',
    'platform.loads': 'none none all',
    'platform.migrations': 'denied denied denied',
    'platform.pack_rows': 'denied denied denied',
    'progress.carriers': 'none all all',
    'progress.judgements': 'none all all',
    'progress.participations': 'none all all',
    'progress.photos': 'none all all',
    'progress.request_items': 'none part none',
    'progress.requests': 'none part none',
    'progress.round_starts': 'none all all',
    'progress.updates': 'none all all',
    // One proposal is public and one is not; a view of each is released, and another is a draft.
    'proposals.addressees': 'part part part',
    'proposals.answers': 'part part part',
    'proposals.condition_states': 'part part part',
    'proposals.item_proposals': 'part part part',
    'proposals.proposals': 'part part part',
    'proposals.steps': 'part part part',
    'proposals.texts': 'part part part',
    'proposals.views': 'part part part',
    'proposals.words': 'none none none',
    // One report is published; of the drafts one is that of the adviser.
    'publications.contexts': 'part part all',
    'publications.corrections': 'part part part',
    'publications.differences': 'part part all',
    'publications.files': 'part part all',
    'publications.recomputations': 'part part all',
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
      [
        'a decision',
        "insert into decisions.decisions (code, body, taken_on, title, text, ground, adopted_by, attended, is_public, form_key) values ('V-2026-900', 'RVC', '2026-11-20', 'x', 'x', 'x', '{x}', '{}', false, 'sleutel-x')",
        '42501 42501 42501',
      ],
      [
        'an effect of a decision of before',
        "insert into decisions.effects (decision, seq, kind, subject, after) values ('B-2026-001', 9, 'zet-prioriteit', 'P23-GOC', '{}')",
        '42501 42501 42501',
      ],
      ['the words of a decision', "update decisions.decisions set title = 'x'", '42501 42501 42501'],
      [
        'a document of a decision of before',
        "insert into decisions.documents (decision, content, hash) values ('B-2026-001', 'x', encode(sha256('x'), 'hex'))",
        '42501 42501 42501',
      ],
      [
        'an action without a mandate',
        "insert into decisions.action_changes (action, field, before, after, reason, form_key) values ('S23-007', 'klaar', '2026', '2027', 'x', 'sleutel-x')",
        'SV001 SV001 SV001',
      ],
      [
        'an action past its changes',
        "update strategy.actions set due = '2027' where code = 'S23-007'",
        '42501 42501 42501',
      ],
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
        'a wijk of a basisteam',
        "insert into territory.team_neighbourhoods (team, code, name, municipality, valid_from) values ('BT01', 'WK1', 'x', 'GM0344', '2026-01-01')",
        '42501 42501 1',
      ],
      [
        'a wijk of a district',
        "insert into territory.team_neighbourhoods (team, code, name, municipality, valid_from) values ('FL', 'WK1', 'x', 'GM0344', '2026-01-01')",
        '42501 42501 42501',
      ],
      ['the name of a wijk of a basisteam', "update territory.team_neighbourhoods set name = 'y'", '42501 42501 42501'],
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
      [
        'an explanation of another municipality',
        "insert into crime.notes (note, version, area, body, valid_from) values (gen_random_uuid(), 1, 'GM0327', 'x', '2026-01-01')",
        '42501 42501 1',
      ],
      [
        'an explanation of the own municipality',
        "insert into crime.notes (note, version, area, body, valid_from) values (gen_random_uuid(), 1, 'GM0353', 'x', '2026-01-01')",
        '42501 1 1',
      ],
      [
        'an explanation in the name of somebody else',
        "insert into crime.notes (note, version, area, body, valid_from, acted_as) values (gen_random_uuid(), 1, 'GM0353', 'x', '2026-01-01', 'x')",
        '42501 42501 42501',
      ],
      ['an explanation that stands', "update crime.notes set body = 'x'", '42501 42501 42501'],
      [
        'a list by mail',
        "select datacalls.mail_list('RIEC-2022', 'RIEC-MN', 'x', 'x', '[]', 'sv.example')",
        '42501 42501 42501',
      ],
      [
        'a list by mail, as the program',
        "select datacalls.put_list('RIEC-2022', 'RIEC-MN', 'lijst', 'x', 'x', 'x', '[]', 'sv.example')",
        '42501 42501 42501',
      ],
      [
        'an answer that would have come by mail',
        "insert into datacalls.mailed_conflicts (line, against, kind, value) values ('RIEC-2022-31', 1, 'getal', 1)",
        '42501 42501 42501',
      ],
      [
        'an address to answer to',
        "select mail.new_address('uitvraag', '{}', gen_random_uuid(), gen_random_uuid(), now(), false)",
        '42501 42501 42501',
      ],
      [
        'the end of an answer that nobody began',
        "select mail.end_answer('verwerkt', null, 'x', 'x', 'x', false)",
        'P0001 P0001 P0001',
      ],
      [
        'that an answer came by mail',
        "insert into datacalls.answers (line, version, kind, value, by_mail) values ('RIEC-2022-32', 1, 'getal', 1, 'x')",
        '42501 42501 42501',
      ],
      [
        'what is said of an action, past the door for it',
        "insert into progress.updates (action, version, status, is_unchanged, way, at, post, organisation, acted_as, form_key) values ('S23-001', 1, 'op-koers', false, 'scherm', now(), gen_random_uuid(), 'RVS', 'x', 'sleutel-2')",
        '42501 42501 42501',
      ],
      [
        'a judgement of a programme, past the door for it',
        "insert into progress.judgements (programme, version, status, sentence, at, acted_as, form_key) select code, 1, 'op-koers', 'x', now(), 'x', 'sleutel-2' from strategy.programmes limit 1",
        '42501 42501 42501',
      ],
      [
        'that a municipality takes part, past the door for it',
        "insert into progress.participations (action, area, version, takes_part, at, acted_as, form_key) values ('S23-022', 'GM0339', 1, 'ja', now(), 'x', 'sleutel-2')",
        '42501 42501 42501',
      ],
      [
        'that one took part',
        "update progress.participations set takes_part = 'nee', sentence = 'x'",
        '42501 42501 42501',
      ],
      ['how the year calendar was', "update meetings.year_task_versions set what = 'x'", '42501 42501 42501'],
      [
        'a line of the year, past the door for it',
        "insert into meetings.year_task_versions (code, version, month, what, by_whom, to_whom, is_withdrawn, reason, at, acted_as, form_key) values ('eigen-9', 1, 1, 'x', 'x', 'x', false, 'x', now(), 'x', 'sleutel-y')",
        '42501 42501 42501',
      ],
      [
        'the key of a form of the year calendar',
        'select form_key from meetings.year_task_versions',
        '42501 42501 42501',
      ],
      ['what was said of a programme', "update progress.judgements set sentence = 'x'", '42501 42501 42501'],
      ['what was said of an action', "update progress.updates set sentence = 'x'", '42501 42501 42501'],
      ['who keeps an action up to date', "update progress.carriers set organisation = 'RVS'", '42501 42501 42501'],
      ['a mail of a round', 'update progress.requests set expires_at = now()', '42501 42501 42501'],
      [
        'the begin of a round',
        "insert into progress.round_starts (round, started_at) values ('2027-1', now())",
        '42501 42501 42501',
      ],
      ['when is asked', 'update progress.rounds set ends_on = ends_on', '42501 42501 42501'],
      ['when it is quiet', 'delete from progress.quiet_times', '42501 42501 42501'],
      [
        'who carries an action by the helper of a door',
        "select progress.posts_for(array['S23-001'])",
        '42501 42501 42501',
      ],
      ['the hash of a link', 'select token_hash from progress.requests', '42501 42501 42501'],
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
      ['a load of inhabitants', "update platform.loads set state = 'afgebroken'", '42501 42501 42501'],
      ['a part of a load', 'delete from platform.load_parts', '42501 42501 42501'],
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
      [
        'an entry in the log of what one did not just sign',
        `insert into publications.ledger (seq, kind, subject, body, previous, hash)
          select e.seq + 1, 'rapportage', 'GM0335-2025-1', b, e.hash, encode(sha256(convert_to(b, 'UTF8')), 'hex')
            from publications.ledger e cross join lateral (select jsonb_build_object('regel', e.seq + 1, 'soort', 'rapportage',
              'onderwerp', 'GM0335-2025-1', 'vorige', e.hash, 'moment', platform.moment())::text) as x (b)
           where e.seq = (select max(seq) from publications.ledger)`,
        '42501 42501 42501',
      ],
      ['an entry in the log', "update publications.ledger set kind = 'x'", '42501 42501 42501'],
      [
        'a correction of one’s own published report',
        "insert into publications.corrections (kind, subject, before, after, reason) values ('rapportage', 'GM0353-2025-1', 'a', 'b', 'c')",
        '42501 1 42501',
      ],
      [
        'a correction of a draft',
        "insert into publications.corrections (kind, subject, before, after, reason) values ('rapportage', 'GM0335-2025-1', 'a', 'b', 'c')",
        '42501 42501 42501',
      ],
      [
        'a window before a release',
        "insert into accounts.windows (account, version, until) values ('draft', 2, '2026-12-31')",
        '42501 42501 42501',
      ],
      ['a mail of a window', "select accounts.mail_window('draft', 'GM0344', 'x', 'x')", '42501 42501 42501'],
      [
        'what a mayor can be asked',
        "insert into accounts.questions (account, question, version, asked, answered) values ('draft', gen_random_uuid(), 1, 'x', 'x')",
        '42501 42501 42501',
      ],
      [
        'a page of an area with an account',
        "insert into accounts.area_files (account, area, format, content, hash) values ('released', 'GM0344', 'html', 'x', encode(sha256('x'), 'hex'))",
        '42501 42501 42501',
      ],
      [
        'a picture of an account',
        "insert into accounts.pictures (account, hash, media, width, height, content) values ('draft', encode(sha256('y'), 'hex'), 'image/png', 100, 100, 'y')",
        '42501 42501 42501',
      ],
      [
        'a correction of an account',
        "insert into publications.corrections (kind, subject, before, after, reason) values ('verantwoording', 'released', 'a', 'b', 'c')",
        '42501 42501 42501',
      ],
      [
        'an announcement',
        "insert into publications.announcements (code, kind, title, owner) values ('new', 'anders', 'x', 'RVS')",
        '42501 42501 42501',
      ],
      [
        'a move of an announcement',
        "insert into publications.announced_moments (announcement, version, on_day, at_time, reason, form_key) values ('announced', 2, '2027-01-01', '10:00', 'x', 'sleutel-x')",
        '42501 42501 42501',
      ],
      ['what an announcement will be', 'select subject from publications.announced_moments', '42501 42501 42501'],
      ['the figures of a draft', "update publications.reports set model = '{}'", '42501 42501 42501'],
      [
        'an account',
        "insert into accounts.accounts (code, kind, year, title, owner) values ('new', 'evaluatie', 2025, 'x', 'RVS')",
        '42501 42501 42501',
      ],
      [
        'a block of an account',
        "insert into accounts.versions (block, account, version, part, kind, seq, title, body) values (gen_random_uuid(), 'draft', 1, 'gemeenten', 'tekst', 1, 'x', 'x')",
        '42501 42501 42501',
      ],
      [
        'a part of an account cleared',
        "insert into accounts.clearances (account, part, upto, hash) values ('draft', 'gemeenten', 0, repeat('a', 64))",
        '42501 42501 42501',
      ],
      [
        'a release of an account',
        "insert into accounts.releases (account, is_example) values ('draft', false)",
        '42501 42501 42501',
      ],
      [
        'a file of an account',
        "insert into accounts.files (account, format, content, hash) values ('released', 'html', 'x', encode(sha256('x'), 'hex'))",
        '42501 42501 42501',
      ],
      ['the title of an account', "update accounts.accounts set title = 'x'", '42501 42501 42501'],
      ['the words of an account', "update accounts.versions set body = 'x'", '42501 42501 42501'],
      ['a run of drafts', "insert into publications.runs (period) values ('2024')", '42501 42501 1'],
      [
        'what a council says, past the door for it',
        "insert into hearings.entries (hearing, party, version, in_private, at, acted_as) values ('S2023-1', 'GM0353', 2, false, now(), 'x')",
        '42501 42501 42501',
      ],
      ['what a council said', "update hearings.entries set view = 'geen'", '42501 42501 42501'],
      ['an answer to a point', "update hearings.answers set text = 'x'", '42501 42501 42501'],
      ['the end of a term', "update hearings.hearings set term_ends_on = '2030-01-01'", '42501 42501 42501'],
      [
        'a nota, past the door for it',
        "insert into hearings.notas (hearing, version, model, at, acted_as) values ('S2023-1', 1, '{}', now(), 'x')",
        '42501 42501 42501',
      ],
      [
        'a file of a nota',
        "insert into hearings.nota_files (hearing, version, format, content, hash) values ('S2023-1', 1, 'pdf', 'x', encode(sha256('x'), 'hex'))",
        '42501 42501 42501',
      ],
      [
        'an entry in the log of a nota that nobody released',
        `insert into publications.ledger (seq, kind, subject, body, previous, hash)
          select e.seq + 1, 'nota', 'S2023-1-nota-1', b, e.hash, encode(sha256(convert_to(b, 'UTF8')), 'hex')
            from publications.ledger e cross join lateral (select jsonb_build_object('regel', e.seq + 1, 'soort', 'nota',
              'onderwerp', 'S2023-1-nota-1', 'vorige', e.hash, 'moment', platform.moment())::text) as x (b) order by e.seq desc limit 1`,
        '42501 42501 42501',
      ],
      ['who opened a hearing', 'select person from hearings.hearings', '42501 42501 42501'],
      [
        'an own version of an action, past its function',
        "insert into levels.variants (action, area, version, choice, regional, at, acted_as, is_example, form_key) values ('S23-007', 'GM0353', 1, 'overgenomen', '{}', now(), 'x', false, 'sleutel-x')",
        '42501 42501 42501',
      ],
      ['what an area decided', "update levels.variants set choice = 'overgenomen'", '42501 42501 42501'],
      ['why an area does not', "update levels.variant_reasons set reason = 'x'", '42501 42501 42501'],
      ['a cell of an execution plan', "update levels.cell_versions set reason = 'x'", '42501 42501 42501'],
      ['the key of a form', 'select form_key from levels.variants', '42501 42501 42501'],
      ['a plan that was adopted', 'delete from levels.local_plan_versions', '42501 42501 42501'],
      ['a national link', 'update levels.national_links set linked = false', '42501 42501 42501'],
      ['who wrote an answer', 'select person from hearings.answers', '42501 42501 42501'],
      ['a mail of a hearing', "select hearings.mail_opening('S2023-1', 'GM0353', 'x', 'x')", '42501 42501 42501'],
      [
        'a mail of a hearing, as the program',
        "select hearings.put_mail('S2023-1', 'GM0353', 'herinnering', 'x', 'x')",
        '42501 42501 42501',
      ],
      [
        'a draft, past the door for it',
        "insert into drafting.sets (key, draft, at, acted_as) values ('sleutel-9', 'JP2028', now(), 'x')",
        '42501 42501 42501',
      ],
      ['the words of a draft', "update drafting.paragraph_versions set body = 'x'", '42501 42501 42501'],
      ['the key of a form', 'select form_key from drafting.remarks', '42501 42501 42501'],
      [
        'a seat, past the door for it',
        "insert into meetings.seats (instance, kind, organisation, title, valid_from, at, acted_as, form_key) values ('DVC-WU', 'lid', 'RVS', 'x', '2026-01-01', now(), 'x', 'sleutel-z')",
        '42501 42501 42501',
      ],
      ['the end of a seat', "update meetings.seats set valid_to = '2026-12-01'", '42501 42501 42501'],
      ['who holds a seat', 'select post from meetings.seats', '42501 42501 42501'],
      [
        'why somebody sits elsewhere',
        "insert into meetings.deviations (instance, place, version, reason, until, at, acted_as) values ('DVC-WU', 'om', 1, 'x', '2027-01-01', now(), 'x')",
        '42501 42501 42501',
      ],
      ['a point of contact', "update governance.contact_versions set title = 'x'", '42501 42501 42501'],
      ['a subject that moved', "update meetings.foreseen_versions set title = 'x'", '42501 42501 42501'],
      [
        'what was written for a mayor',
        "insert into annotations.versions (item, organisation, version, body, is_ready, at, acted_as, form_key) select i.id, 'GM0353', 1, 'x', false, now(), 'x', 'sleutel-z' from meetings.items i",
        '42501 42501 42501',
      ],
      [
        'an adviser who names himself',
        "insert into meetings.namings (seat, post, number, at, acted_as) select s.id, p.id, 1, now(), 'x' from meetings.seats s, identity.posts p",
        '42501 42501 42501',
      ],
      ['a closed item shared with oneself', "update meetings.shares set organisation = 'GM0353'", '42501 42501 42501'],
      ['a version of a note', "update meetings.papers set core = 'x'", '42501 42501 42501'],
      ['a closed item made public', 'update meetings.items set published_at = now()', '42501 42501 42501'],
      [
        'how an item ended, past the door for it',
        "insert into outcomes.results (item, version, meeting, outcome, at, acted_as) select item, 9, meeting, 'besproken', at, acted_as from outcomes.results",
        '42501 42501 42501',
      ],
      ['minutes that were approved', "update outcomes.minutes set text = 'x'", '42501 42501 42501'],
      ['an agreement, past the door for it', "update outcomes.promises set text = 'x'", '42501 42501 42501'],
      [
        'a note with a decision of before',
        "insert into decisions.notes (decision, seq, party, words) values ('B-2026-001', 9, 'x', 'x')",
        '42501 42501 42501',
      ],
      [
        'where a decision of before was taken',
        "insert into decisions.taken_at (decision, meeting) values ('B-2026-001', 'DVC-WU-2026-2')",
        '42501 42501 42501',
      ],
      [
        'that a condition was met, past the door for it',
        "insert into decisions.condition_states (decision, seq, version, state, since, sentence, at, acted_as) values ('B-2026-001', 1, 9, 'voldaan', '2026-11-24', 'x', now(), 'x')",
        '42501 42501 42501',
      ],
      ['what was said of a condition', "update proposals.condition_states set sentence = 'x'", '42501 42501 42501'],
      ['the key of a calendar', 'select key_hash from meetings.calendar_keys', '42501 42501 42501'],
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
