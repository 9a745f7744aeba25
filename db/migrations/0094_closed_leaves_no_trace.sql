-- An agenda, a list or minutes of closed items only are for others as if they were never sent or shown; and who keeps what is by role.

-- The meetings of which something open was sent: what was closed after that is for who sits there.
create function meetings.openly_sent() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct i.meeting), '{}') from meetings.items i
   where not i.is_closed and i.sent_at is not null and i.went_to is null
$$;

drop policy who_plans_reads on meetings.sendings;
create policy who_plans_reads on meetings.sendings for select to sv_visitor
  using ((select meetings.manager()) is not null and meeting = any ((select meetings.openly_sent())::text[]));
drop policy who_advises_reads on meetings.sendings;
create policy who_advises_reads on meetings.sendings for select to sv_visitor
  using (meeting = any ((select meetings.advised_meetings())::text[])
    and (meeting = any ((select meetings.openly_sent())::text[]) or exists (
      select from meetings.items i where i.meeting = sendings.meeting and i.id = any ((select meetings.shared_items())::uuid[]))));

drop policy with_its_meeting on meetings.publishings;
create policy with_its_meeting on meetings.publishings for select to sv_visitor
  using (exists (select from meetings.meetings m where m.code = meeting)
    and exists (select from meetings.items i where i.meeting = publishings.meeting and i.published_at is not null));

-- Shows the open items of a sent agenda to everybody; false when he may not, or there is none. Otherwise as it was.
create or replace function meetings.publish_agenda(of_meeting text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null or not exists (select from meetings.sendings s where s.meeting = of_meeting) then return false; end if;
  if exists (select from meetings.publishings p where p.meeting = of_meeting) then return true; end if;
  if not exists (select from meetings.items i where i.meeting = of_meeting and not i.is_closed and i.withdrawn_at is null) then return false; end if;
  insert into meetings.publishings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), meetings.secretary_in(of_meeting));
  update meetings.items i set published_at = platform.moment(),
         published_version = (select max(p.version) from meetings.papers p where p.item = i.id)
   where i.meeting = of_meeting and not i.is_closed and i.withdrawn_at is null;
  perform identity.note('agenda openbaar gemaakt', of_meeting, in_request);
  return true;
end $$;

-- The meetings of which the list, or the minutes, say something of an item that everybody reads.
create function outcomes.open_lists() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct f.meeting), '{}') from outcomes.fixed_items f
    join meetings.items i on i.id = f.item and i.published_at is not null
$$;
create function outcomes.open_minutes() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct a.meeting), '{}') from outcomes.approved_items a
    join meetings.items i on i.id = a.item and i.published_at is not null
$$;

drop policy with_its_meeting on outcomes.list_publishings;
create policy with_its_meeting on outcomes.list_publishings for select to sv_visitor
  using (exists (select from meetings.meetings m where m.code = meeting) and meeting = any ((select outcomes.open_lists())::text[]));
drop policy with_its_meeting on outcomes.minute_publishings;
create policy with_its_meeting on outcomes.minute_publishings for select to sv_visitor
  using (exists (select from meetings.meetings m where m.code = meeting) and meeting = any ((select outcomes.open_minutes())::text[]));

-- Both as they were, and false when nothing of it is open.
create or replace function outcomes.publish_list(of_meeting text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or of_meeting <> all (outcomes.open_lists())
     or not exists (select from meetings.publishings p where p.meeting = of_meeting) then return false; end if;
  insert into outcomes.list_publishings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), outcomes.writer(of_meeting)) on conflict do nothing;
  if found then perform identity.note('besluitenlijst openbaar gemaakt', of_meeting, in_request); end if;
  return true;
end $$;
create or replace function outcomes.publish_minutes(of_meeting text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or of_meeting <> all (outcomes.open_minutes())
     or not exists (select from meetings.publishings p where p.meeting = of_meeting) then return false; end if;
  insert into outcomes.minute_publishings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), outcomes.writer(of_meeting)) on conflict do nothing;
  if found then perform identity.note('verslag openbaar gemaakt', of_meeting, in_request); end if;
  return true;
end $$;

-- Without an area a secretary records of a body of which there can be one: of the region or the country. That only one of the districts began
-- yet does not make its secretary speak for all.
create or replace function decisions.recorder_of(of_body text, of_area text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(decisions.recorder(), (
    select min(o.title) from decisions.own_instances() o join governance.bodies b on b.code = o.body
     where o.body = of_body and (o.area = of_area
       or of_area is null and b.level in ('regio', 'landelijk') and coalesce(b.instance_count, 1) = 1
          and (select count(*) from meetings.instances i where i.body = of_body) = 1)))
$$;

-- As what the signed-in person keeps the points of an organisation: its own advisers and administrators, and the programme manager of a bureau
-- those of every one. Null when he may not.
create or replace function governance.contact_author(of_organisation text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and p.valid_from <= platform.today()
     and (p.valid_to is null or platform.today() < p.valid_to)
     and (o.kind = 'bureau' and p.role = 'programmamanager' or p.organisation = of_organisation and p.role in ('adviseur', 'bestuurder'))
     and exists (select from identity.organisations c where c.code = of_organisation and c.withdrawn_on is null)
   order by p.organisation <> of_organisation, p.title, p.id limit 1
$$;
