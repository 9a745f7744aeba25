-- What was published, in a chain: each entry holds the hash of the one before it, so that a change, a removal and an insertion
-- can be seen afterwards. And what becomes of what was published: recomputed each night, beside the newest figures, corrected.

-- An entry is a text, canonical JSON (RFC 8785); what is a column beside it is in the text too.
create table publications.ledger (
  seq integer primary key check (seq > 0),
  kind text not null,
  subject text not null,
  body text not null,
  previous text,
  hash text not null unique check (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex')),
  unique (kind, subject),
  check ((seq = 1) = (previous is null)),
  check (body::jsonb -> 'regel' = to_jsonb(seq)),
  check (body::jsonb ->> 'soort' = kind),
  check (body::jsonb ->> 'onderwerp' = subject),
  check (body::jsonb ->> 'vorige' is not distinct from previous)
);
select platform.guard('publications.ledger');
select platform.open_to_all('publications.ledger');

-- Whoever signs enters it, in the same transaction.
create policy signer_enters on publications.ledger for insert to sv_visitor
  with check (kind = 'rapportage' and publications.area_of_signing(subject) = any ((select publications.own_areas())::text[]));
grant insert (seq, kind, subject, body, previous, hash) on publications.ledger to sv_visitor;

-- One at a time: who comes second waits, and sees what the first one entered.
create function publications.hold_ledger() returns void language sql volatile
  as $$ select pg_advisory_xact_lock(7366112) $$;

create function publications.follow_on() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last record;
begin
  perform publications.hold_ledger();
  select seq, hash into last from publications.ledger order by seq desc limit 1;
  if new.seq is distinct from coalesce(last.seq, 0) + 1 or new.previous is distinct from last.hash then
    raise exception 'an entry follows on the last one' using errcode = '23505';
  end if;
  if (new.body::jsonb ->> 'moment')::timestamptz is distinct from date_trunc('milliseconds', platform.moment()) then
    raise exception 'an entry is of the moment it is made' using errcode = '23514';
  end if;
  return new;
end $$;
revoke execute on function publications.follow_on from public;
create trigger follows_on before insert on publications.ledger for each row execute function publications.follow_on();
create trigger only_grows before update or delete on publications.ledger for each row execute function publications.refuse_change();
create trigger never_emptied before truncate on publications.ledger for each statement execute function publications.refuse_change();
create trigger never_emptied before truncate on publications.signatures for each statement execute function publications.refuse_change();
create trigger never_emptied before truncate on publications.files for each statement execute function publications.refuse_change();

-- A signature without its entry is not kept, and neither is one with an entry of other files.
create function publications.require_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from publications.ledger e
     where e.kind = 'rapportage' and e.subject = new.report and e.body::jsonb -> 'bestanden' =
       (select coalesce(jsonb_object_agg('rapport.' || f.format, f.hash), '{}') from publications.files f where f.report = new.report))
  then raise exception 'what is published is entered in the ledger' using errcode = '23514';
  end if;
  return null;
end $$;
revoke execute on function publications.require_entry from public;
create constraint trigger is_entered after insert on publications.signatures deferrable initially deferred
  for each row execute function publications.require_entry();

-- Each night every published figure is asked again, as of its own date.
create table publications.recomputations (
  report text not null references publications.reports on delete restrict,
  at timestamptz not null default platform.moment(),
  equal integer not null check (equal >= 0),
  different integer not null check (different >= 0),
  gone integer not null check (gone >= 0),
  -- The recomputed figures are, as a text, those of the entry in the ledger, byte for byte.
  is_same boolean not null,
  primary key (report, at)
);
select platform.guard('publications.recomputations');
create policy everyone_reads_published on publications.recomputations for select to sv_visitor
  using (publications.is_public(report) or publications.works_on(report));
grant select on publications.recomputations to sv_visitor;
create trigger only_grows before update or delete on publications.recomputations
  for each row execute function publications.refuse_change();

-- What a later release says where the report says something else.
create table publications.differences (
  report text not null references publications.reports on delete restrict,
  -- By its number, without a reference, as that of a report.
  release integer not null,
  known_on date not null,
  at timestamptz not null default platform.moment(),
  -- Sentences that would be other ones: what it is about, what was published, and what would stand there now.
  sentences jsonb not null check (jsonb_typeof(sentences) = 'array'),
  -- How many figures are another number.
  figures integer not null check (figures >= 0),
  primary key (report, release)
);
select platform.guard('publications.differences');
create policy everyone_reads_published on publications.differences for select to sv_visitor
  using (publications.is_public(report) or publications.works_on(report));
grant select on publications.differences to sv_visitor;
create trigger only_grows before update or delete on publications.differences
  for each row execute function publications.refuse_change();

-- What who may sign a report corrects in it afterwards. The report itself stays as it is.
create table publications.corrections (
  id uuid primary key default gen_random_uuid(),
  report text not null references publications.reports on delete restrict,
  before text not null check (before <> '' and length(before) <= 4000),
  after text not null check (after <> '' and length(after) <= 4000),
  reason text not null check (reason <> '' and length(reason) <= 4000),
  at timestamptz not null,
  acted_as text not null
);
create index corrections_report on publications.corrections (report);
select platform.guard('publications.corrections');
create policy everyone_reads_published on publications.corrections for select to sv_visitor
  using (publications.is_public(report) or publications.works_on(report));
grant select on publications.corrections to sv_visitor;
create function publications.may_correct(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(publications.area_of(given) = any (publications.own_areas()), false) and publications.is_signed(given)
$$;
create policy adviser_corrects on publications.corrections for insert to sv_visitor with check (publications.may_correct(report));
grant insert (id, report, before, after, reason) on publications.corrections to sv_visitor;
create trigger author before insert on publications.corrections for each row execute function publications.note_author();
create trigger only_grows before update or delete on publications.corrections for each row execute function publications.refuse_change();
