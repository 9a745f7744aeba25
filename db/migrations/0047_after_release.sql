-- What becomes of a released account: later figures beside it, and corrections, as of every other kind of publication.

-- A correction is of a publication by its kind and code, as its entry in the ledger is. Who may correct it, and who sees that, is
-- said by the domain that publishes it.
drop policy everyone_reads_published on publications.corrections;
drop policy adviser_corrects on publications.corrections;
drop trigger author on publications.corrections;
alter table publications.corrections add column kind text not null default 'rapportage', add column subject text,
  -- What the publication is called, where its code does not say it.
  add column title text check (length(title) between 1 and 200);
alter table publications.corrections disable trigger only_grows;
update publications.corrections set subject = report;
alter table publications.corrections enable trigger only_grows;
alter table publications.corrections alter column subject set not null, alter column kind drop default, drop column report;
create index corrections_subject on publications.corrections (kind, subject);

create policy reports_that_are_there on publications.corrections for select to sv_visitor
  using (kind = 'rapportage' and (publications.is_public(subject) or publications.works_on(subject)));
create policy adviser_corrects on publications.corrections for insert to sv_visitor
  with check (kind = 'rapportage' and publications.may_correct(subject));
grant insert (id, kind, subject, title, before, after, reason) on publications.corrections to sv_visitor;
create function publications.note_corrector() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.at := platform.moment();
  new.acted_as := publications.author_of(publications.area_of(new.subject));
  return new;
end $$;
revoke execute on function publications.note_corrector from public;
create trigger author before insert on publications.corrections for each row when (new.kind = 'rapportage')
  execute function publications.note_corrector();

-- A correction is entered in the ledger by who makes it, in the same transaction, or it is not kept.
create function publications.is_correcting(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from publications.corrections c where c.id::text = given and c.at = platform.moment())
$$;
create policy corrector_enters on publications.ledger for insert to sv_visitor
  with check (kind = 'correctie' and publications.is_correcting(subject));
create function publications.require_correction_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from publications.ledger e where e.kind = 'correctie' and e.subject = new.id::text) then
    raise exception 'what is corrected is entered in the ledger' using errcode = '23514';
  end if;
  return null;
end $$;
revoke execute on function publications.require_correction_entry from public;
create constraint trigger is_entered after insert on publications.corrections deferrable initially deferred
  for each row execute function publications.require_correction_entry();
create trigger never_emptied before truncate on publications.corrections for each statement
  execute function publications.refuse_change();

-- Of a released account: by who works on it for the bureau.
create function accounts.may_correct(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select accounts.is_released(given) and 'bureau' = any (accounts.own_parts(given))
$$;
create policy accounts_that_are_there on publications.corrections for select to sv_visitor
  using (kind = 'verantwoording' and (accounts.is_public(subject) or accounts.works_on(subject)));
create policy bureau_corrects_account on publications.corrections for insert to sv_visitor
  with check (kind = 'verantwoording' and accounts.may_correct(subject));
create function accounts.note_corrector() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.at := platform.moment();
  new.acted_as := coalesce(accounts.releases_as(new.subject), '');
  new.title := (select a.title from accounts.accounts a where a.code = new.subject);
  return new;
end $$;
revoke execute on function accounts.note_corrector from public;
create trigger author_of_account before insert on publications.corrections for each row when (new.kind = 'verantwoording')
  execute function accounts.note_corrector();

-- Of a nota van beantwoording: by the bureau that asked.
create function hearings.may_correct(of_subject text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from hearings.notas n
    where n.hearing || '-nota-' || n.version = of_subject and n.hearing = any (hearings.own_hearings()))
$$;
create policy notas_are_open on publications.corrections for select to sv_visitor using (kind = 'nota');
create policy bureau_corrects_nota on publications.corrections for insert to sv_visitor
  with check (kind = 'nota' and hearings.may_correct(subject));
create function hearings.note_corrector() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.at := platform.moment();
  select left('Nota van beantwoording bij ' || coalesce(s.title, p.title), 200), coalesce(hearings.bureau_function(h.asked_by), '')
    into new.title, new.acted_as
    from hearings.notas n join hearings.hearings h on h.code = n.hearing
    left join strategy.strategies s on s.code = h.strategy left join strategy.plans p on p.code = h.plan
   where n.hearing || '-nota-' || n.version = new.subject;
  return new;
end $$;
revoke execute on function hearings.note_corrector from public;
create trigger author_of_nota before insert on publications.corrections for each row when (new.kind = 'nota')
  execute function hearings.note_corrector();

-- What of a released account would be said otherwise with later figures; a row each time that changes.
create table accounts.differences (
  account text not null references accounts.accounts on delete restrict,
  at timestamptz not null default platform.moment(),
  -- What it is about, what was published, and what would stand there now.
  sentences jsonb not null check (jsonb_typeof(sentences) = 'array'),
  figures jsonb not null check (jsonb_typeof(figures) = 'array'),
  primary key (account, at)
);
select platform.guard('accounts.differences');
create policy workers_and_published on accounts.differences for select to sv_visitor
  using (accounts.is_public(account) or accounts.works_on(account));
grant select on accounts.differences to sv_visitor;
create trigger only_grows before update or delete on accounts.differences for each row execute function accounts.refuse_change();

-- A picture of an account, by its hash, without anything in it that says where, when or by whom it was made.
create table accounts.pictures (
  account text not null references accounts.accounts on delete restrict,
  hash text not null check (hash = encode(sha256(content), 'hex')),
  media text not null check (media in ('image/png', 'image/jpeg')),
  width integer not null check (width between 100 and 6000),
  height integer not null check (height between 100 and 6000),
  content bytea not null check (octet_length(content) <= 3145728),
  at timestamptz not null default platform.moment(),
  primary key (account, hash)
);
select platform.guard('accounts.pictures');
alter table accounts.versions drop constraint versions_kind_check,
  add constraint versions_kind_check check (kind in ('tekst', 'cijfers', 'verhaal', 'beeld')),
  add column picture text,
  -- What it shows, for who does not see it; and of whom it is.
  add column alt text check (length(alt) between 1 and 500),
  add column credit text check (length(credit) between 1 and 200),
  -- Where it is printed: in the account, on the page of every municipality and district, or on both.
  add column place text not null default 'stuk' check (place in ('stuk', 'gebieden', 'beide')),
  add constraint versions_picture foreign key (account, picture) references accounts.pictures on delete restrict,
  add check ((kind = 'beeld') = (picture is not null)),
  add check ((picture is null) = (alt is null) and (picture is null) = (credit is null));
create index versions_picture on accounts.versions (account, picture);
grant select (picture, alt, credit, place), insert (picture, alt, credit, place) on accounts.versions to sv_visitor;
drop trigger only_grows on accounts.versions;
create trigger only_grows before delete or update of block, account, version, part, kind, seq, title, body, origin, consent_until,
  is_removed, at, acted_as, picture, alt, credit, place on accounts.versions for each row execute function accounts.refuse_change();

-- Everybody sees a picture that stands in what was released; one that was taken out again stays with who worked on it.
create function accounts.shows_picture(given text, of_hash text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select accounts.is_public(given) and exists (
    select from (select distinct on (block) * from accounts.versions where account = given order by block, version desc) standing
     where picture = of_hash and not is_removed)
$$;
create policy workers_and_shown on accounts.pictures for select to sv_visitor
  using (accounts.works_on(account) or accounts.shows_picture(account, hash));
grant select on accounts.pictures to sv_visitor;
create policy workers_add on accounts.pictures for insert to sv_visitor
  with check (accounts.works_on(account) and not accounts.is_public(account));
grant insert (account, hash, media, width, height, content) on accounts.pictures to sv_visitor;
create function accounts.refuse_late_picture() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if accounts.is_released(new.account) then raise exception 'what was released never changes' using errcode = '42501'; end if;
  return new;
end $$;
revoke execute on function accounts.refuse_late_picture from public;
create trigger in_time before insert on accounts.pictures for each row execute function accounts.refuse_late_picture();
create trigger only_grows before update or delete on accounts.pictures for each row execute function accounts.refuse_change();

-- The page of every municipality and district that was released with an account.
create table accounts.area_files (
  account text not null references accounts.accounts on delete restrict,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  format text not null check (format in ('html', 'pdf')),
  content bytea not null,
  hash text not null check (hash = encode(sha256(content), 'hex')),
  primary key (account, area, format)
);
create index area_files_area on accounts.area_files (area);
select platform.guard('accounts.area_files');
create policy workers_and_published on accounts.area_files for select to sv_visitor
  using (accounts.is_public(account) or accounts.works_on(account));
grant select on accounts.area_files to sv_visitor;
create policy releaser_keeps on accounts.area_files for insert to sv_visitor with check (accounts.is_releasing(account));
grant insert (account, area, format, content, hash) on accounts.area_files to sv_visitor;
create trigger only_grows before update or delete on accounts.area_files for each row execute function accounts.refuse_change();
create trigger never_emptied before truncate on accounts.area_files for each statement execute function accounts.refuse_change();

-- They are in the entry of the account, by the name each has under its address.
create or replace function accounts.require_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from publications.ledger e
     where e.kind = 'verantwoording' and e.subject = new.account and e.body::jsonb -> 'bestanden' = (
       select jsonb_object_agg(kept.name, kept.hash) from (
         select 'stuk.' || f.format as name, f.hash from accounts.files f where f.account = new.account
         union all
         select 'gebieden/' || f.area || '.' || f.format, f.hash from accounts.area_files f where f.account = new.account) kept))
  then raise exception 'what is released is entered in the ledger' using errcode = '23514';
  end if;
  return null;
end $$;
