-- The functional administrator fills in the basisteams that no source names: their names, and which municipalities form them.

create policy administrators_name_basisteams on territory.areas for update to sv_visitor
  using (kind = 'basisteam' and (select identity.has_role('functioneel-beheerder')))
  with check (kind = 'basisteam' and (select identity.has_role('functioneel-beheerder')));
grant update (name, note) on territory.areas to sv_visitor;

create function territory.is_kind(area text, wanted text) returns boolean
  language sql stable as $$ select exists (select from territory.areas a where a.code = area and a.kind = wanted) $$;

create policy administrators_fill_basisteams on territory.memberships for insert to sv_visitor
  with check (division = 'politie' and territory.is_kind(whole, 'basisteam') and territory.is_kind(part, 'gemeente')
    and (select identity.has_role('functioneel-beheerder')));
grant insert (code, part, whole, division, valid_from, ground, note, sources) on territory.memberships to sv_visitor;

create policy administrators_end_memberships on territory.memberships for update to sv_visitor
  using (division = 'politie' and territory.is_kind(whole, 'basisteam') and territory.is_kind(part, 'gemeente')
    and (select identity.has_role('functioneel-beheerder')))
  with check (division = 'politie');
grant update (valid_to, withdrawn_on) on territory.memberships to sv_visitor;
