-- Proposals and the route they travel: through which instances, in which order, what each of them said of it, and what was done with that.
create schema proposals;
grant usage on schema proposals to sv_visitor;

-- The routes as the region keeps them, one row per step and period.
create table proposals.route_steps (
  code text primary key,
  route text not null,
  name text not null,
  direction text not null check (direction in ('omhoog', 'omlaag', 'opzij')),
  seq integer not null check (seq > 0),
  mode text not null check (mode in ('voorbereiden', 'besluiten', 'adviseren', 'vragen', 'schriftelijk')),
  -- Before whom: who brings it, the instances of a body, all municipalities, or one instance that is chosen.
  before_whom text not null check (before_whom in ('indiener', 'gremium', 'gemeenten', 'een-overleg')),
  who text not null,
  body text references governance.bodies on delete restrict deferrable initially deferred,
  valid_from date,
  valid_to date check (valid_to > valid_from),
  sources text[] not null,
  withdrawn_on date,
  check ((before_whom = 'gremium') = (body is not null)),
  check ((mode = 'schriftelijk') = (before_whom = 'een-overleg'))
);
create index route_steps_body on proposals.route_steps (body);
select platform.guard('proposals.route_steps');
select platform.open_to_all('proposals.route_steps');

create table proposals.proposals (
  -- From the key of its form: a number would tell how many there are to who may not know.
  code text primary key,
  route text not null,
  route_name text not null,
  direction text not null check (direction in ('omhoog', 'omlaag', 'opzij')),
  brought_by text not null references identity.parties on delete restrict deferrable initially deferred,
  -- Of which instance the secretary started it; null when the programme manager did.
  instance text references meetings.instances on delete restrict,
  -- The decision that asks it.
  decision text,
  is_example boolean not null,
  at timestamptz not null,
  acted_as text not null,
  finished_at timestamptz,
  result text check (result in ('aangenomen', 'gewijzigd aangenomen', 'niet aangenomen', 'beantwoord', 'ingetrokken')),
  result_note text check (length(result_note) between 1 and 2000),
  published_at timestamptz,
  form_key text not null unique check (length(form_key) between 8 and 64),
  check ((finished_at is null) = (result is null)),
  check (published_at is null or finished_at is not null)
);
create index proposals_instance on proposals.proposals (instance);
create index proposals_brought_by on proposals.proposals (brought_by);
select platform.guard('proposals.proposals');

-- One step of a proposal, as its route was on the day it started.
create table proposals.steps (
  proposal text not null references proposals.proposals on delete restrict,
  seq integer not null check (seq > 0),
  mode text not null check (mode in ('voorbereiden', 'besluiten', 'adviseren', 'vragen', 'schriftelijk')),
  before_whom text not null check (before_whom in ('indiener', 'gremium', 'gemeenten', 'een-overleg', 'gekozen')),
  who text not null,
  body text references governance.bodies on delete restrict deferrable initially deferred,
  opened_at timestamptz,
  -- The last day to answer.
  term date,
  closed_at timestamptz,
  outcome text check (length(outcome) between 1 and 2000),
  primary key (proposal, seq),
  check ((opened_at is null) = (term is null)),
  check (closed_at is null or opened_at is not null),
  check ((closed_at is null) = (outcome is null))
);
create index steps_body on proposals.steps (body);
select platform.guard('proposals.steps');

-- Before whom a step comes: an instance or an organisation, all at the same time.
create table proposals.addressees (
  id uuid primary key default gen_random_uuid(),
  proposal text not null,
  seq integer not null,
  instance text references meetings.instances on delete restrict,
  organisation text references identity.organisations on delete restrict deferrable initially deferred,
  -- Of a written round: when its chair closed it, and whether it is to be talked about after all.
  round_closed_at timestamptz,
  round_result text check (round_result in ('akkoord', 'bespreken')),
  foreign key (proposal, seq) references proposals.steps on delete restrict,
  unique (proposal, seq, instance),
  unique (proposal, seq, organisation),
  check ((instance is null) <> (organisation is null)),
  check ((round_closed_at is null) = (round_result is null))
);
create index addressees_instance on proposals.addressees (instance);
create index addressees_organisation on proposals.addressees (organisation);
select platform.guard('proposals.addressees');

-- What is proposed, one row per version; what was taken over from a view is a new version.
create table proposals.texts (
  proposal text not null references proposals.proposals on delete restrict,
  version integer not null check (version > 0),
  title text not null check (length(title) between 1 and 150),
  body text not null check (length(body) between 1 and 10000),
  change_note text check (length(change_note) between 1 and 500),
  because_of uuid references proposals.addressees on delete restrict,
  at timestamptz not null,
  acted_as text not null,
  primary key (proposal, version),
  check ((version = 1) = (change_note is null))
);
create index texts_because_of on proposals.texts (because_of);
select platform.guard('proposals.texts');

-- What an instance or organisation says of it, one row per version: a draft until its chair releases it.
create table proposals.views (
  addressee uuid not null references proposals.addressees on delete restrict,
  version integer not null check (version > 0),
  -- How often the draft was kept: who writes over what he did not see keeps nothing.
  edits integer not null check (edits > 0),
  -- Of which version of the text it speaks.
  text_version integer not null check (text_version > 0),
  stance text not null check (stance in ('instemmen', 'voorwaarde', 'aanhouden', 'niet', 'antwoord')),
  said text check (length(said) between 1 and 4000),
  condition text check (length(condition) between 1 and 2000),
  -- Why a released view is followed by another.
  reason text check (length(reason) between 1 and 500),
  acted_as text not null,
  released_at timestamptz,
  released_as text,
  primary key (addressee, version),
  check ((version = 1) = (reason is null)),
  check ((stance = 'voorwaarde') = (condition is not null)),
  check (stance <> 'antwoord' or said is not null),
  check ((released_at is null) = (released_as is null))
);
select platform.guard('proposals.views');

-- What was done with a view, told back to who said it. The newest counts.
create table proposals.answers (
  addressee uuid not null,
  version integer not null,
  round integer not null check (round > 0),
  verdict text not null check (verdict in ('overgenomen', 'deels', 'niet')),
  why text not null check (length(why) between 1 and 2000),
  at timestamptz not null,
  acted_as text not null,
  primary key (addressee, version, round),
  foreign key (addressee, version) references proposals.views on delete restrict
);
select platform.guard('proposals.answers');

-- What the seats of an instance say in a written round, one row per time. A deputy speaks for the seat he stands in for.
create table proposals.words (
  addressee uuid not null references proposals.addressees on delete restrict,
  seat uuid not null references meetings.seats on delete restrict,
  version integer not null check (version > 0),
  word text not null check (word in ('akkoord', 'opmerking', 'niet')),
  remark text check (length(remark) between 1 and 1000),
  at timestamptz not null,
  primary key (addressee, seat, version),
  check ((word = 'akkoord') = (remark is null))
);
create index words_seat on proposals.words (seat);
select platform.guard('proposals.words');

-- On which items of agendas a proposal stands.
create table proposals.item_proposals (
  item uuid primary key references meetings.items on delete cascade,
  proposal text not null references proposals.proposals on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
create index item_proposals_proposal on proposals.item_proposals (proposal);
select platform.guard('proposals.item_proposals');

create function proposals.own_organisations() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct p.organisation), '{}') from identity.posts p
   where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
     and meetings.holds(p.valid_from, p.valid_to)
$$;

-- As what the signed-in person may start a proposal: programme manager, or secretary of an instance. Null when he may not.
create function proposals.starter() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(meetings.manager(), (select min(s.title) from meetings.own_seats() s where s.kind = 'secretaris'))
$$;

-- As what he leads a proposal along its route; null when he does not.
create function proposals.keeper_of(of_proposal text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(meetings.manager(), meetings.secretary_of(p.instance)) from proposals.proposals p where p.code = of_proposal
$$;

-- The proposals that are not public and that he may read: of an instance or organisation on the route, of who brought it, or of who leads it.
create function proposals.readable() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with me as materialized (select meetings.manager() is not null as manages, meetings.own_instances() as instances,
                                  proposals.own_organisations() as organisations)
  select coalesce(array_agg(p.code), '{}') from proposals.proposals p, me
   where me.manages or p.instance = any (me.instances) or p.brought_by = any (me.organisations)
      or exists (select from proposals.addressees a where a.proposal = p.code
           and (a.instance = any (me.instances) or a.organisation = any (me.organisations)))
$$;

-- The seats he has today, with the seat each speaks for: a deputy for whom he stands in, also in the chair.
create function proposals.own_places() returns table (instance text, kind text, title text, speaks_for uuid, sits_as text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.instance, o.kind, o.title, coalesce(s.deputy_for, s.id), coalesce(f.kind, s.kind)
    from meetings.own_seats() o join meetings.seats s on s.id = o.seat left join meetings.seats f on f.id = s.deputy_for
$$;
revoke execute on function proposals.own_places from public;

-- As what he does something about the addressees of a proposal: writes its view (secretary of the instance, adviser of the organisation),
-- releases it (in the chair; of an organisation who writes it answers for it), chairs its round, and tells back what was done with it
-- (who leads the proposal, or the secretary of a later step that began). Only addressees of which he does one of these.
create function proposals.hands_on(of_proposal text)
  returns table (id uuid, drafter_as text, releaser_as text, chair_as text, teller_as text, seats jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with places as materialized (select * from proposals.own_places()),
  advised as materialized (
    select p.organisation, min(p.title || ', ' || o.name) as title from identity.posts p join identity.organisations o on o.code = p.organisation
     where p.person = identity.current_person() and p.role = 'adviseur' and meetings.holds(p.valid_from, p.valid_to) group by p.organisation),
  keeper as materialized (select proposals.keeper_of(of_proposal) as title),
  listed as (
    select a.id, a.instance, a.seq, d.title as adviser,
           (select min(p.title) from places p where p.instance = a.instance and p.kind = 'secretaris') as secretary,
           (select min(p.title) from places p where p.instance = a.instance and p.sits_as = 'voorzitter') as chair,
           s.mode = 'schriftelijk' and s.opened_at is not null and s.closed_at is null and a.round_closed_at is null
             and platform.today() <= s.term as runs, s.opened_at
      from proposals.addressees a join proposals.steps s on s.proposal = a.proposal and s.seq = a.seq
      left join advised d on d.organisation = a.organisation
     where a.proposal = of_proposal),
  found as (
    select l.id, coalesce(l.secretary, l.adviser) as drafter_as, coalesce(l.chair, l.adviser) as releaser_as, l.chair as chair_as,
           coalesce((select k.title from keeper k),
             (select min(n.secretary) from listed n where n.seq > l.seq and n.opened_at is not null)) as teller_as,
           case when l.runs then coalesce((select jsonb_agg(jsonb_build_object('seat', x.seat, 'title', x.title) order by x.title, x.seat)
             from (select p.speaks_for as seat, min(p.title) as title from places p
                    where p.instance = l.instance and p.sits_as in ('voorzitter', 'lid') group by p.speaks_for) x), '[]') else '[]' end as seats
      from listed l)
  select f.* from found f
   where coalesce(f.drafter_as, f.releaser_as, f.teller_as) is not null or f.seats <> '[]'
$$;

create function proposals.drafter_of(of_addressee uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.drafter_as from proposals.addressees a, proposals.hands_on(a.proposal) h where a.id = of_addressee and h.id = a.id
$$;
revoke execute on function proposals.drafter_of from public;

create function proposals.releaser_of(of_addressee uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.releaser_as from proposals.addressees a, proposals.hands_on(a.proposal) h where a.id = of_addressee and h.id = a.id
$$;
revoke execute on function proposals.releaser_of from public;

-- The addressees of which he sees drafts: those he writes or releases a view of.
create function proposals.drafted() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with places as materialized (select p.instance from proposals.own_places() p where p.kind = 'secretaris' or p.sits_as = 'voorzitter'),
  advised as materialized (select p.organisation from identity.posts p
     where p.person = identity.current_person() and p.role = 'adviseur' and meetings.holds(p.valid_from, p.valid_to))
  select coalesce(array_agg(a.id), '{}') from proposals.addressees a
   where a.instance in (select p.instance from places p) or a.organisation in (select d.organisation from advised d)
$$;

create policy who_is_on_the_route_reads on proposals.proposals for select to sv_visitor
  using (code = any ((select proposals.readable())::text[]));
create policy everyone_reads_what_is_published on proposals.proposals for select to sv_visitor using (published_at is not null);
grant select (code, route, route_name, direction, brought_by, instance, decision, is_example, at, acted_as, finished_at, result, result_note,
              published_at) on proposals.proposals to sv_visitor;
create policy with_its_proposal on proposals.steps for select to sv_visitor
  using (exists (select from proposals.proposals p where p.code = proposal));
grant select on proposals.steps to sv_visitor;
create policy with_its_proposal on proposals.texts for select to sv_visitor
  using (exists (select from proposals.proposals p where p.code = proposal));
grant select on proposals.texts to sv_visitor;
-- An instance that is not public is named to who may know of it.
create policy with_its_proposal on proposals.addressees for select to sv_visitor
  using (exists (select from proposals.proposals p where p.code = proposal)
    and (instance is null or exists (select from meetings.instances i where i.code = instance)));
grant select on proposals.addressees to sv_visitor;
create policy released_with_its_addressee on proposals.views for select to sv_visitor
  using (released_at is not null and exists (select from proposals.addressees a where a.id = addressee));
create policy who_writes_or_releases_reads on proposals.views for select to sv_visitor
  using (addressee = any ((select proposals.drafted())::uuid[]));
grant select on proposals.views to sv_visitor;
create policy with_its_view on proposals.answers for select to sv_visitor
  using (exists (select from proposals.addressees a where a.id = addressee));
grant select on proposals.answers to sv_visitor;
create policy who_sits_there_reads on proposals.words for select to sv_visitor
  using (exists (select from proposals.addressees a where a.id = addressee and a.instance = any ((select meetings.own_instances())::text[])));
grant select on proposals.words to sv_visitor;
create policy with_its_item on proposals.item_proposals for select to sv_visitor
  using (exists (select from meetings.items i where i.id = item) and exists (select from proposals.proposals p where p.code = proposal));
grant select on proposals.item_proposals to sv_visitor;

create function proposals.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was said of a proposal is added to and never changed';
end $$;
revoke execute on function proposals.refuse_change from public;
create trigger only_grows before update or delete on proposals.texts for each row execute function proposals.refuse_change();
create trigger only_grows before update or delete on proposals.answers for each row execute function proposals.refuse_change();
create trigger only_grows before update or delete on proposals.words for each row execute function proposals.refuse_change();
create trigger stays before delete on proposals.proposals for each row execute function proposals.refuse_change();
create trigger stays before delete on proposals.steps for each row execute function proposals.refuse_change();
create trigger stays before delete on proposals.addressees for each row execute function proposals.refuse_change();
create trigger stays_when_closed before update on proposals.steps for each row when (old.closed_at is not null)
  execute function proposals.refuse_change();
create trigger stays_when_closed before update on proposals.addressees for each row when (old.round_closed_at is not null)
  execute function proposals.refuse_change();
create trigger stays_when_released before update on proposals.views for each row when (old.released_at is not null)
  execute function proposals.refuse_change();
create trigger stays before delete on proposals.views for each row execute function proposals.refuse_change();

create function proposals.hold(of_key text) returns void language sql volatile
  set search_path = pg_catalog, pg_temp as $$ select pg_advisory_xact_lock(7403567, hashtext(of_key)) $$;
revoke execute on function proposals.hold from public;

create function proposals.text_version(of_proposal text) returns integer language sql stable
  set search_path = pg_catalog, pg_temp as $$ select max(t.version) from proposals.texts t where t.proposal = of_proposal $$;
revoke execute on function proposals.text_version from public;

-- A code that tells nothing of how many there are.
create function proposals.new_code(of_key text) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select c.code from (select 'V' || upper(left(encode(sha256(convert_to(of_key, 'UTF8')), 'hex'), n)) as code, n from generate_series(6, 20) n) c
   where not exists (select from proposals.proposals p where p.code = c.code) order by c.n limit 1
$$;
revoke execute on function proposals.new_code from public;

-- Names the addressees of a step that are there today and were not named before.
create function proposals.address(of_proposal text, of_seq integer, one_instance text) returns void
  language sql volatile set search_path = pg_catalog, pg_temp as $$
  insert into proposals.addressees (proposal, seq, instance, organisation)
  select s.proposal, s.seq, i.code, null from proposals.steps s join meetings.instances i
      on s.before_whom = 'gremium' and i.body = s.body or s.before_whom = 'een-overleg' and i.code = one_instance
   where s.proposal = of_proposal and s.seq = of_seq
  union all
  select s.proposal, s.seq, null, o.code from proposals.steps s join identity.organisations o
      on s.before_whom = 'gemeenten' and o.kind = 'gemeente' and o.withdrawn_on is null
     and meetings.holds(coalesce(o.valid_from, '-infinity'), o.valid_to)
   where s.proposal = of_proposal and s.seq = of_seq
  on conflict do nothing
$$;
revoke execute on function proposals.address from public;

-- Starts a proposal on a route as that is today. Gives its code, of the same form sent twice the same; null when he may not.
create function proposals.start(said jsonb, of_key text, in_request text) returns text
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

-- Keeps another text over the version that was seen. 'bewaard', 'ongewijzigd', 'botst'; null when he may not, or it is over.
create function proposals.amend(of_proposal text, seen integer, said jsonb, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := proposals.keeper_of(of_proposal);
  newest proposals.texts;
  cause uuid := (said ->> 'because_of')::uuid;
begin
  perform proposals.hold(of_proposal);
  if author is null or exists (select from proposals.proposals p where p.code = of_proposal and p.finished_at is not null)
     or cause is not null and not exists (select from proposals.addressees a join proposals.views v on v.addressee = a.id
          where a.id = cause and a.proposal = of_proposal and v.released_at is not null) then return null; end if;
  select * into newest from proposals.texts t where t.proposal = of_proposal order by t.version desc limit 1;
  if (newest.title, newest.body) is not distinct from (said ->> 'title', said ->> 'body') then return 'ongewijzigd'; end if;
  if newest.version is distinct from seen then return 'botst'; end if;
  insert into proposals.texts (proposal, version, title, body, change_note, because_of, at, acted_as)
  values (of_proposal, seen + 1, said ->> 'title', said ->> 'body', said ->> 'change_note', cause, platform.moment(), author);
  perform identity.note('tekst van voorstel gewijzigd', of_proposal || ', versie ' || seen + 1, in_request);
  return 'bewaard';
end $$;

-- Mails who has something to do in a step: its secretaries and advisers, of a written round whoever may speak in it.
create function proposals.tell_step(of_proposal text, of_seq integer, mail_subject text, mail_body text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  receiver record;
begin
  for receiver in
    select h.email, h.is_example
      from proposals.addressees a join proposals.steps t on t.proposal = a.proposal and t.seq = a.seq
      join meetings.seats s on s.instance = a.instance and meetings.lasts(s)
       and s.kind = any (case t.mode when 'schriftelijk' then array['secretaris', 'voorzitter', 'lid', 'plaatsvervanger'] else array['secretaris'] end)
      join identity.posts p on p.id = s.post and meetings.holds(p.valid_from, p.valid_to) join identity.people h on h.id = p.person
     where a.proposal = of_proposal and a.seq = of_seq
    union
    select h.email, h.is_example
      from proposals.addressees a join identity.posts p on p.organisation = a.organisation and p.role = 'adviseur'
       and meetings.holds(p.valid_from, p.valid_to) join identity.people h on h.id = p.person
     where a.proposal = of_proposal and a.seq = of_seq
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
  end loop;
end $$;
revoke execute on function proposals.tell_step from public;

-- Brings a proposal to its next step, with the last day to answer. Done twice is done once; null when he may not, or it is not its turn.
create function proposals.open_step(of_proposal text, of_seq integer, until date, mail_subject text, mail_body text, in_request text)
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  step proposals.steps;
begin
  perform proposals.hold(of_proposal);
  select * into step from proposals.steps s where s.proposal = of_proposal and s.seq = of_seq;
  if proposals.keeper_of(of_proposal) is null or step.seq is null
     or exists (select from proposals.proposals p where p.code = of_proposal and p.finished_at is not null) then return false; end if;
  if step.opened_at is not null then return true; end if;
  if until < platform.today() or exists (select from proposals.steps s where s.proposal = of_proposal and s.seq < of_seq and s.closed_at is null)
    then return false; end if;
  if step.before_whom <> 'een-overleg' then perform proposals.address(of_proposal, of_seq, null); end if;
  if step.before_whom <> 'indiener' and not exists (select from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq)
    then return false; end if;
  update proposals.steps s set opened_at = platform.moment(), term = until where s.proposal = of_proposal and s.seq = of_seq;
  perform proposals.tell_step(of_proposal, of_seq, mail_subject, mail_body);
  perform identity.note('stap van voorstel begonnen', of_proposal || ', stap ' || of_seq, in_request);
  return true;
end $$;

-- Closes a step with what came out of it. 'bewaard'; 'loopt' while somebody can still answer; null when he may not.
create function proposals.close_step(of_proposal text, of_seq integer, said text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  step proposals.steps;
begin
  perform proposals.hold(of_proposal);
  select * into step from proposals.steps s where s.proposal = of_proposal and s.seq = of_seq;
  if proposals.keeper_of(of_proposal) is null or step.opened_at is null then return null; end if;
  if step.closed_at is not null then return 'bewaard'; end if;
  if platform.today() <= step.term and exists (select from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq
       and not exists (select from proposals.views v where v.addressee = a.id and v.released_at is not null)) then return 'loopt'; end if;
  update proposals.steps s set closed_at = platform.moment(), outcome = said where s.proposal = of_proposal and s.seq = of_seq;
  perform identity.note('stap van voorstel afgerond', of_proposal || ', stap ' || of_seq, in_request);
  return 'bewaard';
end $$;

-- Keeps the draft of a view over what was seen (`version-edits`). 'bewaard', 'botst'; null when he may not. Nothing of a draft is written
-- down where others read.
create function proposals.keep_view(of_addressee uuid, seen text, wanted jsonb) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := proposals.drafter_of(of_addressee);
  newest proposals.views;
  there proposals.addressees;
  step proposals.steps;
begin
  perform proposals.hold(of_addressee::text);
  select * into there from proposals.addressees a where a.id = of_addressee;
  select * into step from proposals.steps s where s.proposal = there.proposal and s.seq = there.seq;
  if author is null or step.opened_at is null
     or step.mode = 'schriftelijk' and there.round_result is distinct from 'bespreken'
     or (step.mode = 'vragen') <> (wanted ->> 'stance' = 'antwoord')
     or exists (select from proposals.proposals p where p.code = there.proposal and p.finished_at is not null) then return null; end if;
  select * into newest from proposals.views v where v.addressee = of_addressee order by v.version desc limit 1;
  if (newest.stance, newest.said, newest.condition, newest.reason)
       is not distinct from (wanted ->> 'stance', wanted ->> 'said', wanted ->> 'condition', wanted ->> 'reason')
     and newest.released_at is null then return 'bewaard'; end if;
  if coalesce(newest.version || '-' || newest.edits, '0-0') <> seen then return 'botst'; end if;
  if newest.version is null or newest.released_at is not null then
    insert into proposals.views (addressee, version, edits, text_version, stance, said, condition, reason, acted_as)
    values (of_addressee, coalesce(newest.version, 0) + 1, 1, proposals.text_version(there.proposal), wanted ->> 'stance', wanted ->> 'said',
            wanted ->> 'condition', wanted ->> 'reason', author);
  else
    update proposals.views v set edits = v.edits + 1, text_version = proposals.text_version(there.proposal), stance = wanted ->> 'stance',
           said = wanted ->> 'said', condition = wanted ->> 'condition', reason = wanted ->> 'reason', acted_as = author
     where v.addressee = of_addressee and v.version = newest.version;
  end if;
  return 'bewaard';
end $$;

-- Releases the draft that was seen, for the chair. 'vrijgegeven', and so when it was already; 'botst' when it changed since; null when he
-- may not, or there is none.
create function proposals.release_view(of_addressee uuid, seen text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := proposals.releaser_of(of_addressee);
  newest proposals.views;
  there proposals.addressees;
begin
  perform proposals.hold(of_addressee::text);
  select * into there from proposals.addressees a where a.id = of_addressee;
  select * into newest from proposals.views v where v.addressee = of_addressee order by v.version desc limit 1;
  if author is null or newest.version is null then return null; end if;
  if newest.version || '-' || newest.edits <> seen then return 'botst'; end if;
  if newest.released_at is not null then return 'vrijgegeven'; end if;
  if exists (select from proposals.proposals p where p.code = there.proposal and p.finished_at is not null) then return null; end if;
  update proposals.views v set released_at = platform.moment(), released_as = author
   where v.addressee = of_addressee and v.version = newest.version;
  perform identity.note('zienswijze vrijgegeven', there.proposal || ', stap ' || there.seq || ', ' || coalesce(there.instance, there.organisation),
    in_request);
  return 'vrijgegeven';
end $$;

-- The released views to which something is to be told back: all but a plain agreement.
create function proposals.to_tell(of_proposal text) returns table (addressee uuid, version integer, seq integer)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select v.addressee, v.version, a.seq
    from proposals.addressees a
    join lateral (select * from proposals.views w where w.addressee = a.id and w.released_at is not null order by w.version desc limit 1) v on true
   where a.proposal = of_proposal and (v.stance <> 'instemmen' or v.said is not null)
     and not exists (select from proposals.answers n where n.addressee = v.addressee and n.version = v.version)
$$;

revoke execute on function proposals.to_tell from public;

-- Tells back what was done with the view that was seen; with no addressee, with all of a step that were not told anything yet.
-- Gives how many; null when he may not.
create function proposals.tell_back(of_proposal text, of_seq integer, of_addressee uuid, of_version integer, verdict text, why text, in_request text)
  returns integer language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
  told integer;
begin
  perform proposals.hold(of_proposal);
  select min(h.teller_as) into author from proposals.hands_on(of_proposal) h join proposals.addressees a on a.id = h.id where a.seq = of_seq;
  if author is null or exists (select from proposals.proposals p where p.code = of_proposal and p.finished_at is not null) then return null; end if;
  if of_addressee is null then
    insert into proposals.answers (addressee, version, round, verdict, why, at, acted_as)
    select t.addressee, t.version, 1, tell_back.verdict, tell_back.why, platform.moment(), author
      from proposals.to_tell(of_proposal) t where t.seq = of_seq;
  else
    insert into proposals.answers (addressee, version, round, verdict, why, at, acted_as)
    select v.addressee, v.version, coalesce((select max(n.round) from proposals.answers n where n.addressee = v.addressee and n.version = v.version), 0) + 1,
           tell_back.verdict, tell_back.why, platform.moment(), author
      from proposals.views v join proposals.addressees a on a.id = v.addressee
     where v.addressee = of_addressee and v.version = of_version and v.released_at is not null and a.proposal = of_proposal and a.seq = of_seq
       and not exists (select from (select n.verdict as told, n.why as because from proposals.answers n
             where n.addressee = v.addressee and n.version = v.version order by n.round desc limit 1) l
             where l.told = tell_back.verdict and l.because = tell_back.why);
  end if;
  get diagnostics told = row_count;
  if told > 0 then perform identity.note('zienswijze beantwoord', of_proposal || ', stap ' || of_seq, in_request); end if;
  return told;
end $$;

-- What a seat says in an open written round. The same twice is said once; false when it is not his seat or the round is not open.
create function proposals.speak(of_addressee uuid, of_seat uuid, said text, with_remark text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  there proposals.addressees;
  newest proposals.words;
begin
  perform proposals.hold(of_addressee::text);
  select * into there from proposals.addressees a where a.id = of_addressee;
  if not exists (select from proposals.hands_on(there.proposal) h, jsonb_array_elements(h.seats) s
       where h.id = of_addressee and s ->> 'seat' = of_seat::text) then return false; end if;
  select * into newest from proposals.words w where w.addressee = of_addressee and w.seat = of_seat order by w.version desc limit 1;
  if (newest.word, newest.remark) is not distinct from (said, with_remark) then return true; end if;
  insert into proposals.words (addressee, seat, version, word, remark, at)
  values (of_addressee, of_seat, coalesce(newest.version, 0) + 1, said, with_remark, platform.moment());
  perform identity.note('gereageerd in schriftelijke ronde', there.proposal || ', ' || there.instance, in_request);
  return true;
end $$;

-- Closes a written round, for its chair: with one seat that does not agree it is talked about, else the instance agrees.
-- 'akkoord', 'bespreken'; 'loopt' while seats can still speak; null when he may not.
create function proposals.close_round(of_addressee uuid, mail_subject text, mail_body text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  there proposals.addressees;
  author text;
  step proposals.steps;
  outcome text;
  remarks text;
  receiver record;
begin
  perform proposals.hold(of_addressee::text);
  select * into there from proposals.addressees a where a.id = of_addressee;
  select h.chair_as into author from proposals.hands_on(there.proposal) h where h.id = of_addressee;
  select * into step from proposals.steps s where s.proposal = there.proposal and s.seq = there.seq;
  if author is null or step.mode <> 'schriftelijk' or step.opened_at is null then return null; end if;
  if there.round_result is not null then return there.round_result; end if;
  if platform.today() <= step.term and exists (select from meetings.seats s where s.instance = there.instance
       and s.kind in ('voorzitter', 'lid') and meetings.lasts(s)
       and not exists (select from proposals.words w where w.addressee = of_addressee and w.seat = s.id)) then return 'loopt'; end if;
  with last as (select distinct on (w.seat) w.word, w.remark, w.at from proposals.words w where w.addressee = of_addressee order by w.seat, w.version desc)
  select case when bool_or(l.word = 'niet') or count(*) = 0 then 'bespreken' else 'akkoord' end,
         string_agg(l.remark, E'\n' order by l.at) filter (where l.word = 'opmerking')
    into outcome, remarks from last l;
  update proposals.addressees a set round_closed_at = platform.moment(), round_result = outcome where a.id = of_addressee;
  if outcome = 'akkoord' then
    insert into proposals.views (addressee, version, edits, text_version, stance, said, acted_as, released_at, released_as)
    values (of_addressee, 1, 1, proposals.text_version(there.proposal), 'instemmen', left(remarks, 4000), author, platform.moment(), author);
  else
    for receiver in
      select distinct h.email, h.is_example from meetings.seats s join identity.posts p on p.id = s.post and meetings.holds(p.valid_from, p.valid_to)
        join identity.people h on h.id = p.person where s.instance = there.instance and s.kind = 'secretaris' and meetings.lasts(s)
    loop
      perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    end loop;
  end if;
  perform identity.note('schriftelijke ronde gesloten', there.proposal || ', ' || there.instance, in_request);
  return outcome;
end $$;

-- Puts a proposal he may read on an item of which he keeps the agenda; null takes it off.
create function proposals.name_on_item(of_meeting text, of_item uuid, of_proposal text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null
     or not exists (select from meetings.items i where i.id = of_item and i.meeting = of_meeting and i.withdrawn_at is null)
     or of_proposal is not null and not exists (select from proposals.proposals p where p.code = of_proposal
          and (p.code = any (proposals.readable()) or p.published_at is not null)) then return false; end if;
  delete from proposals.item_proposals n where n.item = of_item;
  if of_proposal is not null then
    insert into proposals.item_proposals (item, proposal, at, acted_as)
    values (of_item, of_proposal, platform.moment(), meetings.secretary_in(of_meeting));
  end if;
  perform identity.note('voorstel bij agendapunt gezet', of_meeting, in_request);
  return true;
end $$;

-- Ends the route with what came of it. 'bewaard'; 'loopt' while a step does, but for what is taken back; 'terugmelden' while a view was
-- told nothing; null when he may not.
create function proposals.finish(of_proposal text, said_result text, note text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  there proposals.proposals;
begin
  perform proposals.hold(of_proposal);
  select * into there from proposals.proposals p where p.code = of_proposal;
  if proposals.keeper_of(of_proposal) is null then return null; end if;
  if there.finished_at is not null then return case when there.result = said_result then 'bewaard' end; end if;
  if said_result <> 'ingetrokken' and exists (select from proposals.steps s where s.proposal = of_proposal and s.closed_at is null) then
    return 'loopt';
  end if;
  if exists (select from proposals.to_tell(of_proposal)) then return 'terugmelden'; end if;
  update proposals.proposals p set finished_at = platform.moment(), result = said_result, result_note = note where p.code = of_proposal;
  perform identity.note('voorstel afgesloten', of_proposal || ', ' || said_result, in_request);
  return 'bewaard';
end $$;

-- Shows a proposal whose route ended to everybody.
create function proposals.publish(of_proposal text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform proposals.hold(of_proposal);
  if proposals.keeper_of(of_proposal) is null or not exists (select from proposals.proposals p where p.code = of_proposal
       and p.finished_at is not null) then return false; end if;
  update proposals.proposals p set published_at = platform.moment() where p.code = of_proposal and p.published_at is null;
  if found then perform identity.note('voorstel openbaar gemaakt', of_proposal, in_request); end if;
  return true;
end $$;

-- Asks instances and organisations something, of a decision and inside its transaction. Gives the code of the question, of the same key
-- the same; null when who asks does not record decisions, or nobody is asked.
create function proposals.ask_down(of_title text, of_question text, to_instances text[], to_organisations text[], until date,
  of_decision text, of_key text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := meetings.manager();
  new_code text;
begin
  perform proposals.hold(of_key);
  if author is null then return null; end if;
  select p.code into new_code from proposals.proposals p where p.form_key = of_key;
  if new_code is not null then return new_code; end if;
  if cardinality(to_instances || to_organisations) = 0 or until < platform.today() then return null; end if;
  new_code := proposals.new_code(of_key);
  insert into proposals.proposals (code, route, route_name, direction, brought_by, decision, is_example, at, acted_as, form_key)
  select new_code, 'vraag-van-besluit', 'Vraag van een besluit', 'omlaag', p.organisation, of_decision, h.is_example, platform.moment(), author, of_key
    from identity.posts p join identity.people h on h.id = p.person
   where h.id = identity.current_person() and p.role = 'programmamanager' and meetings.holds(p.valid_from, p.valid_to) order by p.id limit 1;
  insert into proposals.texts (proposal, version, title, body, at, acted_as)
  values (new_code, 1, of_title, of_question, platform.moment(), author);
  insert into proposals.steps (proposal, seq, mode, before_whom, who, opened_at, term)
  values (new_code, 1, 'vragen', 'gekozen', 'Aan wie het besluit het vraagt', platform.moment(), until);
  insert into proposals.addressees (proposal, seq, instance) select distinct new_code, 1, i from unnest(to_instances) i;
  insert into proposals.addressees (proposal, seq, organisation) select distinct new_code, 1, o from unnest(to_organisations) o;
  perform proposals.tell_step(new_code, 1, 'Er is een vraag aan u gesteld',
    'Een besluit stelt u een vraag. U leest haar na het inloggen, bij Voorstellen. Antwoorden kan tot en met ' || to_char(until, 'DD-MM-YYYY') || '.');
  perform identity.note('vraag van een besluit gesteld', new_code || ', ' || of_decision, of_decision);
  return new_code;
end $$;
