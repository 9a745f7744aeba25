-- Making a plan: a draft of a bureau with chapters, paragraphs and actions, each in versions that never change. What of it is in
-- force stands in strategy, as a plan that is not adopted yet. All that changes a draft goes through the functions of this file.
create schema drafting;
grant usage on schema drafting to sv_visitor;

-- Made in the product: until a decision adopts it, it is a draft and says so.
alter table strategy.plans add column made_here boolean not null default false;

-- What a plan that was made here says of an action beside what sources print: whether it binds or is aimed at, by when, what is to be
-- seen without a number and by which evidence, and the function that carries it.
alter table strategy.actions
  add column lead_post text,
  add column aim text check (aim in ('doel', 'streven')),
  add column target_by text,
  add column target_text text,
  add column target_evidence text;

create table drafting.drafts (
  -- The code its plan has, or gets when its first chapter is in force.
  code text primary key check (code ~ '^[A-Z0-9-]{3,20}$'),
  kind text not null check (kind in ('strategie', 'jaarplan', 'actieagenda', 'uitvoeringsplan')),
  title text not null check (length(title) between 1 and 200),
  period_from integer not null check (period_from between 2000 and 2999),
  period_to integer not null check (period_to between period_from and period_from + 10),
  strategy text references strategy.strategies on delete restrict deferrable initially deferred,
  -- The bureau that makes it.
  owner text not null references identity.organisations on delete restrict deferrable initially deferred,
  -- The plan it began from; null when it began empty or from a template.
  began_from text references strategy.plans on delete restrict deferrable initially deferred,
  at timestamptz not null,
  acted_as text not null,
  -- Of the form it was begun with: sent twice is begun once.
  form_key text not null unique check (length(form_key) between 8 and 64)
);
create index drafts_strategy on drafting.drafts (strategy);
create index drafts_owner on drafting.drafts (owner);
create index drafts_began_from on drafting.drafts (began_from);
select platform.guard('drafting.drafts');

-- What was kept at once, by one form or one file. Sent twice is kept once.
create table drafting.sets (
  key text primary key check (length(key) between 8 and 64),
  draft text not null references drafting.drafts on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
create index sets_draft on drafting.sets (draft);
select platform.guard('drafting.sets');

-- Puts the versions of everything in a draft in one order.
create sequence drafting.entries as integer;

create table drafting.chapters (
  -- The code its programme has, or gets when it is in force.
  code text primary key,
  draft text not null references drafting.drafts on delete restrict
);
create index chapters_draft on drafting.chapters (draft);
select platform.guard('drafting.chapters');

create table drafting.chapter_versions (
  entry integer primary key default nextval('drafting.entries'),
  chapter text not null references drafting.chapters on delete restrict,
  version integer not null check (version > 0),
  seq integer not null check (seq between 1 and 9999),
  title text not null check (length(title) between 1 and 200),
  -- As plans call their parts: programma, project, thema.
  kind text not null check (length(kind) between 1 and 60),
  priority text references strategy.priorities on delete restrict deferrable initially deferred,
  lead text references identity.parties on delete restrict deferrable initially deferred,
  is_removed boolean not null,
  set text not null references drafting.sets on delete restrict,
  unique (chapter, version)
);
create index chapter_versions_priority on drafting.chapter_versions (priority);
create index chapter_versions_lead on drafting.chapter_versions (lead);
create index chapter_versions_set on drafting.chapter_versions (set);
select platform.guard('drafting.chapter_versions');

create table drafting.paragraphs (
  id uuid primary key,
  chapter text not null references drafting.chapters on delete restrict,
  kind text not null check (kind in ('meerjarendoel', 'terugblik', 'tekst')),
  -- Who answers for it and clears it: of a look-back only.
  part text not null check (part in ('politie', 'om', 'gemeenten', 'bureau')),
  check (kind = 'terugblik' or part = 'bureau')
);
create index paragraphs_chapter on drafting.paragraphs (chapter);
select platform.guard('drafting.paragraphs');

create table drafting.paragraph_versions (
  entry integer primary key default nextval('drafting.entries'),
  paragraph uuid not null references drafting.paragraphs on delete restrict,
  version integer not null check (version > 0),
  seq integer not null check (seq between 1 and 9999),
  title text check (length(title) between 1 and 200),
  body text not null check (length(body) between 1 and 20000),
  is_removed boolean not null,
  set text not null references drafting.sets on delete restrict,
  unique (paragraph, version)
);
create index paragraph_versions_set on drafting.paragraph_versions (set);
select platform.guard('drafting.paragraph_versions');

create table drafting.actions (
  -- The code it has, or gets, among the actions of all plans.
  code text primary key,
  chapter text not null references drafting.chapters on delete restrict,
  -- The action of an earlier plan that goes on in this one.
  came_from text references strategy.actions on delete restrict deferrable initially deferred
);
create index actions_chapter on drafting.actions (chapter);
create index actions_came_from on drafting.actions (came_from);
select platform.guard('drafting.actions');

create table drafting.action_versions (
  entry integer primary key default nextval('drafting.entries'),
  action text not null references drafting.actions on delete restrict,
  version integer not null check (version > 0),
  seq integer not null check (seq between 1 and 9999),
  project text check (length(project) between 1 and 200),
  track text not null check (track in ('actie', 'leren', 'ambitie', 'doel', 'meerjarendoel', 'thema', 'werkwijze', 'A', 'B', 'C')),
  title text not null check (length(title) between 1 and 500),
  lead text not null references identity.parties on delete restrict deferrable initially deferred,
  -- The function that carries it at the lead; never a name.
  lead_post text check (length(lead_post) between 1 and 200),
  participants text[] not null,
  areas text[] not null,
  -- A period as sources write one, or 'planperiode' when that was chosen; null when nobody said.
  due text check (length(due) between 4 and 21),
  -- A target binds, an aim does not.
  aim text check (aim in ('doel', 'streven')),
  -- A number is about the first of the indicators.
  indicators text[] not null,
  target_value numeric,
  target_unit text check (length(target_unit) between 1 and 60),
  target_by text check (length(target_by) between 4 and 21),
  -- Without a number: what is to be seen, and the evidence agreed on beforehand.
  target_text text check (length(target_text) between 1 and 500),
  target_evidence text check (length(target_evidence) between 1 and 500),
  -- The first action that makes the same promise.
  promise text,
  is_removed boolean not null,
  set text not null references drafting.sets on delete restrict,
  unique (action, version),
  check (target_value is null or target_text is null)
);
create index action_versions_lead on drafting.action_versions (lead);
create index action_versions_set on drafting.action_versions (set);
select platform.guard('drafting.action_versions');

create table drafting.remarks (
  id uuid primary key default gen_random_uuid(),
  chapter text not null references drafting.chapters on delete restrict,
  paragraph uuid references drafting.paragraphs on delete restrict,
  action text references drafting.actions on delete restrict,
  reply_to uuid references drafting.remarks on delete restrict,
  text text not null check (length(text) between 1 and 4000),
  at timestamptz not null,
  acted_as text not null,
  form_key text not null unique check (length(form_key) between 8 and 64),
  check (num_nonnulls(paragraph, action) <= 1)
);
create index remarks_chapter on drafting.remarks (chapter);
create index remarks_paragraph on drafting.remarks (paragraph);
create index remarks_action on drafting.remarks (action);
create index remarks_reply_to on drafting.remarks (reply_to);
select platform.guard('drafting.remarks');

create table drafting.settlements (
  remark uuid primary key references drafting.remarks on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
select platform.guard('drafting.settlements');

-- The look-back of a part as it was cleared: up to a version. A later version is not cleared by it.
create table drafting.clearances (
  chapter text not null references drafting.chapters on delete restrict,
  part text not null check (part in ('politie', 'om', 'gemeenten')),
  upto integer not null,
  at timestamptz not null,
  acted_as text not null,
  primary key (chapter, part, upto)
);
select platform.guard('drafting.clearances');

-- The look-back of a chapter as a person of the bureau signed it.
create table drafting.signatures (
  chapter text not null references drafting.chapters on delete restrict,
  upto integer not null,
  at timestamptz not null,
  acted_as text not null,
  primary key (chapter, upto)
);
select platform.guard('drafting.signatures');

-- Each time a chapter was put in force, with its text then.
create table drafting.enforcements (
  chapter text not null references drafting.chapters on delete restrict,
  seq integer not null check (seq > 0),
  -- The newest version it holds.
  upto integer not null,
  text jsonb not null check (jsonb_typeof(text) = 'array'),
  at timestamptz not null,
  acted_as text not null,
  primary key (chapter, seq)
);
select platform.guard('drafting.enforcements');
-- What is in force is public.
select platform.open_to_all('drafting.enforcements');

create function drafting.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a draft grows and nothing in it changes';
end $$;
revoke execute on function drafting.refuse_change from public;

do $$
declare
  kept text;
begin
  foreach kept in array array['drafts', 'sets', 'chapters', 'chapter_versions', 'paragraphs', 'paragraph_versions', 'actions',
                              'action_versions', 'remarks', 'settlements', 'clearances', 'signatures', 'enforcements'] loop
    execute format('create trigger only_grows before update or delete on drafting.%I for each row execute function drafting.refuse_change()', kept);
    if kept <> 'enforcements' then
      execute format('create policy professionals_read on drafting.%I for select to sv_visitor using ((select identity.is_professional()))', kept);
      if kept not in ('drafts', 'remarks') then execute format('grant select on drafting.%I to sv_visitor', kept); end if;
    end if;
  end loop;
end $$;
grant select (code, kind, title, period_from, period_to, strategy, owner, began_from, at, acted_as) on drafting.drafts to sv_visitor;
grant select (id, chapter, paragraph, action, reply_to, text, at, acted_as) on drafting.remarks to sv_visitor;

-- The posts of the signed-in person by what they give in a draft of a bureau: writing all of it, putting it in force, or a part of
-- the look-back.
create function drafting.own_posts(bureau text) returns table (gives text, words text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.gives, p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
   cross join lateral (
     select 'bureau' where o.code = bureau and o.kind = 'bureau' and p.role in ('programmamanager', 'adviseur', 'analist')
     union all select 'in-werking' where o.code = bureau and o.kind = 'bureau' and p.role = 'programmamanager'
     union all select o.kind where o.kind in ('politie', 'om') and p.role <> 'lezer'
     union all select 'gemeenten' where o.kind = 'gemeente' and p.role = 'bestuurder') g (gives)
   where p.person = identity.current_person()
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;
revoke execute on function drafting.own_posts from public;

-- The parties for which the signed-in person carries actions: his organisations, and the groups in which those have a seat by name.
create function drafting.own_leads() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with own as (
    select p.organisation from identity.posts p
     where p.person = identity.current_person() and p.role <> 'lezer'
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to))
  select coalesce(array_agg(distinct code), '{}') from (
    select organisation as code from own
    union all
    select s.working_group from governance.working_group_seats s join own on own.organisation = coalesce(s.municipality, s.organisation)
     where s.withdrawn_on is null) found
$$;
revoke execute on function drafting.own_leads from public;

create function drafting.function_of() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person()
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;
revoke execute on function drafting.function_of from public;

-- What the signed-in person may do in a draft of a bureau.
create function drafting.rights(bureau text) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
    'writes', coalesce(bool_or(gives = 'bureau'), false),
    'enforces', coalesce(bool_or(gives = 'in-werking'), false),
    'parts', coalesce(jsonb_agg(distinct gives) filter (where gives in ('politie', 'om', 'gemeenten')), '[]'),
    'leads', to_jsonb(drafting.own_leads()))
    from drafting.own_posts(bureau)
$$;

-- The bureaus where the signed-in person begins a draft.
create function drafting.begins_for() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct o.code), '{}')
    from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;

-- Begins a draft; the same form twice is one draft. Gives its code; null when one may not.
create function drafting.begin(said jsonb, of_key text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d drafting.drafts := jsonb_populate_record(null::drafting.drafts, said);
  begun text;
  base text;
  again integer := 1;
begin
  perform pg_advisory_xact_lock(7403380);
  if not coalesce(d.owner = any (drafting.begins_for()), false) then return null; end if;
  select f.code into begun from drafting.drafts f where f.form_key = of_key;
  if begun is not null then return begun; end if;
  if d.strategy is not null and not exists (select from strategy.strategies s where s.code = d.strategy and s.withdrawn_on is null)
     or d.began_from is not null and not exists (select from strategy.plans p where p.code = d.began_from and p.withdrawn_on is null) then
    return null;
  end if;
  base := case d.kind when 'strategie' then 'RVS' when 'jaarplan' then 'JP' when 'actieagenda' then 'AA' else 'UP' end || d.period_from;
  d.code := base;
  while exists (select from strategy.plans p where p.code = d.code) or exists (select from drafting.drafts f where f.code = d.code) loop
    again := again + 1;
    d.code := base || '-' || again;
  end loop;
  insert into drafting.drafts (code, kind, title, period_from, period_to, strategy, owner, began_from, at, acted_as, form_key)
  values (d.code, d.kind, d.title, d.period_from, d.period_to, d.strategy, d.owner, d.began_from, platform.moment(),
          (select min(words) from drafting.own_posts(d.owner) where gives = 'in-werking'), of_key);
  perform identity.note('conceptplan begonnen', d.code, in_request);
  return d.code;
end $$;

-- Adopted: from then on decisions and mandates change it.
create function drafting.is_adopted(of_draft text) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from strategy.plans p where p.code = of_draft and p.made_here and p.adopted_on is not null)
$$;
revoke execute on function drafting.is_adopted from public;

-- What a version says, without what says which version it is.
create function drafting.content_of(version_row jsonb) returns jsonb
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select version_row - array['entry', 'version', 'set']
$$;
revoke execute on function drafting.content_of from public;

-- Everything of a set beside the newest version that stands: what was given, what stands, and what would be kept.
create function drafting.beside(of_draft text, changes jsonb)
  returns table (what text, nr bigint, item jsonb, own text, chapter text, part text, stood jsonb, stands integer, asked jsonb)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select 'chapters', g.nr, g.item, c.code, c.code, null, drafting.content_of(to_jsonb(n)), n.version,
         drafting.content_of(to_jsonb(jsonb_populate_record(null::drafting.chapter_versions, g.item)))
    from jsonb_array_elements(changes -> 'chapters') with ordinality g (item, nr)
    left join drafting.chapters c on c.code = g.item ->> 'chapter' and c.draft = of_draft
    left join lateral (select * from drafting.chapter_versions v where v.chapter = c.code order by v.version desc limit 1) n on true
  union all
  select 'paragraphs', g.nr, g.item, p.id::text, c.code, coalesce(p.part, g.item ->> 'part'), drafting.content_of(to_jsonb(n)), n.version,
         drafting.content_of(to_jsonb(jsonb_populate_record(null::drafting.paragraph_versions, g.item)))
    from jsonb_array_elements(changes -> 'paragraphs') with ordinality g (item, nr)
    left join drafting.paragraphs p on p.id = (g.item ->> 'paragraph')::uuid
    left join drafting.chapters c on c.code = coalesce(p.chapter, g.item ->> 'chapter') and c.draft = of_draft
    left join lateral (select * from drafting.paragraph_versions v where v.paragraph = p.id order by v.version desc limit 1) n on true
  union all
  select 'actions', g.nr, g.item, a.code, c.code, null, drafting.content_of(to_jsonb(n)), n.version,
         drafting.content_of(to_jsonb(jsonb_populate_record(null::drafting.action_versions, g.item)))
    from jsonb_array_elements(changes -> 'actions') with ordinality g (item, nr)
    left join drafting.actions a on a.code = g.item ->> 'action'
    left join drafting.chapters c on c.code = coalesce(a.chapter, g.item ->> 'chapter') and c.draft = of_draft
    left join lateral (select * from drafting.action_versions v where v.action = a.code order by v.version desc limit 1) n on true
$$;
revoke execute on function drafting.beside from public;

-- What a set kept.
create function drafting.kept_by(of_draft text, of_key text) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('is', 'bewaard',
    'chapters', coalesce((select jsonb_agg(v.chapter order by v.entry) from drafting.chapter_versions v where v.set = s.key), '[]'),
    'paragraphs', coalesce((select jsonb_agg(v.paragraph order by v.entry) from drafting.paragraph_versions v where v.set = s.key), '[]'),
    'actions', coalesce((select jsonb_agg(v.action order by v.entry) from drafting.action_versions v where v.set = s.key), '[]'))
    from drafting.sets s where s.key = of_key and s.draft = of_draft
$$;
revoke execute on function drafting.kept_by from public;

-- The first code of a programme that is not taken: the letter of the plan, its year, and what it is called for short.
create function drafting.free_chapter(base text) returns text
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  tried text := base;
  again integer := 1;
begin
  while exists (select from strategy.programmes g where g.code = tried) or exists (select from drafting.chapters c where c.code = tried) loop
    again := again + 1;
    tried := base || again;
  end loop;
  return tried;
end $$;
revoke execute on function drafting.free_chapter from public;

-- The highest number that an action with this letter and year has, in plans and in drafts.
create function drafting.last_number(letter text) returns integer
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(max(substring(code from '^' || letter || '-(\d{3,})$')::integer), 0) from (
    select a.code from strategy.actions a where starts_with(a.code, letter || '-')
    union all select a.code from drafting.actions a where starts_with(a.code, letter || '-')) used
$$;
revoke execute on function drafting.last_number from public;

-- The codes that a set names and that nothing has; of a promise: that no action of the draft has.
create function drafting.unknown_in(of_draft text, changes jsonb) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
  with given as (
    select v from jsonb_array_elements(changes -> 'actions') g (v) union all select v from jsonb_array_elements(changes -> 'chapters') g (v)),
  parties as (
    select v ->> 'lead' as code from given where v ->> 'lead' is not null
    union select p from given, jsonb_array_elements_text(case when jsonb_typeof(v -> 'participants') = 'array' then v -> 'participants' else '[]' end) p),
  areas as (select distinct p as code from given, jsonb_array_elements_text(case when jsonb_typeof(v -> 'areas') = 'array' then v -> 'areas' else '[]' end) p),
  indicators as (
    select distinct p as code from given, jsonb_array_elements_text(case when jsonb_typeof(v -> 'indicators') = 'array' then v -> 'indicators' else '[]' end) p),
  priorities as (select distinct v ->> 'priority' as code from given where v ->> 'priority' is not null),
  missing as (
    select code from parties where not exists (select from identity.parties x where x.code = parties.code)
    union select code from areas where not exists (select from territory.areas x where x.code = areas.code)
    union select code from indicators where not exists (select from figures.indicators x where x.code = indicators.code)
    union select code from priorities where not exists (select from strategy.priorities x where x.code = priorities.code)
    union select v ->> 'came_from' from given where v ->> 'came_from' is not null
       and not exists (select from strategy.actions x where x.code = v ->> 'came_from')
    union select v ->> 'promise' from given where v ->> 'promise' is not null
       and not exists (select from drafting.actions x join drafting.chapters c on c.code = x.chapter
                        where x.code = v ->> 'promise' and c.draft = of_draft))
  select jsonb_agg(code order by code) from missing
$$;
revoke execute on function drafting.unknown_in from public;

-- Keeps a set of changes, all of it or nothing: {chapters, paragraphs, actions}, each item the columns of its version with `seen`, the
-- version it was based on; 0 for a new one. Of a new chapter `short` becomes the end of its code; a new paragraph brings its id, kind,
-- part and chapter; a new action its chapter and what it came from, and gets its code here. What stands already is not kept again.
-- Gives {is}: 'bewaard' with the codes; 'botst' with what was changed meanwhile; 'onbekend', 'geen-recht' or 'gesloten'.
create function drafting.apply(of_draft text, changes jsonb, of_key text, in_request text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d drafting.drafts;
  may jsonb;
  beside jsonb;
  found_items jsonb;
  one record;
  letter text;
  last integer;
begin
  perform pg_advisory_xact_lock(7403381, hashtext(of_draft));
  select * into d from drafting.drafts where code = of_draft;
  if d.code is null or not identity.is_professional() then return '{"is": "onbekend", "codes": []}'; end if;
  if exists (select from drafting.sets s where s.key = of_key and s.draft = of_draft) then return drafting.kept_by(of_draft, of_key); end if;
  if drafting.is_adopted(of_draft) then return '{"is": "gesloten"}'; end if;
  found_items := drafting.unknown_in(of_draft, changes);
  if found_items is not null then return jsonb_build_object('is', 'onbekend', 'codes', found_items); end if;
  -- Looked at once: the same for each of the steps below.
  select coalesce(jsonb_agg(to_jsonb(b) order by b.what, b.nr), '[]') into beside from drafting.beside(of_draft, changes) b;
  select jsonb_agg(b -> 'item') into found_items from jsonb_array_elements(beside) b
   where (b ->> 'what' = 'chapters' and b ->> 'own' is null and b -> 'item' ->> 'short' is null)
      or (b ->> 'what' <> 'chapters' and b ->> 'chapter' is null)
      or (b ->> 'what' = 'actions' and b ->> 'own' is null and b -> 'item' ->> 'action' is not null);
  if found_items is not null then return '{"is": "onbekend", "codes": []}'; end if;

  may := drafting.rights(d.owner);
  if not (may ->> 'writes')::boolean and exists (
      select from jsonb_array_elements(beside) b where not coalesce(case b ->> 'what'
        -- A part writes its own look-back.
        when 'paragraphs' then b -> 'item' ->> 'kind' = 'terugblik' and (may -> 'parts') ? (b ->> 'part')
        -- Who carries an action words it; he does not hand it on or take it out.
        when 'actions' then (may -> 'leads') ? (b -> 'stood' ->> 'lead') and b -> 'stood' ->> 'lead' = b -> 'asked' ->> 'lead'
          and b -> 'stood' -> 'is_removed' = b -> 'asked' -> 'is_removed'
        else false end, false)) then
    return '{"is": "geen-recht"}';
  end if;

  select jsonb_agg(jsonb_build_object('what', b -> 'what', 'code', b -> 'own', 'version', b -> 'stands', 'nr', b -> 'nr')) into found_items
    from jsonb_array_elements(beside) b
   where coalesce((b ->> 'stands')::integer, 0) <> coalesce((b -> 'item' ->> 'seen')::integer, 0)
     and b -> 'stood' is distinct from b -> 'asked';
  if found_items is not null then return jsonb_build_object('is', 'botst', 'clashes', found_items); end if;

  select jsonb_agg(b) into beside from jsonb_array_elements(beside) b where b -> 'stood' is distinct from b -> 'asked';
  if beside is null then return '{"is": "bewaard", "chapters": [], "paragraphs": [], "actions": []}'; end if;
  insert into drafting.sets (key, draft, at, acted_as)
  values (of_key, of_draft, platform.moment(), coalesce((select min(words) from drafting.own_posts(d.owner) where gives = 'bureau'), drafting.function_of()))
  on conflict (key) do nothing;
  -- A key that was used in another draft is none of a form of this one.
  if not found then return '{"is": "onbekend", "codes": []}'; end if;

  perform pg_advisory_xact_lock(7403380);
  for one in select (b ->> 'nr')::integer as nr, b -> 'item' as item, b ->> 'own' as own, coalesce((b ->> 'stands')::integer, 0) as stands
      from jsonb_array_elements(beside) b where b ->> 'what' = 'chapters' order by 1 loop
    if one.own is null then
      one.own := drafting.free_chapter(case d.kind when 'strategie' then 'S' when 'jaarplan' then 'J' when 'uitvoeringsplan' then 'U' else 'A' end
        || right(d.period_from::text, 2) || '-' || (one.item ->> 'short'));
      insert into drafting.chapters (code, draft) values (one.own, of_draft);
    end if;
    insert into drafting.chapter_versions (chapter, version, seq, title, kind, priority, lead, is_removed, set)
    select one.own, one.stands + 1, r.seq, r.title, r.kind, r.priority, r.lead, r.is_removed, of_key
      from jsonb_populate_record(null::drafting.chapter_versions, one.item) r;
  end loop;

  insert into drafting.paragraphs (id, chapter, kind, part)
  select (b -> 'item' ->> 'paragraph')::uuid, b ->> 'chapter', b -> 'item' ->> 'kind', b ->> 'part'
    from jsonb_array_elements(beside) b where b ->> 'what' = 'paragraphs' and b ->> 'own' is null;
  insert into drafting.paragraph_versions (paragraph, version, seq, title, body, is_removed, set)
  select r.paragraph, coalesce((b ->> 'stands')::integer, 0) + 1, r.seq, r.title, r.body, r.is_removed, of_key
    from jsonb_array_elements(beside) b cross join lateral jsonb_populate_record(null::drafting.paragraph_versions, b -> 'item') r
   where b ->> 'what' = 'paragraphs' order by (b ->> 'nr')::integer;

  letter := case d.kind when 'strategie' then 'S' else 'A' end || right(d.period_from::text, 2);
  last := drafting.last_number(letter);
  select jsonb_agg(case when e.b ->> 'own' is null then e.b || jsonb_build_object('new', letter || '-' || case when e.number > 999
           then e.number::text else lpad(e.number::text, 3, '0') end) else e.b end order by e.nr)
    into beside
    from (select b, (b ->> 'nr')::integer as nr, last + count(*) filter (where b ->> 'own' is null) over (order by (b ->> 'nr')::integer) as number
            from jsonb_array_elements(beside) b where b ->> 'what' = 'actions') e;
  insert into drafting.actions (code, chapter, came_from)
  select b ->> 'new', b ->> 'chapter', b -> 'item' ->> 'came_from' from jsonb_array_elements(beside) b where b ->> 'new' is not null;
  insert into drafting.action_versions (action, version, seq, project, track, title, lead, lead_post, participants, areas, due, aim, indicators,
    target_value, target_unit, target_by, target_text, target_evidence, promise, is_removed, set)
  select coalesce(b ->> 'own', b ->> 'new'), coalesce((b ->> 'stands')::integer, 0) + 1, r.seq, r.project, r.track, r.title, r.lead, r.lead_post,
         r.participants, r.areas, r.due, r.aim, r.indicators, r.target_value, r.target_unit, r.target_by, r.target_text, r.target_evidence,
         r.promise, r.is_removed, of_key
    from jsonb_array_elements(beside) b cross join lateral jsonb_populate_record(null::drafting.action_versions, b -> 'item') r
   order by (b ->> 'nr')::integer;
  perform identity.note('conceptplan gewijzigd', of_draft, in_request);
  return drafting.kept_by(of_draft, of_key);
end $$;

-- A remark on a chapter, a paragraph or an action, or a reply to one; the same form twice is one. False when there is nothing to remark on.
create function drafting.remark(
  of_chapter text, of_paragraph uuid, of_action text, to_remark uuid, said text, of_key text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not identity.is_professional() or not exists (select from drafting.chapters c where c.code = of_chapter)
     or of_paragraph is not null and not exists (select from drafting.paragraphs p where p.id = of_paragraph and p.chapter = of_chapter)
     or of_action is not null and not exists (select from drafting.actions a where a.code = of_action and a.chapter = of_chapter)
     or to_remark is not null and not exists (select from drafting.remarks r where r.id = to_remark and r.chapter = of_chapter) then
    return false;
  end if;
  insert into drafting.remarks (chapter, paragraph, action, reply_to, text, at, acted_as, form_key)
  values (of_chapter, of_paragraph, of_action, to_remark, said, platform.moment(), drafting.function_of(), of_key)
  on conflict (form_key) do nothing;
  if not found then return exists (select from drafting.remarks r where r.form_key = of_key and r.chapter = of_chapter); end if;
  perform identity.note('opmerking bij conceptplan', of_chapter, in_request);
  return true;
end $$;

create function drafting.draft_of(of_chapter text) returns drafting.drafts
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select d from drafting.chapters c join drafting.drafts d on d.code = c.draft where c.code = of_chapter
$$;
revoke execute on function drafting.draft_of from public;

-- Settles a remark: for who writes the draft. Settled twice is settled once.
create function drafting.settle(of_remark uuid, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  r drafting.remarks;
  d drafting.drafts;
begin
  select * into r from drafting.remarks where id = of_remark and reply_to is null;
  d := drafting.draft_of(r.chapter);
  if r.id is null or not (drafting.rights(d.owner) ->> 'writes')::boolean then return false; end if;
  insert into drafting.settlements (remark, at, acted_as)
  select of_remark, platform.moment(), min(words) from drafting.own_posts(d.owner) where gives = 'bureau' on conflict do nothing;
  if found then perform identity.note('opmerking afgehandeld', r.chapter, in_request); end if;
  return true;
end $$;

-- The newest version of the look-back of a chapter, or of one part of it; 0 when there is none.
create function drafting.newest_look_back(of_chapter text, of_part text) returns integer
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(max(v.entry), 0) from drafting.paragraph_versions v join drafting.paragraphs p on p.id = v.paragraph
   where p.chapter = of_chapter and p.kind = 'terugblik' and (of_part is null or p.part = of_part)
$$;
revoke execute on function drafting.newest_look_back from public;

-- Clears a part as it was seen. False when it is not his, or was changed meanwhile.
create function drafting.clear(of_chapter text, of_part text, seen integer, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d drafting.drafts := drafting.draft_of(of_chapter);
  author text;
begin
  perform pg_advisory_xact_lock(7403381, hashtext(d.code));
  select min(words) into author from drafting.own_posts(d.owner) where gives = of_part and of_part <> 'bureau';
  if author is null or seen = 0 or seen <> drafting.newest_look_back(of_chapter, of_part) or drafting.is_adopted(d.code) then return false; end if;
  insert into drafting.clearances (chapter, part, upto, at, acted_as) values (of_chapter, of_part, seen, platform.moment(), author)
  on conflict do nothing;
  if found then perform identity.note('terugblik vrijgegeven', of_chapter || ', ' || of_part, in_request); end if;
  return true;
end $$;

-- The parts of the look-back of a chapter that nobody cleared as they stand.
create function drafting.uncleared(of_chapter text) returns text[]
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct p.part), '{}') from drafting.paragraphs p
   where p.chapter = of_chapter and p.kind = 'terugblik' and p.part <> 'bureau'
     and not exists (select from drafting.clearances c
       where c.chapter = of_chapter and c.part = p.part and c.upto = drafting.newest_look_back(of_chapter, p.part))
$$;
revoke execute on function drafting.uncleared from public;

-- Signs the look-back as it was seen, when every part is cleared. False when it may not be, or was changed meanwhile.
create function drafting.sign(of_chapter text, seen integer, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d drafting.drafts := drafting.draft_of(of_chapter);
  author text;
begin
  perform pg_advisory_xact_lock(7403381, hashtext(d.code));
  select min(words) into author from drafting.own_posts(d.owner) where gives = 'in-werking';
  if author is null or seen = 0 or seen <> drafting.newest_look_back(of_chapter, null) or cardinality(drafting.uncleared(of_chapter)) > 0
     or drafting.is_adopted(d.code) then
    return false;
  end if;
  insert into drafting.signatures (chapter, upto, at, acted_as) values (of_chapter, seen, platform.moment(), author) on conflict do nothing;
  if found then perform identity.note('terugblik ondertekend', of_chapter, in_request); end if;
  return true;
end $$;

-- The newest version of anything in a chapter.
create function drafting.newest_of(of_chapter text) returns integer
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select greatest(
    (select max(v.entry) from drafting.chapter_versions v where v.chapter = of_chapter),
    (select max(v.entry) from drafting.paragraph_versions v join drafting.paragraphs p on p.id = v.paragraph where p.chapter = of_chapter),
    (select max(v.entry) from drafting.action_versions v join drafting.actions a on a.code = v.action where a.chapter = of_chapter))
$$;
revoke execute on function drafting.newest_of from public;

-- The text of a chapter as the public reads it: a look-back only when it is signed as it stands.
create function drafting.text_of(of_chapter text) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'title', n.title, 'body', n.body) order by
      array_position(array['meerjarendoel', 'terugblik', 'tekst'], p.kind), n.seq, p.id), '[]')
    from drafting.paragraphs p
    join lateral (select * from drafting.paragraph_versions v where v.paragraph = p.id order by v.version desc limit 1) n on not n.is_removed
   where p.chapter = of_chapter and (p.kind <> 'terugblik' or exists (
     select from drafting.signatures s where s.chapter = of_chapter and s.upto = drafting.newest_look_back(of_chapter, null)))
$$;
revoke execute on function drafting.text_of from public;

-- Of one field: what somebody else changed since it was put in force stays, as a load of the region leaves it.
create function drafting.merged(stands anyelement, was anyelement, becomes anyelement) returns anyelement
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case when stands is distinct from was then stands else becomes end
$$;
revoke execute on function drafting.merged from public;

create function drafting.newest_actions(of_chapter text) returns setof drafting.action_versions
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select distinct on (v.action) v.* from drafting.actions a join drafting.action_versions v on v.action = a.code
   where a.chapter = of_chapter order by v.action, v.version desc
$$;
revoke execute on function drafting.newest_actions from public;

-- Puts a chapter in force as it was seen: its programme and actions stand in strategy from then on, of a plan that is not adopted. Done
-- again it brings them up to date. 'gedaan'; 'botst' when the chapter was changed meanwhile; 'bezet' when a plan that was not made here got
-- one of its codes meanwhile; 'gesloten' when the plan is adopted; null when one may not.
create function drafting.put_in_force(of_chapter text, seen integer, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d drafting.drafts := drafting.draft_of(of_chapter);
  c drafting.chapter_versions;
  before integer;
  period text;
  author text;
begin
  -- Not while a decision is being recorded: it may be freezing the plan.
  perform pg_advisory_xact_lock(7403370);
  perform pg_advisory_xact_lock(7403381, hashtext(d.code));
  select min(words) into author from drafting.own_posts(d.owner) where gives = 'in-werking';
  if author is null then return null; end if;
  if drafting.is_adopted(d.code) then return 'gesloten'; end if;
  if seen <> drafting.newest_of(of_chapter) then return 'botst'; end if;
  -- A draft keeps its codes from other drafts, not from a load of the region: what that brought is not written over.
  if exists (select from strategy.plans p where p.code = d.code and not p.made_here)
     or exists (select from strategy.programmes g where g.code = of_chapter and g.plan <> d.code)
     or exists (select from drafting.actions a join strategy.actions s on s.code = a.code where a.chapter = of_chapter and s.plan <> d.code) then
    return 'bezet';
  end if;
  select * into c from drafting.chapter_versions v where v.chapter = of_chapter order by v.version desc limit 1;
  select coalesce(max(e.upto), 0) into before from drafting.enforcements e where e.chapter = of_chapter;
  if before = seen then
    -- Only a signature may be new.
    if (select e.text from drafting.enforcements e where e.chapter = of_chapter order by e.seq desc limit 1) = drafting.text_of(of_chapter) then
      return 'gedaan';
    end if;
  end if;
  period := case when d.period_from = d.period_to then d.period_from::text else d.period_from || '/' || d.period_to end;

  insert into strategy.plans (code, title, kind, period_from, period_to, strategy, sources, made_here)
  values (d.code, d.title, case d.kind when 'actieagenda' then 'jaarplan' else d.kind end, d.period_from, d.period_to, d.strategy, '{}', true)
  on conflict (code) do nothing;
  insert into strategy.programmes (code, plan, kind, title, priority, lead, sources, withdrawn_on)
  values (of_chapter, d.code, c.kind, c.title, c.priority, c.lead, '{}', case when c.is_removed then platform.today() end)
  on conflict (code) do update set kind = excluded.kind, title = excluded.title, priority = excluded.priority, lead = excluded.lead,
    withdrawn_on = case when c.is_removed then coalesce(programmes.withdrawn_on, platform.today()) end;

  with given as (
    select n.*, coalesce(nullif(n.due, 'planperiode'), period) as due_or_period, n.is_removed or c.is_removed as gone,
           w.title as was_title, coalesce(nullif(w.due, 'planperiode'), period) as was_due, w.lead as was_lead, w.target_value as was_value,
           w.target_unit as was_unit
      from drafting.actions a
     cross join lateral (select * from drafting.action_versions v where v.action = a.code order by v.version desc limit 1) n
      left join lateral (select * from drafting.action_versions v where v.action = a.code and v.entry <= before order by v.version desc limit 1) w on true
     where a.chapter = of_chapter)
  insert into strategy.actions (code, plan, programme, project, track, title, lead, due, target_value, target_unit, sources, withdrawn_on,
    lead_post, aim, target_by, target_text, target_evidence)
  select g.action, d.code, of_chapter, g.project, g.track,
         case when s.code is null then g.title else drafting.merged(s.title, g.was_title, g.title) end,
         case when s.code is null then g.lead else drafting.merged(s.lead, g.was_lead, g.lead) end,
         case when s.code is null then g.due_or_period else drafting.merged(s.due, g.was_due, g.due_or_period) end,
         case when s.code is null then g.target_value else drafting.merged(s.target_value, g.was_value, g.target_value) end,
         case when s.code is null then g.target_unit else drafting.merged(s.target_unit, g.was_unit, g.target_unit) end,
         '{}', case when g.gone then coalesce(s.withdrawn_on, platform.today()) end, g.lead_post, g.aim, g.target_by, g.target_text,
         g.target_evidence
    from given g left join strategy.actions s on s.code = g.action
   where s.code is not null or not g.gone
   order by g.action
  on conflict (code) do update set project = excluded.project, track = excluded.track, title = excluded.title, lead = excluded.lead,
    due = excluded.due, target_value = excluded.target_value, target_unit = excluded.target_unit, withdrawn_on = excluded.withdrawn_on,
    lead_post = excluded.lead_post, aim = excluded.aim, target_by = excluded.target_by, target_text = excluded.target_text,
    target_evidence = excluded.target_evidence;


  delete from strategy.action_participants p using drafting.actions a where a.chapter = of_chapter and p.action = a.code;
  delete from strategy.action_areas p using drafting.actions a where a.chapter = of_chapter and p.action = a.code;
  delete from strategy.action_indicators p using drafting.actions a where a.chapter = of_chapter and p.action = a.code;
  insert into strategy.action_participants (action, party, seq)
  select s.code, u.code, min(u.nr) from drafting.newest_actions(of_chapter) n join strategy.actions s on s.code = n.action
   cross join lateral unnest(n.participants) with ordinality u (code, nr) group by s.code, u.code;
  insert into strategy.action_areas (action, area, seq)
  select s.code, u.code, min(u.nr) from drafting.newest_actions(of_chapter) n join strategy.actions s on s.code = n.action
   cross join lateral unnest(n.areas) with ordinality u (code, nr) group by s.code, u.code;
  insert into strategy.action_indicators (action, indicator, seq)
  select s.code, u.code, min(u.nr) from drafting.newest_actions(of_chapter) n join strategy.actions s on s.code = n.action
   cross join lateral unnest(n.indicators) with ordinality u (code, nr) group by s.code, u.code;
  -- Also of chapters that were in force before the chapter of the first that promised it.
  update strategy.actions s set promise = n.promise
    from (select distinct on (v.action) v.action, v.promise
            from drafting.chapters k join drafting.actions a on a.chapter = k.code join drafting.action_versions v on v.action = a.code
           where k.draft = d.code and v.entry <= case when k.code = of_chapter then seen
             else (select max(e.upto) from drafting.enforcements e where e.chapter = k.code) end
           order by v.action, v.version desc) n
   where s.code = n.action and s.promise is distinct from n.promise
     and (n.promise is null or exists (select from strategy.actions f where f.code = n.promise and f.plan = d.code));

  -- The post that was named keeps the action up to date, where there is one with that title, until somebody says otherwise.
  insert into progress.carriers (action, version, organisation, post, title, how, at, acted_as)
  select distinct on (s.code) s.code, 1, p.organisation, p.id, p.title, 'aangewezen', platform.moment(), author
    from drafting.newest_actions(of_chapter) n join strategy.actions s on s.code = n.action and s.withdrawn_on is null
    join identity.posts p on p.organisation = s.lead and lower(p.title) = lower(n.lead_post) and p.role <> 'lezer'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
   where not exists (select from progress.carriers k where k.action = s.code)
   order by s.code, p.valid_from desc, p.id;

  insert into drafting.enforcements (chapter, seq, upto, text, at, acted_as)
  values (of_chapter, coalesce((select max(e.seq) from drafting.enforcements e where e.chapter = of_chapter), 0) + 1, seen,
          case when c.is_removed then '[]' else drafting.text_of(of_chapter) end, platform.moment(), author);
  perform identity.note('hoofdstuk in werking gezet', of_chapter, in_request);
  return 'gedaan';
end $$;
