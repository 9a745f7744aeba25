-- Sweeping out what is over went row by row past every other row, once a statement's plan was kept: with four hundred
-- sessions a sign-in took most of a second. Now what is over is found once, and with a plain comparison: calling
-- identity.runs() costs more than all the rest. identity.runs() says when a session is over; this says the same.

create or replace function identity.open_session(of_person uuid, secret_hash text, in_way text, in_request text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  moment timestamptz := platform.moment();
  earlier uuid := identity.current_session();
begin
  delete from identity.sessions where id = earlier;
  delete from identity.sessions where id = any (array(
    select s.id from identity.sessions s where s.ends_at <= moment or s.last_seen_at <= moment - interval '2 hours'
       for update skip locked));
  insert into identity.sessions (id_hash, person, started_at, last_seen_at, ends_at, way)
  values (secret_hash, of_person, moment, moment, moment + interval '12 hours', in_way);
  perform identity.write_audit(of_person, 'ingelogd', in_way, 'gelukt', in_request);
end $$;

create or replace function identity.asks_too_often(in_way text, of_address text, of_sender text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  since timestamptz := platform.moment() - interval '1 hour';
  sender_limit integer := case in_way when 'mail' then 30 else 120 end;
begin
  -- One at a time per address, so that a hundred requests at once are counted as a hundred.
  perform pg_advisory_xact_lock(7403293, hashtext(coalesce(of_address, of_sender, '')));
  delete from identity.sign_in_requests where id = any (array(
    select r.id from identity.sign_in_requests r where r.requested_at <= since for update skip locked));
  if (select count(*) from identity.sign_in_requests r where r.address_hash = of_address) >= 5
     or (select count(*) from identity.sign_in_requests r where r.sender_hash = of_sender and r.way = in_way)
        >= sender_limit then
    return true;
  end if;
  insert into identity.sign_in_requests (way, address_hash, sender_hash, requested_at)
  values (in_way, of_address, of_sender, platform.moment());
  return false;
end $$;

create or replace function identity.request_link(address text, of_sender text, link_hash text, mail_subject text, mail_body text, in_request text)
  returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  moment timestamptz := platform.moment();
  until timestamptz := moment + interval '15 minutes';
  known record;
begin
  if identity.asks_too_often('mail', encode(sha256(convert_to(lower(address), 'UTF8')), 'hex'), of_sender) then return false; end if;
  delete from identity.sign_in_links where token_hash = any (array(
    select l.token_hash from identity.sign_in_links l where l.expires_at <= moment for update skip locked));
  select p.id, p.email, p.is_example into known from identity.people p where lower(p.email) = lower(address);
  if known.id is not null then
    insert into identity.sign_in_links (token_hash, person, requested_at, expires_at)
    values (link_hash, known.id, moment, until);
    perform mail.put(known.email, mail_subject, mail_body, known.is_example, until);
    perform identity.write_audit(known.id, 'inloglink gevraagd', null, 'gelukt', in_request);
  end if;
  return true;
end $$;

create or replace function identity.begin_provider_visit(
  browser text, of_sender text, to_provider text, with_state text, with_nonce text, with_verifier text, back_to text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  moment timestamptz := platform.moment();
begin
  if identity.asks_too_often('oidc', null, of_sender) then return false; end if;
  delete from identity.provider_visits where browser_hash = any (array(
    select v.browser_hash from identity.provider_visits v where v.expires_at <= moment for update skip locked));
  insert into identity.provider_visits (browser_hash, provider, state, nonce, verifier, returns_to, expires_at)
  values (browser, to_provider, with_state, with_nonce, with_verifier, back_to, moment + interval '10 minutes');
  return true;
end $$;
