-- Reports: a draft per area and period that a run makes, what the adviser of that area adds and signs, and what was published
-- then: kept by hash, never changed.
create schema publications;
grant usage on schema publications to sv_visitor;

-- The areas the signed-in person writes reports of: those of his post, else those of his organisation, at a municipality or a
-- bureau. Who does that at a bureau also does it for the districts of its area.
create function publications.own_areas() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with own as (
    select o.kind, a.area
      from identity.posts p join identity.organisations o on o.code = p.organisation
     cross join lateral (
       select pa.area from identity.post_areas pa where pa.post = p.id
       union all
       select oa.area from territory.organisation_areas oa
        where oa.organisation = p.organisation and not exists (select from identity.post_areas pa where pa.post = p.id)) a
     where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
       and o.kind in ('gemeente', 'bureau')
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
  )
  select coalesce(array_agg(distinct area), '{}') from (
    select area from own
    union all
    select w.code from own join territory.areas a on a.code = own.area and a.kind = 'regio'
     cross join lateral territory.within(own.area, 'bestuurlijk', platform.today()) as w (code)
      join territory.areas d on d.code = w.code and d.kind = 'district'
     where own.kind = 'bureau') found
$$;

-- Who has drafts made: the programme managers of a bureau and the functional administrators.
create function publications.makes_reports() returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select identity.has_role('functioneel-beheerder') or exists (
    select from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
     where p.person = identity.current_person() and p.role = 'programmamanager'
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to))
$$;

-- One time that drafts were asked for all areas of the region.
create table publications.runs (
  id uuid primary key default gen_random_uuid(),
  period text not null check (period ~ '^\d{4}(-H[12])?$'),
  asked_at timestamptz not null default platform.moment(),
  acted_as text not null,
  state text not null default 'wacht' check (state in ('wacht', 'bezig', 'klaar', 'afgebroken')),
  stopped_because text,
  -- The release all its reports are made of; null until it begins.
  release integer,
  finished_at timestamptz,
  check ((state = 'afgebroken') = (stopped_because is not null))
);
-- Who asks twice waits for the first.
create unique index one_run_at_a_time on publications.runs (period) where state in ('wacht', 'bezig');
select platform.guard('publications.runs');
create policy makers_read on publications.runs for select to sv_visitor using ((select publications.makes_reports()));
grant select on publications.runs to sv_visitor;
create policy makers_ask on publications.runs for insert to sv_visitor with check ((select publications.makes_reports()));
grant insert (id, period) on publications.runs to sv_visitor;

create table publications.reports (
  code text primary key,
  area text not null references territory.areas on delete restrict,
  period text not null check (period ~ '^\d{4}(-H[12])?$'),
  -- A new one when the one before was signed.
  version integer not null check (version > 0),
  -- The release by its number, without a reference: example figures go, and what was made of them then cannot be recomputed.
  release integer not null,
  is_example boolean not null,
  known_on date not null,
  -- Canonical JSON (RFC 8785): every figure with the question it answers.
  model text not null,
  made_at timestamptz not null default platform.moment(),
  unique (area, period, version)
);
select platform.guard('publications.reports');

-- What of a run is done: a run that was broken off goes on after the last of these.
create table publications.run_areas (
  run uuid not null references publications.runs on delete cascade,
  area text not null references territory.areas on delete restrict,
  seq integer not null,
  -- Null until it is made.
  report text references publications.reports on delete restrict,
  made_at timestamptz,
  primary key (run, area),
  check ((report is null) = (made_at is null))
);
create index run_areas_report on publications.run_areas (report);
create index run_areas_area on publications.run_areas (area);
select platform.guard('publications.run_areas');
create policy makers_read on publications.run_areas for select to sv_visitor using ((select publications.makes_reports()));
grant select on publications.run_areas to sv_visitor;

-- The adviser's own words. Each change is a new version.
create table publications.contexts (
  id uuid primary key default gen_random_uuid(),
  report text not null references publications.reports on delete restrict,
  version integer not null check (version > 0),
  text text not null check (length(text) <= 20000),
  at timestamptz not null,
  acted_as text not null,
  unique (report, version)
);
select platform.guard('publications.contexts');

create table publications.signatures (
  report text primary key references publications.reports on delete restrict,
  -- The words it was signed with; null when there were none.
  context uuid references publications.contexts on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
create index signatures_context on publications.signatures (context);
select platform.guard('publications.signatures');

-- What was published, byte for byte.
create table publications.files (
  report text not null references publications.reports on delete restrict,
  format text not null check (format in ('html', 'pdf', 'xlsx', 'docx', 'json')),
  content bytea not null,
  hash text not null check (hash = encode(sha256(content), 'hex')),
  primary key (report, format)
);
select platform.guard('publications.files');

-- Functions, because a policy may not lead back to its own table.
create function publications.is_signed(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from publications.signatures s where s.report = given)
$$;
revoke execute on function publications.is_signed from public;

-- What was made of example figures goes with them, when there are real ones.
create function publications.is_public(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select publications.is_signed(given) and not exists (
    select from publications.reports r where r.code = given and r.is_example
       and exists (select from crime.releases o where o.state = 'volledig' and not o.is_example))
$$;

create function publications.area_of(given text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.area from publications.reports r where r.code = given
$$;
revoke execute on function publications.area_of from public;

-- Whose report it is, and who made it: for them a draft exists.
create function publications.works_on(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select publications.area_of(given) = any (publications.own_areas()) or publications.makes_reports()
$$;

-- The area of a report that is being signed in this very transaction.
create function publications.area_of_signing(given text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.area from publications.reports r join publications.signatures s on s.report = r.code
   where r.code = given and s.at = platform.moment()
$$;

create function publications.may_sign(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(publications.area_of(given) = any (publications.own_areas()), false) and not publications.is_signed(given)
$$;

create policy everyone_reads_published on publications.reports for select to sv_visitor
  using (publications.is_public(code) or (select publications.makes_reports())
    or area = any ((select publications.own_areas())::text[]));
grant select on publications.reports to sv_visitor;
create policy everyone_reads_published on publications.contexts for select to sv_visitor
  using (publications.works_on(report)
    or exists (select from publications.signatures s where s.context = contexts.id and publications.is_public(s.report)));
grant select on publications.contexts to sv_visitor;
create policy everyone_reads_published on publications.signatures for select to sv_visitor
  using (publications.is_public(report) or publications.works_on(report));
grant select on publications.signatures to sv_visitor;
create policy everyone_reads_published on publications.files for select to sv_visitor
  using (publications.is_public(report) or publications.works_on(report));
grant select on publications.files to sv_visitor;

create policy adviser_writes on publications.contexts for insert to sv_visitor with check (publications.may_sign(report));
grant insert (report, version, text) on publications.contexts to sv_visitor;
-- Signed with the newest words, or there are others that were not seen.
create policy adviser_signs on publications.signatures for insert to sv_visitor
  with check (publications.may_sign(report) and context is not distinct from
    (select c.id from publications.contexts c where c.report = signatures.report order by c.version desc limit 1));
grant insert (report, context) on publications.signatures to sv_visitor;
-- Only together with the signature: at the same moment, by who signs.
create policy adviser_publishes on publications.files for insert to sv_visitor
  with check (publications.area_of_signing(report) = any ((select publications.own_areas())::text[]));
grant insert (report, format, content, hash) on publications.files to sv_visitor;

-- Who and when are written by the database.
create function publications.author_of(given text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind in ('gemeente', 'bureau')
   where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
     and given = any (publications.own_areas())
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     and (o.kind = 'bureau' or given in (
       select pa.area from identity.post_areas pa where pa.post = p.id
       union all
       select oa.area from territory.organisation_areas oa
        where oa.organisation = o.code and not exists (select from identity.post_areas pa where pa.post = p.id)))
$$;

create function publications.note_author() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.at := platform.moment();
  new.acted_as := publications.author_of(publications.area_of(new.report));
  return new;
end $$;
revoke execute on function publications.note_author from public;
create trigger author before insert on publications.contexts for each row execute function publications.note_author();
create trigger author before insert on publications.signatures for each row execute function publications.note_author();

create function publications.note_asker() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.asked_at := platform.moment();
  new.acted_as := (select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person()
     and (p.role = 'functioneel-beheerder' or (p.role = 'programmamanager' and o.kind = 'bureau'))
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to));
  return new;
end $$;
revoke execute on function publications.note_asker from public;
create trigger author before insert on publications.runs for each row execute function publications.note_asker();

-- What was published never changes, and neither does the draft it was made of.
create function publications.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was signed or published never changes';
end $$;
revoke execute on function publications.refuse_change from public;
create trigger only_grows before update or delete on publications.contexts for each row execute function publications.refuse_change();
create trigger only_grows before update or delete on publications.signatures for each row execute function publications.refuse_change();
create trigger only_grows before update or delete on publications.files for each row execute function publications.refuse_change();

create function publications.refuse_change_of_signed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if publications.is_signed(old.code) then raise exception 'what was signed or published never changes'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
revoke execute on function publications.refuse_change_of_signed from public;
create trigger stays_as_signed before update or delete on publications.reports
  for each row execute function publications.refuse_change_of_signed();
