-- What is known of a person, with what his seats said in written rounds. What it was before is kept as a part of it.
alter function identity.data_of(uuid) rename to data_of_before_proposals;
revoke execute on function identity.data_of_before_proposals from public;
create function identity.data_of(of_person uuid) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select identity.data_of_before_proposals(of_person) || jsonb_build_object(
    'schriftelijke_rondes', (select coalesce(jsonb_agg(jsonb_build_object('overleg', a.instance, 'voorstel', a.proposal, 'functie', s.title,
                   'woord', w.word, 'opmerking', w.remark, 'op', w.at) order by w.at, w.addressee), '[]')
                  from proposals.words w join proposals.addressees a on a.id = w.addressee join meetings.seats s on s.id = w.seat
                  join identity.posts p on p.id = s.post where p.person = of_person))
$$;
revoke execute on function identity.data_of from public;
