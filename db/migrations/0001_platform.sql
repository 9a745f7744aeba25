-- What every table of this database has in common: row security that binds the owner too, and one policy for the owner.
-- A table without a policy for sv_visitor does not exist for a visitor.

create function platform.guard(guarded regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  -- FORCE binds the owner, its definer functions, the loader and data migrations; this lets them through.
  execute format('create policy keeper on %s to sv_owner using (true) with check (true)', guarded);
end $$;

-- For what the coalition adopted or accounted for: every visitor reads it.
create function platform.open_to_all(opened regclass) returns void language plpgsql as $$
begin
  execute format('create policy everyone_reads on %s for select to sv_visitor using (true)', opened);
  execute format('grant select on %s to sv_visitor', opened);
end $$;

-- "Now" comes from the program, so that a test or a replay decides what day it is.
create function platform.moment() returns timestamptz language sql stable
  as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

create function platform.today() returns date language sql stable
  as $$ select (platform.moment() at time zone 'Europe/Amsterdam')::date $$;

grant usage on schema platform to sv_visitor;

-- The region pack as it was last loaded, cell by cell: the middle of a three-way comparison.
create table platform.packs (
  code text primary key,
  version text not null,
  name text not null,
  coalition text not null,
  is_example boolean not null,
  loaded_at timestamptz not null
);
select platform.guard('platform.packs');
select platform.open_to_all('platform.packs');

create table platform.pack_rows (
  file text not null,
  code text not null,
  cells jsonb not null,
  primary key (file, code)
);
select platform.guard('platform.pack_rows');
