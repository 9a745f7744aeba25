create schema learning;
grant usage on schema learning to sv_visitor;

create table learning.terms (
  code text primary key,
  term text not null,
  kind text not null,
  expansion text,
  explanation text,
  explanation_en text,
  note text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('learning.terms');
select platform.open_to_all('learning.terms');

create table learning.knowledge_items (
  code text primary key,
  title text not null,
  kind text not null,
  theme text,
  target_group text,
  year text,
  state text not null check (state in ('in gebruik', 'afgerond', 'gepland', 'proef', 'voorbeeld')),
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('learning.knowledge_items');
select platform.open_to_all('learning.knowledge_items');

-- An area, or an organisation from elsewhere that a source names as user; the pack check guards it.
create table learning.knowledge_item_users (
  knowledge_item text not null references learning.knowledge_items on delete cascade deferrable initially deferred,
  used_by text not null,
  seq integer not null,
  primary key (knowledge_item, used_by)
);
create index knowledge_item_users_used_by on learning.knowledge_item_users (used_by);
select platform.guard('learning.knowledge_item_users');
select platform.open_to_all('learning.knowledge_item_users');

create table learning.events (
  code text primary key,
  title text not null,
  kind text not null,
  theme text,
  held_on text,
  held_on_precision text not null check (held_on_precision in ('dag', 'maand', 'kwartaal', 'halfjaar', 'jaar', 'terugkerend')),
  attendance text,
  organiser text,
  audience text,
  note text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('learning.events');
select platform.open_to_all('learning.events');

-- Where people meet is for professionals: threats to mayors and prosecutors are real (strategy 2023-2026).
create table learning.event_places (
  event text primary key references learning.events on delete cascade deferrable initially deferred,
  place text not null
);
select platform.guard('learning.event_places');
create policy professionals_read on learning.event_places for select to sv_visitor
  using ((select identity.is_professional()));
grant select on learning.event_places to sv_visitor;

create schema capacity;
grant usage on schema capacity to sv_visitor;

-- Police posts in fte on a day. Formation is what was agreed: not occupancy, and not who can be deployed.
create table capacity.formation_rows (
  code text primary key,
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  as_of date not null,
  operational integer not null,
  trainees integer not null,
  non_operational integer not null,
  total integer not null,
  sum_of_kinds integer not null,
  difference integer not null,
  kind text not null check (kind in ('onderdeel', 'totaal', 'controle')),
  note text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('capacity.formation_rows');
select platform.open_to_all('capacity.formation_rows');

create schema money;
grant usage on schema money to sv_visitor;

create table money.budget_lines (
  code text primary key,
  bureau text not null references identity.organisations on delete restrict deferrable initially deferred,
  year integer not null,
  status text not null check (status in ('begroting', 'realisatie')),
  direction text not null,
  block text,
  line text not null,
  -- Whole euros and cents as printed; null where the source is unreadable.
  amount numeric(14, 2),
  fte numeric(8, 2),
  stream text,
  printed text,
  readable text not null check (readable in ('ja', 'nee', 'deels')),
  note text,
  sources text[] not null,
  withdrawn_on date
);
create index budget_lines_bureau on money.budget_lines (bureau, year);
select platform.guard('money.budget_lines');
select platform.open_to_all('money.budget_lines');
