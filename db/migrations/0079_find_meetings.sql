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
