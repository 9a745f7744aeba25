-- Instances and items that everybody may read are found as everything that is public is. What is closed, unpublished or taken off never enters
-- the index.

-- How an item is called outside its meeting.
alter table meetings.items add column code text not null
  generated always as (meeting || '.' || case when is_closed then 'b' else '' end || number) stored;
grant select (code) on meetings.items to sv_visitor;

select search.make_findable('meetings.instances', 'overleg', 1.2, $$'/gremia/' || r.body || '/' || r.area$$,
  $$(select b.name from governance.bodies b where b.code = r.body) || ' ' || (select a.name from territory.areas a where a.code = r.area)$$,
  $$'wie er zitten en wanneer het vergadert'$$, $$''$$, 'r.is_public');
select search.make_follow('governance.bodies', 'meetings.instances', 'body');
select search.make_follow('territory.areas', 'meetings.instances', 'area');

select search.make_findable('meetings.items', 'agendapunt', 1, $$'/vergaderingen/' || r.meeting || '/punten/' || r.number$$,
  $$(select p.title from meetings.papers p where p.item = r.id and p.version = r.published_version)$$,
  $$(select b.name || ' ' || a.name from meetings.meetings m join meetings.instances i on i.code = m.instance
       join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area where m.code = r.meeting)$$,
  $$(select concat_ws('. ', nullif(p.asked, ''), nullif(p.core, '')) from meetings.papers p where p.item = r.id and p.version = r.published_version)$$,
  $$r.published_at is not null and not r.is_closed and r.withdrawn_at is null and exists (
      select from meetings.meetings m join meetings.instances i on i.code = m.instance where m.code = r.meeting and i.is_public)$$);

-- What a closed item that was sent became when it was opened, or an open one when it was closed: an item at the end of the other series. What
-- was sent keeps its own number, and leads there.
alter table meetings.items add column went_to uuid references meetings.items on delete restrict;
create index items_went_to on meetings.items (went_to);
grant select (went_to) on meetings.items to sv_visitor;

-- Opens a closed item that was sent, or closes an open one that was not published: {ground, closed_until} says the latter. The newest note goes along
-- as the first version of a new item; earlier versions stay where they are, and files come along closed. Gives the new item, of what went
-- already the same; null when he may not.
create function meetings.move_to_other_series(of_meeting text, of_item uuid, because text, said jsonb, in_request text) returns uuid
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
  insert into meetings.papers (item, version, title, kind, topic, asked, occasion, core, caveat, means, follow_up, change_note, at, acted_as)
  select made, 1, p.title, p.kind, p.topic, p.asked, p.occasion, p.core, p.caveat, p.means, p.follow_up, because, platform.moment(),
         meetings.secretary_in(of_meeting)
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
