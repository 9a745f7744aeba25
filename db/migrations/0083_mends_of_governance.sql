-- Seats give access to what is closed: a secretary gives and ends them by a decision in his own instance only, elsewhere the bureau records it.
create function decisions.check_seating(of_instance text) returns void
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if decisions.recorder() is null and not exists (select from decisions.own_instances() o where o.instance = of_instance) then
    perform decisions.refuse('ander-overleg');
  end if;
end $$;
revoke execute on function decisions.check_seating from public;

-- Whether a body decides or adopts on a day, on something of which its kind has a mandate.
create function decisions.has_mandate(of_body text, changed text, on_day date) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from governance.bodies b join decisions.mandates m on m.who = b.kind and m.what = changed and m.withdrawn_on is null
      join governance.body_powers p on p.body = b.code and p.power in ('besluiten', 'vaststellen') and p.withdrawn_on is null
     where b.code = of_body and coalesce(p.valid_from <= on_day, true) and coalesce(on_day < p.valid_to, true))
$$;
revoke execute on function decisions.has_mandate from public;

-- As it was; and what a body decided when it still decided is recorded by the bureau: its secretary of today does not use powers of before.
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
    when 'vraagt' then 'vraag' else 'plan' end;
  if not decisions.has_mandate(d.body, changed, d.taken_on) then perform decisions.refuse('geen-mandaat'); end if;
  if decisions.recorder() is null and not decisions.has_mandate(d.body, changed, platform.today()) then
    perform decisions.refuse('geen-mandaat-meer');
  end if;
  if new.kind = 'benoemt' then perform decisions.check_seating(new.subject); end if;
  if new.kind = 'verleent-decharge' then
    perform decisions.check_seating((select s.instance from meetings.seats s where s.id::text = new.subject));
  end if;
  case new.kind
    when 'zet-prioriteit' then new := decisions.move_priority(new, d);
    when 'zet-doel' then new := decisions.set_target(new, d);
    when 'wijzigt-actie' then new := decisions.amend_action(new, d);
    when 'benoemt' then new := decisions.appoint(new, d);
    when 'verleent-decharge' then new := decisions.discharge(new, d);
    when 'heft-op' then new := decisions.dissolve(new, d);
    when 'kent-geld-toe' then new := decisions.grant_money(new, d);
    when 'vraagt' then new := decisions.ask(new, d);
    else new := decisions.adopt_plan(new, d);
  end case;
  return new;
end $$;

-- An item that was sent and closed after that is no longer read under its old number by who advises: it is closed to him
-- until it is shared, then under both.
drop policy who_advises_reads on meetings.items;
create policy who_advises_reads on meetings.items for select to sv_visitor
  using (sent_at is not null and (not is_closed and went_to is null and meeting = any ((select meetings.advised_meetings())::text[])
    or id = any ((select meetings.shared_items())::uuid[]) or went_to = any ((select meetings.shared_items())::uuid[])));
