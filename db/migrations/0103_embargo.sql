-- What was promised of the moment of a release is kept: no release while municipalities still look at their own page first, and none
-- before the moment that stands on the release calendar.

-- Of what keeps a draft from being released now: the last day of an open window, the moment that was announced. For who works on it.
create function accounts.embargo(given text) returns table (window_until date, announced_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (select w.until from (
            select until from accounts.windows where account = given order by version desc limit 1) w
           where w.until >= platform.today()),
         (select max(last.comes_at) from publications.announcements a
           cross join lateral (
             select m.subject, m.is_off, (m.on_day + m.at_time::time) at time zone 'Europe/Amsterdam' as comes_at
               from publications.announced_moments m where m.announcement = a.code order by m.version desc limit 1) last
           where a.kind = 'verantwoording' and last.subject = given and not last.is_off
             and last.comes_at > platform.moment())
   where accounts.works_on(given)
$$;

create or replace function accounts.may_release(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with standing as (
    select distinct on (block) * from accounts.versions where account = given order by block, version desc
  )
  select 'bureau' = any (accounts.own_parts(given)) and not accounts.is_released(given) and not accounts.wrote_last(given)
     and exists (select from standing where not is_removed)
     and not exists (select from standing where not is_removed and consent_until <= platform.today())
     and not exists (select from unnest(accounts.parts_to_clear(given)) as asked (part)
       where not exists (select from accounts.clearances c
         where c.account = given and c.part = asked.part and c.upto = accounts.newest_of(given, asked.part)))
     and not exists (select from accounts.embargo(given) e where e.window_until is not null or e.announced_at is not null)
$$;
