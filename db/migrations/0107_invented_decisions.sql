-- A decision that was made up is no more for the index of the Woo than a report of example figures.

-- The public decisions that are an example: all of an invented region, elsewhere those taken at a meeting of an example.
create function decisions.invented() returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(d.code), '{}') from decisions.decisions d
   where d.is_public and (
     (select p.is_example from platform.packs p order by p.loaded_at desc limit 1)
     or exists (
       select from decisions.taken_at t join meetings.meetings m on m.code = t.meeting
         join meetings.instances i on i.code = m.instance
        where t.decision = d.code and i.is_example))
$$;
