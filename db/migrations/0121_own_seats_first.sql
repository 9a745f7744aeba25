-- Every policy on meetings asks where somebody sits and what he advises. His own posts are looked at first: whether a seat lasts is asked of
-- the few that are left, and of nothing at all for who is not signed in. What the functions say is the same.

create or replace function meetings.own_seats() returns table (seat uuid, instance text, kind text, title text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with own as materialized (
    select p.id from identity.posts p where p.person = (select identity.current_person()) and meetings.holds(p.valid_from, p.valid_to))
  select (x.seat).id, (x.seat).instance, (x.seat).kind, (x.seat).title || ', ' || o.name
    from own p cross join lateral (select s as seat from meetings.seats s where s.post = p.id offset 0) x
    join identity.organisations o on o.code = (x.seat).organisation
   where meetings.lasts(x.seat)
$$;

create or replace function meetings.advised() returns table (instance text, organisation text, acted_as text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with own as materialized (
    select p.id, p.organisation, p.title from identity.posts p
     where p.person = (select identity.current_person()) and p.role = 'adviseur' and meetings.holds(p.valid_from, p.valid_to))
  select (x.seat).instance, p.organisation, min(p.title || ', ' || o.name)
    from own p join identity.organisations o on o.code = p.organisation
   cross join lateral (select s as seat from meetings.seats s
     where s.organisation = p.organisation and s.kind in ('voorzitter', 'lid', 'plaatsvervanger') offset 0) x
   where meetings.lasts(x.seat)
     and (exists (select from meetings.namings n where n.seat = (x.seat).id and n.post = p.id and n.ended_at is null)
          or meetings.is_served_by_all(x.seat))
   group by (x.seat).instance, p.organisation
$$;
