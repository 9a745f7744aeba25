-- Run once as administrator of a PostgreSQL server (15 or newer), connected to the empty database that Slagvaardig will use:
--
--   createdb slagvaardig
--   psql --dbname slagvaardig --set ON_ERROR_STOP=1 --file deploy/postgres-roles.sql
--
-- Then give both logins a password, for instance with \password sv_beheer and \password sv_login in psql. Running it again
-- changes nothing. Neither login is a superuser or may make roles or databases.

do $$ begin
  -- Owns all tables, migrates, loads regions, makes and restores backups.
  if not exists (select from pg_roles where rolname = 'sv_owner') then create role sv_owner nologin; end if;
  -- What row policies speak about.
  if not exists (select from pg_roles where rolname = 'sv_visitor') then create role sv_visitor nologin; end if;
  -- For DATABASE_OWNER_URL: may become the owner.
  if not exists (select from pg_roles where rolname = 'sv_beheer') then create role sv_beheer login; end if;
  -- For DATABASE_URL: may become the visitor, and nothing else.
  if not exists (select from pg_roles where rolname = 'sv_login') then create role sv_login login; end if;
end $$;

grant sv_owner to sv_beheer;
grant sv_visitor to sv_login;

-- The owner makes schemas here, and the three extensions that PostgreSQL trusts an owner with.
do $$ begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, create on database %I to sv_owner', current_database());
  execute format('grant connect on database %I to sv_visitor', current_database());
end $$;
revoke create on schema public from public;
