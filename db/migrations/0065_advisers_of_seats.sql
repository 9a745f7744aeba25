-- Who advises somebody with a seat reads what was sent and is open, and a closed item only when it is shared with him.

-- For which organisations the signed-in person advises whoever has a seat in an instance, and as what: he has a post as adviser there, and
-- the seat lasts.
create function meetings.advised() returns table (instance text, organisation text, acted_as text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.instance, s.organisation, min(p.title || ', ' || o.name)
    from meetings.seats s join identity.posts p on p.organisation = s.organisation and p.role = 'adviseur'
    join identity.organisations o on o.code = s.organisation
   where p.person = identity.current_person() and meetings.holds(p.valid_from, p.valid_to) and meetings.lasts(s)
     and s.kind in ('voorzitter', 'lid', 'plaatsvervanger')
   group by s.instance, s.organisation
$$;

create function meetings.advised_instances() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct a.instance), '{}') from meetings.advised() a
$$;

create function meetings.advised_meetings() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m.code), '{}') from meetings.meetings m where m.instance = any (meetings.advised_instances())
$$;

-- For which organisations the signed-in person himself sits in an instance: those that others advise.
create function meetings.seated_for() returns table (instance text, organisation text, acted_as text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.instance, s.organisation, min(o.title)
    from meetings.own_seats() o join meetings.seats s on s.id = o.seat
   where o.kind in ('voorzitter', 'lid', 'plaatsvervanger')
   group by s.instance, s.organisation
$$;

-- A closed item that somebody with a seat shows to the advisers of his own organisation.
create table meetings.shares (
  item uuid not null references meetings.items on delete cascade,
  instance text not null references meetings.instances on delete restrict,
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  number integer not null check (number > 0),
  at timestamptz not null,
  acted_as text not null,
  taken_back_at timestamptz,
  primary key (item, organisation, number)
);
create index shares_instance on meetings.shares (instance);
create index shares_organisation on meetings.shares (organisation);
select platform.guard('meetings.shares');

-- A share ends with the seats that were there when it was given: who comes after shares anew.
create function meetings.share_stands(of_instance text, for_organisation text, given_at timestamptz) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from meetings.seats s
    where s.instance = of_instance and s.organisation = for_organisation and s.at <= given_at and meetings.lasts(s)
      and s.kind in ('voorzitter', 'lid', 'plaatsvervanger'))
$$;

create policy who_sits_there_for_it_reads on meetings.shares for select to sv_visitor
  using (taken_back_at is null and (instance, organisation) in (select s.instance, s.organisation from meetings.seated_for() s)
    and meetings.share_stands(instance, organisation, at));
grant select on meetings.shares to sv_visitor;

-- The closed items that are shared with the signed-in person.
create function meetings.shared_items() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(h.item), '{}')
    from meetings.shares h join meetings.advised() a on a.instance = h.instance and a.organisation = h.organisation
   where h.taken_back_at is null and meetings.share_stands(h.instance, h.organisation, h.at)
$$;

-- Shares a closed item with the advisers of the organisation one sits there for, or takes that back. Done twice is done once; false when
-- he may not.
create function meetings.share_item(of_meeting text, of_item uuid, is_shared boolean, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  label text;
  seated record;
  is_done boolean := false;
begin
  perform meetings.hold(of_meeting);
  select of_meeting || ', punt b' || i.number into label from meetings.items i
   where i.id = of_item and i.meeting = of_meeting and i.is_closed and i.sent_at is not null;
  if label is null then return false; end if;
  for seated in
    select s.instance, s.organisation, s.acted_as from meetings.seated_for() s join meetings.meetings m on m.instance = s.instance
     where m.code = of_meeting
  loop
    is_done := true;
    if is_shared then
      continue when exists (select from meetings.shares h
        where h.item = of_item and h.organisation = seated.organisation and h.taken_back_at is null
          and meetings.share_stands(h.instance, h.organisation, h.at));
      insert into meetings.shares (item, instance, organisation, number, at, acted_as)
      select of_item, seated.instance, seated.organisation, coalesce(max(h.number), 0) + 1, platform.moment(), seated.acted_as
        from meetings.shares h where h.item = of_item and h.organisation = seated.organisation;
      perform identity.note('besloten stuk gedeeld', label, in_request);
    else
      update meetings.shares h set taken_back_at = platform.moment()
       where h.item = of_item and h.organisation = seated.organisation and h.taken_back_at is null;
      if found then perform identity.note('besloten stuk niet meer gedeeld', label, in_request); end if;
    end if;
  end loop;
  return is_done;
end $$;

create policy who_advises_reads on meetings.instances for select to sv_visitor
  using (code = any ((select meetings.advised_instances())::text[]));
create policy who_advises_reads on meetings.sendings for select to sv_visitor
  using (meeting = any ((select meetings.advised_meetings())::text[]));
create policy who_advises_reads on meetings.items for select to sv_visitor
  using (sent_at is not null and (not is_closed and meeting = any ((select meetings.advised_meetings())::text[])
    or id = any ((select meetings.shared_items())::uuid[])));
create policy who_advises_reads on meetings.papers for select to sv_visitor
  using (exists (select from meetings.items i where i.id = item and version >= i.sent_version
    and (not i.is_closed and i.meeting = any ((select meetings.advised_meetings())::text[])
      or i.id = any ((select meetings.shared_items())::uuid[]))));
create policy who_advises_reads on meetings.attachments for select to sv_visitor
  using (exists (select from meetings.items i where i.id = item and i.sent_at is not null
    and (not attachments.is_closed and not i.is_closed and i.meeting = any ((select meetings.advised_meetings())::text[])
      or i.id = any ((select meetings.shared_items())::uuid[]))));
