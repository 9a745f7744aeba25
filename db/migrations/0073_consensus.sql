-- Consensus as it is: who agrees and has something written down with it, each by his function; and the rare case that no agreement comes and
-- the regional mayor decides, with what gives the right to that. There are no votes.
alter table decisions.decisions add column knot_ground text check (length(knot_ground) between 1 and 500);
grant insert (knot_ground) on decisions.decisions to sv_visitor;

create table decisions.notes (
  decision text not null references decisions.decisions on delete restrict,
  seq integer not null check (seq > 0),
  -- A function or an organisation, never a name.
  party text not null check (length(party) between 1 and 200),
  words text not null check (length(words) between 1 and 1000),
  primary key (decision, seq)
);
select platform.guard('decisions.notes');
create policy with_its_decision on decisions.notes for select to sv_visitor
  using (exists (select from decisions.decisions d where d.code = decision));
create policy while_it_is_recorded on decisions.notes for insert to sv_visitor with check (decisions.is_being_recorded(decision));
grant select, insert (decision, seq, party, words) on decisions.notes to sv_visitor;
create trigger only_grows before update or delete on decisions.notes for each row execute function decisions.refuse_change();
create trigger never_emptied before truncate on decisions.notes for each statement execute function decisions.refuse_change();

create function decisions.check_knot() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from governance.bodies b where b.code = new.body and b.level = 'regio') then
    perform decisions.refuse('geen-regio');
  end if;
  return new;
end $$;
revoke execute on function decisions.check_knot from public;
create trigger knot_of_region before insert on decisions.decisions for each row when (new.knot_ground is not null)
  execute function decisions.check_knot();
