-- The wijken and buurten of a municipality that more than one basisteam works for. Their codes and names are those of the police's
-- figures; a wijk or buurt belongs to one team at a time.
create table territory.team_neighbourhoods (
  id uuid primary key default gen_random_uuid(),
  team text not null references territory.areas on delete restrict deferrable initially deferred,
  code text not null,
  name text not null,
  -- Of a buurt; null for a wijk as a whole.
  wijk text,
  municipality text not null references territory.areas on delete restrict deferrable initially deferred,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  withdrawn_on date,
  constraint one_team_at_a_time exclude using gist
    (code with =, daterange(valid_from, valid_to) with &&) where (withdrawn_on is null) deferrable initially deferred
);
create index team_neighbourhoods_team on territory.team_neighbourhoods (team);
create index team_neighbourhoods_municipality on territory.team_neighbourhoods (municipality);
select platform.guard('territory.team_neighbourhoods');
select platform.open_to_all('territory.team_neighbourhoods');

create policy administrators_fill_neighbourhoods on territory.team_neighbourhoods for insert to sv_visitor
  with check (territory.is_kind(team, 'basisteam') and territory.is_kind(municipality, 'gemeente')
    and (select identity.has_role('functioneel-beheerder')));
grant insert (team, code, name, wijk, municipality, valid_from) on territory.team_neighbourhoods to sv_visitor;

create policy administrators_end_neighbourhoods on territory.team_neighbourhoods for update to sv_visitor
  using ((select identity.has_role('functioneel-beheerder')))
  with check ((select identity.has_role('functioneel-beheerder')));
grant update (valid_to, withdrawn_on) on territory.team_neighbourhoods to sv_visitor;
