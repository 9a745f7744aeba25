-- What is known of a person, with the seats for which he was named as adviser. What it was before is kept as a part of it.
alter function identity.data_of(uuid) rename to data_of_before_advisers;
revoke execute on function identity.data_of_before_advisers from public;
create function identity.data_of(of_person uuid) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select identity.data_of_before_advisers(of_person) || jsonb_build_object(
    'adviseur_van', (select coalesce(jsonb_agg(jsonb_build_object('overleg', s.instance, 'zetel', s.title, 'functie', p.title,
                   'vanaf', n.at, 'tot', n.ended_at) order by n.at, s.id), '[]')
                  from meetings.namings n join meetings.seats s on s.id = n.seat
                  join identity.posts p on p.id = n.post where p.person = of_person))
$$;
revoke execute on function identity.data_of from public;
