-- What ending a body says to who sits there, also when that is turned back; and a step asks nobody of a body that ended.

-- As it was; the mail says of the day itself too that what was planned does not go on.
create or replace function decisions.end_seats_of(of_body text, ends_from date, d decisions.decisions) returns void
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
        || case when called_off = '{}' then '' else 'Wat op die dag of later was gepland, gaat niet door: ' || array_to_string(called_off, ', ') || '. ' end
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

-- Gives the seats back that a decision ended with their body, but for those that somebody changed since, and tells who sits there again today.
-- What was called off stays so.
create or replace function decisions.give_seats_back(of_body text, ended date, of_decision text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  back uuid[];
  receiver record;
begin
  with given as (
    update meetings.seats s set valid_to = e.was from decisions.ended_seats e
     where e.decision = of_decision and e.body = of_body and e.seat = s.id and s.valid_to = greatest(ended, s.valid_from)
    returning s.id)
  select array_agg(g.id) into back from given g;
  for receiver in
    select distinct b.name || ' ' || a.name as name, h.email, h.is_example
      from meetings.seats s join meetings.instances i on i.code = s.instance join governance.bodies b on b.code = i.body
      join territory.areas a on a.code = i.area join identity.posts p on p.id = s.post join identity.people h on h.id = p.person
     where s.id = any (back) and meetings.holds(s.valid_from, s.valid_to) and meetings.holds(p.valid_from, p.valid_to)
  loop
    perform mail.put(receiver.email, 'Uw zetel blijft: ' || receiver.name,
      'Besluit ' || of_decision || ', waarmee dit overleg werd opgeheven, is teruggedraaid. Uw zetel blijft, zoals zij was. '
      || 'Een vergadering die was afgelast, blijft afgelast tot zij opnieuw wordt gepland. Het besluit leest u bij Besluiten.',
      receiver.is_example, platform.moment() + interval '7 days');
  end loop;
  perform identity.note('zetels terug met hun gremium', of_body, of_decision);
end $$;

-- Names the addressees of a step that are there today and were not named before.
create or replace function proposals.address(of_proposal text, of_seq integer, one_instance text) returns void
  language sql volatile set search_path = pg_catalog, pg_temp as $$
  insert into proposals.addressees (proposal, seq, instance, organisation)
  select s.proposal, s.seq, i.code, null from proposals.steps s join meetings.instances i
      on s.before_whom = 'gremium' and i.body = s.body or s.before_whom = 'een-overleg' and i.code = one_instance
    join governance.bodies b on b.code = i.body and meetings.holds(coalesce(b.valid_from, '-infinity'), b.valid_to)
   where s.proposal = of_proposal and s.seq = of_seq
  union all
  select s.proposal, s.seq, null, o.code from proposals.steps s join identity.organisations o
      on s.before_whom = 'gemeenten' and o.kind = 'gemeente' and o.withdrawn_on is null
     and meetings.holds(coalesce(o.valid_from, '-infinity'), o.valid_to)
   where s.proposal = of_proposal and s.seq = of_seq
  on conflict do nothing
$$;

-- Brings a proposal to its next step, with the last day to answer. As it was; of those named when it started, an instance of a body that ended
-- since is not asked.
create or replace function proposals.open_step(of_proposal text, of_seq integer, until date, left_out text[], mail_subject text, mail_body text,
    in_request text)
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  step proposals.steps;
  fewer integer;
  ended text[];
begin
  perform proposals.hold(of_proposal);
  select * into step from proposals.steps s where s.proposal = of_proposal and s.seq = of_seq;
  if proposals.keeper_of(of_proposal) is null or step.seq is null
     or exists (select from proposals.proposals p where p.code = of_proposal and p.finished_at is not null) then return false; end if;
  if step.opened_at is not null then return true; end if;
  if until < platform.today() or exists (select from proposals.steps s where s.proposal = of_proposal and s.seq < of_seq and s.closed_at is null)
    then return false; end if;
  if step.before_whom <> 'een-overleg' then perform proposals.address(of_proposal, of_seq, null); end if;
  ended := array(select i.code from meetings.instances i join governance.bodies b on b.code = i.body
    where not meetings.holds(coalesce(b.valid_from, '-infinity'), b.valid_to));
  if step.before_whom <> 'indiener' and not exists (select from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq
       and not coalesce(a.instance, a.organisation) = any (left_out || ended)) then return false; end if;
  delete from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq and a.instance = any (ended);
  delete from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq and coalesce(a.instance, a.organisation) = any (left_out);
  get diagnostics fewer = row_count;
  update proposals.steps s set opened_at = platform.moment(), term = until where s.proposal = of_proposal and s.seq = of_seq;
  perform proposals.tell_step(of_proposal, of_seq, mail_subject, mail_body);
  perform identity.note('stap van voorstel begonnen', of_proposal || ', stap ' || of_seq || case when fewer > 0 then ', ' || fewer || ' niet gevraagd' else '' end,
    in_request);
  return true;
end $$;
