-- Meetings of the bodies: which instances there are of a body, who sits in them from when until when, and on which days they meet.
create schema meetings;
grant usage on schema meetings to sv_visitor;

create function meetings.holds(since date, until date) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select since <= platform.today() and (until is null or platform.today() < until)
$$;
revoke execute on function meetings.holds from public;

-- The function from which the signed-in person looks after who sits where: the programme manager of a bureau. Null for others.
create function meetings.manager() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager' and meetings.holds(p.valid_from, p.valid_to)
   order by p.title, p.id limit 1
$$;

-- One of a body: the college of a district. An area has one of each body.
create table meetings.instances (
  code text primary key,
  body text not null references governance.bodies on delete restrict deferrable initially deferred,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  -- Whether everybody may know that it is there and when it meets.
  is_public boolean not null,
  -- Begun by an example person: all that follows is invented.
  is_example boolean not null,
  at timestamptz not null,
  acted_as text not null,
  unique (body, area),
  check (code = body || '-' || area)
);
create index instances_area on meetings.instances (area);
select platform.guard('meetings.instances');

-- A place in an instance, of a function of an organisation; whoever holds the post sits in it while both last.
create table meetings.seats (
  id uuid primary key default gen_random_uuid(),
  instance text not null references meetings.instances on delete restrict,
  kind text not null check (kind in ('voorzitter', 'lid', 'plaatsvervanger', 'secretaris', 'motorblok')),
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  title text not null check (length(title) between 1 and 120),
  -- Null while nobody with an account holds it. Never shown: a reader needs no name.
  post uuid references identity.posts on delete set null,
  -- Whom a deputy stands in for.
  deputy_for uuid references meetings.seats on delete restrict,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  at timestamptz not null,
  acted_as text not null,
  -- Of the form it was sent with: sent twice is one seat.
  form_key text not null check (length(form_key) between 8 and 64),
  unique (instance, form_key),
  check ((kind = 'plaatsvervanger') = (deputy_for is not null))
);
create index seats_instance on meetings.seats (instance);
create index seats_post on meetings.seats (post);
create index seats_organisation on meetings.seats (organisation);
create index seats_deputy_for on meetings.seats (deputy_for);
select platform.guard('meetings.seats');

-- Whether a seat lasts today. A deputy's ends with the seat he stands in for.
create function meetings.lasts(s meetings.seats) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select meetings.holds(s.valid_from, s.valid_to) and (s.deputy_for is null or exists (
    select from meetings.seats f where f.id = s.deputy_for and meetings.holds(f.valid_from, f.valid_to)))
$$;
revoke execute on function meetings.lasts from public;

-- The seats the signed-in person has today: while both his post and the seat last.
create function meetings.own_seats() returns table (seat uuid, instance text, kind text, title text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, s.instance, s.kind, s.title || ', ' || o.name
    from meetings.seats s join identity.posts p on p.id = s.post join identity.organisations o on o.code = s.organisation
   where p.person = identity.current_person() and meetings.holds(p.valid_from, p.valid_to) and meetings.lasts(s)
$$;

create function meetings.own_instances() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct s.instance), '{}') from meetings.own_seats() s
$$;

-- As what the signed-in person is secretary of an instance; null when he is not.
create function meetings.secretary_of(of_instance text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.title from meetings.own_seats() s where s.instance = of_instance and s.kind = 'secretaris' order by s.title limit 1
$$;

-- As what he sets the days of an instance: its secretary, else the programme manager. Null when he may not.
create function meetings.planner_of(of_instance text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(meetings.secretary_of(i.code), meetings.manager()) from meetings.instances i where i.code = of_instance
$$;

create policy everyone_reads_what_is_public on meetings.instances for select to sv_visitor using (is_public);
create policy who_sits_there_reads on meetings.instances for select to sv_visitor
  using (code = any ((select meetings.own_instances())::text[]));
create policy manager_reads on meetings.instances for select to sv_visitor using ((select meetings.manager()) is not null);
grant select on meetings.instances to sv_visitor;
create policy with_its_instance on meetings.seats for select to sv_visitor
  using (exists (select from meetings.instances i where i.code = instance));
grant select (id, instance, kind, organisation, title, deputy_for, valid_from, valid_to) on meetings.seats to sv_visitor;

create table meetings.meetings (
  code text primary key,
  instance text not null references meetings.instances on delete restrict,
  at timestamptz not null,
  acted_as text not null,
  form_key text not null check (length(form_key) between 8 and 64),
  unique (instance, form_key)
);
create index meetings_instance on meetings.meetings (instance);
select platform.guard('meetings.meetings');
create policy with_its_instance on meetings.meetings for select to sv_visitor
  using (exists (select from meetings.instances i where i.code = instance));
grant select (code, instance) on meetings.meetings to sv_visitor;

-- When a meeting is, one row per version: what it was before it moved is kept.
create table meetings.days (
  meeting text not null references meetings.meetings on delete restrict,
  version integer not null check (version > 0),
  held_on date not null,
  -- The last day, of a meeting of more days.
  ends_on date check (ends_on > held_on),
  state text not null check (state in ('voorlopig', 'gepland', 'verzet', 'afgelast')),
  reason text check (length(reason) between 1 and 300),
  at timestamptz not null,
  acted_as text not null,
  primary key (meeting, version),
  check ((state in ('verzet', 'afgelast')) = (reason is not null))
);
select platform.guard('meetings.days');
create policy with_its_meeting on meetings.days for select to sv_visitor
  using (exists (select from meetings.meetings m where m.code = meeting));
grant select on meetings.days to sv_visitor;

-- Where and at what time: for whoever sits there, and for who plans it. A list of when mayors are where is for nobody else.
create table meetings.places (
  meeting text not null,
  version integer not null,
  begins text not null check (begins ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ends text not null check (ends ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text check (length(place) between 1 and 200),
  -- The day officials prepare it together.
  prepared_on date,
  primary key (meeting, version),
  foreign key (meeting, version) references meetings.days on delete restrict
);
select platform.guard('meetings.places');
create policy who_sits_there_reads on meetings.places for select to sv_visitor using (meeting in (
  select m.code from meetings.meetings m where m.instance = any ((select meetings.own_instances())::text[])));
create policy manager_reads on meetings.places for select to sv_visitor using ((select meetings.manager()) is not null);
grant select on meetings.places to sv_visitor;

-- What returns every year, as the region keeps it: in which month what is due, by whom, to which body.
create table meetings.year_tasks (
  code text primary key,
  month integer not null check (month between 1 and 12),
  what text not null,
  by_whom text not null,
  to_whom text not null,
  body text references governance.bodies on delete restrict deferrable initially deferred,
  sources text[] not null,
  withdrawn_on date
);
create index year_tasks_body on meetings.year_tasks (body);
select platform.guard('meetings.year_tasks');
select platform.open_to_all('meetings.year_tasks');

-- A calendar that a program outside fetches: the secret in its address is the authority, until it is taken back.
create table meetings.calendar_keys (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references identity.people on delete cascade,
  -- Of one function only; null for everything the person sits in.
  post uuid references identity.posts on delete cascade,
  key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  revoked_at timestamptz
);
create index calendar_keys_person on meetings.calendar_keys (person);
create index calendar_keys_post on meetings.calendar_keys (post);
select platform.guard('meetings.calendar_keys');
create policy own_keys on meetings.calendar_keys for select to sv_visitor using (person = (select identity.current_person()));
grant select (id, person, post, made_at, revoked_at) on meetings.calendar_keys to sv_visitor;

create function meetings.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was planned is added to and never changed';
end $$;
revoke execute on function meetings.refuse_change from public;
create trigger only_grows before update or delete on meetings.instances for each row execute function meetings.refuse_change();
create trigger only_grows before update or delete on meetings.meetings for each row execute function meetings.refuse_change();
create trigger only_grows before update or delete on meetings.days for each row execute function meetings.refuse_change();
create trigger only_grows before update or delete on meetings.places for each row execute function meetings.refuse_change();

-- Of a seat only its end is set, and its post goes when that is erased.
create function meetings.keep_seat() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(old) - 'valid_to' - 'post') <> (to_jsonb(new) - 'valid_to' - 'post')
     or new.post is distinct from old.post and new.post is not null then
    raise exception 'a seat ends and does not change';
  end if;
  return new;
end $$;
revoke execute on function meetings.keep_seat from public;
create trigger only_ends before update or delete on meetings.seats for each row execute function meetings.keep_seat();

-- Everything that is done about one thing waits for each other, so that a double click is seen.
create function meetings.hold(of_key text) returns void language sql volatile
  set search_path = pg_catalog, pg_temp as $$ select pg_advisory_xact_lock(7403520, hashtext(of_key)) $$;
revoke execute on function meetings.hold from public;

-- Begins an instance of a body in an area. Gives its code, of one that is there already the same; null when he may not.
create function meetings.begin_instance(of_body text, in_area text, for_everybody boolean, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := meetings.manager();
  new_code text := of_body || '-' || in_area;
begin
  perform meetings.hold('instance');
  if author is null
     or not exists (select from governance.bodies b where b.code = of_body and b.withdrawn_on is null and meetings.holds(coalesce(b.valid_from, '-infinity'), b.valid_to))
     or not exists (select from territory.areas a where a.code = in_area and a.withdrawn_on is null
          and meetings.holds(coalesce(a.valid_from, '-infinity'), a.valid_to)) then return null; end if;
  insert into meetings.instances (code, body, area, is_public, is_example, at, acted_as)
  select new_code, of_body, in_area, for_everybody, h.is_example, platform.moment(), author
    from identity.people h where h.id = identity.current_person() on conflict do nothing;
  if found then perform identity.note('overleg begonnen', new_code, in_request); end if;
  return new_code;
end $$;

-- The posts a seat can be given to, for who gives them.
create function meetings.choosable_posts() returns table (id uuid, title text, organisation text, organisation_name text, name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.title, o.code, o.name, h.name
    from identity.posts p join identity.organisations o on o.code = p.organisation join identity.people h on h.id = p.person
   where meetings.manager() is not null and meetings.holds(p.valid_from, p.valid_to)
   order by o.name, p.title, h.name
$$;

-- Gives a seat to a post, or to a function of an organisation that nobody with an account holds. False when he may not.
create function meetings.give_seat(of_instance text, of_kind text, to_post uuid, of_organisation text, of_title text, for_seat uuid,
  since date, until date, of_key text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := meetings.manager();
  chosen identity.posts;
begin
  perform meetings.hold(of_instance);
  if author is null or not exists (select from meetings.instances i where i.code = of_instance) then return false; end if;
  if exists (select from meetings.seats s where s.instance = of_instance and s.form_key = of_key) then return true; end if;
  select p.* into chosen from identity.posts p where p.id = to_post and meetings.holds(p.valid_from, p.valid_to);
  if to_post is not null and chosen.id is null
     or for_seat is not null and not exists (select from meetings.seats s
       where s.id = for_seat and s.instance = of_instance and s.kind in ('voorzitter', 'lid')) then return false; end if;
  insert into meetings.seats (instance, kind, organisation, title, post, deputy_for, valid_from, valid_to, at, acted_as, form_key)
  values (of_instance, of_kind, coalesce(chosen.organisation, of_organisation), coalesce(chosen.title, of_title), chosen.id, for_seat,
          since, until, platform.moment(), author, of_key);
  perform identity.note('zetel gegeven', of_instance || ', ' || of_kind || ', ' || coalesce(chosen.title, of_title) || ', '
    || coalesce(chosen.organisation, of_organisation), in_request);
  return true;
end $$;

-- Sets the first day on which a seat is no more. False when he may not, or that day is before it began.
create function meetings.end_seat(of_seat uuid, of_instance text, until date, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended meetings.seats;
begin
  perform meetings.hold(of_instance);
  if meetings.manager() is null then return false; end if;
  update meetings.seats s set valid_to = until
   where s.id = of_seat and s.instance = of_instance and s.valid_from < until returning * into ended;
  if ended.id is null then return false; end if;
  perform identity.note('einde van zetel gezet', of_instance || ', ' || ended.title || ', ' || ended.organisation || ', tot ' || until,
    in_request);
  return true;
end $$;

-- Writes one version of when and where.
create function meetings.write_days(of_meeting text, next_version integer, said jsonb, author text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- Of more days the last one can end earlier than the first began.
  if said ->> 'ends_on' is null and said ->> 'ends' <= said ->> 'begins' then
    raise exception 'a meeting ends after it begins' using errcode = '23514';
  end if;
  insert into meetings.days (meeting, version, held_on, ends_on, state, reason, at, acted_as)
  values (of_meeting, next_version, (said ->> 'held_on')::date, (said ->> 'ends_on')::date, said ->> 'state', said ->> 'reason',
          platform.moment(), author);
  insert into meetings.places (meeting, version, begins, ends, place, prepared_on)
  values (of_meeting, next_version, said ->> 'begins', said ->> 'ends', said ->> 'place', (said ->> 'prepared_on')::date);
end $$;
revoke execute on function meetings.write_days from public;

-- Plans a meeting. Gives its code, of the same form sent twice the same; null when he may not.
create function meetings.plan(of_instance text, said jsonb, of_key text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := meetings.planner_of(of_instance);
  stem text := of_instance || '-' || left(said ->> 'held_on', 4) || '-';
  new_code text;
begin
  perform meetings.hold(of_instance);
  if author is null then return null; end if;
  select m.code into new_code from meetings.meetings m where m.instance = of_instance and m.form_key = of_key;
  if new_code is not null then return new_code; end if;
  if said ->> 'state' not in ('voorlopig', 'gepland') then return null; end if;
  select stem || count(*) + 1 into new_code from meetings.meetings m where starts_with(m.code, stem);
  insert into meetings.meetings (code, instance, at, acted_as, form_key) values (new_code, of_instance, platform.moment(), author, of_key);
  perform meetings.write_days(new_code, 1, said, author);
  perform identity.note('vergadering gepland', new_code, in_request);
  return new_code;
end $$;

-- Moves a meeting, or changes its time or place, over the version that was seen. 'bewaard'; 'ongewijzigd' when that stands already;
-- 'botst' when somebody else changed it meanwhile; null when he may not, or it was called off and this is something else.
create function meetings.replan(of_meeting text, seen integer, said jsonb, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
  newest meetings.days;
  there meetings.places;
begin
  perform meetings.hold(of_meeting);
  select meetings.planner_of(m.instance) into author from meetings.meetings m where m.code = of_meeting;
  select * into newest from meetings.days d where d.meeting = of_meeting order by d.version desc limit 1;
  select * into there from meetings.places p where p.meeting = of_meeting and p.version = newest.version;
  if author is null then return null; end if;
  if newest.state = 'afgelast' then return case said ->> 'state' when 'afgelast' then 'ongewijzigd' end; end if;
  if (newest.held_on, newest.ends_on, there.begins, there.ends, there.place, there.prepared_on) is not distinct from
       ((said ->> 'held_on')::date, (said ->> 'ends_on')::date, said ->> 'begins', said ->> 'ends', said ->> 'place',
        (said ->> 'prepared_on')::date)
     and said ->> 'state' = newest.state then return 'ongewijzigd'; end if;
  if seen is distinct from newest.version then return 'botst'; end if;
  -- What stood fast does not silently stand somewhere else, nor becomes provisional first.
  if newest.state in ('gepland', 'verzet')
     and (newest.held_on <> (said ->> 'held_on')::date and said ->> 'state' not in ('verzet', 'afgelast') or said ->> 'state' = 'voorlopig')
  then raise exception 'a meeting that moves says why' using errcode = '23514'; end if;
  perform meetings.write_days(of_meeting, seen + 1, said, author);
  perform identity.note(case said ->> 'state' when 'afgelast' then 'vergadering afgelast' when 'verzet' then 'vergadering verzet'
    else 'vergadering gewijzigd' end, of_meeting, in_request);
  return 'bewaard';
end $$;

-- Makes a calendar of the signed-in person, of one of his functions or of all of them. False when he has no such post.
create function meetings.make_calendar(of_post uuid, of_hash text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from identity.posts p where p.person = identity.current_person() and (of_post is null or p.id = of_post)
      and meetings.holds(p.valid_from, p.valid_to)) then return false; end if;
  insert into meetings.calendar_keys (person, post, key_hash, made_at)
  values (identity.current_person(), of_post, of_hash, platform.moment());
  perform identity.note('agenda gemaakt', null, in_request);
  return true;
end $$;

-- Takes a calendar back; taken back already is done. False when it is not his.
create function meetings.revoke_calendar(of_id uuid, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.calendar_keys k set revoked_at = platform.moment()
   where k.id = of_id and k.person = identity.current_person() and k.revoked_at is null;
  if not found then
    return exists (select from meetings.calendar_keys k where k.id = of_id and k.person = identity.current_person());
  end if;
  perform identity.note('agenda ingetrokken', null, in_request);
  return true;
end $$;

-- What stands in the calendar of a key: {title, meetings}; null when there is no such key, it was taken back, or the post of it ended.
-- No place and nothing of an agenda: it lies on devices and servers of others.
create function meetings.calendar_of(of_hash text) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object(
      'title', case when k.post is not null then min(p.title || ', ' || o.name) end,
      'meetings', coalesce((
        select jsonb_agg(jsonb_build_object('code', d.meeting, 'instance', i.code, 'body', b.name, 'area', a.name, 'version', d.version,
            'heldOn', d.held_on, 'endsOn', d.ends_on, 'begins', x.begins, 'ends', x.ends,
            'state', d.state, 'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by d.held_on, d.meeting)
          from (select distinct on (d.meeting) d.* from meetings.days d order by d.meeting, d.version desc) d
          join meetings.places x on x.meeting = d.meeting and x.version = d.version
          join meetings.meetings m on m.code = d.meeting
          join meetings.instances i on i.code = m.instance
          join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area
         where d.held_on > platform.today() - 366 and i.code in (
           select s.instance from meetings.seats s
            where s.post = any (array_agg(p.id)) and meetings.lasts(s))), '[]'))
    from meetings.calendar_keys k join identity.posts p on p.person = k.person and (k.post is null or p.id = k.post)
     and meetings.holds(p.valid_from, p.valid_to)
    join identity.organisations o on o.code = p.organisation
   where k.key_hash = of_hash and k.revoked_at is null
   group by k.id, k.post
$$;
