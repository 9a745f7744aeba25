-- Agendas: the items of a meeting with their one-page notes in versions, attachments as received, and what is kept from whom.

-- Why something is kept closed: from the region pack, articles of the Woo in words a secretary can choose from.
create table meetings.grounds (
  code text primary key,
  article text not null,
  words text not null,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('meetings.grounds');
select platform.open_to_all('meetings.grounds');

create table meetings.items (
  id uuid primary key default gen_random_uuid(),
  meeting text not null references meetings.meetings on delete restrict,
  -- Closed items have a series of their own: all members share the numbers, and nobody else sees a gap.
  is_closed boolean not null,
  number integer not null check (number > 0),
  ground text references meetings.grounds on delete restrict deferrable initially deferred,
  -- Until when it is closed at least; after that the secretary looks again.
  closed_until date,
  -- Since when members see it, and from which version on.
  sent_at timestamptz,
  sent_version integer,
  -- The same for everybody, who reads this version and no other.
  published_at timestamptz,
  published_version integer,
  withdrawn_at timestamptz,
  withdrawn_because text check (length(withdrawn_because) between 1 and 300),
  form_key text not null check (length(form_key) between 8 and 64),
  unique (meeting, form_key),
  unique (meeting, is_closed, number) deferrable initially deferred,
  check (is_closed = (ground is not null) and is_closed = (closed_until is not null)),
  check ((sent_at is null) = (sent_version is null) and (published_at is null) = (published_version is null)),
  check (published_at is null or not is_closed and sent_at is not null),
  check ((withdrawn_at is null) = (withdrawn_because is null))
);
create index items_ground on meetings.items (ground);
select platform.guard('meetings.items');

-- The one-page note of an item, one row per version.
create table meetings.papers (
  item uuid not null references meetings.items on delete cascade,
  version integer not null check (version > 0),
  title text not null check (length(title) between 1 and 150),
  kind text not null check (kind in ('informatie', 'bespreking', 'advisering', 'besluitvorming')),
  -- The topic of the guide it falls under.
  topic text references governance.body_topics on delete restrict deferrable initially deferred,
  asked text not null,
  occasion text not null,
  core text not null,
  caveat text not null,
  means text not null,
  follow_up text not null,
  -- What changed, of what came after the agenda was sent.
  change_note text check (length(change_note) between 1 and 300),
  at timestamptz not null,
  acted_as text not null,
  primary key (item, version),
  -- One A4.
  check (length(asked) + length(occasion) + length(core) + length(caveat) + length(means) + length(follow_up) <= 2500)
);
create index papers_topic on meetings.papers (topic);
select platform.guard('meetings.papers');

-- A file as it was received, by its hash.
create table meetings.files (
  hash text primary key check (hash = encode(sha256(content), 'hex')),
  content bytea not null check (length(content) between 1 and 10485760)
);
select platform.guard('meetings.files');

create table meetings.attachments (
  item uuid not null references meetings.items on delete cascade,
  hash text not null references meetings.files on delete restrict,
  name text not null check (length(name) between 1 and 120),
  size integer not null check (size > 0),
  is_closed boolean not null,
  ground text references meetings.grounds on delete restrict deferrable initially deferred,
  closed_until date,
  change_note text check (length(change_note) between 1 and 300),
  at timestamptz not null,
  acted_as text not null,
  withdrawn_at timestamptz,
  primary key (item, hash),
  check (is_closed = (ground is not null) and is_closed = (closed_until is not null))
);
create index attachments_hash on meetings.attachments (hash);
create index attachments_ground on meetings.attachments (ground);
select platform.guard('meetings.attachments');

-- When an agenda went to those who sit there, and when its open items were shown to everybody.
create table meetings.sendings (
  meeting text primary key references meetings.meetings on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
select platform.guard('meetings.sendings');

create table meetings.publishings (
  meeting text primary key references meetings.sendings on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
select platform.guard('meetings.publishings');

-- The meetings in which the signed-in person sits today.
create function meetings.own_meetings() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m.code), '{}') from meetings.meetings m where m.instance = any (meetings.own_instances())
$$;

-- Those he prepares: as secretary or in the motorblok.
create function meetings.prepared_meetings() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct m.code), '{}')
    from meetings.meetings m join meetings.own_seats() s on s.instance = m.instance and s.kind in ('secretaris', 'motorblok')
$$;

create policy who_sits_there_reads on meetings.sendings for select to sv_visitor
  using (meeting = any ((select meetings.own_meetings())::text[]));
create policy who_plans_reads on meetings.sendings for select to sv_visitor using ((select meetings.manager()) is not null);
grant select on meetings.sendings to sv_visitor;
create policy with_its_meeting on meetings.publishings for select to sv_visitor
  using (exists (select from meetings.meetings m where m.code = meeting));
grant select (meeting, at) on meetings.publishings to sv_visitor;

create policy everyone_reads_what_is_published on meetings.items for select to sv_visitor
  using (published_at is not null and exists (select from meetings.meetings m where m.code = meeting));
create policy who_sits_there_reads on meetings.items for select to sv_visitor
  using (sent_at is not null and meeting = any ((select meetings.own_meetings())::text[]));
create policy who_prepares_reads on meetings.items for select to sv_visitor
  using (meeting = any ((select meetings.prepared_meetings())::text[]));
grant select (id, meeting, is_closed, number, ground, closed_until, sent_at, sent_version, published_at, published_version, withdrawn_at,
              withdrawn_because) on meetings.items to sv_visitor;

create policy everyone_reads_what_is_published on meetings.papers for select to sv_visitor
  using (exists (select from meetings.items i where i.id = item and version = i.published_version));
create policy who_sits_there_reads on meetings.papers for select to sv_visitor
  using (exists (select from meetings.items i
    where i.id = item and version >= i.sent_version and i.meeting = any ((select meetings.own_meetings())::text[])));
create policy who_prepares_reads on meetings.papers for select to sv_visitor
  using (exists (select from meetings.items i where i.id = item and i.meeting = any ((select meetings.prepared_meetings())::text[])));
grant select on meetings.papers to sv_visitor;

create policy everyone_reads_what_is_published on meetings.attachments for select to sv_visitor
  using (not is_closed and exists (select from meetings.items i where i.id = item and i.published_at is not null and i.withdrawn_at is null));
create policy who_sits_there_reads on meetings.attachments for select to sv_visitor
  using (exists (select from meetings.items i where i.id = item and i.meeting = any ((select meetings.own_meetings())::text[])));
grant select on meetings.attachments to sv_visitor;
create policy with_its_attachment on meetings.files for select to sv_visitor
  using (exists (select from meetings.attachments a where a.hash = files.hash and a.withdrawn_at is null));
grant select on meetings.files to sv_visitor;

create trigger only_grows before update or delete on meetings.files for each row execute function meetings.refuse_change();
create trigger only_grows before update or delete on meetings.sendings for each row execute function meetings.refuse_change();
create trigger only_grows before update or delete on meetings.publishings for each row execute function meetings.refuse_change();

-- What members have seen does not go: an item that was sent is taken off with a reason, and its number stays its own.
create function meetings.keep_item_sent() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null and (tg_op = 'DELETE'
      or (old.meeting, old.is_closed, old.number, old.sent_at, old.sent_version)
         is distinct from (new.meeting, new.is_closed, new.number, new.sent_at, new.sent_version)
      or old.published_at is not null and new.published_at is distinct from old.published_at) then
    raise exception 'what was sent stays as it was numbered';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
revoke execute on function meetings.keep_item_sent from public;
create trigger stays_when_sent before update or delete on meetings.items for each row execute function meetings.keep_item_sent();

create function meetings.refuse_paper_change() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' or exists (select from meetings.items i where i.id = old.item and i.sent_at is not null) then
    raise exception 'a version is added to and never changed';
  end if;
  return old;
end $$;
revoke execute on function meetings.refuse_paper_change from public;
create trigger only_grows before update or delete on meetings.papers for each row execute function meetings.refuse_paper_change();

-- The meeting of an item for which the signed-in person keeps the agenda; null when he does not, or it was called off.
create function meetings.kept_meeting(of_meeting text) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select m.code from meetings.meetings m
   where m.code = of_meeting and meetings.secretary_of(m.instance) is not null
     and (select d.state from meetings.days d where d.meeting = m.code order by d.version desc limit 1) <> 'afgelast'
$$;
revoke execute on function meetings.kept_meeting from public;

create function meetings.secretary_in(of_meeting text) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select meetings.secretary_of(m.instance) from meetings.meetings m where m.code = of_meeting
$$;
revoke execute on function meetings.secretary_in from public;

-- Keeps an item over the version that was seen; a new one without id. {result, item}: 'bewaard'; 'ongewijzigd'; 'botst' when somebody
-- else kept another version meanwhile; null when he may not.
create function meetings.keep_item(of_meeting text, of_item uuid, seen integer, said jsonb, of_key text, in_request text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  kept meetings.items;
  newest meetings.papers;
  wanted meetings.papers;
  closed boolean := (said ->> 'is_closed')::boolean;
  sent boolean;
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null then return null; end if;
  sent := exists (select from meetings.sendings s where s.meeting = of_meeting);
  if of_item is null then
    select * into kept from meetings.items i where i.form_key = of_key and i.meeting = of_meeting;
    if kept.id is not null then return jsonb_build_object('result', 'bewaard', 'item', kept.id); end if;
    insert into meetings.items (meeting, is_closed, number, ground, closed_until, form_key)
    select of_meeting, closed, coalesce(max(i.number), 0) + 1, said ->> 'ground', (said ->> 'closed_until')::date, of_key
      from meetings.items i where i.meeting = of_meeting and i.is_closed = closed
    returning * into kept;
  else
    select * into kept from meetings.items i where i.id = of_item and i.meeting = of_meeting and i.withdrawn_at is null for update;
    if kept.id is null then return null; end if;
  end if;
  select * into newest from meetings.papers p where p.item = kept.id order by p.version desc limit 1;
  wanted := jsonb_populate_record(null::meetings.papers, said);
  if kept.is_closed = closed and kept.ground is not distinct from said ->> 'ground'
     and kept.closed_until is not distinct from (said ->> 'closed_until')::date
     and (newest.title, newest.kind, newest.topic, newest.asked, newest.occasion, newest.core, newest.caveat, newest.means, newest.follow_up)
       is not distinct from (wanted.title, wanted.kind, wanted.topic, wanted.asked, wanted.occasion, wanted.core, wanted.caveat,
         wanted.means, wanted.follow_up) then
    return jsonb_build_object('result', 'ongewijzigd', 'item', kept.id);
  end if;
  if seen is distinct from coalesce(newest.version, 0) then return jsonb_build_object('result', 'botst', 'item', kept.id); end if;
  if sent and wanted.change_note is null then raise exception 'what follows says what changed' using errcode = '23514'; end if;
  if of_item is not null then
    -- Before it is sent an item may go to the other series; then that one grows at the end and this one closes up.
    if kept.is_closed <> closed then
      update meetings.items i set is_closed = closed, ground = said ->> 'ground', closed_until = (said ->> 'closed_until')::date,
             number = (select coalesce(max(o.number), 0) + 1 from meetings.items o where o.meeting = of_meeting and o.is_closed = closed)
       where i.id = kept.id;
      update meetings.items i set number = i.number - 1
       where i.meeting = of_meeting and i.is_closed = kept.is_closed and i.number > kept.number;
      -- A file came to a closed item: it is opened by somebody who says so, and not along with the item.
      if not closed then
        update meetings.attachments a set is_closed = true, ground = kept.ground, closed_until = kept.closed_until
         where a.item = kept.id and not a.is_closed;
      end if;
    else
      update meetings.items i set ground = said ->> 'ground', closed_until = (said ->> 'closed_until')::date where i.id = kept.id;
    end if;
  end if;
  insert into meetings.papers (item, version, title, kind, topic, asked, occasion, core, caveat, means, follow_up, change_note, at, acted_as)
  values (kept.id, seen + 1, wanted.title, wanted.kind, wanted.topic, wanted.asked, wanted.occasion, wanted.core, wanted.caveat,
          wanted.means, wanted.follow_up, case when sent then wanted.change_note end, platform.moment(), meetings.secretary_in(of_meeting));
  if sent and kept.sent_at is null then
    update meetings.items i set sent_at = platform.moment(), sent_version = 1 where i.id = kept.id;
    if not closed and exists (select from meetings.publishings p where p.meeting = of_meeting) then
      update meetings.items i set published_at = platform.moment(), published_version = 1 where i.id = kept.id;
    end if;
  end if;
  -- What everybody reads goes along: an earlier version is public no more.
  update meetings.items i set published_version = seen + 1 where i.id = kept.id and i.published_at is not null;
  perform identity.note('agendapunt bijgewerkt', of_meeting || ', versie ' || seen + 1, in_request);
  return jsonb_build_object('result', 'bewaard', 'item', kept.id);
end $$;

-- Puts an item one place earlier in its series, before the agenda is sent. Once it stands elsewhere than was seen, nothing moves.
create function meetings.raise_item(of_meeting text, of_item uuid, seen integer, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  raised meetings.items;
begin
  perform meetings.hold(of_meeting);
  select * into raised from meetings.items i where i.id = of_item and i.meeting = of_meeting;
  if meetings.kept_meeting(of_meeting) is null or raised.id is null or raised.sent_at is not null then return false; end if;
  if raised.number is distinct from seen then return true; end if;
  if raised.number = 1 then return false; end if;
  update meetings.items i set number = case i.id when raised.id then raised.number - 1 else raised.number end
   where i.meeting = of_meeting and i.is_closed = raised.is_closed and i.number in (raised.number, raised.number - 1);
  perform identity.note('agendapunt verplaatst', of_meeting, in_request);
  return true;
end $$;

-- Takes an item off: a draft is gone and its series closes up; what was sent stays with the reason. What is off already is done.
create function meetings.take_off(of_meeting text, of_item uuid, because text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  taken meetings.items;
begin
  perform meetings.hold(of_meeting);
  select * into taken from meetings.items i where i.id = of_item and i.meeting = of_meeting and i.withdrawn_at is null;
  if meetings.kept_meeting(of_meeting) is null then return false; end if;
  if taken.id is null then return true; end if;
  if taken.sent_at is null then
    delete from meetings.items i where i.id = taken.id;
    update meetings.items i set number = i.number - 1
     where i.meeting = of_meeting and i.is_closed = taken.is_closed and i.number > taken.number;
  else
    update meetings.items i set withdrawn_at = platform.moment(), withdrawn_because = because where i.id = taken.id;
  end if;
  perform identity.note('agendapunt van de agenda gehaald', of_meeting, in_request);
  return true;
end $$;

-- Sends the agenda to those who sit there. Sent twice is sent once; false when he may not, or nothing stands on it.
create function meetings.send_agenda(of_meeting text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null or not exists (select from meetings.items i where i.meeting = of_meeting) then return false; end if;
  insert into meetings.sendings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), meetings.secretary_in(of_meeting)) on conflict do nothing;
  if not found then return true; end if;
  update meetings.items i set sent_at = platform.moment(),
         sent_version = (select max(p.version) from meetings.papers p where p.item = i.id)
   where i.meeting = of_meeting;
  perform identity.note('agenda verzonden', of_meeting, in_request);
  return true;
end $$;

-- Shows the open items of a sent agenda to everybody.
create function meetings.publish_agenda(of_meeting text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null or not exists (select from meetings.sendings s where s.meeting = of_meeting) then return false; end if;
  insert into meetings.publishings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), meetings.secretary_in(of_meeting)) on conflict do nothing;
  if not found then return true; end if;
  update meetings.items i set published_at = platform.moment(),
         published_version = (select max(p.version) from meetings.papers p where p.item = i.id)
   where i.meeting = of_meeting and not i.is_closed and i.withdrawn_at is null;
  perform identity.note('agenda openbaar gemaakt', of_meeting, in_request);
  return true;
end $$;

-- Adds a file to an item, as received. 'bewaard', and so when the same form came before; 'staat-er-al' when it stands there otherwise;
-- null when he may not.
create function meetings.attach(of_meeting text, of_item uuid, said jsonb, content_base64 text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  received bytea := decode(content_base64, 'base64');
  its_hash text := encode(sha256(received), 'hex');
  there meetings.attachments;
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null
     or not exists (select from meetings.items i where i.id = of_item and i.meeting = of_meeting and i.withdrawn_at is null) then return null; end if;
  select * into there from meetings.attachments a where a.item = of_item and a.hash = its_hash and a.withdrawn_at is null;
  if there.hash is not null then
    return case when (there.name, there.is_closed, there.ground, there.closed_until, there.change_note)
        is not distinct from (said ->> 'name', (said ->> 'is_closed')::boolean, said ->> 'ground', (said ->> 'closed_until')::date,
          said ->> 'change_note') then 'bewaard' else 'staat-er-al' end;
  end if;
  if exists (select from meetings.sendings s where s.meeting = of_meeting) and said ->> 'change_note' is null then
    raise exception 'what follows says what changed' using errcode = '23514';
  end if;
  insert into meetings.files (hash, content) values (its_hash, received) on conflict do nothing;
  delete from meetings.attachments a where a.item = of_item and a.hash = its_hash;
  insert into meetings.attachments (item, hash, name, size, is_closed, ground, closed_until, change_note, at, acted_as)
  values (of_item, its_hash, said ->> 'name', length(received), (said ->> 'is_closed')::boolean, said ->> 'ground',
          (said ->> 'closed_until')::date, said ->> 'change_note', platform.moment(), meetings.secretary_in(of_meeting));
  perform identity.note('bijlage toegevoegd', of_meeting || ', ' || left(its_hash, 12), in_request);
  return 'bewaard';
end $$;

-- Takes a file off an item; it is served no more. Taken off already is done.
create function meetings.detach(of_meeting text, of_item uuid, of_hash text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  -- Of a meeting that was called off too: what should not have been there has to go.
  if meetings.secretary_in(of_meeting) is null then return false; end if;
  update meetings.attachments a set withdrawn_at = platform.moment()
    from meetings.items i
   where a.item = i.id and i.id = of_item and i.meeting = of_meeting and a.hash = of_hash and a.withdrawn_at is null;
  if not found then
    return exists (select from meetings.attachments a join meetings.items i on i.id = a.item
      where i.id = of_item and i.meeting = of_meeting and a.hash = of_hash);
  end if;
  perform identity.note('bijlage weggehaald', of_meeting || ', ' || left(of_hash, 12), in_request);
  return true;
end $$;
