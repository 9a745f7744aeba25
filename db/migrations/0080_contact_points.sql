-- The fixed points of contact: whom to ring at an organisation about a subject. For professionals only; functions, and never a person.
create table governance.contact_points (
  id uuid primary key default gen_random_uuid(),
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  form_key text not null check (length(form_key) between 8 and 64),
  unique (organisation, form_key)
);
select platform.guard('governance.contact_points');
create policy professionals_read on governance.contact_points for select to sv_visitor using ((select identity.is_professional()));
grant select (id, organisation) on governance.contact_points to sv_visitor;

create table governance.contact_versions (
  point uuid not null references governance.contact_points on delete restrict,
  version integer not null check (version > 0),
  title text not null check (length(title) between 1 and 120),
  subject text not null check (length(subject) between 1 and 120),
  telephone text check (telephone ~ '^\+?[0-9][0-9 -]{5,19}$'),
  mailbox text check (mailbox ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(mailbox) <= 200),
  -- Whom the administrators of the organisation ring: their own adviser.
  is_adviser boolean not null,
  is_ended boolean not null,
  at timestamptz not null,
  acted_as text not null,
  primary key (point, version),
  check (telephone is not null or mailbox is not null)
);
select platform.guard('governance.contact_versions');
create policy professionals_read on governance.contact_versions for select to sv_visitor using ((select identity.is_professional()));
grant select on governance.contact_versions to sv_visitor;

create function governance.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a version is added to and never changed';
end $$;
revoke execute on function governance.refuse_change from public;
create trigger only_grows before update or delete on governance.contact_points for each row execute function governance.refuse_change();
create trigger only_grows before update or delete on governance.contact_versions for each row execute function governance.refuse_change();

-- As what the signed-in person keeps the points of an organisation: his own, and from a bureau of every one. Null when he may not.
create function governance.contact_author(of_organisation text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and p.valid_from <= platform.today()
     and (p.valid_to is null or platform.today() < p.valid_to)
     and (o.kind = 'bureau' or p.organisation = of_organisation and p.role in ('adviseur', 'bestuurder'))
     and exists (select from identity.organisations c where c.code = of_organisation and c.withdrawn_on is null)
   order by p.organisation <> of_organisation, p.title, p.id limit 1
$$;

-- Keeps a point over the version that was seen; a new one without id. {result, point}: 'bewaard'; 'botst' when somebody else kept another
-- version meanwhile; null when he may not. The same once more confirms it on that day.
create function governance.keep_contact(of_organisation text, of_point uuid, seen integer, said jsonb, of_key text, in_request text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
  kept governance.contact_points;
  newest integer;
begin
  perform pg_advisory_xact_lock(7403521, hashtext(of_organisation));
  if of_point is not null then select * into kept from governance.contact_points c where c.id = of_point; end if;
  author := governance.contact_author(case when of_point is null then of_organisation else kept.organisation end);
  if author is null or of_point is not null and kept.id is null then return null; end if;
  if of_point is null then
    select * into kept from governance.contact_points c where c.organisation = of_organisation and c.form_key = of_key;
    if kept.id is not null then return jsonb_build_object('result', 'bewaard', 'point', kept.id); end if;
    insert into governance.contact_points (organisation, form_key) values (of_organisation, of_key) returning * into kept;
  end if;
  select coalesce(max(v.version), 0) into newest from governance.contact_versions v where v.point = kept.id;
  if seen is distinct from newest then return jsonb_build_object('result', 'botst', 'point', kept.id); end if;
  insert into governance.contact_versions (point, version, title, subject, telephone, mailbox, is_adviser, is_ended, at, acted_as)
  values (kept.id, seen + 1, said ->> 'title', said ->> 'subject', said ->> 'telephone', said ->> 'mailbox', (said ->> 'is_adviser')::boolean,
          (said ->> 'is_ended')::boolean, platform.moment(), author);
  perform identity.note('contactpunt bijgewerkt', kept.organisation || ', ' || (said ->> 'subject'), in_request);
  return jsonb_build_object('result', 'bewaard', 'point', kept.id);
end $$;
