-- A part in which nothing was ever written is not cleared: there is nothing to agree with. Who had a part also clears that it is gone.
create or replace function accounts.may_clear(given text, of_part text, up_to integer) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not accounts.is_released(given) and of_part = any (accounts.own_parts(given))
     and up_to > 0 and up_to = accounts.newest_of(given, of_part)
$$;

-- Who works on an account is told how many people today have each part of it; a part nobody has is not there. Never who they are.
create function accounts.people_of_parts(given text) returns table (part text, people integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case o.kind when 'gemeente' then 'gemeenten' else o.kind end, count(distinct p.person)::integer
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where accounts.works_on(given)
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     and ((o.kind = 'bureau' and o.code = accounts.owner_of(given) and p.role in ('programmamanager', 'adviseur', 'analist'))
       or (o.kind in ('politie', 'om') and p.role <> 'lezer')
       or (o.kind = 'gemeente' and p.role = 'bestuurder'))
   group by 1
$$;

-- The announcement that stands for something, for who announces it; what was called off does not stand.
create function publications.announcement_of(of_kind text, of_subject text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select a.code from publications.announcements a
   cross join lateral (select m.subject, m.is_off from publications.announced_moments m where m.announcement = a.code
                        order by m.version desc limit 1) last
   where a.kind = of_kind and last.subject = of_subject and not last.is_off and publications.announces(a.code)
   order by a.at, a.code limit 1
$$;

-- Of what an announcement is, for who moves it. Nobody else is told before it is published.
create function publications.announced_subject(given text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.subject from publications.announced_moments m
   where m.announcement = given and publications.announces(given) order by m.version desc limit 1
$$;

-- A table whose rows are never withdrawn can be made findable too.
create or replace function search.upsert(source text, args text[]) returns text
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select format('with gone as (
      delete from search.entries e using %1$s r
       where e.kind = %2$L and e.code = r.code and (to_jsonb(r) ->> ''withdrawn_on'' is null and (%8$s)) is not true)
    insert into search.entries (kind, code, title, context, body, href, prominence, is_public)
    select %2$L, r.code, coalesce(%5$s, r.code), coalesce(%6$s, ''''), coalesce(%7$s, ''''), %4$s, %3$L, true
      from %1$s r where to_jsonb(r) ->> ''withdrawn_on'' is null and (%8$s)
    on conflict (kind, code) do update set title = excluded.title, context = excluded.context, body = excluded.body,
      href = excluded.href, prominence = excluded.prominence, is_public = excluded.is_public',
    source, args[1], args[2], args[3], args[4], args[5], args[6], args[7])
$$;

-- A public decision is found as everything that is public is. A confidential one never enters the index.
select search.make_findable('decisions.decisions', 'besluit', 1.5, $$'/besluiten/' || r.code$$, 'r.title', 'r.ground', 'r.text', 'r.is_public');
