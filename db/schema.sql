-- Generated from db/migrations by `npm run generate`, to be read. Never edited by hand.

create table capacity.formation_rows (
  code text not null,
  organisation text not null,
  as_of date not null,
  operational integer not null,
  trainees integer not null,
  non_operational integer not null,
  total integer not null,
  sum_of_kinds integer not null,
  difference integer not null,
  kind text not null,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint formation_rows_kind_check CHECK ((kind = ANY (ARRAY['onderdeel'::text, 'totaal'::text, 'controle'::text]))),
  constraint formation_rows_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint formation_rows_pkey PRIMARY KEY (code)
);

create table crime.counts (
  area text not null,
  month text not null,
  release integer not null,
  counts integer[] not null,
  constraint counts_pkey PRIMARY KEY (area, month, release),
  constraint counts_release_fkey FOREIGN KEY (release) REFERENCES crime.releases(id) ON DELETE CASCADE
);

create table crime.differences (
  release integer not null,
  area text not null,
  month text not null,
  type text not null,
  parts_kind text not null,
  whole_count integer not null,
  parts_sum integer not null,
  constraint differences_parts_kind_check CHECK ((parts_kind = ANY (ARRAY['gemeenten'::text, 'wijken'::text, 'buurten'::text, 'soorten'::text]))),
  constraint differences_pkey PRIMARY KEY (release, area, month, type, parts_kind),
  constraint differences_release_fkey FOREIGN KEY (release) REFERENCES crime.releases(id) ON DELETE CASCADE
);

create table crime.example_sizes (
  area text not null,
  inhabitants integer not null,
  withdrawn_on date,
  constraint example_sizes_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint example_sizes_inhabitants_check CHECK ((inhabitants > 0)),
  constraint example_sizes_pkey PRIMARY KEY (area)
);

create table crime.inhabitants (
  release integer not null,
  area text not null,
  reference_day date not null,
  inhabitants integer not null,
  constraint inhabitants_inhabitants_check CHECK ((inhabitants >= 0)),
  constraint inhabitants_pkey PRIMARY KEY (area, reference_day, release),
  constraint inhabitants_release_fkey FOREIGN KEY (release) REFERENCES crime.population_releases(id) ON DELETE CASCADE
);

create table crime.load_orders (
  id integer not null,
  source_table text not null,
  from_month text,
  ordered_at timestamp with time zone not null default platform.moment(),
  finished_at timestamp with time zone,
  outcome text,
  constraint load_orders_check CHECK (((finished_at IS NULL) = (outcome IS NULL))),
  constraint load_orders_from_month_check CHECK ((from_month ~ '^\d{4}-\d{2}$'::text)),
  constraint load_orders_pkey PRIMARY KEY (id),
  constraint load_orders_source_table_check CHECK ((source_table = ANY (ARRAY['47022NED'::text, '47018NED'::text, '47013NED'::text])))
);

create table crime.notes (
  id uuid not null default gen_random_uuid(),
  note uuid not null,
  version integer not null,
  area text not null,
  type text,
  body text,
  valid_from date not null,
  valid_to date,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 2000))),
  constraint notes_check CHECK ((valid_to > valid_from)),
  constraint notes_note_version_key UNIQUE (note, version),
  constraint notes_pkey PRIMARY KEY (id),
  constraint notes_type_fkey FOREIGN KEY (type) REFERENCES crime.types(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint notes_version_check CHECK ((version > 0))
);

create table crime.population_releases (
  id integer not null,
  source_table text not null,
  title text not null,
  modified_at timestamp with time zone not null,
  content_hash text not null,
  stored_at timestamp with time zone not null default platform.moment(),
  constraint population_releases_pkey PRIMARY KEY (id),
  constraint population_releases_source_table_content_hash_key UNIQUE (source_table, content_hash)
);

create table crime.question_mails (
  question uuid not null,
  release integer not null,
  mailed_at timestamp with time zone not null default platform.moment(),
  answer_before text not null,
  answer_after text not null,
  words text not null,
  constraint question_mails_pkey PRIMARY KEY (question, release),
  constraint question_mails_question_fkey FOREIGN KEY (question) REFERENCES crime.questions(id) ON DELETE CASCADE,
  constraint question_mails_release_fkey FOREIGN KEY (release) REFERENCES crime.releases(id) ON DELETE CASCADE
);

create table crime.questions (
  id uuid not null default gen_random_uuid(),
  person uuid not null default identity.current_person(),
  area text not null,
  type text not null,
  asked_at timestamp with time zone not null default platform.moment(),
  answer text,
  release integer,
  answered_at timestamp with time zone,
  stopped_at timestamp with time zone,
  constraint questions_answer_check CHECK ((answer = ANY (ARRAY['meer'::text, 'minder'::text, 'geen'::text, 'te-weinig'::text, 'onbekend'::text]))),
  constraint questions_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint questions_person_fkey FOREIGN KEY (person) REFERENCES identity.people(id) ON DELETE CASCADE,
  constraint questions_pkey PRIMARY KEY (id),
  constraint questions_release_fkey FOREIGN KEY (release) REFERENCES crime.releases(id) ON DELETE SET NULL,
  constraint questions_type_fkey FOREIGN KEY (type) REFERENCES crime.types(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table crime.release_areas (
  release integer not null,
  code text not null,
  name text not null,
  kind text not null,
  municipality text not null,
  wijk text,
  seq integer not null,
  constraint release_areas_kind_check CHECK ((kind = ANY (ARRAY['land'::text, 'politie-eenheid'::text, 'gemeente'::text, 'wijk'::text, 'buurt'::text]))),
  constraint release_areas_pkey PRIMARY KEY (release, code),
  constraint release_areas_release_fkey FOREIGN KEY (release) REFERENCES crime.releases(id) ON DELETE CASCADE
);

create table crime.release_parts (
  release integer not null,
  municipality text not null,
  month text not null,
  row_count integer not null,
  hash text not null,
  loaded_at timestamp with time zone not null default platform.moment(),
  constraint release_parts_pkey PRIMARY KEY (release, municipality, month),
  constraint release_parts_release_fkey FOREIGN KEY (release) REFERENCES crime.releases(id) ON DELETE CASCADE
);

create table crime.releases (
  id integer not null,
  source_table text not null,
  is_example boolean not null,
  modified_at timestamp with time zone not null,
  title text not null,
  types text[] not null,
  first_month text not null,
  last_month text not null,
  state text not null,
  refused_because text,
  content_hash text,
  started_at timestamp with time zone not null default platform.moment(),
  finished_at timestamp with time zone,
  cadence text not null default 'maand'::text,
  part_count integer,
  asked_from text,
  constraint periods_of_its_cadence CHECK (((first_month ~
CASE cadence
    WHEN 'maand'::text THEN '^\d{4}-\d{2}$'::text
    ELSE '^\d{4}$'::text
END) AND (last_month ~
CASE cadence
    WHEN 'maand'::text THEN '^\d{4}-\d{2}$'::text
    ELSE '^\d{4}$'::text
END))),
  constraint releases_cadence_check CHECK ((cadence = ANY (ARRAY['maand'::text, 'jaar'::text]))),
  constraint releases_check CHECK (((state = 'volledig'::text) = (content_hash IS NOT NULL))),
  constraint releases_check1 CHECK (((state = 'geweigerd'::text) = (refused_because IS NOT NULL))),
  constraint releases_pkey PRIMARY KEY (id),
  constraint releases_state_check CHECK ((state = ANY (ARRAY['bezig'::text, 'volledig'::text, 'geweigerd'::text, 'afgebroken'::text])))
);

create table crime.source_checks (
  source_table text not null,
  looked_at timestamp with time zone not null,
  modified_at timestamp with time zone,
  because text,
  constraint source_checks_pkey PRIMARY KEY (source_table)
);

create table crime.type_indicators (
  code text not null,
  type text not null,
  indicator text not null,
  difference text not null,
  withdrawn_on date,
  constraint type_indicators_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint type_indicators_pkey PRIMARY KEY (code),
  constraint type_indicators_type_fkey FOREIGN KEY (type) REFERENCES crime.types(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table crime.types (
  code text not null,
  name text not null,
  explanation text not null,
  is_published_monthly boolean not null,
  follows_police_effort boolean not null,
  example_rate integer not null,
  example_season text not null,
  withdrawn_on date,
  constraint types_example_rate_check CHECK ((example_rate >= 0)),
  constraint types_example_season_check CHECK ((example_season = ANY (ARRAY['geen'::text, 'winter'::text, 'zomer'::text, 'oudejaar'::text]))),
  constraint types_pkey PRIMARY KEY (code)
);

create table datacalls.answers (
  id uuid not null default gen_random_uuid(),
  line text not null,
  version integer not null,
  kind text not null,
  value numeric,
  note text,
  import uuid,
  undoes uuid,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint answers_check CHECK (((kind = 'getal'::text) = (value IS NOT NULL))),
  constraint answers_check1 CHECK (((kind <> 'kan-niet'::text) OR (note IS NOT NULL))),
  constraint answers_check2 CHECK (((kind <> 'leeg'::text) OR (note IS NULL))),
  constraint answers_import_fkey FOREIGN KEY (import) REFERENCES datacalls.imports(id) ON DELETE RESTRICT,
  constraint answers_kind_check CHECK ((kind = ANY (ARRAY['getal'::text, 'kan-niet'::text, 'leeg'::text]))),
  constraint answers_line_fkey FOREIGN KEY (line) REFERENCES datacalls.lines(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint answers_line_version_key UNIQUE (line, version),
  constraint answers_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint answers_pkey PRIMARY KEY (id),
  constraint answers_undoes_fkey FOREIGN KEY (undoes) REFERENCES datacalls.imports(id) ON DELETE RESTRICT,
  constraint answers_version_check CHECK ((version > 0))
);

create table datacalls.calls (
  code text not null,
  title text not null,
  year integer not null,
  asked_by text not null,
  area text not null,
  due date,
  purpose text not null,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint calls_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint calls_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint calls_pkey PRIMARY KEY (code),
  constraint calls_year_check CHECK (((year >= 1900) AND (year <= 2999)))
);

create table datacalls.imports (
  id uuid not null default gen_random_uuid(),
  call text not null,
  holder text not null,
  file_name text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint imports_call_fkey FOREIGN KEY (call) REFERENCES datacalls.calls(code) ON DELETE RESTRICT,
  constraint imports_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint imports_holder_fkey FOREIGN KEY (holder) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint imports_pkey PRIMARY KEY (id)
);

create table datacalls.line_parts (
  line text not null,
  part text not null,
  seq integer not null,
  constraint line_parts_line_fkey FOREIGN KEY (line) REFERENCES datacalls.lines(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint line_parts_part_fkey FOREIGN KEY (part) REFERENCES datacalls.lines(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint line_parts_pkey PRIMARY KEY (line, part)
);

create table datacalls.lines (
  code text not null,
  call text not null,
  seq integer not null,
  block text not null,
  title text not null,
  unit text not null,
  definition text not null,
  counting_rule text,
  holder text not null,
  due date,
  indicator text,
  measurement text,
  unresolved_value text,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint lines_call_fkey FOREIGN KEY (call) REFERENCES datacalls.calls(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint lines_holder_fkey FOREIGN KEY (holder) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint lines_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint lines_measurement_fkey FOREIGN KEY (measurement) REFERENCES figures.measurements(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint lines_pkey PRIMARY KEY (code),
  constraint lines_unresolved_value_fkey FOREIGN KEY (unresolved_value) REFERENCES figures.unresolved_values(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table datacalls.signatures (
  answer uuid not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint signatures_answer_fkey FOREIGN KEY (answer) REFERENCES datacalls.answers(id) ON DELETE RESTRICT,
  constraint signatures_pkey PRIMARY KEY (answer)
);

create table figures.contradiction_measurements (
  contradiction text not null,
  measurement text not null,
  seq integer not null,
  constraint contradiction_measurements_contradiction_fkey FOREIGN KEY (contradiction) REFERENCES figures.contradictions(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint contradiction_measurements_measurement_fkey FOREIGN KEY (measurement) REFERENCES figures.measurements(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint contradiction_measurements_pkey PRIMARY KEY (contradiction, measurement)
);

create table figures.contradictions (
  code text not null,
  title text not null,
  explanation text not null,
  sources text[] not null,
  withdrawn_on date,
  constraint contradictions_pkey PRIMARY KEY (code)
);

create table figures.documents (
  code text not null,
  title text not null,
  short text not null,
  kind text not null,
  plan text,
  known_on date not null,
  known_on_estimated boolean not null,
  line_count integer not null,
  withdrawn_on date,
  constraint documents_line_count_check CHECK ((line_count > 0)),
  constraint documents_pkey PRIMARY KEY (code)
);

create table figures.imports (
  id uuid not null default gen_random_uuid(),
  document text not null,
  file_name text not null,
  file_hash text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  undone_at timestamp with time zone,
  undone_as text,
  constraint imports_check CHECK (((undone_at IS NULL) = (undone_as IS NULL))),
  constraint imports_document_fkey FOREIGN KEY (document) REFERENCES figures.documents(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint imports_document_key UNIQUE (document),
  constraint imports_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint imports_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint imports_pkey PRIMARY KEY (id)
);

create table figures.indicator_parts (
  indicator text not null,
  part text not null,
  seq integer not null,
  constraint indicator_parts_check CHECK ((indicator <> part)),
  constraint indicator_parts_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicators(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint indicator_parts_part_fkey FOREIGN KEY (part) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint indicator_parts_pkey PRIMARY KEY (indicator, part)
);

create table figures.indicators (
  code text not null,
  title text not null,
  unit text not null,
  favourable text not null,
  definition text,
  caveats text,
  theme text,
  sources text[] not null,
  withdrawn_on date,
  numerator text,
  denominator text,
  factor numeric,
  breaks text[] not null default '{}'::text[],
  constraint denominator_has_numerator CHECK (((denominator IS NULL) OR (numerator IS NOT NULL))),
  constraint indicators_denominator_fkey FOREIGN KEY (denominator) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint indicators_factor_check CHECK ((factor > (0)::numeric)),
  constraint indicators_favourable_check CHECK ((favourable = ANY (ARRAY['hoger'::text, 'lager'::text, 'geen'::text]))),
  constraint indicators_numerator_fkey FOREIGN KEY (numerator) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint indicators_pkey PRIMARY KEY (code),
  constraint numerator_has_factor CHECK (((numerator IS NULL) = (factor IS NULL)))
);

create table figures.measurements (
  code text not null,
  indicator text not null,
  area text not null,
  period text not null,
  base_period text,
  value numeric,
  unit text not null,
  kind text not null,
  qualifier text not null,
  printed text not null,
  leads boolean not null,
  leads_because text,
  note text,
  sources text[] not null,
  recorded_at timestamp with time zone not null default platform.moment(),
  withdrawn_on date,
  import uuid,
  constraint measurements_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint measurements_import_fkey FOREIGN KEY (import) REFERENCES figures.imports(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint measurements_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint measurements_kind_check CHECK ((kind = ANY (ARRAY['realisatie'::text, 'doel'::text, 'nulmeting'::text, 'verandering'::text]))),
  constraint measurements_pkey PRIMARY KEY (code),
  constraint measurements_qualifier_check CHECK ((qualifier = ANY (ARRAY['exact'::text, 'approx'::text, 'almost'::text, 'more_than'::text, 'less_than'::text, 'min'::text, 'max'::text])))
);

create table figures.themes (
  code text not null,
  name text not null,
  seq integer not null,
  withdrawn_on date,
  constraint themes_pkey PRIMARY KEY (code)
);

create table figures.unresolved_value_indicators (
  unresolved_value text not null,
  indicator text not null,
  seq integer not null,
  constraint unresolved_value_indicators_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint unresolved_value_indicators_pkey PRIMARY KEY (unresolved_value, indicator),
  constraint unresolved_value_indicators_unresolved_value_fkey FOREIGN KEY (unresolved_value) REFERENCES figures.unresolved_values(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

create table figures.unresolved_values (
  code text not null,
  printed text,
  value numeric,
  unit text,
  period text,
  base_period text,
  reason text not null,
  sources text[] not null,
  withdrawn_on date,
  constraint unresolved_values_pkey PRIMARY KEY (code)
);

create table governance.bodies (
  code text not null,
  name text not null,
  level text not null,
  kind text not null,
  legal_base text,
  members text[] not null default '{}'::text[],
  purpose text,
  times_a_year_min integer,
  times_a_year_max integer,
  frequency text,
  instance_count integer,
  chair text,
  valid_from date,
  valid_to date,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint bodies_check CHECK ((valid_to > valid_from)),
  constraint bodies_code_fkey FOREIGN KEY (code) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint bodies_level_check CHECK ((level = ANY (ARRAY['gemeente-basisteam'::text, 'district'::text, 'regio'::text, 'landelijk'::text]))),
  constraint bodies_pkey PRIMARY KEY (code)
);

create table governance.body_powers (
  code text not null,
  body text not null,
  power text not null,
  valid_from date,
  valid_to date,
  explanation text,
  sources text[] not null,
  withdrawn_on date,
  constraint body_powers_body_fkey FOREIGN KEY (body) REFERENCES governance.bodies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint body_powers_check CHECK ((valid_to > valid_from)),
  constraint body_powers_pkey PRIMARY KEY (code),
  constraint body_powers_power_check CHECK ((power = ANY (ARRAY['besluiten'::text, 'voorbereiden'::text, 'adviseren'::text, 'vaststellen'::text, 'afstemmen'::text, 'sturen'::text])))
);

create table governance.body_topics (
  code text not null,
  level text not null,
  stream text not null,
  seq integer not null,
  topic text not null,
  valid_from date,
  valid_to date,
  sources text[] not null,
  withdrawn_on date,
  constraint body_topics_check CHECK ((valid_to > valid_from)),
  constraint body_topics_level_check CHECK ((level = ANY (ARRAY['gemeente-basisteam'::text, 'district'::text, 'regio'::text, 'landelijk'::text]))),
  constraint body_topics_pkey PRIMARY KEY (code),
  constraint body_topics_stream_check CHECK ((stream = ANY (ARRAY['onveiligheidsaanpak'::text, 'politie-eenheid'::text])))
);

create table governance.principles (
  code text not null,
  principle_set text not null,
  seq integer not null,
  title text not null,
  body text not null,
  sources text[] not null,
  withdrawn_on date,
  constraint principles_pkey PRIMARY KEY (code)
);

create table governance.working_group_seats (
  code text not null,
  working_group text not null,
  seat integer not null,
  ground text not null,
  role text not null,
  seat_count integer not null,
  district text,
  municipality text,
  organisation text,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint working_group_seats_district_fkey FOREIGN KEY (district) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint working_group_seats_ground_check CHECK ((ground = ANY (ARRAY['vereist'::text, 'werkelijk'::text]))),
  constraint working_group_seats_municipality_fkey FOREIGN KEY (municipality) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint working_group_seats_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint working_group_seats_pkey PRIMARY KEY (code),
  constraint working_group_seats_working_group_fkey FOREIGN KEY (working_group) REFERENCES governance.working_groups(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table governance.working_groups (
  code text not null,
  name text not null,
  kind text not null,
  priority text,
  valid_from date,
  valid_to date,
  composition text,
  also_acts_as text,
  reports_to text,
  sources text[] not null,
  withdrawn_on date,
  constraint working_groups_check CHECK ((valid_to > valid_from)),
  constraint working_groups_code_fkey FOREIGN KEY (code) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint working_groups_kind_check CHECK ((kind = ANY (ARRAY['taskforce'::text, 'bestuurlijke werkgroep'::text, 'ambtelijke werkgroep'::text]))),
  constraint working_groups_pkey PRIMARY KEY (code),
  constraint working_groups_priority_fkey FOREIGN KEY (priority) REFERENCES strategy.priorities(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint working_groups_reports_to_fkey FOREIGN KEY (reports_to) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table identity.audit_log (
  id uuid not null default gen_random_uuid(),
  at timestamp with time zone not null,
  person uuid,
  acted_as text not null,
  event text not null,
  object text,
  outcome text not null,
  request text not null,
  constraint audit_log_outcome_check CHECK ((outcome = ANY (ARRAY['gelukt'::text, 'geweigerd'::text]))),
  constraint audit_log_pkey PRIMARY KEY (id)
);

create table identity.example_post_areas (
  example_post text not null,
  area text not null,
  seq integer not null,
  constraint example_post_areas_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint example_post_areas_example_post_fkey FOREIGN KEY (example_post) REFERENCES identity.example_posts(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint example_post_areas_pkey PRIMARY KEY (example_post, area)
);

create table identity.example_posts (
  code text not null,
  person text not null,
  title text not null,
  organisation text not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  withdrawn_on date,
  constraint example_posts_check CHECK ((valid_to > valid_from)),
  constraint example_posts_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint example_posts_pkey PRIMARY KEY (code),
  constraint example_posts_role_check CHECK ((role = ANY (ARRAY['lezer'::text, 'adviseur'::text, 'bestuurder'::text, 'analist'::text, 'programmamanager'::text, 'functioneel-beheerder'::text])))
);

create table identity.organisations (
  code text not null,
  name text not null,
  kind text not null,
  cbs_code text,
  tooi_uri text,
  valid_from date,
  valid_to date,
  successor text,
  note text,
  sources text[] not null,
  withdrawn_on date,
  stands_for text,
  constraint organisations_check CHECK ((valid_to > valid_from)),
  constraint organisations_code_fkey FOREIGN KEY (code) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['gemeente'::text, 'om'::text, 'politie'::text, 'riec'::text, 'zvh'::text, 'bureau'::text, 'belastingdienst'::text, 'provincie'::text, 'pvo'::text, 'overig'::text]))),
  constraint organisations_pkey PRIMARY KEY (code),
  constraint organisations_stands_for_check CHECK ((stands_for = 'alle gemeenten'::text)),
  constraint organisations_successor_fkey FOREIGN KEY (successor) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table identity.parties (
  code text not null,
  kind text not null,
  name text not null,
  constraint parties_kind_check CHECK ((kind = ANY (ARRAY['organisatie'::text, 'gremium'::text, 'werkgroep'::text]))),
  constraint parties_pkey PRIMARY KEY (code)
);

create table identity.people (
  id uuid not null default gen_random_uuid(),
  name text not null,
  email text not null,
  is_example boolean not null default false,
  created_at timestamp with time zone not null default platform.moment(),
  constraint people_pkey PRIMARY KEY (id)
);

create table identity.person_logins (
  provider text not null,
  subject text not null,
  person uuid not null,
  first_used_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  constraint person_logins_person_fkey FOREIGN KEY (person) REFERENCES identity.people(id) ON DELETE CASCADE,
  constraint person_logins_pkey PRIMARY KEY (provider, subject),
  constraint person_logins_provider_person_key UNIQUE (provider, person)
);

create table identity.post_areas (
  post uuid not null,
  area text not null,
  constraint post_areas_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint post_areas_pkey PRIMARY KEY (post, area),
  constraint post_areas_post_fkey FOREIGN KEY (post) REFERENCES identity.posts(id) ON DELETE CASCADE
);

create table identity.posts (
  id uuid not null default gen_random_uuid(),
  person uuid not null,
  organisation text not null,
  title text not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  constraint posts_check CHECK ((valid_to > valid_from)),
  constraint posts_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint posts_person_fkey FOREIGN KEY (person) REFERENCES identity.people(id) ON DELETE CASCADE,
  constraint posts_pkey PRIMARY KEY (id),
  constraint posts_role_check CHECK ((role = ANY (ARRAY['lezer'::text, 'adviseur'::text, 'bestuurder'::text, 'analist'::text, 'programmamanager'::text, 'functioneel-beheerder'::text])))
);

create table identity.provider_visits (
  browser_hash text not null,
  provider text not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  returns_to text not null,
  expires_at timestamp with time zone not null,
  constraint provider_visits_browser_hash_check CHECK ((browser_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint provider_visits_pkey PRIMARY KEY (browser_hash)
);

create table identity.sessions (
  id_hash text not null,
  person uuid not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  way text not null,
  id uuid not null default gen_random_uuid(),
  constraint sessions_id_hash_check CHECK ((id_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint sessions_id_key UNIQUE (id),
  constraint sessions_person_fkey FOREIGN KEY (person) REFERENCES identity.people(id) ON DELETE CASCADE,
  constraint sessions_pkey PRIMARY KEY (id_hash),
  constraint sessions_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'oidc'::text, 'voorbeeld'::text])))
);

create table identity.sign_in_links (
  token_hash text not null,
  person uuid not null,
  requested_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_links_person_fkey FOREIGN KEY (person) REFERENCES identity.people(id) ON DELETE CASCADE,
  constraint sign_in_links_pkey PRIMARY KEY (token_hash),
  constraint sign_in_links_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
);

create table identity.sign_in_requests (
  id uuid not null default gen_random_uuid(),
  way text not null,
  address_hash text,
  sender_hash text,
  requested_at timestamp with time zone not null,
  constraint sign_in_requests_pkey PRIMARY KEY (id),
  constraint sign_in_requests_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'oidc'::text])))
);

create table learning.event_places (
  event text not null,
  place text not null,
  constraint event_places_event_fkey FOREIGN KEY (event) REFERENCES learning.events(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint event_places_pkey PRIMARY KEY (event)
);

create table learning.events (
  code text not null,
  title text not null,
  kind text not null,
  theme text,
  held_on text,
  held_on_precision text not null,
  attendance integer,
  organiser text,
  audience text,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint events_held_on_precision_check CHECK ((held_on_precision = ANY (ARRAY['dag'::text, 'maand'::text, 'kwartaal'::text, 'halfjaar'::text, 'jaar'::text, 'terugkerend'::text]))),
  constraint events_pkey PRIMARY KEY (code)
);

create table learning.knowledge_item_users (
  knowledge_item text not null,
  used_by text not null,
  seq integer not null,
  constraint knowledge_item_users_knowledge_item_fkey FOREIGN KEY (knowledge_item) REFERENCES learning.knowledge_items(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint knowledge_item_users_pkey PRIMARY KEY (knowledge_item, used_by)
);

create table learning.knowledge_items (
  code text not null,
  title text not null,
  kind text not null,
  theme text,
  target_group text,
  year text,
  state text not null,
  sources text[] not null,
  withdrawn_on date,
  constraint knowledge_items_pkey PRIMARY KEY (code),
  constraint knowledge_items_state_check CHECK ((state = ANY (ARRAY['in gebruik'::text, 'afgerond'::text, 'gepland'::text, 'proef'::text, 'voorbeeld'::text])))
);

create table learning.terms (
  code text not null,
  term text not null,
  kind text not null,
  expansion text,
  explanation text,
  explanation_en text,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint terms_pkey PRIMARY KEY (code)
);

create table mail.outbox (
  id uuid not null default gen_random_uuid(),
  recipient text not null,
  subject text not null,
  body text,
  is_example boolean not null,
  state text not null,
  put_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  attempts integer not null default 0,
  try_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  stops_at text,
  constraint outbox_check CHECK ((is_example = (state = 'voorbeeld'::text))),
  constraint outbox_check1 CHECK (((body IS NULL) = (state = ANY (ARRAY['verstuurd'::text, 'opgegeven'::text, 'verlopen'::text])))),
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['wacht'::text, 'verstuurd'::text, 'opgegeven'::text, 'verlopen'::text, 'voorbeeld'::text]))),
  constraint outbox_stops_at_check CHECK ((stops_at ~~ 'http%'::text))
);

create table money.budget_lines (
  code text not null,
  bureau text not null,
  year integer not null,
  status text not null,
  direction text not null,
  block text,
  line text not null,
  amount numeric(14,2),
  fte numeric(8,2),
  stream text,
  printed text,
  readable text not null,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint budget_lines_bureau_fkey FOREIGN KEY (bureau) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint budget_lines_pkey PRIMARY KEY (code),
  constraint budget_lines_readable_check CHECK ((readable = ANY (ARRAY['ja'::text, 'nee'::text, 'deels'::text]))),
  constraint budget_lines_status_check CHECK ((status = ANY (ARRAY['begroting'::text, 'realisatie'::text])))
);

create table platform.migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table platform.pack_rows (
  file text not null,
  code text not null,
  cells jsonb not null,
  constraint pack_rows_pkey PRIMARY KEY (file, code)
);

create table platform.packs (
  code text not null,
  version text not null,
  name text not null,
  coalition text not null,
  is_example boolean not null,
  loaded_at timestamp with time zone not null,
  publication jsonb not null default '{}'::jsonb,
  constraint packs_pkey PRIMARY KEY (code)
);

create table publications.contexts (
  id uuid not null default gen_random_uuid(),
  report text not null,
  version integer not null,
  text text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint contexts_pkey PRIMARY KEY (id),
  constraint contexts_report_fkey FOREIGN KEY (report) REFERENCES publications.reports(code) ON DELETE RESTRICT,
  constraint contexts_report_version_key UNIQUE (report, version),
  constraint contexts_text_check CHECK ((length(text) <= 20000)),
  constraint contexts_version_check CHECK ((version > 0))
);

create table publications.files (
  report text not null,
  format text not null,
  content bytea not null,
  hash text not null,
  constraint files_check CHECK ((hash = encode(sha256(content), 'hex'::text))),
  constraint files_format_check CHECK ((format = ANY (ARRAY['html'::text, 'pdf'::text, 'xlsx'::text, 'docx'::text, 'json'::text]))),
  constraint files_pkey PRIMARY KEY (report, format),
  constraint files_report_fkey FOREIGN KEY (report) REFERENCES publications.reports(code) ON DELETE RESTRICT
);

create table publications.reports (
  code text not null,
  area text not null,
  period text not null,
  version integer not null,
  release integer not null,
  is_example boolean not null,
  known_on date not null,
  model text not null,
  made_at timestamp with time zone not null default platform.moment(),
  constraint reports_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT,
  constraint reports_area_period_version_key UNIQUE (area, period, version),
  constraint reports_period_check CHECK ((period ~ '^\d{4}(-H[12])?$'::text)),
  constraint reports_pkey PRIMARY KEY (code),
  constraint reports_version_check CHECK ((version > 0))
);

create table publications.run_areas (
  run uuid not null,
  area text not null,
  seq integer not null,
  report text,
  made_at timestamp with time zone,
  constraint run_areas_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT,
  constraint run_areas_check CHECK (((report IS NULL) = (made_at IS NULL))),
  constraint run_areas_pkey PRIMARY KEY (run, area),
  constraint run_areas_report_fkey FOREIGN KEY (report) REFERENCES publications.reports(code) ON DELETE RESTRICT,
  constraint run_areas_run_fkey FOREIGN KEY (run) REFERENCES publications.runs(id) ON DELETE CASCADE
);

create table publications.runs (
  id uuid not null default gen_random_uuid(),
  period text not null,
  asked_at timestamp with time zone not null default platform.moment(),
  acted_as text not null,
  state text not null default 'wacht'::text,
  stopped_because text,
  release integer,
  finished_at timestamp with time zone,
  constraint runs_check CHECK (((state = 'afgebroken'::text) = (stopped_because IS NOT NULL))),
  constraint runs_period_check CHECK ((period ~ '^\d{4}(-H[12])?$'::text)),
  constraint runs_pkey PRIMARY KEY (id),
  constraint runs_state_check CHECK ((state = ANY (ARRAY['wacht'::text, 'bezig'::text, 'klaar'::text, 'afgebroken'::text])))
);

create table publications.signatures (
  report text not null,
  context uuid,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint signatures_context_fkey FOREIGN KEY (context) REFERENCES publications.contexts(id) ON DELETE RESTRICT,
  constraint signatures_pkey PRIMARY KEY (report),
  constraint signatures_report_fkey FOREIGN KEY (report) REFERENCES publications.reports(code) ON DELETE RESTRICT
);

create table search.entries (
  kind text not null,
  code text not null,
  title text not null,
  context text not null,
  body text not null,
  href text not null,
  prominence numeric(3,1) not null,
  is_public boolean not null,
  words tsvector not null default ((setweight(to_tsvector('search.dutch'::regconfig, title), 'A'::"char") || setweight(to_tsvector('search.dutch'::regconfig, context), 'C'::"char")) || setweight(to_tsvector('search.dutch'::regconfig, body), 'D'::"char")),
  plain_title text not null default search.plain(title),
  haystack text not null default search.haystack(code, title, ((context || ' '::text) || body)),
  constraint entries_pkey PRIMARY KEY (kind, code)
);

create table strategy.action_areas (
  action text not null,
  area text not null,
  seq integer not null,
  constraint action_areas_action_fkey FOREIGN KEY (action) REFERENCES strategy.actions(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint action_areas_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint action_areas_pkey PRIMARY KEY (action, area)
);

create table strategy.action_indicators (
  action text not null,
  indicator text not null,
  seq integer not null,
  constraint action_indicators_action_fkey FOREIGN KEY (action) REFERENCES strategy.actions(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint action_indicators_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint action_indicators_pkey PRIMARY KEY (action, indicator)
);

create table strategy.action_participants (
  action text not null,
  party text not null,
  seq integer not null,
  constraint action_participants_action_fkey FOREIGN KEY (action) REFERENCES strategy.actions(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint action_participants_party_fkey FOREIGN KEY (party) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint action_participants_pkey PRIMARY KEY (action, party)
);

create table strategy.actions (
  code text not null,
  plan text not null,
  programme text not null,
  project text,
  track text not null,
  title text not null,
  lead text not null,
  due text not null,
  target_value numeric,
  target_unit text,
  promise text,
  sources text[] not null,
  withdrawn_on date,
  constraint actions_lead_fkey FOREIGN KEY (lead) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint actions_pkey PRIMARY KEY (code),
  constraint actions_plan_fkey FOREIGN KEY (plan) REFERENCES strategy.plans(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint actions_programme_fkey FOREIGN KEY (programme) REFERENCES strategy.programmes(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint actions_promise_fkey FOREIGN KEY (promise) REFERENCES strategy.actions(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table strategy.focus_lines (
  code text not null,
  strategy text not null,
  priority text,
  kind text not null,
  seq integer not null,
  title text not null,
  sources text[] not null,
  withdrawn_on date,
  constraint focus_lines_pkey PRIMARY KEY (code),
  constraint focus_lines_priority_fkey FOREIGN KEY (priority) REFERENCES strategy.priorities(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint focus_lines_strategy_fkey FOREIGN KEY (strategy) REFERENCES strategy.strategies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table strategy.links (
  code text not null,
  from_kind text not null,
  from_code text not null,
  to_kind text not null,
  to_code text not null,
  ground text not null,
  reason text,
  sources text[] not null,
  withdrawn_on date,
  constraint links_check CHECK (((ground = 'bron'::text) OR (reason IS NOT NULL))),
  constraint links_from_kind_check CHECK ((from_kind = ANY (ARRAY['indicator'::text, 'prioriteit'::text, 'plan'::text, 'programma'::text, 'actie'::text, 'resultaat'::text]))),
  constraint links_ground_check CHECK ((ground = ANY (ARRAY['bron'::text, 'afgeleid'::text]))),
  constraint links_pkey PRIMARY KEY (code),
  constraint links_to_kind_check CHECK ((to_kind = ANY (ARRAY['indicator'::text, 'prioriteit'::text, 'plan'::text, 'programma'::text, 'actie'::text, 'resultaat'::text])))
);

create table strategy.matrix_cells (
  code text not null,
  district text not null,
  theme text not null,
  partner text not null,
  participates text not null,
  start_position text,
  ground text not null,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint matrix_cells_district_fkey FOREIGN KEY (district) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint matrix_cells_participates_check CHECK ((participates = ANY (ARRAY['ja'::text, 'nee'::text, 'onbekend'::text]))),
  constraint matrix_cells_pkey PRIMARY KEY (code)
);

create table strategy.plans (
  code text not null,
  title text not null,
  kind text not null,
  period_from integer,
  period_to integer,
  adopted_on date,
  adopted_by text,
  strategy text,
  document text,
  sources text[] not null,
  withdrawn_on date,
  constraint plans_adopted_by_fkey FOREIGN KEY (adopted_by) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint plans_document_fkey FOREIGN KEY (document) REFERENCES figures.documents(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint plans_kind_check CHECK ((kind = ANY (ARRAY['strategie'::text, 'jaarplan'::text, 'uitvoeringsplan'::text, 'meerjarenplan'::text, 'landelijk'::text]))),
  constraint plans_pkey PRIMARY KEY (code),
  constraint plans_strategy_fkey FOREIGN KEY (strategy) REFERENCES strategy.strategies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table strategy.priorities (
  code text not null,
  strategy text not null,
  seq integer not null,
  title text not null,
  kind text not null,
  goal text,
  lead_group text,
  sources text[] not null,
  withdrawn_on date,
  constraint priorities_kind_check CHECK ((kind = ANY (ARRAY['prioriteit'::text, 'ondersteunend'::text]))),
  constraint priorities_lead_group_fkey FOREIGN KEY (lead_group) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint priorities_pkey PRIMARY KEY (code),
  constraint priorities_strategy_fkey FOREIGN KEY (strategy) REFERENCES strategy.strategies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table strategy.priority_states (
  code text not null,
  priority text not null,
  state text not null,
  valid_from date not null,
  valid_to date,
  reason text,
  sources text[] not null,
  withdrawn_on date,
  constraint priority_states_check CHECK ((valid_to > valid_from)),
  constraint priority_states_pkey PRIMARY KEY (code),
  constraint priority_states_priority_fkey FOREIGN KEY (priority) REFERENCES strategy.priorities(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint priority_states_state_check CHECK ((state = ANY (ARRAY['actief'::text, 'volgend'::text, 'reactief'::text, 'overgedragen'::text, 'afgesloten'::text])))
);

create table strategy.programmes (
  code text not null,
  plan text not null,
  kind text not null,
  title text not null,
  priority text,
  lead text,
  sources text[] not null,
  withdrawn_on date,
  constraint programmes_lead_fkey FOREIGN KEY (lead) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint programmes_pkey PRIMARY KEY (code),
  constraint programmes_plan_fkey FOREIGN KEY (plan) REFERENCES strategy.plans(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint programmes_priority_fkey FOREIGN KEY (priority) REFERENCES strategy.priorities(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table strategy.result_areas (
  result text not null,
  area text not null,
  seq integer not null,
  constraint result_areas_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint result_areas_pkey PRIMARY KEY (result, area),
  constraint result_areas_result_fkey FOREIGN KEY (result) REFERENCES strategy.results(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);

create table strategy.results (
  code text not null,
  plan text not null,
  result_year integer not null,
  programme text not null,
  project text,
  title text not null,
  lead text not null,
  value numeric,
  unit text,
  indicator text,
  sources text[] not null,
  withdrawn_on date,
  constraint results_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint results_lead_fkey FOREIGN KEY (lead) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint results_pkey PRIMARY KEY (code),
  constraint results_plan_fkey FOREIGN KEY (plan) REFERENCES strategy.plans(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint results_programme_fkey FOREIGN KEY (programme) REFERENCES strategy.programmes(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table strategy.strategies (
  code text not null,
  title text not null,
  period_from integer not null,
  period_to integer not null,
  motto text,
  goal text,
  adopted_on date,
  adopted_by text,
  predecessor text,
  municipality_count integer,
  status_note text,
  sources text[] not null,
  withdrawn_on date,
  constraint strategies_adopted_by_fkey FOREIGN KEY (adopted_by) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint strategies_check CHECK ((period_to >= period_from)),
  constraint strategies_pkey PRIMARY KEY (code),
  constraint strategies_predecessor_fkey FOREIGN KEY (predecessor) REFERENCES strategy.strategies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table strategy.trends (
  code text not null,
  inventory text not null,
  seq integer not null,
  title text not null,
  sources text[] not null,
  withdrawn_on date,
  constraint trends_pkey PRIMARY KEY (code)
);

create table territory.areas (
  code text not null,
  name text not null,
  kind text not null,
  cbs_code text,
  tooi_uri text,
  valid_from date,
  valid_to date,
  other_names text[] not null default '{}'::text[],
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint areas_check CHECK ((valid_to > valid_from)),
  constraint areas_kind_check CHECK ((kind = ANY (ARRAY['land'::text, 'regio'::text, 'district'::text, 'gemeente'::text, 'wijk'::text, 'buurt'::text, 'basisteam'::text, 'provincie'::text, 'zvh-gebied'::text, 'veiligheidsregio'::text, 'politie-eenheid'::text, 'buiten-regio'::text]))),
  constraint areas_pkey PRIMARY KEY (code)
);

create table territory.boundaries (
  release integer not null,
  area text not null,
  path text not null,
  box integer[] not null,
  mark integer[] not null,
  constraint boundaries_box_check CHECK ((cardinality(box) = 4)),
  constraint boundaries_mark_check CHECK ((cardinality(mark) = 2)),
  constraint boundaries_path_check CHECK ((octet_length(path) <= 10240)),
  constraint boundaries_pkey PRIMARY KEY (release, area),
  constraint boundaries_release_fkey FOREIGN KEY (release) REFERENCES territory.boundary_releases(id) ON DELETE CASCADE
);

create table territory.boundary_releases (
  id integer not null,
  source text not null,
  title text not null,
  valid_from date not null,
  content_hash text not null,
  stored_at timestamp with time zone not null default platform.moment(),
  constraint boundary_releases_pkey PRIMARY KEY (id),
  constraint boundary_releases_source_valid_from_content_hash_key UNIQUE (source, valid_from, content_hash)
);

create table territory.changes (
  code text not null,
  kind text not null,
  from_area text not null,
  to_area text not null,
  effective_on date not null,
  state text not null,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint changes_from_area_fkey FOREIGN KEY (from_area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint changes_kind_check CHECK ((kind = ANY (ARRAY['samenvoeging'::text, 'overgang'::text]))),
  constraint changes_pkey PRIMARY KEY (code),
  constraint changes_state_check CHECK ((state = ANY (ARRAY['vastgesteld'::text, 'aangekondigd'::text]))),
  constraint changes_to_area_fkey FOREIGN KEY (to_area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table territory.memberships (
  code text not null,
  part text not null,
  whole text not null,
  division text not null,
  valid_from date,
  valid_to date,
  ground text,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint memberships_check CHECK ((valid_to > valid_from)),
  constraint memberships_check1 CHECK ((part <> whole)),
  constraint memberships_division_check CHECK ((division = ANY (ARRAY['bestuurlijk'::text, 'politie'::text, 'provincie'::text, 'zvh'::text, 'veiligheidsregio'::text]))),
  constraint memberships_part_fkey FOREIGN KEY (part) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint memberships_pkey PRIMARY KEY (code),
  constraint memberships_whole_fkey FOREIGN KEY (whole) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint one_whole_at_a_time EXCLUDE USING gist (part WITH =, division WITH =, daterange(valid_from, valid_to) WITH &&) WHERE ((withdrawn_on IS NULL)) DEFERRABLE INITIALLY DEFERRED
);

create table territory.organisation_areas (
  organisation text not null,
  area text not null,
  seq integer not null,
  constraint organisation_areas_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint organisation_areas_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint organisation_areas_pkey PRIMARY KEY (organisation, area)
);

create table territory.tiles (
  area text not null,
  map_column integer not null,
  map_row integer not null,
  short_name text not null,
  withdrawn_on date,
  constraint tiles_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint tiles_map_column_check CHECK (((map_column >= 1) AND (map_column <= 20))),
  constraint tiles_map_column_map_row_key UNIQUE (map_column, map_row) DEFERRABLE INITIALLY DEFERRED,
  constraint tiles_map_row_check CHECK (((map_row >= 1) AND (map_row <= 20))),
  constraint tiles_pkey PRIMARY KEY (area)
);

CREATE INDEX action_areas_area ON strategy.action_areas USING btree (area);
CREATE INDEX action_indicators_indicator ON strategy.action_indicators USING btree (indicator);
CREATE INDEX action_participants_party ON strategy.action_participants USING btree (party);
CREATE INDEX actions_lead ON strategy.actions USING btree (lead);
CREATE INDEX actions_plan ON strategy.actions USING btree (plan);
CREATE INDEX actions_programme ON strategy.actions USING btree (programme);
CREATE INDEX actions_promise ON strategy.actions USING btree (promise);
CREATE INDEX answers_import ON datacalls.answers USING btree (import);
CREATE INDEX answers_undoes ON datacalls.answers USING btree (undoes);
CREATE INDEX areas_kind ON territory.areas USING btree (kind);
CREATE INDEX audit_log_at ON identity.audit_log USING btree (at);
CREATE INDEX budget_lines_bureau ON money.budget_lines USING btree (bureau, year);
CREATE INDEX contradiction_measurements_measurement ON figures.contradiction_measurements USING btree (measurement);
CREATE INDEX counts_release ON crime.counts USING btree (release, month);
CREATE INDEX entries_haystack ON search.entries USING gin (haystack gin_trgm_ops);
CREATE INDEX entries_plain_title ON search.entries USING gin (plain_title gin_trgm_ops);
CREATE INDEX example_post_areas_area ON identity.example_post_areas USING btree (area);
CREATE INDEX imports_call ON datacalls.imports USING btree (call, holder);
CREATE INDEX imports_holder ON datacalls.imports USING btree (holder);
CREATE INDEX inhabitants_release ON crime.inhabitants USING btree (release);
CREATE INDEX knowledge_item_users_used_by ON learning.knowledge_item_users USING btree (used_by);
CREATE INDEX line_parts_part ON datacalls.line_parts USING btree (part);
CREATE INDEX lines_call ON datacalls.lines USING btree (call, seq);
CREATE INDEX lines_holder ON datacalls.lines USING btree (holder);
CREATE INDEX links_from ON strategy.links USING btree (from_kind, from_code);
CREATE INDEX links_to ON strategy.links USING btree (to_kind, to_code);
CREATE INDEX matrix_cells_partner ON strategy.matrix_cells USING btree (partner);
CREATE INDEX measurements_area ON figures.measurements USING btree (area);
CREATE INDEX measurements_import ON figures.measurements USING btree (import) WHERE (import IS NOT NULL);
CREATE INDEX measurements_indicator ON figures.measurements USING btree (indicator, area, period);
CREATE INDEX memberships_whole ON territory.memberships USING btree (whole, division);
CREATE INDEX notes_area ON crime.notes USING btree (area, type);
CREATE INDEX notes_type ON crime.notes USING btree (type);
CREATE INDEX organisation_areas_area ON territory.organisation_areas USING btree (area);
CREATE INDEX outbox_waiting ON mail.outbox USING btree (try_at) WHERE (state = 'wacht'::text);
CREATE INDEX person_logins_person ON identity.person_logins USING btree (person);
CREATE INDEX post_areas_area ON identity.post_areas USING btree (area);
CREATE INDEX posts_person ON identity.posts USING btree (person);
CREATE INDEX programmes_plan ON strategy.programmes USING btree (plan);
CREATE INDEX question_mails_release ON crime.question_mails USING btree (release);
CREATE INDEX questions_release ON crime.questions USING btree (release);
CREATE INDEX questions_type ON crime.questions USING btree (type);
CREATE INDEX release_areas_code ON crime.release_areas USING btree (code, release);
CREATE INDEX release_areas_municipality ON crime.release_areas USING btree (release, municipality);
CREATE INDEX result_areas_area ON strategy.result_areas USING btree (area);
CREATE INDEX results_indicator ON strategy.results USING btree (indicator);
CREATE INDEX results_plan ON strategy.results USING btree (plan);
CREATE INDEX results_programme ON strategy.results USING btree (programme);
CREATE INDEX run_areas_area ON publications.run_areas USING btree (area);
CREATE INDEX run_areas_report ON publications.run_areas USING btree (report);
CREATE INDEX sessions_person ON identity.sessions USING btree (person);
CREATE INDEX sign_in_links_person ON identity.sign_in_links USING btree (person);
CREATE INDEX sign_in_requests_address ON identity.sign_in_requests USING btree (address_hash, requested_at);
CREATE INDEX sign_in_requests_sender ON identity.sign_in_requests USING btree (sender_hash, requested_at);
CREATE INDEX signatures_context ON publications.signatures USING btree (context);
CREATE UNIQUE INDEX imports_file ON figures.imports USING btree (file_hash) WHERE (undone_at IS NULL);
CREATE UNIQUE INDEX one_load_at_a_time ON crime.releases USING btree (source_table) WHERE (state = 'bezig'::text);
CREATE UNIQUE INDEX one_open_order_a_table ON crime.load_orders USING btree (source_table) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX one_run_at_a_time ON publications.runs USING btree (period) WHERE (state = ANY (ARRAY['wacht'::text, 'bezig'::text]));
CREATE UNIQUE INDEX people_email ON identity.people USING btree (lower(email));
CREATE UNIQUE INDEX questions_once ON crime.questions USING btree (person, area, type) WHERE (stopped_at IS NULL);

CREATE OR REPLACE FUNCTION crime.explainer(asked text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person()
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     and (p.role = 'functioneel-beheerder' or p.role = 'adviseur' and exists (
       select from (
         select pa.area from identity.post_areas pa where pa.post = p.id
         union
         select oa.area from territory.organisation_areas oa where oa.organisation = p.organisation
            and not exists (select from identity.post_areas pa where pa.post = p.id)) as own (area)
        where own.area = asked or own.area in (select a.municipality from crime.release_areas a where a.code = asked)))
$function$
;
CREATE OR REPLACE FUNCTION crime.is_newest_version(asked uuid, asked_version integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select not exists (select from crime.notes n where n.note = asked and n.version > asked_version)
$function$
;
CREATE OR REPLACE FUNCTION crime.may_explain(asked text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select crime.explainer(asked) is not null
$function$
;
CREATE OR REPLACE FUNCTION crime.note_author()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (select from crime.notes n where n.note = new.note and n.area <> new.area) then
    raise exception 'an explanation stays with its area';
  end if;
  new.at := platform.moment();
  new.acted_as := crime.explainer(new.area);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION crime.question_asked(id_of uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select jsonb_build_object('area', q.area, 'type', q.type, 'isStopped', q.stopped_at is not null)
    from crime.questions q where q.id = id_of
$function$
;
CREATE OR REPLACE FUNCTION crime.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'explanations are added and never changed';
end $function$
;
CREATE OR REPLACE FUNCTION crime.stop_question(id_of uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update crime.questions set stopped_at = coalesce(stopped_at, platform.moment()) where id = id_of;
  return found;
end $function$
;
CREATE OR REPLACE FUNCTION crime.visible_releases()
 RETURNS integer[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(r.id), '{}') from crime.releases r
   where r.state = 'volledig'
     and (not r.is_example or not exists (select from crime.releases o where o.state = 'volledig' and not o.is_example))
$function$
;
CREATE OR REPLACE FUNCTION datacalls.followed_lines()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(array_agg(l.code), '{}') from datacalls.lines l join datacalls.calls c on c.code = l.call
   where l.holder = any ((select identity.current_organisations())::text[])
      or c.asked_by = any ((select identity.current_organisations('programmamanager'))::text[])
$function$
;
CREATE OR REPLACE FUNCTION datacalls.holder_of(asked text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select l.holder from datacalls.lines l where l.code = asked $function$
;
CREATE OR REPLACE FUNCTION datacalls.holder_of_answer(given uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select datacalls.holder_of(a.line) from datacalls.answers a where a.id = given $function$
;
CREATE OR REPLACE FUNCTION datacalls.note_author()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  of_holder text := case tg_table_name
    when 'answers' then datacalls.holder_of(to_jsonb(new) ->> 'line')
    when 'imports' then to_jsonb(new) ->> 'holder'
    else datacalls.holder_of_answer((to_jsonb(new) ->> 'answer')::uuid) end;
begin
  new.at := platform.moment();
  new.acted_as := datacalls.write_author(of_holder);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION datacalls.open_to_professionals(opened regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy professionals_read on %s for select to sv_visitor using ((select identity.is_professional()))', opened);
  execute format('grant select on %s to sv_visitor', opened);
end $function$
;
CREATE OR REPLACE FUNCTION datacalls.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'answers are added and never changed';
end $function$
;
CREATE OR REPLACE FUNCTION datacalls.write_author(new_holder text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and p.organisation = new_holder and p.role <> 'lezer'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION figures.give_way()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update figures.measurements m
     set leads = false, leads_because = 'Over hetzelfde kwam ' || new.code || ' uit een brondocument, en dat telt mee'
   where m.import is not null and m.leads and m.withdrawn_on is null
     and m.indicator = new.indicator and m.area = new.area and m.period = new.period
     and m.base_period is not distinct from new.base_period and m.kind = new.kind
     and not (m.qualifier = 'min' and new.qualifier = 'max' or m.qualifier = 'max' and new.qualifier = 'min');
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION figures.is_imported(document text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select exists (select from figures.imports i where i.document = is_imported.document and i.undone_at is null) $function$
;
CREATE OR REPLACE FUNCTION figures.known_on(of_sources text[])
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select min(d.known_on) from figures.documents d
   where d.code in (select split_part(s, ':', 1) from unnest(of_sources) s)
$function$
;
CREATE OR REPLACE FUNCTION figures.note_importer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  function_then text := (
    select string_agg(p.title || ', ' || o.name, '; ' order by p.title, o.name)
      from identity.posts p join identity.organisations o on o.code = p.organisation
     where p.person = identity.current_person() and p.role = 'functioneel-beheerder'
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to));
begin
  if tg_op = 'INSERT' then
    new.at := platform.moment();
    new.acted_as := function_then;
  else
    new.undone_at := platform.moment();
    new.undone_as := function_then;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION figures.note_recording()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.recorded_at := platform.moment();
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION figures.resting_on_import(undone uuid)
 RETURNS TABLE(what text, amount bigint)
 LANGUAGE sql
 STABLE
AS $function$
  with own as (select m.code from figures.measurements m where m.import = undone),
       file as (select i.document from figures.imports i where i.id = undone)
  select 'tegenspraak', count(*) from figures.contradiction_measurements where measurement in (select code from own) having count(*) > 0
  union all
  select 'uitvraag', count(*) from datacalls.lines where measurement in (select code from own) having count(*) > 0
  union all
  select 'plan', count(*) from strategy.plans where document in (select document from file) having count(*) > 0
  union all
  -- A later file repeats a number that leads here: without it none of the mentions would lead.
  select 'ingelezen getal', count(*) from figures.measurements later
    join figures.imports i on i.id = later.import and i.id <> undone and i.undone_at is null
   where later.withdrawn_on is null and not later.leads and later.value is not null
     and exists (select from figures.measurements m where m.import = undone and m.leads and m.indicator = later.indicator
       and m.area = later.area and m.period = later.period and m.base_period is not distinct from later.base_period
       and m.kind = later.kind)
  having count(*) > 0
$function$
;
CREATE OR REPLACE FUNCTION identity.administering_organisations()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct o.name from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.role = 'functioneel-beheerder'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
   order by o.name
$function$
;
CREATE OR REPLACE FUNCTION identity.answering_organisations()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct p.organisation), '{}') from identity.posts p
   where p.person = identity.current_person() and p.role <> 'lezer'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION identity.asks_too_often(in_way text, of_address text, of_sender text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  since timestamptz := platform.moment() - interval '1 hour';
  sender_limit integer := case in_way when 'mail' then 30 else 120 end;
begin
  -- One at a time per address, so that a hundred requests at once are counted as a hundred.
  perform pg_advisory_xact_lock(7403293, hashtext(coalesce(of_address, of_sender, '')));
  delete from identity.sign_in_requests where id = any (array(
    select r.id from identity.sign_in_requests r where r.requested_at <= since for update skip locked));
  if (select count(*) from identity.sign_in_requests r where r.address_hash = of_address) >= 5
     or (select count(*) from identity.sign_in_requests r where r.sender_hash = of_sender and r.way = in_way)
        >= sender_limit then
    return true;
  end if;
  insert into identity.sign_in_requests (way, address_hash, sender_hash, requested_at)
  values (in_way, of_address, of_sender, platform.moment());
  return false;
end $function$
;
CREATE OR REPLACE FUNCTION identity.begin_provider_visit(browser text, of_sender text, to_provider text, with_state text, with_nonce text, with_verifier text, back_to text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  moment timestamptz := platform.moment();
begin
  if identity.asks_too_often('oidc', null, of_sender) then return false; end if;
  delete from identity.provider_visits where browser_hash = any (array(
    select v.browser_hash from identity.provider_visits v where v.expires_at <= moment for update skip locked));
  insert into identity.provider_visits (browser_hash, provider, state, nonce, verifier, returns_to, expires_at)
  values (browser, to_provider, with_state, with_nonce, with_verifier, back_to, moment + interval '10 minutes');
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION identity.current_organisations(of_role text DEFAULT NULL::text)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct p.organisation), '{}') from identity.posts p
   where p.person = identity.current_person() and (of_role is null or p.role = of_role)
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION identity.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.person from identity.sessions s where s.id = identity.current_session()
$function$
;
CREATE OR REPLACE FUNCTION identity.current_roles()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct p.role), '{}') from identity.posts p
   where p.person = identity.current_person()
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION identity.current_session()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.id from identity.sessions s
   where s.id_hash = encode(sha256(convert_to(coalesce(current_setting('app.session_id', true), ''), 'UTF8')), 'hex')
     and identity.runs(s)
$function$
;
CREATE OR REPLACE FUNCTION identity.end_session(ended uuid, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  who uuid := identity.current_person();
  was_current boolean := ended = identity.current_session();
begin
  delete from identity.sessions where id = ended and person = who;
  if not found then return false; end if;
  perform identity.write_audit(who, case when was_current then 'uitgelogd' else 'andere sessie beëindigd' end, null, 'gelukt', in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION identity.example_people()
 RETURNS TABLE(id uuid, name text, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.id, p.name, p.email from identity.people p where p.is_example order by p.name, p.email
$function$
;
CREATE OR REPLACE FUNCTION identity.has_role(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select wanted = any (identity.current_roles())
$function$
;
CREATE OR REPLACE FUNCTION identity.is_professional()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select cardinality(identity.current_roles()) > 0
$function$
;
CREATE OR REPLACE FUNCTION identity.keep_session()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  update identity.sessions set last_seen_at = platform.moment() where id = identity.current_session()
$function$
;
CREATE OR REPLACE FUNCTION identity.link_address(link_hash text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.email from identity.sign_in_links l join identity.people p on p.id = l.person
   where l.token_hash = link_hash and l.expires_at > platform.moment()
$function$
;
CREATE OR REPLACE FUNCTION identity.note(what text, on_object text, in_request text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if identity.current_person() is null then raise exception 'an audit line needs a person'; end if;
  perform identity.write_audit(identity.current_person(), what, on_object, 'gelukt', in_request);
end $function$
;
CREATE OR REPLACE FUNCTION identity.open_session(of_person uuid, secret_hash text, in_way text, in_request text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  moment timestamptz := platform.moment();
  earlier uuid := identity.current_session();
begin
  delete from identity.sessions where id = earlier;
  delete from identity.sessions where id = any (array(
    select s.id from identity.sessions s where s.ends_at <= moment or s.last_seen_at <= moment - interval '2 hours'
       for update skip locked));
  insert into identity.sessions (id_hash, person, started_at, last_seen_at, ends_at, way)
  values (secret_hash, of_person, moment, moment, moment + interval '12 hours', in_way);
  perform identity.write_audit(of_person, 'ingelogd', in_way, 'gelukt', in_request);
end $function$
;
CREATE OR REPLACE FUNCTION identity.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit log only grows';
end $function$
;
CREATE OR REPLACE FUNCTION identity.request_link(address text, of_sender text, link_hash text, mail_subject text, mail_body text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  moment timestamptz := platform.moment();
  until timestamptz := moment + interval '15 minutes';
  known record;
begin
  if identity.asks_too_often('mail', encode(sha256(convert_to(lower(address), 'UTF8')), 'hex'), of_sender) then return false; end if;
  delete from identity.sign_in_links where token_hash = any (array(
    select l.token_hash from identity.sign_in_links l where l.expires_at <= moment for update skip locked));
  select p.id, p.email, p.is_example into known from identity.people p where lower(p.email) = lower(address);
  if known.id is not null then
    insert into identity.sign_in_links (token_hash, person, requested_at, expires_at)
    values (link_hash, known.id, moment, until);
    perform mail.put(known.email, mail_subject, mail_body, known.is_example, until);
    perform identity.write_audit(known.id, 'inloglink gevraagd', null, 'gelukt', in_request);
  end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION identity.runs(checked identity.sessions)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select checked.ends_at > platform.moment() and checked.last_seen_at > platform.moment() - interval '2 hours'
$function$
;
CREATE OR REPLACE FUNCTION identity.start_example_session(as_person uuid, secret_hash text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from identity.people p where p.id = as_person and p.is_example) then return false; end if;
  perform identity.open_session(as_person, secret_hash, 'voorbeeld', in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION identity.start_session_by_link(link_hash text, secret_hash text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  who uuid;
begin
  delete from identity.sign_in_links where token_hash = link_hash and expires_at > platform.moment() returning person into who;
  if who is null then return false; end if;
  delete from identity.sign_in_links where person = who;
  perform identity.open_session(who, secret_hash, 'mail', in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION identity.start_session_by_provider(at_provider text, of_subject text, verified_address text, of_organisations text[], secret_hash text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  who uuid;
  answer text := 'ingelogd';
begin
  select l.person into who from identity.person_logins l where l.provider = at_provider and l.subject = of_subject;
  if who is null then
    select p.id into who from identity.people p where lower(p.email) = lower(verified_address) and not p.is_example;
  end if;
  if who is null then
    answer := 'onbekend';
  elsif not exists (
    select from identity.posts p where p.person = who and p.organisation = any (of_organisations)
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)) then
    answer := 'geen-functie';
  else
    insert into identity.person_logins (provider, subject, person, first_used_at, last_used_at)
    values (at_provider, of_subject, who, platform.moment(), platform.moment()) on conflict do nothing;
    update identity.person_logins set last_used_at = platform.moment()
     where provider = at_provider and subject = of_subject and person = who;
    if not found then answer := 'ander-account'; end if;
  end if;
  if answer = 'ingelogd' then
    perform identity.open_session(who, secret_hash, 'oidc', in_request);
  else
    perform identity.write_audit(who, 'inloggen', 'oidc', 'geweigerd', in_request);
  end if;
  return answer;
end $function$
;
CREATE OR REPLACE FUNCTION identity.take_provider_visit(browser text, from_provider text)
 RETURNS TABLE(state text, nonce text, verifier text, returns_to text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  delete from identity.provider_visits v
   where v.browser_hash = browser and v.provider = from_provider and v.expires_at > platform.moment()
  returning v.state, v.nonce, v.verifier, v.returns_to
$function$
;
CREATE OR REPLACE FUNCTION identity.write_audit(of_person uuid, what text, on_object text, how text, in_request text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  insert into identity.audit_log (at, person, acted_as, event, object, outcome, request)
  select platform.moment(), of_person,
         coalesce((select string_agg(p.title || ', ' || o.name, '; ' order by p.title, o.name)
                     from identity.posts p join identity.organisations o on o.code = p.organisation
                    where p.person = of_person and p.valid_from <= platform.today()
                      and (p.valid_to is null or platform.today() < p.valid_to)),
                  case when of_person is null then 'niet ingelogd' else 'zonder functie' end),
         what, on_object, how, in_request
$function$
;
CREATE OR REPLACE FUNCTION mail.put(to_address text, mail_subject text, mail_body text, for_example boolean, until timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  insert into mail.outbox (recipient, subject, body, is_example, state, put_at, expires_at, try_at)
  values (to_address, mail_subject, mail_body, for_example, case when for_example then 'voorbeeld' else 'wacht' end,
          platform.moment(), until, platform.moment())
$function$
;
CREATE OR REPLACE FUNCTION platform.guard(guarded regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  -- FORCE binds the owner, its definer functions, the loader and data migrations; this lets them through.
  execute format('create policy keeper on %s to sv_owner using (true) with check (true)', guarded);
end $function$
;
CREATE OR REPLACE FUNCTION platform.moment()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $function$
;
CREATE OR REPLACE FUNCTION platform.open_to_all(opened regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy everyone_reads on %s for select to sv_visitor using (true)', opened);
  execute format('grant select on %s to sv_visitor', opened);
end $function$
;
CREATE OR REPLACE FUNCTION platform.today()
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$ select (platform.moment() at time zone 'Europe/Amsterdam')::date $function$
;
CREATE OR REPLACE FUNCTION publications.area_of(given text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select r.area from publications.reports r where r.code = given
$function$
;
CREATE OR REPLACE FUNCTION publications.area_of_signing(given text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select r.area from publications.reports r join publications.signatures s on s.report = r.code
   where r.code = given and s.at = platform.moment()
$function$
;
CREATE OR REPLACE FUNCTION publications.author_of(given text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind in ('gemeente', 'bureau')
   where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
     and given = any (publications.own_areas())
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     and (o.kind = 'bureau' or given in (
       select pa.area from identity.post_areas pa where pa.post = p.id
       union all
       select oa.area from territory.organisation_areas oa
        where oa.organisation = o.code and not exists (select from identity.post_areas pa where pa.post = p.id)))
$function$
;
CREATE OR REPLACE FUNCTION publications.is_public(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select publications.is_signed(given) and not exists (
    select from publications.reports r where r.code = given and r.is_example
       and exists (select from crime.releases o where o.state = 'volledig' and not o.is_example))
$function$
;
CREATE OR REPLACE FUNCTION publications.is_signed(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from publications.signatures s where s.report = given)
$function$
;
CREATE OR REPLACE FUNCTION publications.makes_reports()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select identity.has_role('functioneel-beheerder') or exists (
    select from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
     where p.person = identity.current_person() and p.role = 'programmamanager'
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to))
$function$
;
CREATE OR REPLACE FUNCTION publications.may_sign(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(publications.area_of(given) = any (publications.own_areas()), false) and not publications.is_signed(given)
$function$
;
CREATE OR REPLACE FUNCTION publications.note_asker()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.asked_at := platform.moment();
  new.acted_as := (select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person()
     and (p.role = 'functioneel-beheerder' or (p.role = 'programmamanager' and o.kind = 'bureau'))
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to));
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION publications.note_author()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.at := platform.moment();
  new.acted_as := publications.author_of(publications.area_of(new.report));
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION publications.own_areas()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with own as (
    select o.kind, a.area
      from identity.posts p join identity.organisations o on o.code = p.organisation
     cross join lateral (
       select pa.area from identity.post_areas pa where pa.post = p.id
       union all
       select oa.area from territory.organisation_areas oa
        where oa.organisation = p.organisation and not exists (select from identity.post_areas pa where pa.post = p.id)) a
     where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
       and o.kind in ('gemeente', 'bureau')
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
  )
  select coalesce(array_agg(distinct area), '{}') from (
    select area from own
    union all
    select w.code from own join territory.areas a on a.code = own.area and a.kind = 'regio'
     cross join lateral territory.within(own.area, 'bestuurlijk', platform.today()) as w (code)
      join territory.areas d on d.code = w.code and d.kind = 'district'
     where own.kind = 'bureau') found
$function$
;
CREATE OR REPLACE FUNCTION publications.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was signed or published never changes';
end $function$
;
CREATE OR REPLACE FUNCTION publications.refuse_change_of_signed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if publications.is_signed(old.code) then raise exception 'what was signed or published never changes'; end if;
  return case when tg_op = 'DELETE' then old else new end;
end $function$
;
CREATE OR REPLACE FUNCTION publications.works_on(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select publications.area_of(given) = any (publications.own_areas()) or publications.makes_reports()
$function$
;
CREATE OR REPLACE FUNCTION search.find(question text)
 RETURNS TABLE(kind text, code text, score real, is_close boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET "pg_trgm.word_similarity_threshold" TO '0.4'
 SET enable_seqscan TO 'off'
AS $function$
declare
  whole text := btrim(regexp_replace(search.plain(left(question, 200)), '\s+', ' ', 'g'));
  asked tsquery := replace(plainto_tsquery('search.dutch', left(question, 200))::text, '&', '|')::tsquery;
  exactly text;
  nearly text;
  ranked constant text := 'select e.kind, e.code, (e.prominence * (0.3 + 2 * ts_rank(e.words, $1))
      + case when e.plain_title = $2 then 3 when starts_with(e.plain_title, $2) then 1 else 0 end
      + case when lower(e.code) = $2 then 5 else 0 end
      + 0.8 * public.word_similarity($2, e.plain_title))::real, %L::boolean
    from search.entries e where e.is_public and (%s) order by 3 desc, e.code limit 2000';
  found_exactly bigint;
begin
  select string_agg(format('e.haystack like %L', n.pattern), ' and '),
         string_agg(case when length(n.word) < 4 then format('e.haystack like %L', n.pattern)
           else format('(e.haystack like %L or %L operator(public.<%%) e.plain_title)', n.pattern, n.word) end, ' and ')
    into exactly, nearly from search.needles(question) n;
  if exactly is null then return; end if;
  return query execute format(ranked, false, exactly) using asked, whole;
  get diagnostics found_exactly = row_count;
  if found_exactly < 3 then
    return query execute format(ranked, true, format('(%s) and not (%s)', nearly, exactly)) using asked, whole;
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION search.follow()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare told text[];
begin
  for told in select search.told(tg_argv[0]::regclass) loop
    execute search.upsert(format('(select t.* from %s t join changed c on c.code = t.%I)', tg_argv[0], tg_argv[1]), told);
  end loop;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION search.forget()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from search.entries e using gone r where e.kind = tg_argv[0] and e.code = r.code;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION search.haystack(code text, title text, other text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select concat(' ', array_to_string(tsvector_to_array(to_tsvector('search.dutch', title || ' ' || other)), ' '), ' ',
    regexp_replace(search.plain(code || ' ' || title), '[^a-z0-9.,]+', ' ', 'g'), ' ')
$function$
;
CREATE OR REPLACE FUNCTION search.keep()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  execute search.upsert('changed', tg_argv[0:6]::text[]);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION search.make_findable(target regclass, kind text, prominence numeric, href text, title text, context text DEFAULT ''''''::text, body text DEFAULT ''''''::text, only_if text DEFAULT 'true'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  args text[] := array[kind, prominence::text, href, title, context, body, only_if];
  listed text := (select string_agg(quote_literal(a), ', ') from unnest(args) a);
begin
  execute format('create trigger findable_insert after insert on %s referencing new table as changed
    for each statement execute function search.keep(%s)', target, listed);
  execute format('create trigger findable_update after update on %s referencing new table as changed
    for each statement execute function search.keep(%s)', target, listed);
  execute format('create trigger findable_delete after delete on %s referencing old table as gone
    for each statement execute function search.forget(%L)', target, kind);
  execute search.upsert(target::text, args);
end $function$
;
CREATE OR REPLACE FUNCTION search.make_follow(named regclass, target regclass, by text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create trigger %I after update on %s referencing new table as changed
    for each statement execute function search.follow(%L, %L)', 'followed_by_' || replace(target::text, '.', '_'), named, target, by);
end $function$
;
CREATE OR REPLACE FUNCTION search.needles(question text)
 RETURNS TABLE(word text, pattern text)
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with given as (
    select m[1] as word, n from regexp_matches(search.plain(left(question, 200)), '[0-9]+(?:[.,][0-9]+)+|[a-z0-9]+', 'g')
      with ordinality as f(m, n) limit 8
  ), stemmed as (
    select g.word, (ts_lexize('pg_catalog.dutch_stem', g.word))[1] as stem, g.n from given g
  )
  select s.word, case
      when s.stem is null or length(s.stem) < 4 then '% ' || coalesce(s.stem, s.word) || ' %'
      else '%' || s.stem || '%' end
    from stemmed s where s.stem is not null or not exists (select from stemmed o where o.stem is not null) order by s.n
$function$
;
CREATE OR REPLACE FUNCTION search.plain(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select lower(public.unaccent('public.unaccent'::regdictionary, given))
$function$
;
CREATE OR REPLACE FUNCTION search.refill()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare target regclass; told text[];
begin
  delete from search.entries;
  for target in select t.tgrelid from pg_trigger t
    where t.tgfoid = 'search.keep'::regproc and t.tgname = 'findable_insert' order by t.tgrelid::regclass::text loop
    for told in select search.told(target) loop
      execute search.upsert(target::text, told);
    end loop;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION search.suggestion(question text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET "pg_trgm.word_similarity_threshold" TO '0.4'
 SET enable_seqscan TO 'off'
AS $function$
declare
  one record;
  better text;
  words text[] := '{}';
  is_changed boolean := false;
begin
  for one in select n.word, n.pattern from search.needles(question) n loop
    better := null;
    if length(one.word) > 3 and not exists (select from search.entries e where e.is_public and e.haystack like one.pattern) then
      select v.word into better from (
        select distinct w as word from search.entries e, regexp_split_to_table(e.title, '[^[:alpha:]]+') w
         where e.is_public and one.word operator(public.<%) e.plain_title and length(w) > 3) v
       where public.similarity(one.word, search.plain(v.word)) >= 0.3
       order by public.similarity(one.word, search.plain(v.word)) desc, v.word = lower(v.word) desc, v.word limit 1;
      if better is null then return null; end if;
      is_changed := true;
    end if;
    words := words || coalesce(better, one.word);
  end loop;
  return case when is_changed then array_to_string(words, ' ') end;
end $function$
;
CREATE OR REPLACE FUNCTION search.told(target regclass)
 RETURNS SETOF text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select (string_to_array(encode(t.tgargs, 'escape'), '\000'))[1:7] from pg_trigger t
   where t.tgrelid = target and t.tgfoid = 'search.keep'::regproc and t.tgname = 'findable_insert'
$function$
;
CREATE OR REPLACE FUNCTION search.upsert(source text, args text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select format('with gone as (
      delete from search.entries e using %1$s r
       where e.kind = %2$L and e.code = r.code and (r.withdrawn_on is null and (%8$s)) is not true)
    insert into search.entries (kind, code, title, context, body, href, prominence, is_public)
    select %2$L, r.code, coalesce(%5$s, r.code), coalesce(%6$s, ''''), coalesce(%7$s, ''''), %4$s, %3$L, true
      from %1$s r where r.withdrawn_on is null and (%8$s)
    on conflict (kind, code) do update set title = excluded.title, context = excluded.context, body = excluded.body,
      href = excluded.href, prominence = excluded.prominence, is_public = excluded.is_public',
    source, args[1], args[2], args[3], args[4], args[5], args[6], args[7])
$function$
;
CREATE OR REPLACE FUNCTION territory.around(part_area text, in_division text, on_day date)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
AS $function$
  with recursive wholes as (
    select part_area as code
    union
    select m.whole from territory.memberships m join wholes w on m.part = w.code
     where m.division = in_division and m.withdrawn_on is null
       and (m.valid_from is null or m.valid_from <= on_day) and (m.valid_to is null or on_day < m.valid_to)
  ) select code from wholes
$function$
;
CREATE OR REPLACE FUNCTION territory.is_kind(area text, wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ select exists (select from territory.areas a where a.code = area and a.kind = wanted) $function$
;
CREATE OR REPLACE FUNCTION territory.now_part_of(former text, on_day date)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  with recursive went as (
    select former as code, 0 as step
    union all
    select c.to_area, w.step + 1 from territory.changes c join went w on c.from_area = w.code
     where c.withdrawn_on is null and c.state = 'vastgesteld' and c.effective_on <= on_day and w.step < 20
  ) select code from went order by step desc limit 1
$function$
;
CREATE OR REPLACE FUNCTION territory.within(whole_area text, in_division text, on_day date)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
AS $function$
  with recursive parts as (
    select whole_area as code
    union
    select m.part from territory.memberships m join parts p on m.whole = p.code
     where m.division = in_division and m.withdrawn_on is null
       and (m.valid_from is null or m.valid_from <= on_day) and (m.valid_to is null or on_day < m.valid_to)
  ) select code from parts
$function$
;
CREATE TRIGGER author BEFORE INSERT ON crime.notes FOR EACH ROW EXECUTE FUNCTION crime.note_author();
CREATE TRIGGER author BEFORE INSERT ON datacalls.answers FOR EACH ROW EXECUTE FUNCTION datacalls.note_author();
CREATE TRIGGER author BEFORE INSERT ON datacalls.imports FOR EACH ROW EXECUTE FUNCTION datacalls.note_author();
CREATE TRIGGER author BEFORE INSERT ON datacalls.signatures FOR EACH ROW EXECUTE FUNCTION datacalls.note_author();
CREATE TRIGGER author BEFORE INSERT ON publications.contexts FOR EACH ROW EXECUTE FUNCTION publications.note_author();
CREATE TRIGGER author BEFORE INSERT ON publications.runs FOR EACH ROW EXECUTE FUNCTION publications.note_asker();
CREATE TRIGGER author BEFORE INSERT ON publications.signatures FOR EACH ROW EXECUTE FUNCTION publications.note_author();
CREATE TRIGGER findable_delete AFTER DELETE ON capacity.formation_rows REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('formatie');
CREATE TRIGGER findable_delete AFTER DELETE ON figures.documents REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('document');
CREATE TRIGGER findable_delete AFTER DELETE ON figures.indicators REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('indicator');
CREATE TRIGGER findable_delete AFTER DELETE ON figures.measurements REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('meting');
CREATE TRIGGER findable_delete AFTER DELETE ON governance.bodies REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('gremium');
CREATE TRIGGER findable_delete AFTER DELETE ON governance.body_topics REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('onderwerp');
CREATE TRIGGER findable_delete AFTER DELETE ON governance.principles REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('beginsel');
CREATE TRIGGER findable_delete AFTER DELETE ON governance.working_groups REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('werkgroep');
CREATE TRIGGER findable_delete AFTER DELETE ON identity.organisations REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('organisatie');
CREATE TRIGGER findable_delete AFTER DELETE ON learning.events REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('bijeenkomst');
CREATE TRIGGER findable_delete AFTER DELETE ON learning.knowledge_items REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('kennis');
CREATE TRIGGER findable_delete AFTER DELETE ON learning.terms REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('begrip');
CREATE TRIGGER findable_delete AFTER DELETE ON money.budget_lines REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('begrotingsregel');
CREATE TRIGGER findable_delete AFTER DELETE ON strategy.actions REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('actie');
CREATE TRIGGER findable_delete AFTER DELETE ON strategy.focus_lines REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('focuslijn');
CREATE TRIGGER findable_delete AFTER DELETE ON strategy.plans REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('plan');
CREATE TRIGGER findable_delete AFTER DELETE ON strategy.priorities REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('prioriteit');
CREATE TRIGGER findable_delete AFTER DELETE ON strategy.programmes REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('programma');
CREATE TRIGGER findable_delete AFTER DELETE ON strategy.results REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('resultaat');
CREATE TRIGGER findable_delete AFTER DELETE ON strategy.strategies REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('strategie');
CREATE TRIGGER findable_delete AFTER DELETE ON territory.areas REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('gebied');
CREATE TRIGGER findable_insert AFTER INSERT ON capacity.formation_rows REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('formatie', '0.6', '''/formatie#'' || r.code', '(select o.name from identity.organisations o where o.code = r.organisation) || '': '' || r.total || '' fte''', 'concat(''formatie op '', r.as_of)', 'r.note', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON figures.documents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('document', '1.2', '''/documenten/'' || r.code', 'r.title', 'r.kind', '''''', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON figures.indicators REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('indicator', '1.6', '''/indicatoren/'' || r.code', 'r.title', 'r.unit', 'concat_ws(''. '', r.definition, r.caveats)', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON figures.measurements REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('meting', '0.5', '''/metingen/'' || r.code', '(select i.title from figures.indicators i where i.code = r.indicator) || '': '' || r.printed', 'concat_ws('', '', r.kind, r.period, (select a.name from territory.areas a where a.code = r.area))', 'r.note', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON governance.bodies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('gremium', '1.4', '''/gremia/'' || r.code', 'r.name', 'concat(r.kind, '', '', r.level)', 'concat_ws(''. '', r.purpose, nullif(array_to_string(r.members, '', ''), ''''))', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON governance.body_topics REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('onderwerp', '0.8', 'concat(''/gremia'', case when r.valid_to is not null then ''?geldigOp='' || (r.valid_to - 1) end, ''#'', r.code)', 'r.topic', 'concat(r.level, '', '', r.stream)', '''''', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON governance.principles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('beginsel', '1', '''/beginselen#'' || r.code', 'r.title', 'r.principle_set', 'r.body', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON governance.working_groups REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('werkgroep', '1.3', '''/werkgroepen/'' || r.code', 'r.name', 'r.kind', 'concat_ws(''. '', r.composition, r.also_acts_as)', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON identity.organisations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('organisatie', '1.4', '''/organisaties/'' || r.code', 'r.name', 'r.kind', 'r.note', 'r.kind <> ''gemeente''');
CREATE TRIGGER findable_insert AFTER INSERT ON learning.events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('bijeenkomst', '1', '''/bijeenkomsten/'' || r.code', 'r.title', 'concat_ws('', '', r.kind, r.held_on)', 'concat_ws(''. '', r.audience, r.note)', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON learning.knowledge_items REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('kennis', '1.1', '''/kennis/'' || r.code', 'r.title', 'concat_ws('', '', r.kind, r.year)', '''''', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON learning.terms REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('begrip', '1.4', '''/begrippen/'' || r.code', 'r.term', 'r.kind', 'concat_ws(''. '', r.expansion, r.explanation)', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON money.budget_lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('begrotingsregel', '0.6', 'concat(''/begroting/'', r.bureau, ''-'', r.year, ''#'', r.code)', 'r.line', 'concat_ws('' '', (select o.name from identity.organisations o where o.code = r.bureau), r.year)', 'concat_ws(''. '', r.printed, r.note)', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON strategy.actions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('actie', '1', '''/acties/'' || r.code', 'r.title', '(select p.title from strategy.plans p where p.code = r.plan)', 'r.project', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON strategy.focus_lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('focuslijn', '1.2', '''/focuslijnen/'' || r.code', 'r.title', '(select s.title from strategy.strategies s where s.code = r.strategy)', '''''', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON strategy.plans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('plan', '1.5', '''/plannen/'' || r.code', 'r.title', 'r.kind', '''''', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON strategy.priorities REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('prioriteit', '1.8', '''/prioriteiten/'' || r.code', 'r.title', '(select s.title from strategy.strategies s where s.code = r.strategy)', 'r.goal', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON strategy.programmes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('programma', '1.2', '''/programmas/'' || r.code', 'r.title', '(select p.title from strategy.plans p where p.code = r.plan)', '''''', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON strategy.results REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('resultaat', '1', '''/resultaten/'' || r.code', 'r.title', 'concat(''resultaat over '', r.result_year)', 'r.project', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON strategy.strategies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('strategie', '1.8', '''/strategieen/'' || r.code', 'r.title', 'concat(r.period_from, '' tot en met '', r.period_to)', 'concat_ws(''. '', r.motto, r.goal)', 'true');
CREATE TRIGGER findable_insert AFTER INSERT ON territory.areas REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('gebied', '2', 'case r.kind when ''gemeente'' then ''/gemeenten/'' || r.code
  when ''district'' then ''/districten/'' || r.code when ''regio'' then ''/'' else ''/gebieden/'' || r.code end', 'r.name', 'r.kind', 'concat_ws(''. '', nullif(array_to_string(r.other_names, '', ''), ''''), r.note)', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON capacity.formation_rows REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('formatie', '0.6', '''/formatie#'' || r.code', '(select o.name from identity.organisations o where o.code = r.organisation) || '': '' || r.total || '' fte''', 'concat(''formatie op '', r.as_of)', 'r.note', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON figures.documents REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('document', '1.2', '''/documenten/'' || r.code', 'r.title', 'r.kind', '''''', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON figures.indicators REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('indicator', '1.6', '''/indicatoren/'' || r.code', 'r.title', 'r.unit', 'concat_ws(''. '', r.definition, r.caveats)', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON figures.measurements REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('meting', '0.5', '''/metingen/'' || r.code', '(select i.title from figures.indicators i where i.code = r.indicator) || '': '' || r.printed', 'concat_ws('', '', r.kind, r.period, (select a.name from territory.areas a where a.code = r.area))', 'r.note', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON governance.bodies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('gremium', '1.4', '''/gremia/'' || r.code', 'r.name', 'concat(r.kind, '', '', r.level)', 'concat_ws(''. '', r.purpose, nullif(array_to_string(r.members, '', ''), ''''))', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON governance.body_topics REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('onderwerp', '0.8', 'concat(''/gremia'', case when r.valid_to is not null then ''?geldigOp='' || (r.valid_to - 1) end, ''#'', r.code)', 'r.topic', 'concat(r.level, '', '', r.stream)', '''''', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON governance.principles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('beginsel', '1', '''/beginselen#'' || r.code', 'r.title', 'r.principle_set', 'r.body', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON governance.working_groups REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('werkgroep', '1.3', '''/werkgroepen/'' || r.code', 'r.name', 'r.kind', 'concat_ws(''. '', r.composition, r.also_acts_as)', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON identity.organisations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('organisatie', '1.4', '''/organisaties/'' || r.code', 'r.name', 'r.kind', 'r.note', 'r.kind <> ''gemeente''');
CREATE TRIGGER findable_update AFTER UPDATE ON learning.events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('bijeenkomst', '1', '''/bijeenkomsten/'' || r.code', 'r.title', 'concat_ws('', '', r.kind, r.held_on)', 'concat_ws(''. '', r.audience, r.note)', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON learning.knowledge_items REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('kennis', '1.1', '''/kennis/'' || r.code', 'r.title', 'concat_ws('', '', r.kind, r.year)', '''''', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON learning.terms REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('begrip', '1.4', '''/begrippen/'' || r.code', 'r.term', 'r.kind', 'concat_ws(''. '', r.expansion, r.explanation)', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON money.budget_lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('begrotingsregel', '0.6', 'concat(''/begroting/'', r.bureau, ''-'', r.year, ''#'', r.code)', 'r.line', 'concat_ws('' '', (select o.name from identity.organisations o where o.code = r.bureau), r.year)', 'concat_ws(''. '', r.printed, r.note)', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON strategy.actions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('actie', '1', '''/acties/'' || r.code', 'r.title', '(select p.title from strategy.plans p where p.code = r.plan)', 'r.project', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON strategy.focus_lines REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('focuslijn', '1.2', '''/focuslijnen/'' || r.code', 'r.title', '(select s.title from strategy.strategies s where s.code = r.strategy)', '''''', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON strategy.plans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('plan', '1.5', '''/plannen/'' || r.code', 'r.title', 'r.kind', '''''', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON strategy.priorities REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('prioriteit', '1.8', '''/prioriteiten/'' || r.code', 'r.title', '(select s.title from strategy.strategies s where s.code = r.strategy)', 'r.goal', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON strategy.programmes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('programma', '1.2', '''/programmas/'' || r.code', 'r.title', '(select p.title from strategy.plans p where p.code = r.plan)', '''''', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON strategy.results REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('resultaat', '1', '''/resultaten/'' || r.code', 'r.title', 'concat(''resultaat over '', r.result_year)', 'r.project', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON strategy.strategies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('strategie', '1.8', '''/strategieen/'' || r.code', 'r.title', 'concat(r.period_from, '' tot en met '', r.period_to)', 'concat_ws(''. '', r.motto, r.goal)', 'true');
CREATE TRIGGER findable_update AFTER UPDATE ON territory.areas REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('gebied', '2', 'case r.kind when ''gemeente'' then ''/gemeenten/'' || r.code
  when ''district'' then ''/districten/'' || r.code when ''regio'' then ''/'' else ''/gebieden/'' || r.code end', 'r.name', 'r.kind', 'concat_ws(''. '', nullif(array_to_string(r.other_names, '', ''), ''''), r.note)', 'true');
CREATE TRIGGER followed_by_capacity_formation_rows AFTER UPDATE ON identity.organisations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('capacity.formation_rows', 'organisation');
CREATE TRIGGER followed_by_figures_measurements AFTER UPDATE ON figures.indicators REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('figures.measurements', 'indicator');
CREATE TRIGGER followed_by_figures_measurements AFTER UPDATE ON territory.areas REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('figures.measurements', 'area');
CREATE TRIGGER followed_by_money_budget_lines AFTER UPDATE ON identity.organisations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('money.budget_lines', 'bureau');
CREATE TRIGGER followed_by_strategy_actions AFTER UPDATE ON strategy.plans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('strategy.actions', 'plan');
CREATE TRIGGER followed_by_strategy_focus_lines AFTER UPDATE ON strategy.strategies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('strategy.focus_lines', 'strategy');
CREATE TRIGGER followed_by_strategy_priorities AFTER UPDATE ON strategy.strategies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('strategy.priorities', 'strategy');
CREATE TRIGGER followed_by_strategy_programmes AFTER UPDATE ON strategy.plans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('strategy.programmes', 'plan');
CREATE TRIGGER importer BEFORE INSERT OR UPDATE ON figures.imports FOR EACH ROW EXECUTE FUNCTION figures.note_importer();
CREATE TRIGGER imports_give_way AFTER INSERT OR UPDATE ON figures.measurements FOR EACH ROW WHEN (((new.import IS NULL) AND new.leads AND (new.withdrawn_on IS NULL))) EXECUTE FUNCTION figures.give_way();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON identity.audit_log FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON crime.notes FOR EACH ROW EXECUTE FUNCTION crime.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON datacalls.answers FOR EACH ROW EXECUTE FUNCTION datacalls.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON datacalls.imports FOR EACH ROW EXECUTE FUNCTION datacalls.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON datacalls.signatures FOR EACH ROW EXECUTE FUNCTION datacalls.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON identity.audit_log FOR EACH ROW EXECUTE FUNCTION identity.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.contexts FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.files FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.signatures FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER recorded BEFORE UPDATE OF value, unit, qualifier, printed ON figures.measurements FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION figures.note_recording();
CREATE TRIGGER stays_as_signed BEFORE DELETE OR UPDATE ON publications.reports FOR EACH ROW EXECUTE FUNCTION publications.refuse_change_of_signed();

alter table capacity.formation_rows enable row level security, force row level security;
alter table crime.counts enable row level security, force row level security;
alter table crime.differences enable row level security, force row level security;
alter table crime.example_sizes enable row level security, force row level security;
alter table crime.inhabitants enable row level security, force row level security;
alter table crime.load_orders enable row level security, force row level security;
alter table crime.notes enable row level security, force row level security;
alter table crime.population_releases enable row level security, force row level security;
alter table crime.question_mails enable row level security, force row level security;
alter table crime.questions enable row level security, force row level security;
alter table crime.release_areas enable row level security, force row level security;
alter table crime.release_parts enable row level security, force row level security;
alter table crime.releases enable row level security, force row level security;
alter table crime.source_checks enable row level security, force row level security;
alter table crime.type_indicators enable row level security, force row level security;
alter table crime.types enable row level security, force row level security;
alter table datacalls.answers enable row level security, force row level security;
alter table datacalls.calls enable row level security, force row level security;
alter table datacalls.imports enable row level security, force row level security;
alter table datacalls.line_parts enable row level security, force row level security;
alter table datacalls.lines enable row level security, force row level security;
alter table datacalls.signatures enable row level security, force row level security;
alter table figures.contradiction_measurements enable row level security, force row level security;
alter table figures.contradictions enable row level security, force row level security;
alter table figures.documents enable row level security, force row level security;
alter table figures.imports enable row level security, force row level security;
alter table figures.indicator_parts enable row level security, force row level security;
alter table figures.indicators enable row level security, force row level security;
alter table figures.measurements enable row level security, force row level security;
alter table figures.themes enable row level security, force row level security;
alter table figures.unresolved_value_indicators enable row level security, force row level security;
alter table figures.unresolved_values enable row level security, force row level security;
alter table governance.bodies enable row level security, force row level security;
alter table governance.body_powers enable row level security, force row level security;
alter table governance.body_topics enable row level security, force row level security;
alter table governance.principles enable row level security, force row level security;
alter table governance.working_group_seats enable row level security, force row level security;
alter table governance.working_groups enable row level security, force row level security;
alter table identity.audit_log enable row level security, force row level security;
alter table identity.example_post_areas enable row level security, force row level security;
alter table identity.example_posts enable row level security, force row level security;
alter table identity.organisations enable row level security, force row level security;
alter table identity.parties enable row level security, force row level security;
alter table identity.people enable row level security, force row level security;
alter table identity.person_logins enable row level security, force row level security;
alter table identity.post_areas enable row level security, force row level security;
alter table identity.posts enable row level security, force row level security;
alter table identity.provider_visits enable row level security, force row level security;
alter table identity.sessions enable row level security, force row level security;
alter table identity.sign_in_links enable row level security, force row level security;
alter table identity.sign_in_requests enable row level security, force row level security;
alter table learning.event_places enable row level security, force row level security;
alter table learning.events enable row level security, force row level security;
alter table learning.knowledge_item_users enable row level security, force row level security;
alter table learning.knowledge_items enable row level security, force row level security;
alter table learning.terms enable row level security, force row level security;
alter table mail.outbox enable row level security, force row level security;
alter table money.budget_lines enable row level security, force row level security;
alter table platform.migrations enable row level security, force row level security;
alter table platform.pack_rows enable row level security, force row level security;
alter table platform.packs enable row level security, force row level security;
alter table publications.contexts enable row level security, force row level security;
alter table publications.files enable row level security, force row level security;
alter table publications.reports enable row level security, force row level security;
alter table publications.run_areas enable row level security, force row level security;
alter table publications.runs enable row level security, force row level security;
alter table publications.signatures enable row level security, force row level security;
alter table search.entries enable row level security, force row level security;
alter table strategy.action_areas enable row level security, force row level security;
alter table strategy.action_indicators enable row level security, force row level security;
alter table strategy.action_participants enable row level security, force row level security;
alter table strategy.actions enable row level security, force row level security;
alter table strategy.focus_lines enable row level security, force row level security;
alter table strategy.links enable row level security, force row level security;
alter table strategy.matrix_cells enable row level security, force row level security;
alter table strategy.plans enable row level security, force row level security;
alter table strategy.priorities enable row level security, force row level security;
alter table strategy.priority_states enable row level security, force row level security;
alter table strategy.programmes enable row level security, force row level security;
alter table strategy.result_areas enable row level security, force row level security;
alter table strategy.results enable row level security, force row level security;
alter table strategy.strategies enable row level security, force row level security;
alter table strategy.trends enable row level security, force row level security;
alter table territory.areas enable row level security, force row level security;
alter table territory.boundaries enable row level security, force row level security;
alter table territory.boundary_releases enable row level security, force row level security;
alter table territory.changes enable row level security, force row level security;
alter table territory.memberships enable row level security, force row level security;
alter table territory.organisation_areas enable row level security, force row level security;
alter table territory.tiles enable row level security, force row level security;
create policy everyone_reads on capacity.formation_rows for select to sv_visitor using true;
create policy keeper on capacity.formation_rows for all to sv_owner using true with check true;
create policy everyone_reads on crime.counts for select to sv_visitor using (release = ANY (( SELECT crime.visible_releases() AS visible_releases)::integer[]));
create policy keeper on crime.counts for all to sv_owner using true with check true;
create policy everyone_reads on crime.differences for select to sv_visitor using ((release = ANY (( SELECT crime.visible_releases() AS visible_releases)::integer[])) OR ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role));
create policy keeper on crime.differences for all to sv_owner using true with check true;
create policy everyone_reads on crime.example_sizes for select to sv_visitor using true;
create policy keeper on crime.example_sizes for all to sv_owner using true with check true;
create policy everyone_reads on crime.inhabitants for select to sv_visitor using true;
create policy keeper on crime.inhabitants for all to sv_owner using true with check true;
create policy administrators_order on crime.load_orders for insert to sv_visitor with check (( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role) AND (outcome IS NULL));
create policy administrators_read on crime.load_orders for select to sv_visitor using ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy keeper on crime.load_orders for all to sv_owner using true with check true;
create policy everyone_reads on crime.notes for select to sv_visitor using ((body IS NOT NULL) AND crime.is_newest_version(note, version));
create policy explainers_read on crime.notes for select to sv_visitor using crime.may_explain(area);
create policy explainers_write on crime.notes for insert to sv_visitor with check crime.may_explain(area);
create policy keeper on crime.notes for all to sv_owner using true with check true;
create policy everyone_reads on crime.population_releases for select to sv_visitor using true;
create policy keeper on crime.population_releases for all to sv_owner using true with check true;
create policy keeper on crime.question_mails for all to sv_owner using true with check true;
create policy own_question_mails on crime.question_mails for select to sv_visitor using (question IN ( SELECT q.id
   FROM crime.questions q
  WHERE (q.person = ( SELECT identity.current_person() AS current_person))));
create policy keeper on crime.questions for all to sv_owner using true with check true;
create policy own_questions on crime.questions for select to sv_visitor using (person = ( SELECT identity.current_person() AS current_person));
create policy own_questions_asked on crime.questions for insert to sv_visitor with check ((person = ( SELECT identity.current_person() AS current_person)) AND ( SELECT identity.is_professional() AS is_professional));
create policy everyone_reads on crime.release_areas for select to sv_visitor using ((release = ANY (( SELECT crime.visible_releases() AS visible_releases)::integer[])) OR ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role));
create policy keeper on crime.release_areas for all to sv_owner using true with check true;
create policy administrators_read on crime.release_parts for select to sv_visitor using ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy keeper on crime.release_parts for all to sv_owner using true with check true;
create policy administrators_break_off on crime.releases for update to sv_visitor using ((state = 'bezig'::text) AND ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role)) with check (state = 'afgebroken'::text);
create policy everyone_reads on crime.releases for select to sv_visitor using ((id = ANY (( SELECT crime.visible_releases() AS visible_releases)::integer[])) OR ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role));
create policy keeper on crime.releases for all to sv_owner using true with check true;
create policy administrators_read on crime.source_checks for select to sv_visitor using ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy keeper on crime.source_checks for all to sv_owner using true with check true;
create policy everyone_reads on crime.type_indicators for select to sv_visitor using true;
create policy keeper on crime.type_indicators for all to sv_owner using true with check true;
create policy everyone_reads on crime.types for select to sv_visitor using true;
create policy keeper on crime.types for all to sv_owner using true with check true;
create policy holder_and_asker_read on datacalls.answers for select to sv_visitor using (line = ANY (( SELECT datacalls.followed_lines() AS followed_lines)::text[]));
create policy holder_answers on datacalls.answers for insert to sv_visitor with check ((datacalls.holder_of(line) = ANY (( SELECT identity.answering_organisations() AS answering_organisations)::text[])) AND (EXISTS ( SELECT
   FROM datacalls.lines l
  WHERE ((l.code = answers.line) AND (l.measurement IS NULL) AND (l.withdrawn_on IS NULL)))) AND ((import IS NULL) OR (EXISTS ( SELECT
   FROM (datacalls.imports i
     JOIN datacalls.lines l ON (((l.call = i.call) AND (l.holder = i.holder))))
  WHERE ((i.id = answers.import) AND (l.code = answers.line))))) AND ((undoes IS NULL) OR (EXISTS ( SELECT
   FROM (datacalls.imports i
     JOIN datacalls.lines l ON (((l.call = i.call) AND (l.holder = i.holder))))
  WHERE ((i.id = answers.undoes) AND (l.code = answers.line))))));
create policy keeper on datacalls.answers for all to sv_owner using true with check true;
create policy signed_is_for_professionals on datacalls.answers for select to sv_visitor using (( SELECT identity.is_professional() AS is_professional) AND (EXISTS ( SELECT
   FROM datacalls.signatures s
  WHERE (s.answer = answers.id))));
create policy keeper on datacalls.calls for all to sv_owner using true with check true;
create policy professionals_read on datacalls.calls for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy holder_and_asker_read on datacalls.imports for select to sv_visitor using ((holder = ANY (( SELECT identity.current_organisations() AS current_organisations)::text[])) OR (EXISTS ( SELECT
   FROM datacalls.calls c
  WHERE ((c.code = imports.call) AND (c.asked_by = ANY (( SELECT identity.current_organisations('programmamanager'::text) AS current_organisations)::text[]))))));
create policy holder_reads_in on datacalls.imports for insert to sv_visitor with check ((holder = ANY (( SELECT identity.answering_organisations() AS answering_organisations)::text[])) AND (EXISTS ( SELECT
   FROM datacalls.lines l
  WHERE ((l.call = imports.call) AND (l.holder = imports.holder)))));
create policy keeper on datacalls.imports for all to sv_owner using true with check true;
create policy keeper on datacalls.line_parts for all to sv_owner using true with check true;
create policy professionals_read on datacalls.line_parts for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on datacalls.lines for all to sv_owner using true with check true;
create policy professionals_read on datacalls.lines for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy holder_signs on datacalls.signatures for insert to sv_visitor with check (datacalls.holder_of_answer(answer) = ANY (( SELECT identity.answering_organisations() AS answering_organisations)::text[]));
create policy keeper on datacalls.signatures for all to sv_owner using true with check true;
create policy professionals_read on datacalls.signatures for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy everyone_reads on figures.contradiction_measurements for select to sv_visitor using true;
create policy keeper on figures.contradiction_measurements for all to sv_owner using true with check true;
create policy everyone_reads on figures.contradictions for select to sv_visitor using true;
create policy keeper on figures.contradictions for all to sv_owner using true with check true;
create policy administrators_read_in on figures.documents for insert to sv_visitor with check (figures.is_imported(code) AND (known_on <= platform.today()) AND ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role));
create policy administrators_withdraw on figures.documents for update to sv_visitor using (figures.is_imported(code) AND ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role)) with check (figures.is_imported(code) AND (withdrawn_on = platform.today()));
create policy everyone_reads on figures.documents for select to sv_visitor using true;
create policy keeper on figures.documents for all to sv_owner using true with check true;
create policy administrators_read on figures.imports for select to sv_visitor using ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy administrators_read_in on figures.imports for insert to sv_visitor with check ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy administrators_undo on figures.imports for update to sv_visitor using ((undone_at IS NULL) AND ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role)) with check ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy keeper on figures.imports for all to sv_owner using true with check true;
create policy everyone_reads on figures.indicator_parts for select to sv_visitor using true;
create policy keeper on figures.indicator_parts for all to sv_owner using true with check true;
create policy everyone_reads on figures.indicators for select to sv_visitor using true;
create policy keeper on figures.indicators for all to sv_owner using true with check true;
create policy administrators_read_in on figures.measurements for insert to sv_visitor with check (( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role) AND (EXISTS ( SELECT
   FROM figures.imports i
  WHERE ((i.id = measurements.import) AND (i.undone_at IS NULL) AND (measurements.sources = ARRAY[((i.document || ':'::text) || split_part(measurements.sources[1], ':'::text, 2))])))));
create policy administrators_withdraw on figures.measurements for update to sv_visitor using ((import IS NOT NULL) AND ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role)) with check ((import IS NOT NULL) AND (withdrawn_on = platform.today()));
create policy everyone_reads on figures.measurements for select to sv_visitor using true;
create policy keeper on figures.measurements for all to sv_owner using true with check true;
create policy everyone_reads on figures.themes for select to sv_visitor using true;
create policy keeper on figures.themes for all to sv_owner using true with check true;
create policy everyone_reads on figures.unresolved_value_indicators for select to sv_visitor using true;
create policy keeper on figures.unresolved_value_indicators for all to sv_owner using true with check true;
create policy everyone_reads on figures.unresolved_values for select to sv_visitor using true;
create policy keeper on figures.unresolved_values for all to sv_owner using true with check true;
create policy everyone_reads on governance.bodies for select to sv_visitor using true;
create policy keeper on governance.bodies for all to sv_owner using true with check true;
create policy everyone_reads on governance.body_powers for select to sv_visitor using true;
create policy keeper on governance.body_powers for all to sv_owner using true with check true;
create policy everyone_reads on governance.body_topics for select to sv_visitor using true;
create policy keeper on governance.body_topics for all to sv_owner using true with check true;
create policy everyone_reads on governance.principles for select to sv_visitor using true;
create policy keeper on governance.principles for all to sv_owner using true with check true;
create policy everyone_reads on governance.working_group_seats for select to sv_visitor using true;
create policy keeper on governance.working_group_seats for all to sv_owner using true with check true;
create policy everyone_reads on governance.working_groups for select to sv_visitor using true;
create policy keeper on governance.working_groups for all to sv_owner using true with check true;
create policy administrators_read on identity.audit_log for select to sv_visitor using ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy keeper on identity.audit_log for all to sv_owner using true with check true;
create policy keeper on identity.example_post_areas for all to sv_owner using true with check true;
create policy keeper on identity.example_posts for all to sv_owner using true with check true;
create policy everyone_reads on identity.organisations for select to sv_visitor using true;
create policy keeper on identity.organisations for all to sv_owner using true with check true;
create policy everyone_reads on identity.parties for select to sv_visitor using true;
create policy keeper on identity.parties for all to sv_owner using true with check true;
create policy keeper on identity.people for all to sv_owner using true with check true;
create policy own_person on identity.people for select to sv_visitor using (id = ( SELECT identity.current_person() AS current_person));
create policy keeper on identity.person_logins for all to sv_owner using true with check true;
create policy keeper on identity.post_areas for all to sv_owner using true with check true;
create policy own_post_areas on identity.post_areas for select to sv_visitor using (post IN ( SELECT p.id
   FROM identity.posts p
  WHERE (p.person = ( SELECT identity.current_person() AS current_person))));
create policy keeper on identity.posts for all to sv_owner using true with check true;
create policy own_posts on identity.posts for select to sv_visitor using (person = ( SELECT identity.current_person() AS current_person));
create policy keeper on identity.provider_visits for all to sv_owner using true with check true;
create policy keeper on identity.sessions for all to sv_owner using true with check true;
create policy own_sessions on identity.sessions for select to sv_visitor using ((person = ( SELECT identity.current_person() AS current_person)) AND identity.runs(sessions.*));
create policy keeper on identity.sign_in_links for all to sv_owner using true with check true;
create policy keeper on identity.sign_in_requests for all to sv_owner using true with check true;
create policy keeper on learning.event_places for all to sv_owner using true with check true;
create policy professionals_read on learning.event_places for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy everyone_reads on learning.events for select to sv_visitor using true;
create policy keeper on learning.events for all to sv_owner using true with check true;
create policy everyone_reads on learning.knowledge_item_users for select to sv_visitor using true;
create policy keeper on learning.knowledge_item_users for all to sv_owner using true with check true;
create policy everyone_reads on learning.knowledge_items for select to sv_visitor using true;
create policy keeper on learning.knowledge_items for all to sv_owner using true with check true;
create policy everyone_reads on learning.terms for select to sv_visitor using true;
create policy keeper on learning.terms for all to sv_owner using true with check true;
create policy example_mails_are_read on mail.outbox for select to sv_visitor using is_example;
create policy keeper on mail.outbox for all to sv_owner using true with check true;
create policy everyone_reads on money.budget_lines for select to sv_visitor using true;
create policy keeper on money.budget_lines for all to sv_owner using true with check true;
create policy keeper on platform.migrations for all to sv_owner using true with check true;
create policy keeper on platform.pack_rows for all to sv_owner using true with check true;
create policy everyone_reads on platform.packs for select to sv_visitor using true;
create policy keeper on platform.packs for all to sv_owner using true with check true;
create policy adviser_writes on publications.contexts for insert to sv_visitor with check publications.may_sign(report);
create policy everyone_reads_published on publications.contexts for select to sv_visitor using (publications.works_on(report) OR (EXISTS ( SELECT
   FROM publications.signatures s
  WHERE ((s.context = contexts.id) AND publications.is_public(s.report)))));
create policy keeper on publications.contexts for all to sv_owner using true with check true;
create policy adviser_publishes on publications.files for insert to sv_visitor with check (publications.area_of_signing(report) = ANY (( SELECT publications.own_areas() AS own_areas)::text[]));
create policy everyone_reads_published on publications.files for select to sv_visitor using (publications.is_public(report) OR publications.works_on(report));
create policy keeper on publications.files for all to sv_owner using true with check true;
create policy everyone_reads_published on publications.reports for select to sv_visitor using (publications.is_public(code) OR ( SELECT publications.makes_reports() AS makes_reports) OR (area = ANY (( SELECT publications.own_areas() AS own_areas)::text[])));
create policy keeper on publications.reports for all to sv_owner using true with check true;
create policy keeper on publications.run_areas for all to sv_owner using true with check true;
create policy makers_read on publications.run_areas for select to sv_visitor using ( SELECT publications.makes_reports() AS makes_reports);
create policy keeper on publications.runs for all to sv_owner using true with check true;
create policy makers_ask on publications.runs for insert to sv_visitor with check ( SELECT publications.makes_reports() AS makes_reports);
create policy makers_read on publications.runs for select to sv_visitor using ( SELECT publications.makes_reports() AS makes_reports);
create policy adviser_signs on publications.signatures for insert to sv_visitor with check (publications.may_sign(report) AND (NOT (context IS DISTINCT FROM ( SELECT c.id
   FROM publications.contexts c
  WHERE (c.report = signatures.report)
  ORDER BY c.version DESC
 LIMIT 1))));
create policy everyone_reads_published on publications.signatures for select to sv_visitor using (publications.is_public(report) OR publications.works_on(report));
create policy keeper on publications.signatures for all to sv_owner using true with check true;
create policy everyone_finds_what_is_public on search.entries for select to sv_visitor using is_public;
create policy keeper on search.entries for all to sv_owner using true with check true;
create policy everyone_reads on strategy.action_areas for select to sv_visitor using true;
create policy keeper on strategy.action_areas for all to sv_owner using true with check true;
create policy everyone_reads on strategy.action_indicators for select to sv_visitor using true;
create policy keeper on strategy.action_indicators for all to sv_owner using true with check true;
create policy everyone_reads on strategy.action_participants for select to sv_visitor using true;
create policy keeper on strategy.action_participants for all to sv_owner using true with check true;
create policy everyone_reads on strategy.actions for select to sv_visitor using true;
create policy keeper on strategy.actions for all to sv_owner using true with check true;
create policy everyone_reads on strategy.focus_lines for select to sv_visitor using true;
create policy keeper on strategy.focus_lines for all to sv_owner using true with check true;
create policy everyone_reads on strategy.links for select to sv_visitor using true;
create policy keeper on strategy.links for all to sv_owner using true with check true;
create policy chosen_is_public on strategy.matrix_cells for select to sv_visitor using ((participates <> 'nee'::text) OR ( SELECT identity.is_professional() AS is_professional));
create policy keeper on strategy.matrix_cells for all to sv_owner using true with check true;
create policy everyone_reads on strategy.plans for select to sv_visitor using true;
create policy keeper on strategy.plans for all to sv_owner using true with check true;
create policy everyone_reads on strategy.priorities for select to sv_visitor using true;
create policy keeper on strategy.priorities for all to sv_owner using true with check true;
create policy everyone_reads on strategy.priority_states for select to sv_visitor using true;
create policy keeper on strategy.priority_states for all to sv_owner using true with check true;
create policy everyone_reads on strategy.programmes for select to sv_visitor using true;
create policy keeper on strategy.programmes for all to sv_owner using true with check true;
create policy everyone_reads on strategy.result_areas for select to sv_visitor using true;
create policy keeper on strategy.result_areas for all to sv_owner using true with check true;
create policy everyone_reads on strategy.results for select to sv_visitor using true;
create policy keeper on strategy.results for all to sv_owner using true with check true;
create policy everyone_reads on strategy.strategies for select to sv_visitor using true;
create policy keeper on strategy.strategies for all to sv_owner using true with check true;
create policy everyone_reads on strategy.trends for select to sv_visitor using true;
create policy keeper on strategy.trends for all to sv_owner using true with check true;
create policy administrators_name_basisteams on territory.areas for update to sv_visitor using ((kind = 'basisteam'::text) AND ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role)) with check ((kind = 'basisteam'::text) AND ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role));
create policy everyone_reads on territory.areas for select to sv_visitor using true;
create policy keeper on territory.areas for all to sv_owner using true with check true;
create policy everyone_reads on territory.boundaries for select to sv_visitor using true;
create policy keeper on territory.boundaries for all to sv_owner using true with check true;
create policy everyone_reads on territory.boundary_releases for select to sv_visitor using true;
create policy keeper on territory.boundary_releases for all to sv_owner using true with check true;
create policy everyone_reads on territory.changes for select to sv_visitor using true;
create policy keeper on territory.changes for all to sv_owner using true with check true;
create policy administrators_end_memberships on territory.memberships for update to sv_visitor using ((division = 'politie'::text) AND territory.is_kind(whole, 'basisteam'::text) AND territory.is_kind(part, 'gemeente'::text) AND ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role)) with check (division = 'politie'::text);
create policy administrators_fill_basisteams on territory.memberships for insert to sv_visitor with check ((division = 'politie'::text) AND territory.is_kind(whole, 'basisteam'::text) AND territory.is_kind(part, 'gemeente'::text) AND ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role));
create policy everyone_reads on territory.memberships for select to sv_visitor using true;
create policy keeper on territory.memberships for all to sv_owner using true with check true;
create policy everyone_reads on territory.organisation_areas for select to sv_visitor using true;
create policy keeper on territory.organisation_areas for all to sv_owner using true with check true;
create policy everyone_reads on territory.tiles for select to sv_visitor using true;
create policy keeper on territory.tiles for all to sv_owner using true with check true;

grant select on capacity.formation_rows to sv_visitor;
grant select on crime.counts to sv_visitor;
grant select on crime.differences to sv_visitor;
grant select on crime.example_sizes to sv_visitor;
grant select on crime.inhabitants to sv_visitor;
grant select on crime.load_orders to sv_visitor;
grant select on crime.notes to sv_visitor;
grant select on crime.population_releases to sv_visitor;
grant select on crime.question_mails to sv_visitor;
grant select on crime.questions to sv_visitor;
grant select on crime.release_areas to sv_visitor;
grant select on crime.release_parts to sv_visitor;
grant select on crime.releases to sv_visitor;
grant select on crime.source_checks to sv_visitor;
grant select on crime.type_indicators to sv_visitor;
grant select on crime.types to sv_visitor;
grant select on datacalls.answers to sv_visitor;
grant select on datacalls.calls to sv_visitor;
grant select on datacalls.imports to sv_visitor;
grant select on datacalls.line_parts to sv_visitor;
grant select on datacalls.lines to sv_visitor;
grant select on datacalls.signatures to sv_visitor;
grant select on figures.contradiction_measurements to sv_visitor;
grant select on figures.contradictions to sv_visitor;
grant select on figures.documents to sv_visitor;
grant select on figures.imports to sv_visitor;
grant select on figures.indicator_parts to sv_visitor;
grant select on figures.indicators to sv_visitor;
grant select on figures.measurements to sv_visitor;
grant select on figures.themes to sv_visitor;
grant select on figures.unresolved_value_indicators to sv_visitor;
grant select on figures.unresolved_values to sv_visitor;
grant select on governance.bodies to sv_visitor;
grant select on governance.body_powers to sv_visitor;
grant select on governance.body_topics to sv_visitor;
grant select on governance.principles to sv_visitor;
grant select on governance.working_group_seats to sv_visitor;
grant select on governance.working_groups to sv_visitor;
grant select on identity.audit_log to sv_visitor;
grant select on identity.organisations to sv_visitor;
grant select on identity.parties to sv_visitor;
grant select on identity.people to sv_visitor;
grant select on identity.post_areas to sv_visitor;
grant select on identity.posts to sv_visitor;
grant select on learning.event_places to sv_visitor;
grant select on learning.events to sv_visitor;
grant select on learning.knowledge_item_users to sv_visitor;
grant select on learning.knowledge_items to sv_visitor;
grant select on learning.terms to sv_visitor;
grant select on money.budget_lines to sv_visitor;
grant select on platform.packs to sv_visitor;
grant select on publications.contexts to sv_visitor;
grant select on publications.files to sv_visitor;
grant select on publications.reports to sv_visitor;
grant select on publications.run_areas to sv_visitor;
grant select on publications.runs to sv_visitor;
grant select on publications.signatures to sv_visitor;
grant select on search.entries to sv_visitor;
grant select on strategy.action_areas to sv_visitor;
grant select on strategy.action_indicators to sv_visitor;
grant select on strategy.action_participants to sv_visitor;
grant select on strategy.actions to sv_visitor;
grant select on strategy.focus_lines to sv_visitor;
grant select on strategy.links to sv_visitor;
grant select on strategy.matrix_cells to sv_visitor;
grant select on strategy.plans to sv_visitor;
grant select on strategy.priorities to sv_visitor;
grant select on strategy.priority_states to sv_visitor;
grant select on strategy.programmes to sv_visitor;
grant select on strategy.result_areas to sv_visitor;
grant select on strategy.results to sv_visitor;
grant select on strategy.strategies to sv_visitor;
grant select on strategy.trends to sv_visitor;
grant select on territory.areas to sv_visitor;
grant select on territory.boundaries to sv_visitor;
grant select on territory.boundary_releases to sv_visitor;
grant select on territory.changes to sv_visitor;
grant select on territory.memberships to sv_visitor;
grant select on territory.organisation_areas to sv_visitor;
grant select on territory.tiles to sv_visitor;
grant insert (answer) on datacalls.signatures to sv_visitor;
grant insert (answer, answered_at, area, release, type) on crime.questions to sv_visitor;
grant insert (area, base_period, code, import, indicator, kind, leads, leads_because, note, period, printed, qualifier, sources, unit, value) on figures.measurements to sv_visitor;
grant insert (area, body, note, type, valid_from, valid_to, version) on crime.notes to sv_visitor;
grant insert (call, file_name, holder, id) on datacalls.imports to sv_visitor;
grant insert (code, division, ground, note, part, sources, valid_from, whole) on territory.memberships to sv_visitor;
grant insert (code, kind, known_on, known_on_estimated, line_count, short, title) on figures.documents to sv_visitor;
grant insert (content, format, hash, report) on publications.files to sv_visitor;
grant insert (context, report) on publications.signatures to sv_visitor;
grant insert (document, file_hash, file_name, id) on figures.imports to sv_visitor;
grant insert (from_month, source_table) on crime.load_orders to sv_visitor;
grant insert (id, period) on publications.runs to sv_visitor;
grant insert (import, kind, line, note, undoes, value, version) on datacalls.answers to sv_visitor;
grant insert (report, text, version) on publications.contexts to sv_visitor;
grant select (body, expires_at, id, is_example, put_at, recipient, subject) on mail.outbox to sv_visitor;
grant select (ends_at, id, last_seen_at, person, started_at, way) on identity.sessions to sv_visitor;
grant update (name, note) on territory.areas to sv_visitor;
grant update (state) on crime.releases to sv_visitor;
grant update (undone_at) on figures.imports to sv_visitor;
grant update (valid_to, withdrawn_on) on territory.memberships to sv_visitor;
grant update (withdrawn_on) on figures.documents to sv_visitor;
grant update (withdrawn_on) on figures.measurements to sv_visitor;
