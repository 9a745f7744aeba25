-- A photo with what is said of an action: evidence that somebody can make where he stands.

-- Each picture once, by its hash, as the program read it: without what a camera wrote beside it. Nothing says who sent it.
create table progress.photos (
  hash text primary key check (hash = encode(sha256(content), 'hex')),
  kind text not null check (kind in ('jpeg', 'png')),
  content bytea not null check (length(content) <= 5 * 1024 * 1024),
  check (case kind when 'jpeg' then substr(content, 1, 3) = '\xffd8ff'::bytea else substr(content, 1, 8) = '\x89504e470d0a1a0a'::bytea end)
);
select platform.guard('progress.photos');
create policy professionals_read on progress.photos for select to sv_visitor using ((select identity.is_professional()));
grant select on progress.photos to sv_visitor;
create trigger only_grows before update or delete on progress.photos for each row execute function progress.refuse_change();

alter table progress.updates
  add column photo text references progress.photos on delete restrict,
  -- What is on it, for whoever cannot see it (WCAG 2.2, 1.1.1).
  add column photo_text text check (length(photo_text) between 1 and 200),
  add check ((photo is null) = (photo_text is null));
create index updates_photo on progress.updates (photo) where photo is not null;

drop function progress.keep_update(text, text, text, text, boolean, text, text, text, text);
-- Says how an action stands: as the signed-in person, or as the post a link was sent to. Gives 'bewaard', 'al-bewaard' when the
-- same form said the same before, 'niets' when there is nothing to repeat, and null when he may not. A photo belongs to one update:
-- what is said to be unchanged does not show it again.
create function progress.keep_update(
  of_action text, of_status text, of_sentence text, of_evidence text, unchanged boolean, in_way text, of_key text, link_hash text,
  in_request text, of_photo bytea default null, of_photo_kind text default null, of_photo_text text default null) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  asked progress.requests;
  author identity.posts;
  newest progress.updates;
  sent progress.updates;
  photo_hash text := encode(sha256(of_photo), 'hex');
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
     and (sent.status, sent.sentence, sent.evidence, sent.photo, sent.photo_text)
         is not distinct from (of_status, of_sentence, of_evidence, photo_hash, of_photo_text)) then
    return 'al-bewaard';
  end if;
  if not progress.is_running(of_action) then return null; end if;
  if unchanged and newest.id is null then return 'niets'; end if;
  if photo_hash is not null then
    insert into progress.photos (hash, kind, content) values (photo_hash, of_photo_kind, of_photo) on conflict (hash) do nothing;
  end if;
  insert into progress.updates (action, version, status, sentence, evidence, is_unchanged, way, at, post, organisation, acted_as, form_key,
                                photo, photo_text)
  select of_action, coalesce(newest.version, 0) + 1,
         case when unchanged then newest.status else of_status end,
         case when unchanged then newest.sentence else of_sentence end,
         case when unchanged then newest.evidence else of_evidence end,
         unchanged, in_way, platform.moment(), author.id, author.organisation, author.title || ', ' || o.name, of_key,
         photo_hash, of_photo_text
    from identity.organisations o where o.code = author.organisation;
  perform identity.write_audit(author.person, 'voortgang bijgewerkt', of_action || ', ' || in_way, 'gelukt', in_request);
  return 'bewaard';
end $$;

-- Quiet times as whoever steers has them: what is changed on screen stands over what the region pack says, and a load never undoes it.
-- Each row a version of one quiet time; the newest holds.
create table progress.quiet_time_changes (
  code text not null check (code ~ '^[a-z0-9-]{3,80}$'),
  version integer not null check (version > 0),
  name text not null check (length(name) between 1 and 100),
  begins_on date not null,
  -- The last day, included. A mistyped year would keep everything silent for years.
  ends_on date not null check (ends_on >= begins_on and ends_on - begins_on < 93),
  is_ended boolean not null,
  reason text not null check (length(reason) between 1 and 300),
  at timestamptz not null,
  acted_as text not null,
  form_key text not null unique check (length(form_key) between 8 and 64),
  primary key (code, version)
);
select platform.guard('progress.quiet_time_changes');
create policy everyone_reads on progress.quiet_time_changes for select to sv_visitor using (true);
grant select (code, version, name, begins_on, ends_on, is_ended, reason, at, acted_as) on progress.quiet_time_changes to sv_visitor;
create trigger only_grows before update or delete on progress.quiet_time_changes for each row execute function progress.refuse_change();

-- The quiet times that hold: of the pack, and what was changed, added or ended since.
create function progress.quiet_days() returns table (code text, version integer, name text, begins_on date, ends_on date, ground text)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  with newest as (select distinct on (c.code) c.code, c.version, c.name, c.begins_on, c.ends_on, c.is_ended, c.reason
                    from progress.quiet_time_changes c order by c.code, c.version desc)
  select q.code, 0, q.name, q.begins_on, q.ends_on, q.ground from progress.quiet_times q
   where q.withdrawn_on is null and q.code not in (select n.code from newest n)
  union all
  select n.code, n.version, n.name, n.begins_on, n.ends_on, n.reason from newest n where not n.is_ended
$$;

-- As what the signed-in person changes quiet times: programme manager of a bureau, or functional administrator. Null when he does not.
create function progress.keeps_calendar() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and progress.runs(p)
     and (p.role = 'functioneel-beheerder' or p.role = 'programmamanager' and o.kind = 'bureau')
   order by p.role desc, p.id limit 1
$$;

-- Adds, changes or ends a quiet time over the version that was seen. 'bewaard', also when the same form arrives again; 'botst' when
-- somebody else changed it meanwhile; null when he may not, or there is no such time that still has to end.
create function progress.change_quiet_time(
  of_code text, seen integer, of_name text, first_day date, last_day date, ended boolean, because text, of_key text, in_request text)
  returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := progress.keeps_calendar();
  stands record;
  new_code text := of_code;
begin
  perform pg_advisory_xact_lock(7403302);
  if author is null then return null; end if;
  if exists (select from progress.quiet_time_changes c where c.form_key = of_key) then return 'bewaard'; end if;
  if of_code is null then
    select 'eigen-' || count(distinct c.code) + 1 into new_code from progress.quiet_time_changes c where c.code ~ '^eigen-\d+$';
  else
    select * into stands from progress.quiet_days() q where q.code = of_code;
    if stands.code is null or stands.ends_on < platform.today() then return null; end if;
    if stands.version <> seen then return 'botst'; end if;
  end if;
  insert into progress.quiet_time_changes (code, version, name, begins_on, ends_on, is_ended, reason, at, acted_as, form_key)
  values (new_code, coalesce((select max(c.version) from progress.quiet_time_changes c where c.code = new_code), 0) + 1,
          of_name, first_day, last_day, ended, because, platform.moment(), author, of_key);
  perform identity.note(case when ended then 'stille tijd vervallen' when of_code is null then 'stille tijd toegevoegd' else 'stille tijd gewijzigd' end,
    new_code || ': ' || first_day || ' tot en met ' || last_day, in_request);
  return 'bewaard';
end $$;

create or replace function progress.start_round(which text, in_request text) returns boolean
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
     and not exists (select from progress.quiet_days() q where platform.today() between q.begins_on and q.ends_on)
  on conflict do nothing;
  if not found then return false; end if;
  perform identity.note('updateronde begonnen', which, in_request);
  return true;
end $$;
