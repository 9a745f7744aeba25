-- Accounts (verantwoordingsstukken): blocks that police, prosecutor, mayors and the bureau write in versions, clear each for their
-- own part, and that a second person releases. What was released is kept by its hash and entered in the ledger of publications.
create schema accounts;
grant usage on schema accounts to sv_visitor;

create table accounts.accounts (
  code text primary key check (code ~ '^[a-z0-9-]{3,80}$'),
  kind text not null check (kind in ('jaarresultaten', 'jaarverslag', 'evaluatie', 'een-pagina')),
  year integer not null check (year between 1900 and 2999),
  title text not null check (length(title) between 1 and 200),
  -- The bureau that makes it.
  owner text not null references identity.organisations on delete restrict deferrable initially deferred,
  at timestamptz not null,
  acted_as text not null
);
create index accounts_owner on accounts.accounts (owner);
select platform.guard('accounts.accounts');

-- Every version of every block, one row each. The newest of a block stands. `entry` puts all of them in order.
create table accounts.versions (
  entry integer generated always as identity primary key,
  block uuid not null,
  account text not null references accounts.accounts on delete restrict,
  version integer not null check (version > 0),
  -- Who answers for it. A block that moves to another is another block.
  part text not null check (part in ('politie', 'om', 'gemeenten', 'bureau')),
  kind text not null check (kind in ('tekst', 'cijfers', 'verhaal')),
  seq integer not null check (seq between 1 and 999),
  title text not null check (length(title) between 1 and 200),
  body text not null check (length(body) <= 20000),
  -- Of a story: put together of several, made up, or of somebody who agreed until a day.
  origin text check (origin in ('samengesteld', 'gefingeerd', 'toestemming')),
  consent_until date,
  is_removed boolean not null default false,
  at timestamptz not null,
  acted_as text not null,
  -- Who wrote it, to keep him from releasing it too. No visitor reads this.
  writer uuid references identity.people on delete set null,
  unique (block, version),
  check ((kind = 'verhaal') = (origin is not null)),
  check ((origin is not distinct from 'toestemming') = (consent_until is not null))
);
create index versions_account on accounts.versions (account, part, entry);
create index versions_writer on accounts.versions (writer);
select platform.guard('accounts.versions');

-- A part as it was cleared: up to a version, and with the hash of what its blocks and figures said then.
create table accounts.clearances (
  account text not null references accounts.accounts on delete restrict,
  part text not null check (part in ('politie', 'om', 'gemeenten', 'bureau')),
  upto integer not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  acted_as text not null,
  primary key (account, part, upto, hash)
);
select platform.guard('accounts.clearances');

create table accounts.releases (
  account text primary key references accounts.accounts on delete restrict,
  -- Made of example figures: public only until there are real ones.
  is_example boolean not null,
  at timestamptz not null,
  acted_as text not null
);
select platform.guard('accounts.releases');

create table accounts.files (
  account text not null references accounts.accounts on delete restrict,
  format text not null check (format in ('html', 'pdf', 'docx', 'json')),
  content bytea not null,
  hash text not null check (hash = encode(sha256(content), 'hex')),
  primary key (account, format)
);
select platform.guard('accounts.files');

create table accounts.recomputations (
  account text not null references accounts.accounts on delete restrict,
  at timestamptz not null default platform.moment(),
  equal integer not null check (equal >= 0),
  different integer not null check (different >= 0),
  gone integer not null check (gone >= 0),
  is_same boolean not null,
  primary key (account, at)
);
select platform.guard('accounts.recomputations');

-- The posts of the signed-in person that have a part in an account: those at its bureau that write, those of police and
-- prosecutor that do more than read, and mayors.
create function accounts.own_posts(bureau text) returns table (part text, words text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case o.kind when 'gemeente' then 'gemeenten' else o.kind end, p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person()
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     and ((o.kind = 'bureau' and o.code = bureau and p.role in ('programmamanager', 'adviseur', 'analist'))
       or (o.kind in ('politie', 'om') and p.role <> 'lezer')
       or (o.kind = 'gemeente' and p.role = 'bestuurder'))
$$;
revoke execute on function accounts.own_posts from public;

-- Functions, because a policy may not lead back to its own table.
create function accounts.owner_of(given text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select owner from accounts.accounts where code = given
$$;
revoke execute on function accounts.owner_of from public;

-- The parts that are the signed-in person's to clear. Whose is that of the bureau writes every part.
create function accounts.own_parts(given text) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct part), '{}') from accounts.own_posts(accounts.owner_of(given))
$$;

-- The bureaus where the signed-in person begins an account.
create function accounts.begins_for() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct o.code), '{}')
    from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;

create function accounts.is_released(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from accounts.releases r where r.account = given)
$$;
revoke execute on function accounts.is_released from public;

create function accounts.is_public(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from accounts.releases r where r.account = given and not (r.is_example
    and exists (select from crime.releases o where o.state = 'volledig' and not o.is_example)))
$$;

create function accounts.works_on(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select cardinality(accounts.own_parts(given)) > 0
$$;

create function accounts.may_write(given text, of_part text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not accounts.is_released(given) and accounts.own_parts(given) && array[of_part, 'bureau']
$$;

-- The newest version of a part; 0 when nothing was ever written in it.
create function accounts.newest_of(given text, of_part text) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(max(entry), 0) from accounts.versions where account = given and part = of_part
$$;
revoke execute on function accounts.newest_of from public;

create function accounts.may_clear(given text, of_part text, up_to integer) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not accounts.is_released(given) and of_part = any (accounts.own_parts(given))
     and up_to = accounts.newest_of(given, of_part)
$$;

-- Who had a part also agrees that it is gone; and the results of a year are the annual report of the police too.
create function accounts.parts_to_clear(given text) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct part), '{}') from (
    select part from accounts.versions where account = given
    union all select unnest(array['politie', 'om', 'gemeenten']) from accounts.accounts
      where code = given and kind = 'jaarresultaten') found
$$;
revoke execute on function accounts.parts_to_clear from public;

-- Whether the signed-in person wrote the last version of an account.
create function accounts.wrote_last(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce((select v.writer = identity.current_person() from accounts.versions v
    where v.account = given order by v.entry desc limit 1), false)
$$;

-- A second person of the bureau, when every part is cleared as it stands and every consent holds.
create function accounts.may_release(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with standing as (
    select distinct on (block) * from accounts.versions where account = given order by block, version desc
  )
  select 'bureau' = any (accounts.own_parts(given)) and not accounts.is_released(given) and not accounts.wrote_last(given)
     and exists (select from standing where not is_removed)
     and not exists (select from standing where not is_removed and consent_until <= platform.today())
     and not exists (select from unnest(accounts.parts_to_clear(given)) as asked (part)
       where not exists (select from accounts.clearances c
         where c.account = given and c.part = asked.part and c.upto = accounts.newest_of(given, asked.part)))
$$;

-- Released in this very transaction, by who may.
create function accounts.is_releasing(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select 'bureau' = any (accounts.own_parts(given))
     and exists (select from accounts.releases r where r.account = given and r.at = platform.moment())
$$;

create policy workers_and_published on accounts.accounts for select to sv_visitor
  using (accounts.is_public(code) or accounts.works_on(code));
grant select on accounts.accounts to sv_visitor;
create policy workers_read on accounts.versions for select to sv_visitor using (accounts.works_on(account));
grant select (entry, block, account, version, part, kind, seq, title, body, origin, consent_until, is_removed, at, acted_as)
  on accounts.versions to sv_visitor;
create policy workers_read on accounts.clearances for select to sv_visitor using (accounts.works_on(account));
grant select on accounts.clearances to sv_visitor;
create policy workers_and_published on accounts.releases for select to sv_visitor
  using (accounts.is_public(account) or accounts.works_on(account));
grant select on accounts.releases to sv_visitor;
create policy workers_and_published on accounts.files for select to sv_visitor
  using (accounts.is_public(account) or accounts.works_on(account));
grant select on accounts.files to sv_visitor;
create policy workers_and_published on accounts.recomputations for select to sv_visitor
  using (accounts.is_public(account) or accounts.works_on(account));
grant select on accounts.recomputations to sv_visitor;

create policy bureau_begins on accounts.accounts for insert to sv_visitor
  with check (owner = any ((select accounts.begins_for())::text[]));
grant insert (code, kind, year, title, owner) on accounts.accounts to sv_visitor;
create policy workers_write on accounts.versions for insert to sv_visitor with check (accounts.may_write(account, part));
grant insert (block, account, version, part, kind, seq, title, body, origin, consent_until, is_removed)
  on accounts.versions to sv_visitor;
create policy own_part_is_cleared on accounts.clearances for insert to sv_visitor
  with check (accounts.may_clear(account, part, upto));
grant insert (account, part, upto, hash) on accounts.clearances to sv_visitor;
create policy second_person_releases on accounts.releases for insert to sv_visitor
  with check (accounts.may_release(account));
grant insert (account, is_example) on accounts.releases to sv_visitor;
create policy releaser_keeps on accounts.files for insert to sv_visitor with check (accounts.is_releasing(account));
grant insert (account, format, content, hash) on accounts.files to sv_visitor;
create policy account_is_entered on publications.ledger for insert to sv_visitor
  with check (kind = 'verantwoording' and accounts.is_releasing(subject));

-- Who and when are written by the database; a block stays of its account, part and kind, and its versions follow on.
create function accounts.author_of(bureau text, of_part text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select string_agg(words, '; ' order by words) from accounts.own_posts(bureau) where of_part is null or part = of_part
$$;
revoke execute on function accounts.author_of from public;

-- As what the signed-in person releases an account; null when that is not his to do.
create function accounts.releases_as(given text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select accounts.author_of(accounts.owner_of(given), 'bureau')
$$;

create function accounts.note_author() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  given jsonb := to_jsonb(new);
  bureau text := case tg_table_name when 'accounts' then given ->> 'owner' else accounts.owner_of(given ->> 'account') end;
begin
  new.at := platform.moment();
  new.acted_as := coalesce(
    accounts.author_of(bureau, case tg_table_name when 'clearances' then given ->> 'part' when 'releases' then 'bureau' end), '');
  return new;
end $$;
revoke execute on function accounts.note_author from public;
create trigger author before insert on accounts.accounts for each row execute function accounts.note_author();
create trigger author before insert on accounts.versions for each row execute function accounts.note_author();
create trigger author before insert on accounts.clearances for each row execute function accounts.note_author();
create trigger author before insert on accounts.releases for each row execute function accounts.note_author();

create function accounts.follow_on() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last record;
begin
  -- One at a time per account, so that what is cleared or released is what stands.
  perform from accounts.accounts where code = new.account for update;
  if accounts.is_released(new.account) then
    raise exception 'what was released never changes' using errcode = '42501';
  end if;
  select * into last from accounts.versions where block = new.block order by version desc limit 1;
  if new.version is distinct from coalesce(last.version, 0) + 1 then
    raise exception 'a version follows on the last one' using errcode = '23505';
  end if;
  if last.block is not null and (last.account, last.part, last.kind) is distinct from (new.account, new.part, new.kind) then
    raise exception 'a block stays what it is' using errcode = '23514';
  end if;
  new.writer := identity.current_person();
  return new;
end $$;
revoke execute on function accounts.follow_on from public;
create trigger follows_on before insert on accounts.versions for each row execute function accounts.follow_on();

create function accounts.hold() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from accounts.accounts where code = new.account for update;
  -- Asked again after the wait: the policy looks at what was there when the statement began.
  if tg_table_name = 'releases' and not accounts.may_release(new.account) then
    raise exception 'not everything is cleared' using errcode = '42501';
  end if;
  return new;
end $$;
revoke execute on function accounts.hold from public;
create trigger waits before insert on accounts.clearances for each row execute function accounts.hold();
create trigger waits before insert on accounts.releases for each row execute function accounts.hold();

-- A release without its entry is not kept, and neither is one with an entry of other files.
create function accounts.require_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from publications.ledger e
     where e.kind = 'verantwoording' and e.subject = new.account and e.body::jsonb -> 'bestanden' =
       (select jsonb_object_agg('stuk.' || f.format, f.hash) from accounts.files f where f.account = new.account))
  then raise exception 'what is released is entered in the ledger' using errcode = '23514';
  end if;
  return null;
end $$;
revoke execute on function accounts.require_entry from public;
create constraint trigger is_entered after insert on accounts.releases deferrable initially deferred
  for each row execute function accounts.require_entry();

create function accounts.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'accounts grow and never change';
end $$;
revoke execute on function accounts.refuse_change from public;
create trigger only_grows before update or delete on accounts.clearances for each row execute function accounts.refuse_change();
create trigger only_grows before update or delete on accounts.releases for each row execute function accounts.refuse_change();
create trigger only_grows before update or delete on accounts.files for each row execute function accounts.refuse_change();
create trigger only_grows before update or delete on accounts.recomputations for each row execute function accounts.refuse_change();
create trigger never_emptied before truncate on accounts.releases for each statement execute function accounts.refuse_change();
create trigger never_emptied before truncate on accounts.files for each statement execute function accounts.refuse_change();
-- A person may be forgotten, and then his version stays without him; the words never change.
create trigger only_grows before delete or update of block, account, version, part, kind, seq, title, body, origin, consent_until,
  is_removed, at, acted_as on accounts.versions for each row execute function accounts.refuse_change();
