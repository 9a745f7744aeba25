create schema figures;
grant usage on schema figures to sv_visitor;

-- The source documents: the day each became known decides which figures were known when.
create table figures.documents (
  code text primary key,
  title text not null,
  short text not null,
  kind text not null,
  plan text,
  known_on date not null,
  known_on_estimated boolean not null,
  line_count integer not null check (line_count > 0),
  withdrawn_on date
);
select platform.guard('figures.documents');
select platform.open_to_all('figures.documents');

create table figures.indicators (
  code text primary key,
  title text not null,
  unit text not null,
  favourable text not null check (favourable in ('hoger', 'lager', 'geen')),
  definition text,
  caveats text,
  theme text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('figures.indicators');
select platform.open_to_all('figures.indicators');

-- One row per mention of a number in a source. Of the mentions of one number one leads; the others are further sources.
create table figures.measurements (
  code text primary key,
  indicator text not null references figures.indicators on delete restrict deferrable initially deferred,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  period text not null,
  base_period text,
  -- Null is unknown, and never zero.
  value numeric,
  unit text not null,
  kind text not null check (kind in ('realisatie', 'doel', 'nulmeting', 'verandering')),
  qualifier text not null check (qualifier in ('exact', 'approx', 'almost', 'more_than', 'less_than', 'min', 'max')),
  printed text not null,
  leads boolean not null,
  leads_because text,
  note text,
  sources text[] not null,
  recorded_at timestamptz not null default platform.moment(),
  withdrawn_on date
);
-- A value that is changed was stored at the moment of the change, not at that of the first load.
create function figures.note_recording() returns trigger language plpgsql as $$
begin
  new.recorded_at := platform.moment();
  return new;
end $$;
create trigger recorded before update of value, unit, qualifier, printed on figures.measurements
  for each row when (old is distinct from new) execute function figures.note_recording();
create index measurements_indicator on figures.measurements (indicator, area, period);
create index measurements_area on figures.measurements (area);
select platform.guard('figures.measurements');
select platform.open_to_all('figures.measurements');

-- The day a mention became known: that of the first document that prints it.
create function figures.known_on(of_sources text[]) returns date language sql stable as $$
  select min(d.known_on) from figures.documents d
   where d.code in (select split_part(s, ':', 1) from unnest(of_sources) s)
$$;

create table figures.contradictions (
  code text primary key,
  title text not null,
  explanation text not null,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('figures.contradictions');
select platform.open_to_all('figures.contradictions');

create table figures.contradiction_measurements (
  contradiction text not null references figures.contradictions on delete cascade deferrable initially deferred,
  measurement text not null references figures.measurements on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (contradiction, measurement)
);
create index contradiction_measurements_measurement on figures.contradiction_measurements (measurement);
select platform.guard('figures.contradiction_measurements');
select platform.open_to_all('figures.contradiction_measurements');

-- Numbers of which the source lost the meaning. They are shown, and never counted.
create table figures.unresolved_values (
  code text primary key,
  printed text,
  value numeric,
  unit text,
  period text,
  base_period text,
  reason text not null,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('figures.unresolved_values');
select platform.open_to_all('figures.unresolved_values');

create table figures.unresolved_value_indicators (
  unresolved_value text not null references figures.unresolved_values on delete cascade deferrable initially deferred,
  indicator text not null references figures.indicators on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (unresolved_value, indicator)
);
select platform.guard('figures.unresolved_value_indicators');
select platform.open_to_all('figures.unresolved_value_indicators');
