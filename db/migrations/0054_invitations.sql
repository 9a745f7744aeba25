-- Invitations by mail when an agenda is sent, and who says that he comes.
create table meetings.invitations (
  meeting text not null references meetings.sendings on delete restrict,
  seat uuid not null references meetings.seats on delete restrict,
  at timestamptz not null,
  primary key (meeting, seat)
);
create index invitations_seat on meetings.invitations (seat);
select platform.guard('meetings.invitations');
create policy who_prepares_reads on meetings.invitations for select to sv_visitor
  using (meeting = any ((select meetings.prepared_meetings())::text[]));
grant select on meetings.invitations to sv_visitor;

-- Whether a seat is taken that day, one row per version: rows are added and nothing else.
create table meetings.answers (
  meeting text not null references meetings.meetings on delete restrict,
  seat uuid not null references meetings.seats on delete restrict,
  version integer not null check (version > 0),
  answer text not null check (answer in ('aanwezig', 'afwezig', 'vervanger')),
  at timestamptz not null,
  primary key (meeting, seat, version)
);
create index answers_seat on meetings.answers (seat);
select platform.guard('meetings.answers');
create policy who_sits_there_reads on meetings.answers for select to sv_visitor
  using (meeting = any ((select meetings.own_meetings())::text[]));
grant select on meetings.answers to sv_visitor;

create trigger only_grows before update or delete on meetings.invitations for each row execute function meetings.refuse_change();
create trigger only_grows before update or delete on meetings.answers for each row execute function meetings.refuse_change();

-- Mails whoever has a seat today that the agenda was sent, once; for the secretary that sent it. Gives how many.
create function meetings.invite(of_meeting text, mail_subject text, mail_body text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  receiver record;
  mailed integer := 0;
begin
  if meetings.kept_meeting(of_meeting) is null or not exists (select from meetings.sendings s where s.meeting = of_meeting)
     or exists (select from meetings.invitations i where i.meeting = of_meeting) then return 0; end if;
  insert into meetings.invitations (meeting, seat, at)
  select of_meeting, s.id, platform.moment()
    from meetings.meetings m join meetings.seats s on s.instance = m.instance join identity.posts p on p.id = s.post
   where m.code = of_meeting and meetings.lasts(s) and meetings.holds(p.valid_from, p.valid_to);
  for receiver in
    select distinct h.email, h.is_example
      from meetings.invitations i join meetings.seats s on s.id = i.seat join identity.posts p on p.id = s.post
      join identity.people h on h.id = p.person
     where i.meeting = of_meeting
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    mailed := mailed + 1;
  end loop;
  return mailed;
end $$;

-- The seats of somebody with an account that were not mailed, as they came after it; for who prepares the meeting.
create function meetings.seated_later(of_meeting text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(s.id), '{}')
    from meetings.sendings x join meetings.meetings m on m.code = x.meeting join meetings.seats s on s.instance = m.instance
   where x.meeting = of_meeting and x.meeting = any (meetings.prepared_meetings()) and s.post is not null
     and not exists (select from meetings.invitations i where i.meeting = x.meeting and i.seat = s.id)
$$;

-- Says for a seat of the signed-in person whether it is taken that day. The same twice is said once; false when it is not his seat, the
-- meeting is over or called off, or nobody stands in for it.
create function meetings.answer(of_meeting text, of_seat uuid, said text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  newest meetings.answers;
  there meetings.days;
begin
  perform meetings.hold(of_meeting);
  select * into there from meetings.days d where d.meeting = of_meeting order by d.version desc limit 1;
  if not exists (select from meetings.meetings m join meetings.own_seats() s on s.instance = m.instance
       where m.code = of_meeting and s.seat = of_seat)
     or there.state = 'afgelast' or coalesce(there.ends_on, there.held_on) < platform.today()
     or said = 'vervanger' and not exists (select from meetings.seats d
       where d.deputy_for = of_seat and d.valid_from <= there.held_on and (d.valid_to is null or there.held_on < d.valid_to)) then return false; end if;
  select * into newest from meetings.answers a where a.meeting = of_meeting and a.seat = of_seat order by a.version desc limit 1;
  if newest.answer = said then return true; end if;
  insert into meetings.answers (meeting, seat, version, answer, at)
  values (of_meeting, of_seat, coalesce(newest.version, 0) + 1, said, platform.moment());
  perform identity.note('aanwezigheid gemeld', of_meeting || ', ' || said, in_request);
  return true;
end $$;
