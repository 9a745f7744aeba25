-- Who begins a step of a proposal asks everybody it lies with, or leaves some out: before it began nobody was asked anything.
create function proposals.stays_once_asked() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from proposals.steps s where s.proposal = old.proposal and s.seq = old.seq and s.opened_at is not null) then
    raise exception 'who was asked is never changed';
  end if;
  return old;
end $$;
revoke execute on function proposals.stays_once_asked from public;
drop trigger stays on proposals.addressees;
create trigger stays before delete on proposals.addressees for each row execute function proposals.stays_once_asked();

-- Brings a proposal to its next step, with the last day to answer. `left_out`: the codes of the instances and organisations that are not asked.
-- Done twice is done once; false when he may not, when it is not its turn, or when nobody would be asked.
drop function proposals.open_step(text, integer, date, text, text, text);
create function proposals.open_step(of_proposal text, of_seq integer, until date, left_out text[], mail_subject text, mail_body text,
    in_request text)
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  step proposals.steps;
  fewer integer;
begin
  perform proposals.hold(of_proposal);
  select * into step from proposals.steps s where s.proposal = of_proposal and s.seq = of_seq;
  if proposals.keeper_of(of_proposal) is null or step.seq is null
     or exists (select from proposals.proposals p where p.code = of_proposal and p.finished_at is not null) then return false; end if;
  if step.opened_at is not null then return true; end if;
  if until < platform.today() or exists (select from proposals.steps s where s.proposal = of_proposal and s.seq < of_seq and s.closed_at is null)
    then return false; end if;
  if step.before_whom <> 'een-overleg' then perform proposals.address(of_proposal, of_seq, null); end if;
  if step.before_whom <> 'indiener' and not exists (select from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq
       and not coalesce(a.instance, a.organisation) = any (left_out)) then return false; end if;
  delete from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq and coalesce(a.instance, a.organisation) = any (left_out);
  get diagnostics fewer = row_count;
  update proposals.steps s set opened_at = platform.moment(), term = until where s.proposal = of_proposal and s.seq = of_seq;
  perform proposals.tell_step(of_proposal, of_seq, mail_subject, mail_body);
  perform identity.note('stap van voorstel begonnen', of_proposal || ', stap ' || of_seq || case when fewer > 0 then ', ' || fewer || ' niet gevraagd' else '' end,
    in_request);
  return true;
end $$;
