-- What was changed in an action, by a decision or under a mandate: one row per field, with what stood there before.
create table decisions.action_changes (
  action text not null references strategy.actions on delete restrict deferrable initially deferred,
  version integer not null check (version > 0),
  field text not null check (field in ('titel', 'klaar', 'trekker', 'doel_waarde', 'doel_eenheid')),
  before text,
  after text,
  reason text not null check (length(reason) between 1 and 500),
  -- One of both: what gave the right to it.
  decision text references decisions.decisions on delete restrict,
  mandate text references decisions.mandates on delete restrict deferrable initially deferred,
  at timestamptz not null,
  acted_as text not null,
  -- Of the form it was sent with: sent twice is changed once.
  form_key text not null check (length(form_key) between 8 and 64),
  primary key (action, version),
  unique (action, form_key, field),
  check ((decision is null) <> (mandate is null)),
  check (after is not null or field in ('doel_waarde', 'doel_eenheid'))
);
create index action_changes_decision on decisions.action_changes (decision);
create index action_changes_mandate on decisions.action_changes (mandate);
select platform.guard('decisions.action_changes');
select platform.open_to_all('decisions.action_changes');
create trigger only_grows before update or delete on decisions.action_changes for each row execute function decisions.refuse_change();
create trigger never_emptied before truncate on decisions.action_changes for each statement execute function decisions.refuse_change();

-- The mandate under which the signed-in person may change something of an action, and the function he has it from. A working group
-- acts through the organisations that have a seat in it by name: "a mayor of the district" names none. No row when he may not, or
-- when the plan is over.
create function decisions.mandate_for(of_action text, of_what text) returns table (mandate text, acted_as text)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select m.code, p.title || ', ' || o.name
    from strategy.actions a
    join strategy.plans l on l.code = a.plan and l.withdrawn_on is null and l.period_to >= extract(year from platform.today())
    join strategy.programmes g on g.code = a.programme
    left join strategy.priorities x on x.code = g.priority
    join decisions.mandates m on m.what = of_what and m.after_adoption = (l.adopted_on is not null) and m.withdrawn_on is null
    join identity.posts p on p.person = identity.current_person() and decisions.runs(p)
    join identity.organisations o on o.code = p.organisation
   where a.code = of_action and a.withdrawn_on is null
     and (m.who = 'programmamanager' and p.role = 'programmamanager' and o.kind = 'bureau'
          or m.who = 'werkgroep' and p.role in ('adviseur', 'bestuurder', 'programmamanager') and exists (
            select from governance.working_group_seats s join governance.working_groups w on w.code = s.working_group
             where w.code in (a.lead, g.lead, x.lead_group) and s.withdrawn_on is null and w.withdrawn_on is null
               and coalesce(w.valid_from <= platform.today(), true) and coalesce(platform.today() < w.valid_to, true)
               and coalesce(s.municipality, s.organisation) = p.organisation))
   order by m.code, p.id limit 1
$$;
revoke execute on function decisions.mandate_for from public;

-- What the signed-in person may change of an action, in the words of the mandates.
create function decisions.own_mandates(of_action text) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(w.what order by w.what), '{}') from unnest(array['titel', 'klaar', 'trekker', 'doel']) as w (what)
   where exists (select from decisions.mandate_for(of_action, w.what))
$$;

create policy mandated_changes on decisions.action_changes for insert to sv_visitor
  with check (split_part(field, '_', 1) = any (decisions.own_mandates(action)));
grant insert (action, field, before, after, reason, form_key) on decisions.action_changes to sv_visitor;

create function decisions.value_of(of_action strategy.actions, of_field text) returns text
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select case of_field when 'titel' then of_action.title when 'klaar' then of_action.due when 'trekker' then of_action.lead
    when 'doel_waarde' then trim_scale(of_action.target_value)::text when 'doel_eenheid' then of_action.target_unit end
$$;
revoke execute on function decisions.value_of from public;

-- One at a time per action; what somebody did not see he does not change.
create function decisions.change_action() returns trigger
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
    new.acted_as := decisions.recorder();
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
revoke execute on function decisions.change_action from public;
create trigger changes_action before insert on decisions.action_changes for each row execute function decisions.change_action();

create function decisions.amend_action(new decisions.effects, d decisions.decisions) returns decisions.effects
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  stored strategy.actions;
  stands text;
  undone decisions.effects;
begin
  select * into stored from strategy.actions where code = new.subject and withdrawn_on is null for update;
  if stored.code is null then perform decisions.refuse('onbekend'); end if;
  stands := decisions.value_of(stored, new.after ->> 'veld');
  new.before := jsonb_build_object('veld', new.after ->> 'veld', 'waarde', stands);
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject) u where u.after ->> 'veld' = new.after ->> 'veld';
    if undone.after is distinct from new.before then perform decisions.refuse('intussen-veranderd'); end if;
  end if;
  insert into decisions.action_changes (action, field, before, after, reason, decision, form_key)
  values (new.subject, new.after ->> 'veld', stands, new.after ->> 'waarde', 'Besluit ' || d.code || ': ' || d.title, d.code, d.form_key);
  return new;
end $$;
revoke execute on function decisions.amend_action from public;

-- Mails the secretaries what was changed in this very transaction, but for who did it. Gives how many. No request chooses the address.
create function decisions.tell_secretaries(of_action text, mail_subject text, mail_body text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  receiver record;
  told integer := 0;
begin
  if not exists (select from decisions.action_changes c where c.action = of_action and c.xmin = pg_current_xact_id()::xid) then
    return 0;
  end if;
  for receiver in
    select distinct h.email, h.is_example from identity.posts p
      join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
      join identity.people h on h.id = p.person
     where p.role = 'programmamanager' and decisions.runs(p) and h.id is distinct from identity.current_person() order by h.email
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    told := told + 1;
  end loop;
  return told;
end $$;
