-- Whether a condition was met, of a decision and of a view that agrees on condition: in versions, each with a sentence and where it can be
-- seen. What was written is one condition per line. Who may read the decision or the view, reads this too.
create function proposals.conditions_in(said text) returns table (seq integer, words text)
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select row_number() over (order by l.at)::integer, btrim(l.line, E' \t')
    from regexp_split_to_table(said, E'[\r\n]+') with ordinality l (line, at) where btrim(l.line, E' \t') <> ''
$$;

create table proposals.condition_states (
  addressee uuid not null,
  view_version integer not null,
  seq integer not null check (seq > 0),
  version integer not null check (version > 0),
  state text not null check (state in ('open', 'voldaan', 'niet voldaan', 'vervallen')),
  -- The day since which it is so.
  since date not null,
  sentence text not null check (length(sentence) between 1 and 1000),
  evidence text check (length(evidence) <= 490 and evidence ~ '^(https://\S+|/\S*|[0-9a-f]{64})$'),
  at timestamptz not null,
  acted_as text not null,
  primary key (addressee, view_version, seq, version),
  foreign key (addressee, view_version) references proposals.views on delete restrict
);
select platform.guard('proposals.condition_states');
create policy with_its_view on proposals.condition_states for select to sv_visitor
  using (exists (select from proposals.views v where v.addressee = condition_states.addressee and v.version = view_version));
grant select on proposals.condition_states to sv_visitor;
create trigger only_grows before update or delete on proposals.condition_states for each row execute function proposals.refuse_change();

-- Says whether a condition of the released view that counts was met, over the version that was seen: who writes the views of that instance
-- or organisation, also once the route ended. 'bewaard', 'ongewijzigd', 'botst'; null when he may not, or there is no such condition.
create function proposals.keep_condition(of_addressee uuid, of_view integer, of_seq integer, seen integer, said jsonb, in_request text)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := proposals.drafter_of(of_addressee);
  there proposals.addressees;
  newest proposals.condition_states;
begin
  perform proposals.hold(of_addressee::text);
  select * into there from proposals.addressees a where a.id = of_addressee;
  if author is null or (said ->> 'since')::date > platform.today()
     or of_view is distinct from (select max(v.version) from proposals.views v where v.addressee = of_addressee and v.released_at is not null)
     or not exists (select from proposals.views v, proposals.conditions_in(v.condition) c
          where v.addressee = of_addressee and v.version = of_view and c.seq = of_seq) then return null; end if;
  select * into newest from proposals.condition_states s
   where s.addressee = of_addressee and s.view_version = of_view and s.seq = of_seq order by s.version desc limit 1;
  if (newest.state, newest.since, newest.sentence, newest.evidence)
       is not distinct from (said ->> 'state', (said ->> 'since')::date, said ->> 'sentence', said ->> 'evidence') then return 'ongewijzigd'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into proposals.condition_states (addressee, view_version, seq, version, state, since, sentence, evidence, at, acted_as)
  values (of_addressee, of_view, of_seq, seen + 1, said ->> 'state', (said ->> 'since')::date, said ->> 'sentence', said ->> 'evidence',
          platform.moment(), author);
  perform identity.note('stand van een voorwaarde vastgelegd', there.proposal || ', stap ' || there.seq || ', '
    || coalesce(there.instance, there.organisation) || ', voorwaarde ' || of_seq, in_request);
  return 'bewaard';
end $$;

create table decisions.condition_states (
  decision text not null references decisions.decisions on delete restrict,
  seq integer not null check (seq > 0),
  version integer not null check (version > 0),
  state text not null check (state in ('open', 'voldaan', 'niet voldaan', 'vervallen')),
  since date not null,
  sentence text not null check (length(sentence) between 1 and 1000),
  evidence text check (length(evidence) <= 490 and evidence ~ '^(https://\S+|/\S*|[0-9a-f]{64})$'),
  -- The decision of the same body that dropped it; once that is turned back the condition is open again.
  dropped_by text references decisions.decisions on delete restrict,
  at timestamptz not null,
  acted_as text not null,
  primary key (decision, seq, version),
  check ((state = 'vervallen') = (dropped_by is not null))
);
create index condition_states_dropped_by on decisions.condition_states (dropped_by);
select platform.guard('decisions.condition_states');
create policy with_its_decision on decisions.condition_states for select to sv_visitor
  using (exists (select from decisions.decisions d where d.code = decision));
grant select on decisions.condition_states to sv_visitor;
create trigger only_grows before update or delete on decisions.condition_states for each row execute function decisions.refuse_change();
create trigger never_emptied before truncate on decisions.condition_states for each statement execute function decisions.refuse_change();

-- The decisions that can drop a condition of this one: of the same body, not before it, and as public as it is.
create function decisions.droppers_of(of_decision text) returns setof text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select l.code from decisions.decisions d join decisions.decisions l
      on l.body = d.body and l.area is not distinct from d.area and l.is_public = d.is_public and l.closed_to is not distinct from d.closed_to
     and l.code <> d.code and l.taken_on >= d.taken_on and l.reverses is null
   where d.code = of_decision and not exists (select from decisions.decisions r where r.reverses = l.code)
$$;

-- Says whether a condition of a decision was met, over the version that was seen: who records the decisions of that body, under a closed item
-- its secretary. Of what was turned back nothing is said. Answers as above.
create function decisions.keep_condition(of_decision text, of_seq integer, seen integer, said jsonb, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d decisions.decisions;
  author text;
  newest decisions.condition_states;
begin
  perform pg_advisory_xact_lock(7403372, hashtext(of_decision));
  select * into d from decisions.decisions where code = of_decision;
  author := case when d.closed_to is null then decisions.recorder_of(d.body, d.area)
    else (select min(o.title) from decisions.own_instances() o where o.instance = d.closed_to) end;
  if author is null or (said ->> 'since')::date not between d.taken_on and platform.today()
     or exists (select from decisions.decisions r where r.reverses = d.code)
     or not exists (select from proposals.conditions_in(d.conditions) c where c.seq = of_seq)
     or (said ->> 'dropped_by' is not null
         and not exists (select from decisions.droppers_of(d.code) l where l = said ->> 'dropped_by')) then return null; end if;
  select * into newest from decisions.condition_states s where s.decision = of_decision and s.seq = of_seq order by s.version desc limit 1;
  if (newest.state, newest.since, newest.sentence, newest.evidence, newest.dropped_by)
       is not distinct from (said ->> 'state', (said ->> 'since')::date, said ->> 'sentence', said ->> 'evidence', said ->> 'dropped_by') then
    return 'ongewijzigd';
  end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into decisions.condition_states (decision, seq, version, state, since, sentence, evidence, dropped_by, at, acted_as)
  values (of_decision, of_seq, seen + 1, said ->> 'state', (said ->> 'since')::date, said ->> 'sentence', said ->> 'evidence',
          said ->> 'dropped_by', platform.moment(), author);
  perform identity.note('stand van een voorwaarde vastgelegd', of_decision || ', voorwaarde ' || of_seq, in_request);
  return 'bewaard';
end $$;
