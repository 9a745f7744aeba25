-- Registered crime per month as the police publish it. Each publication of the source is a release that is kept whole:
-- nothing is overwritten, so that what was known on any day can be told again.
create schema crime;
grant usage on schema crime to sv_visitor;

create table crime.types (
  code text primary key,
  name text not null,
  explanation text not null,
  -- Some types are in the total of a month and not published by themselves.
  is_published_monthly boolean not null,
  -- Many of these are registered because the police went looking.
  follows_police_effort boolean not null,
  -- What example figures are made of: so many a year per 100,000 inhabitants, and when most of them are.
  example_rate integer not null check (example_rate >= 0),
  example_season text not null check (example_season in ('geen', 'winter', 'zomer', 'oudejaar')),
  withdrawn_on date
);
select platform.guard('crime.types');
select platform.open_to_all('crime.types');

create table crime.type_indicators (
  code text primary key,
  type text not null references crime.types on delete restrict deferrable initially deferred,
  indicator text not null references figures.indicators on delete restrict deferrable initially deferred,
  -- What the two count differently; a match without a difference does not exist between two sources.
  difference text not null,
  withdrawn_on date
);
select platform.guard('crime.type_indicators');
select platform.open_to_all('crime.type_indicators');

-- How large example figures take a municipality to be: an invented order of size.
create table crime.example_sizes (
  area text primary key references territory.areas on delete restrict deferrable initially deferred,
  inhabitants integer not null check (inhabitants > 0),
  withdrawn_on date
);
select platform.guard('crime.example_sizes');
select platform.open_to_all('crime.example_sizes');

create table crime.releases (
  id integer generated always as identity primary key,
  -- The table of the source, or `voorbeeld`.
  source_table text not null,
  is_example boolean not null,
  -- The day the source says it was changed: since then the figures are known.
  modified_at timestamptz not null,
  title text not null,
  -- The crime types in the order of `crime.counts.counts`.
  types text[] not null,
  first_month text not null check (first_month ~ '^\d{4}-\d{2}$'),
  last_month text not null check (last_month ~ '^\d{4}-\d{2}$'),
  state text not null check (state in ('bezig', 'volledig', 'geweigerd', 'afgebroken')),
  refused_because text,
  -- SHA-256 over all that was loaded; null until it is whole.
  content_hash text,
  started_at timestamptz not null default platform.moment(),
  finished_at timestamptz,
  check ((state = 'volledig') = (content_hash is not null)),
  check ((state = 'geweigerd') = (refused_because is not null))
);
create unique index one_load_at_a_time on crime.releases (source_table) where state = 'bezig';
select platform.guard('crime.releases');

-- What visitors see: what is whole; and example figures only until there are real ones.
create function crime.visible_releases() returns integer[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(r.id), '{}') from crime.releases r
   where r.state = 'volledig'
     and (not r.is_example or not exists (select from crime.releases o where o.state = 'volledig' and not o.is_example))
$$;

create policy everyone_reads on crime.releases for select to sv_visitor
  using (id = any ((select crime.visible_releases())::integer[]) or (select identity.has_role('functioneel-beheerder')));
grant select on crime.releases to sv_visitor;

-- The areas of a release, with the names and the division it has.
create table crime.release_areas (
  release integer not null references crime.releases on delete cascade,
  code text not null,
  name text not null,
  kind text not null check (kind in ('gemeente', 'wijk', 'buurt')),
  municipality text not null,
  -- Null for a municipality and for a wijk itself.
  wijk text,
  seq integer not null,
  primary key (release, code)
);
create index release_areas_municipality on crime.release_areas (release, municipality);
create index release_areas_code on crime.release_areas (code, release);
select platform.guard('crime.release_areas');
create policy everyone_reads on crime.release_areas for select to sv_visitor
  using (release = any ((select crime.visible_releases())::integer[]) or (select identity.has_role('functioneel-beheerder')));
grant select on crime.release_areas to sv_visitor;

-- What of a release has been loaded: a load that was broken off goes on after the last of these.
create table crime.release_parts (
  release integer not null references crime.releases on delete cascade,
  municipality text not null,
  month text not null,
  row_count integer not null,
  -- SHA-256 of the counts, so that the hash of the release needs no second reading.
  hash text not null,
  loaded_at timestamptz not null default platform.moment(),
  primary key (release, municipality, month)
);
select platform.guard('crime.release_parts');
create policy administrators_read on crime.release_parts for select to sv_visitor
  using ((select identity.has_role('functioneel-beheerder')));
grant select on crime.release_parts to sv_visitor;

-- The counts of an area in a month, all crime types at once, as long as they differ from those of the release before.
-- So a month more costs one row per area, and two releases of the same numbers cost one.
create table crime.counts (
  area text not null,
  month text not null,
  release integer not null references crime.releases on delete cascade,
  -- One per type of the release, in its order; null is hidden by the source, and never zero.
  counts integer[] not null,
  primary key (area, month, release)
);
create index counts_release on crime.counts (release, month);
select platform.guard('crime.counts');
create policy everyone_reads on crime.counts for select to sv_visitor
  using (release = any ((select crime.visible_releases())::integer[]));
grant select on crime.counts to sv_visitor;

-- Where the source does not add up: kept and shown, never mended.
create table crime.differences (
  release integer not null references crime.releases on delete cascade,
  area text not null,
  month text not null,
  type text not null,
  parts_kind text not null check (parts_kind in ('wijken', 'buurten')),
  whole_count integer not null,
  parts_sum integer not null,
  primary key (release, area, month, type, parts_kind)
);
select platform.guard('crime.differences');
create policy everyone_reads on crime.differences for select to sv_visitor
  using (release = any ((select crime.visible_releases())::integer[]) or (select identity.has_role('functioneel-beheerder')));
grant select on crime.differences to sv_visitor;
