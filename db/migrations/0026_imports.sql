-- Figures that the functional administrator reads in from a CSV or XLSX file. The file becomes a source document of its own.

create table figures.imports (
  id uuid primary key default gen_random_uuid(),
  document text not null unique references figures.documents on delete restrict deferrable initially deferred,
  file_name text not null check (length(file_name) between 1 and 200),
  -- SHA-256 of the file: whoever has it can show that this is the one. The file itself is not kept.
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  -- The function somebody had then: a reader needs no name. The person is in the audit log.
  acted_as text not null,
  undone_at timestamptz,
  undone_as text,
  check ((undone_at is null) = (undone_as is null))
);
-- The same file counts once.
create unique index imports_file on figures.imports (file_hash) where undone_at is null;
select platform.guard('figures.imports');
create policy administrators_read on figures.imports for select to sv_visitor
  using ((select identity.has_role('functioneel-beheerder')));
grant select on figures.imports to sv_visitor;
create policy administrators_read_in on figures.imports for insert to sv_visitor
  with check ((select identity.has_role('functioneel-beheerder')));
grant insert (id, document, file_name, file_hash) on figures.imports to sv_visitor;
create policy administrators_undo on figures.imports for update to sv_visitor
  using (undone_at is null and (select identity.has_role('functioneel-beheerder')))
  with check ((select identity.has_role('functioneel-beheerder')));
grant update (undone_at) on figures.imports to sv_visitor;

-- Who and when are written by the database, so that nobody reads in under another's name or on another day.
create function figures.note_importer() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  function_then text := (
    select string_agg(p.title || ', ' || o.name, '; ' order by p.title, o.name)
      from identity.posts p join identity.organisations o on o.code = p.organisation
     where p.person = identity.current_person() and p.role = 'functioneel-beheerder'
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to));
begin
  if tg_op = 'INSERT' then
    new.at := platform.moment();
    new.acted_as := function_then;
  else
    new.undone_at := platform.moment();
    new.undone_as := function_then;
  end if;
  return new;
end $$;
revoke execute on function figures.note_importer from public;
create trigger importer before insert or update on figures.imports
  for each row execute function figures.note_importer();

-- The file from which a number was read in; null for what a region pack brought.
alter table figures.measurements add column import uuid references figures.imports on delete restrict deferrable initially deferred;
create index measurements_import on figures.measurements (import) where import is not null;

create function figures.is_imported(document text) returns boolean
  language sql stable as $$ select exists (select from figures.imports i where i.document = is_imported.document and i.undone_at is null) $$;

create policy administrators_read_in on figures.documents for insert to sv_visitor
  with check (figures.is_imported(code) and known_on <= platform.today() and (select identity.has_role('functioneel-beheerder')));
grant insert (code, title, short, kind, known_on, known_on_estimated, line_count) on figures.documents to sv_visitor;
create policy administrators_withdraw on figures.documents for update to sv_visitor
  using (figures.is_imported(code) and (select identity.has_role('functioneel-beheerder')))
  with check (figures.is_imported(code) and withdrawn_on = platform.today());
grant update (withdrawn_on) on figures.documents to sv_visitor;

-- Each number has one source: a row of its own file.
create policy administrators_read_in on figures.measurements for insert to sv_visitor
  with check ((select identity.has_role('functioneel-beheerder'))
    and exists (select from figures.imports i where i.id = import and i.undone_at is null
      and sources = array[i.document || ':' || split_part(sources[1], ':', 2)]));
grant insert (code, indicator, area, period, base_period, value, unit, kind, qualifier, printed, leads, leads_because, note, sources, import)
  on figures.measurements to sv_visitor;
create policy administrators_withdraw on figures.measurements for update to sv_visitor
  using (import is not null and (select identity.has_role('functioneel-beheerder')))
  with check (import is not null and withdrawn_on = platform.today());
grant update (withdrawn_on) on figures.measurements to sv_visitor;

-- Which of the mentions of one number leads is decided in the region pack, where the coalition's own documents are. When a pack
-- brings a leading number, an imported one about the same stays as a mention and no longer leads; two ends of a range stand together.
create function figures.give_way() returns trigger language plpgsql as $$
begin
  update figures.measurements m
     set leads = false, leads_because = 'Over hetzelfde kwam ' || new.code || ' uit een brondocument, en dat telt mee'
   where m.import is not null and m.leads and m.withdrawn_on is null
     and m.indicator = new.indicator and m.area = new.area and m.period = new.period
     and m.base_period is not distinct from new.base_period and m.kind = new.kind
     and not (m.qualifier = 'min' and new.qualifier = 'max' or m.qualifier = 'max' and new.qualifier = 'min');
  return null;
end $$;
revoke execute on function figures.give_way from public;
create trigger imports_give_way after insert or update on figures.measurements
  for each row when (new.import is null and new.leads and new.withdrawn_on is null) execute function figures.give_way();

-- What would stand on air if an import were taken back: one row per kind of thing, with how many.
create function figures.resting_on_import(undone uuid) returns table (what text, amount bigint)
  language sql stable as $$
  with own as (select m.code from figures.measurements m where m.import = undone),
       file as (select i.document from figures.imports i where i.id = undone)
  select 'tegenspraak', count(*) from figures.contradiction_measurements where measurement in (select code from own) having count(*) > 0
  union all
  select 'uitvraag', count(*) from datacalls.lines where measurement in (select code from own) having count(*) > 0
  union all
  select 'plan', count(*) from strategy.plans where document in (select document from file) having count(*) > 0
  union all
  -- A later file repeats a number that leads here: without it none of the mentions would lead.
  select 'ingelezen getal', count(*) from figures.measurements later
    join figures.imports i on i.id = later.import and i.id <> undone and i.undone_at is null
   where later.withdrawn_on is null and not later.leads and later.value is not null
     and exists (select from figures.measurements m where m.import = undone and m.leads and m.indicator = later.indicator
       and m.area = later.area and m.period = later.period and m.base_period is not distinct from later.base_period
       and m.kind = later.kind)
  having count(*) > 0
$$;
