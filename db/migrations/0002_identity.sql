create schema identity;
grant usage on schema identity to sv_visitor;

-- Whoever can lead or take part in something: an organisation, a governance body or a working group.
create table identity.parties (
  code text primary key,
  kind text not null check (kind in ('organisatie', 'gremium', 'werkgroep')),
  name text not null
);
select platform.guard('identity.parties');
select platform.open_to_all('identity.parties');

create table identity.organisations (
  code text primary key references identity.parties on delete restrict deferrable initially deferred,
  name text not null,
  kind text not null check (kind in ('gemeente', 'om', 'politie', 'riec', 'zvh', 'bureau', 'belastingdienst', 'provincie', 'pvo', 'overig')),
  cbs_code text,
  tooi_uri text,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  successor text references identity.organisations on delete restrict deferrable initially deferred,
  note text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('identity.organisations');
select platform.open_to_all('identity.organisations');

create table identity.people (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null,
  is_example boolean not null default false,
  created_at timestamptz not null default platform.moment()
);
create unique index people_email on identity.people (lower(email));
select platform.guard('identity.people');

-- A person's place in an organisation for a time; every right follows from it and ends with it, at midnight.
create table identity.posts (
  id uuid primary key default gen_random_uuid(),
  person uuid not null references identity.people on delete cascade,
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  title text not null,
  role text not null check (role in ('lezer', 'adviseur', 'bestuurder', 'analist', 'programmamanager', 'functioneel-beheerder')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);
create index posts_person on identity.posts (person);
select platform.guard('identity.posts');

-- The id in the cookie is never stored: a stolen backup opens no session.
create table identity.sessions (
  id_hash text primary key,
  person uuid not null references identity.people on delete cascade,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  way text not null check (way in ('mail', 'oidc', 'voorbeeld'))
);
create index sessions_person on identity.sessions (person);
select platform.guard('identity.sessions');

-- Who is asking, from the session id of this transaction. Definer, because the visitor may not read sessions; the id is
-- the secret itself, so nobody can ask on behalf of a session he does not hold.
create function identity.current_person() returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.person from identity.sessions s
   where s.id_hash = encode(sha256(convert_to(coalesce(current_setting('app.session_id', true), ''), 'UTF8')), 'hex')
     and s.ends_at > platform.moment()
$$;

create function identity.current_roles() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct p.role), '{}') from identity.posts p
   where p.person = identity.current_person()
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;

-- Somebody with a post that runs today. What is for professionals exists for nobody else.
create function identity.is_professional() returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select cardinality(identity.current_roles()) > 0
$$;

create function identity.has_role(wanted text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select wanted = any (identity.current_roles())
$$;

create policy own_person on identity.people for select to sv_visitor using (id = (select identity.current_person()));
grant select on identity.people to sv_visitor;
create policy own_posts on identity.posts for select to sv_visitor using (person = (select identity.current_person()));
grant select on identity.posts to sv_visitor;
