-- A plan that is made here is changed in its draft until it is adopted: two places to change the same words lose one of them.
create or replace function decisions.mandate_for(of_action text, of_what text) returns table (mandate text, acted_as text)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select m.code, p.title || ', ' || o.name
    from strategy.actions a
    join strategy.plans l on l.code = a.plan and l.withdrawn_on is null and l.period_to >= extract(year from platform.today())
     and not (l.made_here and l.adopted_on is null)
    join strategy.programmes g on g.code = a.programme
    left join strategy.priorities x on x.code = g.priority
    join decisions.mandates m on m.what = of_what and m.after_adoption = (l.adopted_on is not null) and m.withdrawn_on is null
    join identity.posts p on p.person = identity.current_person() and decisions.runs(p)
    join identity.organisations o on o.code = p.organisation
   where a.code = of_action and a.withdrawn_on is null
     and (m.who = 'programmamanager' and p.role = 'programmamanager' and o.kind = 'bureau'
          or m.who = 'werkgroep' and p.role in ('adviseur', 'bestuurder', 'programmamanager') and exists (
            select from governance.working_group_seats s join governance.working_groups w on w.code = s.working_group
             where w.code in (a.lead, g.lead, x.lead_group) and s.withdrawn_on is null and w.withdrawn_on is null
               and coalesce(w.valid_from <= platform.today(), true) and coalesce(platform.today() < w.valid_to, true)
               and coalesce(s.municipality, s.organisation) = p.organisation))
   order by m.code, p.id limit 1
$$;
