-- A mail that comes again and again says how it stops: one click in the reader's own mail program (RFC 8058).
alter table mail.outbox add column stops_at text check (stops_at like 'http%');

-- Questions that stay open: somebody wants to hear when the answer changes.
create table crime.questions (
  -- Also what lets somebody stop it from a mail, without signing in: nobody can guess it, and it opens nothing else.
  id uuid primary key default gen_random_uuid(),
  person uuid not null default identity.current_person() references identity.people on delete cascade,
  area text not null,
  type text not null references crime.types on delete restrict deferrable initially deferred,
  asked_at timestamptz not null default platform.moment(),
  -- What was answered last, and from which release; null until the first time it is answered.
  answer text check (answer in ('meer', 'minder', 'geen', 'te-weinig', 'onbekend')),
  release integer references crime.releases on delete set null,
  answered_at timestamptz,
  stopped_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index questions_once on crime.questions (person, area, type) where stopped_at is null;
create index questions_type on crime.questions (type);
create index questions_release on crime.questions (release);
select platform.guard('crime.questions');
create policy own_questions on crime.questions for select to sv_visitor
  using (person = (select identity.current_person()));
create policy own_questions_asked on crime.questions for insert to sv_visitor
  with check (person = (select identity.current_person()) and (select identity.is_professional()));
grant select on crime.questions to sv_visitor;
grant insert (area, type, answer, release, answered_at) on crime.questions to sv_visitor;

-- Every mail about a question, with why it was sent: the answer before and after, and from which releases.
create table crime.question_mails (
  question uuid not null references crime.questions on delete cascade,
  release integer not null references crime.releases on delete cascade,
  mailed_at timestamptz not null default platform.moment(),
  answer_before text not null,
  answer_after text not null,
  -- The sentence that was mailed.
  words text not null,
  primary key (question, release)
);
create index question_mails_release on crime.question_mails (release);
select platform.guard('crime.question_mails');
create policy own_question_mails on crime.question_mails for select to sv_visitor
  using (question in (select q.id from crime.questions q where q.person = (select identity.current_person())));
grant select on crime.question_mails to sv_visitor;

-- What a question asks, for whoever holds its id; null when there is none.
create function crime.question_asked(id_of uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('area', q.area, 'type', q.type, 'isStopped', q.stopped_at is not null)
    from crime.questions q where q.id = id_of
$$;

-- Stops a question, for whoever holds its id; stopping twice is stopping once. False when there is none.
create function crime.stop_question(id_of uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update crime.questions set stopped_at = coalesce(stopped_at, platform.moment()) where id = id_of;
  return found;
end $$;
