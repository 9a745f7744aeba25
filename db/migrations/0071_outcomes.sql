-- What comes of a meeting: per item how it ended, the decision list, minutes in versions, and agreements that stay open until they are closed.
-- What is of a closed item exists for who sits there only.
create schema outcomes;
grant usage on schema outcomes to sv_visitor;

-- How an item ended, one row per version.
create table outcomes.results (
  item uuid not null references meetings.items on delete restrict,
  version integer not null check (version > 0),
  meeting text not null references meetings.meetings on delete restrict,
  outcome text not null check (outcome in ('besloten', 'geadviseerd', 'besproken', 'kennisgenomen', 'aangehouden')),
  words text check (length(words) between 1 and 1000),
  -- To which later meeting it was held over, when that is known.
  held_to text references meetings.meetings on delete restrict,
  at timestamptz not null,
  acted_as text not null,
  primary key (item, version),
  check (held_to is null or outcome = 'aangehouden' and held_to <> meeting)
);
create index results_meeting on outcomes.results (meeting);
create index results_held_to on outcomes.results (held_to);
select platform.guard('outcomes.results');

-- The decision list as the secretary fixed it, and when it was shown to everybody.
create table outcomes.fixings (
  meeting text primary key references meetings.meetings on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
select platform.guard('outcomes.fixings');

create table outcomes.fixed_items (
  item uuid primary key,
  version integer not null,
  meeting text not null references outcomes.fixings on delete restrict,
  foreign key (item, version) references outcomes.results on delete restrict
);
create index fixed_items_meeting on outcomes.fixed_items (meeting);
select platform.guard('outcomes.fixed_items');

create table outcomes.list_publishings (
  meeting text primary key references outcomes.fixings on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
select platform.guard('outcomes.list_publishings');

-- Minutes per item, one row per version. They say what was discussed, not who said it.
create table outcomes.minutes (
  item uuid not null references meetings.items on delete restrict,
  version integer not null check (version > 0),
  meeting text not null references meetings.meetings on delete restrict,
  text text not null check (length(text) between 1 and 10000),
  at timestamptz not null,
  acted_as text not null,
  primary key (item, version)
);
create index minutes_meeting on outcomes.minutes (meeting);
select platform.guard('outcomes.minutes');

-- Minutes are approved in a later meeting of the same instance, as they stood then.
create table outcomes.approvals (
  meeting text primary key references meetings.meetings on delete restrict,
  approved_in text not null references meetings.meetings on delete restrict check (approved_in <> meeting),
  at timestamptz not null,
  acted_as text not null
);
create index approvals_approved_in on outcomes.approvals (approved_in);
select platform.guard('outcomes.approvals');

create table outcomes.approved_items (
  item uuid primary key,
  version integer not null,
  meeting text not null references outcomes.approvals on delete restrict,
  foreign key (item, version) references outcomes.minutes on delete restrict
);
create index approved_items_meeting on outcomes.approved_items (meeting);
select platform.guard('outcomes.approved_items');

create table outcomes.minute_publishings (
  meeting text primary key references outcomes.approvals on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
select platform.guard('outcomes.minute_publishings');

-- What somebody will do: agreed, or promised. Of a function of an organisation, so that who comes after him carries it on.
create table outcomes.promises (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references meetings.meetings on delete restrict,
  item uuid not null references meetings.items on delete restrict,
  -- Those of closed items have a series of their own, as the items have.
  is_closed boolean not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('afspraak', 'toezegging')),
  text text not null check (length(text) between 1 and 1000),
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  title text not null check (length(title) between 1 and 120),
  due date,
  at timestamptz not null,
  acted_as text not null,
  form_key text not null check (length(form_key) between 8 and 64),
  unique (meeting, form_key),
  unique (meeting, is_closed, number)
);
create index promises_item on outcomes.promises (item);
create index promises_carrier on outcomes.promises (organisation, title);
select platform.guard('outcomes.promises');

-- What whoever carries it says was done, one row per version; with where it can be seen.
create table outcomes.proofs (
  promise uuid not null references outcomes.promises on delete restrict,
  version integer not null check (version > 0),
  sentence text not null check (length(sentence) between 1 and 1000),
  -- A page of here or elsewhere, or the SHA-256 of a file.
  evidence text check (length(evidence) <= 490 and evidence ~ '^(https://\S+|/\S*|[0-9a-f]{64})$'),
  at timestamptz not null,
  acted_as text not null,
  primary key (promise, version)
);
select platform.guard('outcomes.proofs');

create table outcomes.closures (
  promise uuid primary key references outcomes.promises on delete restrict,
  words text check (length(words) between 1 and 1000),
  at timestamptz not null,
  acted_as text not null
);
select platform.guard('outcomes.closures');

-- What the signed-in person carries: of his function, while his post lasts; of a closed item only while he sits there.
create function outcomes.carried() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct r.id), '{}')
    from outcomes.promises r join meetings.meetings m on m.code = r.meeting
    join identity.posts p on p.organisation = r.organisation and p.title = r.title
   where p.person = identity.current_person() and meetings.holds(p.valid_from, p.valid_to)
     and (not r.is_closed or m.instance = any (meetings.own_instances()))
$$;

create policy who_sits_there_reads on outcomes.results for select to sv_visitor
  using (meeting = any ((select meetings.own_meetings())::text[]));
create policy everyone_reads_what_is_published on outcomes.results for select to sv_visitor
  using (exists (select from outcomes.list_publishings l where l.meeting = results.meeting)
     and exists (select from outcomes.fixed_items f where f.item = results.item and f.version = results.version));
grant select on outcomes.results to sv_visitor;

create policy who_sits_there_reads on outcomes.fixings for select to sv_visitor
  using (meeting = any ((select meetings.own_meetings())::text[]));
create policy everyone_reads_what_is_published on outcomes.fixings for select to sv_visitor
  using (exists (select from outcomes.list_publishings l where l.meeting = fixings.meeting));
grant select on outcomes.fixings to sv_visitor;

create policy who_sits_there_reads on outcomes.fixed_items for select to sv_visitor
  using (meeting = any ((select meetings.own_meetings())::text[]));
create policy everyone_reads_what_is_published on outcomes.fixed_items for select to sv_visitor
  using (exists (select from outcomes.list_publishings l where l.meeting = fixed_items.meeting)
     and exists (select from meetings.items i where i.id = item and i.published_at is not null));
grant select on outcomes.fixed_items to sv_visitor;

create policy with_its_meeting on outcomes.list_publishings for select to sv_visitor
  using (exists (select from meetings.meetings m where m.code = meeting));
grant select (meeting, at) on outcomes.list_publishings to sv_visitor;

create policy who_sits_there_reads on outcomes.minutes for select to sv_visitor
  using (meeting = any ((select meetings.own_meetings())::text[]));
create policy everyone_reads_what_is_published on outcomes.minutes for select to sv_visitor
  using (exists (select from outcomes.minute_publishings l where l.meeting = minutes.meeting)
     and exists (select from outcomes.approved_items a where a.item = minutes.item and a.version = minutes.version));
grant select on outcomes.minutes to sv_visitor;

create policy who_sits_there_reads on outcomes.approvals for select to sv_visitor
  using (meeting = any ((select meetings.own_meetings())::text[]));
create policy everyone_reads_what_is_published on outcomes.approvals for select to sv_visitor
  using (exists (select from outcomes.minute_publishings l where l.meeting = approvals.meeting));
grant select on outcomes.approvals to sv_visitor;

create policy who_sits_there_reads on outcomes.approved_items for select to sv_visitor
  using (meeting = any ((select meetings.own_meetings())::text[]));
create policy everyone_reads_what_is_published on outcomes.approved_items for select to sv_visitor
  using (exists (select from outcomes.minute_publishings l where l.meeting = approved_items.meeting)
     and exists (select from meetings.items i where i.id = item and i.published_at is not null));
grant select on outcomes.approved_items to sv_visitor;

create policy with_its_meeting on outcomes.minute_publishings for select to sv_visitor
  using (exists (select from meetings.meetings m where m.code = meeting));
grant select (meeting, at) on outcomes.minute_publishings to sv_visitor;

create policy who_sits_there_reads on outcomes.promises for select to sv_visitor
  using (meeting = any ((select meetings.own_meetings())::text[]));
create policy who_carries_it_reads on outcomes.promises for select to sv_visitor
  using (id = any ((select outcomes.carried())::uuid[]));
create policy everyone_reads_what_is_published on outcomes.promises for select to sv_visitor
  using (not is_closed and exists (select from outcomes.list_publishings l where l.meeting = promises.meeting)
     and exists (select from meetings.items i where i.id = item and i.published_at is not null));
grant select (id, meeting, item, is_closed, number, kind, text, organisation, title, due, at, acted_as) on outcomes.promises to sv_visitor;

-- What became of it is for who sits there and who carries it: who is late is never public.
create policy who_sits_there_reads on outcomes.proofs for select to sv_visitor
  using (promise in (select r.id from outcomes.promises r where r.meeting = any ((select meetings.own_meetings())::text[])));
create policy who_carries_it_reads on outcomes.proofs for select to sv_visitor
  using (promise = any ((select outcomes.carried())::uuid[]));
grant select on outcomes.proofs to sv_visitor;
create policy who_sits_there_reads on outcomes.closures for select to sv_visitor
  using (promise in (select r.id from outcomes.promises r where r.meeting = any ((select meetings.own_meetings())::text[])));
create policy who_carries_it_reads on outcomes.closures for select to sv_visitor
  using (promise = any ((select outcomes.carried())::uuid[]));
grant select on outcomes.closures to sv_visitor;

create function outcomes.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what came of a meeting is added to and never changed';
end $$;
revoke execute on function outcomes.refuse_change from public;
do $$
declare
  of_table text;
begin
  foreach of_table in array array['results', 'fixings', 'fixed_items', 'list_publishings', 'minutes', 'approvals', 'approved_items',
    'minute_publishings', 'promises', 'proofs', 'closures'] loop
    execute format('create trigger only_grows before update or delete on outcomes.%I for each row execute function outcomes.refuse_change()', of_table);
  end loop;
end $$;

-- As what the signed-in person writes down what comes of a meeting: its secretary, from the day it begins. Null for others.
create function outcomes.writer(of_meeting text) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select meetings.secretary_in(m.code) from meetings.meetings m
    cross join lateral (select d.held_on from meetings.days d where d.meeting = m.code order by d.version desc limit 1) n
   where m.code = meetings.kept_meeting(of_meeting) and n.held_on <= platform.today()
$$;
revoke execute on function outcomes.writer from public;

-- An item that members have, of this meeting.
create function outcomes.standing_item(of_meeting text, of_item uuid) returns setof meetings.items
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select i.* from meetings.items i where i.id = of_item and i.meeting = of_meeting and i.sent_at is not null and i.withdrawn_at is null
$$;
revoke execute on function outcomes.standing_item from public;

-- Keeps how an item ended, over the version that was seen: 'bewaard', 'ongewijzigd', 'botst', or 'vast' once the list is fixed. Null when he
-- may not.
create function outcomes.keep_result(of_meeting text, of_item uuid, seen integer, said text, said_words text, to_meeting text, in_request text)
  returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  newest outcomes.results;
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or not exists (select from outcomes.standing_item(of_meeting, of_item))
     or to_meeting is not null and to_meeting <> all (outcomes.later_meetings(of_meeting)) then return null; end if;
  if exists (select from outcomes.fixings f where f.meeting = of_meeting) then return 'vast'; end if;
  select * into newest from outcomes.results r where r.item = of_item order by r.version desc limit 1;
  if (newest.outcome, newest.words, newest.held_to) is not distinct from (said, said_words, to_meeting) then return 'ongewijzigd'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into outcomes.results (item, version, meeting, outcome, words, held_to, at, acted_as)
  values (of_item, seen + 1, of_meeting, said, said_words, to_meeting, platform.moment(), outcomes.writer(of_meeting));
  perform identity.note('uitkomst van agendapunt vastgelegd', of_meeting || ', versie ' || seen + 1, in_request);
  return 'bewaard';
end $$;

-- The meetings of the same instance that come after this one and were not called off.
create function outcomes.later_meetings(of_meeting text) returns text[]
  language sql stable set search_path = pg_catalog, pg_temp as $$
  with last as (
    select distinct on (d.meeting) d.meeting, d.held_on, d.state, m.instance
      from meetings.days d join meetings.meetings m on m.code = d.meeting order by d.meeting, d.version desc)
  select coalesce(array_agg(l.meeting), '{}') from last l join last o on o.meeting = of_meeting and o.instance = l.instance
   where l.held_on > o.held_on and l.state <> 'afgelast'
$$;
revoke execute on function outcomes.later_meetings from public;

-- Fixes the decision list: of every item it is known how it ended. Fixed twice is fixed once; false when he may not, or something lacks.
create function outcomes.fix_list(of_meeting text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null
     or not exists (select from meetings.items i where i.meeting = of_meeting and i.sent_at is not null and i.withdrawn_at is null)
     or exists (select from meetings.items i where i.meeting = of_meeting and i.sent_at is not null and i.withdrawn_at is null
          and not exists (select from outcomes.results r where r.item = i.id)) then return false; end if;
  insert into outcomes.fixings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), outcomes.writer(of_meeting)) on conflict do nothing;
  if not found then return true; end if;
  insert into outcomes.fixed_items (item, version, meeting)
  select r.item, max(r.version), of_meeting from outcomes.results r where r.meeting = of_meeting group by r.item;
  perform identity.note('besluitenlijst vastgesteld', of_meeting, in_request);
  return true;
end $$;

-- Shows the open items of a fixed list to everybody, of a meeting of which the agenda is public.
create function outcomes.publish_list(of_meeting text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or not exists (select from outcomes.fixings f where f.meeting = of_meeting)
     or not exists (select from meetings.publishings p where p.meeting = of_meeting) then return false; end if;
  insert into outcomes.list_publishings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), outcomes.writer(of_meeting)) on conflict do nothing;
  if found then perform identity.note('besluitenlijst openbaar gemaakt', of_meeting, in_request); end if;
  return true;
end $$;

-- Keeps the minutes of an item over the version that was seen; 'vast' once they were approved.
create function outcomes.keep_minutes(of_meeting text, of_item uuid, seen integer, said text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  newest outcomes.minutes;
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or not exists (select from outcomes.standing_item(of_meeting, of_item)) then return null; end if;
  if exists (select from outcomes.approvals a where a.meeting = of_meeting) then return 'vast'; end if;
  select * into newest from outcomes.minutes r where r.item = of_item order by r.version desc limit 1;
  if newest.text is not distinct from said then return 'ongewijzigd'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into outcomes.minutes (item, version, meeting, text, at, acted_as)
  values (of_item, seen + 1, of_meeting, said, platform.moment(), outcomes.writer(of_meeting));
  perform identity.note('verslag bijgewerkt', of_meeting || ', versie ' || seen + 1, in_request);
  return 'bewaard';
end $$;

-- Writes down that the minutes were approved, in a later meeting that was held. From then on they stay as they are.
create function outcomes.approve(of_meeting text, in_meeting text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or outcomes.writer(in_meeting) is null
     or in_meeting <> all (outcomes.later_meetings(of_meeting))
     or not exists (select from outcomes.minutes r where r.meeting = of_meeting) then return false; end if;
  insert into outcomes.approvals (meeting, approved_in, at, acted_as)
  values (of_meeting, in_meeting, platform.moment(), outcomes.writer(of_meeting)) on conflict do nothing;
  if not found then return exists (select from outcomes.approvals a where a.meeting = of_meeting and a.approved_in = in_meeting); end if;
  insert into outcomes.approved_items (item, version, meeting)
  select r.item, max(r.version), of_meeting from outcomes.minutes r where r.meeting = of_meeting group by r.item;
  perform identity.note('verslag goedgekeurd', of_meeting || ', in ' || in_meeting, in_request);
  return true;
end $$;

-- Shows the approved minutes of the open items to everybody.
create function outcomes.publish_minutes(of_meeting text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or not exists (select from outcomes.approvals a where a.meeting = of_meeting)
     or not exists (select from meetings.publishings p where p.meeting = of_meeting) then return false; end if;
  insert into outcomes.minute_publishings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), outcomes.writer(of_meeting)) on conflict do nothing;
  if found then perform identity.note('verslag openbaar gemaakt', of_meeting, in_request); end if;
  return true;
end $$;

-- The functions that can carry an agreement, for the secretary: those with a seat, and every post that runs. Of a closed item or a closed
-- body only the first: nobody else knows of it. Never who holds them.
create function outcomes.carriers(of_meeting text) returns table (organisation text, name text, title text, has_seat boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.organisation, o.name, c.title, bool_or(c.has_seat) from (
      select s.organisation, s.title, true as has_seat
        from meetings.meetings m join meetings.seats s on s.instance = m.instance and meetings.lasts(s) where m.code = of_meeting
      union all
      select p.organisation, p.title, false from identity.posts p
       where meetings.holds(p.valid_from, p.valid_to) and exists (
         select from meetings.meetings m join meetings.instances i on i.code = m.instance and i.is_public where m.code = of_meeting)) c
    join identity.organisations o on o.code = c.organisation
   where meetings.secretary_in(of_meeting) is not null
   group by c.organisation, o.name, c.title order by o.name, c.title
$$;

-- Writes down an agreement of an item. Gives its number as it is called in its meeting; of the same form the same. Null when he may not,
-- the function cannot carry it, or the list is fixed.
create function outcomes.promise(of_meeting text, of_item uuid, said jsonb, of_key text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  its_item meetings.items;
  kept outcomes.promises;
begin
  perform meetings.hold(of_meeting);
  select * into its_item from outcomes.standing_item(of_meeting, of_item);
  if outcomes.writer(of_meeting) is null or its_item.id is null then return null; end if;
  select * into kept from outcomes.promises r where r.meeting = of_meeting and r.form_key = of_key;
  if kept.id is null then
    if exists (select from outcomes.fixings f where f.meeting = of_meeting)
       or not exists (select from outcomes.carriers(of_meeting) c
         where c.organisation = said ->> 'organisation' and c.title = said ->> 'title' and (c.has_seat or not its_item.is_closed)) then
      return null;
    end if;
    insert into outcomes.promises (meeting, item, is_closed, number, kind, text, organisation, title, due, at, acted_as, form_key)
    select of_meeting, of_item, its_item.is_closed, coalesce(max(r.number), 0) + 1, said ->> 'kind', said ->> 'text',
           said ->> 'organisation', said ->> 'title', (said ->> 'due')::date, platform.moment(), outcomes.writer(of_meeting), of_key
      from outcomes.promises r where r.meeting = of_meeting and r.is_closed = its_item.is_closed
    returning * into kept;
    perform identity.note('afspraak vastgelegd', of_meeting || ', afspraak ' || kept.number, in_request);
  end if;
  return case when kept.is_closed then 'b' else '' end || kept.number;
end $$;

-- As what the signed-in person says what was done of an agreement: the function that carries it, or the secretary for who has no account.
create function outcomes.prover(of_promise uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when r.id = any (outcomes.carried()) then r.title || ', ' || o.name else meetings.secretary_in(r.meeting) end
    from outcomes.promises r join identity.organisations o on o.code = r.organisation where r.id = of_promise
$$;

-- Says what was done, over the version that was seen.
create function outcomes.prove(of_promise uuid, seen integer, said text, shown text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  its outcomes.promises;
  newest outcomes.proofs;
begin
  select * into its from outcomes.promises r where r.id = of_promise;
  perform meetings.hold(its.meeting);
  if outcomes.prover(of_promise) is null then return null; end if;
  select * into newest from outcomes.proofs r where r.promise = of_promise order by r.version desc limit 1;
  if (newest.sentence, newest.evidence) is not distinct from (said, shown) then return 'ongewijzigd'; end if;
  if exists (select from outcomes.closures c where c.promise = of_promise) then return 'vast'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into outcomes.proofs (promise, version, sentence, evidence, at, acted_as)
  values (of_promise, seen + 1, said, shown, platform.moment(), outcomes.prover(of_promise));
  perform identity.note('afspraak gemeld als gedaan', its.meeting || ', afspraak ' || its.number, in_request);
  return 'bewaard';
end $$;

-- Closes an agreement: done over the version of the proof that was seen, or with words why it goes no further.
create function outcomes.close_promise(of_promise uuid, seen integer, said text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  its outcomes.promises;
  last_version integer;
begin
  select * into its from outcomes.promises r where r.id = of_promise;
  perform meetings.hold(its.meeting);
  if meetings.secretary_in(its.meeting) is null then return null; end if;
  if exists (select from outcomes.closures c where c.promise = of_promise) then return 'ongewijzigd'; end if;
  select coalesce(max(r.version), 0) into last_version from outcomes.proofs r where r.promise = of_promise;
  if last_version <> seen then return 'botst'; end if;
  if last_version = 0 and said is null then return 'zonder-bewijs'; end if;
  insert into outcomes.closures (promise, words, at, acted_as)
  values (of_promise, said, platform.moment(), meetings.secretary_in(its.meeting));
  perform identity.note('afspraak gesloten', its.meeting || ', afspraak ' || its.number, in_request);
  return 'bewaard';
end $$;
