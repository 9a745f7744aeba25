-- A priority that is watched can be watched on: by another decision, until another day, by somebody else or by another figure.

create or replace function decisions.move_priority(new decisions.effects, d decisions.decisions) returns decisions.effects
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
    'stand', case when coalesce(d.taken_on < last.valid_to, true) then last.state end, 'reden', last.reason);
  if d.reverses is not null and last.code is distinct from own_stage then perform decisions.refuse('intussen-veranderd'); end if;
  if last.valid_from >= d.taken_on then
    if d.reverses is null then perform decisions.refuse('stand-van-later'); end if;
    -- Turned back on the day itself: it never held.
    update strategy.priority_states set withdrawn_on = platform.today() where code = last.code;
    update strategy.priority_states set valid_to = (u.before ->> 'tot')::date
      from decisions.undone_by(d.code, new.kind, new.subject) u where code = u.before ->> 'regel';
    return new;
  end if;
  if d.reverses is null and new.before ->> 'stand' = new.after ->> 'stand'
     and (last.state <> 'volgend' or last.reason = new.after ->> 'reden') then
    perform decisions.refuse('zelfde-stand');
  end if;
  update strategy.priority_states set valid_to = d.taken_on where code = last.code and coalesce(d.taken_on < valid_to, true);
  insert into strategy.priority_states (code, priority, state, valid_from, reason, sources)
  select new.subject || '-' || d.code, new.subject, new.after ->> 'stand', d.taken_on, new.after ->> 'reden', '{}'
   where new.after ->> 'stand' is not null;
  return new;
end $$;
