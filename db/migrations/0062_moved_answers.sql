-- An answer stands for the day and the time it was given for: after a move it counts no more, and whoever sits there is told.

-- The version since which a meeting is on the day and at the time it has now.
create function meetings.stands_since(of_meeting text) returns integer
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select max(v.version) from (
    select d.version, (d.held_on, d.ends_on, p.begins) is distinct from (lag(d.held_on) over w, lag(d.ends_on) over w, lag(p.begins) over w) as moved
      from meetings.days d left join meetings.places p on p.meeting = d.meeting and p.version = d.version
     where d.meeting = of_meeting window w as (order by d.version)) v
   where v.moved
$$;

-- For which version of the day an answer was given.
alter table meetings.answers add column days_version integer;
alter table meetings.answers disable trigger only_grows;
update meetings.answers a set days_version = coalesce(
  (select max(d.version) from meetings.days d where d.meeting = a.meeting and d.at <= a.at), 1);
alter table meetings.answers enable trigger only_grows;
alter table meetings.answers alter column days_version set not null;
alter table meetings.answers add foreign key (meeting, days_version) references meetings.days on delete restrict;

-- Says for a seat of the signed-in person whether it is taken on the day he saw. The same twice is said once. `verzet` when it moved since he
-- saw it; null when it is not his seat, the meeting is over or called off, or nobody stands in for it.
drop function meetings.answer(text, uuid, text, text);
create function meetings.answer(of_meeting text, of_seat uuid, said text, seen integer, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  newest meetings.answers;
  there meetings.days;
  since integer;
begin
  perform meetings.hold(of_meeting);
  select * into there from meetings.days d where d.meeting = of_meeting order by d.version desc limit 1;
  if not exists (select from meetings.meetings m join meetings.own_seats() s on s.instance = m.instance
        join meetings.seats v on v.id = s.seat and (v.valid_to is null or there.held_on < v.valid_to)
       where m.code = of_meeting and s.seat = of_seat)
     or there.state = 'afgelast' or coalesce(there.ends_on, there.held_on) < platform.today()
     or said = 'vervanger' and not exists (select from meetings.seats d
       where d.deputy_for = of_seat and d.valid_from <= there.held_on and (d.valid_to is null or there.held_on < d.valid_to)) then return null; end if;
  since := meetings.stands_since(of_meeting);
  if seen is null or seen < since then return 'verzet'; end if;
  select * into newest from meetings.answers a where a.meeting = of_meeting and a.seat = of_seat order by a.version desc limit 1;
  if newest.answer = said and newest.days_version >= since then return 'bewaard'; end if;
  insert into meetings.answers (meeting, seat, version, answer, at, days_version)
  values (of_meeting, of_seat, coalesce(newest.version, 0) + 1, said, platform.moment(), there.version);
  perform identity.note('aanwezigheid gemeld', of_meeting || ', ' || said, in_request);
  return 'bewaard';
end $$;

-- Moves, calls off or changes a meeting over the version that was seen. Whoever has a seat is mailed when it is on another day, begins at
-- another time or is called off; not while it was provisional and nobody was invited or answered.
drop function meetings.replan(text, integer, jsonb, text);
create function meetings.replan(of_meeting text, seen integer, said jsonb, mail_subject text, mail_body text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
  newest meetings.days;
  there meetings.places;
  receiver record;
begin
  perform meetings.hold(of_meeting);
  select meetings.planner_of(m.instance) into author from meetings.meetings m where m.code = of_meeting;
  select * into newest from meetings.days d where d.meeting = of_meeting order by d.version desc limit 1;
  select * into there from meetings.places p where p.meeting = of_meeting and p.version = newest.version;
  if author is null then return null; end if;
  if newest.state = 'afgelast' then return case said ->> 'state' when 'afgelast' then 'ongewijzigd' end; end if;
  if (newest.held_on, newest.ends_on, there.begins, there.ends, there.place, there.prepared_on) is not distinct from
       ((said ->> 'held_on')::date, (said ->> 'ends_on')::date, said ->> 'begins', said ->> 'ends', said ->> 'place',
        (said ->> 'prepared_on')::date)
     and said ->> 'state' = newest.state then return 'ongewijzigd'; end if;
  if seen is distinct from newest.version then return 'botst'; end if;
  -- What stood fast does not silently stand somewhere else, nor becomes provisional first.
  if newest.state in ('gepland', 'verzet')
     and (newest.held_on <> (said ->> 'held_on')::date and said ->> 'state' not in ('verzet', 'afgelast') or said ->> 'state' = 'voorlopig')
  then raise exception 'a meeting that moves says why' using errcode = '23514'; end if;
  perform meetings.write_days(of_meeting, seen + 1, said, author);
  perform identity.note(case said ->> 'state' when 'afgelast' then 'vergadering afgelast' when 'verzet' then 'vergadering verzet'
    else 'vergadering gewijzigd' end, of_meeting, in_request);
  if (said ->> 'state' = 'afgelast' or meetings.stands_since(of_meeting) = seen + 1)
     and (newest.state <> 'voorlopig' or exists (select from meetings.sendings s where s.meeting = of_meeting)
          or exists (select from meetings.answers a where a.meeting = of_meeting)) then
    for receiver in
      select distinct h.email, h.is_example
        from meetings.meetings m join meetings.seats s on s.instance = m.instance join identity.posts p on p.id = s.post
        join identity.people h on h.id = p.person
       where m.code = of_meeting and meetings.holds(s.valid_from, s.valid_to) and meetings.holds(p.valid_from, p.valid_to)
    loop
      perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    end loop;
  end if;
  return 'bewaard';
end $$;
