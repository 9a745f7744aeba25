-- How actions stand: what those who carry them say of it once a quarter, from a screen, from a link in a mail or by answering one.
create schema progress;
grant usage on schema progress to sv_visitor;

create function progress.runs(p identity.posts) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;
revoke execute on function progress.runs from public;

-- When is asked, and when nobody is mailed: from the region pack, for each region has its own holidays and elections.
create table progress.rounds (
  code text primary key check (code ~ '^\d{4}-[1-4]$'),
  begins_on date not null,
  ends_on date not null check (ends_on >= begins_on),
  note text,
  withdrawn_on date
);
select platform.guard('progress.rounds');
select platform.open_to_all('progress.rounds');

create table progress.quiet_times (
  code text primary key,
  name text not null,
  begins_on date not null,
  -- The last day, included.
  ends_on date not null check (ends_on >= begins_on),
  ground text not null,
  withdrawn_on date
);
select platform.guard('progress.quiet_times');
select platform.open_to_all('progress.quiet_times');

-- A round that began: on its day by itself, or because a programme manager of a bureau wanted it.
create table progress.round_starts (
  round text primary key references progress.rounds on delete restrict deferrable initially deferred,
  started_at timestamptz not null,
  acted_as text
);
select platform.guard('progress.round_starts');
create policy professionals_read on progress.round_starts for select to sv_visitor using ((select identity.is_professional()));
grant select on progress.round_starts to sv_visitor;

-- Who keeps an action up to date: the newest row holds, the earlier ones are its history. Posts have no reference: those of example
-- persons are made anew at each start, with the same id; a post that is gone has ended.
create table progress.carriers (
  id uuid primary key default gen_random_uuid(),
  action text not null references strategy.actions on delete restrict deferrable initially deferred,
  version integer not null check (version > 0),
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  post uuid,
  -- How the function is called: what is left when the post is gone, and what a successor is known by.
  title text check ((title is null) = (post is null)),
  deputy uuid check (deputy <> post),
  deputy_title text check ((deputy_title is null) = (deputy is null)),
  how text not null check (how in ('aangewezen', 'overgedragen')),
  at timestamptz not null,
  acted_as text,
  unique (action, version)
);
create index carriers_organisation on progress.carriers (organisation);
select platform.guard('progress.carriers');
create policy professionals_read on progress.carriers for select to sv_visitor using ((select identity.is_professional()));
grant select on progress.carriers to sv_visitor;

-- The organisation that speaks for an action; null for a body, a group or all municipalities together: then a bureau does.
create function progress.speaks_for(of_action text) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(
    (select c.organisation from progress.carriers c where c.action = of_action order by c.version desc limit 1),
    (select o.code from strategy.actions a join identity.organisations o on o.code = a.lead and o.stands_for is null
      where a.code = of_action))
$$;
revoke execute on function progress.speaks_for from public;

-- The post that keeps each of these actions up to date today, and who stands in. Who was named; else his successor, in the same
-- function; else the programme manager, the deputy or the adviser of the organisation; else the programme manager of a bureau.
-- All at once, for a round asks it of every action.
create function progress.posts_for(of_actions text[]) returns table (action text, post uuid, deputy uuid)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  with day as materialized (select platform.today() as today),
  running as materialized (
    select p.*, o.kind as organisation_kind from identity.posts p join identity.organisations o on o.code = p.organisation, day
     where p.role <> 'lezer' and p.valid_from <= day.today and (p.valid_to is null or day.today < p.valid_to)
  ),
  named as materialized (
    select distinct on (c.action) c.* from progress.carriers c where c.action = any (of_actions) order by c.action, c.version desc
  ),
  asked as materialized (
    select a.code, coalesce(n.organisation, o.code) as speaker, n.organisation, n.post, n.title, n.deputy
      from strategy.actions a left join named n on n.action = a.code
      left join identity.organisations o on o.code = a.lead and o.stands_for is null
     where a.code = any (of_actions)
  )
  select a.code, found.id, (select d.id from running d where d.id = a.deputy and d.id is distinct from found.id)
    from asked a left join lateral (
      select r.id from (
        select p.id, p.valid_from, case
          when p.id = a.post then 1
          when p.organisation = a.organisation and p.title = a.title then 2
          when p.organisation = a.speaker and p.role = 'programmamanager' then 3
          when p.id = a.deputy then 4
          when p.organisation = a.speaker and p.role = 'adviseur' then 5
          when p.organisation_kind = 'bureau' and p.role = 'programmamanager' then 6 end as place
          from running p) r
       where r.place is not null order by r.place, r.valid_from desc, r.id limit 1) found on true
$$;
revoke execute on function progress.posts_for from public;

create function progress.post_for(of_action text) returns uuid
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select f.post from progress.posts_for(array[of_action]) f
$$;
revoke execute on function progress.post_for from public;

-- What is said of an action, one row each time. A later one replaces nothing.
create table progress.updates (
  id uuid primary key default gen_random_uuid(),
  action text not null references strategy.actions on delete restrict deferrable initially deferred,
  version integer not null check (version > 0),
  status text not null check (status in (
    'nog-niet-begonnen', 'op-koers', 'loopt-achter', 'geblokkeerd', 'afgerond', 'gestopt', 'overgedragen')),
  sentence text check (length(sentence) between 1 and 500),
  evidence text check (evidence ~ '^https?://[^\s]+$' and length(evidence) <= 500),
  -- Said again as it was.
  is_unchanged boolean not null,
  way text not null check (way in ('scherm', 'link', 'mail')),
  at timestamptz not null,
  -- The function somebody had then: a reader needs no name. The person is in the audit log.
  post uuid not null,
  organisation text not null,
  acted_as text not null,
  -- Of the form it was sent with: sent twice is said once.
  form_key text not null check (length(form_key) between 8 and 64),
  unique (action, version),
  -- What stops or goes elsewhere says why.
  check (sentence is not null or status not in ('loopt-achter', 'geblokkeerd', 'gestopt', 'overgedragen'))
);
create index updates_at on progress.updates (at);
select platform.guard('progress.updates');
create policy professionals_read on progress.updates for select to sv_visitor using ((select identity.is_professional()));
grant select on progress.updates to sv_visitor;

create function progress.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'updates and carriers are added and never changed';
end $$;
revoke execute on function progress.refuse_change from public;
create trigger only_grows before update or delete on progress.updates for each row execute function progress.refuse_change();
create trigger only_grows before update or delete on progress.carriers for each row execute function progress.refuse_change();

-- The actions somebody may speak of: of plans that run today, each promise once.
create function progress.running_actions() returns setof strategy.actions
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select a.* from strategy.actions a join strategy.plans p on p.code = a.plan
   where a.withdrawn_on is null and p.withdrawn_on is null
     and extract(year from platform.today()) between p.period_from and p.period_to
     and (a.promise is null or a.promise = a.code)
$$;

-- Those that are asked about: not those that are over by what was last said. What was said by mistake can be said anew.
create function progress.open_actions() returns setof strategy.actions
  language sql stable set search_path = pg_catalog, pg_temp as $$
  with newest as (select distinct on (action) action, status from progress.updates order by action, version desc)
  select a.* from progress.running_actions() a left join newest n on n.action = a.code
   where coalesce(n.status, '') not in ('afgerond', 'gestopt', 'overgedragen')
$$;

create function progress.is_running(of_action text) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from progress.running_actions() a where a.code = of_action)
$$;

-- All that the public learns of it: on which day somebody last said how an action stands.
create function progress.last_said_on(of_action text) returns date
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (max(u.at) at time zone 'Europe/Amsterdam')::date from progress.updates u where u.action = of_action
$$;

-- Every mail of a round, and what it asked. Of the secret in its link only the hash is here.
create table progress.requests (
  id uuid primary key default gen_random_uuid(),
  round text not null references progress.rounds on delete restrict deferrable initially deferred,
  kind text not null check (kind in ('vraag', 'herinnering', 'plaatsvervanger')),
  person uuid not null references identity.people on delete cascade,
  post uuid not null,
  acted_as text not null,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  expires_at timestamptz not null
);
create index requests_round on progress.requests (round, post);
create index requests_person on progress.requests (person);
select platform.guard('progress.requests');
create policy own_requests on progress.requests for select to sv_visitor using (person = (select identity.current_person()));
grant select (id, round, kind, person, post, acted_as, at, expires_at) on progress.requests to sv_visitor;

create table progress.request_items (
  request uuid not null references progress.requests on delete cascade,
  seq integer not null check (seq > 0),
  action text not null references strategy.actions on delete cascade deferrable initially deferred,
  primary key (request, seq),
  unique (request, action)
);
create index request_items_action on progress.request_items (action);
select platform.guard('progress.request_items');
create policy own_items on progress.request_items for select to sv_visitor
  using (request in (select r.id from progress.requests r where r.person = (select identity.current_person())));
grant select on progress.request_items to sv_visitor;

-- Whether a post still has to do with an action: it keeps it up to date today, or stands in for who does.
create function progress.has_to_do(with_post uuid, of_action text) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select exists (select from progress.posts_for(array[of_action]) f where with_post in (f.post, f.deputy))
$$;
revoke execute on function progress.has_to_do from public;

-- The request of a link: not expired, and the post it was sent to still of the same person.
create function progress.request_of(link_hash text) returns setof progress.requests
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select r.* from progress.requests r join identity.posts p on p.id = r.post and p.person = r.person
   where r.token_hash = link_hash and r.expires_at > platform.moment() and progress.runs(p)
$$;
revoke execute on function progress.request_of from public;

-- The post from which the signed-in person may say how an action stands: that which keeps it up to date or stands in, else one at
-- the organisation that speaks for it, else at a bureau where no organisation does. Null when he may not.
create function progress.own_post_for(of_action text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id from identity.posts p join identity.organisations o on o.code = p.organisation
   cross join (select progress.speaks_for(of_action) as code, f.post, f.deputy from progress.posts_for(array[of_action]) f) s
   where p.person = identity.current_person() and p.role <> 'lezer' and progress.runs(p) and progress.is_running(of_action)
     and (p.id in (s.post, s.deputy) or p.organisation = s.code
          or s.code is null and o.kind = 'bureau' and p.role = 'programmamanager')
   order by p.id = s.post desc, p.organisation = s.code desc nulls last, p.id limit 1
$$;

-- Says how an action stands: as the signed-in person, or as the post a link was sent to. Gives 'bewaard', 'al-bewaard' when the
-- same form said the same before, 'niets' when there is nothing to repeat, and null when he may not.
create function progress.keep_update(
  of_action text, of_status text, of_sentence text, of_evidence text, unchanged boolean, in_way text, of_key text, link_hash text,
  in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked progress.requests;
  author identity.posts;
  newest progress.updates;
  sent progress.updates;
begin
  -- One at a time per action, before the right is looked at: a double click is two requests, and an action may be passed on just now.
  perform pg_advisory_xact_lock(7403301, hashtext(of_action));
  if link_hash is null then
    select * into author from identity.posts where id = progress.own_post_for(of_action);
  else
    select * into asked from progress.request_of(link_hash);
    select p.* into author from identity.posts p join progress.request_items i on i.request = asked.id and i.action = of_action
     where p.id = asked.post and progress.has_to_do(p.id, of_action);
  end if;
  if author.id is null then return null; end if;
  select * into newest from progress.updates where action = of_action order by version desc limit 1;
  select * into sent from progress.updates where action = of_action and form_key = of_key order by version desc limit 1;
  -- Known only while nothing was said since: what somebody else said meanwhile is not to be taken for his.
  if sent.id = newest.id and (unchanged and sent.is_unchanged or not unchanged and not sent.is_unchanged
     and (sent.status, sent.sentence, sent.evidence) is not distinct from (of_status, of_sentence, of_evidence)) then
    return 'al-bewaard';
  end if;
  if not progress.is_running(of_action) then return null; end if;
  if unchanged and newest.id is null then return 'niets'; end if;
  insert into progress.updates (action, version, status, sentence, evidence, is_unchanged, way, at, post, organisation, acted_as, form_key)
  select of_action, coalesce(newest.version, 0) + 1,
         case when unchanged then newest.status else of_status end,
         case when unchanged then newest.sentence else of_sentence end,
         case when unchanged then newest.evidence else of_evidence end,
         unchanged, in_way, platform.moment(), author.id, author.organisation, author.title || ', ' || o.name, of_key
    from identity.organisations o where o.code = author.organisation;
  perform identity.write_audit(author.person, 'voortgang bijgewerkt', of_action || ', ' || in_way, 'gelukt', in_request);
  return 'bewaard';
end $$;

-- What a link asks, for whoever holds it; no row when it is void. Changes nothing.
create function progress.asked_by_link(link_hash text)
  returns table (key text, acted_as text, round text, ends_on date, action text, seq integer, title text, programme text, plan text,
                 due text, status text, sentence text, said_at timestamptz, is_answered boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id::text, r.acted_as, r.round, d.ends_on, a.code, i.seq, a.title, g.title, p.title, a.due, u.status, u.sentence, u.at,
         coalesce(u.at >= s.started_at, false)
    from progress.request_of(link_hash) r
    join progress.rounds d on d.code = r.round
    join progress.round_starts s on s.round = r.round
    join progress.request_items i on i.request = r.id
    join strategy.actions a on a.code = i.action
    join strategy.programmes g on g.code = a.programme
    join strategy.plans p on p.code = a.plan
    left join lateral (select * from progress.updates u where u.action = a.code order by u.version desc limit 1) u on true
   where a.code in (
     select f.action from progress.posts_for((select array_agg(x.action) from progress.request_items x where x.request = r.id)) f
      where r.post in (f.post, f.deputy))
   order by i.seq
$$;

-- What the signed-in person keeps up to date or stands in for, with what was last said of it and since when it is asked.
create function progress.own_items()
  returns table (action text, title text, programme text, plan text, due text, is_deputy boolean, status text, sentence text,
                 said_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with asked as materialized (select * from progress.open_actions())
  select a.code, a.title, g.title, pl.title, a.due, bool_and(p.id <> f.post), max(u.status), max(u.sentence), max(u.at)
    from progress.posts_for((select array_agg(code) from asked)) f
    join identity.posts p on p.id in (f.post, f.deputy) and p.person = identity.current_person()
    join asked a on a.code = f.action
    join strategy.programmes g on g.code = a.programme
    join strategy.plans pl on pl.code = a.plan
    left join lateral (select * from progress.updates u where u.action = a.code order by u.version desc limit 1) u on true
   group by a.code, a.title, g.title, pl.title, a.due order by a.code
$$;

-- The lead is a body, a group or a name for all municipalities: nobody sits there.
create function progress.is_without_desk(of_action text) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select not exists (select from strategy.actions a join identity.organisations o on o.code = a.lead and o.stands_for is null
    where a.code = of_action)
$$;
revoke execute on function progress.is_without_desk from public;

-- Who may say which post keeps an action up to date: the adviser and the programme manager of the organisation that speaks for it;
-- where none of its own does, the programme manager of a bureau. Gives his function, as it stands in the history.
create function progress.assigner(of_action text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and progress.runs(p) and progress.is_running(of_action)
     and (p.role in ('adviseur', 'programmamanager') and p.organisation = progress.speaks_for(of_action)
          or p.role = 'programmamanager' and o.kind = 'bureau' and progress.is_without_desk(of_action))
   order by p.id limit 1
$$;

-- The posts an assigner can choose from: those of his own organisation, by name.
create function progress.choosable_posts(of_action text) returns table (id uuid, title text, name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.title, h.name from identity.posts p join identity.people h on h.id = p.person
   where progress.assigner(of_action) is not null and progress.runs(p) and p.role <> 'lezer'
     and p.organisation in (
       select o.organisation from identity.posts o
        where o.person = identity.current_person() and progress.runs(o) and o.role in ('adviseur', 'programmamanager'))
   order by h.name, p.title
$$;

-- Whether the signed-in person is a programme manager of a bureau: he steers the rounds.
create function progress.steers() returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
     where p.person = identity.current_person() and p.role = 'programmamanager' and progress.runs(p))
$$;

-- The organisations an action can be passed on to: those with somebody who can take it up. None where the lead has a desk itself.
create function progress.choosable_organisations(of_action text) returns table (code text, name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.code, o.name from identity.organisations o
   where progress.assigner(of_action) is not null and progress.steers() and progress.is_without_desk(of_action)
     and exists (select from identity.posts p
       where p.organisation = o.code and p.role in ('adviseur', 'programmamanager') and progress.runs(p))
   order by o.name
$$;

-- Names the post that keeps an action up to date, and who stands in. False when one may not, or a post cannot be chosen.
create function progress.assign(of_action text, to_post uuid, to_deputy uuid, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  chosen identity.posts;
  standin identity.posts;
  author text;
begin
  perform pg_advisory_xact_lock(7403301, hashtext(of_action));
  author := progress.assigner(of_action);
  if author is null or to_post = to_deputy then return false; end if;
  select p.* into chosen from identity.posts p where p.id = to_post and p.id in (select c.id from progress.choosable_posts(of_action) c);
  if chosen.id is null then return false; end if;
  if to_deputy is not null then
    select p.* into standin from identity.posts p
     where p.id = to_deputy and p.organisation = chosen.organisation and p.id in (select c.id from progress.choosable_posts(of_action) c);
    if standin.id is null then return false; end if;
  end if;
  insert into progress.carriers (action, version, organisation, post, title, deputy, deputy_title, how, at, acted_as)
  values (of_action, coalesce((select max(version) from progress.carriers where action = of_action), 0) + 1, chosen.organisation,
          chosen.id, chosen.title, standin.id, standin.title, 'aangewezen', platform.moment(), author);
  perform identity.note('actie aan functie toegewezen', of_action, in_request);
  return true;
end $$;

-- Passes an action on to another organisation, which names a post itself. False when one may not.
create function progress.pass_on(of_action text, to_organisation text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
begin
  perform pg_advisory_xact_lock(7403301, hashtext(of_action));
  author := progress.assigner(of_action);
  if to_organisation not in (select c.code from progress.choosable_organisations(of_action) c) then return false; end if;
  insert into progress.carriers (action, version, organisation, how, at, acted_as)
  values (of_action, coalesce((select max(version) from progress.carriers where action = of_action), 0) + 1, to_organisation,
          'aangewezen', platform.moment(), author);
  perform identity.note('actie doorgegeven', of_action || ', ' || to_organisation, in_request);
  return true;
end $$;

-- Begins a round that has not begun. False when one may not, when it is over, or when it is quiet.
create function progress.start_round(which text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
begin
  select p.title || ', ' || o.name into author
    from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager' and progress.runs(p) order by p.id limit 1;
  if author is null then return false; end if;
  insert into progress.round_starts (round, started_at, acted_as)
  select r.code, platform.moment(), author from progress.rounds r
   where r.code = which and r.withdrawn_on is null and r.ends_on >= platform.today()
     and not exists (select from progress.quiet_times q
       where q.withdrawn_on is null and platform.today() between q.begins_on and q.ends_on)
  on conflict do nothing;
  if not found then return false; end if;
  perform identity.note('updateronde begonnen', which, in_request);
  return true;
end $$;
