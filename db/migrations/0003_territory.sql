create schema territory;
grant usage on schema territory to sv_visitor;

create table territory.areas (
  code text primary key,
  name text not null,
  kind text not null check (kind in ('land', 'regio', 'district', 'gemeente', 'wijk', 'buurt', 'basisteam', 'provincie', 'zvh-gebied', 'veiligheidsregio', 'politie-eenheid', 'buiten-regio')),
  cbs_code text,
  tooi_uri text,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  other_names text[] not null default '{}',
  note text,
  sources text[] not null,
  withdrawn_on date
);
create index areas_kind on territory.areas (kind);
select platform.guard('territory.areas');
select platform.open_to_all('territory.areas');

-- Two trees over neighbourhoods (bestuurlijk and politie), and province, care and safety house and veiligheidsregio beside them.
create table territory.memberships (
  code text primary key,
  part text not null references territory.areas on delete restrict deferrable initially deferred,
  whole text not null references territory.areas on delete restrict deferrable initially deferred,
  division text not null check (division in ('bestuurlijk', 'politie', 'provincie', 'zvh', 'veiligheidsregio')),
  valid_from date,
  valid_to date check (valid_to > valid_from),
  ground text,
  note text,
  sources text[] not null,
  withdrawn_on date,
  check (part <> whole),
  -- An area is part of one whole per division at a time.
  constraint one_whole_at_a_time exclude using gist
    (part with =, division with =, daterange(valid_from, valid_to) with &&) where (withdrawn_on is null) deferrable initially deferred
);
create index memberships_whole on territory.memberships (whole, division);
select platform.guard('territory.memberships');
select platform.open_to_all('territory.memberships');

create table territory.changes (
  code text primary key,
  kind text not null check (kind in ('samenvoeging', 'overgang')),
  from_area text not null references territory.areas on delete restrict deferrable initially deferred,
  to_area text not null references territory.areas on delete restrict deferrable initially deferred,
  effective_on date not null,
  state text not null check (state in ('vastgesteld', 'aangekondigd')),
  note text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('territory.changes');
select platform.open_to_all('territory.changes');

-- Where a municipality stands on the tile map, laid out by hand so that neighbours touch.
create table territory.tiles (
  area text primary key references territory.areas on delete restrict deferrable initially deferred,
  map_column integer not null check (map_column between 1 and 20),
  map_row integer not null check (map_row between 1 and 20),
  short_name text not null,
  withdrawn_on date,
  unique (map_column, map_row) deferrable initially deferred
);
select platform.guard('territory.tiles');
select platform.open_to_all('territory.tiles');

-- The areas an organisation works for: a municipal office its own, a joint office several.
create table territory.organisation_areas (
  organisation text not null references identity.organisations on delete cascade deferrable initially deferred,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (organisation, area)
);
create index organisation_areas_area on territory.organisation_areas (area);
select platform.guard('territory.organisation_areas');
select platform.open_to_all('territory.organisation_areas');

-- The area and everything it holds on a day, in one division: a district gives its municipalities.
create function territory.within(whole_area text, in_division text, on_day date) returns setof text
  language sql stable as $$
  with recursive parts as (
    select whole_area as code
    union
    select m.part from territory.memberships m join parts p on m.whole = p.code
     where m.division = in_division and m.withdrawn_on is null
       and (m.valid_from is null or m.valid_from <= on_day) and (m.valid_to is null or on_day < m.valid_to)
  ) select code from parts
$$;

-- The area and everything that holds it on a day: a municipality gives its district, region and country.
create function territory.around(part_area text, in_division text, on_day date) returns setof text
  language sql stable as $$
  with recursive wholes as (
    select part_area as code
    union
    select m.whole from territory.memberships m join wholes w on m.part = w.code
     where m.division = in_division and m.withdrawn_on is null
       and (m.valid_from is null or m.valid_from <= on_day) and (m.valid_to is null or on_day < m.valid_to)
  ) select code from wholes
$$;
