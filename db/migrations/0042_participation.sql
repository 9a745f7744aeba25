-- A promise of all municipalities together has one status, by whoever carries it. Beside that a municipality may say whether it takes
-- part: nobody asks it, and it changes nothing of the status. A later word replaces nothing.
create table progress.participations (
  action text not null references strategy.actions on delete restrict deferrable initially deferred,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  version integer not null check (version > 0),
  takes_part text not null check (takes_part in ('ja', 'nog-niet', 'nee')),
  sentence text check (length(sentence) between 1 and 500),
  at timestamptz not null,
  -- The function somebody had then: a reader needs no name.
  acted_as text not null,
  -- Of the form it was sent with: sent twice is said once.
  form_key text not null check (length(form_key) between 8 and 64),
  primary key (action, area, version),
  check (sentence is not null or takes_part <> 'nee')
);
create index participations_area on progress.participations (area);
select platform.guard('progress.participations');
create policy professionals_read on progress.participations for select to sv_visitor using ((select identity.is_professional()));
grant select on progress.participations to sv_visitor;
create trigger only_grows before update or delete on progress.participations for each row execute function progress.refuse_change();

-- The municipalities that an action led by all of them together is about, today.
create function progress.municipalities_of(of_action text) returns table (code text, name text)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select distinct t.code, t.name
    from strategy.actions a join identity.organisations o on o.code = a.lead and o.stands_for is not null
    join strategy.action_areas x on x.action = a.code
   cross join lateral territory.within(x.area, 'bestuurlijk', platform.today()) as m (code)
    join territory.areas t on t.code = m.code and t.kind = 'gemeente'
   where a.code = of_action
$$;

-- The municipalities among them for which the signed-in person speaks, with his function: its adviser or its mayor.
create function progress.speaks_of(of_action text) returns table (area text, acted_as text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct on (m.code) m.code, p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
    join progress.municipalities_of(of_action) m on m.code in (
      select pa.area from identity.post_areas pa where pa.post = p.id
      union
      select oa.area from territory.organisation_areas oa where oa.organisation = p.organisation
         and not exists (select from identity.post_areas pa where pa.post = p.id))
   where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder') and o.kind = 'gemeente' and progress.runs(p)
     and progress.is_running(of_action)
   order by m.code, p.id
$$;

-- Says whether a municipality takes part. False when one may not; the same form twice is one word.
create function progress.take_part(
  of_action text, of_area text, answer text, of_sentence text, of_key text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
begin
  perform pg_advisory_xact_lock(7403303, hashtext(of_action || ' ' || of_area));
  select s.acted_as into author from progress.speaks_of(of_action) s where s.area = of_area;
  if author is null then return false; end if;
  if exists (select from progress.participations p where p.action = of_action and p.area = of_area and p.form_key = of_key) then
    return true;
  end if;
  insert into progress.participations (action, area, version, takes_part, sentence, at, acted_as, form_key)
  values (of_action, of_area,
          coalesce((select max(version) from progress.participations where action = of_action and area = of_area), 0) + 1,
          answer, of_sentence, platform.moment(), author, of_key);
  perform identity.note('deelname gemeld', of_action || ', ' || of_area || ', ' || answer, in_request);
  return true;
end $$;
