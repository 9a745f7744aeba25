-- The subjects that figures are grouped by, in the order of a region.
create table figures.themes (
  code text primary key,
  name text not null,
  seq integer not null,
  withdrawn_on date
);
select platform.guard('figures.themes');
select platform.open_to_all('figures.themes');

-- What an indicator is computed from, so that a printed number can be checked: numerator / denominator × factor, or the
-- sum of parts. And the periods from which it was counted in another way.
alter table figures.indicators
  add column numerator text references figures.indicators on delete restrict deferrable initially deferred,
  add column denominator text references figures.indicators on delete restrict deferrable initially deferred,
  add column factor numeric check (factor > 0),
  add column breaks text[] not null default '{}',
  add constraint numerator_has_factor check ((numerator is null) = (factor is null)),
  add constraint denominator_has_numerator check (denominator is null or numerator is not null);

create table figures.indicator_parts (
  indicator text not null references figures.indicators on delete cascade deferrable initially deferred,
  part text not null references figures.indicators on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (indicator, part),
  check (indicator <> part)
);
select platform.guard('figures.indicator_parts');
select platform.open_to_all('figures.indicator_parts');
