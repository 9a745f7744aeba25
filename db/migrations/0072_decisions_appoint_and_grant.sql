-- A decision can appoint to a seat, discharge from one, end a body with discharge, and grant money: carried out as it is written down, and
-- turned back by another decision only.
alter table decisions.mandates drop constraint mandates_what_check;
alter table decisions.mandates add constraint mandates_what_check
  check (what in ('plan', 'prioriteit', 'doelcijfer', 'titel', 'klaar', 'trekker', 'doel', 'zetel', 'gremium', 'geld'));

alter table decisions.effects drop constraint effects_kind_check;
alter table decisions.effects add constraint effects_kind_check check (kind in ('stelt-plan-vast', 'trekt-vaststelling-in', 'wijzigt-actie',
  'zet-doel', 'zet-prioriteit', 'benoemt', 'verleent-decharge', 'heft-op', 'kent-geld-toe'));

-- A seat that was given and turned back before it began was never held.
alter table meetings.seats drop constraint seats_check;
alter table meetings.seats add constraint seats_check check (valid_to >= valid_from);

-- Money that a body granted, with the decision as its source.
create table money.grants (
  code text primary key,
  -- An organisation, a plan or a programme, by its code.
  receiver_kind text not null check (receiver_kind in ('organisatie', 'plan', 'programma')),
  receiver text not null,
  year integer not null check (year between 2000 and 2100),
  amount numeric(14, 2) not null check (amount > 0),
  purpose text not null check (length(purpose) between 1 and 300),
  sources text[] not null,
  withdrawn_on date
);
create index grants_receiver on money.grants (receiver);
select platform.guard('money.grants');
select platform.open_to_all('money.grants');

-- A seat from a day on. It goes to the one post with this function that runs; where there is none or more than one, nobody gets access by it.
create function decisions.appoint(new decisions.effects, d decisions.decisions) returns decisions.effects
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  there meetings.instances;
  undone decisions.effects;
  its_seat uuid;
  its_posts uuid[];
begin
  perform meetings.hold(new.subject);
  if d.reverses is not null then
    select u.* into undone from decisions.undone_by(d.code, new.kind, new.subject) u where u.after ->> 'zetel' = new.after ->> 'zetel';
    update meetings.seats s set valid_to = greatest(d.taken_on, s.valid_from)
     where s.id = (undone.after ->> 'zetel')::uuid and s.valid_to is null;
    if not found then perform decisions.refuse('intussen-veranderd'); end if;
    new.before := undone.after;
    new.after := undone.after || jsonb_build_object('tot', d.taken_on);
    return new;
  end if;
  select * into there from meetings.instances i where i.code = new.subject;
  if there.code is null or not exists (select from identity.organisations o where o.code = new.after ->> 'organisatie' and o.withdrawn_on is null) then
    perform decisions.refuse('onbekend');
  end if;
  -- What a decision does is public.
  if not there.is_public then perform decisions.refuse('vertrouwelijk'); end if;
  if (new.after ->> 'vanaf')::date < d.taken_on then perform decisions.refuse('voor-het-besluit'); end if;
  select array_agg(p.id) into its_posts from identity.posts p
   where p.organisation = new.after ->> 'organisatie' and lower(p.title) = lower(new.after ->> 'functie') and decisions.runs(p);
  insert into meetings.seats (instance, kind, organisation, title, post, valid_from, at, acted_as, form_key)
  values (there.code, new.after ->> 'soort', new.after ->> 'organisatie', new.after ->> 'functie',
          case when cardinality(its_posts) = 1 then its_posts[1] end, (new.after ->> 'vanaf')::date, platform.moment(), d.acted_as,
          d.code || '-' || new.seq) returning id into its_seat;
  new.before := '{}';
  new.after := new.after || jsonb_build_object('zetel', its_seat, 'gremium', there.body, 'gebied', there.area);
  return new;
end $$;
revoke execute on function decisions.appoint from public;

-- Ends a seat after the day of the decision: on that day it was still taken.
create function decisions.discharge(new decisions.effects, d decisions.decisions) returns decisions.effects
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  its meetings.seats;
  there meetings.instances;
  undone decisions.effects;
begin
  select * into its from meetings.seats s where s.id::text = new.subject for update;
  select * into there from meetings.instances i where i.code = its.instance;
  if its.id is null then perform decisions.refuse('onbekend'); end if;
  if not there.is_public then perform decisions.refuse('vertrouwelijk'); end if;
  new.before := jsonb_build_object('tot', its.valid_to);
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    if (undone.after ->> 'tot')::date is distinct from its.valid_to then perform decisions.refuse('intussen-veranderd'); end if;
    new.after := undone.after || jsonb_build_object('tot', undone.before -> 'tot');
  else
    if its.valid_from > d.taken_on or its.valid_to <= d.taken_on + 1 then perform decisions.refuse('niets-veranderd'); end if;
    new.after := jsonb_build_object('tot', d.taken_on + 1, 'functie', its.title, 'organisatie', its.organisation, 'soort', its.kind,
      'gremium', there.body, 'gebied', there.area, 'decharge', new.after ->> 'decharge');
  end if;
  update meetings.seats s set valid_to = (new.after ->> 'tot')::date where s.id = its.id;
  return new;
end $$;
revoke execute on function decisions.discharge from public;

-- Ends a body or a working group after the day of the decision, with discharge.
create function decisions.dissolve(new decisions.effects, d decisions.decisions) returns decisions.effects
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  since date;
  until date;
  is_there boolean := false;
  undone decisions.effects;
begin
  select true, b.valid_from, b.valid_to into is_there, since, until from governance.bodies b
   where b.code = new.subject and b.withdrawn_on is null for update;
  if is_there is not true then
    select true, w.valid_from, w.valid_to into is_there, since, until from governance.working_groups w
     where w.code = new.subject and w.withdrawn_on is null for update;
  end if;
  if is_there is not true then perform decisions.refuse('onbekend'); end if;
  new.before := jsonb_build_object('tot', until);
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    if (undone.after ->> 'tot')::date is distinct from until then perform decisions.refuse('intussen-veranderd'); end if;
    new.after := undone.after || jsonb_build_object('tot', undone.before -> 'tot');
  else
    if since > d.taken_on or until <= d.taken_on + 1 then perform decisions.refuse('niets-veranderd'); end if;
    new.after := new.after || jsonb_build_object('tot', d.taken_on + 1);
  end if;
  update governance.bodies b set valid_to = (new.after ->> 'tot')::date where b.code = new.subject;
  update governance.working_groups w set valid_to = (new.after ->> 'tot')::date where w.code = new.subject;
  return new;
end $$;
revoke execute on function decisions.dissolve from public;

create function decisions.grant_money(new decisions.effects, d decisions.decisions) returns decisions.effects
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  undone decisions.effects;
  its_kind text;
begin
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    update money.grants g set withdrawn_on = platform.today() where g.code = undone.decision || '-' || undone.seq and g.withdrawn_on is null;
    if not found then perform decisions.refuse('intussen-veranderd'); end if;
    new.before := undone.after;
    new.after := undone.after || jsonb_build_object('bedrag', null);
    return new;
  end if;
  its_kind := case when exists (select from identity.organisations o where o.code = new.subject and o.withdrawn_on is null) then 'organisatie'
    when exists (select from strategy.plans p where p.code = new.subject and p.withdrawn_on is null) then 'plan'
    when exists (select from strategy.programmes p where p.code = new.subject and p.withdrawn_on is null) then 'programma' end;
  if its_kind is null then perform decisions.refuse('onbekend'); end if;
  insert into figures.documents (code, title, short, kind, known_on, known_on_estimated, line_count)
  values (d.code, 'Besluit ' || d.code || ': ' || d.title, 'Besluit ' || d.code, 'besluit', d.taken_on, false, 1) on conflict do nothing;
  insert into money.grants (code, receiver_kind, receiver, year, amount, purpose, sources)
  values (d.code || '-' || new.seq, its_kind, new.subject, (new.after ->> 'jaar')::integer, (new.after ->> 'bedrag')::numeric,
          new.after ->> 'waarvoor', array[d.code || ':1']);
  new.before := '{}';
  new.after := new.after || jsonb_build_object('aan', its_kind);
  return new;
end $$;
revoke execute on function decisions.grant_money from public;

create or replace function decisions.carry_out() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d decisions.decisions;
  changed text;
begin
  select * into d from decisions.decisions where code = new.decision;
  if not d.is_public then perform decisions.refuse('vertrouwelijk'); end if;
  if d.reverses is not null and not exists (select from decisions.undone_by(d.code, new.kind, new.subject)) then
    perform decisions.refuse('onbekend');
  end if;
  changed := case new.kind when 'zet-prioriteit' then 'prioriteit' when 'zet-doel' then 'doelcijfer'
    when 'wijzigt-actie' then split_part(new.after ->> 'veld', '_', 1)
    when 'benoemt' then 'zetel' when 'verleent-decharge' then 'zetel' when 'heft-op' then 'gremium' when 'kent-geld-toe' then 'geld'
    else 'plan' end;
  if not exists (
      select from governance.bodies b join decisions.mandates m on m.who = b.kind and m.what = changed and m.withdrawn_on is null
        join governance.body_powers p on p.body = b.code and p.power in ('besluiten', 'vaststellen') and p.withdrawn_on is null
       where b.code = d.body and coalesce(p.valid_from <= d.taken_on, true) and coalesce(d.taken_on < p.valid_to, true)) then
    perform decisions.refuse('geen-mandaat');
  end if;
  case new.kind
    when 'zet-prioriteit' then new := decisions.move_priority(new, d);
    when 'zet-doel' then new := decisions.set_target(new, d);
    when 'wijzigt-actie' then new := decisions.amend_action(new, d);
    when 'benoemt' then new := decisions.appoint(new, d);
    when 'verleent-decharge' then new := decisions.discharge(new, d);
    when 'heft-op' then new := decisions.dissolve(new, d);
    when 'kent-geld-toe' then new := decisions.grant_money(new, d);
    else new := decisions.adopt_plan(new, d);
  end case;
  return new;
end $$;
