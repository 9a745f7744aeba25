-- The chapters that a kind of plan usually has: from the region pack, to begin a draft with.
create table drafting.templates (
  code text primary key,
  kind text not null check (kind in ('strategie', 'jaarplan', 'actieagenda', 'uitvoeringsplan')),
  seq integer not null check (seq > 0),
  -- The end of the code of the programme.
  short text not null check (short ~ '^[A-Z0-9]{1,8}$'),
  title text not null,
  programme_kind text not null,
  priority text references strategy.priorities on delete restrict deferrable initially deferred,
  sources text[] not null,
  withdrawn_on date
);
create index templates_priority on drafting.templates (priority);
select platform.guard('drafting.templates');
create policy professionals_read on drafting.templates for select to sv_visitor using ((select identity.is_professional()));
grant select on drafting.templates to sv_visitor;
