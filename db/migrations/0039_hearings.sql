-- Hearings: a draft strategy or plan is put to the council of every municipality and to partners; what they say, what we answer
-- and what that changed in the text; the nota van beantwoording that is made of it, released by a second person and kept.
create schema hearings;
grant usage on schema hearings to sv_visitor;

create table hearings.hearings (
  code text primary key,
  strategy text references strategy.strategies on delete restrict deferrable initially deferred,
  plan text references strategy.plans on delete restrict deferrable initially deferred,
  -- The text that was put to them: what it is called, of which day, and where it stands.
  text_name text not null check (length(text_name) between 1 and 200),
  text_on date not null,
  text_address text check (text_address ~ '^https?://[^\s]+$' and length(text_address) <= 500),
  term_ends_on date not null,
  -- The bureau that asks.
  asked_by text not null references identity.organisations on delete restrict deferrable initially deferred,
  opened_at timestamptz not null,
  acted_as text not null,
  -- Opened by an example person: all that follows is invented.
  is_example boolean not null,
  -- For the rule that a second person releases. Never shown: a reader needs no name.
  person uuid not null,
  -- Of the form it was opened with: sent twice is opened once.
  form_key text not null unique check (length(form_key) between 8 and 64),
  check (num_nonnulls(strategy, plan) = 1)
);
create index hearings_strategy on hearings.hearings (strategy);
create index hearings_plan on hearings.hearings (plan);
create index hearings_asked_by on hearings.hearings (asked_by);
select platform.guard('hearings.hearings');
create policy everyone_reads on hearings.hearings for select to sv_visitor using (true);
grant select (code, strategy, plan, text_name, text_on, text_address, term_ends_on, asked_by, opened_at, acted_as, is_example)
  on hearings.hearings to sv_visitor;

create table hearings.closures (
  hearing text primary key references hearings.hearings on delete restrict,
  at timestamptz not null,
  acted_as text not null
);
select platform.guard('hearings.closures');
select platform.open_to_all('hearings.closures');

-- Who is heard: the council of each municipality of that day, and the partners that were invited.
create table hearings.parties (
  hearing text not null references hearings.hearings on delete restrict,
  code text not null,
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  -- The municipality whose council it is; null of a partner.
  area text references territory.areas on delete restrict deferrable initially deferred,
  primary key (hearing, code),
  check (code = coalesce(area, organisation))
);
create index parties_organisation on hearings.parties (organisation);
create index parties_area on hearings.parties (area);
select platform.guard('hearings.parties');
select platform.open_to_all('hearings.parties');

-- How far a party is, one row per version. Rows are added and nothing else. What is empty is not known, and never "none".
create table hearings.entries (
  id uuid primary key default gen_random_uuid(),
  hearing text not null,
  party text not null,
  version integer not null check (version > 0),
  sent_on date,
  on_agenda_on date,
  -- The day of the council meeting; of a partner the day of the reaction.
  heard_on date,
  in_private boolean not null,
  view text check (view in ('geen', 'wensen', 'bedenkingen')),
  paper text check (paper ~ '^https?://[^\s]+$' and length(paper) <= 500),
  at timestamptz not null,
  -- The function somebody had then. The person is in the audit log.
  acted_as text not null,
  unique (hearing, party, version),
  foreign key (hearing, party) references hearings.parties on delete restrict,
  check (view is null or heard_on is not null),
  check (sent_on <= on_agenda_on and sent_on <= heard_on)
);
select platform.guard('hearings.entries');

-- What a party brings up, numbered. A number stays with its point in later versions and is not given again.
create table hearings.points (
  entry uuid not null references hearings.entries on delete restrict,
  number integer not null check (number > 0),
  text text not null check (length(text) between 1 and 4000),
  primary key (entry, number)
);
select platform.guard('hearings.points');

-- What the bureau answers to a point, and what that changed in the text; one row per version.
create table hearings.answers (
  id uuid primary key default gen_random_uuid(),
  hearing text not null,
  party text not null,
  point integer not null,
  version integer not null check (version > 0),
  -- Where the point stands as it was answered: one that changes later is not answered by this.
  entry uuid not null,
  text text not null check (length(text) between 1 and 4000),
  effect text not null check (effect in ('geen wijziging', 'aangepast')),
  place text check (length(place) between 1 and 300),
  text_before text check (length(text_before) between 1 and 4000),
  text_after text check (length(text_after) between 1 and 4000),
  at timestamptz not null,
  acted_as text not null,
  person uuid not null,
  unique (hearing, party, point, version),
  foreign key (hearing, party) references hearings.parties on delete restrict,
  foreign key (entry, point) references hearings.points (entry, number) on delete restrict,
  check ((effect = 'aangepast') = (place is not null and text_after is not null)),
  check (effect = 'aangepast' or num_nonnulls(place, text_before, text_after) = 0)
);
create index answers_entry on hearings.answers (entry, point);
select platform.guard('hearings.answers');

-- The nota van beantwoording as it was released. A later one is a new version.
create table hearings.notas (
  hearing text not null references hearings.hearings on delete restrict,
  version integer not null check (version > 0),
  -- All it says, as canonical JSON.
  model text not null,
  at timestamptz not null,
  acted_as text not null,
  primary key (hearing, version)
);
select platform.guard('hearings.notas');
select platform.open_to_all('hearings.notas');

create table hearings.nota_files (
  hearing text not null,
  version integer not null,
  format text not null check (format in ('html', 'pdf', 'docx')),
  content bytea not null,
  hash text not null check (hash = encode(sha256(content), 'hex')),
  primary key (hearing, version, format),
  foreign key (hearing, version) references hearings.notas on delete restrict
);
select platform.guard('hearings.nota_files');
select platform.open_to_all('hearings.nota_files');

-- Who was mailed: at the opening, and once in the last week.
create table hearings.mailings (
  hearing text not null,
  party text not null,
  kind text not null check (kind in ('opening', 'herinnering')),
  at timestamptz not null,
  receivers integer not null check (receivers > 0),
  primary key (hearing, party, kind),
  foreign key (hearing, party) references hearings.parties on delete restrict
);
select platform.guard('hearings.mailings');

create function hearings.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was said in a hearing is added to and never changed';
end $$;
revoke execute on function hearings.refuse_change from public;
create trigger only_grows before update or delete on hearings.hearings for each row execute function hearings.refuse_change();
create trigger only_grows before update or delete on hearings.closures for each row execute function hearings.refuse_change();
create trigger only_grows before update or delete on hearings.parties for each row execute function hearings.refuse_change();
create trigger only_grows before update or delete on hearings.entries for each row execute function hearings.refuse_change();
create trigger only_grows before update or delete on hearings.points for each row execute function hearings.refuse_change();
create trigger only_grows before update or delete on hearings.answers for each row execute function hearings.refuse_change();
create trigger only_grows before update or delete on hearings.notas for each row execute function hearings.refuse_change();
create trigger only_grows before update or delete on hearings.nota_files for each row execute function hearings.refuse_change();

-- The posts from which the signed-in person does more than read or administer.
create function hearings.own_posts() returns setof identity.posts
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.* from identity.posts p
   where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;
revoke execute on function hearings.own_posts from public;

-- The bureaus for which the signed-in person opens and answers.
create function hearings.own_bureaus() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct o.code order by o.code), '{}')
    from hearings.own_posts() p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
$$;

create function hearings.own_hearings() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(h.code), '{}') from hearings.hearings h where h.asked_by = any (hearings.own_bureaus())
$$;

-- Whether a post is of those who speak for a party: at its council's municipality, for its area; or at the partner.
create function hearings.speaks_for(p identity.posts, y hearings.parties) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when (y).area is null then (p).organisation = (y).organisation
    else exists (select from identity.organisations o where o.code = (p).organisation and o.kind = 'gemeente') and (y).area in (
      select pa.area from identity.post_areas pa where pa.post = (p).id
      union all
      select oa.area from territory.organisation_areas oa
       where oa.organisation = (p).organisation and not exists (select from identity.post_areas pa where pa.post = (p).id)) end
$$;
revoke execute on function hearings.speaks_for from public;

-- The parties of all hearings for which the signed-in person speaks.
create function hearings.own_parties() returns table (hearing text, party text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct y.hearing, y.code from hearings.parties y join hearings.own_posts() p on hearings.speaks_for(p, y)
$$;

-- As what the signed-in person keeps the row of a party: for that party, else for the bureau that asks. Null when he does not.
create function hearings.function_for(of_hearing text, of_party text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title || ', ' || o.name
    from hearings.parties y join hearings.hearings h on h.code = y.hearing
    join hearings.own_posts() p on hearings.speaks_for(p, y) or p.organisation = h.asked_by
    join identity.organisations o on o.code = p.organisation
   where y.hearing = of_hearing and y.code = of_party
   order by hearings.speaks_for(p, y) desc, p.title, p.id limit 1
$$;

-- As what he works on it for the bureau. Null when he does not.
create function hearings.bureau_function(of_bureau text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title || ', ' || o.name from hearings.own_posts() p join identity.organisations o on o.code = p.organisation
   where o.code = of_bureau and o.kind = 'bureau' order by p.title, p.id limit 1
$$;

-- What everybody may read of a council: the newest that is known, once it was heard in a public meeting.
create function hearings.public_entries() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(e.id), '{}') from (
    select distinct on (e.hearing, e.party) e.* from hearings.entries e order by e.hearing, e.party, e.version desc) e
    join hearings.parties y on y.hearing = e.hearing and y.code = e.party and y.area is not null
   where e.heard_on <= platform.today() and not e.in_private
$$;

create policy professionals_read on hearings.entries for select to sv_visitor using ((select identity.is_professional()));
create policy everyone_reads_what_was_public on hearings.entries for select to sv_visitor
  using (id = any ((select hearings.public_entries())::uuid[]));
grant select on hearings.entries to sv_visitor;
create policy professionals_read on hearings.points for select to sv_visitor using ((select identity.is_professional()));
grant select on hearings.points to sv_visitor;
-- A draft of an answer is for who writes it. What is published of it stands in the nota.
create policy bureau_reads on hearings.answers for select to sv_visitor
  using (hearing = any ((select hearings.own_hearings())::text[]));
grant select (id, hearing, party, point, version, entry, text, effect, place, text_before, text_after, at, acted_as)
  on hearings.answers to sv_visitor;
create policy bureau_reads on hearings.mailings for select to sv_visitor
  using (hearing = any ((select hearings.own_hearings())::text[]));
grant select on hearings.mailings to sv_visitor;

-- Everything that is done in one hearing waits for each other, so that a double click is seen.
create function hearings.hold(of_key text) returns void language sql volatile
  set search_path = pg_catalog, pg_temp as $$ select pg_advisory_xact_lock(7403311, hashtext(of_key)) $$;
revoke execute on function hearings.hold from public;

-- Opens a hearing of a strategy ('strategie') or plan ('plan') for a bureau of the signed-in person, with every municipality of its
-- area and the partners of this list. Gives its code; null when he may not, or there is no such thing to be heard on.
create function hearings.open(
  of_kind text, of_subject text, of_text text, of_text_on date, of_address text, until date, with_partners text[], of_key text,
  in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  bureau text := (hearings.own_bureaus())[1];
  new_code text;
  opened text;
begin
  perform hearings.hold('open');
  if bureau is null then return null; end if;
  select h.code into opened from hearings.hearings h where h.form_key = of_key;
  if opened is not null then return opened; end if;
  if of_kind = 'strategie' and not exists (select from strategy.strategies s where s.code = of_subject and s.withdrawn_on is null)
     or of_kind = 'plan' and not exists (select from strategy.plans p where p.code = of_subject and p.withdrawn_on is null)
     or of_kind not in ('strategie', 'plan') then return null; end if;
  select of_subject || '-' || count(*) + 1 into new_code from hearings.hearings h where of_subject in (h.strategy, h.plan);
  insert into hearings.hearings (code, strategy, plan, text_name, text_on, text_address, term_ends_on, asked_by, opened_at, acted_as,
                                 is_example, person, form_key)
  select new_code, case of_kind when 'strategie' then of_subject end, case of_kind when 'plan' then of_subject end, of_text, of_text_on,
         of_address, until, bureau, platform.moment(), hearings.bureau_function(bureau), h.is_example, h.id, of_key
    from identity.people h where h.id = identity.current_person();
  insert into hearings.parties (hearing, code, organisation, area)
  select distinct on (a.code) new_code, a.code, o.code, a.code
    from territory.organisation_areas b cross join lateral territory.within(b.area, 'bestuurlijk', platform.today()) as w (code)
    join territory.areas a on a.code = w.code and a.kind = 'gemeente' and a.withdrawn_on is null
     and (a.valid_from is null or a.valid_from <= platform.today()) and (a.valid_to is null or platform.today() < a.valid_to)
    join territory.organisation_areas oa on oa.area = a.code
    join identity.organisations o on o.code = oa.organisation and o.kind = 'gemeente' and o.withdrawn_on is null
   where b.organisation = bureau
   -- The municipality's own organisation before a joint one.
   order by a.code, (select count(*) from territory.organisation_areas x where x.organisation = o.code), o.code;
  insert into hearings.parties (hearing, code, organisation)
  select new_code, o.code, o.code from identity.organisations o
   where o.code = any (with_partners) and o.kind <> 'gemeente' and o.withdrawn_on is null and o.code <> bureau;
  perform identity.note('ronde zienswijzen geopend', new_code, in_request);
  return new_code;
end $$;

-- Mails a party to its people: of a council the advisers, of a partner all who may react. Gives how many; each kind once.
create function hearings.put_mail(of_hearing text, of_party text, of_kind text, mail_subject text, mail_body text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  receiver record;
  mailed integer := 0;
begin
  if exists (select from hearings.mailings m where m.hearing = of_hearing and m.party = of_party and m.kind = of_kind) then return 0; end if;
  for receiver in
    select distinct q.email, q.is_example
      from hearings.parties y join identity.posts p on hearings.speaks_for(p, y) join identity.people q on q.id = p.person
     where y.hearing = of_hearing and y.code = of_party
       and (p.role = 'adviseur' or y.area is null and p.role in ('bestuurder', 'programmamanager'))
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    mailed := mailed + 1;
  end loop;
  if mailed > 0 then
    insert into hearings.mailings (hearing, party, kind, at, receivers)
    values (of_hearing, of_party, of_kind, platform.moment(), mailed);
  end if;
  return mailed;
end $$;
revoke execute on function hearings.put_mail from public;

-- The mail of the opening, for the bureau that asks; faults for anybody else.
create function hearings.mail_opening(of_hearing text, of_party text, mail_subject text, mail_body text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not of_hearing = any (hearings.own_hearings()) then raise exception 'only who asks mails' using errcode = '42501'; end if;
  return hearings.put_mail(of_hearing, of_party, 'opening', mail_subject, mail_body);
end $$;

-- Keeps how far a party is, over the version that was seen. 'bewaard'; 'ongewijzigd' when that stands already; 'botst' when another
-- version was kept meanwhile; null when he may not, or the hearing is closed.
create function hearings.keep_entry(of_hearing text, of_party text, seen integer, said jsonb, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
  newest hearings.entries;
  kept hearings.entries;
begin
  perform hearings.hold(of_hearing);
  author := hearings.function_for(of_hearing, of_party);
  if author is null or exists (select from hearings.closures c where c.hearing = of_hearing) then return null; end if;
  select * into newest from hearings.entries e where e.hearing = of_hearing and e.party = of_party order by e.version desc limit 1;
  kept := jsonb_populate_record(null::hearings.entries, said);
  if (newest.sent_on, newest.on_agenda_on, newest.heard_on, newest.view, newest.paper, coalesce(newest.in_private, false))
     is not distinct from (kept.sent_on, kept.on_agenda_on, kept.heard_on, kept.view, kept.paper, kept.in_private)
     and coalesce((select jsonb_object_agg(p.number, p.text) from hearings.points p where p.entry = newest.id), '{}') = said -> 'points' then
    return 'ongewijzigd';
  end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into hearings.entries (hearing, party, version, sent_on, on_agenda_on, heard_on, in_private, view, paper, at, acted_as)
  values (of_hearing, of_party, seen + 1, kept.sent_on, kept.on_agenda_on, kept.heard_on, kept.in_private, kept.view, kept.paper,
          platform.moment(), author)
  returning * into kept;
  insert into hearings.points (entry, number, text)
  select kept.id, p.key::integer, p.value from jsonb_each_text(said -> 'points') p;
  perform identity.note('zienswijze bijgewerkt', of_hearing || ', ' || of_party || ', versie ' || seen + 1, in_request);
  return 'bewaard';
end $$;

-- Keeps an answer to a point as it stands in this version of the row, over the version of the answer that was seen. As keep_entry.
create function hearings.keep_answer(
  of_hearing text, of_party text, of_point integer, of_entry uuid, seen integer, said jsonb, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  newest hearings.answers;
  kept hearings.answers;
begin
  perform hearings.hold(of_hearing);
  if not of_hearing = any (hearings.own_hearings())
     or not exists (select from hearings.entries e join hearings.points p on p.entry = e.id and p.number = of_point
       where e.id = of_entry and e.hearing = of_hearing and e.party = of_party) then return null; end if;
  select * into newest from hearings.answers a
   where a.hearing = of_hearing and a.party = of_party and a.point = of_point order by a.version desc limit 1;
  kept := jsonb_populate_record(null::hearings.answers, said);
  if (newest.entry, newest.text, newest.effect, newest.place, newest.text_before, newest.text_after)
     is not distinct from (of_entry, kept.text, kept.effect, kept.place, kept.text_before, kept.text_after) then return 'ongewijzigd'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into hearings.answers (hearing, party, point, version, entry, text, effect, place, text_before, text_after, at, acted_as, person)
  select of_hearing, of_party, of_point, seen + 1, of_entry, kept.text, kept.effect, kept.place, kept.text_before, kept.text_after,
         platform.moment(), hearings.bureau_function(h.asked_by), identity.current_person()
    from hearings.hearings h where h.code = of_hearing;
  perform identity.note('punt van zienswijze beantwoord', of_hearing || ', ' || of_party || ', punt ' || of_point, in_request);
  return 'bewaard';
end $$;

-- Closes a hearing: nothing is said in it any more. False when one may not; closed twice is closed once.
create function hearings.close(of_hearing text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform hearings.hold(of_hearing);
  if not of_hearing = any (hearings.own_hearings()) then return false; end if;
  insert into hearings.closures (hearing, at, acted_as)
  select h.code, platform.moment(), hearings.bureau_function(h.asked_by) from hearings.hearings h where h.code = of_hearing
  on conflict do nothing;
  if found then perform identity.note('ronde zienswijzen gesloten', of_hearing, in_request); end if;
  return true;
end $$;

-- Four eyes: 'ja' when the signed-in person may release the nota; 'laatste' when he wrote the last answer himself (or, without any,
-- opened the hearing); null when he is not of the bureau.
create function hearings.may_release(of_hearing text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case when identity.current_person() = coalesce(
      (select a.person from hearings.answers a where a.hearing = h.code order by a.at desc, a.id limit 1), h.person)
    then 'laatste' else 'ja' end
    from hearings.hearings h where h.code = of_hearing and of_hearing = any (hearings.own_hearings())
$$;

-- Keeps a released nota with its files, each {format, content in base64, hash}. Gives its version; null when he may not, or it says
-- the same as the one before.
create function hearings.release(of_hearing text, of_model text, of_files jsonb, in_request text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  newest hearings.notas;
  next_version integer;
begin
  perform hearings.hold(of_hearing);
  if hearings.may_release(of_hearing) is distinct from 'ja' then return null; end if;
  select * into newest from hearings.notas n where n.hearing = of_hearing order by n.version desc limit 1;
  if newest.model = of_model then return null; end if;
  next_version := coalesce(newest.version, 0) + 1;
  insert into hearings.notas (hearing, version, model, at, acted_as)
  select h.code, next_version, of_model, platform.moment(), hearings.bureau_function(h.asked_by)
    from hearings.hearings h where h.code = of_hearing;
  insert into hearings.nota_files (hearing, version, format, content, hash)
  select of_hearing, next_version, f ->> 'format', decode(f ->> 'content', 'base64'), f ->> 'hash' from jsonb_array_elements(of_files) f;
  perform identity.note('nota van beantwoording vrijgegeven', of_hearing || ', versie ' || next_version, in_request);
  return next_version;
end $$;

-- Whoever releases enters it in the log of publications, in the same transaction.
create function hearings.nota_of_now(of_subject text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from hearings.notas n
    where n.hearing || '-nota-' || n.version = of_subject and n.at = platform.moment() and hearings.may_release(n.hearing) = 'ja')
$$;
create policy releaser_enters on publications.ledger for insert to sv_visitor
  with check (kind = 'nota' and hearings.nota_of_now(subject));

-- A nota without its entry is not kept, and neither is one with an entry of other files.
create function hearings.require_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from publications.ledger e
     where e.kind = 'nota' and e.subject = new.hearing || '-nota-' || new.version and e.body::jsonb -> 'bestanden' =
       (select coalesce(jsonb_object_agg('nota.' || f.format, f.hash), '{}') from hearings.nota_files f
         where f.hearing = new.hearing and f.version = new.version))
  then raise exception 'what is published is entered in the ledger' using errcode = '23514';
  end if;
  return null;
end $$;
revoke execute on function hearings.require_entry from public;
create constraint trigger is_entered after insert on hearings.notas deferrable initially deferred
  for each row execute function hearings.require_entry();
