-- What a local adviser says about the figures of his area; and where a municipality went in the division of a day.

-- The municipality that a former one is part of on a day; itself when it still stands then. What is only announced moves nothing.
create function territory.now_part_of(former text, on_day date) returns text
  language sql stable as $$
  with recursive went as (
    select former as code, 0 as step
    union all
    select c.to_area, w.step + 1 from territory.changes c join went w on c.from_area = w.code
     where c.withdrawn_on is null and c.state = 'vastgesteld' and c.effective_on <= on_day and w.step < 20
  ) select code from went order by step desc limit 1
$$;

-- Every version of every explanation (duiding). Rows are added and nothing else.
create table crime.notes (
  id uuid primary key default gen_random_uuid(),
  -- The explanation this is a version of.
  note uuid not null,
  version integer not null check (version > 0),
  area text not null,
  -- Null: about all crimes together.
  type text references crime.types on delete restrict deferrable initially deferred,
  -- Null: the author took the explanation back.
  body text check (length(body) between 1 and 2000),
  -- The days on which it stands above the figures.
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  at timestamptz not null,
  -- The function somebody had then: a reader needs no name. The person is in the audit log.
  acted_as text not null,
  unique (note, version)
);
create index notes_area on crime.notes (area, type);
create index notes_type on crime.notes (type);
select platform.guard('crime.notes');

-- The functions in which the signed-in person explains an area now, as they stand beneath his text; null when he may not. An
-- adviser explains his own municipality with its wijken and buurten, the functional administrator every area.
create function crime.explainer(asked text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person()
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     and (p.role = 'functioneel-beheerder' or p.role = 'adviseur' and exists (
       select from (
         select pa.area from identity.post_areas pa where pa.post = p.id
         union
         select oa.area from territory.organisation_areas oa where oa.organisation = p.organisation
            and not exists (select from identity.post_areas pa where pa.post = p.id)) as own (area)
        where own.area = asked or own.area in (select a.municipality from crime.release_areas a where a.code = asked)))
$$;
revoke execute on function crime.explainer from public;

create function crime.may_explain(asked text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select crime.explainer(asked) is not null
$$;

create function crime.is_newest_version(asked uuid, asked_version integer) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select from crime.notes n where n.note = asked and n.version > asked_version)
$$;

-- Everybody reads what holds now. Earlier versions, and what was taken back, are for whoever may explain the area.
create policy everyone_reads on crime.notes for select to sv_visitor
  using (body is not null and crime.is_newest_version(note, version));
create policy explainers_read on crime.notes for select to sv_visitor using (crime.may_explain(area));
grant select on crime.notes to sv_visitor;

create policy explainers_write on crime.notes for insert to sv_visitor with check (crime.may_explain(area));
grant insert (note, version, area, type, body, valid_from, valid_to) on crime.notes to sv_visitor;

-- Who and when are written by the database. A later version stays with its area.
create function crime.note_author() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from crime.notes n where n.note = new.note and n.area <> new.area) then
    raise exception 'an explanation stays with its area';
  end if;
  new.at := platform.moment();
  new.acted_as := crime.explainer(new.area);
  return new;
end $$;
revoke execute on function crime.note_author from public;
create trigger author before insert on crime.notes for each row execute function crime.note_author();

create function crime.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'explanations are added and never changed';
end $$;
revoke execute on function crime.refuse_change from public;
create trigger only_grows before update or delete on crime.notes for each row execute function crime.refuse_change();
