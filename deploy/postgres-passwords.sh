#!/bin/sh
# After postgres-roles.sql, once, as the administrator of the server: gives both logins the password of their setting.
set -eu
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner="$SV_OWNER_PASSWORD" --set visitor="$SV_VISITOR_PASSWORD" <<'SQL'
alter role sv_beheer password :'owner';
alter role sv_login password :'visitor';
SQL
