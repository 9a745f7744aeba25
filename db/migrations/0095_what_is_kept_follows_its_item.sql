-- What was decided and what came of an item stand where the item stands now, for who may read both; its old address answers as before.

-- What an item is called today: itself, or what it became in the other series, as far as the asker may read. Null when he may not read it.
create function meetings.now_item(of_item uuid) returns uuid
  language sql stable strict set search_path = pg_catalog, pg_temp as $$
  with recursive became as (
    select i.id, i.went_to, 0 as further from meetings.items i where i.id = of_item
    union all
    select i.id, i.went_to, b.further + 1 from became b join meetings.items i on i.id = b.went_to)
  select b.id from became b order by b.further desc limit 1
$$;

-- How an open item ended goes along when it is closed, as its newest note and its files do, also in a list that was fixed and in minutes that were
-- approved. Of a closed item that is opened somebody says anew what everybody may read: what was said behind closed doors stays there.
create function outcomes.follow_item() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.is_closed then return new; end if;
  insert into outcomes.results (item, version, meeting, outcome, words, held_to, at, acted_as)
  select new.went_to, 1, r.meeting, r.outcome, r.words, r.held_to, r.at, r.acted_as
    from outcomes.results r where r.item = new.id order by r.version desc limit 1;
  insert into outcomes.fixed_items (item, version, meeting)
  select new.went_to, 1, f.meeting from outcomes.fixed_items f where f.item = new.id;
  insert into outcomes.minutes (item, version, meeting, text, at, acted_as)
  select new.went_to, 1, r.meeting, r.text, r.at, r.acted_as from outcomes.minutes r where r.item = new.id order by r.version desc limit 1;
  insert into outcomes.approved_items (item, version, meeting)
  select new.went_to, 1, a.meeting from outcomes.approved_items a where a.item = new.id;
  return new;
end $$;
revoke execute on function outcomes.follow_item from public;
create trigger outcome_follows after update of went_to on meetings.items for each row
  when (old.went_to is null and new.went_to is not null) execute function outcomes.follow_item();
