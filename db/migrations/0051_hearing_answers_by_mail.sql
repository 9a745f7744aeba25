-- What a council or partner says may be answered by mail, as updates and data calls are.

-- Where a mail to a post is answered: a new signed address, or null where no answers are taken.
create function mail.reply_to(for_purpose text, of_about jsonb, of_person uuid, of_post uuid, until timestamptz, in_domain text)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if in_domain is null then return null; end if;
  return 'antwoord+' || mail.new_address(for_purpose, of_about, of_person, of_post, until, false) || '@' || in_domain;
end $$;
revoke execute on function mail.reply_to from public;

drop function hearings.mail_opening(text, text, text, text);
drop function hearings.put_mail(text, text, text, text, text);

-- Mails a party to its people: of a council the advisers, of a partner all who may react; each may answer for exactly this row, until
-- a month after the term. Gives how many; each kind once.
create function hearings.put_mail(
  of_hearing text, of_party text, of_kind text, mail_subject text, mail_body text, in_domain text default null) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  until timestamptz := (select (h.term_ends_on + 31)::timestamp at time zone 'Europe/Amsterdam' from hearings.hearings h where h.code = of_hearing);
  receiver record;
  mailed integer := 0;
begin
  if exists (select from hearings.mailings m where m.hearing = of_hearing and m.party = of_party and m.kind = of_kind) then return 0; end if;
  for receiver in
    select distinct on (q.id) q.id, q.email, q.is_example, p.id as post
      from hearings.parties y join identity.posts p on hearings.speaks_for(p, y) join identity.people q on q.id = p.person
     where y.hearing = of_hearing and y.code = of_party
       and (p.role = 'adviseur' or y.area is null and p.role in ('bestuurder', 'programmamanager'))
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     order by q.id, p.valid_to desc nulls first, p.id
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days',
      mail.reply_to('zienswijze', jsonb_build_object('hearing', of_hearing, 'party', of_party), receiver.id, receiver.post, until, in_domain));
    mailed := mailed + 1;
  end loop;
  if mailed > 0 then
    insert into hearings.mailings (hearing, party, kind, at, receivers)
    values (of_hearing, of_party, of_kind, platform.moment(), mailed);
  end if;
  return mailed;
end $$;
revoke execute on function hearings.put_mail from public;

-- The mail of the opening, for the bureau that asks; faults for anybody else.
create function hearings.mail_opening(
  of_hearing text, of_party text, mail_subject text, mail_body text, in_domain text default null) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not of_hearing = any (hearings.own_hearings()) then raise exception 'only who asks mails' using errcode = '42501'; end if;
  return hearings.put_mail(of_hearing, of_party, 'opening', mail_subject, mail_body, in_domain);
end $$;

-- As it was, with the address from the same place.
create or replace function datacalls.put_list(
  of_call text, of_holder text, of_kind text, by_whom text, mail_subject text, mail_body text, of_lines jsonb, in_domain text)
  returns integer language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_due date := (select c.due from datacalls.calls c where c.code = of_call for update);
  until timestamptz := (greatest(of_due + 14, platform.today() + 30))::timestamp at time zone 'Europe/Amsterdam';
  receiver record;
  mailed integer := 0;
begin
  if exists (select from datacalls.mailings m where m.call = of_call and m.holder = of_holder
      and m.at > platform.moment() - interval '20 hours') then return 0; end if;
  for receiver in
    select distinct on (q.id) q.id, q.email, q.is_example, p.id as post
      from identity.posts p join identity.people q on q.id = p.person
     where p.organisation = of_holder and p.role <> 'lezer'
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     order by q.id, p.valid_to desc nulls first, p.id
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days',
      mail.reply_to('uitvraag', jsonb_build_object('call', of_call, 'holder', of_holder, 'lines', of_lines), receiver.id, receiver.post,
        until, in_domain));
    mailed := mailed + 1;
  end loop;
  if mailed > 0 then
    insert into datacalls.mailings (call, holder, kind, at, receivers, acted_as)
    values (of_call, of_holder, of_kind, platform.moment(), mailed, by_whom);
  end if;
  return mailed;
end $$;
