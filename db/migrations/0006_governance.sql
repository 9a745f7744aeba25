create schema governance;
grant usage on schema governance to sv_visitor;

create table governance.bodies (
  code text primary key references identity.parties on delete restrict deferrable initially deferred,
  name text not null,
  level text not null check (level in ('gemeente-basisteam', 'district', 'regio', 'landelijk')),
  kind text not null,
  legal_base text,
  members text[] not null default '{}',
  purpose text,
  times_a_year_min integer,
  times_a_year_max integer,
  frequency text,
  instance_count integer,
  chair text,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  note text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('governance.bodies');
select platform.open_to_all('governance.bodies');

create table governance.body_powers (
  code text primary key,
  body text not null references governance.bodies on delete restrict deferrable initially deferred,
  power text not null check (power in ('besluiten', 'voorbereiden', 'adviseren', 'vaststellen', 'afstemmen', 'sturen')),
  valid_from date,
  valid_to date check (valid_to > valid_from),
  explanation text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('governance.body_powers');
select platform.open_to_all('governance.body_powers');

-- Which subject belongs at which level: a guide with a date, not a hard rule.
create table governance.body_topics (
  code text primary key,
  level text not null check (level in ('gemeente-basisteam', 'district', 'regio', 'landelijk')),
  stream text not null check (stream in ('onveiligheidsaanpak', 'politie-eenheid')),
  seq integer not null,
  topic text not null,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('governance.body_topics');
select platform.open_to_all('governance.body_topics');

create table governance.working_groups (
  code text primary key references identity.parties on delete restrict deferrable initially deferred,
  name text not null,
  kind text not null check (kind in ('taskforce', 'bestuurlijke werkgroep', 'ambtelijke werkgroep')),
  priority text references strategy.priorities on delete restrict deferrable initially deferred,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  composition text,
  also_acts_as text,
  reports_to text references identity.parties on delete restrict deferrable initially deferred,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('governance.working_groups');
select platform.open_to_all('governance.working_groups');

create table governance.working_group_seats (
  code text primary key,
  working_group text not null references governance.working_groups on delete restrict deferrable initially deferred,
  seat integer not null,
  ground text not null check (ground in ('vereist', 'werkelijk')),
  role text not null,
  seat_count integer not null,
  district text references territory.areas on delete restrict deferrable initially deferred,
  municipality text references identity.organisations on delete restrict deferrable initially deferred,
  organisation text references identity.organisations on delete restrict deferrable initially deferred,
  note text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('governance.working_group_seats');
select platform.open_to_all('governance.working_group_seats');

create table governance.principles (
  code text primary key,
  principle_set text not null,
  seq integer not null,
  title text not null,
  body text not null,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('governance.principles');
select platform.open_to_all('governance.principles');
