-- Mails that are answered by mail. Who may answer is decided by the address that is answered to, never by who says to have sent it.

alter table mail.outbox add column reply_to text check (reply_to ~ '^antwoord\+[0-9a-f]{52}@[^@\s]+$');
grant select (reply_to) on mail.outbox to sv_visitor;

drop function mail.put(text, text, text, boolean, timestamptz);
create function mail.put(
  to_address text, mail_subject text, mail_body text, for_example boolean, until timestamptz, answers_to text default null) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into mail.outbox (recipient, subject, body, is_example, state, put_at, expires_at, try_at, reply_to)
  values (to_address, mail_subject, mail_body, for_example, case when for_example then 'voorbeeld' else 'wacht' end,
          platform.moment(), until, platform.moment(), answers_to)
$$;
revoke execute on function mail.put from public;

-- The key that signs the addresses. Made when it is first needed, because a backup is restored into tables without rows.
create table mail.keys (
  is_the_only boolean primary key default true check (is_the_only),
  key bytea not null check (length(key) = 64),
  made_at timestamptz not null
);
select platform.guard('mail.keys');

-- An address somebody answers to: for which purpose, about what, and the post it was sent to. The address is this id and a
-- signature over the whole row, 52 characters: the part before the @ may have 64, and some mail servers make it lower case.
create table mail.reply_addresses (
  id text primary key check (id ~ '^[0-9a-f]{20}$'),
  purpose text not null,
  about jsonb not null,
  person uuid not null references identity.people on delete cascade,
  -- No reference: the posts of example persons are made anew at each start, with the same id. A post that is gone has ended.
  post uuid not null,
  put_at timestamptz not null,
  expires_at timestamptz not null,
  is_single_use boolean not null,
  used_at timestamptz
);
create index reply_addresses_person on mail.reply_addresses (person);
select platform.guard('mail.reply_addresses');

-- What came in, without its text: a mail counts once per address, and what it led to can be looked up.
create table mail.received (
  id uuid primary key default gen_random_uuid(),
  address text not null references mail.reply_addresses on delete cascade,
  -- SHA-256 of the Message-ID, or of the mail itself when it has none.
  message_hash text not null check (message_hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  outcome text not null check (outcome in ('bezig', 'verwerkt', 'geweigerd', 'automatisch', 'onbestelbaar')),
  reason text check (length(reason) <= 200),
  -- The session in which it is being handled; both end in the transaction that began them.
  session uuid,
  unique (address, message_hash),
  check ((outcome = 'bezig') = (session is not null))
);
create index received_session on mail.received (session) where session is not null;
select platform.guard('mail.received');

-- HMAC-SHA256 with a key of one block of 64 bytes (RFC 2104).
create function mail.hmac(key bytea, said text) returns bytea
  language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare
  inner_key bytea := key;
  outer_key bytea := key;
begin
  for at in 0..63 loop
    inner_key := set_byte(inner_key, at, get_byte(key, at) # 54);
    outer_key := set_byte(outer_key, at, get_byte(key, at) # 92);
  end loop;
  return sha256(outer_key || sha256(inner_key || convert_to(said, 'UTF8')));
end $$;
revoke execute on function mail.hmac from public;

create function mail.signature_of(a mail.reply_addresses) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select substr(encode(mail.hmac(k.key, jsonb_build_array(a.id, a.purpose, a.about, a.person, a.post, a.is_single_use,
           extract(epoch from a.put_at), extract(epoch from a.expires_at))::text), 'hex'), 1, 32)
    from mail.keys k
$$;
revoke execute on function mail.signature_of from public;

-- A new address for a post; gives its token.
create function mail.new_address(for_purpose text, of_about jsonb, of_person uuid, of_post uuid, until timestamptz, once boolean)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  made mail.reply_addresses;
begin
  insert into mail.keys (key, made_at)
  values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
          platform.moment()) on conflict do nothing;
  insert into mail.reply_addresses (id, purpose, about, person, post, put_at, expires_at, is_single_use)
  values (substr(encode(sha256(uuid_send(gen_random_uuid())), 'hex'), 1, 20), for_purpose, of_about, of_person, of_post,
          platform.moment(), until, once) returning * into made;
  return made.id || mail.signature_of(made);
end $$;
revoke execute on function mail.new_address from public;

-- The address of a token: signed by us, not expired, and the post it was sent to still of the same person. No row otherwise.
create function mail.address_of(token text) returns setof mail.reply_addresses
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select a.* from mail.reply_addresses a
   where a.id = substr(token, 1, 20) and length(token) = 52
     -- Hashes are compared, so that how long it takes says nothing about where the first difference is.
     and sha256(convert_to(mail.signature_of(a), 'UTF8')) = sha256(convert_to(substr(token, 21), 'UTF8'))
     and a.expires_at > platform.moment()
     and exists (select from identity.posts p where p.id = a.post and p.person = a.person
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to))
$$;
revoke execute on function mail.address_of from public;

-- Whether mail is taken at this address. One that was used up still is: the same mail may be delivered again.
create function mail.takes_mail(token text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from mail.address_of(token))
$$;

alter table identity.sessions drop constraint sessions_way_check;
alter table identity.sessions add check (way in ('mail', 'oidc', 'voorbeeld', 'antwoord'));

-- Begins to handle a mail for whoever holds the token: until end_answer, in the same transaction, the visitor is the person it
-- was sent to. `is` says whether it began, came before ("again"), or is worth nothing ("void").
create function mail.begin_answer(token text, of_message text, secret_hash text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  a mail.reply_addresses;
  begun uuid;
begin
  select * into a from mail.address_of(token);
  if a.id is null then return '{"is": "void"}'; end if;
  -- Two mails to one address wait for each other.
  select * into a from mail.reply_addresses r where r.id = a.id for update;
  if exists (select from mail.received r where r.address = a.id and r.message_hash = of_message) then return '{"is": "again"}'; end if;
  if a.is_single_use and a.used_at is not null then return '{"is": "void"}'; end if;
  insert into identity.sessions (id_hash, person, started_at, last_seen_at, ends_at, way)
  values (secret_hash, a.person, platform.moment(), platform.moment(), platform.moment() + interval '1 minute', 'antwoord')
  returning id into begun;
  insert into mail.received (address, message_hash, at, outcome, session) values (a.id, of_message, platform.moment(), 'bezig', begun);
  return jsonb_build_object('is', 'begun', 'purpose', a.purpose, 'about', a.about, 'address', a.id, 'putAt', a.put_at);
end $$;

-- The address whose mail is being handled in this transaction; null outside it.
create function mail.answered_address() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.address from mail.received r where r.session = identity.current_session()
$$;

-- Notes what became of the mail, and answers it once: to the person the first mail went to, never to who says to have sent it.
-- His answer has an address of its own, so that whoever answers again answers what he saw last.
create function mail.end_answer(what text, because text, mail_subject text, mail_body text, in_domain text, uses_up boolean) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  a mail.reply_addresses;
  to_person record;
  answers_to text;
begin
  if what not in ('verwerkt', 'geweigerd') then raise exception 'no outcome of an answer'; end if;
  select r.* into a from mail.reply_addresses r where r.id = mail.answered_address();
  if a.id is null then raise exception 'no mail is being answered'; end if;
  update mail.received set outcome = what, reason = because, session = null where session = identity.current_session();
  delete from identity.sessions s where s.id = identity.current_session();
  if uses_up then update mail.reply_addresses set used_at = platform.moment() where id = a.id; end if;
  -- A machine that does not say it is one would answer our answers for ever.
  if (select count(*) from mail.received r join mail.reply_addresses x on x.id = r.address
       where x.person = a.person and r.at > platform.moment() - interval '1 hour') > 20 then return; end if;
  select p.email, p.is_example into to_person from identity.people p where p.id = a.person;
  if not uses_up and not a.is_single_use then
    answers_to := 'antwoord+' || mail.new_address(a.purpose, a.about, a.person, a.post, a.expires_at, false) || '@' || in_domain;
  end if;
  perform mail.put(to_person.email, mail_subject, mail_body, to_person.is_example, platform.moment() + interval '7 days', answers_to);
end $$;

-- Notes a mail that no person wrote. Nothing follows from it, and it is never answered. What it says is as begin_answer says it.
create function mail.note_unread(token text, of_message text, what text, because text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  a mail.reply_addresses;
begin
  if what not in ('automatisch', 'onbestelbaar') then raise exception 'not an outcome of an unread mail'; end if;
  select * into a from mail.address_of(token);
  if a.id is null then return 'void'; end if;
  insert into mail.received (address, message_hash, at, outcome, reason) values (a.id, of_message, platform.moment(), what, because)
  on conflict do nothing;
  return case when found then 'noted' else 'again' end;
end $$;

-- The data call by mail.

-- The address whose mail brought an answer; the database writes it. No reference, because an answer outlives the address.
alter table datacalls.answers add column by_mail text default mail.answered_address();

-- Who was mailed which list, when.
create table datacalls.mailings (
  id uuid primary key default gen_random_uuid(),
  call text not null references datacalls.calls on delete restrict deferrable initially deferred,
  holder text not null references identity.organisations on delete restrict deferrable initially deferred,
  kind text not null check (kind in ('lijst', 'herinnering')),
  at timestamptz not null,
  receivers integer not null check (receivers > 0),
  acted_as text not null
);
create index mailings_call on datacalls.mailings (call, holder);
create index mailings_holder on datacalls.mailings (holder);
select platform.guard('datacalls.mailings');
create policy holder_and_asker_read on datacalls.mailings for select to sv_visitor
  using (holder = any ((select identity.current_organisations())::text[])
    or exists (select from datacalls.calls c where c.code = call
      and c.asked_by = any ((select identity.current_organisations('programmamanager'))::text[])));
grant select on datacalls.mailings to sv_visitor;

-- An answer that came by mail after somebody else had answered: kept beside it and not applied.
create table datacalls.mailed_conflicts (
  id uuid primary key default gen_random_uuid(),
  line text not null references datacalls.lines on delete restrict deferrable initially deferred,
  -- The version that stood when it came.
  against integer not null check (against > 0),
  kind text not null check (kind in ('getal', 'kan-niet')),
  value numeric,
  note text check (length(note) between 1 and 500),
  at timestamptz not null,
  acted_as text not null,
  check ((kind = 'getal') = (value is not null)),
  check (kind <> 'kan-niet' or note is not null)
);
create index mailed_conflicts_line on datacalls.mailed_conflicts (line);
select platform.guard('datacalls.mailed_conflicts');
create policy holder_and_asker_read on datacalls.mailed_conflicts for select to sv_visitor
  using (line = any ((select datacalls.followed_lines())::text[]));
grant select on datacalls.mailed_conflicts to sv_visitor;
create policy holder_mails on datacalls.mailed_conflicts for insert to sv_visitor
  with check (mail.answered_address() is not null
    and datacalls.holder_of(line) = any ((select identity.answering_organisations())::text[]));
grant insert (line, against, kind, value, note) on datacalls.mailed_conflicts to sv_visitor;

create or replace function datacalls.note_author() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_holder text := case tg_table_name
    when 'answers' then datacalls.holder_of(to_jsonb(new) ->> 'line')
    when 'mailed_conflicts' then datacalls.holder_of(to_jsonb(new) ->> 'line')
    when 'imports' then to_jsonb(new) ->> 'holder'
    else datacalls.holder_of_answer((to_jsonb(new) ->> 'answer')::uuid) end;
begin
  new.at := platform.moment();
  new.acted_as := datacalls.write_author(of_holder);
  return new;
end $$;
create trigger author before insert on datacalls.mailed_conflicts for each row execute function datacalls.note_author();
create trigger only_grows before update or delete on datacalls.mailed_conflicts for each row execute function datacalls.refuse_change();

-- Mails a list to everybody who answers for the holder today; gives how many. At most one a day, so that nobody is flooded.
create function datacalls.put_list(
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
      case when in_domain is not null then 'antwoord+' || mail.new_address('uitvraag',
        jsonb_build_object('call', of_call, 'holder', of_holder, 'lines', of_lines), receiver.id, receiver.post, until, false)
        || '@' || in_domain end);
    mailed := mailed + 1;
  end loop;
  if mailed > 0 then
    insert into datacalls.mailings (call, holder, kind, at, receivers, acted_as)
    values (of_call, of_holder, of_kind, platform.moment(), mailed, by_whom);
  end if;
  return mailed;
end $$;
revoke execute on function datacalls.put_list from public;

-- The same for a programme manager of whoever asks; faults for anybody else.
create function datacalls.mail_list(
  of_call text, of_holder text, mail_subject text, mail_body text, of_lines jsonb, in_domain text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  asker text := (select c.asked_by from datacalls.calls c where c.code = of_call and c.withdrawn_on is null);
begin
  if asker is null or not asker = any (identity.current_organisations('programmamanager'))
     or not exists (select from datacalls.lines l where l.call = of_call and l.holder = of_holder) then
    raise exception 'only who asks mails the list' using errcode = '42501';
  end if;
  return datacalls.put_list(of_call, of_holder, 'lijst', datacalls.write_author(asker), mail_subject, mail_body, of_lines, in_domain);
end $$;
