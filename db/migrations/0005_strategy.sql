create schema strategy;
grant usage on schema strategy to sv_visitor;

create table strategy.strategies (
  code text primary key,
  title text not null,
  period_from integer not null,
  period_to integer not null check (period_to >= period_from),
  motto text,
  goal text,
  adopted_on date,
  adopted_by text references identity.parties on delete restrict deferrable initially deferred,
  predecessor text references strategy.strategies on delete restrict deferrable initially deferred,
  municipality_count integer,
  status_note text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('strategy.strategies');
select platform.open_to_all('strategy.strategies');

create table strategy.priorities (
  code text primary key,
  strategy text not null references strategy.strategies on delete restrict deferrable initially deferred,
  seq integer not null,
  title text not null,
  kind text not null check (kind in ('prioriteit', 'ondersteunend')),
  goal text,
  lead_group text references identity.parties on delete restrict deferrable initially deferred,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('strategy.priorities');
select platform.open_to_all('strategy.priorities');

-- The life of a priority: active, followed, reactive, handed over, closed.
create table strategy.priority_states (
  code text primary key,
  priority text not null references strategy.priorities on delete restrict deferrable initially deferred,
  state text not null check (state in ('actief', 'volgend', 'reactief', 'overgedragen', 'afgesloten')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  reason text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('strategy.priority_states');
select platform.open_to_all('strategy.priority_states');

create table strategy.focus_lines (
  code text primary key,
  strategy text not null references strategy.strategies on delete restrict deferrable initially deferred,
  priority text references strategy.priorities on delete restrict deferrable initially deferred,
  kind text not null,
  seq integer not null,
  title text not null,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('strategy.focus_lines');
select platform.open_to_all('strategy.focus_lines');

create table strategy.plans (
  code text primary key,
  title text not null,
  kind text not null check (kind in ('strategie', 'jaarplan', 'uitvoeringsplan', 'meerjarenplan', 'landelijk')),
  period_from integer,
  period_to integer,
  adopted_on date,
  adopted_by text references identity.parties on delete restrict deferrable initially deferred,
  strategy text references strategy.strategies on delete restrict deferrable initially deferred,
  document text references figures.documents on delete restrict deferrable initially deferred,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('strategy.plans');
select platform.open_to_all('strategy.plans');

create table strategy.programmes (
  code text primary key,
  plan text not null references strategy.plans on delete restrict deferrable initially deferred,
  kind text not null,
  title text not null,
  priority text references strategy.priorities on delete restrict deferrable initially deferred,
  lead text references identity.parties on delete restrict deferrable initially deferred,
  sources text[] not null,
  withdrawn_on date
);
create index programmes_plan on strategy.programmes (plan);
select platform.guard('strategy.programmes');
select platform.open_to_all('strategy.programmes');

create table strategy.actions (
  code text primary key,
  plan text not null references strategy.plans on delete restrict deferrable initially deferred,
  programme text not null references strategy.programmes on delete restrict deferrable initially deferred,
  project text,
  track text not null,
  title text not null,
  lead text not null references identity.parties on delete restrict deferrable initially deferred,
  -- As the source gives it: a day, a quarter, or the period of the plan.
  due text not null,
  target_value text,
  target_unit text,
  -- A promise that two chapters print is one promise: both records name the first of them.
  promise text references strategy.actions on delete restrict deferrable initially deferred,
  sources text[] not null,
  withdrawn_on date
);
create index actions_plan on strategy.actions (plan);
create index actions_programme on strategy.actions (programme);
create index actions_lead on strategy.actions (lead);
create index actions_promise on strategy.actions (promise);
select platform.guard('strategy.actions');
select platform.open_to_all('strategy.actions');

create table strategy.action_participants (
  action text not null references strategy.actions on delete cascade deferrable initially deferred,
  party text not null references identity.parties on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (action, party)
);
create index action_participants_party on strategy.action_participants (party);
select platform.guard('strategy.action_participants');
select platform.open_to_all('strategy.action_participants');

create table strategy.action_areas (
  action text not null references strategy.actions on delete cascade deferrable initially deferred,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (action, area)
);
create index action_areas_area on strategy.action_areas (area);
select platform.guard('strategy.action_areas');
select platform.open_to_all('strategy.action_areas');

create table strategy.action_indicators (
  action text not null references strategy.actions on delete cascade deferrable initially deferred,
  indicator text not null references figures.indicators on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (action, indicator)
);
create index action_indicators_indicator on strategy.action_indicators (indicator);
select platform.guard('strategy.action_indicators');
select platform.open_to_all('strategy.action_indicators');

create table strategy.results (
  code text primary key,
  plan text not null references strategy.plans on delete restrict deferrable initially deferred,
  result_year integer not null,
  programme text not null references strategy.programmes on delete restrict deferrable initially deferred,
  project text,
  title text not null,
  lead text not null references identity.parties on delete restrict deferrable initially deferred,
  value numeric,
  unit text,
  indicator text references figures.indicators on delete restrict deferrable initially deferred,
  sources text[] not null,
  withdrawn_on date
);
create index results_plan on strategy.results (plan);
create index results_programme on strategy.results (programme);
create index results_indicator on strategy.results (indicator);
select platform.guard('strategy.results');
select platform.open_to_all('strategy.results');

create table strategy.result_areas (
  result text not null references strategy.results on delete cascade deferrable initially deferred,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (result, area)
);
create index result_areas_area on strategy.result_areas (area);
select platform.guard('strategy.result_areas');
select platform.open_to_all('strategy.result_areas');

-- Who takes part in which theme of a district plan. The marks of the printed matrices are partly lost: those are "onbekend".
create table strategy.matrix_cells (
  code text primary key,
  district text not null references territory.areas on delete restrict deferrable initially deferred,
  theme text not null,
  -- A party, or a district where the source speaks of all its partners together; the pack check guards it.
  partner text not null,
  participates text not null check (participates in ('ja', 'nee', 'onbekend')),
  start_position text,
  ground text not null,
  note text,
  sources text[] not null,
  withdrawn_on date
);
create index matrix_cells_partner on strategy.matrix_cells (partner);
select platform.guard('strategy.matrix_cells');
-- A list of who did not choose a theme is a gift to those it is about: "nee" exists for professionals only.
create policy chosen_is_public on strategy.matrix_cells for select to sv_visitor
  using (participates <> 'nee' or (select identity.is_professional()));
grant select on strategy.matrix_cells to sv_visitor;

create table strategy.trends (
  code text primary key,
  inventory text not null,
  seq integer not null,
  title text not null,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('strategy.trends');
select platform.open_to_all('strategy.trends');

-- Links of the chain that no column holds. `bron`: a source line says so. `afgeleid`: same subject, never cause.
create table strategy.links (
  code text primary key,
  from_kind text not null check (from_kind in ('indicator', 'prioriteit', 'plan', 'programma', 'actie', 'resultaat')),
  from_code text not null,
  to_kind text not null check (to_kind in ('indicator', 'prioriteit', 'plan', 'programma', 'actie', 'resultaat')),
  to_code text not null,
  ground text not null check (ground in ('bron', 'afgeleid')),
  reason text,
  sources text[] not null,
  withdrawn_on date,
  check (ground = 'bron' or reason is not null)
);
create index links_from on strategy.links (from_kind, from_code);
create index links_to on strategy.links (to_kind, to_code);
select platform.guard('strategy.links');
select platform.open_to_all('strategy.links');
