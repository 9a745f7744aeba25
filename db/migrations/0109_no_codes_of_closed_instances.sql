-- What a visitor can call gives no codes of meetings that do not exist for him; and evidence of here is a page of here.

-- The meetings of which something open was sent, of those the asker looks after or advises.
create or replace function meetings.openly_sent() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct i.meeting), '{}') from meetings.items i
   where not i.is_closed and i.sent_at is not null and i.went_to is null
     and ((select meetings.manager()) is not null or i.meeting = any ((select meetings.advised_meetings())::text[]))
$$;

-- The meetings that exist for the asker: of an instance that is public, where he sits or that he advises; for who looks after who sits where, all.
create function outcomes.known_meetings() returns setof text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select m.code from meetings.meetings m join meetings.instances i on i.code = m.instance
   where i.is_public or (select meetings.manager()) is not null or i.code = any ((select meetings.own_instances())::text[])
      or i.code = any ((select meetings.advised_instances())::text[])
$$;
revoke execute on function outcomes.known_meetings from public;

-- The meetings of which the list, or the minutes, say something of an item that everybody reads, of those that exist for the asker.
create or replace function outcomes.open_lists() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct f.meeting), '{}') from outcomes.fixed_items f
    join meetings.items i on i.id = f.item and i.published_at is not null
   where f.meeting in (select outcomes.known_meetings())
$$;
create or replace function outcomes.open_minutes() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct a.meeting), '{}') from outcomes.approved_items a
    join meetings.items i on i.id = a.item and i.published_at is not null
   where a.meeting in (select outcomes.known_meetings())
$$;

-- `//elders.nl` is an address of elsewhere.
alter table proposals.condition_states drop constraint condition_states_evidence_check,
  add constraint condition_states_evidence_check
    check (length(evidence) <= 490 and evidence ~ '^(https://\S+|/([^/]\S*)?|[0-9a-f]{64})$');
alter table decisions.condition_states drop constraint condition_states_evidence_check,
  add constraint condition_states_evidence_check
    check (length(evidence) <= 490 and evidence ~ '^(https://\S+|/([^/]\S*)?|[0-9a-f]{64})$');
