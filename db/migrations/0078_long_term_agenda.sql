-- What a body will speak of later: subjects foreseen for a month, a quarter or a meeting, in versions, until they stand on an agenda.
create table meetings.foreseen_subjects (
  id uuid primary key default gen_random_uuid(),
  instance text not null references meetings.instances on delete restrict,
  -- Then it exists for who prepares the meetings only.
  is_closed boolean not null,
  form_key text not null check (length(form_key) between 8 and 64),
  unique (instance, form_key)
);
select platform.guard('meetings.foreseen_subjects');

create table meetings.foreseen_versions (
  subject uuid not null references meetings.foreseen_subjects on delete restrict,
  version integer not null check (version > 0),
  title text not null check (length(title) between 1 and 150),
  -- Who brings it, as a function or an organisation.
  by_whom text not null check (length(by_whom) between 1 and 120),
  period text check (period ~ '^20\d\d-(Q[1-4]|0[1-9]|1[0-2])$'),
  meeting text references meetings.meetings on delete restrict,
  is_dropped boolean not null,
  -- Why it moved, was dropped or came back.
  reason text check (length(reason) between 1 and 300),
  at timestamptz not null,
  acted_as text not null,
  primary key (subject, version),
  check ((period is null) <> (meeting is null))
);
create index foreseen_versions_meeting on meetings.foreseen_versions (meeting);
select platform.guard('meetings.foreseen_versions');

-- Where it went: the item it became. A draft that is taken off leaves the subject foreseen.
create table meetings.foreseen_items (
  subject uuid primary key references meetings.foreseen_subjects on delete restrict,
  item uuid not null references meetings.items on delete cascade
);
create index foreseen_items_item on meetings.foreseen_items (item);
select platform.guard('meetings.foreseen_items');

-- The instances the signed-in person prepares: as secretary or in the motorblok.
create function meetings.prepared_instances() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct s.instance), '{}') from meetings.own_seats() s where s.kind in ('secretaris', 'motorblok')
$$;

create policy who_sits_there_reads on meetings.foreseen_subjects for select to sv_visitor
  using (not is_closed and instance = any ((select meetings.own_instances())::text[]));
create policy manager_reads on meetings.foreseen_subjects for select to sv_visitor
  using (not is_closed and (select meetings.manager()) is not null);
create policy who_prepares_reads on meetings.foreseen_subjects for select to sv_visitor
  using (instance = any ((select meetings.prepared_instances())::text[]));
grant select (id, instance, is_closed) on meetings.foreseen_subjects to sv_visitor;
create policy with_its_subject on meetings.foreseen_versions for select to sv_visitor
  using (exists (select from meetings.foreseen_subjects f where f.id = subject));
grant select on meetings.foreseen_versions to sv_visitor;
-- That it became an item is told to who may read that item.
create policy with_its_item on meetings.foreseen_items for select to sv_visitor
  using (exists (select from meetings.foreseen_subjects f where f.id = subject) and exists (select from meetings.items i where i.id = item));
grant select on meetings.foreseen_items to sv_visitor;

create trigger only_grows before update or delete on meetings.foreseen_subjects for each row execute function meetings.refuse_change();
create trigger only_grows before update or delete on meetings.foreseen_versions for each row execute function meetings.refuse_change();

-- As what the signed-in person keeps a subject: of a closed one its secretary only. Null when he may not.
create function meetings.foresees_as(of_instance text, closed boolean) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when closed then meetings.secretary_of(of_instance) else meetings.planner_of(of_instance) end
$$;
revoke execute on function meetings.foresees_as from public;

create function meetings.write_foreseen(of_subject uuid, next_version integer, said jsonb, author text) returns void
  language sql set search_path = pg_catalog, pg_temp as $$
  insert into meetings.foreseen_versions (subject, version, title, by_whom, period, meeting, is_dropped, reason, at, acted_as)
  values (of_subject, next_version, said ->> 'title', said ->> 'by_whom', said ->> 'period', said ->> 'meeting',
          (said ->> 'is_dropped')::boolean, said ->> 'reason', platform.moment(), author)
$$;
revoke execute on function meetings.write_foreseen from public;

-- Foresees a subject. Gives its id, of the same form sent twice the same; null when he may not.
create function meetings.foresee(of_instance text, closed boolean, said jsonb, of_key text, in_request text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := meetings.foresees_as(of_instance, closed);
  made uuid;
begin
  perform meetings.hold(of_instance);
  if author is null or said ->> 'meeting' is not null
       and not exists (select from meetings.meetings m where m.code = said ->> 'meeting' and m.instance = of_instance) then return null; end if;
  select f.id into made from meetings.foreseen_subjects f where f.instance = of_instance and f.form_key = of_key;
  if made is not null then return made; end if;
  insert into meetings.foreseen_subjects (instance, is_closed, form_key) values (of_instance, closed, of_key) returning id into made;
  perform meetings.write_foreseen(made, 1, said, author);
  perform identity.note('onderwerp voorzien', of_instance, in_request);
  return made;
end $$;

-- Changes, moves or drops a subject over the version that was seen. 'bewaard', also of what stands there already; 'botst' when somebody else
-- kept another version meanwhile; null when he may not. That it stands on an agenda refuses nothing: that would tell it to who may not know.
create function meetings.move_foreseen(of_subject uuid, seen integer, said jsonb, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept meetings.foreseen_subjects;
  newest meetings.foreseen_versions;
  author text;
begin
  select * into kept from meetings.foreseen_subjects f where f.id = of_subject;
  perform meetings.hold(kept.instance);
  author := meetings.foresees_as(kept.instance, kept.is_closed);
  if kept.id is null or author is null
     or said ->> 'meeting' is not null
       and not exists (select from meetings.meetings m where m.code = said ->> 'meeting' and m.instance = kept.instance) then return null; end if;
  select * into newest from meetings.foreseen_versions v where v.subject = kept.id order by v.version desc limit 1;
  if (newest.title, newest.by_whom, newest.period, newest.meeting, newest.is_dropped) is not distinct from
     (said ->> 'title', said ->> 'by_whom', said ->> 'period', said ->> 'meeting', (said ->> 'is_dropped')::boolean) then return 'bewaard'; end if;
  if seen is distinct from newest.version then return 'botst'; end if;
  if (newest.period, newest.meeting, newest.is_dropped) is distinct from
     (said ->> 'period', said ->> 'meeting', (said ->> 'is_dropped')::boolean) and said ->> 'reason' is null then
    raise exception 'a subject that moves says why' using errcode = '23514';
  end if;
  perform meetings.write_foreseen(kept.id, seen + 1, said, author);
  perform identity.note('voorzien onderwerp gewijzigd', kept.instance, in_request);
  return 'bewaard';
end $$;

-- Says that a subject became an item of a meeting of the same instance, for who keeps that agenda. Said twice is said once.
create function meetings.place_foreseen(of_subject uuid, of_item uuid, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  at_meeting meetings.meetings;
begin
  select m.* into at_meeting from meetings.items i join meetings.meetings m on m.code = i.meeting where i.id = of_item;
  if at_meeting.code is null or meetings.secretary_of(at_meeting.instance) is null
     or not exists (select from meetings.foreseen_subjects f where f.id = of_subject and f.instance = at_meeting.instance) then return false; end if;
  insert into meetings.foreseen_items (subject, item) values (of_subject, of_item) on conflict do nothing;
  if found then perform identity.note('voorzien onderwerp op de agenda', at_meeting.code, in_request); end if;
  return true;
end $$;
