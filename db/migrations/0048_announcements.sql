-- The release calendar: what is announced to be published, when, and every move of it with the reason. All of it is public.
create table publications.announcements (
  code text primary key check (code ~ '^[a-z0-9-]{3,80}$'),
  kind text not null check (kind in ('rapportage', 'verantwoording', 'nota', 'besluit', 'anders')),
  title text not null check (length(title) between 1 and 200),
  -- What period it is about; null of what is about none.
  period text check (length(period) between 4 and 21),
  owner text not null references identity.organisations on delete restrict deferrable initially deferred,
  at timestamptz not null,
  acted_as text not null
);
create index announcements_owner on publications.announcements (owner);
select platform.guard('publications.announcements');
select platform.open_to_all('publications.announcements');

-- When it is to be, in versions: the first one announces, each next one moves it or calls it off, with the reason.
create table publications.announced_moments (
  announcement text not null references publications.announcements on delete restrict,
  version integer not null check (version > 0),
  on_day date not null,
  -- Hours and minutes in Amsterdam.
  at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  is_off boolean not null default false,
  reason text check (length(reason) between 1 and 500),
  -- The code of what is published, as the ledger will name it. A draft has one already, and nobody is told of it here.
  subject text check (length(subject) between 1 and 120),
  at timestamptz not null,
  acted_as text not null,
  form_key text not null check (length(form_key) between 8 and 64),
  primary key (announcement, version),
  unique (announcement, form_key),
  check ((version = 1) = (reason is null)),
  check (version > 1 or not is_off)
);
select platform.guard('publications.announced_moments');
create policy everyone_reads on publications.announced_moments for select to sv_visitor using (true);
grant select (announcement, version, on_day, at_time, is_off, reason, at, acted_as)
  on publications.announced_moments to sv_visitor;

-- The bureaus for which the signed-in person announces: he is its programme manager.
create function publications.announces_for() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(distinct o.code), '{}')
    from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$$;
create function publications.announces(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from publications.announcements a where a.code = given and a.owner = any (publications.announces_for()))
$$;

-- Whether a form that moves an announcement came in before; for who announces it.
create function publications.moved_with(given text, of_key text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select publications.announces(given)
     and exists (select from publications.announced_moments m where m.announcement = given and m.form_key = of_key)
$$;

create policy manager_announces on publications.announcements for insert to sv_visitor
  with check (owner = any ((select publications.announces_for())::text[]));
grant insert (code, kind, title, period, owner) on publications.announcements to sv_visitor;
create policy manager_moves on publications.announced_moments for insert to sv_visitor
  with check (publications.announces(announcement));
grant insert (announcement, version, on_day, at_time, is_off, reason, subject, form_key) on publications.announced_moments to sv_visitor;

create function publications.note_announcer() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  bureau text := case tg_table_name when 'announcements' then to_jsonb(new) ->> 'owner'
    else (select a.owner from publications.announcements a where a.code = to_jsonb(new) ->> 'announcement') end;
  last publications.announced_moments;
begin
  new.at := platform.moment();
  new.acted_as := coalesce((select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and o.code = bureau and p.role = 'programmamanager'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)), '');
  if tg_table_name = 'announced_moments' then
    -- One at a time, and each follows on the one before it.
    perform from publications.announcements a where a.code = new.announcement for update;
    select * into last from publications.announced_moments m where m.announcement = new.announcement order by m.version desc limit 1;
    if new.version is distinct from coalesce(last.version, 0) + 1 then
      raise exception 'a move follows on the last one' using errcode = '23505';
    end if;
    -- Without a new one it stays of what it was.
    new.subject := coalesce(new.subject, last.subject);
  end if;
  return new;
end $$;
revoke execute on function publications.note_announcer from public;
create trigger author before insert on publications.announcements for each row execute function publications.note_announcer();
create trigger author before insert on publications.announced_moments for each row execute function publications.note_announcer();
create trigger only_grows before update or delete on publications.announcements for each row execute function publications.refuse_change();
create trigger only_grows before update or delete on publications.announced_moments for each row execute function publications.refuse_change();

-- Where what was announced stands and since when, once it is in the ledger.
create function publications.announced_as(given text) returns table (address text, published_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.body::jsonb ->> 'adres', (e.body::jsonb ->> 'gepubliceerdOp')::timestamptz
    from publications.announcements a
   cross join lateral (select m.subject from publications.announced_moments m where m.announcement = a.code
                        order by m.version desc limit 1) last
    join publications.ledger e on e.kind = a.kind and e.subject = last.subject
   where a.code = given
$$;

-- Before an account is released every municipality can see its own page of it, with what it can be asked. A window has pages of its
-- own, as they were when it was opened; one that is opened again is a next version.
create table accounts.windows (
  account text not null references accounts.accounts on delete restrict,
  version integer not null check (version > 0),
  -- The last day.
  until date not null,
  at timestamptz not null,
  acted_as text not null,
  form_key text not null check (length(form_key) between 8 and 64),
  primary key (account, version),
  unique (account, form_key)
);
select platform.guard('accounts.windows');
-- The page of a municipality as it was worded, canonical JSON. Read by `look` alone.
create table accounts.previews (
  account text not null,
  version integer not null,
  area text not null references territory.areas on delete restrict deferrable initially deferred,
  content text not null,
  primary key (account, version, area),
  foreign key (account, version) references accounts.windows on delete restrict
);
create index previews_area on accounts.previews (area);
select platform.guard('accounts.previews');
create table accounts.looks (
  id uuid primary key default gen_random_uuid(),
  account text not null,
  version integer not null,
  area text not null,
  at timestamptz not null,
  acted_as text not null,
  foreign key (account, version, area) references accounts.previews on delete restrict
);
create index looks_preview on accounts.looks (account, version, area);
select platform.guard('accounts.looks');
-- What a mayor can be asked about an account, and what he can say then. Never published.
create table accounts.questions (
  account text not null references accounts.accounts on delete restrict,
  question uuid not null,
  version integer not null check (version > 0),
  asked text not null check (length(asked) between 1 and 500),
  answered text not null check (length(answered) between 1 and 4000),
  is_removed boolean not null default false,
  at timestamptz not null,
  acted_as text not null,
  primary key (question, version)
);
create index questions_account on accounts.questions (account);
select platform.guard('accounts.questions');

-- Which of them looked is for the bureau only.
create policy bureau_reads on accounts.windows for select to sv_visitor using ('bureau' = any (accounts.own_parts(account)));
grant select (account, version, until, at, acted_as) on accounts.windows to sv_visitor;
create policy bureau_reads on accounts.looks for select to sv_visitor using ('bureau' = any (accounts.own_parts(account)));
grant select on accounts.looks to sv_visitor;
create policy bureau_reads on accounts.questions for select to sv_visitor using ('bureau' = any (accounts.own_parts(account)));
grant select on accounts.questions to sv_visitor;
create policy bureau_writes on accounts.questions for insert to sv_visitor
  with check ('bureau' = any (accounts.own_parts(account)) and not accounts.is_public(account));
grant insert (account, question, version, asked, answered, is_removed) on accounts.questions to sv_visitor;
create trigger author before insert on accounts.questions for each row execute function accounts.note_author();
create trigger only_grows before update or delete on accounts.windows for each row execute function accounts.refuse_change();
create trigger only_grows before update or delete on accounts.previews for each row execute function accounts.refuse_change();
create trigger only_grows before update or delete on accounts.looks for each row execute function accounts.refuse_change();
create trigger only_grows before update or delete on accounts.questions for each row execute function accounts.refuse_change();

-- All is cleared as it stands, whoever wrote last.
create function accounts.is_cleared(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select from unnest(accounts.parts_to_clear(given)) as asked (part)
    where not exists (select from accounts.clearances c
      where c.account = given and c.part = asked.part and c.upto = accounts.newest_of(given, asked.part)))
$$;
revoke execute on function accounts.is_cleared from public;

-- Opens a window with a page per municipality, {area: content}. Gives its version, 0 when the same form came in before; null when one
-- may not or not all is cleared.
create function accounts.open_window(given text, last_day date, pages jsonb, of_key text, in_request text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  next_version integer;
begin
  perform from accounts.accounts a where a.code = given for update;
  if not ('bureau' = any (accounts.own_parts(given))) or accounts.is_released(given) then return null; end if;
  if exists (select from accounts.windows w where w.account = given and w.form_key = of_key) then return 0; end if;
  if not accounts.is_cleared(given) or last_day < platform.today() then return null; end if;
  select coalesce(max(w.version), 0) + 1 into next_version from accounts.windows w where w.account = given;
  insert into accounts.windows (account, version, until, at, acted_as, form_key)
  values (given, next_version, last_day, platform.moment(), accounts.releases_as(given), of_key);
  insert into accounts.previews (account, version, area, content)
  select given, next_version, p.key, p.value from jsonb_each_text(pages) p join territory.areas t on t.code = p.key and t.kind = 'gemeente';
  perform identity.note('inzage vooraf geopend', given || ', versie ' || next_version, in_request);
  return next_version;
end $$;

-- Whether a post is of who sees the page of a municipality first: its mayor or its adviser.
create function accounts.sees_first(p identity.posts, of_area text) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select p.role in ('adviseur', 'bestuurder')
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     and exists (select from identity.organisations o where o.code = p.organisation and o.kind = 'gemeente')
     and of_area in (
       select pa.area from identity.post_areas pa where pa.post = p.id
       union
       select oa.area from territory.organisation_areas oa where oa.organisation = p.organisation
          and not exists (select from identity.post_areas pa where pa.post = p.id))
$$;
revoke execute on function accounts.sees_first from public;

-- The pages the signed-in person may see now, with his function: those of his own municipality, in a window that is open.
create function accounts.own_previews() returns table (
  account text, title text, year integer, owner_name text, version integer, area text, area_name text, until date, acted_as text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct on (w.account, v.area) w.account, a.title, a.year, o.name, w.version, v.area, t.name, w.until,
         p.title || ', ' || po.name
    from accounts.windows w join accounts.accounts a on a.code = w.account join identity.organisations o on o.code = a.owner
    join accounts.previews v on v.account = w.account and v.version = w.version join territory.areas t on t.code = v.area
    join identity.posts p on p.person = identity.current_person() and accounts.sees_first(p, v.area)
    join identity.organisations po on po.code = p.organisation
   where platform.today() <= w.until and not accounts.is_released(w.account)
     and w.version = (select max(x.version) from accounts.windows x where x.account = w.account)
   order by w.account, v.area, p.id
$$;

-- Shows a page to who may see it first, and keeps that he looked. Null when it is not for him.
create function accounts.look(given text, of_area text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  own record;
begin
  select * into own from accounts.own_previews() p where p.account = given and p.area = of_area;
  if own is null then return null; end if;
  insert into accounts.looks (account, version, area, at, acted_as) values (given, own.version, of_area, platform.moment(), own.acted_as);
  perform identity.note('pagina vooraf bekeken', given || ', ' || of_area, in_request);
  return (select v.content from accounts.previews v where v.account = given and v.version = own.version and v.area = of_area);
end $$;

-- What can be asked, for who sees a page of the account first.
create function accounts.previewed_questions(given text) returns table (asked text, answered text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select s.asked, s.answered from (
    select distinct on (q.question) q.*, min(q.at) over (partition by q.question) as first_at
      from accounts.questions q where q.account = given order by q.question, q.version desc) s
   where not s.is_removed and exists (select from accounts.own_previews() p where p.account = given)
   order by s.first_at, s.question
$$;

-- Mails who sees a page first, in the transaction that opens the window. Gives how many.
create function accounts.mail_window(given text, of_area text, mail_subject text, mail_body text) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  receiver record;
  mailed integer := 0;
begin
  if not ('bureau' = any (accounts.own_parts(given))) or not exists (
    select from accounts.windows w join accounts.previews v on v.account = w.account and v.version = w.version and v.area = of_area
     where w.account = given and w.at = platform.moment())
  then raise exception 'only who opens a window mails' using errcode = '42501'; end if;
  for receiver in
    select distinct q.email, q.is_example from identity.posts p join identity.people q on q.id = p.person
     where accounts.sees_first(p, of_area)
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    mailed := mailed + 1;
  end loop;
  return mailed;
end $$;
