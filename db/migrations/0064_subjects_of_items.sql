-- What an item of an agenda is about: plans, priorities and actions, with each version of its note.

-- A kind and a code, as the chain names them: `prioriteit P23-GM`.
alter table meetings.papers add column subjects text[] not null default '{}'
  check (cardinality(subjects) <= 6 and array_to_string(subjects, ',') ~ '^((plan|prioriteit|actie) [^ ,]+(,(plan|prioriteit|actie) [^ ,]+)*)?$');

-- Keeps an item over the version that was seen; a new one without id. {result, item}: 'bewaard'; 'ongewijzigd'; 'botst' when somebody
-- else kept another version meanwhile; null when he may not. As it was, and with what the item is about.
create or replace function meetings.keep_item(of_meeting text, of_item uuid, seen integer, said jsonb, of_key text, in_request text) returns jsonb
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
  wanted.subjects := coalesce(wanted.subjects, '{}');
  if kept.is_closed = closed and kept.ground is not distinct from said ->> 'ground'
     and kept.closed_until is not distinct from (said ->> 'closed_until')::date
     and (newest.title, newest.kind, newest.topic, newest.asked, newest.occasion, newest.core, newest.caveat, newest.means, newest.follow_up,
        newest.subjects)
       is not distinct from (wanted.title, wanted.kind, wanted.topic, wanted.asked, wanted.occasion, wanted.core, wanted.caveat,
         wanted.means, wanted.follow_up, wanted.subjects) then
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
  insert into meetings.papers (item, version, title, kind, topic, asked, occasion, core, caveat, means, follow_up, subjects, change_note,
    at, acted_as)
  values (kept.id, seen + 1, wanted.title, wanted.kind, wanted.topic, wanted.asked, wanted.occasion, wanted.core, wanted.caveat,
          wanted.means, wanted.follow_up, wanted.subjects, case when sent then wanted.change_note end, platform.moment(), meetings.secretary_in(of_meeting));
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
