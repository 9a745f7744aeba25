-- The lines of the year calendar as the bureau has them: what is changed on screen stands over what the region pack says, and a load never
-- undoes it. Each row a version of one line; the newest holds. Version 0 is how the pack had it when it was changed for the first time.
create table meetings.year_task_versions (
  code text not null check (code ~ '^[A-Za-z0-9._-]{1,80}$'),
  version integer not null check (version >= 0),
  month integer not null check (month between 1 and 12),
  what text not null,
  by_whom text not null,
  to_whom text not null,
  body text references governance.bodies on delete restrict deferrable initially deferred,
  is_withdrawn boolean not null,
  reason text check (length(reason) between 1 and 300),
  at timestamptz not null,
  acted_as text,
  form_key text unique check (length(form_key) between 8 and 64),
  primary key (code, version),
  check ((version > 0) = (reason is not null) and (version > 0) = (acted_as is not null) and (version > 0) = (form_key is not null)),
  -- What the pack had may be longer, also when it is withdrawn as it stood.
  check (version = 0 or is_withdrawn
         or length(what) between 1 and 200 and length(by_whom) between 1 and 150 and length(to_whom) between 1 and 150)
);
create index year_task_versions_body on meetings.year_task_versions (body);
select platform.guard('meetings.year_task_versions');
create policy everyone_reads on meetings.year_task_versions for select to sv_visitor using (true);
grant select (code, version, month, what, by_whom, to_whom, body, is_withdrawn, reason, at, acted_as)
  on meetings.year_task_versions to sv_visitor;
create trigger only_grows before update or delete on meetings.year_task_versions for each row execute function meetings.refuse_change();

-- The lines as they stood at the end of a day, withdrawn ones included. Of what was never changed on screen the pack is known as it is now.
create function meetings.year_calendar(until date)
  returns table (code text, version integer, month integer, what text, by_whom text, to_whom text, body text, is_withdrawn boolean)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select q.code, 0, q.month, q.what, q.by_whom, q.to_whom, q.body, false from meetings.year_tasks q
   where (q.withdrawn_on is null or q.withdrawn_on > until)
     and not exists (select from meetings.year_task_versions v where v.code = q.code)
  union all
  (select distinct on (v.code) v.code, v.version, v.month, v.what, v.by_whom, v.to_whom, v.body, v.is_withdrawn
     from meetings.year_task_versions v
    where v.version = 0 or (v.at at time zone 'Europe/Amsterdam')::date <= until
    order by v.code, v.version desc)
$$;

-- Adds (`of_code` null), changes, withdraws or puts back a line over the version that was seen, for the programme manager of a bureau.
-- `kept` is 'bewaard', also when the same form arrives again or nothing changes; 'botst' when somebody else changed it meanwhile; null when
-- he may not, or there is no such line or body. `line` is its code.
create function meetings.change_year_task(of_code text, seen integer, said jsonb, of_key text, in_request text, out kept text, out line text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text := meetings.manager();
  stands record;
  had_body text;
  goes boolean := (said ->> 'is_withdrawn')::boolean;
begin
  perform meetings.hold('jaarkalender');
  if author is null then return; end if;
  select v.code into line from meetings.year_task_versions v where v.form_key = of_key;
  if line is not null then kept := 'bewaard'; return; end if;
  if of_code is null then
    if goes then return; end if;
    select 'eigen-' || count(distinct v.code) + 1 into line from meetings.year_task_versions v where v.code ~ '^eigen-\d+$';
  else
    select * into stands from meetings.year_calendar(platform.today()) c where c.code = of_code;
    if stands.code is null then return; end if;
    line := of_code;
    had_body := stands.body;
    if (stands.month, stands.what, stands.by_whom, stands.to_whom, stands.body, stands.is_withdrawn) is not distinct from
       ((said ->> 'month')::integer, said ->> 'what', said ->> 'by_whom', said ->> 'to_whom', said ->> 'body', goes) then
      kept := 'bewaard';
      return;
    end if;
    if stands.version <> seen then kept := 'botst'; return; end if;
  end if;
  if not goes and said ->> 'body' is not null and said ->> 'body' is distinct from had_body
     and not exists (select from governance.bodies b where b.code = said ->> 'body' and b.withdrawn_on is null) then
    line := null;
    return;
  end if;
  if of_code is not null and not exists (select from meetings.year_task_versions v where v.code = of_code) then
    insert into meetings.year_task_versions (code, version, month, what, by_whom, to_whom, body, is_withdrawn, at)
    values (of_code, 0, stands.month, stands.what, stands.by_whom, stands.to_whom, stands.body, false, platform.moment());
  end if;
  -- What is withdrawn goes as it stood.
  if goes then
    said := said || jsonb_build_object('month', stands.month, 'what', stands.what, 'by_whom', stands.by_whom, 'to_whom', stands.to_whom,
                                       'body', stands.body);
  end if;
  insert into meetings.year_task_versions (code, version, month, what, by_whom, to_whom, body, is_withdrawn, reason, at, acted_as, form_key)
  values (line, coalesce((select max(v.version) from meetings.year_task_versions v where v.code = line), 0) + 1,
          (said ->> 'month')::integer, said ->> 'what', said ->> 'by_whom', said ->> 'to_whom', said ->> 'body',
          goes, said ->> 'reason', platform.moment(), author, of_key);
  kept := 'bewaard';
  perform identity.note(case when of_code is null then 'regel van de jaarkalender toegevoegd'
                             when goes then 'regel van de jaarkalender vervallen'
                             else 'regel van de jaarkalender gewijzigd' end, line, in_request);
end $$;
