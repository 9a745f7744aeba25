-- Who belongs in a body, as a rule; and why an instance has it otherwise for a while.
create table governance.composition_rules (
  code text primary key,
  body text not null references governance.bodies on delete restrict deferrable initially deferred,
  role text not null,
  -- The kind of organisation that fills the seat.
  party text not null check (party in ('gemeente', 'om', 'politie', 'riec', 'zvh', 'bureau', 'belastingdienst', 'provincie', 'pvo')),
  -- How often: once in the instance, or for every municipality or district of its area.
  per text not null check (per in ('overleg', 'gemeente', 'district')),
  seat_count integer not null check (seat_count > 0),
  valid_from date,
  valid_to date check (valid_to > valid_from),
  note text,
  sources text[] not null,
  withdrawn_on date,
  check (per = 'overleg' or party = 'gemeente')
);
create index composition_rules_body on governance.composition_rules (body);
select platform.guard('governance.composition_rules');
select platform.open_to_all('governance.composition_rules');

-- Why who sits in an instance differs from the rule, one row per version; the newest without a reason takes it back.
create table meetings.deviations (
  instance text not null references meetings.instances on delete restrict,
  -- For whom the seats are, as the comparison with the rule calls it.
  place text not null check (length(place) between 1 and 60),
  version integer not null check (version > 0),
  reason text check (length(reason) between 1 and 300),
  -- The first day on which the reason holds no more.
  until date,
  at timestamptz not null,
  acted_as text not null,
  primary key (instance, place, version),
  check ((reason is null) = (until is null))
);
select platform.guard('meetings.deviations');
create policy with_its_instance on meetings.deviations for select to sv_visitor
  using (exists (select from meetings.instances i where i.code = instance));
grant select on meetings.deviations to sv_visitor;
create trigger only_grows before update or delete on meetings.deviations for each row execute function meetings.refuse_change();

-- Keeps why a place differs from the rule, over the version that was seen. 'bewaard', also of what stands there already; 'botst' when
-- somebody else kept another reason meanwhile; null when he may not.
create function meetings.explain_deviation(of_instance text, of_place text, seen integer, because text, holds_until date, in_request text)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := meetings.manager();
  newest meetings.deviations;
begin
  perform meetings.hold(of_instance);
  if author is null or not exists (select from meetings.instances i where i.code = of_instance) then return null; end if;
  select * into newest from meetings.deviations d where d.instance = of_instance and d.place = of_place order by d.version desc limit 1;
  if (newest.reason, newest.until) is not distinct from (because, holds_until) then return 'bewaard'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into meetings.deviations (instance, place, version, reason, until, at, acted_as)
  values (of_instance, of_place, seen + 1, because, holds_until, platform.moment(), author);
  perform identity.note('reden van afwijking bewaard', of_instance || ', ' || of_place, in_request);
  return 'bewaard';
end $$;
