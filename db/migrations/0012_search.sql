-- One search over everything a reader may see. Each domain keeps its own tables; a trigger copies what can be found into
-- one table, in the transaction of the change, so an edit and a region load are searchable the moment they exist.

create schema search;
grant usage on schema search to sv_visitor;

create text search configuration search.dutch (copy = pg_catalog.dutch);
alter text search configuration search.dutch alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.dutch_stem;

-- Declared immutable although unaccent is not: its rules change with a new PostgreSQL only, and then search.refill() repairs.
create function search.plain(given text) returns text
  language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select lower(public.unaccent('public.unaccent'::regdictionary, given))
$$;

-- The stems of all words and the words of the title as they are, each between spaces. Dutch joins words: "inbraak" must
-- find "woninginbraken", so a word is looked for inside others too.
create function search.haystack(code text, title text, other text) returns text
  language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select concat(' ', array_to_string(tsvector_to_array(to_tsvector('search.dutch', title || ' ' || other)), ' '), ' ',
    regexp_replace(search.plain(code || ' ' || title), '[^a-z0-9.,]+', ' ', 'g'), ' ')
$$;

create table search.entries (
  kind text not null,
  code text not null,
  title text not null,
  -- The words beside the title: of which plan, in which year.
  context text not null,
  body text not null,
  href text not null,
  -- Pulls a place or a priority before a row of a table that has the same words.
  prominence numeric(3, 1) not null,
  is_public boolean not null,
  words tsvector not null generated always as (setweight(to_tsvector('search.dutch', title), 'A')
    || setweight(to_tsvector('search.dutch', context), 'C') || setweight(to_tsvector('search.dutch', body), 'D')) stored,
  plain_title text not null generated always as (search.plain(title)) stored,
  haystack text not null generated always as (search.haystack(code, title, context || ' ' || body)) stored,
  primary key (kind, code)
);
create index entries_haystack on search.entries using gin (haystack public.gin_trgm_ops);
create index entries_plain_title on search.entries using gin (plain_title public.gin_trgm_ops);
select platform.guard('search.entries');
-- Only tables that everybody reads are made findable now. A table with its own policy comes in with is_public false and a
-- policy of its own here, as strict as the one on the table.
create policy everyone_finds_what_is_public on search.entries for select to sv_visitor using (is_public);
grant select on search.entries to sv_visitor;

-- The statement that brings the rows of `source` (alias r) into the index and takes out what was withdrawn.
-- Arguments: kind, prominence, and as SQL over r: address, title, context, body, and which rows.
create function search.upsert(source text, args text[]) returns text
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select format('with gone as (
      delete from search.entries e using %1$s r
       where e.kind = %2$L and e.code = r.code and (r.withdrawn_on is null and (%8$s)) is not true)
    insert into search.entries (kind, code, title, context, body, href, prominence, is_public)
    select %2$L, r.code, coalesce(%5$s, r.code), coalesce(%6$s, ''''), coalesce(%7$s, ''''), %4$s, %3$L, true
      from %1$s r where r.withdrawn_on is null and (%8$s)
    on conflict (kind, code) do update set title = excluded.title, context = excluded.context, body = excluded.body,
      href = excluded.href, prominence = excluded.prominence, is_public = excluded.is_public',
    source, args[1], args[2], args[3], args[4], args[5], args[6], args[7])
$$;

create function search.keep() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  execute search.upsert('changed', tg_argv[0:6]::text[]);
  return null;
end $$;

create function search.forget() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from search.entries e using gone r where e.kind = tg_argv[0] and e.code = r.code;
  return null;
end $$;

-- What make_findable was told about a table, read back from its trigger.
create function search.told(target regclass) returns setof text[]
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select (string_to_array(encode(t.tgargs, 'escape'), '\000'))[1:7] from pg_trigger t
   where t.tgrelid = target and t.tgfoid = 'search.keep'::regproc and t.tgname = 'findable_insert'
$$;

-- A title that holds the name of something else changes with that name.
create function search.follow() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare told text[];
begin
  for told in select search.told(tg_argv[0]::regclass) loop
    execute search.upsert(format('(select t.* from %s t join changed c on c.code = t.%I)', tg_argv[0], tg_argv[1]), told);
  end loop;
  return null;
end $$;

-- Makes every row of a public table findable, those already there included. The table has `code` and `withdrawn_on`.
create function search.make_findable(target regclass, kind text, prominence numeric, href text, title text,
  context text default '''''', body text default '''''', only_if text default 'true') returns void
  language plpgsql as $$
declare
  args text[] := array[kind, prominence::text, href, title, context, body, only_if];
  listed text := (select string_agg(quote_literal(a), ', ') from unnest(args) a);
begin
  execute format('create trigger findable_insert after insert on %s referencing new table as changed
    for each statement execute function search.keep(%s)', target, listed);
  execute format('create trigger findable_update after update on %s referencing new table as changed
    for each statement execute function search.keep(%s)', target, listed);
  execute format('create trigger findable_delete after delete on %s referencing old table as gone
    for each statement execute function search.forget(%L)', target, kind);
  execute search.upsert(target::text, args);
end $$;

create function search.make_follow(named regclass, target regclass, by text) returns void language plpgsql as $$
begin
  execute format('create trigger %I after update on %s referencing new table as changed
    for each statement execute function search.follow(%L, %L)', 'followed_by_' || replace(target::text, '.', '_'), named, target, by);
end $$;

-- The whole index again, from the tables it copies.
create function search.refill() returns void language plpgsql as $$
declare target regclass; told text[];
begin
  delete from search.entries;
  for target in select t.tgrelid from pg_trigger t
    where t.tgfoid = 'search.keep'::regproc and t.tgname = 'findable_insert' order by t.tgrelid::regclass::text loop
    for told in select search.told(target) loop
      execute search.upsert(target::text, told);
    end loop;
  end loop;
end $$;
revoke execute on function search.refill, search.make_findable, search.make_follow, search.upsert from public;

-- The words of a question, at most eight. A number keeps its points. Words that say nothing ("de", "van") count only when
-- there are no others: "OM" is such a word too.
create function search.needles(question text) returns table (word text, pattern text)
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  with given as (
    select m[1] as word, n from regexp_matches(search.plain(left(question, 200)), '[0-9]+(?:[.,][0-9]+)+|[a-z0-9]+', 'g')
      with ordinality as f(m, n) limit 8
  ), stemmed as (
    select g.word, (ts_lexize('pg_catalog.dutch_stem', g.word))[1] as stem, g.n from given g
  )
  select s.word, case
      when s.stem is null or length(s.stem) < 4 then '% ' || coalesce(s.stem, s.word) || ' %'
      else '%' || s.stem || '%' end
    from stemmed s where s.stem is not null or not exists (select from stemmed o where o.stem is not null) order by s.n
$$;

-- What may answer a question, best first. `is_close`: only when a typing error is forgiven, tried when little else is found.
-- Definer, because under row security no index helps with a search; it gives codes of public entries and nothing else, and
-- which of them exist for the reader is decided by the policy on the table itself. Index first, because the
-- planner thinks likeness costs no more than equality: 17 ms instead of 4 for 2,500 entries.
create function search.find(question text) returns table (kind text, code text, score real, is_close boolean)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set pg_trgm.word_similarity_threshold = 0.4 set enable_seqscan = off as $$
declare
  whole text := btrim(regexp_replace(search.plain(left(question, 200)), '\s+', ' ', 'g'));
  asked tsquery := replace(plainto_tsquery('search.dutch', left(question, 200))::text, '&', '|')::tsquery;
  exactly text;
  nearly text;
  ranked constant text := 'select e.kind, e.code, (e.prominence * (0.3 + 2 * ts_rank(e.words, $1))
      + case when e.plain_title = $2 then 3 when starts_with(e.plain_title, $2) then 1 else 0 end
      + case when lower(e.code) = $2 then 5 else 0 end
      + 0.8 * public.word_similarity($2, e.plain_title))::real, %L::boolean
    from search.entries e where e.is_public and (%s) order by 3 desc, e.code limit 2000';
  found_exactly bigint;
begin
  select string_agg(format('e.haystack like %L', n.pattern), ' and '),
         string_agg(case when length(n.word) < 4 then format('e.haystack like %L', n.pattern)
           else format('(e.haystack like %L or %L operator(public.<%%) e.plain_title)', n.pattern, n.word) end, ' and ')
    into exactly, nearly from search.needles(question) n;
  if exactly is null then return; end if;
  return query execute format(ranked, false, exactly) using asked, whole;
  get diagnostics found_exactly = row_count;
  if found_exactly < 3 then
    return query execute format(ranked, true, format('(%s) and not (%s)', nearly, exactly)) using asked, whole;
  end if;
end $$;

-- The question with each word that is nowhere replaced by the public word most like it; null when there is none.
create function search.suggestion(question text) returns text
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set pg_trgm.word_similarity_threshold = 0.4 set enable_seqscan = off as $$
declare
  one record;
  better text;
  words text[] := '{}';
  is_changed boolean := false;
begin
  for one in select n.word, n.pattern from search.needles(question) n loop
    better := null;
    if length(one.word) > 3 and not exists (select from search.entries e where e.is_public and e.haystack like one.pattern) then
      select v.word into better from (
        select distinct w as word from search.entries e, regexp_split_to_table(e.title, '[^[:alpha:]]+') w
         where e.is_public and one.word operator(public.<%) e.plain_title and length(w) > 3) v
       where public.similarity(one.word, search.plain(v.word)) >= 0.3
       order by public.similarity(one.word, search.plain(v.word)) desc, v.word = lower(v.word) desc, v.word limit 1;
      if better is null then return null; end if;
      is_changed := true;
    end if;
    words := words || coalesce(better, one.word);
  end loop;
  return case when is_changed then array_to_string(words, ' ') end;
end $$;

-- What can be found, and where it stands.
select search.make_findable('identity.organisations', 'organisatie', 1.4, $$'/organisaties/' || r.code$$, 'r.name', 'r.kind',
  'r.note', $$r.kind <> 'gemeente'$$);
select search.make_findable('territory.areas', 'gebied', 2, $$case r.kind when 'gemeente' then '/gemeenten/' || r.code
  when 'district' then '/districten/' || r.code when 'regio' then '/' else '/gebieden/' || r.code end$$, 'r.name', 'r.kind',
  $$concat_ws('. ', nullif(array_to_string(r.other_names, ', '), ''), r.note)$$);
select search.make_findable('figures.documents', 'document', 1.2, $$'/documenten/' || r.code$$, 'r.title', 'r.kind');
select search.make_findable('figures.indicators', 'indicator', 1.6, $$'/indicatoren/' || r.code$$, 'r.title', 'r.unit',
  $$concat_ws('. ', r.definition, r.caveats)$$);
select search.make_findable('figures.measurements', 'meting', 0.5, $$'/metingen/' || r.code$$,
  $$(select i.title from figures.indicators i where i.code = r.indicator) || ': ' || r.printed$$,
  $$concat_ws(', ', r.kind, r.period, (select a.name from territory.areas a where a.code = r.area))$$, 'r.note');
select search.make_findable('strategy.strategies', 'strategie', 1.8, $$'/strategieen/' || r.code$$, 'r.title',
  $$concat(r.period_from, ' tot en met ', r.period_to)$$, $$concat_ws('. ', r.motto, r.goal)$$);
select search.make_findable('strategy.priorities', 'prioriteit', 1.8, $$'/prioriteiten/' || r.code$$, 'r.title',
  '(select s.title from strategy.strategies s where s.code = r.strategy)', 'r.goal');
select search.make_findable('strategy.focus_lines', 'focuslijn', 1.2, $$'/focuslijnen/' || r.code$$, 'r.title',
  '(select s.title from strategy.strategies s where s.code = r.strategy)');
select search.make_findable('strategy.plans', 'plan', 1.5, $$'/plannen/' || r.code$$, 'r.title', 'r.kind');
select search.make_findable('strategy.programmes', 'programma', 1.2, $$'/programmas/' || r.code$$, 'r.title',
  '(select p.title from strategy.plans p where p.code = r.plan)');
select search.make_findable('strategy.actions', 'actie', 1, $$'/acties/' || r.code$$, 'r.title',
  '(select p.title from strategy.plans p where p.code = r.plan)', 'r.project');
select search.make_findable('strategy.results', 'resultaat', 1, $$'/resultaten/' || r.code$$, 'r.title',
  $$concat('resultaat over ', r.result_year)$$, 'r.project');
select search.make_findable('governance.bodies', 'gremium', 1.4, $$'/gremia/' || r.code$$, 'r.name', $$concat(r.kind, ', ', r.level)$$,
  $$concat_ws('. ', r.purpose, nullif(array_to_string(r.members, ', '), ''))$$);
select search.make_findable('governance.body_topics', 'onderwerp', 0.8,
  $$concat('/gremia', case when r.valid_to is not null then '?geldigOp=' || (r.valid_to - 1) end, '#', r.code)$$, 'r.topic',
  $$concat(r.level, ', ', r.stream)$$);
select search.make_findable('governance.working_groups', 'werkgroep', 1.3, $$'/werkgroepen/' || r.code$$, 'r.name', 'r.kind',
  $$concat_ws('. ', r.composition, r.also_acts_as)$$);
select search.make_findable('governance.principles', 'beginsel', 1, $$'/beginselen#' || r.code$$, 'r.title', 'r.principle_set', 'r.body');
select search.make_findable('learning.terms', 'begrip', 1.4, $$'/begrippen/' || r.code$$, 'r.term', 'r.kind',
  $$concat_ws('. ', r.expansion, r.explanation)$$);
select search.make_findable('learning.knowledge_items', 'kennis', 1.1, $$'/kennis/' || r.code$$, 'r.title', $$concat_ws(', ', r.kind, r.year)$$);
-- Where an event was is for professionals and lives in a table of its own, which is not findable.
select search.make_findable('learning.events', 'bijeenkomst', 1, $$'/bijeenkomsten/' || r.code$$, 'r.title',
  $$concat_ws(', ', r.kind, r.held_on)$$, $$concat_ws('. ', r.audience, r.note)$$);
select search.make_findable('capacity.formation_rows', 'formatie', 0.6, $$'/formatie#' || r.code$$,
  $$(select o.name from identity.organisations o where o.code = r.organisation) || ': ' || r.total || ' fte'$$,
  $$concat('formatie op ', r.as_of)$$, 'r.note');
select search.make_findable('money.budget_lines', 'begrotingsregel', 0.6, $$concat('/begroting/', r.bureau, '-', r.year, '#', r.code)$$,
  'r.line', $$concat_ws(' ', (select o.name from identity.organisations o where o.code = r.bureau), r.year)$$,
  $$concat_ws('. ', r.printed, r.note)$$);

select search.make_follow('figures.indicators', 'figures.measurements', 'indicator');
select search.make_follow('territory.areas', 'figures.measurements', 'area');
select search.make_follow('strategy.strategies', 'strategy.priorities', 'strategy');
select search.make_follow('strategy.strategies', 'strategy.focus_lines', 'strategy');
select search.make_follow('strategy.plans', 'strategy.programmes', 'plan');
select search.make_follow('strategy.plans', 'strategy.actions', 'plan');
select search.make_follow('identity.organisations', 'capacity.formation_rows', 'organisation');
select search.make_follow('identity.organisations', 'money.budget_lines', 'bureau');
