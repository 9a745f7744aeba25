-- Annotations: what an adviser writes to whoever sits in a meeting for his own organisation. Nobody outside it can know of one, so nothing
-- of it is in the audit log, which others read.
create schema annotations;
grant usage on schema annotations to sv_visitor;

-- The note of one organisation on one item, one row per version. The basis is what the product knew when a version was finished.
create table annotations.versions (
  item uuid not null references meetings.items on delete restrict,
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  version integer not null check (version > 0),
  body text not null check (length(body) <= 2000),
  is_ready boolean not null,
  basis jsonb,
  at timestamptz not null,
  acted_as text not null,
  form_key text not null check (length(form_key) between 8 and 64),
  primary key (item, organisation, version),
  unique (item, organisation, form_key),
  check (is_ready = (basis is not null))
);
create index versions_organisation on annotations.versions (organisation);
select platform.guard('annotations.versions');

-- The organisations for which the signed-in person advises or sits anywhere.
create function annotations.own_organisations() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct o.organisation), '{}')
    from (select a.organisation from meetings.advised() a union all select s.organisation from meetings.seated_for() s) o
$$;

-- Both read what their own organisation wrote about an item that they may read; who sits there only what is finished.
create policy who_advises_reads on annotations.versions for select to sv_visitor
  using (organisation = any ((select annotations.own_organisations())::text[]) and exists (
    select from meetings.items i join meetings.meetings m on m.code = i.meeting join meetings.advised() a on a.instance = m.instance
     where i.id = item and a.organisation = versions.organisation));
create policy who_sits_there_reads on annotations.versions for select to sv_visitor
  using (is_ready and organisation = any ((select annotations.own_organisations())::text[]) and exists (
    select from meetings.items i join meetings.meetings m on m.code = i.meeting join meetings.seated_for() s on s.instance = m.instance
     where i.id = item and s.organisation = versions.organisation));
grant select (item, organisation, version, body, is_ready, basis, at, acted_as) on annotations.versions to sv_visitor;

create function annotations.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was written is added to and never changed';
end $$;
revoke execute on function annotations.refuse_change from public;
create trigger only_grows before update or delete on annotations.versions for each row execute function annotations.refuse_change();

-- Keeps what an adviser wrote over the version he saw: 'bewaard'; 'ongewijzigd'; 'botst' when a colleague kept another version meanwhile;
-- null when he may not write about this item for this organisation.
create function annotations.keep(of_item uuid, for_organisation text, seen integer, said text, with_basis jsonb, of_key text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
  newest annotations.versions;
begin
  perform meetings.hold('annotatie ' || of_item || for_organisation);
  select a.acted_as into author
    from meetings.items i join meetings.meetings m on m.code = i.meeting join meetings.advised() a on a.instance = m.instance
   where i.id = of_item and a.organisation = for_organisation and i.sent_at is not null and i.withdrawn_at is null
     and (not i.is_closed or i.id = any (meetings.shared_items()));
  if author is null then return null; end if;
  if exists (select from annotations.versions v
    where v.item = of_item and v.organisation = for_organisation and v.form_key = of_key) then return 'bewaard'; end if;
  select * into newest from annotations.versions v
   where v.item = of_item and v.organisation = for_organisation order by v.version desc limit 1;
  if newest.body = said and newest.basis is not distinct from with_basis then return 'ongewijzigd'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into annotations.versions (item, organisation, version, body, is_ready, basis, at, acted_as, form_key)
  values (of_item, for_organisation, seen + 1, said, with_basis is not null, with_basis, platform.moment(), author, of_key);
  return 'bewaard';
end $$;

-- The colleagues who advise the signed-in person where he sits: for him alone, to call or mail them.
create function annotations.own_advisers() returns table (name text, title text, email text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct h.name, p.title || ', ' || o.name, h.email
    from meetings.seated_for() s join identity.posts p on p.organisation = s.organisation and p.role = 'adviseur'
    join identity.people h on h.id = p.person join identity.organisations o on o.code = p.organisation
   where meetings.holds(p.valid_from, p.valid_to) and h.id <> identity.current_person()
   order by 1, 2
$$;
