-- A decision asks the instances of another body, or the councils of all municipalities, inside its own transaction.
alter table decisions.mandates drop constraint mandates_what_check;
alter table decisions.mandates add constraint mandates_what_check
  check (what in ('plan', 'prioriteit', 'doelcijfer', 'titel', 'klaar', 'trekker', 'doel', 'zetel', 'gremium', 'geld', 'vraag'));

alter table decisions.effects drop constraint effects_kind_check;
alter table decisions.effects add constraint effects_kind_check check (kind in ('stelt-plan-vast', 'trekt-vaststelling-in', 'wijzigt-actie',
  'zet-doel', 'zet-prioriteit', 'benoemt', 'verleent-decharge', 'heft-op', 'kent-geld-toe', 'vraagt'));

-- Only a decision asks so: whether he who records it may, was decided before this, and no visitor can call it.
drop function proposals.ask_down(text, text, text[], text[], date, text, text);

-- Asks instances and organisations something for a body that decided so, led by the secretary of the instance that did, if there is one.
-- Gives the code of the question; null when nobody is asked, or there is no day left to answer.
create function proposals.ask_down(said jsonb, to_instances text[], to_organisations text[], until date, of_decision text)
  returns text language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  of_key text := gen_random_uuid();
  new_code text := proposals.new_code(of_key);
begin
  if cardinality(to_instances || to_organisations) = 0 or until < platform.today() then return null; end if;
  insert into proposals.proposals (code, route, route_name, direction, brought_by, instance, decision, is_example, at, acted_as, form_key)
  select new_code, 'vraag-van-besluit', 'Vraag van een besluit', 'omlaag', said ->> 'brought_by', said ->> 'instance', of_decision, h.is_example,
         platform.moment(), said ->> 'acted_as', of_key
    from identity.people h where h.id = identity.current_person();
  insert into proposals.texts (proposal, version, title, body, at, acted_as)
  values (new_code, 1, said ->> 'title', said ->> 'body', platform.moment(), said ->> 'acted_as');
  insert into proposals.steps (proposal, seq, mode, before_whom, who, opened_at, term)
  values (new_code, 1, 'vragen', 'gekozen', 'Aan wie het besluit het vraagt', platform.moment(), until);
  insert into proposals.addressees (proposal, seq, instance) select distinct new_code, 1, i from unnest(to_instances) i;
  insert into proposals.addressees (proposal, seq, organisation) select distinct new_code, 1, o from unnest(to_organisations) o;
  perform proposals.tell_step(new_code, 1, 'Er is een vraag aan u gesteld',
    'Een besluit stelt u een vraag. U leest haar na het inloggen, bij Voorstellen. Antwoorden kan tot en met ' || to_char(until, 'DD-MM-YYYY') || '.');
  perform identity.note('vraag van een besluit gesteld', new_code || ', ' || of_decision, of_decision);
  return new_code;
end $$;
revoke execute on function proposals.ask_down from public;

-- Takes a question back while nobody answered it; a draft is no answer, and is in nothing that others see. 'ingetrokken', and so when it was
-- already; 'beantwoord' when there is an answer; null when it ended in another way.
create function proposals.take_question_back(of_proposal text, because text, of_decision text) returns text
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  there proposals.proposals;
begin
  perform proposals.hold(of_proposal);
  -- Who releases an answer now is waited for.
  perform proposals.hold(a.id::text) from proposals.addressees a where a.proposal = of_proposal order by a.id;
  select * into there from proposals.proposals p where p.code = of_proposal;
  if exists (select from proposals.addressees a join proposals.views v on v.addressee = a.id
       where a.proposal = of_proposal and v.released_at is not null) then return 'beantwoord'; end if;
  if there.finished_at is not null then return case when there.result = 'ingetrokken' then 'ingetrokken' end; end if;
  update proposals.proposals p set finished_at = platform.moment(), result = 'ingetrokken', result_note = because where p.code = of_proposal;
  perform identity.note('voorstel afgesloten', of_proposal || ', ingetrokken', of_decision);
  return 'ingetrokken';
end $$;
revoke execute on function proposals.take_question_back from public;

-- Its subject is a body, of which all instances that everybody may know of are asked; or `gemeenten`, of which all municipalities are.
create function decisions.ask(new decisions.effects, d decisions.decisions) returns decisions.effects
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  undone decisions.effects;
  taken_back text;
  asker text;
  instances text[];
  municipalities text[] := '{}';
  question text;
begin
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    taken_back := proposals.take_question_back(undone.after ->> 'voorstel', 'Besluit ' || d.reverses || ' is teruggedraaid.', d.code);
    if taken_back = 'beantwoord' then perform decisions.refuse('al-beantwoord'); end if;
    if taken_back is null then perform decisions.refuse('intussen-veranderd'); end if;
    new.before := undone.after;
    new.after := undone.after || jsonb_build_object('ingetrokken', true);
    return new;
  end if;
  select coalesce(array_agg(i.code), '{}') into instances from meetings.instances i where i.body = new.subject and i.is_public;
  if new.subject = 'gemeenten' then
    select coalesce(array_agg(o.code), '{}') into municipalities from identity.organisations o
     where o.kind = 'gemeente' and o.withdrawn_on is null and meetings.holds(coalesce(o.valid_from, '-infinity'), o.valid_to);
  end if;
  -- A body without an area decides as the one instance it has.
  select case when count(*) = 1 then min(i.code) end into asker from meetings.instances i
   where i.body = d.body and (d.area is null or i.area = d.area);
  question := proposals.ask_down(
    jsonb_build_object('title', case when length(d.title) > 150 then left(d.title, 149) || '…' else d.title end, 'body', new.after ->> 'vraag',
      'brought_by', d.body, 'instance', asker, 'acted_as', d.acted_as),
    instances, municipalities, (new.after ->> 'tot')::date, d.code);
  if question is null then perform decisions.refuse('niemand-gevraagd'); end if;
  new.before := '{}';
  new.after := new.after || jsonb_build_object('voorstel', question, 'aantal', cardinality(instances || municipalities));
  return new;
end $$;
revoke execute on function decisions.ask from public;

-- How many were asked by a decision and how many answered, for everybody: the question is as public as the decision, an answer is not.
create function decisions.answered(of_question text) returns table (asked integer, answered integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer,
         count(*) filter (where exists (select from proposals.views v where v.addressee = a.id and v.released_at is not null))::integer
    from proposals.proposals p join proposals.addressees a on a.proposal = p.code
    join decisions.decisions d on d.code = p.decision and d.is_public
   where p.code = of_question and p.route = 'vraag-van-besluit'
$$;

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
    when 'vraagt' then new := decisions.ask(new, d);
    else new := decisions.adopt_plan(new, d);
  end case;
  return new;
end $$;
