-- The data call (uitvraag): figures that no open source holds, asked once a year from the organisation that has them.

-- The organisations where the signed-in person has a post today; with a role only those where he has that role.
create function identity.current_organisations(of_role text default null) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct p.organisation), '{}') from identity.posts p
   where p.person = identity.current_person() and (of_role is null or p.role = of_role)
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;

-- The organisations that person answers for: those where he does more than read.
create function identity.answering_organisations() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct p.organisation), '{}') from identity.posts p
   where p.person = identity.current_person() and p.role <> 'lezer'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;

create schema datacalls;
grant usage on schema datacalls to sv_visitor;

-- Which figures are open shows who is late. In a coalition of equals that is for the partners, never for the public.
create function datacalls.open_to_professionals(opened regclass) returns void language plpgsql as $$
begin
  execute format('create policy professionals_read on %s for select to sv_visitor using ((select identity.is_professional()))', opened);
  execute format('grant select on %s to sv_visitor', opened);
end $$;
revoke execute on function datacalls.open_to_professionals from public;

create table datacalls.calls (
  code text primary key,
  title text not null,
  year integer not null check (year between 1900 and 2999),
  -- Who asks: its programme managers follow what is being filled in.
  asked_by text not null references identity.organisations on delete restrict deferrable initially deferred,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  due date,
  purpose text not null,
  note text,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('datacalls.calls');
select datacalls.open_to_professionals('datacalls.calls');

create table datacalls.lines (
  code text primary key,
  call text not null references datacalls.calls on delete restrict deferrable initially deferred,
  seq integer not null,
  block text not null,
  title text not null,
  unit text not null,
  definition text not null,
  counting_rule text,
  holder text not null references identity.organisations on delete restrict deferrable initially deferred,
  -- Another day than that of the call.
  due date,
  indicator text references figures.indicators on delete restrict deferrable initially deferred,
  -- A source document printed the answer already: then nobody is asked.
  measurement text references figures.measurements on delete restrict deferrable initially deferred,
  -- A source document left the place empty.
  unresolved_value text references figures.unresolved_values on delete restrict deferrable initially deferred,
  note text,
  sources text[] not null,
  withdrawn_on date
);
create index lines_call on datacalls.lines (call, seq);
create index lines_holder on datacalls.lines (holder);
select platform.guard('datacalls.lines');
select datacalls.open_to_professionals('datacalls.lines');

-- The lines that together must be this one.
create table datacalls.line_parts (
  line text not null references datacalls.lines on delete cascade deferrable initially deferred,
  part text not null references datacalls.lines on delete restrict deferrable initially deferred,
  seq integer not null,
  primary key (line, part)
);
create index line_parts_part on datacalls.line_parts (part);
select platform.guard('datacalls.line_parts');
select datacalls.open_to_professionals('datacalls.line_parts');

create function datacalls.holder_of(asked text) returns text
  language sql stable as $$ select l.holder from datacalls.lines l where l.code = asked $$;

-- A file of answers that was read in.
create table datacalls.imports (
  id uuid primary key default gen_random_uuid(),
  call text not null references datacalls.calls on delete restrict,
  holder text not null references identity.organisations on delete restrict deferrable initially deferred,
  file_name text not null check (length(file_name) between 1 and 200),
  at timestamptz not null,
  acted_as text not null
);
create index imports_call on datacalls.imports (call, holder);
create index imports_holder on datacalls.imports (holder);
select platform.guard('datacalls.imports');

-- Every answer that was ever kept to a line, one row per version. Rows are added and nothing else.
create table datacalls.answers (
  id uuid primary key default gen_random_uuid(),
  line text not null references datacalls.lines on delete restrict deferrable initially deferred,
  version integer not null check (version > 0),
  -- A number; that it cannot be given; or that an earlier answer was taken back. Unknown is never zero.
  kind text not null check (kind in ('getal', 'kan-niet', 'leeg')),
  value numeric,
  note text check (length(note) between 1 and 500),
  import uuid references datacalls.imports on delete restrict,
  -- The import that this version takes back.
  undoes uuid references datacalls.imports on delete restrict,
  at timestamptz not null,
  -- The function somebody had then: a reader needs no name. The person is in the audit log.
  acted_as text not null,
  unique (line, version),
  check ((kind = 'getal') = (value is not null)),
  check (kind <> 'kan-niet' or note is not null),
  check (kind <> 'leeg' or note is null)
);
create index answers_import on datacalls.answers (import);
create index answers_undoes on datacalls.answers (undoes);
select platform.guard('datacalls.answers');

-- An answer that somebody signed for its holder.
create table datacalls.signatures (
  answer uuid primary key references datacalls.answers on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
select platform.guard('datacalls.signatures');
select datacalls.open_to_professionals('datacalls.signatures');

-- What is not signed is for the holder's own people and for the programme managers of whoever asks.
create function datacalls.followed_lines() returns text[]
  language sql stable as $$
  select coalesce(array_agg(l.code), '{}') from datacalls.lines l join datacalls.calls c on c.code = l.call
   where l.holder = any ((select identity.current_organisations())::text[])
      or c.asked_by = any ((select identity.current_organisations('programmamanager'))::text[])
$$;

create policy signed_is_for_professionals on datacalls.answers for select to sv_visitor
  using ((select identity.is_professional()) and exists (select from datacalls.signatures s where s.answer = id));
create policy holder_and_asker_read on datacalls.answers for select to sv_visitor
  using (line = any ((select datacalls.followed_lines())::text[]));
grant select on datacalls.answers to sv_visitor;

create policy holder_and_asker_read on datacalls.imports for select to sv_visitor
  using (holder = any ((select identity.current_organisations())::text[])
    or exists (select from datacalls.calls c where c.code = call
      and c.asked_by = any ((select identity.current_organisations('programmamanager'))::text[])));
grant select on datacalls.imports to sv_visitor;

-- A line that a source document answered is not asked, and one that left the pack is not asked any more.
create policy holder_answers on datacalls.answers for insert to sv_visitor
  with check (datacalls.holder_of(line) = any ((select identity.answering_organisations())::text[])
    and exists (select from datacalls.lines l where l.code = line and l.measurement is null and l.withdrawn_on is null)
    and (import is null or exists (select from datacalls.imports i join datacalls.lines l on l.call = i.call and l.holder = i.holder
      where i.id = import and l.code = line))
    and (undoes is null or exists (select from datacalls.imports i join datacalls.lines l on l.call = i.call and l.holder = i.holder
      where i.id = undoes and l.code = line)));
grant insert (line, version, kind, value, note, import, undoes) on datacalls.answers to sv_visitor;

create policy holder_reads_in on datacalls.imports for insert to sv_visitor
  with check (holder = any ((select identity.answering_organisations())::text[])
    and exists (select from datacalls.lines l where l.call = imports.call and l.holder = imports.holder));
grant insert (id, call, holder, file_name) on datacalls.imports to sv_visitor;

-- A function, because a policy may not lead back to its own table: what is signed decides who sees an answer.
create function datacalls.holder_of_answer(given uuid) returns text
  language sql stable as $$ select datacalls.holder_of(a.line) from datacalls.answers a where a.id = given $$;

create policy holder_signs on datacalls.signatures for insert to sv_visitor
  with check (datacalls.holder_of_answer(answer) = any ((select identity.answering_organisations())::text[]));
grant insert (answer) on datacalls.signatures to sv_visitor;

-- Who and when are written by the database, so that nobody signs in another's name or on another day.
create function datacalls.write_author(new_holder text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and p.organisation = new_holder and p.role <> 'lezer'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;
revoke execute on function datacalls.write_author from public;

create function datacalls.note_author() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  of_holder text := case tg_table_name
    when 'answers' then datacalls.holder_of(to_jsonb(new) ->> 'line')
    when 'imports' then to_jsonb(new) ->> 'holder'
    else datacalls.holder_of_answer((to_jsonb(new) ->> 'answer')::uuid) end;
begin
  new.at := platform.moment();
  new.acted_as := datacalls.write_author(of_holder);
  return new;
end $$;
revoke execute on function datacalls.note_author from public;
create trigger author before insert on datacalls.answers for each row execute function datacalls.note_author();
create trigger author before insert on datacalls.imports for each row execute function datacalls.note_author();
create trigger author before insert on datacalls.signatures for each row execute function datacalls.note_author();

-- Nothing is overwritten: an answer that changes is a new version, and what was signed stays signed.
create function datacalls.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'answers are added and never changed';
end $$;
revoke execute on function datacalls.refuse_change from public;
create trigger only_grows before update or delete on datacalls.answers for each row execute function datacalls.refuse_change();
create trigger only_grows before update or delete on datacalls.imports for each row execute function datacalls.refuse_change();
create trigger only_grows before update or delete on datacalls.signatures for each row execute function datacalls.refuse_change();
