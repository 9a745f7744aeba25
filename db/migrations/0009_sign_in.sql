-- Signing in. A visitor touches none of these tables: he calls the few functions below, each of which does one thing.

alter table identity.sessions add column id uuid not null default gen_random_uuid() unique;
-- Nothing but a hash fits, so that a mistake in the program cannot store the secret itself.
alter table identity.sessions add check (id_hash ~ '^[0-9a-f]{64}$');

-- Over twelve hours after the start, and two hours after the last use (BIO2 8.05: sessions end by themselves).
create function identity.runs(checked identity.sessions) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select checked.ends_at > platform.moment() and checked.last_seen_at > platform.moment() - interval '2 hours'
$$;

create function identity.current_session() returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.id from identity.sessions s
   where s.id_hash = encode(sha256(convert_to(coalesce(current_setting('app.session_id', true), ''), 'UTF8')), 'hex')
     and identity.runs(s)
$$;

create or replace function identity.current_person() returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.person from identity.sessions s where s.id = identity.current_session()
$$;

create policy own_sessions on identity.sessions for select to sv_visitor
  using (person = (select identity.current_person()) and identity.runs(sessions));
grant select (id, person, started_at, last_seen_at, ends_at, way) on identity.sessions to sv_visitor;

-- A post may cover other areas than its organisation: one adviser for several municipalities.
create table identity.post_areas (
  post uuid not null references identity.posts on delete cascade,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  primary key (post, area)
);
create index post_areas_area on identity.post_areas (area);
select platform.guard('identity.post_areas');
create policy own_post_areas on identity.post_areas for select to sv_visitor
  using (post in (select p.id from identity.posts p where p.person = (select identity.current_person())));
grant select on identity.post_areas to sv_visitor;

-- Whose account at a provider this is. One account per person and provider: an address that is given to a new colleague
-- does not give him the old one's rights.
create table identity.person_logins (
  provider text not null,
  subject text not null,
  person uuid not null references identity.people on delete cascade,
  first_used_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (provider, subject),
  unique (provider, person)
);
create index person_logins_person on identity.person_logins (person);
select platform.guard('identity.person_logins');

-- Links that were mailed. Only the hash: who reads this table can open nothing.
create table identity.sign_in_links (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  person uuid not null references identity.people on delete cascade,
  requested_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_in_links_person on identity.sign_in_links (person);
select platform.guard('identity.sign_in_links');

-- Somebody on his way to a provider and back: what must be the same when he returns, bound to his browser by a cookie.
create table identity.provider_visits (
  browser_hash text primary key check (browser_hash ~ '^[0-9a-f]{64}$'),
  provider text not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  returns_to text not null,
  expires_at timestamptz not null
);
select platform.guard('identity.provider_visits');

-- Who asked to sign in how often in the last hour; hashes, so that addresses we do not know are not kept.
create table identity.sign_in_requests (
  id uuid primary key default gen_random_uuid(),
  way text not null check (way in ('mail', 'oidc')),
  address_hash text,
  sender_hash text,
  requested_at timestamptz not null
);
create index sign_in_requests_address on identity.sign_in_requests (address_hash, requested_at);
create index sign_in_requests_sender on identity.sign_in_requests (sender_hash, requested_at);
select platform.guard('identity.sign_in_requests');

-- Who did what, for the functional administrator and the auditor. Lines outlive the person and are never changed.
create table identity.audit_log (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null,
  person uuid,
  -- The functions the person had at that moment: a reader needs no name.
  acted_as text not null,
  event text not null,
  object text,
  outcome text not null check (outcome in ('gelukt', 'geweigerd')),
  request text not null
);
create index audit_log_at on identity.audit_log (at);
select platform.guard('identity.audit_log');
create policy administrators_read on identity.audit_log for select to sv_visitor
  using ((select identity.has_role('functioneel-beheerder')));
grant select on identity.audit_log to sv_visitor;

create function identity.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log only grows';
end $$;
create trigger only_grows before update or delete on identity.audit_log for each row execute function identity.refuse_change();
create trigger never_emptied before truncate on identity.audit_log for each statement execute function identity.refuse_change();

create function identity.write_audit(of_person uuid, what text, on_object text, how text, in_request text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into identity.audit_log (at, person, acted_as, event, object, outcome, request)
  select platform.moment(), of_person,
         coalesce((select string_agg(p.title || ', ' || o.name, '; ' order by p.title, o.name)
                     from identity.posts p join identity.organisations o on o.code = p.organisation
                    where p.person = of_person and p.valid_from <= platform.today()
                      and (p.valid_to is null or platform.today() < p.valid_to)),
                  case when of_person is null then 'niet ingelogd' else 'zonder functie' end),
         what, on_object, how, in_request
$$;
revoke execute on function identity.write_audit from public;

-- A line about what the signed-in person does now. Faults without a session: an act without an actor is a mistake in the program.
create function identity.note(what text, on_object text, in_request text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if identity.current_person() is null then raise exception 'an audit line needs a person'; end if;
  perform identity.write_audit(identity.current_person(), what, on_object, 'gelukt', in_request);
end $$;

-- Ends what this browser had and starts anew: an id from before signing in is worth nothing after it.
create function identity.open_session(of_person uuid, secret_hash text, in_way text, in_request text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from identity.sessions where id = identity.current_session();
  delete from identity.sessions where id in (select s.id from identity.sessions s where not identity.runs(s) for update skip locked);
  insert into identity.sessions (id_hash, person, started_at, last_seen_at, ends_at, way)
  values (secret_hash, of_person, platform.moment(), platform.moment(), platform.moment() + interval '12 hours', in_way);
  perform identity.write_audit(of_person, 'ingelogd', in_way, 'gelukt', in_request);
end $$;
revoke execute on function identity.open_session from public;

create function identity.keep_session() returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  update identity.sessions set last_seen_at = platform.moment() where id = identity.current_session()
$$;

-- Ends one session of the person who asks; false when he has no such session.
create function identity.end_session(ended uuid, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid := identity.current_person();
  was_current boolean := ended = identity.current_session();
begin
  delete from identity.sessions where id = ended and person = who;
  if not found then return false; end if;
  perform identity.write_audit(who, case when was_current then 'uitgelogd' else 'andere sessie beëindigd' end, null, 'gelukt', in_request);
  return true;
end $$;

-- Counts a request and says whether it is one too many within the hour: 5 per address, 30 per sender by mail, 120 to a provider.
-- A whole town hall may share one sender.
create function identity.asks_too_often(in_way text, of_address text, of_sender text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  since timestamptz := platform.moment() - interval '1 hour';
  sender_limit integer := case in_way when 'mail' then 30 else 120 end;
begin
  -- One at a time per address, so that a hundred requests at once are counted as a hundred.
  perform pg_advisory_xact_lock(7403293, hashtext(coalesce(of_address, of_sender, '')));
  delete from identity.sign_in_requests where id in (
    select r.id from identity.sign_in_requests r where r.requested_at <= since for update skip locked);
  if (select count(*) from identity.sign_in_requests r where r.address_hash = of_address) >= 5
     or (select count(*) from identity.sign_in_requests r where r.sender_hash = of_sender and r.way = in_way)
        >= sender_limit then
    return true;
  end if;
  insert into identity.sign_in_requests (way, address_hash, sender_hash, requested_at)
  values (in_way, of_address, of_sender, platform.moment());
  return false;
end $$;
revoke execute on function identity.asks_too_often from public;

-- Mails a link to whoever has this address, for 15 minutes. False when asked too often; otherwise true, known or not.
create function identity.request_link(address text, of_sender text, link_hash text, mail_subject text, mail_body text, in_request text)
  returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  until timestamptz := platform.moment() + interval '15 minutes';
  known record;
begin
  if identity.asks_too_often('mail', encode(sha256(convert_to(lower(address), 'UTF8')), 'hex'), of_sender) then return false; end if;
  delete from identity.sign_in_links where token_hash in (
    select l.token_hash from identity.sign_in_links l where l.expires_at <= platform.moment() for update skip locked);
  select p.id, p.email, p.is_example into known from identity.people p where lower(p.email) = lower(address);
  if known.id is not null then
    insert into identity.sign_in_links (token_hash, person, requested_at, expires_at)
    values (link_hash, known.id, platform.moment(), until);
    perform mail.put(known.email, mail_subject, mail_body, known.is_example, until);
    perform identity.write_audit(known.id, 'inloglink gevraagd', null, 'gelukt', in_request);
  end if;
  return true;
end $$;

-- The address a link was mailed to, for whoever holds the link; null when it is used, too old or never was. Changes nothing.
create function identity.link_address(link_hash text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.email from identity.sign_in_links l join identity.people p on p.id = l.person
   where l.token_hash = link_hash and l.expires_at > platform.moment()
$$;

-- Signs in by a link and voids it, with every other link of that person. False when the link is used, too old or never was.
create function identity.start_session_by_link(link_hash text, secret_hash text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
begin
  delete from identity.sign_in_links where token_hash = link_hash and expires_at > platform.moment() returning person into who;
  if who is null then return false; end if;
  delete from identity.sign_in_links where person = who;
  perform identity.open_session(who, secret_hash, 'mail', in_request);
  return true;
end $$;

-- Remembers a visit to a provider for ten minutes. False when this sender asks too often.
create function identity.begin_provider_visit(
  browser text, of_sender text, to_provider text, with_state text, with_nonce text, with_verifier text, back_to text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if identity.asks_too_often('oidc', null, of_sender) then return false; end if;
  delete from identity.provider_visits where browser_hash in (
    select v.browser_hash from identity.provider_visits v where v.expires_at <= platform.moment() for update skip locked);
  insert into identity.provider_visits (browser_hash, provider, state, nonce, verifier, returns_to, expires_at)
  values (browser, to_provider, with_state, with_nonce, with_verifier, back_to, platform.moment() + interval '10 minutes');
  return true;
end $$;

-- What was remembered of a visit, once: an answer of a provider that comes back twice finds nothing.
create function identity.take_provider_visit(browser text, from_provider text)
  returns table (state text, nonce text, verifier text, returns_to text)
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from identity.provider_visits v
   where v.browser_hash = browser and v.provider = from_provider and v.expires_at > platform.moment()
  returning v.state, v.nonce, v.verifier, v.returns_to
$$;

-- Signs in the person a provider vouches for: by the account he used before, else by an address the provider verified. The
-- provider speaks for its own organisations only, so he must have a post there today. Nobody is added here.
create function identity.start_session_by_provider(
  at_provider text, of_subject text, verified_address text, of_organisations text[], secret_hash text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  who uuid;
  answer text := 'ingelogd';
begin
  select l.person into who from identity.person_logins l where l.provider = at_provider and l.subject = of_subject;
  if who is null then
    select p.id into who from identity.people p where lower(p.email) = lower(verified_address) and not p.is_example;
  end if;
  if who is null then
    answer := 'onbekend';
  elsif not exists (
    select from identity.posts p where p.person = who and p.organisation = any (of_organisations)
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)) then
    answer := 'geen-functie';
  else
    insert into identity.person_logins (provider, subject, person, first_used_at, last_used_at)
    values (at_provider, of_subject, who, platform.moment(), platform.moment()) on conflict do nothing;
    update identity.person_logins set last_used_at = platform.moment()
     where provider = at_provider and subject = of_subject and person = who;
    if not found then answer := 'ander-account'; end if;
  end if;
  if answer = 'ingelogd' then
    perform identity.open_session(who, secret_hash, 'oidc', in_request);
  else
    perform identity.write_audit(who, 'inloggen', 'oidc', 'geweigerd', in_request);
  end if;
  return answer;
end $$;

-- Whom to ask for access: the organisations of the functional administrators, not their names.
create function identity.administering_organisations() returns setof text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct o.name from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.role = 'functioneel-beheerder'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
   order by o.name
$$;

-- Posts to try the product with, from the region pack. Rights follow only when the start makes persons of them.
create table identity.example_posts (
  code text primary key,
  person text not null,
  title text not null,
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  role text not null check (role in ('lezer', 'adviseur', 'bestuurder', 'analist', 'programmamanager', 'functioneel-beheerder')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  withdrawn_on date
);
select platform.guard('identity.example_posts');

create table identity.example_post_areas (
  example_post text not null references identity.example_posts on delete cascade deferrable initially deferred,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (example_post, area)
);
create index example_post_areas_area on identity.example_post_areas (area);
select platform.guard('identity.example_post_areas');

-- Example persons exist only while the program runs in example mode: the start adds and removes them.
create function identity.example_people() returns table (id uuid, name text, email text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name, p.email from identity.people p where p.is_example order by p.name, p.email
$$;

create function identity.start_example_session(as_person uuid, secret_hash text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from identity.people p where p.id = as_person and p.is_example) then return false; end if;
  perform identity.open_session(as_person, secret_hash, 'voorbeeld', in_request);
  return true;
end $$;
