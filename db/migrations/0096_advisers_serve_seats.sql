-- An adviser serves seats, and not an organisation: at the police, the prosecution or a large municipality many advise, each somebody else.

-- Whom the programme manager named as adviser of a seat, and until when.
create table meetings.namings (
  seat uuid not null references meetings.seats on delete restrict,
  post uuid not null references identity.posts on delete cascade,
  number integer not null check (number > 0),
  at timestamptz not null,
  acted_as text not null,
  ended_at timestamptz,
  primary key (seat, post, number)
);
create index namings_post on meetings.namings (post);
select platform.guard('meetings.namings');
create policy manager_reads on meetings.namings for select to sv_visitor using ((select meetings.manager()) is not null);
grant select on meetings.namings to sv_visitor;

-- Whether the advisers of its organisation serve a seat of themselves: at a municipality of which one function sits anywhere, the mayor, as long as
-- nobody was named for it. A deputy of the same municipality is no other function.
create function meetings.is_served_by_all(of_seat meetings.seats) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select not exists (select from meetings.namings n where n.seat = of_seat.id and n.ended_at is null)
    and exists (select from identity.organisations o where o.code = of_seat.organisation and o.kind = 'gemeente')
    and (select count(distinct lower(coalesce(f.title, s.title)))
           from meetings.seats s left join meetings.seats f on f.id = s.deputy_for and f.organisation = s.organisation
          where s.organisation = of_seat.organisation and s.kind in ('voorzitter', 'lid', 'plaatsvervanger') and meetings.lasts(s)) <= 1
$$;
revoke execute on function meetings.is_served_by_all from public;

-- The posts of advisers and the seats they serve, while both last.
create function meetings.served() returns table (post uuid, person uuid, title text, seat uuid, instance text, organisation text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.person, p.title, s.id, s.instance, s.organisation
    from meetings.seats s join identity.posts p on p.organisation = s.organisation and p.role = 'adviseur'
   where meetings.holds(p.valid_from, p.valid_to) and meetings.lasts(s) and s.kind in ('voorzitter', 'lid', 'plaatsvervanger')
     and (exists (select from meetings.namings n where n.seat = s.id and n.post = p.id and n.ended_at is null) or meetings.is_served_by_all(s))
$$;
revoke execute on function meetings.served from public;

-- As it was, of the seats that he serves.
create or replace function meetings.advised() returns table (instance text, organisation text, acted_as text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.instance, s.organisation, min(s.title || ', ' || o.name)
    from meetings.served() s join identity.organisations o on o.code = s.organisation
   where s.person = identity.current_person()
   group by s.instance, s.organisation
$$;

-- As it was: those who serve where he sits.
create or replace function annotations.own_advisers() returns table (name text, title text, email text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct h.name, s.title || ', ' || o.name, h.email
    from meetings.seated_for() own join meetings.served() s on s.instance = own.instance and s.organisation = own.organisation
    join identity.people h on h.id = s.person join identity.organisations o on o.code = s.organisation
   where h.id <> identity.current_person()
   order by 1, 2
$$;

-- For the programme manager: who could advise each seat of an instance, who was named, and who does so of himself. With names, as he gives seats.
create function meetings.adviser_choices(of_instance text)
  returns table (seat uuid, post uuid, label text, is_named boolean, serves boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id, p.id, p.title || ' (' || h.name || ')', n.seat is not null,
         meetings.holds(p.valid_from, p.valid_to) and (n.seat is not null or meetings.is_served_by_all(s))
    from meetings.seats s join identity.posts p on p.organisation = s.organisation and p.role = 'adviseur'
    join identity.people h on h.id = p.person
    left join meetings.namings n on n.seat = s.id and n.post = p.id and n.ended_at is null
   where meetings.manager() is not null and s.instance = of_instance and s.kind in ('voorzitter', 'lid', 'plaatsvervanger')
     and meetings.lasts(s) and (n.seat is not null or meetings.holds(p.valid_from, p.valid_to))
   order by s.id, p.title, h.name, p.id
$$;

-- Names an adviser of the same organisation for a seat, or takes that back. Done twice is done once; false when he may not.
create function meetings.name_adviser(of_instance text, of_seat uuid, of_post uuid, is_named boolean, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_instance);
  if meetings.manager() is null or not exists (
    select from meetings.adviser_choices(of_instance) c where c.seat = of_seat and c.post = of_post) then return false; end if;
  if is_named and not exists (select from meetings.namings n where n.seat = of_seat and n.post = of_post and n.ended_at is null) then
    insert into meetings.namings (seat, post, number, at, acted_as)
    select of_seat, of_post, coalesce(max(n.number), 0) + 1, platform.moment(), meetings.manager()
      from meetings.namings n where n.seat = of_seat and n.post = of_post;
    perform identity.note('adviseur van zetel genoemd', of_instance, in_request);
  elsif not is_named then
    update meetings.namings n set ended_at = platform.moment() where n.seat = of_seat and n.post = of_post and n.ended_at is null;
    if found then perform identity.note('adviseur van zetel niet meer genoemd', of_instance, in_request); end if;
  end if;
  return true;
end $$;
