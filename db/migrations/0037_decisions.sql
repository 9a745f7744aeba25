-- Decisions of bodies. What a decision does is done by writing it down: a trigger carries out each effect, so that no effect stands
-- here that was not carried out, and none can be carried out without a decision. Undone by another decision only.
create schema decisions;
grant usage on schema decisions to sv_visitor;

-- Who may change what: from the region pack, for a region agrees on that itself.
create table decisions.mandates (
  code text primary key,
  what text not null check (what in ('plan', 'prioriteit', 'doelcijfer', 'titel', 'klaar', 'trekker', 'doel')),
  -- A working group, the programme manager of a bureau, or a kind of body: that decides.
  who text not null,
  after_adoption boolean not null,
  ground text not null,
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('decisions.mandates');
select platform.open_to_all('decisions.mandates');

create function decisions.runs(p identity.posts) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;
revoke execute on function decisions.runs from public;

-- The function from which the signed-in person records decisions: secretaries are programme managers of a bureau. Null for others.
create function decisions.recorder() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager' and decisions.runs(p) order by p.id limit 1
$$;

create table decisions.decisions (
  -- Public ones and confidential ones are numbered apart: a gap would tell that there is something.
  code text primary key check (code ~ '^[BV]-\d{4}-\d{3,}$'),
  body text not null references governance.bodies on delete restrict deferrable initially deferred,
  -- Which one, of a body of which there are more.
  area text references territory.areas on delete restrict deferrable initially deferred,
  taken_on date not null,
  title text not null check (length(title) between 1 and 200),
  text text not null check (length(text) between 1 and 10000),
  ground text not null check (length(ground) between 1 and 500),
  -- Functions, never names.
  adopted_by text[] not null check (cardinality(adopted_by) > 0),
  attended text[] not null,
  remarks text check (length(remarks) between 1 and 2000),
  conditions text check (length(conditions) between 1 and 2000),
  is_public boolean not null,
  -- One decision is turned back once.
  reverses text unique references decisions.decisions on delete restrict check (reverses <> code),
  recorded_at timestamptz not null,
  acted_as text not null,
  -- Of the form it was sent with: sent twice is recorded once.
  form_key text not null unique check (length(form_key) between 8 and 64),
  check (is_public = starts_with(code, 'B-'))
);
create index decisions_body on decisions.decisions (body, taken_on);
create index decisions_area on decisions.decisions (area);
select platform.guard('decisions.decisions');
create policy public_or_professional on decisions.decisions for select to sv_visitor
  using (is_public or (select identity.is_professional()));
grant select on decisions.decisions to sv_visitor;
create policy recorder_records on decisions.decisions for insert to sv_visitor
  with check ((select decisions.recorder()) is not null);
grant insert (code, body, area, taken_on, title, text, ground, adopted_by, attended, remarks, conditions, is_public, reverses, form_key)
  on decisions.decisions to sv_visitor;

create function decisions.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'decisions and what they did are added and never changed';
end $$;
revoke execute on function decisions.refuse_change from public;
create trigger only_grows before update or delete on decisions.decisions for each row execute function decisions.refuse_change();
create trigger never_emptied before truncate on decisions.decisions for each statement execute function decisions.refuse_change();

-- A refusal the program words: SV001, with the reason as message.
create function decisions.refuse(reason text) returns void language plpgsql as $$
begin
  raise exception '%', reason using errcode = 'SV001';
end $$;
revoke execute on function decisions.refuse from public;

create function decisions.note_recorder() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  turned decisions.decisions;
begin
  new.recorded_at := platform.moment();
  new.acted_as := decisions.recorder();
  if new.taken_on > platform.today() then perform decisions.refuse('dag-in-de-toekomst'); end if;
  if not exists (select from governance.bodies b where b.code = new.body and b.withdrawn_on is null
      and coalesce(b.valid_from <= new.taken_on, true) and coalesce(new.taken_on < b.valid_to, true)) then
    perform decisions.refuse('gremium-bestond-niet');
  end if;
  if new.reverses is not null then
    select * into turned from decisions.decisions where code = new.reverses;
    if turned.code is null then perform decisions.refuse('onbekend'); end if;
    if turned.reverses is not null then perform decisions.refuse('draait-al-terug'); end if;
    if turned.body <> new.body or turned.area is distinct from new.area or turned.is_public <> new.is_public then
      perform decisions.refuse('ander-gremium');
    end if;
    if new.taken_on < turned.taken_on then perform decisions.refuse('voor-het-besluit'); end if;
  end if;
  return new;
end $$;
revoke execute on function decisions.note_recorder from public;
create trigger author before insert on decisions.decisions for each row execute function decisions.note_recorder();

-- One at a time: who comes second waits, gets the next number, and finds a form that was sent twice.
create function decisions.hold() returns void language sql volatile as $$ select pg_advisory_xact_lock(7403370) $$;

-- Whether a decision is being recorded in this very transaction.
create function decisions.is_being_recorded(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from decisions.decisions d where d.code = given and d.xmin = pg_current_xact_id()::xid)
     and decisions.recorder() is not null
$$;

create table decisions.effects (
  decision text not null references decisions.decisions on delete restrict,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('stelt-plan-vast', 'trekt-vaststelling-in', 'wijzigt-actie', 'zet-doel', 'zet-prioriteit')),
  -- The code of the plan, the action, the indicator or the priority.
  subject text not null,
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  -- The plan as it was adopted: canonical JSON (RFC 8785).
  model text,
  hash text check (hash = encode(sha256(convert_to(model, 'UTF8')), 'hex')),
  primary key (decision, seq),
  check ((kind = 'stelt-plan-vast') = (model is not null)),
  check ((model is null) = (hash is null))
);
create index effects_subject on decisions.effects (kind, subject);
select platform.guard('decisions.effects');
-- Only what is public has effects.
select platform.open_to_all('decisions.effects');
create policy with_its_decision on decisions.effects for insert to sv_visitor with check (decisions.is_being_recorded(decision));
grant insert (decision, seq, kind, subject, after, model, hash) on decisions.effects to sv_visitor;
create trigger only_grows before update or delete on decisions.effects for each row execute function decisions.refuse_change();
create trigger never_emptied before truncate on decisions.effects for each statement execute function decisions.refuse_change();

-- The effect of the decision that is turned back, which this one undoes; no row when it undoes none.
create function decisions.undone_by(of_decision text, of_kind text, of_subject text) returns setof decisions.effects
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select e.* from decisions.decisions d join decisions.effects e on e.decision = d.reverses
   where d.code = of_decision and e.subject = of_subject
     and e.kind = case of_kind when 'trekt-vaststelling-in' then 'stelt-plan-vast' else of_kind end
$$;
revoke execute on function decisions.undone_by from public;

create function decisions.adopt_plan(new decisions.effects, d decisions.decisions) returns decisions.effects
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  plan strategy.plans;
  undone decisions.effects;
begin
  select * into plan from strategy.plans where code = new.subject and withdrawn_on is null for update;
  if plan.code is null then perform decisions.refuse('onbekend'); end if;
  new.before := jsonb_build_object('vastgesteldOp', plan.adopted_on, 'vastgesteldDoor', plan.adopted_by);
  if new.kind = 'stelt-plan-vast' then
    new.after := jsonb_build_object('vastgesteldOp', d.taken_on, 'vastgesteldDoor', d.body);
  else
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    if undone.after is distinct from new.before then perform decisions.refuse('intussen-veranderd'); end if;
    new.after := undone.before;
  end if;
  update strategy.plans set adopted_on = (new.after ->> 'vastgesteldOp')::date, adopted_by = new.after ->> 'vastgesteldDoor'
   where code = plan.code;
  return new;
end $$;
revoke execute on function decisions.adopt_plan from public;

-- A priority moves on from the day of the decision. What was is kept: the stage before ends on that day.
create function decisions.move_priority(new decisions.effects, d decisions.decisions) returns decisions.effects
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  last strategy.priority_states;
  own_stage text := new.subject || '-' || d.reverses;
begin
  perform from strategy.priorities where code = new.subject and withdrawn_on is null for update;
  if not found then perform decisions.refuse('onbekend'); end if;
  select * into last from strategy.priority_states where priority = new.subject and withdrawn_on is null
   order by valid_from desc limit 1 for update;
  new.before := jsonb_build_object('regel', last.code, 'tot', last.valid_to,
    'stand', case when coalesce(d.taken_on < last.valid_to, true) then last.state end);
  if d.reverses is not null and last.code is distinct from own_stage then perform decisions.refuse('intussen-veranderd'); end if;
  if last.valid_from >= d.taken_on then
    if d.reverses is null then perform decisions.refuse('stand-van-later'); end if;
    -- Turned back on the day itself: it never held.
    update strategy.priority_states set withdrawn_on = platform.today() where code = last.code;
    update strategy.priority_states set valid_to = (u.before ->> 'tot')::date
      from decisions.undone_by(d.code, new.kind, new.subject) u where code = u.before ->> 'regel';
    return new;
  end if;
  if d.reverses is null and new.before ->> 'stand' = new.after ->> 'stand' then
    perform decisions.refuse('zelfde-stand');
  end if;
  update strategy.priority_states set valid_to = d.taken_on where code = last.code and coalesce(d.taken_on < valid_to, true);
  insert into strategy.priority_states (code, priority, state, valid_from, reason, sources)
  select new.subject || '-' || d.code, new.subject, new.after ->> 'stand', d.taken_on, new.after ->> 'reden', '{}'
   where new.after ->> 'stand' is not null;
  return new;
end $$;
revoke execute on function decisions.move_priority from public;

-- A target is a number like any other: with a document that it stands in, here the decision, and the day it became known.
create function decisions.set_target(new decisions.effects, d decisions.decisions) returns decisions.effects
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  undone decisions.effects;
  own_target text;
begin
  perform from figures.indicators where code = new.subject and withdrawn_on is null for update;
  if not found then perform decisions.refuse('onbekend'); end if;
  select jsonb_build_object('metingen', coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'waarde', m.value, 'reden', m.leads_because)
      order by m.code), '[]')) into new.before
    from figures.measurements m
   where m.indicator = new.subject and m.area = new.after ->> 'gebied' and m.period = new.after ->> 'periode' and m.base_period is null
     and m.kind = 'doel' and m.leads and m.withdrawn_on is null;
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    own_target := undone.decision || '-' || undone.seq;
    if new.before -> 'metingen' -> 0 ->> 'code' is distinct from own_target then perform decisions.refuse('intussen-veranderd'); end if;
    update figures.measurements set withdrawn_on = platform.today(), leads = false where code = own_target;
    update figures.measurements m set leads = true, leads_because = o.reden
      from jsonb_to_recordset(undone.before -> 'metingen') as o (code text, reden text) where m.code = o.code;
    return new;
  end if;
  update figures.measurements m set leads = false, leads_because = 'Besluit ' || d.code || ' zette een ander doel.'
    from jsonb_to_recordset(new.before -> 'metingen') as o (code text) where m.code = o.code;
  insert into figures.documents (code, title, short, kind, known_on, known_on_estimated, line_count)
  values (d.code, 'Besluit ' || d.code || ': ' || d.title, 'Besluit ' || d.code, 'besluit', d.taken_on, false, 1) on conflict do nothing;
  insert into figures.measurements (code, indicator, area, period, value, unit, kind, qualifier, printed, leads, sources)
  select d.code || '-' || new.seq, i.code, new.after ->> 'gebied', new.after ->> 'periode', (new.after ->> 'waarde')::numeric, i.unit,
         'doel', new.after ->> 'grens', new.after ->> 'waarde', true, array[d.code || ':1']
    from figures.indicators i where i.code = new.subject;
  return new;
end $$;
revoke execute on function decisions.set_target from public;

create function decisions.carry_out() returns trigger
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
    when 'wijzigt-actie' then split_part(new.after ->> 'veld', '_', 1) else 'plan' end;
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
    else new := decisions.adopt_plan(new, d);
  end case;
  return new;
end $$;
revoke execute on function decisions.carry_out from public;
create trigger carries_out before insert on decisions.effects for each row execute function decisions.carry_out();

-- A public decision stands in the log of publications, entered in the same transaction by whoever records it.
create policy recorder_enters on publications.ledger for insert to sv_visitor
  with check (kind = 'besluit' and decisions.is_being_recorded(subject) and starts_with(subject, 'B-'));

create function decisions.require_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.is_public and not exists (select from publications.ledger e where e.kind = 'besluit' and e.subject = new.code) then
    raise exception 'a public decision is entered in the ledger' using errcode = '23514';
  end if;
  return null;
end $$;
revoke execute on function decisions.require_entry from public;
create constraint trigger is_entered after insert on decisions.decisions deferrable initially deferred
  for each row execute function decisions.require_entry();
