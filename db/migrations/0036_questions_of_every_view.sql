-- A question stays open about any view of the safety pictures; until now it was about the picture of one area and type only.
drop index crime.questions_once;
alter table crime.questions
  add column view text not null default 'beeld' check (view in ('beeld', 'vergelijking', 'regio', 'attenderingen')),
  add column level text check (level in ('gemeente', 'district', 'regio')),
  alter column area drop not null,
  alter column type drop not null,
  drop constraint questions_answer_check,
  -- A set of statements, so that every answer can be compared: one word of an area, or which areas are in it.
  alter column answer type text[] using case when answer is not null then array[answer] end,
  add check ((view in ('beeld', 'vergelijking')) = (area is not null)),
  add check ((view = 'attenderingen') = (type is null)),
  add check ((view = 'attenderingen') = (level is not null));
alter table crime.questions alter column view drop default;
create unique index questions_once on crime.questions (person, view, area, type, level) nulls not distinct
  where stopped_at is null;
grant insert (view, level) on crime.questions to sv_visitor;

-- The page of an area judges its types in one list, and from now on the mail does so too. An answer that was judged by itself
-- cannot be compared with that: it is answered once more without a mail.
update crime.questions set release = null where type <> '0.0.0';

alter table crime.question_mails
  alter column answer_before type text[] using array[answer_before],
  alter column answer_after type text[] using array[answer_after];

create or replace function crime.question_asked(id_of uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select jsonb_build_object('view', q.view, 'area', q.area, 'type', q.type, 'level', q.level,
                            'isStopped', q.stopped_at is not null)
    from crime.questions q where q.id = id_of
$$;
