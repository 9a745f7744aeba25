-- A written round is begun where one keeps the days; otherwise a proposal starts as it did.

-- Starts a proposal on a route as that is today. Gives its code, of the same form sent twice the same; null when he may not.
create or replace function proposals.start(said jsonb, of_key text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := proposals.starter();
  new_code text;
  step proposals.route_steps;
  steps integer := 0;
begin
  perform proposals.hold(of_key);
  if author is null then return null; end if;
  select p.code into new_code from proposals.proposals p where p.form_key = of_key;
  if new_code is not null then return case when new_code = any (proposals.readable()) then new_code end; end if;
  -- A secretary has a written round in his own instance only.
  if said ->> 'instance' is not null and meetings.planner_of(said ->> 'instance') is null then return null; end if;
  if not exists (select from proposals.route_steps r where r.route = said ->> 'route' and r.withdrawn_on is null
       and meetings.holds(coalesce(r.valid_from, '-infinity'), r.valid_to)) then return null; end if;
  new_code := proposals.new_code(of_key);
  insert into proposals.proposals (code, route, route_name, direction, brought_by, instance, is_example, at, acted_as, form_key)
  select new_code, r.route, r.name, r.direction, said ->> 'brought_by',
         case when meetings.manager() is null then (select min(s.instance) from meetings.own_seats() s where s.kind = 'secretaris') end,
         h.is_example, platform.moment(), author, of_key
    from proposals.route_steps r, identity.people h
   where h.id = identity.current_person() and r.route = said ->> 'route' and r.withdrawn_on is null
     and meetings.holds(coalesce(r.valid_from, '-infinity'), r.valid_to)
   order by r.seq limit 1;
  insert into proposals.texts (proposal, version, title, body, at, acted_as)
  values (new_code, 1, said ->> 'title', said ->> 'body', platform.moment(), author);
  for step in select * from proposals.route_steps r where r.route = said ->> 'route' and r.withdrawn_on is null
      and meetings.holds(coalesce(r.valid_from, '-infinity'), r.valid_to) order by r.seq, r.code
  loop
    steps := steps + 1;
    insert into proposals.steps (proposal, seq, mode, before_whom, who, body)
    values (new_code, steps, step.mode, step.before_whom, step.who, step.body);
    perform proposals.address(new_code, steps, said ->> 'instance');
  end loop;
  if exists (select from proposals.steps s where s.proposal = new_code and s.before_whom = 'een-overleg'
       and not exists (select from proposals.addressees a where a.proposal = new_code and a.seq = s.seq)) then
    raise exception 'a written round is among the members of one instance' using errcode = '23514';
  end if;
  perform identity.note('voorstel begonnen', new_code, in_request);
  return new_code;
end $$;
