-- As it was; and who was asked is told that the question is no more.
create or replace function proposals.take_question_back(of_proposal text, because text, of_decision text) returns text
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  there proposals.proposals;
begin
  perform proposals.hold(of_proposal);
  -- Who releases an answer now is waited for.
  perform proposals.hold(a.id::text) from proposals.addressees a where a.proposal = of_proposal order by a.id;
  select * into there from proposals.proposals p where p.code = of_proposal;
  if exists (select from proposals.addressees a join proposals.views v on v.addressee = a.id
       where a.proposal = of_proposal and v.released_at is not null) then return 'beantwoord'; end if;
  if there.finished_at is not null then return case when there.result = 'ingetrokken' then 'ingetrokken' end; end if;
  update proposals.proposals p set finished_at = platform.moment(), result = 'ingetrokken', result_note = because where p.code = of_proposal;
  perform proposals.tell_step(of_proposal, 1, 'Een vraag aan u is ingetrokken',
    'Een besluit stelde u een vraag. Dat besluit is teruggedraaid, en de vraag geldt niet meer. U hoeft niet te antwoorden. '
    || 'Wat ervan over is, leest u na het inloggen, bij Voorstellen.');
  perform identity.note('voorstel afgesloten', of_proposal || ', ingetrokken', of_decision);
  return 'ingetrokken';
end $$;
