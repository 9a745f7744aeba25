-- Figures of a survey: asked of some and said of all, so with a margin. And example months stay until there are real months.

alter table figures.measurements
  -- Between these the number of all inhabitants lies in 95 of 100 surveys; null is: the source does not say.
  add column margin_low numeric,
  add column margin_high numeric,
  -- How many people answered.
  add column respondents integer check (respondents > 0),
  add constraint margin_holds_value check (
    (margin_low is null) = (margin_high is null) and (margin_low is null or value between margin_low and margin_high));
grant insert (margin_low, margin_high, respondents) on figures.measurements to sv_visitor;
drop trigger recorded on figures.measurements;
create trigger recorded before update of value, unit, qualifier, printed, margin_low, margin_high, respondents
  on figures.measurements for each row when (old is distinct from new) execute function figures.note_recording();

-- Which indicators are answers of people, and what they were asked.
create table figures.survey_questions (
  code text primary key,
  indicator text not null references figures.indicators on delete restrict deferrable initially deferred,
  survey text not null,
  question text not null,
  withdrawn_on date
);
create index survey_questions_indicator on figures.survey_questions (indicator);
select platform.guard('figures.survey_questions');
select platform.open_to_all('figures.survey_questions');

-- Example figures are months. Real years alone would hide them and leave every monthly page empty; nothing holds years beside months.
create or replace function crime.visible_releases() returns integer[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(r.id), '{}') from crime.releases r
   where r.state = 'volledig'
     and (not r.is_example or not exists (
       select from crime.releases o where o.state = 'volledig' and not o.is_example and o.cadence = r.cadence))
$$;

-- A report of example months goes with them.
create or replace function publications.is_public(given text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select publications.is_signed(given) and not exists (
    select from publications.reports r where r.code = given and r.is_example
       and exists (select from crime.releases o where o.state = 'volledig' and not o.is_example and o.cadence = 'maand'))
$$;
