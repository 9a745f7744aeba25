-- A body that ends takes its seats and the meetings to come along.

-- A seat lasts no longer than its body, however that ended. A deputy's ends with the seat he stands in for.
create or replace function meetings.lasts(s meetings.seats) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select meetings.holds(s.valid_from, s.valid_to)
     and (s.deputy_for is null or exists (
       select from meetings.seats f where f.id = s.deputy_for and meetings.holds(f.valid_from, f.valid_to)))
     and not exists (select from meetings.instances i join governance.bodies b on b.code = i.body
       where i.code = s.instance and b.valid_to <= platform.today())
$$;

-- Which seats a decision ended with their body, and how far each ran before. Not in its effect, that everybody reads: not every instance is public.
create table decisions.ended_seats (
  decision text not null references decisions.decisions on delete restrict,
  body text not null references governance.bodies on delete restrict deferrable initially deferred,
  seat uuid not null references meetings.seats on delete restrict,
  was date,
  primary key (decision, seat)
);
create index ended_seats_body on decisions.ended_seats (body);
create index ended_seats_seat on decisions.ended_seats (seat);
select platform.guard('decisions.ended_seats');
create trigger only_grows before update or delete on decisions.ended_seats for each row execute function decisions.refuse_change();

-- Ends the seats of a body from a day on, calls off what was planned for that day and later, and tells who sits there today: once for each
-- instance, without place and subjects.
create function decisions.end_seats_of(of_body text, ends_from date, d decisions.decisions) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  there record;
  meeting record;
  receiver record;
  called_off text[];
begin
  for there in select i.code, b.name || ' ' || a.name as name from meetings.instances i join governance.bodies b on b.code = i.body
      join territory.areas a on a.code = i.area where i.body = of_body order by i.code
  loop
    perform meetings.hold(there.code);
    called_off := '{}';
    for meeting in
      select y.*, to_jsonb(p) as place from (select distinct on (y.meeting) y.* from meetings.days y order by y.meeting, y.version desc) y
        join meetings.meetings m on m.code = y.meeting join meetings.places p on p.meeting = y.meeting and p.version = y.version
       where m.instance = there.code and y.state <> 'afgelast' and y.held_on >= ends_from order by y.held_on, y.meeting
    loop
      perform meetings.hold(meeting.meeting);
      perform meetings.write_days(meeting.meeting, meeting.version + 1, meeting.place || jsonb_build_object('held_on', meeting.held_on,
        'ends_on', meeting.ends_on, 'state', 'afgelast', 'reason', 'Het gremium is opgeheven met besluit ' || d.code || '.'), d.acted_as);
      perform identity.note('vergadering afgelast', meeting.meeting, d.code);
      called_off := called_off || to_char(meeting.held_on, 'DD-MM-YYYY');
    end loop;
    for receiver in
      select distinct h.email, h.is_example from meetings.seats s join identity.posts p on p.id = s.post join identity.people h on h.id = p.person
       where s.instance = there.code and meetings.holds(s.valid_from, s.valid_to) and meetings.holds(p.valid_from, p.valid_to)
    loop
      perform mail.put(receiver.email, 'Uw zetel eindigt: ' || there.name,
        'Met besluit ' || d.code || ' is dit overleg opgeheven. Uw zetel eindigt op ' || to_char(ends_from, 'DD-MM-YYYY') || ' om 0.00 uur. '
        || case when called_off = '{}' then '' else 'Wat na die dag was gepland, gaat niet door: ' || array_to_string(called_off, ', ') || '. ' end
        || 'Het besluit leest u bij Besluiten.', receiver.is_example, platform.moment() + interval '7 days');
    end loop;
  end loop;
  insert into decisions.ended_seats (decision, body, seat, was)
  select d.code, of_body, s.id, s.valid_to from meetings.seats s join meetings.instances i on i.code = s.instance
   where i.body = of_body and coalesce(s.valid_to > ends_from, true) and s.valid_to is distinct from s.valid_from;
  update meetings.seats s set valid_to = greatest(ends_from, s.valid_from) from decisions.ended_seats e
   where e.decision = d.code and e.body = of_body and e.seat = s.id;
  perform identity.note('zetels geëindigd met hun gremium', of_body, d.code);
end $$;
revoke execute on function decisions.end_seats_of from public;

-- Gives the seats back that a decision ended with their body, but for those that somebody changed since. What was called off stays so.
create function decisions.give_seats_back(of_body text, ended date, of_decision text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  update meetings.seats s set valid_to = e.was from decisions.ended_seats e
   where e.decision = of_decision and e.body = of_body and e.seat = s.id and s.valid_to = greatest(ended, s.valid_from);
  perform identity.note('zetels terug met hun gremium', of_body, of_decision);
end $$;
revoke execute on function decisions.give_seats_back from public;

-- Ends a body or a working group after the day of the decision, with discharge; a body with all that sit in it.
create or replace function decisions.dissolve(new decisions.effects, d decisions.decisions) returns decisions.effects
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  since date;
  until date;
  is_there boolean := false;
  is_body boolean := false;
  undone decisions.effects;
begin
  select true, true, b.valid_from, b.valid_to into is_there, is_body, since, until from governance.bodies b
   where b.code = new.subject and b.withdrawn_on is null for update;
  if is_there is not true then
    select true, w.valid_from, w.valid_to into is_there, since, until from governance.working_groups w
     where w.code = new.subject and w.withdrawn_on is null for update;
  end if;
  if is_there is not true then perform decisions.refuse('onbekend'); end if;
  new.before := jsonb_build_object('tot', until);
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    if (undone.after ->> 'tot')::date is distinct from until then perform decisions.refuse('intussen-veranderd'); end if;
    new.after := undone.after || jsonb_build_object('tot', undone.before -> 'tot');
  else
    if since > d.taken_on or until <= d.taken_on + 1 then perform decisions.refuse('niets-veranderd'); end if;
    new.after := new.after || jsonb_build_object('tot', d.taken_on + 1);
  end if;
  update governance.bodies b set valid_to = (new.after ->> 'tot')::date where b.code = new.subject;
  update governance.working_groups w set valid_to = (new.after ->> 'tot')::date where w.code = new.subject;
  if is_body and d.reverses is null then perform decisions.end_seats_of(new.subject, d.taken_on + 1, d); end if;
  if is_body and d.reverses is not null then perform decisions.give_seats_back(new.subject, until, d.reverses); end if;
  return new;
end $$;

-- What is still open of instances whose body ended or ends tonight: all of it for who still sits there; for who looks after who sits where,
-- so that he finds it a new home, of items that are not closed, with words only where everybody reads them.
create function outcomes.homeless() returns table (id uuid, meeting text, label text, instance_name text, ended_on date, words text, carrier text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with me as materialized (select meetings.own_instances() as instances, meetings.manager() is not null as manages)
  select r.id, r.meeting, case when r.is_closed then 'b' else '' end || r.number, b.name || ' ' || a.name, b.valid_to,
         case when not r.is_closed and (m.instance = any (me.instances)
           or exists (select from outcomes.list_publishings l where l.meeting = r.meeting)
              and exists (select from meetings.items x where x.id = r.item and x.published_at is not null)) then r.text end,
         r.title || ', ' || o.name
    from me cross join outcomes.promises r join meetings.meetings m on m.code = r.meeting join meetings.instances i on i.code = m.instance
    join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area join identity.organisations o on o.code = r.organisation
   where b.valid_to <= platform.today() + 1 and not exists (select from outcomes.closures c where c.promise = r.id)
     and (m.instance = any (me.instances) or me.manages and not r.is_closed)
   order by b.valid_to desc, 4, r.meeting, r.is_closed, r.number
$$;

-- Says where an agreement of a body that ended goes on, which closes it: who looks after who sits where, of what is not closed. Done twice is
-- done once; false when he may not.
create function outcomes.rehome(of_promise uuid, said text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  its outcomes.promises;
begin
  select r.* into its from outcomes.promises r join meetings.meetings m on m.code = r.meeting join meetings.instances i on i.code = m.instance
    join governance.bodies b on b.code = i.body and b.valid_to <= platform.today() where r.id = of_promise and not r.is_closed;
  if its.id is null or meetings.manager() is null then return false; end if;
  perform meetings.hold(its.meeting);
  insert into outcomes.closures (promise, words, at, acted_as)
  values (of_promise, said, platform.moment(), meetings.manager()) on conflict do nothing;
  if found then perform identity.note('afspraak ondergebracht', its.meeting || ', afspraak ' || its.number, in_request); end if;
  return true;
end $$;
