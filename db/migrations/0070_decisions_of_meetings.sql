-- Decisions say at which meeting and under which item they were taken, and are recorded by the secretary of that meeting too. What is
-- decided under a closed item exists for who sits there only, and is numbered apart: nobody else meets a gap.
alter table decisions.decisions add column closed_to text references meetings.instances on delete restrict;
create index decisions_closed_to on decisions.decisions (closed_to);
alter table decisions.decisions drop constraint decisions_code_check;
alter table decisions.decisions add check (
  case when closed_to is null then code ~ '^[BV]-\d{4}-\d{3,}$'
    else not is_public and starts_with(code, 'V-' || closed_to || '-') and substring(code, length(closed_to) + 4) ~ '^\d{4}-\d{3,}$' end);

drop policy public_or_professional on decisions.decisions;
create policy public_or_professional on decisions.decisions for select to sv_visitor
  using (is_public or closed_to is null and (select identity.is_professional()));
create policy who_sits_there_reads on decisions.decisions for select to sv_visitor
  using (closed_to = any ((select meetings.own_instances())::text[]));

-- The instances of which the signed-in person is secretary today: he records what they decide.
create function decisions.own_instances() returns table (instance text, body text, area text, title text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.code, i.body, i.area, min(s.title)
    from meetings.own_seats() s join meetings.instances i on i.code = s.instance where s.kind = 'secretaris'
   group by i.code, i.body, i.area
$$;

-- As what the signed-in person records decisions of a body in an area: as secretary of it, or as programme manager of a bureau. Without an
-- area: of a body of which there is one.
create function decisions.recorder_of(of_body text, of_area text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(decisions.recorder(), (
    select min(o.title) from decisions.own_instances() o
     where o.body = of_body and (o.area = of_area
       or of_area is null and (select count(*) from meetings.instances i where i.body = of_body) = 1)))
$$;

drop policy recorder_records on decisions.decisions;
create policy recorder_records on decisions.decisions for insert to sv_visitor
  with check (decisions.recorder_of(body, area) is not null);
grant insert (closed_to) on decisions.decisions to sv_visitor;

-- Whether a decision is being recorded in this very transaction.
create or replace function decisions.is_being_recorded(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from decisions.decisions d
    where d.code = given and d.xmin = pg_current_xact_id()::xid and decisions.recorder_of(d.body, d.area) is not null)
$$;

create or replace function decisions.note_recorder() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  turned decisions.decisions;
begin
  new.recorded_at := platform.moment();
  new.acted_as := decisions.recorder_of(new.body, new.area);
  if new.taken_on > platform.today() then perform decisions.refuse('dag-in-de-toekomst'); end if;
  if not exists (select from governance.bodies b where b.code = new.body and b.withdrawn_on is null
      and coalesce(b.valid_from <= new.taken_on, true) and coalesce(new.taken_on < b.valid_to, true)) then
    perform decisions.refuse('gremium-bestond-niet');
  end if;
  if new.closed_to is not null then
    -- Who does not sit there knows of nothing closed, and records none of it.
    new.acted_as := (select o.title from decisions.own_instances() o
      where o.instance = new.closed_to and o.body = new.body and (new.area is null or o.area = new.area));
    if new.acted_as is null then perform decisions.refuse('geen-secretaris'); end if;
  end if;
  if new.reverses is not null then
    select * into turned from decisions.decisions where code = new.reverses;
    if turned.code is null then perform decisions.refuse('onbekend'); end if;
    if turned.reverses is not null then perform decisions.refuse('draait-al-terug'); end if;
    if turned.body <> new.body or turned.area is distinct from new.area or turned.is_public <> new.is_public
       or turned.closed_to is distinct from new.closed_to then
      perform decisions.refuse('ander-gremium');
    end if;
    if new.taken_on < turned.taken_on then perform decisions.refuse('voor-het-besluit'); end if;
  end if;
  return new;
end $$;

-- Where a decision was taken. A row for who may read both the decision and the meeting.
create table decisions.taken_at (
  decision text primary key references decisions.decisions on delete restrict,
  meeting text not null references meetings.meetings on delete restrict,
  item uuid references meetings.items on delete restrict
);
create index taken_at_meeting on decisions.taken_at (meeting);
create index taken_at_item on decisions.taken_at (item);
select platform.guard('decisions.taken_at');
create policy with_decision_and_meeting on decisions.taken_at for select to sv_visitor
  using (exists (select from decisions.decisions d where d.code = decision)
     and exists (select from meetings.meetings m where m.code = meeting));
grant select on decisions.taken_at to sv_visitor;
create policy with_its_decision on decisions.taken_at for insert to sv_visitor with check (decisions.is_being_recorded(decision));
grant insert (decision, meeting, item) on decisions.taken_at to sv_visitor;
create trigger only_grows before update or delete on decisions.taken_at for each row execute function decisions.refuse_change();
create trigger never_emptied before truncate on decisions.taken_at for each statement execute function decisions.refuse_change();

-- A decision is taken by those who meet, on the day they meet; under a closed item nothing is decided that others may read.
create function decisions.check_meeting() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d decisions.decisions;
  held meetings.days;
  there meetings.instances;
  of_item meetings.items;
begin
  if not decisions.is_being_recorded(new.decision) then raise exception 'not being recorded' using errcode = '42501'; end if;
  select * into d from decisions.decisions where code = new.decision;
  select i.* into there from meetings.meetings m join meetings.instances i on i.code = m.instance where m.code = new.meeting;
  select * into held from meetings.days y where y.meeting = new.meeting order by y.version desc limit 1;
  if there.body is distinct from d.body or d.area is not null and there.area <> d.area then perform decisions.refuse('andere-vergadering'); end if;
  if held.state = 'afgelast' or d.taken_on < held.held_on or d.taken_on > coalesce(held.ends_on, held.held_on) then
    perform decisions.refuse('andere-dag');
  end if;
  if new.item is not null then
    select * into of_item from meetings.items i where i.id = new.item and i.meeting = new.meeting and i.withdrawn_at is null;
    if of_item.id is null then perform decisions.refuse('onbekend'); end if;
    if of_item.is_closed <> (d.closed_to is not null) then perform decisions.refuse('besloten-punt'); end if;
  end if;
  return new;
end $$;
revoke execute on function decisions.check_meeting from public;
create trigger fits_its_meeting before insert on decisions.taken_at for each row execute function decisions.check_meeting();

-- A change by decision was done as whoever records that decision. Otherwise as it was.
create or replace function decisions.change_action() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  stored strategy.actions;
  stands text;
begin
  -- Not while a decision is being recorded: it may be freezing the plan.
  perform pg_advisory_xact_lock_shared(7403370);
  perform pg_advisory_xact_lock(7403371, hashtext(new.action));
  select * into stored from strategy.actions where code = new.action and withdrawn_on is null for update;
  if stored.code is null then perform decisions.refuse('onbekend'); end if;
  stands := decisions.value_of(stored, new.field);
  if stands is distinct from new.before then perform decisions.refuse('intussen-veranderd'); end if;
  if stands is not distinct from new.after then perform decisions.refuse('niets-veranderd'); end if;
  if new.field = 'trekker' and not exists (select from identity.parties where code = new.after) then
    perform decisions.refuse('onbekend');
  end if;
  if new.decision is null then
    select m.mandate, m.acted_as into new.mandate, new.acted_as from decisions.mandate_for(new.action, split_part(new.field, '_', 1)) m;
    if new.mandate is null then perform decisions.refuse('geen-mandaat'); end if;
  else
    new.acted_as := (select d.acted_as from decisions.decisions d where d.code = new.decision);
  end if;
  new.at := platform.moment();
  new.version := coalesce((select max(version) from decisions.action_changes where action = new.action), 0) + 1;
  case new.field
    when 'titel' then update strategy.actions set title = new.after where code = new.action;
    when 'klaar' then update strategy.actions set due = new.after where code = new.action;
    when 'trekker' then update strategy.actions set lead = new.after where code = new.action;
    when 'doel_waarde' then update strategy.actions set target_value = new.after::numeric where code = new.action;
    else update strategy.actions set target_unit = new.after where code = new.action;
  end case;
  return new;
end $$;
