-- Who sits somewhere and its secretaries hear a quarter before a term ends, once for each end that is set.
create table meetings.term_mails (
  seat uuid not null references meetings.seats on delete restrict,
  until date not null,
  at timestamptz not null,
  primary key (seat, until)
);
select platform.guard('meetings.term_mails');

-- Mails what of an instance ends within 90 days and was not told yet: to who sits there his own term, to its secretaries all of them, one mail
-- each. Not of a body that itself ends by then: that was told by its decision. Gives how many mails. Only for what goes on by itself.
create function meetings.tell_ending_terms(base_url text) returns integer
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  letter record;
  told uuid[];
  mailed integer := 0;
begin
  perform meetings.hold('termijnen');
  with fresh as (
    insert into meetings.term_mails (seat, until, at)
    select s.id, s.valid_to, platform.moment()
      from meetings.seats s join meetings.instances i on i.code = s.instance join governance.bodies b on b.code = i.body
     where s.valid_to > platform.today() and s.valid_to <= platform.today() + 90 and meetings.lasts(s)
       and coalesce(b.valid_to > s.valid_to, true)
       and not exists (select from meetings.term_mails t where t.seat = s.id and t.until = s.valid_to)
    returning seat)
  select coalesce(array_agg(f.seat), '{}') into told from fresh f;
  for letter in
    with ending as (
      select s.id, s.instance, s.kind, s.title || ', ' || o.name as function, s.valid_to as until, s.post
        from meetings.seats s join identity.organisations o on o.code = s.organisation where s.id = any (told)),
    receivers as (
      select t.instance, p.person, t.id from ending t join identity.posts p on p.id = t.post and meetings.holds(p.valid_from, p.valid_to)
      union
      select t.instance, p.person, t.id from ending t join meetings.seats s on s.instance = t.instance and s.kind = 'secretaris' and meetings.lasts(s)
        join identity.posts p on p.id = s.post and meetings.holds(p.valid_from, p.valid_to))
    select h.email, h.is_example, i.body, i.area, b.name || ' ' || a.name as name,
           string_agg(t.function || ' (' || t.kind || '): tot ' || to_char(t.until, 'DD-MM-YYYY'), E'\n' order by t.until, t.function) as terms
      from receivers r join ending t on t.id = r.id join identity.people h on h.id = r.person
      join meetings.instances i on i.code = r.instance join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area
     group by h.id, h.email, h.is_example, i.code, i.body, i.area, b.name, a.name order by i.code, h.email
  loop
    perform mail.put(letter.email, 'Een termijn loopt af: ' || letter.name,
      'Binnen drie maanden loopt hier een termijn af:' || E'\n\n' || letter.terms || E'\n\n'
      || 'Vraag het bureau wie de zetel daarna krijgt. Wie er zit, staat op ' || base_url || '/gremia/' || letter.body || '/' || letter.area || '.',
      letter.is_example, platform.moment() + interval '14 days');
    mailed := mailed + 1;
  end loop;
  return mailed;
end $$;
revoke execute on function meetings.tell_ending_terms from public;
