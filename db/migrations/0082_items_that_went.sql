-- What is kept with an item follows it into the other series.

-- Opens a closed item that was sent, or closes an open one that was not published: {ground, closed_until} says the latter. The newest note goes along
-- as the first version of a new item; earlier versions stay where they are, and files come along closed. Gives the new item, of what went
-- already the same; null when he may not. As it was, and with what the item is about.
create or replace function meetings.move_to_other_series(of_meeting text, of_item uuid, because text, said jsonb, in_request text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone meetings.items;
  made uuid;
begin
  perform meetings.hold(of_meeting);
  select * into gone from meetings.items i where i.id = of_item and i.meeting = of_meeting;
  if meetings.kept_meeting(of_meeting) is null or gone.id is null then return null; end if;
  if gone.went_to is not null then return gone.went_to; end if;
  if gone.sent_at is null or gone.withdrawn_at is not null or not gone.is_closed and gone.published_at is not null
     or gone.is_closed = (said ->> 'ground' is not null) then return null; end if;
  insert into meetings.items (meeting, is_closed, number, ground, closed_until, form_key)
  select of_meeting, not gone.is_closed, coalesce(max(i.number), 0) + 1, said ->> 'ground', (said ->> 'closed_until')::date, 'gegaan-' || of_item
    from meetings.items i where i.meeting = of_meeting and i.is_closed <> gone.is_closed
  returning id into made;
  insert into meetings.papers (item, version, title, kind, topic, asked, occasion, core, caveat, means, follow_up, subjects, change_note, at, acted_as)
  select made, 1, p.title, p.kind, p.topic, p.asked, p.occasion, p.core, p.caveat, p.means, p.follow_up, p.subjects, because,
         platform.moment(), meetings.secretary_in(of_meeting)
    from meetings.papers p where p.item = of_item order by p.version desc limit 1;
  insert into meetings.attachments (item, hash, name, size, is_closed, ground, closed_until, change_note, at, acted_as)
  select made, a.hash, a.name, a.size, true, coalesce(a.ground, gone.ground, said ->> 'ground'),
         coalesce(a.closed_until, gone.closed_until, (said ->> 'closed_until')::date), because, a.at, a.acted_as
    from meetings.attachments a where a.item = of_item and a.withdrawn_at is null;
  update meetings.items i set sent_at = platform.moment(), sent_version = 1 where i.id = made;
  if gone.is_closed and exists (select from meetings.publishings p where p.meeting = of_meeting) then
    update meetings.items i set published_at = platform.moment(), published_version = 1 where i.id = made;
  end if;
  update meetings.items i set withdrawn_at = platform.moment(), withdrawn_because = because, went_to = made where i.id = of_item;
  perform identity.note(case when gone.is_closed then 'besloten punt geopend' else 'punt besloten gemaakt' end, of_meeting, in_request);
  return made;
end $$;

-- A proposal stays named on an item that is closed. On one that is opened somebody names it who says so: that it was about it is for who had
-- the closed item.
create function proposals.follow_item() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into proposals.item_proposals (item, proposal, at, acted_as)
  select new.went_to, n.proposal, n.at, n.acted_as from proposals.item_proposals n where n.item = new.id and not new.is_closed;
  return new;
end $$;
revoke execute on function proposals.follow_item from public;
create trigger proposal_follows after update of went_to on meetings.items for each row
  when (old.went_to is null and new.went_to is not null) execute function proposals.follow_item();
