-- From national to local: own versions of regional actions, execution plans of districts, local safety plans, and the national agenda.
-- Everything is kept in versions; the only ways in are functions that decide who speaks for an area, wait for each other and know a
-- form that arrives twice.
create schema levels;
grant usage on schema levels to sv_visitor;

create function levels.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'versions are added and never changed';
end $$;
revoke execute on function levels.refuse_change from public;

-- The municipalities that an area is made of today; of a municipality itself.
create function levels.municipalities_of(of_area text) returns table (code text)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select distinct a.code from (values ('bestuurlijk'), ('politie')) as d (division)
   cross join lateral territory.within(of_area, d.division, platform.today()) as w (code)
    join territory.areas a on a.code = w.code and a.kind = 'gemeente' and a.withdrawn_on is null
     and (a.valid_to is null or platform.today() < a.valid_to)
$$;

-- The areas the signed-in person writes for, with his function then. A municipality writes for itself, and for a district or basisteam
-- of which it is the only municipality; a secretary of a district for the district that his post names; a bureau for all in its area.
create function levels.own_places() returns table (area text, acted_as text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with given as (
    select p.id, p.title || ', ' || o.name as acted_as, o.kind, x.area, x.named
      from identity.posts p join identity.organisations o on o.code = p.organisation
     cross join lateral (
       select pa.area, true as named from identity.post_areas pa where pa.post = p.id
       union all
       select oa.area, false from territory.organisation_areas oa
        where oa.organisation = p.organisation and not exists (select from identity.post_areas pa where pa.post = p.id)) x
     where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
       and (o.kind in ('gemeente', 'bureau') or o.kind = 'overig' and x.named)
  ), reached as (
    select g.id, g.acted_as, g.area, 1 as nearness from given g
    union all
    select g.id, g.acted_as, w.code, 2 from given g
     cross join (values ('bestuurlijk'), ('politie')) as d (division)
     cross join lateral territory.within(g.area, d.division, platform.today()) as w (code) where g.kind = 'bureau'
    union all
    select g.id, g.acted_as, a.code, 2 from given g join territory.areas a on a.kind in ('district', 'basisteam') and a.withdrawn_on is null
     where g.kind = 'gemeente' and exists (select from levels.municipalities_of(a.code))
       and not exists (select from levels.municipalities_of(a.code) m
                        where not exists (select from given h where h.id = g.id and h.area = m.code))
  )
  select distinct on (r.area) r.area, r.acted_as from reached r
    join territory.areas a on a.code = r.area and a.kind in ('gemeente', 'basisteam', 'district') and a.withdrawn_on is null
     and (a.valid_to is null or platform.today() < a.valid_to)
   order by r.area, r.nearness, r.acted_as, r.id
$$;

-- As what the signed-in person writes for one of these areas; null when he does not.
create function levels.function_for(of_areas text[]) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.acted_as from levels.own_places() p where p.area = any (of_areas) order by array_position(of_areas, p.area) limit 1
$$;

-- Whether the signed-in person works at a bureau, and as what: the national agenda is linked there.
create function levels.bureau_function() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
   order by p.title, p.id limit 1
$$;

create function levels.is_example() returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from identity.people h where h.id = identity.current_person() and h.is_example)
$$;
revoke execute on function levels.is_example from public;

create function levels.hold(of_key text) returns void language sql volatile
  set search_path = pg_catalog, pg_temp as $$ select pg_advisory_xact_lock(7403345, hashtext(of_key)) $$;
revoke execute on function levels.hold from public;

-- What a district or municipality makes of a regional action.
create table levels.variants (
  id uuid primary key default gen_random_uuid(),
  action text not null references strategy.actions on delete restrict deferrable initially deferred,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  version integer not null check (version > 0),
  -- An own wording; taken over as it is; or not done here.
  choice text not null check (choice in ('eigen', 'overgenomen', 'niet')),
  title text check (length(title) between 1 and 500),
  lead text check (length(lead) between 1 and 200),
  due_on date,
  target text check (length(target) between 1 and 300),
  place text check (length(place) between 1 and 300),
  -- The day it was decided there. Without it is a draft.
  decided_on date,
  -- The regional action as it read when this was kept: it may change later.
  regional jsonb not null check (jsonb_typeof(regional) = 'object'),
  at timestamptz not null,
  -- The function somebody had then. The person is in the audit log.
  acted_as text not null,
  -- Kept by an example person: it is invented.
  is_example boolean not null,
  form_key text not null check (length(form_key) between 8 and 64),
  unique (action, area, version),
  check ((choice = 'eigen') = (title is not null)),
  check (choice = 'eigen' or num_nonnulls(lead, due_on, target, place) = 0)
);
create index variants_area on levels.variants (area);
select platform.guard('levels.variants');

-- Why: for professionals only. Who does not take part in what is a gift to those it is about.
create table levels.variant_reasons (
  variant uuid primary key references levels.variants on delete restrict,
  reason text not null check (length(reason) between 1 and 1000)
);
select platform.guard('levels.variant_reasons');

-- What everybody may read: of each area the newest that was decided, unless it says that the action is not done there.
create function levels.public_variants() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(v.id) filter (where v.choice <> 'niet'), '{}') from (
    select distinct on (v.action, v.area) v.id, v.choice from levels.variants v
     where v.decided_on <= platform.today() order by v.action, v.area, v.version desc) v
$$;
create policy professionals_read on levels.variants for select to sv_visitor using ((select identity.is_professional()));
create policy everyone_reads_what_was_decided on levels.variants for select to sv_visitor
  using (id = any ((select levels.public_variants())::uuid[]));
grant select (id, action, area, version, choice, title, lead, due_on, target, place, decided_on, regional, at, acted_as, is_example)
  on levels.variants to sv_visitor;
create policy professionals_read on levels.variant_reasons for select to sv_visitor using ((select identity.is_professional()));
grant select on levels.variant_reasons to sv_visitor;

-- A regional action as its variants are laid beside it.
create function levels.regional(of_action text) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('titel', a.title, 'trekker', a.lead, 'klaar', a.due, 'doel_waarde', a.target_value,
           'doel_eenheid', a.target_unit, 'doel_tekst', a.target_text, 'doel_wanneer', a.target_by, 'doel_soort', a.aim, 'functie', a.lead_post,
           'gebieden', (select coalesce(jsonb_agg(x.area order by x.area), '[]') from strategy.action_areas x where x.action = a.code))
    from strategy.actions a where a.code = of_action
$$;

-- The districts and municipalities that lie within the areas of an action, and so may have a version of their own.
create function levels.variant_places(of_action text) returns table (area text)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select distinct w.code from strategy.actions a join strategy.action_areas x on x.action = a.code
   cross join lateral territory.within(x.area, 'bestuurlijk', platform.today()) as w (code)
    join territory.areas t on t.code = w.code and t.kind in ('district', 'gemeente') and t.withdrawn_on is null
     and (t.valid_to is null or platform.today() < t.valid_to)
   where a.code = of_action and a.withdrawn_on is null
     and not exists (select from strategy.action_areas y where y.action = a.code and y.area = w.code)
$$;

-- Keeps a version over the one that was seen. 'bewaard'; 'botst' when another was kept meanwhile; null when he may not.
create function levels.keep_variant(of_action text, of_area text, seen integer, said jsonb, of_key text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
  newest integer;
  kept levels.variants;
begin
  perform levels.hold(of_action || ' ' || of_area);
  author := levels.function_for(array[of_area]);
  if author is null or not exists (select from levels.variant_places(of_action) p where p.area = of_area) then return null; end if;
  if exists (select from levels.variants v where v.action = of_action and v.area = of_area and v.form_key = of_key) then return 'bewaard'; end if;
  select coalesce(max(v.version), 0) into newest from levels.variants v where v.action = of_action and v.area = of_area;
  if seen is distinct from newest then return 'botst'; end if;
  kept := jsonb_populate_record(null::levels.variants, said);
  if kept.decided_on > platform.today() or kept.choice = 'niet' and said ->> 'reason' is null then
    raise exception 'a reason is needed, and a day that was' using errcode = '23514';
  end if;
  insert into levels.variants (action, area, version, choice, title, lead, due_on, target, place, decided_on, regional, at, acted_as, is_example,
                               form_key)
  values (of_action, of_area, newest + 1, kept.choice, kept.title, kept.lead, kept.due_on, kept.target, kept.place, kept.decided_on,
          levels.regional(of_action), platform.moment(), author, levels.is_example(), of_key)
  returning * into kept;
  if said ->> 'reason' is not null then insert into levels.variant_reasons values (kept.id, said ->> 'reason'); end if;
  perform identity.note('eigen versie van een actie bewaard', of_action || ', ' || of_area || ', versie ' || newest + 1, in_request);
  return 'bewaard';
end $$;

-- The cells of which somebody said that the partner did not choose the theme: to the public they are as unknown as the others.
create table strategy.matrix_refusals (
  cell text primary key references strategy.matrix_cells on delete cascade
);
select platform.guard('strategy.matrix_refusals');
create policy professionals_read on strategy.matrix_refusals for select to sv_visitor using ((select identity.is_professional()));
grant select on strategy.matrix_refusals to sv_visitor;

-- The execution plan of a district: what was said in the product of a cell of its matrix. The cell itself stays where everybody reads
-- it; a later load of the region leaves it alone, as it does with everything that was edited here.
create table levels.cell_versions (
  district text not null references territory.areas on delete restrict deferrable initially deferred,
  theme text not null,
  partner text not null,
  version integer not null check (version > 0),
  answer text not null check (answer in ('gekozen', 'startpositie', 'niet-gekozen', 'onbekend')),
  start_position text check (length(start_position) between 1 and 200),
  reason text not null check (length(reason) between 1 and 1000),
  decided_on date not null,
  -- The cell as it was: of the first version as the documents had it.
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  at timestamptz not null,
  acted_as text not null,
  form_key text not null check (length(form_key) between 8 and 64),
  primary key (district, theme, partner, version),
  check ((answer = 'startpositie') = (start_position is not null))
);
select platform.guard('levels.cell_versions');
create policy professionals_read on levels.cell_versions for select to sv_visitor using ((select identity.is_professional()));
grant select (district, theme, partner, version, answer, start_position, reason, decided_on, before, at, acted_as)
  on levels.cell_versions to sv_visitor;

-- Keeps what a partner chose in a theme; for the people of the district, and of the partner itself. As keep_variant.
create function levels.keep_cell(
  of_district text, of_theme text, of_partner text, seen integer, said jsonb, of_key text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
  newest integer;
  kept levels.cell_versions;
  cell strategy.matrix_cells;
  takes_part text;
begin
  perform levels.hold('matrix ' || of_district);
  author := levels.function_for(array[of_district, of_partner]);
  -- A theme and a partner that the plan of this district has; together they may be new.
  if author is null
     or not exists (select from strategy.matrix_cells m where m.district = of_district and m.theme = of_theme and m.withdrawn_on is null)
     or not exists (select from strategy.matrix_cells m where m.district = of_district and m.partner = of_partner and m.withdrawn_on is null)
  then return null; end if;
  if exists (select from levels.cell_versions v where v.district = of_district and v.theme = of_theme and v.partner = of_partner
              and v.form_key = of_key) then return 'bewaard'; end if;
  select coalesce(max(v.version), 0) into newest from levels.cell_versions v
   where v.district = of_district and v.theme = of_theme and v.partner = of_partner;
  if seen is distinct from newest then return 'botst'; end if;
  kept := jsonb_populate_record(null::levels.cell_versions, said);
  if kept.decided_on > platform.today() then raise exception 'this day is still to come' using errcode = '23514'; end if;
  select * into cell from strategy.matrix_cells m
   where m.district = of_district and m.theme = of_theme and m.partner = of_partner and m.withdrawn_on is null;
  insert into levels.cell_versions (district, theme, partner, version, answer, start_position, reason, decided_on, before, at, acted_as, form_key)
  values (of_district, of_theme, of_partner, newest + 1, kept.answer, kept.start_position, kept.reason, kept.decided_on,
          case when cell.code is null then '{}' else jsonb_build_object(
            'deelname', case when exists (select from strategy.matrix_refusals r where r.cell = cell.code) then 'nee' else cell.participates end,
            'startpositie', cell.start_position, 'grond', cell.ground) end, platform.moment(), author, of_key);
  takes_part := case kept.answer when 'niet-gekozen' then 'nee' when 'onbekend' then 'onbekend' else 'ja' end;
  delete from strategy.matrix_refusals r where r.cell = cell.code;
  if cell.code is null then
    -- The code tells nothing of how many there are; what is not chosen is hidden as a row.
    insert into strategy.matrix_cells (code, district, theme, partner, participates, start_position, ground, sources)
    select 'MX-' || of_district || '-' || substr(md5(of_theme || ' ' || of_partner), 1, 8), of_district, of_theme, of_partner, takes_part,
           kept.start_position, 'opgave', '{}' where takes_part <> 'onbekend';
  elsif takes_part = 'nee' and cell.participates <> 'nee' then
    -- Who reads along must not see a cell disappear, nor change when it was unknown already.
    insert into strategy.matrix_refusals (cell) values (cell.code);
    update strategy.matrix_cells m set participates = 'onbekend', start_position = null, ground = 'opgave', note = null
     where m.code = cell.code and m.participates = 'ja';
  elsif takes_part <> cell.participates or kept.start_position is distinct from cell.start_position then
    update strategy.matrix_cells m set participates = takes_part, start_position = kept.start_position, ground = 'opgave', note = null
     where m.code = cell.code;
  end if;
  perform identity.note('uitvoeringsplan van district bijgewerkt', of_district || ', ' || of_theme || ', ' || of_partner, in_request);
  return 'bewaard';
end $$;

-- The national agenda and local plans as documents name them, from the region pack.
create table levels.national_items (
  code text primary key,
  agenda text not null,
  plan text references strategy.plans on delete restrict deferrable initially deferred,
  title text not null,
  goal text,
  period_from integer,
  period_to integer,
  -- How we know which regional priority answers it.
  ground text check (ground in ('bron', 'afgeleid')),
  reason text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('levels.national_items');
select platform.open_to_all('levels.national_items');
create table levels.national_item_priorities (
  item text not null references levels.national_items on delete cascade deferrable initially deferred,
  priority text not null references strategy.priorities on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (item, priority)
);
create index national_item_priorities_priority on levels.national_item_priorities (priority);
select platform.guard('levels.national_item_priorities');
select platform.open_to_all('levels.national_item_priorities');

create table levels.named_plans (
  code text primary key,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  title text not null,
  -- One priority of it, as the document that names it says it.
  priority text,
  note text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('levels.named_plans');
select platform.open_to_all('levels.named_plans');
create table levels.named_plan_priorities (
  plan text not null references levels.named_plans on delete cascade deferrable initially deferred,
  priority text not null references strategy.priorities on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (plan, priority)
);
create index named_plan_priorities_priority on levels.named_plan_priorities (priority);
select platform.guard('levels.named_plan_priorities');
select platform.open_to_all('levels.named_plan_priorities');

-- What the bureau says of an item of the national agenda and a regional priority: the newest word counts, also over the pack.
create table levels.national_links (
  item text not null references levels.national_items on delete restrict deferrable initially deferred,
  priority text not null references strategy.priorities on delete restrict deferrable initially deferred,
  version integer not null check (version > 0),
  linked boolean not null,
  reason text not null check (length(reason) between 1 and 500),
  at timestamptz not null,
  acted_as text not null,
  form_key text not null check (length(form_key) between 8 and 64),
  primary key (item, priority, version)
);
create index national_links_priority on levels.national_links (priority);
select platform.guard('levels.national_links');
create policy everyone_reads on levels.national_links for select to sv_visitor using (true);
grant select (item, priority, version, linked, reason, at, acted_as) on levels.national_links to sv_visitor;

-- False when he may not; the same form twice is one word.
create function levels.link_national(of_item text, of_priority text, is_linked boolean, why text, of_key text, in_request text)
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform levels.hold('landelijk ' || of_item);
  if levels.bureau_function() is null
     or not exists (select from levels.national_items i where i.code = of_item and i.withdrawn_on is null)
     or not exists (select from strategy.priorities p where p.code = of_priority and p.withdrawn_on is null) then return false; end if;
  if exists (select from levels.national_links l where l.item = of_item and l.priority = of_priority and l.form_key = of_key) then return true; end if;
  insert into levels.national_links (item, priority, version, linked, reason, at, acted_as, form_key)
  select of_item, of_priority, coalesce(max(l.version), 0) + 1, is_linked, why, platform.moment(), levels.bureau_function(), of_key
    from levels.national_links l where l.item = of_item and l.priority = of_priority;
  perform identity.note('landelijk punt gekoppeld', of_item || ', ' || of_priority || ', ' || is_linked, in_request);
  return true;
end $$;

-- A safety plan of a municipality, basisteam or district, in versions.
create table levels.local_plans (
  code text primary key,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  form_key text not null check (length(form_key) between 8 and 64),
  unique (area, form_key)
);
create index local_plans_area on levels.local_plans (area);
select platform.guard('levels.local_plans');

create table levels.local_plan_versions (
  id uuid primary key default gen_random_uuid(),
  plan text not null references levels.local_plans on delete restrict,
  version integer not null check (version > 0),
  title text not null check (length(title) between 1 and 200),
  period_from integer check (period_from between 1990 and 2100),
  period_to integer check (period_to between 1990 and 2100),
  -- By the council; of a plan of more municipalities by the last of them. Without it is a draft.
  adopted_on date,
  address text check (address ~ '^https?://[^\s]+$' and length(address) <= 500),
  at timestamptz not null,
  acted_as text not null,
  is_example boolean not null,
  form_key text not null check (length(form_key) between 8 and 64),
  unique (plan, version),
  check (period_from <= period_to)
);
select platform.guard('levels.local_plan_versions');

-- Its priorities in its own words. A number stays with its priority in later versions and is not given again.
create table levels.local_priorities (
  entry uuid not null references levels.local_plan_versions on delete restrict,
  number integer not null check (number > 0),
  text text not null check (length(text) between 1 and 300),
  -- Whether a regional priority answers it: nobody said; none does; those in local_links do.
  answered text not null check (answered in ('onbekend', 'geen', 'ja')),
  action text references strategy.actions on delete restrict deferrable initially deferred,
  -- Who said so, and when: carried over while it stays the same.
  said_at timestamptz not null,
  said_as text not null,
  primary key (entry, number)
);
create index local_priorities_action on levels.local_priorities (action);
select platform.guard('levels.local_priorities');

create table levels.local_links (
  entry uuid not null,
  number integer not null,
  priority text not null references strategy.priorities on delete restrict deferrable initially deferred,
  primary key (entry, number, priority),
  foreign key (entry, number) references levels.local_priorities on delete restrict
);
create index local_links_priority on levels.local_links (priority);
select platform.guard('levels.local_links');

-- What everybody may read: of each plan the newest version that a council adopted.
create function levels.public_plan_versions() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(v.id), '{}') from (
    select distinct on (v.plan) v.id from levels.local_plan_versions v
     where v.adopted_on <= platform.today() order by v.plan, v.version desc) v
$$;
create policy professionals_read on levels.local_plan_versions for select to sv_visitor using ((select identity.is_professional()));
create policy everyone_reads_what_was_adopted on levels.local_plan_versions for select to sv_visitor
  using (id = any ((select levels.public_plan_versions())::uuid[]));
grant select (id, plan, version, title, period_from, period_to, adopted_on, address, at, acted_as, is_example)
  on levels.local_plan_versions to sv_visitor;
create policy with_a_version on levels.local_plans for select to sv_visitor
  using (exists (select from levels.local_plan_versions v where v.plan = code));
grant select (code, area) on levels.local_plans to sv_visitor;
create policy with_its_version on levels.local_priorities for select to sv_visitor
  using (exists (select from levels.local_plan_versions v where v.id = entry));
grant select on levels.local_priorities to sv_visitor;
create policy with_its_version on levels.local_links for select to sv_visitor
  using (exists (select from levels.local_plan_versions v where v.id = entry));
grant select on levels.local_links to sv_visitor;

-- Keeps a version of a local plan of an area, a new plan when none is named; the priorities stand in `said` as
-- {number, text, answered, action, priorities}. Gives its code; 'botst' as keep_variant; null when he may not.
create function levels.keep_local_plan(of_area text, of_plan text, seen integer, said jsonb, of_key text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
  plan_code text := of_plan;
  previous levels.local_plan_versions;
  kept levels.local_plan_versions;
  item jsonb;
  was levels.local_priorities;
  stays boolean;
begin
  perform levels.hold('plan ' || of_area);
  author := levels.function_for(array[of_area]);
  if author is null then return null; end if;
  if of_plan is null then
    select p.code into plan_code from levels.local_plans p where p.form_key = of_key and p.area = of_area;
    if plan_code is not null then return plan_code; end if;
    select 'VP-' || of_area || '-' || count(*) + 1 into plan_code from levels.local_plans p where p.area = of_area;
    insert into levels.local_plans (code, area, form_key) values (plan_code, of_area, of_key);
  elsif not exists (select from levels.local_plans p where p.code = of_plan and p.area = of_area) then return null;
  end if;
  if exists (select from levels.local_plan_versions v where v.plan = plan_code and v.form_key = of_key) then return plan_code; end if;
  select * into previous from levels.local_plan_versions v where v.plan = plan_code order by v.version desc limit 1;
  if seen is distinct from coalesce(previous.version, 0) then return 'botst'; end if;
  kept := jsonb_populate_record(null::levels.local_plan_versions, said);
  if kept.adopted_on > platform.today() then raise exception 'this day is still to come' using errcode = '23514'; end if;
  insert into levels.local_plan_versions (plan, version, title, period_from, period_to, adopted_on, address, at, acted_as, is_example, form_key)
  values (plan_code, seen + 1, kept.title, kept.period_from, kept.period_to, kept.adopted_on, kept.address, platform.moment(), author,
          levels.is_example(), of_key)
  returning * into kept;
  for item in select value from jsonb_array_elements(said -> 'priorities') loop
    if (item ->> 'answered' = 'ja') <> (jsonb_array_length(item -> 'priorities') > 0) then
      raise exception 'yes names a priority' using errcode = '23514';
    end if;
    select * into was from levels.local_priorities l where l.entry = previous.id and l.number = (item ->> 'number')::integer;
    stays := was.entry is not null and was.text = item ->> 'text' and was.answered = item ->> 'answered' and was.action is not distinct from item ->> 'action'
      and array(select l.priority from levels.local_links l where l.entry = was.entry and l.number = was.number order by 1)
        = array(select x from jsonb_array_elements_text(item -> 'priorities') x order by 1);
    insert into levels.local_priorities (entry, number, text, answered, action, said_at, said_as)
    values (kept.id, (item ->> 'number')::integer, item ->> 'text', item ->> 'answered', item ->> 'action',
            case when stays then was.said_at else platform.moment() end, case when stays then was.said_as else author end);
    insert into levels.local_links (entry, number, priority)
    select kept.id, (item ->> 'number')::integer, x from jsonb_array_elements_text(item -> 'priorities') x
      join strategy.priorities p on p.code = x and p.withdrawn_on is null;
  end loop;
  perform identity.note('veiligheidsplan bijgewerkt', plan_code || ', versie ' || seen + 1, in_request);
  return plan_code;
end $$;

create trigger only_grows before update or delete on levels.variants for each row execute function levels.refuse_change();
create trigger only_grows before update or delete on levels.variant_reasons for each row execute function levels.refuse_change();
create trigger only_grows before update or delete on levels.cell_versions for each row execute function levels.refuse_change();
create trigger only_grows before update or delete on levels.national_links for each row execute function levels.refuse_change();
create trigger only_grows before update or delete on levels.local_plans for each row execute function levels.refuse_change();
create trigger only_grows before update or delete on levels.local_plan_versions for each row execute function levels.refuse_change();
create trigger only_grows before update or delete on levels.local_priorities for each row execute function levels.refuse_change();
create trigger only_grows before update or delete on levels.local_links for each row execute function levels.refuse_change();
