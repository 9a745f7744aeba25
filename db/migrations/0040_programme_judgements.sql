-- What whoever leads a programme says of it, beside what is reckoned from its actions. A later one replaces nothing.
create table progress.judgements (
  programme text not null references strategy.programmes on delete restrict deferrable initially deferred,
  version integer not null check (version > 0),
  status text not null check (status in ('op-koers', 'loopt-achter', 'geblokkeerd', 'afgerond', 'gestopt')),
  sentence text not null check (length(sentence) between 1 and 500),
  at timestamptz not null,
  -- The function somebody had then: a reader needs no name.
  acted_as text not null,
  -- Of the form it was sent with: sent twice is said once.
  form_key text not null check (length(form_key) between 8 and 64),
  primary key (programme, version)
);
select platform.guard('progress.judgements');
create policy professionals_read on progress.judgements for select to sv_visitor using ((select identity.is_professional()));
grant select on progress.judgements to sv_visitor;
create trigger only_grows before update or delete on progress.judgements for each row execute function progress.refuse_change();

-- The function in which the signed-in person may judge a programme: who steers at a bureau, or at the organisation that leads it.
create function progress.judge_of(of_programme text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
    join strategy.programmes g on g.code = of_programme and g.withdrawn_on is null
   where p.person = identity.current_person() and progress.runs(p) and p.role = 'programmamanager'
     and (o.kind = 'bureau' or o.code = g.lead)
   order by o.code = g.lead desc nulls last, p.id limit 1
$$;

-- Judges a programme. False when one may not; the same form twice is one judgement.
create function progress.judge(of_programme text, of_status text, of_sentence text, of_key text, in_request text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  author text;
begin
  perform pg_advisory_xact_lock(7403302, hashtext(of_programme));
  author := progress.judge_of(of_programme);
  if author is null then return false; end if;
  if exists (select from progress.judgements j where j.programme = of_programme and j.form_key = of_key) then return true; end if;
  insert into progress.judgements (programme, version, status, sentence, at, acted_as, form_key)
  values (of_programme, coalesce((select max(version) from progress.judgements where programme = of_programme), 0) + 1,
          of_status, of_sentence, platform.moment(), author, of_key);
  perform identity.note('programma beoordeeld', of_programme || ', ' || of_status, in_request);
  return true;
end $$;
