-- Generated from db/migrations by `npm run generate`, to be read. Never edited by hand.

create table accounts.accounts (
  code text not null,
  kind text not null,
  year integer not null,
  title text not null,
  owner text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint accounts_code_check CHECK ((code ~ '^[a-z0-9-]{3,80}$'::text)),
  constraint accounts_kind_check CHECK ((kind = ANY (ARRAY['jaarresultaten'::text, 'jaarverslag'::text, 'evaluatie'::text, 'een-pagina'::text]))),
  constraint accounts_owner_fkey FOREIGN KEY (owner) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint accounts_pkey PRIMARY KEY (code),
  constraint accounts_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint accounts_year_check CHECK (((year >= 1900) AND (year <= 2999)))
);

create table accounts.area_files (
  account text not null,
  area text not null,
  format text not null,
  content bytea not null,
  hash text not null,
  constraint area_files_account_fkey FOREIGN KEY (account) REFERENCES accounts.accounts(code) ON DELETE RESTRICT,
  constraint area_files_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint area_files_check CHECK ((hash = encode(sha256(content), 'hex'::text))),
  constraint area_files_format_check CHECK ((format = ANY (ARRAY['html'::text, 'pdf'::text]))),
  constraint area_files_pkey PRIMARY KEY (account, area, format)
);

create table accounts.clearances (
  account text not null,
  part text not null,
  upto integer not null,
  hash text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint clearances_account_fkey FOREIGN KEY (account) REFERENCES accounts.accounts(code) ON DELETE RESTRICT,
  constraint clearances_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint clearances_part_check CHECK ((part = ANY (ARRAY['politie'::text, 'om'::text, 'gemeenten'::text, 'bureau'::text]))),
  constraint clearances_pkey PRIMARY KEY (account, part, upto, hash)
);

create table accounts.differences (
  account text not null,
  at timestamp with time zone not null default platform.moment(),
  sentences jsonb not null,
  figures jsonb not null,
  constraint differences_account_fkey FOREIGN KEY (account) REFERENCES accounts.accounts(code) ON DELETE RESTRICT,
  constraint differences_figures_check CHECK ((jsonb_typeof(figures) = 'array'::text)),
  constraint differences_pkey PRIMARY KEY (account, at),
  constraint differences_sentences_check CHECK ((jsonb_typeof(sentences) = 'array'::text))
);

create table accounts.files (
  account text not null,
  format text not null,
  content bytea not null,
  hash text not null,
  constraint files_account_fkey FOREIGN KEY (account) REFERENCES accounts.accounts(code) ON DELETE RESTRICT,
  constraint files_check CHECK ((hash = encode(sha256(content), 'hex'::text))),
  constraint files_format_check CHECK ((format = ANY (ARRAY['html'::text, 'pdf'::text, 'docx'::text, 'json'::text]))),
  constraint files_pkey PRIMARY KEY (account, format)
);

create table accounts.looks (
  id uuid not null default gen_random_uuid(),
  account text not null,
  version integer not null,
  area text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint looks_account_version_area_fkey FOREIGN KEY (account, version, area) REFERENCES accounts.previews(account, version, area) ON DELETE RESTRICT,
  constraint looks_pkey PRIMARY KEY (id)
);

create table accounts.pictures (
  account text not null,
  hash text not null,
  media text not null,
  width integer not null,
  height integer not null,
  content bytea not null,
  at timestamp with time zone not null default platform.moment(),
  constraint pictures_account_fkey FOREIGN KEY (account) REFERENCES accounts.accounts(code) ON DELETE RESTRICT,
  constraint pictures_check CHECK ((hash = encode(sha256(content), 'hex'::text))),
  constraint pictures_content_check CHECK ((octet_length(content) <= 3145728)),
  constraint pictures_height_check CHECK (((height >= 100) AND (height <= 6000))),
  constraint pictures_media_check CHECK ((media = ANY (ARRAY['image/png'::text, 'image/jpeg'::text]))),
  constraint pictures_pkey PRIMARY KEY (account, hash),
  constraint pictures_width_check CHECK (((width >= 100) AND (width <= 6000)))
);

create table accounts.previews (
  account text not null,
  version integer not null,
  area text not null,
  content text not null,
  constraint previews_account_version_fkey FOREIGN KEY (account, version) REFERENCES accounts.windows(account, version) ON DELETE RESTRICT,
  constraint previews_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint previews_pkey PRIMARY KEY (account, version, area)
);

create table accounts.questions (
  account text not null,
  question uuid not null,
  version integer not null,
  asked text not null,
  answered text not null,
  is_removed boolean not null default false,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint questions_account_fkey FOREIGN KEY (account) REFERENCES accounts.accounts(code) ON DELETE RESTRICT,
  constraint questions_answered_check CHECK (((length(answered) >= 1) AND (length(answered) <= 4000))),
  constraint questions_asked_check CHECK (((length(asked) >= 1) AND (length(asked) <= 500))),
  constraint questions_pkey PRIMARY KEY (question, version),
  constraint questions_version_check CHECK ((version > 0))
);

create table accounts.recomputations (
  account text not null,
  at timestamp with time zone not null default platform.moment(),
  equal integer not null,
  different integer not null,
  gone integer not null,
  is_same boolean not null,
  constraint recomputations_account_fkey FOREIGN KEY (account) REFERENCES accounts.accounts(code) ON DELETE RESTRICT,
  constraint recomputations_different_check CHECK ((different >= 0)),
  constraint recomputations_equal_check CHECK ((equal >= 0)),
  constraint recomputations_gone_check CHECK ((gone >= 0)),
  constraint recomputations_pkey PRIMARY KEY (account, at)
);

create table accounts.releases (
  account text not null,
  is_example boolean not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint is_entered TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint releases_account_fkey FOREIGN KEY (account) REFERENCES accounts.accounts(code) ON DELETE RESTRICT,
  constraint releases_pkey PRIMARY KEY (account)
);

create table accounts.versions (
  entry integer not null,
  block uuid not null,
  account text not null,
  version integer not null,
  part text not null,
  kind text not null,
  seq integer not null,
  title text not null,
  body text not null,
  origin text,
  consent_until date,
  is_removed boolean not null default false,
  at timestamp with time zone not null,
  acted_as text not null,
  writer uuid,
  picture text,
  alt text,
  credit text,
  place text not null default 'stuk'::text,
  constraint versions_account_fkey FOREIGN KEY (account) REFERENCES accounts.accounts(code) ON DELETE RESTRICT,
  constraint versions_alt_check CHECK (((length(alt) >= 1) AND (length(alt) <= 500))),
  constraint versions_block_version_key UNIQUE (block, version),
  constraint versions_body_check CHECK ((length(body) <= 20000)),
  constraint versions_check CHECK (((kind = 'verhaal'::text) = (origin IS NOT NULL))),
  constraint versions_check1 CHECK (((NOT (origin IS DISTINCT FROM 'toestemming'::text)) = (consent_until IS NOT NULL))),
  constraint versions_check2 CHECK (((kind = 'beeld'::text) = (picture IS NOT NULL))),
  constraint versions_check3 CHECK ((((picture IS NULL) = (alt IS NULL)) AND ((picture IS NULL) = (credit IS NULL)))),
  constraint versions_credit_check CHECK (((length(credit) >= 1) AND (length(credit) <= 200))),
  constraint versions_kind_check CHECK ((kind = ANY (ARRAY['tekst'::text, 'cijfers'::text, 'verhaal'::text, 'beeld'::text]))),
  constraint versions_origin_check CHECK ((origin = ANY (ARRAY['samengesteld'::text, 'gefingeerd'::text, 'toestemming'::text]))),
  constraint versions_part_check CHECK ((part = ANY (ARRAY['politie'::text, 'om'::text, 'gemeenten'::text, 'bureau'::text]))),
  constraint versions_picture FOREIGN KEY (account, picture) REFERENCES accounts.pictures(account, hash) ON DELETE RESTRICT,
  constraint versions_pkey PRIMARY KEY (entry),
  constraint versions_place_check CHECK ((place = ANY (ARRAY['stuk'::text, 'gebieden'::text, 'beide'::text]))),
  constraint versions_seq_check CHECK (((seq >= 1) AND (seq <= 999))),
  constraint versions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint versions_version_check CHECK ((version > 0)),
  constraint versions_writer_fkey FOREIGN KEY (writer) REFERENCES identity.people(id) ON DELETE SET NULL
);

create table accounts.windows (
  account text not null,
  version integer not null,
  until date not null,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint windows_account_fkey FOREIGN KEY (account) REFERENCES accounts.accounts(code) ON DELETE RESTRICT,
  constraint windows_account_form_key_key UNIQUE (account, form_key),
  constraint windows_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint windows_pkey PRIMARY KEY (account, version),
  constraint windows_version_check CHECK ((version > 0))
);

create table annotations.versions (
  item uuid not null,
  organisation text not null,
  version integer not null,
  body text not null,
  is_ready boolean not null,
  basis jsonb,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint versions_body_check CHECK ((length(body) <= 2000)),
  constraint versions_check CHECK ((is_ready = (basis IS NOT NULL))),
  constraint versions_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint versions_item_fkey FOREIGN KEY (item) REFERENCES meetings.items(id) ON DELETE RESTRICT,
  constraint versions_item_organisation_form_key_key UNIQUE (item, organisation, form_key),
  constraint versions_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint versions_pkey PRIMARY KEY (item, organisation, version),
  constraint versions_version_check CHECK ((version > 0))
);

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

create table crime.key_figure_differences (
  release integer not null,
  area text not null,
  figure text not null,
  parts_kind text not null,
  whole_count integer not null,
  parts_sum integer not null,
  constraint key_figure_differences_parts_kind_check CHECK ((parts_kind = ANY (ARRAY['wijken'::text, 'buurten'::text]))),
  constraint key_figure_differences_pkey PRIMARY KEY (release, area, figure, parts_kind),
  constraint key_figure_differences_release_fkey FOREIGN KEY (release) REFERENCES crime.key_figure_releases(id) ON DELETE CASCADE
);

create table crime.key_figure_releases (
  id integer not null,
  source_table text not null,
  title text not null,
  reference_day date not null,
  modified_at timestamp with time zone not null,
  content_hash text not null,
  figures text[] not null,
  stored_at timestamp with time zone not null default platform.moment(),
  constraint key_figure_releases_figures_check CHECK ((cardinality(figures) > 0)),
  constraint key_figure_releases_pkey PRIMARY KEY (id)
);

create table crime.key_figures (
  release integer not null,
  area text not null,
  figure text not null,
  value integer,
  constraint key_figures_pkey PRIMARY KEY (area, release, figure),
  constraint key_figures_release_fkey FOREIGN KEY (release) REFERENCES crime.key_figure_releases(id) ON DELETE CASCADE,
  constraint key_figures_value_check CHECK ((value >= 0))
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
  constraint load_orders_source_table_check CHECK ((source_table ~ '^[0-9A-Za-z]{2,20}$'::text))
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

create table crime.population_differences (
  release integer not null,
  area text not null,
  reference_day date not null,
  parts_kind text not null,
  whole_count integer not null,
  parts_sum integer not null,
  constraint population_differences_parts_kind_check CHECK ((parts_kind = ANY (ARRAY['wijken'::text, 'buurten'::text]))),
  constraint population_differences_pkey PRIMARY KEY (release, area, reference_day, parts_kind),
  constraint population_differences_release_fkey FOREIGN KEY (release) REFERENCES crime.population_releases(id) ON DELETE CASCADE
);

create table crime.population_releases (
  id integer not null,
  source_table text not null,
  title text not null,
  modified_at timestamp with time zone not null,
  content_hash text not null,
  stored_at timestamp with time zone not null default platform.moment(),
  constraint population_releases_pkey PRIMARY KEY (id)
);

create table crime.question_mails (
  question uuid not null,
  release integer not null,
  mailed_at timestamp with time zone not null default platform.moment(),
  answer_before text[] not null,
  answer_after text[] not null,
  words text not null,
  constraint question_mails_pkey PRIMARY KEY (question, release),
  constraint question_mails_question_fkey FOREIGN KEY (question) REFERENCES crime.questions(id) ON DELETE CASCADE,
  constraint question_mails_release_fkey FOREIGN KEY (release) REFERENCES crime.releases(id) ON DELETE CASCADE
);

create table crime.questions (
  id uuid not null default gen_random_uuid(),
  person uuid not null default identity.current_person(),
  area text,
  type text,
  asked_at timestamp with time zone not null default platform.moment(),
  answer text[],
  release integer,
  answered_at timestamp with time zone,
  stopped_at timestamp with time zone,
  view text not null,
  level text,
  constraint questions_check CHECK (((answer IS NULL) = (answered_at IS NULL))),
  constraint questions_check1 CHECK (((view = ANY (ARRAY['beeld'::text, 'vergelijking'::text])) = (area IS NOT NULL))),
  constraint questions_check2 CHECK (((view = 'attenderingen'::text) = (type IS NULL))),
  constraint questions_check3 CHECK (((view = 'attenderingen'::text) = (level IS NOT NULL))),
  constraint questions_level_check CHECK ((level = ANY (ARRAY['gemeente'::text, 'district'::text, 'regio'::text]))),
  constraint questions_person_fkey FOREIGN KEY (person) REFERENCES identity.people(id) ON DELETE CASCADE,
  constraint questions_pkey PRIMARY KEY (id),
  constraint questions_release_fkey FOREIGN KEY (release) REFERENCES crime.releases(id) ON DELETE SET NULL,
  constraint questions_type_fkey FOREIGN KEY (type) REFERENCES crime.types(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint questions_view_check CHECK ((view = ANY (ARRAY['beeld'::text, 'vergelijking'::text, 'regio'::text, 'attenderingen'::text])))
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
  by_mail text default mail.answered_address(),
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

create table datacalls.mailed_conflicts (
  id uuid not null default gen_random_uuid(),
  line text not null,
  against integer not null,
  kind text not null,
  value numeric,
  note text,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint mailed_conflicts_against_check CHECK ((against > 0)),
  constraint mailed_conflicts_check CHECK (((kind = 'getal'::text) = (value IS NOT NULL))),
  constraint mailed_conflicts_check1 CHECK (((kind <> 'kan-niet'::text) OR (note IS NOT NULL))),
  constraint mailed_conflicts_kind_check CHECK ((kind = ANY (ARRAY['getal'::text, 'kan-niet'::text]))),
  constraint mailed_conflicts_line_fkey FOREIGN KEY (line) REFERENCES datacalls.lines(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint mailed_conflicts_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500))),
  constraint mailed_conflicts_pkey PRIMARY KEY (id)
);

create table datacalls.mailings (
  id uuid not null default gen_random_uuid(),
  call text not null,
  holder text not null,
  kind text not null,
  at timestamp with time zone not null,
  receivers integer not null,
  acted_as text not null,
  constraint mailings_call_fkey FOREIGN KEY (call) REFERENCES datacalls.calls(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint mailings_holder_fkey FOREIGN KEY (holder) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint mailings_kind_check CHECK ((kind = ANY (ARRAY['lijst'::text, 'herinnering'::text]))),
  constraint mailings_pkey PRIMARY KEY (id),
  constraint mailings_receivers_check CHECK ((receivers > 0))
);

create table datacalls.signatures (
  answer uuid not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint signatures_answer_fkey FOREIGN KEY (answer) REFERENCES datacalls.answers(id) ON DELETE RESTRICT,
  constraint signatures_pkey PRIMARY KEY (answer)
);

create table decisions.action_changes (
  action text not null,
  version integer not null,
  field text not null,
  before text,
  after text,
  reason text not null,
  decision text,
  mandate text,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint action_changes_action_fkey FOREIGN KEY (action) REFERENCES strategy.actions(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint action_changes_action_form_key_field_key UNIQUE (action, form_key, field),
  constraint action_changes_check CHECK (((decision IS NULL) <> (mandate IS NULL))),
  constraint action_changes_check1 CHECK (((after IS NOT NULL) OR (field = ANY (ARRAY['doel_waarde'::text, 'doel_eenheid'::text])))),
  constraint action_changes_decision_fkey FOREIGN KEY (decision) REFERENCES decisions.decisions(code) ON DELETE RESTRICT,
  constraint action_changes_field_check CHECK ((field = ANY (ARRAY['titel'::text, 'klaar'::text, 'trekker'::text, 'doel_waarde'::text, 'doel_eenheid'::text]))),
  constraint action_changes_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint action_changes_mandate_fkey FOREIGN KEY (mandate) REFERENCES decisions.mandates(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint action_changes_pkey PRIMARY KEY (action, version),
  constraint action_changes_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint action_changes_version_check CHECK ((version > 0))
);

create table decisions.condition_states (
  decision text not null,
  seq integer not null,
  version integer not null,
  state text not null,
  since date not null,
  sentence text not null,
  evidence text,
  dropped_by text,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint condition_states_check CHECK (((state = 'vervallen'::text) = (dropped_by IS NOT NULL))),
  constraint condition_states_decision_fkey FOREIGN KEY (decision) REFERENCES decisions.decisions(code) ON DELETE RESTRICT,
  constraint condition_states_dropped_by_fkey FOREIGN KEY (dropped_by) REFERENCES decisions.decisions(code) ON DELETE RESTRICT,
  constraint condition_states_evidence_check CHECK (((length(evidence) <= 490) AND (evidence ~ '^(https://\S+|/([^/]\S*)?|[0-9a-f]{64})$'::text))),
  constraint condition_states_pkey PRIMARY KEY (decision, seq, version),
  constraint condition_states_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 1000))),
  constraint condition_states_seq_check CHECK ((seq > 0)),
  constraint condition_states_state_check CHECK ((state = ANY (ARRAY['open'::text, 'voldaan'::text, 'niet voldaan'::text, 'vervallen'::text]))),
  constraint condition_states_version_check CHECK ((version > 0))
);

create table decisions.decisions (
  code text not null,
  body text not null,
  area text,
  taken_on date not null,
  title text not null,
  text text not null,
  ground text not null,
  adopted_by text[] not null,
  attended text[] not null,
  remarks text,
  conditions text,
  is_public boolean not null,
  reverses text,
  recorded_at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  closed_to text,
  knot_ground text,
  constraint decisions_adopted_by_check CHECK ((cardinality(adopted_by) > 0)),
  constraint decisions_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint decisions_body_fkey FOREIGN KEY (body) REFERENCES governance.bodies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint decisions_check CHECK ((reverses <> code)),
  constraint decisions_check1 CHECK ((is_public = starts_with(code, 'B-'::text))),
  constraint decisions_check2 CHECK (
CASE
    WHEN (closed_to IS NULL) THEN (code ~ '^[BV]-\d{4}-\d{3,}$'::text)
    ELSE ((NOT is_public) AND starts_with(code, (('V-'::text || closed_to) || '-'::text)) AND ("substring"(code, (length(closed_to) + 4)) ~ '^\d{4}-\d{3,}$'::text))
END),
  constraint decisions_closed_to_fkey FOREIGN KEY (closed_to) REFERENCES meetings.instances(code) ON DELETE RESTRICT,
  constraint decisions_conditions_check CHECK (((length(conditions) >= 1) AND (length(conditions) <= 2000))),
  constraint decisions_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint decisions_form_key_key UNIQUE (form_key),
  constraint decisions_ground_check CHECK (((length(ground) >= 1) AND (length(ground) <= 500))),
  constraint decisions_knot_ground_check CHECK (((length(knot_ground) >= 1) AND (length(knot_ground) <= 500))),
  constraint decisions_pkey PRIMARY KEY (code),
  constraint decisions_remarks_check CHECK (((length(remarks) >= 1) AND (length(remarks) <= 2000))),
  constraint decisions_reverses_fkey FOREIGN KEY (reverses) REFERENCES decisions.decisions(code) ON DELETE RESTRICT,
  constraint decisions_reverses_key UNIQUE (reverses),
  constraint decisions_text_check CHECK (((length(text) >= 1) AND (length(text) <= 10000))),
  constraint decisions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint is_entered TRIGGER DEFERRABLE INITIALLY DEFERRED
);

create table decisions.documents (
  decision text not null,
  content text not null,
  hash text not null,
  constraint documents_check CHECK ((hash = encode(sha256(convert_to(content, 'UTF8'::name)), 'hex'::text))),
  constraint documents_content_check CHECK (((length(content) >= 1) AND (length(content) <= 1000000))),
  constraint documents_decision_check CHECK (starts_with(decision, 'B-'::text)),
  constraint documents_decision_fkey FOREIGN KEY (decision) REFERENCES decisions.decisions(code) ON DELETE RESTRICT,
  constraint documents_pkey PRIMARY KEY (decision)
);

create table decisions.effects (
  decision text not null,
  seq integer not null,
  kind text not null,
  subject text not null,
  before jsonb not null,
  after jsonb not null,
  model text,
  hash text,
  constraint effects_after_check CHECK ((jsonb_typeof(after) = 'object'::text)),
  constraint effects_before_check CHECK ((jsonb_typeof(before) = 'object'::text)),
  constraint effects_check CHECK ((hash = encode(sha256(convert_to(model, 'UTF8'::name)), 'hex'::text))),
  constraint effects_check1 CHECK (((kind = 'stelt-plan-vast'::text) = (model IS NOT NULL))),
  constraint effects_check2 CHECK (((model IS NULL) = (hash IS NULL))),
  constraint effects_decision_fkey FOREIGN KEY (decision) REFERENCES decisions.decisions(code) ON DELETE RESTRICT,
  constraint effects_kind_check CHECK ((kind = ANY (ARRAY['stelt-plan-vast'::text, 'trekt-vaststelling-in'::text, 'wijzigt-actie'::text, 'zet-doel'::text, 'zet-prioriteit'::text, 'benoemt'::text, 'verleent-decharge'::text, 'heft-op'::text, 'kent-geld-toe'::text, 'vraagt'::text]))),
  constraint effects_pkey PRIMARY KEY (decision, seq),
  constraint effects_seq_check CHECK ((seq > 0))
);

create table decisions.ended_seats (
  decision text not null,
  body text not null,
  seat uuid not null,
  was date,
  constraint ended_seats_body_fkey FOREIGN KEY (body) REFERENCES governance.bodies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint ended_seats_decision_fkey FOREIGN KEY (decision) REFERENCES decisions.decisions(code) ON DELETE RESTRICT,
  constraint ended_seats_pkey PRIMARY KEY (decision, seat),
  constraint ended_seats_seat_fkey FOREIGN KEY (seat) REFERENCES meetings.seats(id) ON DELETE RESTRICT
);

create table decisions.mandates (
  code text not null,
  what text not null,
  who text not null,
  after_adoption boolean not null,
  ground text not null,
  sources text[] not null,
  withdrawn_on date,
  constraint mandates_pkey PRIMARY KEY (code),
  constraint mandates_what_check CHECK ((what = ANY (ARRAY['plan'::text, 'prioriteit'::text, 'doelcijfer'::text, 'titel'::text, 'klaar'::text, 'trekker'::text, 'doel'::text, 'zetel'::text, 'gremium'::text, 'geld'::text, 'vraag'::text])))
);

create table decisions.notes (
  decision text not null,
  seq integer not null,
  party text not null,
  words text not null,
  constraint notes_decision_fkey FOREIGN KEY (decision) REFERENCES decisions.decisions(code) ON DELETE RESTRICT,
  constraint notes_party_check CHECK (((length(party) >= 1) AND (length(party) <= 200))),
  constraint notes_pkey PRIMARY KEY (decision, seq),
  constraint notes_seq_check CHECK ((seq > 0)),
  constraint notes_words_check CHECK (((length(words) >= 1) AND (length(words) <= 1000)))
);

create table decisions.taken_at (
  decision text not null,
  meeting text not null,
  item uuid,
  constraint taken_at_decision_fkey FOREIGN KEY (decision) REFERENCES decisions.decisions(code) ON DELETE RESTRICT,
  constraint taken_at_item_fkey FOREIGN KEY (item) REFERENCES meetings.items(id) ON DELETE RESTRICT,
  constraint taken_at_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint taken_at_pkey PRIMARY KEY (decision)
);

create table drafting.action_versions (
  entry integer not null default nextval('drafting.entries'::regclass),
  action text not null,
  version integer not null,
  seq integer not null,
  project text,
  track text not null,
  title text not null,
  lead text not null,
  lead_post text,
  participants text[] not null,
  areas text[] not null,
  due text,
  aim text,
  indicators text[] not null,
  target_value numeric,
  target_unit text,
  target_by text,
  target_text text,
  target_evidence text,
  promise text,
  is_removed boolean not null,
  set text not null,
  constraint action_versions_action_fkey FOREIGN KEY (action) REFERENCES drafting.actions(code) ON DELETE RESTRICT,
  constraint action_versions_action_version_key UNIQUE (action, version),
  constraint action_versions_aim_check CHECK ((aim = ANY (ARRAY['doel'::text, 'streven'::text]))),
  constraint action_versions_check CHECK (((target_value IS NULL) OR (target_text IS NULL))),
  constraint action_versions_due_check CHECK (((length(due) >= 4) AND (length(due) <= 21))),
  constraint action_versions_lead_fkey FOREIGN KEY (lead) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint action_versions_lead_post_check CHECK (((length(lead_post) >= 1) AND (length(lead_post) <= 200))),
  constraint action_versions_pkey PRIMARY KEY (entry),
  constraint action_versions_project_check CHECK (((length(project) >= 1) AND (length(project) <= 200))),
  constraint action_versions_seq_check CHECK (((seq >= 1) AND (seq <= 9999))),
  constraint action_versions_set_fkey FOREIGN KEY (set) REFERENCES drafting.sets(key) ON DELETE RESTRICT,
  constraint action_versions_target_by_check CHECK (((length(target_by) >= 4) AND (length(target_by) <= 21))),
  constraint action_versions_target_evidence_check CHECK (((length(target_evidence) >= 1) AND (length(target_evidence) <= 500))),
  constraint action_versions_target_text_check CHECK (((length(target_text) >= 1) AND (length(target_text) <= 500))),
  constraint action_versions_target_unit_check CHECK (((length(target_unit) >= 1) AND (length(target_unit) <= 60))),
  constraint action_versions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 500))),
  constraint action_versions_track_check CHECK ((track = ANY (ARRAY['actie'::text, 'leren'::text, 'ambitie'::text, 'doel'::text, 'meerjarendoel'::text, 'thema'::text, 'werkwijze'::text, 'A'::text, 'B'::text, 'C'::text]))),
  constraint action_versions_version_check CHECK ((version > 0))
);

create table drafting.actions (
  code text not null,
  chapter text not null,
  came_from text,
  constraint actions_came_from_fkey FOREIGN KEY (came_from) REFERENCES strategy.actions(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint actions_chapter_fkey FOREIGN KEY (chapter) REFERENCES drafting.chapters(code) ON DELETE RESTRICT,
  constraint actions_pkey PRIMARY KEY (code)
);

create table drafting.chapter_versions (
  entry integer not null default nextval('drafting.entries'::regclass),
  chapter text not null,
  version integer not null,
  seq integer not null,
  title text not null,
  kind text not null,
  priority text,
  lead text,
  is_removed boolean not null,
  set text not null,
  constraint chapter_versions_chapter_fkey FOREIGN KEY (chapter) REFERENCES drafting.chapters(code) ON DELETE RESTRICT,
  constraint chapter_versions_chapter_version_key UNIQUE (chapter, version),
  constraint chapter_versions_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint chapter_versions_lead_fkey FOREIGN KEY (lead) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint chapter_versions_pkey PRIMARY KEY (entry),
  constraint chapter_versions_priority_fkey FOREIGN KEY (priority) REFERENCES strategy.priorities(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint chapter_versions_seq_check CHECK (((seq >= 1) AND (seq <= 9999))),
  constraint chapter_versions_set_fkey FOREIGN KEY (set) REFERENCES drafting.sets(key) ON DELETE RESTRICT,
  constraint chapter_versions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint chapter_versions_version_check CHECK ((version > 0))
);

create table drafting.chapters (
  code text not null,
  draft text not null,
  constraint chapters_draft_fkey FOREIGN KEY (draft) REFERENCES drafting.drafts(code) ON DELETE RESTRICT,
  constraint chapters_pkey PRIMARY KEY (code)
);

create table drafting.clearances (
  chapter text not null,
  part text not null,
  upto integer not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint clearances_chapter_fkey FOREIGN KEY (chapter) REFERENCES drafting.chapters(code) ON DELETE RESTRICT,
  constraint clearances_part_check CHECK ((part = ANY (ARRAY['politie'::text, 'om'::text, 'gemeenten'::text]))),
  constraint clearances_pkey PRIMARY KEY (chapter, part, upto)
);

create table drafting.drafts (
  code text not null,
  kind text not null,
  title text not null,
  period_from integer not null,
  period_to integer not null,
  strategy text,
  owner text not null,
  began_from text,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint drafts_began_from_fkey FOREIGN KEY (began_from) REFERENCES strategy.plans(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint drafts_check CHECK (((period_to >= period_from) AND (period_to <= (period_from + 10)))),
  constraint drafts_code_check CHECK ((code ~ '^[A-Z0-9-]{3,20}$'::text)),
  constraint drafts_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint drafts_form_key_key UNIQUE (form_key),
  constraint drafts_kind_check CHECK ((kind = ANY (ARRAY['strategie'::text, 'jaarplan'::text, 'actieagenda'::text, 'uitvoeringsplan'::text]))),
  constraint drafts_owner_fkey FOREIGN KEY (owner) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint drafts_period_from_check CHECK (((period_from >= 2000) AND (period_from <= 2999))),
  constraint drafts_pkey PRIMARY KEY (code),
  constraint drafts_strategy_fkey FOREIGN KEY (strategy) REFERENCES strategy.strategies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint drafts_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);

create table drafting.enforcements (
  chapter text not null,
  seq integer not null,
  upto integer not null,
  text jsonb not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint enforcements_chapter_fkey FOREIGN KEY (chapter) REFERENCES drafting.chapters(code) ON DELETE RESTRICT,
  constraint enforcements_pkey PRIMARY KEY (chapter, seq),
  constraint enforcements_seq_check CHECK ((seq > 0)),
  constraint enforcements_text_check CHECK ((jsonb_typeof(text) = 'array'::text))
);

create table drafting.paragraph_versions (
  entry integer not null default nextval('drafting.entries'::regclass),
  paragraph uuid not null,
  version integer not null,
  seq integer not null,
  title text,
  body text not null,
  is_removed boolean not null,
  set text not null,
  constraint paragraph_versions_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000))),
  constraint paragraph_versions_paragraph_fkey FOREIGN KEY (paragraph) REFERENCES drafting.paragraphs(id) ON DELETE RESTRICT,
  constraint paragraph_versions_paragraph_version_key UNIQUE (paragraph, version),
  constraint paragraph_versions_pkey PRIMARY KEY (entry),
  constraint paragraph_versions_seq_check CHECK (((seq >= 1) AND (seq <= 9999))),
  constraint paragraph_versions_set_fkey FOREIGN KEY (set) REFERENCES drafting.sets(key) ON DELETE RESTRICT,
  constraint paragraph_versions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint paragraph_versions_version_check CHECK ((version > 0))
);

create table drafting.paragraphs (
  id uuid not null,
  chapter text not null,
  kind text not null,
  part text not null,
  constraint paragraphs_chapter_fkey FOREIGN KEY (chapter) REFERENCES drafting.chapters(code) ON DELETE RESTRICT,
  constraint paragraphs_check CHECK (((kind = 'terugblik'::text) OR (part = 'bureau'::text))),
  constraint paragraphs_kind_check CHECK ((kind = ANY (ARRAY['meerjarendoel'::text, 'terugblik'::text, 'tekst'::text]))),
  constraint paragraphs_part_check CHECK ((part = ANY (ARRAY['politie'::text, 'om'::text, 'gemeenten'::text, 'bureau'::text]))),
  constraint paragraphs_pkey PRIMARY KEY (id)
);

create table drafting.remarks (
  id uuid not null default gen_random_uuid(),
  chapter text not null,
  paragraph uuid,
  action text,
  reply_to uuid,
  text text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint remarks_action_fkey FOREIGN KEY (action) REFERENCES drafting.actions(code) ON DELETE RESTRICT,
  constraint remarks_chapter_fkey FOREIGN KEY (chapter) REFERENCES drafting.chapters(code) ON DELETE RESTRICT,
  constraint remarks_check CHECK ((num_nonnulls(paragraph, action) <= 1)),
  constraint remarks_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint remarks_form_key_key UNIQUE (form_key),
  constraint remarks_paragraph_fkey FOREIGN KEY (paragraph) REFERENCES drafting.paragraphs(id) ON DELETE RESTRICT,
  constraint remarks_pkey PRIMARY KEY (id),
  constraint remarks_reply_to_fkey FOREIGN KEY (reply_to) REFERENCES drafting.remarks(id) ON DELETE RESTRICT,
  constraint remarks_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);

create table drafting.sets (
  key text not null,
  draft text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint sets_draft_fkey FOREIGN KEY (draft) REFERENCES drafting.drafts(code) ON DELETE RESTRICT,
  constraint sets_key_check CHECK (((length(key) >= 8) AND (length(key) <= 64))),
  constraint sets_pkey PRIMARY KEY (key)
);

create table drafting.settlements (
  remark uuid not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint settlements_pkey PRIMARY KEY (remark),
  constraint settlements_remark_fkey FOREIGN KEY (remark) REFERENCES drafting.remarks(id) ON DELETE RESTRICT
);

create table drafting.signatures (
  chapter text not null,
  upto integer not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint signatures_chapter_fkey FOREIGN KEY (chapter) REFERENCES drafting.chapters(code) ON DELETE RESTRICT,
  constraint signatures_pkey PRIMARY KEY (chapter, upto)
);

create table drafting.templates (
  code text not null,
  kind text not null,
  seq integer not null,
  short text not null,
  title text not null,
  programme_kind text not null,
  priority text,
  sources text[] not null,
  withdrawn_on date,
  constraint templates_kind_check CHECK ((kind = ANY (ARRAY['strategie'::text, 'jaarplan'::text, 'actieagenda'::text, 'uitvoeringsplan'::text]))),
  constraint templates_pkey PRIMARY KEY (code),
  constraint templates_priority_fkey FOREIGN KEY (priority) REFERENCES strategy.priorities(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint templates_seq_check CHECK ((seq > 0)),
  constraint templates_short_check CHECK ((short ~ '^[A-Z0-9]{1,8}$'::text))
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
  margin_low numeric,
  margin_high numeric,
  respondents integer,
  constraint margin_holds_value CHECK ((((margin_low IS NULL) = (margin_high IS NULL)) AND ((margin_low IS NULL) OR ((value >= margin_low) AND (value <= margin_high))))),
  constraint measurements_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint measurements_import_fkey FOREIGN KEY (import) REFERENCES figures.imports(id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint measurements_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint measurements_kind_check CHECK ((kind = ANY (ARRAY['realisatie'::text, 'doel'::text, 'nulmeting'::text, 'verandering'::text]))),
  constraint measurements_pkey PRIMARY KEY (code),
  constraint measurements_qualifier_check CHECK ((qualifier = ANY (ARRAY['exact'::text, 'approx'::text, 'almost'::text, 'more_than'::text, 'less_than'::text, 'min'::text, 'max'::text]))),
  constraint measurements_respondents_check CHECK ((respondents > 0))
);

create table figures.survey_questions (
  code text not null,
  indicator text not null,
  survey text not null,
  question text not null,
  withdrawn_on date,
  constraint survey_questions_indicator_fkey FOREIGN KEY (indicator) REFERENCES figures.indicators(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint survey_questions_pkey PRIMARY KEY (code)
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

create table governance.composition_rules (
  code text not null,
  body text not null,
  role text not null,
  party text not null,
  per text not null,
  seat_count integer not null,
  valid_from date,
  valid_to date,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint composition_rules_body_fkey FOREIGN KEY (body) REFERENCES governance.bodies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint composition_rules_check CHECK ((valid_to > valid_from)),
  constraint composition_rules_check1 CHECK (((per = 'overleg'::text) OR (party = 'gemeente'::text))),
  constraint composition_rules_party_check CHECK ((party = ANY (ARRAY['gemeente'::text, 'om'::text, 'politie'::text, 'riec'::text, 'zvh'::text, 'bureau'::text, 'belastingdienst'::text, 'provincie'::text, 'pvo'::text]))),
  constraint composition_rules_per_check CHECK ((per = ANY (ARRAY['overleg'::text, 'gemeente'::text, 'district'::text]))),
  constraint composition_rules_pkey PRIMARY KEY (code),
  constraint composition_rules_seat_count_check CHECK ((seat_count > 0))
);

create table governance.contact_points (
  id uuid not null default gen_random_uuid(),
  organisation text not null,
  form_key text not null,
  constraint contact_points_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint contact_points_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint contact_points_organisation_form_key_key UNIQUE (organisation, form_key),
  constraint contact_points_pkey PRIMARY KEY (id)
);

create table governance.contact_versions (
  point uuid not null,
  version integer not null,
  title text not null,
  subject text not null,
  telephone text,
  mailbox text,
  is_adviser boolean not null,
  is_ended boolean not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint contact_versions_check CHECK (((telephone IS NOT NULL) OR (mailbox IS NOT NULL))),
  constraint contact_versions_mailbox_check CHECK (((mailbox ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'::text) AND (length(mailbox) <= 200))),
  constraint contact_versions_pkey PRIMARY KEY (point, version),
  constraint contact_versions_point_fkey FOREIGN KEY (point) REFERENCES governance.contact_points(id) ON DELETE RESTRICT,
  constraint contact_versions_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 120))),
  constraint contact_versions_telephone_check CHECK ((telephone ~ '^\+?[0-9][0-9 -]{5,19}$'::text)),
  constraint contact_versions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120))),
  constraint contact_versions_version_check CHECK ((version > 0))
);

create table governance.example_contacts (
  code text not null,
  organisation text not null,
  title text not null,
  subject text not null,
  telephone text,
  mailbox text,
  is_adviser boolean not null,
  withdrawn_on date,
  constraint example_contacts_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint example_contacts_pkey PRIMARY KEY (code)
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

create table hearings.answers (
  id uuid not null default gen_random_uuid(),
  hearing text not null,
  party text not null,
  point integer not null,
  version integer not null,
  entry uuid not null,
  text text not null,
  effect text not null,
  place text,
  text_before text,
  text_after text,
  at timestamp with time zone not null,
  acted_as text not null,
  person uuid not null,
  constraint answers_check CHECK (((effect = 'aangepast'::text) = ((place IS NOT NULL) AND (text_after IS NOT NULL)))),
  constraint answers_check1 CHECK (((effect = 'aangepast'::text) OR (num_nonnulls(place, text_before, text_after) = 0))),
  constraint answers_effect_check CHECK ((effect = ANY (ARRAY['geen wijziging'::text, 'aangepast'::text]))),
  constraint answers_entry_point_fkey FOREIGN KEY (entry, point) REFERENCES hearings.points(entry, number) ON DELETE RESTRICT,
  constraint answers_hearing_party_fkey FOREIGN KEY (hearing, party) REFERENCES hearings.parties(hearing, code) ON DELETE RESTRICT,
  constraint answers_hearing_party_point_version_key UNIQUE (hearing, party, point, version),
  constraint answers_pkey PRIMARY KEY (id),
  constraint answers_place_check CHECK (((length(place) >= 1) AND (length(place) <= 300))),
  constraint answers_text_after_check CHECK (((length(text_after) >= 1) AND (length(text_after) <= 4000))),
  constraint answers_text_before_check CHECK (((length(text_before) >= 1) AND (length(text_before) <= 4000))),
  constraint answers_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000))),
  constraint answers_version_check CHECK ((version > 0))
);

create table hearings.closures (
  hearing text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint closures_hearing_fkey FOREIGN KEY (hearing) REFERENCES hearings.hearings(code) ON DELETE RESTRICT,
  constraint closures_pkey PRIMARY KEY (hearing)
);

create table hearings.entries (
  id uuid not null default gen_random_uuid(),
  hearing text not null,
  party text not null,
  version integer not null,
  sent_on date,
  on_agenda_on date,
  heard_on date,
  in_private boolean not null,
  view text,
  paper text,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint entries_check CHECK (((view IS NULL) OR (heard_on IS NOT NULL))),
  constraint entries_check1 CHECK (((sent_on <= on_agenda_on) AND (sent_on <= heard_on))),
  constraint entries_hearing_party_fkey FOREIGN KEY (hearing, party) REFERENCES hearings.parties(hearing, code) ON DELETE RESTRICT,
  constraint entries_hearing_party_version_key UNIQUE (hearing, party, version),
  constraint entries_paper_check CHECK (((paper ~ '^https?://[^\s]+$'::text) AND (length(paper) <= 500))),
  constraint entries_pkey PRIMARY KEY (id),
  constraint entries_version_check CHECK ((version > 0)),
  constraint entries_view_check CHECK ((view = ANY (ARRAY['geen'::text, 'wensen'::text, 'bedenkingen'::text])))
);

create table hearings.hearings (
  code text not null,
  strategy text,
  plan text,
  text_name text not null,
  text_on date not null,
  text_address text,
  term_ends_on date not null,
  asked_by text not null,
  opened_at timestamp with time zone not null,
  acted_as text not null,
  is_example boolean not null,
  person uuid not null,
  form_key text not null,
  constraint hearings_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint hearings_check CHECK ((num_nonnulls(strategy, plan) = 1)),
  constraint hearings_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint hearings_form_key_key UNIQUE (form_key),
  constraint hearings_pkey PRIMARY KEY (code),
  constraint hearings_plan_fkey FOREIGN KEY (plan) REFERENCES strategy.plans(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint hearings_strategy_fkey FOREIGN KEY (strategy) REFERENCES strategy.strategies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint hearings_text_address_check CHECK (((text_address ~ '^https?://[^\s]+$'::text) AND (length(text_address) <= 500))),
  constraint hearings_text_name_check CHECK (((length(text_name) >= 1) AND (length(text_name) <= 200)))
);

create table hearings.mailings (
  hearing text not null,
  party text not null,
  kind text not null,
  at timestamp with time zone not null,
  receivers integer not null,
  constraint mailings_hearing_party_fkey FOREIGN KEY (hearing, party) REFERENCES hearings.parties(hearing, code) ON DELETE RESTRICT,
  constraint mailings_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'herinnering'::text]))),
  constraint mailings_pkey PRIMARY KEY (hearing, party, kind),
  constraint mailings_receivers_check CHECK ((receivers > 0))
);

create table hearings.nota_files (
  hearing text not null,
  version integer not null,
  format text not null,
  content bytea not null,
  hash text not null,
  constraint nota_files_check CHECK ((hash = encode(sha256(content), 'hex'::text))),
  constraint nota_files_format_check CHECK ((format = ANY (ARRAY['html'::text, 'pdf'::text, 'docx'::text]))),
  constraint nota_files_hearing_version_fkey FOREIGN KEY (hearing, version) REFERENCES hearings.notas(hearing, version) ON DELETE RESTRICT,
  constraint nota_files_pkey PRIMARY KEY (hearing, version, format)
);

create table hearings.notas (
  hearing text not null,
  version integer not null,
  model text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint is_entered TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint notas_hearing_fkey FOREIGN KEY (hearing) REFERENCES hearings.hearings(code) ON DELETE RESTRICT,
  constraint notas_pkey PRIMARY KEY (hearing, version),
  constraint notas_version_check CHECK ((version > 0))
);

create table hearings.parties (
  hearing text not null,
  code text not null,
  organisation text not null,
  area text,
  constraint parties_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint parties_check CHECK ((code = COALESCE(area, organisation))),
  constraint parties_hearing_fkey FOREIGN KEY (hearing) REFERENCES hearings.hearings(code) ON DELETE RESTRICT,
  constraint parties_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint parties_pkey PRIMARY KEY (hearing, code)
);

create table hearings.points (
  entry uuid not null,
  number integer not null,
  text text not null,
  constraint points_entry_fkey FOREIGN KEY (entry) REFERENCES hearings.entries(id) ON DELETE RESTRICT,
  constraint points_number_check CHECK ((number > 0)),
  constraint points_pkey PRIMARY KEY (entry, number),
  constraint points_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
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

create table identity.erasures (
  address_hash text not null,
  erased_on date not null,
  constraint erasures_address_hash_check CHECK ((address_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint erasures_pkey PRIMARY KEY (address_hash)
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
  constraint sessions_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'oidc'::text, 'voorbeeld'::text, 'antwoord'::text])))
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

create table levels.cell_versions (
  district text not null,
  theme text not null,
  partner text not null,
  version integer not null,
  answer text not null,
  start_position text,
  reason text not null,
  decided_on date not null,
  before jsonb not null,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint cell_versions_answer_check CHECK ((answer = ANY (ARRAY['gekozen'::text, 'startpositie'::text, 'niet-gekozen'::text, 'onbekend'::text]))),
  constraint cell_versions_before_check CHECK ((jsonb_typeof(before) = 'object'::text)),
  constraint cell_versions_check CHECK (((answer = 'startpositie'::text) = (start_position IS NOT NULL))),
  constraint cell_versions_district_fkey FOREIGN KEY (district) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint cell_versions_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint cell_versions_pkey PRIMARY KEY (district, theme, partner, version),
  constraint cell_versions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  constraint cell_versions_start_position_check CHECK (((length(start_position) >= 1) AND (length(start_position) <= 200))),
  constraint cell_versions_version_check CHECK ((version > 0))
);

create table levels.local_links (
  entry uuid not null,
  number integer not null,
  priority text not null,
  constraint local_links_entry_number_fkey FOREIGN KEY (entry, number) REFERENCES levels.local_priorities(entry, number) ON DELETE RESTRICT,
  constraint local_links_pkey PRIMARY KEY (entry, number, priority),
  constraint local_links_priority_fkey FOREIGN KEY (priority) REFERENCES strategy.priorities(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table levels.local_plan_versions (
  id uuid not null default gen_random_uuid(),
  plan text not null,
  version integer not null,
  title text not null,
  period_from integer,
  period_to integer,
  adopted_on date,
  address text,
  at timestamp with time zone not null,
  acted_as text not null,
  is_example boolean not null,
  form_key text not null,
  constraint local_plan_versions_address_check CHECK (((address ~ '^https?://[^\s]+$'::text) AND (length(address) <= 500))),
  constraint local_plan_versions_check CHECK ((period_from <= period_to)),
  constraint local_plan_versions_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint local_plan_versions_period_from_check CHECK (((period_from >= 1990) AND (period_from <= 2100))),
  constraint local_plan_versions_period_to_check CHECK (((period_to >= 1990) AND (period_to <= 2100))),
  constraint local_plan_versions_pkey PRIMARY KEY (id),
  constraint local_plan_versions_plan_fkey FOREIGN KEY (plan) REFERENCES levels.local_plans(code) ON DELETE RESTRICT,
  constraint local_plan_versions_plan_version_key UNIQUE (plan, version),
  constraint local_plan_versions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint local_plan_versions_version_check CHECK ((version > 0))
);

create table levels.local_plans (
  code text not null,
  area text not null,
  form_key text not null,
  constraint local_plans_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint local_plans_area_form_key_key UNIQUE (area, form_key),
  constraint local_plans_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint local_plans_pkey PRIMARY KEY (code)
);

create table levels.local_priorities (
  entry uuid not null,
  number integer not null,
  text text not null,
  answered text not null,
  action text,
  said_at timestamp with time zone not null,
  said_as text not null,
  constraint local_priorities_action_fkey FOREIGN KEY (action) REFERENCES strategy.actions(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint local_priorities_answered_check CHECK ((answered = ANY (ARRAY['onbekend'::text, 'geen'::text, 'ja'::text]))),
  constraint local_priorities_entry_fkey FOREIGN KEY (entry) REFERENCES levels.local_plan_versions(id) ON DELETE RESTRICT,
  constraint local_priorities_number_check CHECK ((number > 0)),
  constraint local_priorities_pkey PRIMARY KEY (entry, number),
  constraint local_priorities_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300)))
);

create table levels.named_plan_priorities (
  plan text not null,
  priority text not null,
  seq integer not null,
  constraint named_plan_priorities_pkey PRIMARY KEY (plan, priority),
  constraint named_plan_priorities_plan_fkey FOREIGN KEY (plan) REFERENCES levels.named_plans(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint named_plan_priorities_priority_fkey FOREIGN KEY (priority) REFERENCES strategy.priorities(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table levels.named_plans (
  code text not null,
  area text not null,
  title text not null,
  priority text,
  note text,
  sources text[] not null,
  withdrawn_on date,
  constraint named_plans_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint named_plans_pkey PRIMARY KEY (code)
);

create table levels.national_item_priorities (
  item text not null,
  priority text not null,
  seq integer not null,
  constraint national_item_priorities_item_fkey FOREIGN KEY (item) REFERENCES levels.national_items(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint national_item_priorities_pkey PRIMARY KEY (item, priority),
  constraint national_item_priorities_priority_fkey FOREIGN KEY (priority) REFERENCES strategy.priorities(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table levels.national_items (
  code text not null,
  agenda text not null,
  plan text,
  title text not null,
  goal text,
  period_from integer,
  period_to integer,
  ground text,
  reason text,
  sources text[] not null,
  withdrawn_on date,
  constraint national_items_ground_check CHECK ((ground = ANY (ARRAY['bron'::text, 'afgeleid'::text]))),
  constraint national_items_pkey PRIMARY KEY (code),
  constraint national_items_plan_fkey FOREIGN KEY (plan) REFERENCES strategy.plans(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table levels.national_links (
  item text not null,
  priority text not null,
  version integer not null,
  linked boolean not null,
  reason text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint national_links_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint national_links_item_fkey FOREIGN KEY (item) REFERENCES levels.national_items(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint national_links_pkey PRIMARY KEY (item, priority, version),
  constraint national_links_priority_fkey FOREIGN KEY (priority) REFERENCES strategy.priorities(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint national_links_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint national_links_version_check CHECK ((version > 0))
);

create table levels.variant_reasons (
  variant uuid not null,
  reason text not null,
  constraint variant_reasons_pkey PRIMARY KEY (variant),
  constraint variant_reasons_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  constraint variant_reasons_variant_fkey FOREIGN KEY (variant) REFERENCES levels.variants(id) ON DELETE RESTRICT
);

create table levels.variants (
  id uuid not null default gen_random_uuid(),
  action text not null,
  area text not null,
  version integer not null,
  choice text not null,
  title text,
  lead text,
  due_on date,
  target text,
  place text,
  decided_on date,
  regional jsonb not null,
  at timestamp with time zone not null,
  acted_as text not null,
  is_example boolean not null,
  form_key text not null,
  constraint variants_action_area_version_key UNIQUE (action, area, version),
  constraint variants_action_fkey FOREIGN KEY (action) REFERENCES strategy.actions(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint variants_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint variants_check CHECK (((choice = 'eigen'::text) = (title IS NOT NULL))),
  constraint variants_check1 CHECK (((choice = 'eigen'::text) OR (num_nonnulls(lead, due_on, target, place) = 0))),
  constraint variants_choice_check CHECK ((choice = ANY (ARRAY['eigen'::text, 'overgenomen'::text, 'niet'::text]))),
  constraint variants_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint variants_lead_check CHECK (((length(lead) >= 1) AND (length(lead) <= 200))),
  constraint variants_pkey PRIMARY KEY (id),
  constraint variants_place_check CHECK (((length(place) >= 1) AND (length(place) <= 300))),
  constraint variants_regional_check CHECK ((jsonb_typeof(regional) = 'object'::text)),
  constraint variants_target_check CHECK (((length(target) >= 1) AND (length(target) <= 300))),
  constraint variants_title_check CHECK (((length(title) >= 1) AND (length(title) <= 500))),
  constraint variants_version_check CHECK ((version > 0))
);

create table mail.keys (
  is_the_only boolean not null default true,
  key bytea not null,
  made_at timestamp with time zone not null,
  constraint keys_is_the_only_check CHECK (is_the_only),
  constraint keys_key_check CHECK ((length(key) = 64)),
  constraint keys_pkey PRIMARY KEY (is_the_only)
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
  reply_to text,
  constraint outbox_check CHECK ((is_example = (state = 'voorbeeld'::text))),
  constraint outbox_check1 CHECK (((body IS NULL) = (state = ANY (ARRAY['verstuurd'::text, 'opgegeven'::text, 'verlopen'::text])))),
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_reply_to_check CHECK ((reply_to ~ '^antwoord\+[0-9a-f]{52}@[^@\s]+$'::text)),
  constraint outbox_state_check CHECK ((state = ANY (ARRAY['wacht'::text, 'verstuurd'::text, 'opgegeven'::text, 'verlopen'::text, 'voorbeeld'::text]))),
  constraint outbox_stops_at_check CHECK ((stops_at ~~ 'http%'::text))
);

create table mail.received (
  id uuid not null default gen_random_uuid(),
  address text not null,
  message_hash text not null,
  at timestamp with time zone not null,
  outcome text not null,
  reason text,
  session uuid,
  constraint received_address_fkey FOREIGN KEY (address) REFERENCES mail.reply_addresses(id) ON DELETE CASCADE,
  constraint received_address_message_hash_key UNIQUE (address, message_hash),
  constraint received_check CHECK (((outcome = 'bezig'::text) = (session IS NOT NULL))),
  constraint received_message_hash_check CHECK ((message_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint received_outcome_check CHECK ((outcome = ANY (ARRAY['bezig'::text, 'verwerkt'::text, 'geweigerd'::text, 'automatisch'::text, 'onbestelbaar'::text]))),
  constraint received_pkey PRIMARY KEY (id),
  constraint received_reason_check CHECK ((length(reason) <= 200))
);

create table mail.reply_addresses (
  id text not null,
  purpose text not null,
  about jsonb not null,
  person uuid not null,
  post uuid not null,
  put_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  is_single_use boolean not null,
  used_at timestamp with time zone,
  constraint reply_addresses_id_check CHECK ((id ~ '^[0-9a-f]{20}$'::text)),
  constraint reply_addresses_person_fkey FOREIGN KEY (person) REFERENCES identity.people(id) ON DELETE CASCADE,
  constraint reply_addresses_pkey PRIMARY KEY (id)
);

create table meetings.answers (
  meeting text not null,
  seat uuid not null,
  version integer not null,
  answer text not null,
  at timestamp with time zone not null,
  days_version integer not null,
  constraint answers_answer_check CHECK ((answer = ANY (ARRAY['aanwezig'::text, 'afwezig'::text, 'vervanger'::text]))),
  constraint answers_meeting_days_version_fkey FOREIGN KEY (meeting, days_version) REFERENCES meetings.days(meeting, version) ON DELETE RESTRICT,
  constraint answers_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint answers_pkey PRIMARY KEY (meeting, seat, version),
  constraint answers_seat_fkey FOREIGN KEY (seat) REFERENCES meetings.seats(id) ON DELETE RESTRICT,
  constraint answers_version_check CHECK ((version > 0))
);

create table meetings.attachments (
  item uuid not null,
  hash text not null,
  name text not null,
  size integer not null,
  is_closed boolean not null,
  ground text,
  closed_until date,
  change_note text,
  at timestamp with time zone not null,
  acted_as text not null,
  withdrawn_at timestamp with time zone,
  constraint attachments_change_note_check CHECK (((length(change_note) >= 1) AND (length(change_note) <= 300))),
  constraint attachments_check CHECK (((is_closed = (ground IS NOT NULL)) AND (is_closed = (closed_until IS NOT NULL)))),
  constraint attachments_ground_fkey FOREIGN KEY (ground) REFERENCES meetings.grounds(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint attachments_hash_fkey FOREIGN KEY (hash) REFERENCES meetings.files(hash) ON DELETE RESTRICT,
  constraint attachments_item_fkey FOREIGN KEY (item) REFERENCES meetings.items(id) ON DELETE CASCADE,
  constraint attachments_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint attachments_pkey PRIMARY KEY (item, hash),
  constraint attachments_size_check CHECK ((size > 0))
);

create table meetings.calendar_keys (
  id uuid not null default gen_random_uuid(),
  person uuid not null,
  post uuid,
  key_hash text not null,
  made_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint calendar_keys_key_hash_check CHECK ((key_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint calendar_keys_key_hash_key UNIQUE (key_hash),
  constraint calendar_keys_person_fkey FOREIGN KEY (person) REFERENCES identity.people(id) ON DELETE CASCADE,
  constraint calendar_keys_pkey PRIMARY KEY (id),
  constraint calendar_keys_post_fkey FOREIGN KEY (post) REFERENCES identity.posts(id) ON DELETE CASCADE
);

create table meetings.days (
  meeting text not null,
  version integer not null,
  held_on date not null,
  ends_on date,
  state text not null,
  reason text,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint days_check CHECK ((ends_on > held_on)),
  constraint days_check1 CHECK (((state = ANY (ARRAY['verzet'::text, 'afgelast'::text])) = (reason IS NOT NULL))),
  constraint days_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint days_pkey PRIMARY KEY (meeting, version),
  constraint days_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  constraint days_state_check CHECK ((state = ANY (ARRAY['voorlopig'::text, 'gepland'::text, 'verzet'::text, 'afgelast'::text]))),
  constraint days_version_check CHECK ((version > 0))
);

create table meetings.deviations (
  instance text not null,
  place text not null,
  version integer not null,
  reason text,
  until date,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint deviations_check CHECK (((reason IS NULL) = (until IS NULL))),
  constraint deviations_instance_fkey FOREIGN KEY (instance) REFERENCES meetings.instances(code) ON DELETE RESTRICT,
  constraint deviations_pkey PRIMARY KEY (instance, place, version),
  constraint deviations_place_check CHECK (((length(place) >= 1) AND (length(place) <= 60))),
  constraint deviations_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  constraint deviations_version_check CHECK ((version > 0))
);

create table meetings.files (
  hash text not null,
  content bytea not null,
  constraint files_check CHECK ((hash = encode(sha256(content), 'hex'::text))),
  constraint files_content_check CHECK (((length(content) >= 1) AND (length(content) <= 10485760))),
  constraint files_pkey PRIMARY KEY (hash)
);

create table meetings.foreseen_items (
  subject uuid not null,
  item uuid not null,
  constraint foreseen_items_item_fkey FOREIGN KEY (item) REFERENCES meetings.items(id) ON DELETE CASCADE,
  constraint foreseen_items_pkey PRIMARY KEY (subject),
  constraint foreseen_items_subject_fkey FOREIGN KEY (subject) REFERENCES meetings.foreseen_subjects(id) ON DELETE RESTRICT
);

create table meetings.foreseen_subjects (
  id uuid not null default gen_random_uuid(),
  instance text not null,
  is_closed boolean not null,
  form_key text not null,
  constraint foreseen_subjects_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint foreseen_subjects_instance_fkey FOREIGN KEY (instance) REFERENCES meetings.instances(code) ON DELETE RESTRICT,
  constraint foreseen_subjects_instance_form_key_key UNIQUE (instance, form_key),
  constraint foreseen_subjects_pkey PRIMARY KEY (id)
);

create table meetings.foreseen_versions (
  subject uuid not null,
  version integer not null,
  title text not null,
  by_whom text not null,
  period text,
  meeting text,
  is_dropped boolean not null,
  reason text,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint foreseen_versions_by_whom_check CHECK (((length(by_whom) >= 1) AND (length(by_whom) <= 120))),
  constraint foreseen_versions_check CHECK (((period IS NULL) <> (meeting IS NULL))),
  constraint foreseen_versions_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint foreseen_versions_period_check CHECK ((period ~ '^20\d\d-(Q[1-4]|0[1-9]|1[0-2])$'::text)),
  constraint foreseen_versions_pkey PRIMARY KEY (subject, version),
  constraint foreseen_versions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  constraint foreseen_versions_subject_fkey FOREIGN KEY (subject) REFERENCES meetings.foreseen_subjects(id) ON DELETE RESTRICT,
  constraint foreseen_versions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 150))),
  constraint foreseen_versions_version_check CHECK ((version > 0))
);

create table meetings.grounds (
  code text not null,
  article text not null,
  words text not null,
  sources text[] not null,
  withdrawn_on date,
  constraint grounds_pkey PRIMARY KEY (code)
);

create table meetings.instances (
  code text not null,
  body text not null,
  area text not null,
  is_public boolean not null,
  is_example boolean not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint instances_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint instances_body_area_key UNIQUE (body, area),
  constraint instances_body_fkey FOREIGN KEY (body) REFERENCES governance.bodies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint instances_check CHECK ((code = ((body || '-'::text) || area))),
  constraint instances_pkey PRIMARY KEY (code)
);

create table meetings.invitations (
  meeting text not null,
  seat uuid not null,
  at timestamp with time zone not null,
  constraint invitations_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.sendings(meeting) ON DELETE RESTRICT,
  constraint invitations_pkey PRIMARY KEY (meeting, seat),
  constraint invitations_seat_fkey FOREIGN KEY (seat) REFERENCES meetings.seats(id) ON DELETE RESTRICT
);

create table meetings.items (
  id uuid not null default gen_random_uuid(),
  meeting text not null,
  is_closed boolean not null,
  number integer not null,
  ground text,
  closed_until date,
  sent_at timestamp with time zone,
  sent_version integer,
  published_at timestamp with time zone,
  published_version integer,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  form_key text not null,
  code text not null default (((meeting || '.'::text) ||
CASE
    WHEN is_closed THEN 'b'::text
    ELSE ''::text
END) || number),
  went_to uuid,
  constraint items_check CHECK (((is_closed = (ground IS NOT NULL)) AND (is_closed = (closed_until IS NOT NULL)))),
  constraint items_check1 CHECK ((((sent_at IS NULL) = (sent_version IS NULL)) AND ((published_at IS NULL) = (published_version IS NULL)))),
  constraint items_check2 CHECK (((published_at IS NULL) OR ((NOT is_closed) AND (sent_at IS NOT NULL)))),
  constraint items_check3 CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL))),
  constraint items_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint items_ground_fkey FOREIGN KEY (ground) REFERENCES meetings.grounds(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint items_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint items_meeting_form_key_key UNIQUE (meeting, form_key),
  constraint items_meeting_is_closed_number_key UNIQUE (meeting, is_closed, number) DEFERRABLE INITIALLY DEFERRED,
  constraint items_number_check CHECK ((number > 0)),
  constraint items_pkey PRIMARY KEY (id),
  constraint items_went_to_fkey FOREIGN KEY (went_to) REFERENCES meetings.items(id) ON DELETE RESTRICT,
  constraint items_withdrawn_because_check CHECK (((length(withdrawn_because) >= 1) AND (length(withdrawn_because) <= 300)))
);

create table meetings.meetings (
  code text not null,
  instance text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint meetings_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint meetings_instance_fkey FOREIGN KEY (instance) REFERENCES meetings.instances(code) ON DELETE RESTRICT,
  constraint meetings_instance_form_key_key UNIQUE (instance, form_key),
  constraint meetings_pkey PRIMARY KEY (code)
);

create table meetings.namings (
  seat uuid not null,
  post uuid not null,
  number integer not null,
  at timestamp with time zone not null,
  acted_as text not null,
  ended_at timestamp with time zone,
  constraint namings_number_check CHECK ((number > 0)),
  constraint namings_pkey PRIMARY KEY (seat, post, number),
  constraint namings_post_fkey FOREIGN KEY (post) REFERENCES identity.posts(id) ON DELETE CASCADE,
  constraint namings_seat_fkey FOREIGN KEY (seat) REFERENCES meetings.seats(id) ON DELETE RESTRICT
);

create table meetings.papers (
  item uuid not null,
  version integer not null,
  title text not null,
  kind text not null,
  topic text,
  asked text not null,
  occasion text not null,
  core text not null,
  caveat text not null,
  means text not null,
  follow_up text not null,
  change_note text,
  at timestamp with time zone not null,
  acted_as text not null,
  subjects text[] not null default '{}'::text[],
  constraint papers_change_note_check CHECK (((length(change_note) >= 1) AND (length(change_note) <= 300))),
  constraint papers_check CHECK (((((((length(asked) + length(occasion)) + length(core)) + length(caveat)) + length(means)) + length(follow_up)) <= 2500)),
  constraint papers_item_fkey FOREIGN KEY (item) REFERENCES meetings.items(id) ON DELETE CASCADE,
  constraint papers_kind_check CHECK ((kind = ANY (ARRAY['informatie'::text, 'bespreking'::text, 'advisering'::text, 'besluitvorming'::text]))),
  constraint papers_pkey PRIMARY KEY (item, version),
  constraint papers_subjects_check CHECK (((cardinality(subjects) <= 6) AND (array_to_string(subjects, ','::text) ~ '^((plan|prioriteit|actie) [^ ,]+(,(plan|prioriteit|actie) [^ ,]+)*)?$'::text))),
  constraint papers_title_check CHECK (((length(title) >= 1) AND (length(title) <= 150))),
  constraint papers_topic_fkey FOREIGN KEY (topic) REFERENCES governance.body_topics(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint papers_version_check CHECK ((version > 0))
);

create table meetings.places (
  meeting text not null,
  version integer not null,
  begins text not null,
  ends text not null,
  place text,
  prepared_on date,
  constraint places_begins_check CHECK ((begins ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  constraint places_ends_check CHECK ((ends ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  constraint places_meeting_version_fkey FOREIGN KEY (meeting, version) REFERENCES meetings.days(meeting, version) ON DELETE RESTRICT,
  constraint places_pkey PRIMARY KEY (meeting, version),
  constraint places_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200)))
);

create table meetings.publishings (
  meeting text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint publishings_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.sendings(meeting) ON DELETE RESTRICT,
  constraint publishings_pkey PRIMARY KEY (meeting)
);

create table meetings.seats (
  id uuid not null default gen_random_uuid(),
  instance text not null,
  kind text not null,
  organisation text not null,
  title text not null,
  post uuid,
  deputy_for uuid,
  valid_from date not null,
  valid_to date,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint seats_check CHECK ((valid_to >= valid_from)),
  constraint seats_check1 CHECK (((kind = 'plaatsvervanger'::text) = (deputy_for IS NOT NULL))),
  constraint seats_deputy_for_fkey FOREIGN KEY (deputy_for) REFERENCES meetings.seats(id) ON DELETE RESTRICT,
  constraint seats_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint seats_instance_fkey FOREIGN KEY (instance) REFERENCES meetings.instances(code) ON DELETE RESTRICT,
  constraint seats_instance_form_key_key UNIQUE (instance, form_key),
  constraint seats_kind_check CHECK ((kind = ANY (ARRAY['voorzitter'::text, 'lid'::text, 'plaatsvervanger'::text, 'secretaris'::text, 'motorblok'::text]))),
  constraint seats_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint seats_pkey PRIMARY KEY (id),
  constraint seats_post_fkey FOREIGN KEY (post) REFERENCES identity.posts(id) ON DELETE SET NULL,
  constraint seats_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
);

create table meetings.sendings (
  meeting text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint sendings_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint sendings_pkey PRIMARY KEY (meeting)
);

create table meetings.shares (
  item uuid not null,
  instance text not null,
  organisation text not null,
  number integer not null,
  at timestamp with time zone not null,
  acted_as text not null,
  taken_back_at timestamp with time zone,
  constraint shares_instance_fkey FOREIGN KEY (instance) REFERENCES meetings.instances(code) ON DELETE RESTRICT,
  constraint shares_item_fkey FOREIGN KEY (item) REFERENCES meetings.items(id) ON DELETE CASCADE,
  constraint shares_number_check CHECK ((number > 0)),
  constraint shares_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint shares_pkey PRIMARY KEY (item, organisation, number)
);

create table meetings.term_mails (
  seat uuid not null,
  until date not null,
  at timestamp with time zone not null,
  constraint term_mails_pkey PRIMARY KEY (seat, until),
  constraint term_mails_seat_fkey FOREIGN KEY (seat) REFERENCES meetings.seats(id) ON DELETE RESTRICT
);

create table meetings.year_task_versions (
  code text not null,
  version integer not null,
  month integer not null,
  what text not null,
  by_whom text not null,
  to_whom text not null,
  body text,
  is_withdrawn boolean not null,
  reason text,
  at timestamp with time zone not null,
  acted_as text,
  form_key text,
  constraint year_task_versions_body_fkey FOREIGN KEY (body) REFERENCES governance.bodies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint year_task_versions_check CHECK ((((version > 0) = (reason IS NOT NULL)) AND ((version > 0) = (acted_as IS NOT NULL)) AND ((version > 0) = (form_key IS NOT NULL)))),
  constraint year_task_versions_check1 CHECK (((version = 0) OR is_withdrawn OR (((length(what) >= 1) AND (length(what) <= 200)) AND ((length(by_whom) >= 1) AND (length(by_whom) <= 150)) AND ((length(to_whom) >= 1) AND (length(to_whom) <= 150))))),
  constraint year_task_versions_code_check CHECK ((code ~ '^[A-Za-z0-9._-]{1,80}$'::text)),
  constraint year_task_versions_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint year_task_versions_form_key_key UNIQUE (form_key),
  constraint year_task_versions_month_check CHECK (((month >= 1) AND (month <= 12))),
  constraint year_task_versions_pkey PRIMARY KEY (code, version),
  constraint year_task_versions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  constraint year_task_versions_version_check CHECK ((version >= 0))
);

create table meetings.year_tasks (
  code text not null,
  month integer not null,
  what text not null,
  by_whom text not null,
  to_whom text not null,
  body text,
  sources text[] not null,
  withdrawn_on date,
  constraint year_tasks_body_fkey FOREIGN KEY (body) REFERENCES governance.bodies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint year_tasks_month_check CHECK (((month >= 1) AND (month <= 12))),
  constraint year_tasks_pkey PRIMARY KEY (code)
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

create table money.grants (
  code text not null,
  receiver_kind text not null,
  receiver text not null,
  year integer not null,
  amount numeric(14,2) not null,
  purpose text not null,
  sources text[] not null,
  withdrawn_on date,
  constraint grants_amount_check CHECK ((amount > (0)::numeric)),
  constraint grants_pkey PRIMARY KEY (code),
  constraint grants_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 300))),
  constraint grants_receiver_kind_check CHECK ((receiver_kind = ANY (ARRAY['organisatie'::text, 'plan'::text, 'programma'::text]))),
  constraint grants_year_check CHECK (((year >= 2000) AND (year <= 2100)))
);

create table outcomes.approvals (
  meeting text not null,
  approved_in text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint approvals_approved_in_fkey FOREIGN KEY (approved_in) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint approvals_check CHECK ((approved_in <> meeting)),
  constraint approvals_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint approvals_pkey PRIMARY KEY (meeting)
);

create table outcomes.approved_items (
  item uuid not null,
  version integer not null,
  meeting text not null,
  constraint approved_items_item_version_fkey FOREIGN KEY (item, version) REFERENCES outcomes.minutes(item, version) ON DELETE RESTRICT,
  constraint approved_items_meeting_fkey FOREIGN KEY (meeting) REFERENCES outcomes.approvals(meeting) ON DELETE RESTRICT,
  constraint approved_items_pkey PRIMARY KEY (item)
);

create table outcomes.closures (
  promise uuid not null,
  words text,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint closures_pkey PRIMARY KEY (promise),
  constraint closures_promise_fkey FOREIGN KEY (promise) REFERENCES outcomes.promises(id) ON DELETE RESTRICT,
  constraint closures_words_check CHECK (((length(words) >= 1) AND (length(words) <= 1000)))
);

create table outcomes.fixed_items (
  item uuid not null,
  version integer not null,
  meeting text not null,
  constraint fixed_items_item_version_fkey FOREIGN KEY (item, version) REFERENCES outcomes.results(item, version) ON DELETE RESTRICT,
  constraint fixed_items_meeting_fkey FOREIGN KEY (meeting) REFERENCES outcomes.fixings(meeting) ON DELETE RESTRICT,
  constraint fixed_items_pkey PRIMARY KEY (item)
);

create table outcomes.fixings (
  meeting text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint fixings_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint fixings_pkey PRIMARY KEY (meeting)
);

create table outcomes.list_publishings (
  meeting text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint list_publishings_meeting_fkey FOREIGN KEY (meeting) REFERENCES outcomes.fixings(meeting) ON DELETE RESTRICT,
  constraint list_publishings_pkey PRIMARY KEY (meeting)
);

create table outcomes.minute_publishings (
  meeting text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint minute_publishings_meeting_fkey FOREIGN KEY (meeting) REFERENCES outcomes.approvals(meeting) ON DELETE RESTRICT,
  constraint minute_publishings_pkey PRIMARY KEY (meeting)
);

create table outcomes.minutes (
  item uuid not null,
  version integer not null,
  meeting text not null,
  text text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint minutes_item_fkey FOREIGN KEY (item) REFERENCES meetings.items(id) ON DELETE RESTRICT,
  constraint minutes_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint minutes_pkey PRIMARY KEY (item, version),
  constraint minutes_text_check CHECK (((length(text) >= 1) AND (length(text) <= 10000))),
  constraint minutes_version_check CHECK ((version > 0))
);

create table outcomes.promises (
  id uuid not null default gen_random_uuid(),
  meeting text not null,
  item uuid not null,
  is_closed boolean not null,
  number integer not null,
  kind text not null,
  text text not null,
  organisation text not null,
  title text not null,
  due date,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint promises_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint promises_item_fkey FOREIGN KEY (item) REFERENCES meetings.items(id) ON DELETE RESTRICT,
  constraint promises_kind_check CHECK ((kind = ANY (ARRAY['afspraak'::text, 'toezegging'::text]))),
  constraint promises_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint promises_meeting_form_key_key UNIQUE (meeting, form_key),
  constraint promises_meeting_is_closed_number_key UNIQUE (meeting, is_closed, number),
  constraint promises_number_check CHECK ((number > 0)),
  constraint promises_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint promises_pkey PRIMARY KEY (id),
  constraint promises_text_check CHECK (((length(text) >= 1) AND (length(text) <= 1000))),
  constraint promises_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
);

create table outcomes.proofs (
  promise uuid not null,
  version integer not null,
  sentence text not null,
  evidence text,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint proofs_evidence_check CHECK (((length(evidence) <= 490) AND (evidence ~ '^(https://\S+|/\S*|[0-9a-f]{64})$'::text))),
  constraint proofs_pkey PRIMARY KEY (promise, version),
  constraint proofs_promise_fkey FOREIGN KEY (promise) REFERENCES outcomes.promises(id) ON DELETE RESTRICT,
  constraint proofs_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 1000))),
  constraint proofs_version_check CHECK ((version > 0))
);

create table outcomes.results (
  item uuid not null,
  version integer not null,
  meeting text not null,
  outcome text not null,
  words text,
  held_to text,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint results_check CHECK (((held_to IS NULL) OR ((outcome = 'aangehouden'::text) AND (held_to <> meeting)))),
  constraint results_held_to_fkey FOREIGN KEY (held_to) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint results_item_fkey FOREIGN KEY (item) REFERENCES meetings.items(id) ON DELETE RESTRICT,
  constraint results_meeting_fkey FOREIGN KEY (meeting) REFERENCES meetings.meetings(code) ON DELETE RESTRICT,
  constraint results_outcome_check CHECK ((outcome = ANY (ARRAY['besloten'::text, 'geadviseerd'::text, 'besproken'::text, 'kennisgenomen'::text, 'aangehouden'::text]))),
  constraint results_pkey PRIMARY KEY (item, version),
  constraint results_version_check CHECK ((version > 0)),
  constraint results_words_check CHECK (((length(words) >= 1) AND (length(words) <= 1000)))
);

create table platform.load_parts (
  load integer not null,
  part text not null,
  content jsonb not null,
  loaded_at timestamp with time zone not null default platform.moment(),
  constraint load_parts_load_fkey FOREIGN KEY (load) REFERENCES platform.loads(id) ON DELETE CASCADE,
  constraint load_parts_pkey PRIMARY KEY (load, part)
);

create table platform.loads (
  id integer not null,
  source text not null,
  title text not null,
  stand text not null,
  plan text not null,
  state text not null,
  refused_because text,
  part_count integer not null,
  differences integer not null default 0,
  content_hash text,
  started_at timestamp with time zone not null default platform.moment(),
  finished_at timestamp with time zone,
  constraint loads_check CHECK (((state = 'volledig'::text) = (content_hash IS NOT NULL))),
  constraint loads_check1 CHECK (((state = 'geweigerd'::text) = (refused_because IS NOT NULL))),
  constraint loads_part_count_check CHECK ((part_count > 0)),
  constraint loads_pkey PRIMARY KEY (id),
  constraint loads_state_check CHECK ((state = ANY (ARRAY['bezig'::text, 'volledig'::text, 'geweigerd'::text, 'afgebroken'::text])))
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

create table progress.carriers (
  id uuid not null default gen_random_uuid(),
  action text not null,
  version integer not null,
  organisation text not null,
  post uuid,
  title text,
  deputy uuid,
  deputy_title text,
  how text not null,
  at timestamp with time zone not null,
  acted_as text,
  constraint carriers_action_fkey FOREIGN KEY (action) REFERENCES strategy.actions(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint carriers_action_version_key UNIQUE (action, version),
  constraint carriers_check CHECK (((title IS NULL) = (post IS NULL))),
  constraint carriers_check1 CHECK ((deputy <> post)),
  constraint carriers_check2 CHECK (((deputy_title IS NULL) = (deputy IS NULL))),
  constraint carriers_how_check CHECK ((how = ANY (ARRAY['aangewezen'::text, 'overgedragen'::text]))),
  constraint carriers_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint carriers_pkey PRIMARY KEY (id),
  constraint carriers_version_check CHECK ((version > 0))
);

create table progress.judgements (
  programme text not null,
  version integer not null,
  status text not null,
  sentence text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint judgements_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint judgements_pkey PRIMARY KEY (programme, version),
  constraint judgements_programme_fkey FOREIGN KEY (programme) REFERENCES strategy.programmes(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint judgements_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 500))),
  constraint judgements_status_check CHECK ((status = ANY (ARRAY['op-koers'::text, 'loopt-achter'::text, 'geblokkeerd'::text, 'afgerond'::text, 'gestopt'::text]))),
  constraint judgements_version_check CHECK ((version > 0))
);

create table progress.participations (
  action text not null,
  area text not null,
  version integer not null,
  takes_part text not null,
  sentence text,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint participations_action_fkey FOREIGN KEY (action) REFERENCES strategy.actions(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint participations_area_fkey FOREIGN KEY (area) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint participations_check CHECK (((sentence IS NOT NULL) OR (takes_part <> 'nee'::text))),
  constraint participations_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint participations_pkey PRIMARY KEY (action, area, version),
  constraint participations_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 500))),
  constraint participations_takes_part_check CHECK ((takes_part = ANY (ARRAY['ja'::text, 'nog-niet'::text, 'nee'::text]))),
  constraint participations_version_check CHECK ((version > 0))
);

create table progress.photos (
  hash text not null,
  kind text not null,
  content bytea not null,
  constraint photos_check CHECK ((hash = encode(sha256(content), 'hex'::text))),
  constraint photos_check1 CHECK (
CASE kind
    WHEN 'jpeg'::text THEN (substr(content, 1, 3) = '\xffd8ff'::bytea)
    ELSE (substr(content, 1, 8) = '\x89504e470d0a1a0a'::bytea)
END),
  constraint photos_content_check CHECK ((length(content) <= ((5 * 1024) * 1024))),
  constraint photos_kind_check CHECK ((kind = ANY (ARRAY['jpeg'::text, 'png'::text]))),
  constraint photos_pkey PRIMARY KEY (hash)
);

create table progress.quiet_time_changes (
  code text not null,
  version integer not null,
  name text not null,
  begins_on date not null,
  ends_on date not null,
  is_ended boolean not null,
  reason text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint quiet_time_changes_check CHECK (((ends_on >= begins_on) AND ((ends_on - begins_on) < 93))),
  constraint quiet_time_changes_code_check CHECK ((code ~ '^[a-z0-9-]{3,80}$'::text)),
  constraint quiet_time_changes_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint quiet_time_changes_form_key_key UNIQUE (form_key),
  constraint quiet_time_changes_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint quiet_time_changes_pkey PRIMARY KEY (code, version),
  constraint quiet_time_changes_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 300))),
  constraint quiet_time_changes_version_check CHECK ((version > 0))
);

create table progress.quiet_times (
  code text not null,
  name text not null,
  begins_on date not null,
  ends_on date not null,
  ground text not null,
  withdrawn_on date,
  constraint quiet_times_check CHECK ((ends_on >= begins_on)),
  constraint quiet_times_pkey PRIMARY KEY (code)
);

create table progress.request_items (
  request uuid not null,
  seq integer not null,
  action text not null,
  constraint request_items_action_fkey FOREIGN KEY (action) REFERENCES strategy.actions(code) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint request_items_pkey PRIMARY KEY (request, seq),
  constraint request_items_request_action_key UNIQUE (request, action),
  constraint request_items_request_fkey FOREIGN KEY (request) REFERENCES progress.requests(id) ON DELETE CASCADE,
  constraint request_items_seq_check CHECK ((seq > 0))
);

create table progress.requests (
  id uuid not null default gen_random_uuid(),
  round text not null,
  kind text not null,
  person uuid not null,
  post uuid not null,
  acted_as text not null,
  token_hash text not null,
  at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint requests_kind_check CHECK ((kind = ANY (ARRAY['vraag'::text, 'herinnering'::text, 'plaatsvervanger'::text]))),
  constraint requests_person_fkey FOREIGN KEY (person) REFERENCES identity.people(id) ON DELETE CASCADE,
  constraint requests_pkey PRIMARY KEY (id),
  constraint requests_round_fkey FOREIGN KEY (round) REFERENCES progress.rounds(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint requests_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint requests_token_hash_key UNIQUE (token_hash)
);

create table progress.round_starts (
  round text not null,
  started_at timestamp with time zone not null,
  acted_as text,
  constraint round_starts_pkey PRIMARY KEY (round),
  constraint round_starts_round_fkey FOREIGN KEY (round) REFERENCES progress.rounds(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table progress.rounds (
  code text not null,
  begins_on date not null,
  ends_on date not null,
  note text,
  withdrawn_on date,
  constraint rounds_check CHECK ((ends_on >= begins_on)),
  constraint rounds_code_check CHECK ((code ~ '^\d{4}-[1-4]$'::text)),
  constraint rounds_pkey PRIMARY KEY (code)
);

create table progress.updates (
  id uuid not null default gen_random_uuid(),
  action text not null,
  version integer not null,
  status text not null,
  sentence text,
  evidence text,
  is_unchanged boolean not null,
  way text not null,
  at timestamp with time zone not null,
  post uuid not null,
  organisation text not null,
  acted_as text not null,
  form_key text not null,
  photo text,
  photo_text text,
  constraint updates_action_fkey FOREIGN KEY (action) REFERENCES strategy.actions(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint updates_action_version_key UNIQUE (action, version),
  constraint updates_check CHECK (((sentence IS NOT NULL) OR (status <> ALL (ARRAY['loopt-achter'::text, 'geblokkeerd'::text, 'gestopt'::text, 'overgedragen'::text])))),
  constraint updates_check1 CHECK (((photo IS NULL) = (photo_text IS NULL))),
  constraint updates_evidence_check CHECK (((evidence ~ '^https?://[^\s]+$'::text) AND (length(evidence) <= 500))),
  constraint updates_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint updates_photo_fkey FOREIGN KEY (photo) REFERENCES progress.photos(hash) ON DELETE RESTRICT,
  constraint updates_photo_text_check CHECK (((length(photo_text) >= 1) AND (length(photo_text) <= 200))),
  constraint updates_pkey PRIMARY KEY (id),
  constraint updates_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 500))),
  constraint updates_status_check CHECK ((status = ANY (ARRAY['nog-niet-begonnen'::text, 'op-koers'::text, 'loopt-achter'::text, 'geblokkeerd'::text, 'afgerond'::text, 'gestopt'::text, 'overgedragen'::text]))),
  constraint updates_version_check CHECK ((version > 0)),
  constraint updates_way_check CHECK ((way = ANY (ARRAY['scherm'::text, 'link'::text, 'mail'::text])))
);

create table proposals.addressees (
  id uuid not null default gen_random_uuid(),
  proposal text not null,
  seq integer not null,
  instance text,
  organisation text,
  round_closed_at timestamp with time zone,
  round_result text,
  constraint addressees_check CHECK (((instance IS NULL) <> (organisation IS NULL))),
  constraint addressees_check1 CHECK (((round_closed_at IS NULL) = (round_result IS NULL))),
  constraint addressees_instance_fkey FOREIGN KEY (instance) REFERENCES meetings.instances(code) ON DELETE RESTRICT,
  constraint addressees_organisation_fkey FOREIGN KEY (organisation) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint addressees_pkey PRIMARY KEY (id),
  constraint addressees_proposal_seq_fkey FOREIGN KEY (proposal, seq) REFERENCES proposals.steps(proposal, seq) ON DELETE RESTRICT,
  constraint addressees_proposal_seq_instance_key UNIQUE (proposal, seq, instance),
  constraint addressees_proposal_seq_organisation_key UNIQUE (proposal, seq, organisation),
  constraint addressees_round_result_check CHECK ((round_result = ANY (ARRAY['akkoord'::text, 'bespreken'::text])))
);

create table proposals.answers (
  addressee uuid not null,
  version integer not null,
  round integer not null,
  verdict text not null,
  why text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint answers_addressee_version_fkey FOREIGN KEY (addressee, version) REFERENCES proposals.views(addressee, version) ON DELETE RESTRICT,
  constraint answers_pkey PRIMARY KEY (addressee, version, round),
  constraint answers_round_check CHECK ((round > 0)),
  constraint answers_verdict_check CHECK ((verdict = ANY (ARRAY['overgenomen'::text, 'deels'::text, 'niet'::text]))),
  constraint answers_why_check CHECK (((length(why) >= 1) AND (length(why) <= 2000)))
);

create table proposals.condition_states (
  addressee uuid not null,
  view_version integer not null,
  seq integer not null,
  version integer not null,
  state text not null,
  since date not null,
  sentence text not null,
  evidence text,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint condition_states_addressee_view_version_fkey FOREIGN KEY (addressee, view_version) REFERENCES proposals.views(addressee, version) ON DELETE RESTRICT,
  constraint condition_states_evidence_check CHECK (((length(evidence) <= 490) AND (evidence ~ '^(https://\S+|/([^/]\S*)?|[0-9a-f]{64})$'::text))),
  constraint condition_states_pkey PRIMARY KEY (addressee, view_version, seq, version),
  constraint condition_states_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 1000))),
  constraint condition_states_seq_check CHECK ((seq > 0)),
  constraint condition_states_state_check CHECK ((state = ANY (ARRAY['open'::text, 'voldaan'::text, 'niet voldaan'::text, 'vervallen'::text]))),
  constraint condition_states_version_check CHECK ((version > 0))
);

create table proposals.item_proposals (
  item uuid not null,
  proposal text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint item_proposals_item_fkey FOREIGN KEY (item) REFERENCES meetings.items(id) ON DELETE CASCADE,
  constraint item_proposals_pkey PRIMARY KEY (item),
  constraint item_proposals_proposal_fkey FOREIGN KEY (proposal) REFERENCES proposals.proposals(code) ON DELETE RESTRICT
);

create table proposals.proposals (
  code text not null,
  route text not null,
  route_name text not null,
  direction text not null,
  brought_by text not null,
  instance text,
  decision text,
  is_example boolean not null,
  at timestamp with time zone not null,
  acted_as text not null,
  finished_at timestamp with time zone,
  result text,
  result_note text,
  published_at timestamp with time zone,
  form_key text not null,
  constraint proposals_brought_by_fkey FOREIGN KEY (brought_by) REFERENCES identity.parties(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint proposals_check CHECK (((finished_at IS NULL) = (result IS NULL))),
  constraint proposals_check1 CHECK (((published_at IS NULL) OR (finished_at IS NOT NULL))),
  constraint proposals_direction_check CHECK ((direction = ANY (ARRAY['omhoog'::text, 'omlaag'::text, 'opzij'::text]))),
  constraint proposals_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint proposals_form_key_key UNIQUE (form_key),
  constraint proposals_instance_fkey FOREIGN KEY (instance) REFERENCES meetings.instances(code) ON DELETE RESTRICT,
  constraint proposals_pkey PRIMARY KEY (code),
  constraint proposals_result_check CHECK ((result = ANY (ARRAY['aangenomen'::text, 'gewijzigd aangenomen'::text, 'niet aangenomen'::text, 'beantwoord'::text, 'ingetrokken'::text]))),
  constraint proposals_result_note_check CHECK (((length(result_note) >= 1) AND (length(result_note) <= 2000)))
);

create table proposals.route_steps (
  code text not null,
  route text not null,
  name text not null,
  direction text not null,
  seq integer not null,
  mode text not null,
  before_whom text not null,
  who text not null,
  body text,
  valid_from date,
  valid_to date,
  sources text[] not null,
  withdrawn_on date,
  constraint route_steps_before_whom_check CHECK ((before_whom = ANY (ARRAY['indiener'::text, 'gremium'::text, 'gemeenten'::text, 'een-overleg'::text]))),
  constraint route_steps_body_fkey FOREIGN KEY (body) REFERENCES governance.bodies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint route_steps_check CHECK ((valid_to > valid_from)),
  constraint route_steps_check1 CHECK (((before_whom = 'gremium'::text) = (body IS NOT NULL))),
  constraint route_steps_check2 CHECK (((mode = 'schriftelijk'::text) = (before_whom = 'een-overleg'::text))),
  constraint route_steps_direction_check CHECK ((direction = ANY (ARRAY['omhoog'::text, 'omlaag'::text, 'opzij'::text]))),
  constraint route_steps_mode_check CHECK ((mode = ANY (ARRAY['voorbereiden'::text, 'besluiten'::text, 'adviseren'::text, 'vragen'::text, 'schriftelijk'::text]))),
  constraint route_steps_pkey PRIMARY KEY (code),
  constraint route_steps_seq_check CHECK ((seq > 0))
);

create table proposals.steps (
  proposal text not null,
  seq integer not null,
  mode text not null,
  before_whom text not null,
  who text not null,
  body text,
  opened_at timestamp with time zone,
  term date,
  closed_at timestamp with time zone,
  outcome text,
  constraint steps_before_whom_check CHECK ((before_whom = ANY (ARRAY['indiener'::text, 'gremium'::text, 'gemeenten'::text, 'een-overleg'::text, 'gekozen'::text]))),
  constraint steps_body_fkey FOREIGN KEY (body) REFERENCES governance.bodies(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint steps_check CHECK (((opened_at IS NULL) = (term IS NULL))),
  constraint steps_check1 CHECK (((closed_at IS NULL) OR (opened_at IS NOT NULL))),
  constraint steps_check2 CHECK (((closed_at IS NULL) = (outcome IS NULL))),
  constraint steps_mode_check CHECK ((mode = ANY (ARRAY['voorbereiden'::text, 'besluiten'::text, 'adviseren'::text, 'vragen'::text, 'schriftelijk'::text]))),
  constraint steps_outcome_check CHECK (((length(outcome) >= 1) AND (length(outcome) <= 2000))),
  constraint steps_pkey PRIMARY KEY (proposal, seq),
  constraint steps_proposal_fkey FOREIGN KEY (proposal) REFERENCES proposals.proposals(code) ON DELETE RESTRICT,
  constraint steps_seq_check CHECK ((seq > 0))
);

create table proposals.texts (
  proposal text not null,
  version integer not null,
  title text not null,
  body text not null,
  change_note text,
  because_of uuid,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint texts_because_of_fkey FOREIGN KEY (because_of) REFERENCES proposals.addressees(id) ON DELETE RESTRICT,
  constraint texts_body_check CHECK (((length(body) >= 1) AND (length(body) <= 10000))),
  constraint texts_change_note_check CHECK (((length(change_note) >= 1) AND (length(change_note) <= 500))),
  constraint texts_check CHECK (((version = 1) = (change_note IS NULL))),
  constraint texts_pkey PRIMARY KEY (proposal, version),
  constraint texts_proposal_fkey FOREIGN KEY (proposal) REFERENCES proposals.proposals(code) ON DELETE RESTRICT,
  constraint texts_title_check CHECK (((length(title) >= 1) AND (length(title) <= 150))),
  constraint texts_version_check CHECK ((version > 0))
);

create table proposals.views (
  addressee uuid not null,
  version integer not null,
  edits integer not null,
  text_version integer not null,
  stance text not null,
  said text,
  condition text,
  reason text,
  acted_as text not null,
  released_at timestamp with time zone,
  released_as text,
  constraint views_addressee_fkey FOREIGN KEY (addressee) REFERENCES proposals.addressees(id) ON DELETE RESTRICT,
  constraint views_check CHECK (((version = 1) = (reason IS NULL))),
  constraint views_check1 CHECK (((stance = 'voorwaarde'::text) = (condition IS NOT NULL))),
  constraint views_check2 CHECK (((stance <> 'antwoord'::text) OR (said IS NOT NULL))),
  constraint views_check3 CHECK (((released_at IS NULL) = (released_as IS NULL))),
  constraint views_condition_check CHECK (((length(condition) >= 1) AND (length(condition) <= 2000))),
  constraint views_edits_check CHECK ((edits > 0)),
  constraint views_pkey PRIMARY KEY (addressee, version),
  constraint views_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint views_said_check CHECK (((length(said) >= 1) AND (length(said) <= 4000))),
  constraint views_stance_check CHECK ((stance = ANY (ARRAY['instemmen'::text, 'voorwaarde'::text, 'aanhouden'::text, 'niet'::text, 'antwoord'::text]))),
  constraint views_text_version_check CHECK ((text_version > 0)),
  constraint views_version_check CHECK ((version > 0))
);

create table proposals.words (
  addressee uuid not null,
  seat uuid not null,
  version integer not null,
  word text not null,
  remark text,
  at timestamp with time zone not null,
  constraint words_addressee_fkey FOREIGN KEY (addressee) REFERENCES proposals.addressees(id) ON DELETE RESTRICT,
  constraint words_check CHECK (((word = 'akkoord'::text) = (remark IS NULL))),
  constraint words_pkey PRIMARY KEY (addressee, seat, version),
  constraint words_remark_check CHECK (((length(remark) >= 1) AND (length(remark) <= 1000))),
  constraint words_seat_fkey FOREIGN KEY (seat) REFERENCES meetings.seats(id) ON DELETE RESTRICT,
  constraint words_version_check CHECK ((version > 0)),
  constraint words_word_check CHECK ((word = ANY (ARRAY['akkoord'::text, 'opmerking'::text, 'niet'::text])))
);

create table publications.announced_moments (
  announcement text not null,
  version integer not null,
  on_day date not null,
  at_time text not null,
  is_off boolean not null default false,
  reason text,
  subject text,
  at timestamp with time zone not null,
  acted_as text not null,
  form_key text not null,
  constraint announced_moments_announcement_fkey FOREIGN KEY (announcement) REFERENCES publications.announcements(code) ON DELETE RESTRICT,
  constraint announced_moments_announcement_form_key_key UNIQUE (announcement, form_key),
  constraint announced_moments_at_time_check CHECK ((at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint announced_moments_check CHECK (((version = 1) = (reason IS NULL))),
  constraint announced_moments_check1 CHECK (((version > 1) OR (NOT is_off))),
  constraint announced_moments_form_key_check CHECK (((length(form_key) >= 8) AND (length(form_key) <= 64))),
  constraint announced_moments_pkey PRIMARY KEY (announcement, version),
  constraint announced_moments_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint announced_moments_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 120))),
  constraint announced_moments_version_check CHECK ((version > 0))
);

create table publications.announcements (
  code text not null,
  kind text not null,
  title text not null,
  period text,
  owner text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  constraint announcements_code_check CHECK ((code ~ '^[a-z0-9-]{3,80}$'::text)),
  constraint announcements_kind_check CHECK ((kind = ANY (ARRAY['rapportage'::text, 'verantwoording'::text, 'nota'::text, 'besluit'::text, 'anders'::text]))),
  constraint announcements_owner_fkey FOREIGN KEY (owner) REFERENCES identity.organisations(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint announcements_period_check CHECK (((length(period) >= 4) AND (length(period) <= 21))),
  constraint announcements_pkey PRIMARY KEY (code),
  constraint announcements_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
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

create table publications.corrections (
  id uuid not null default gen_random_uuid(),
  before text not null,
  after text not null,
  reason text not null,
  at timestamp with time zone not null,
  acted_as text not null,
  kind text not null,
  subject text not null,
  title text,
  constraint corrections_after_check CHECK (((after <> ''::text) AND (length(after) <= 4000))),
  constraint corrections_before_check CHECK (((before <> ''::text) AND (length(before) <= 4000))),
  constraint corrections_pkey PRIMARY KEY (id),
  constraint corrections_reason_check CHECK (((reason <> ''::text) AND (length(reason) <= 4000))),
  constraint corrections_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint is_entered TRIGGER DEFERRABLE INITIALLY DEFERRED
);

create table publications.differences (
  report text not null,
  release integer not null,
  known_on date not null,
  at timestamp with time zone not null default platform.moment(),
  sentences jsonb not null,
  figures integer not null,
  constraint differences_figures_check CHECK ((figures >= 0)),
  constraint differences_pkey PRIMARY KEY (report, release),
  constraint differences_report_fkey FOREIGN KEY (report) REFERENCES publications.reports(code) ON DELETE RESTRICT,
  constraint differences_sentences_check CHECK ((jsonb_typeof(sentences) = 'array'::text))
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

create table publications.ledger (
  seq integer not null,
  kind text not null,
  subject text not null,
  body text not null,
  previous text,
  hash text not null,
  constraint ledger_check CHECK ((hash = encode(sha256(convert_to(body, 'UTF8'::name)), 'hex'::text))),
  constraint ledger_check1 CHECK (((seq = 1) = (previous IS NULL))),
  constraint ledger_check2 CHECK ((((body)::jsonb -> 'regel'::text) = to_jsonb(seq))),
  constraint ledger_check3 CHECK ((((body)::jsonb ->> 'soort'::text) = kind)),
  constraint ledger_check4 CHECK ((((body)::jsonb ->> 'onderwerp'::text) = subject)),
  constraint ledger_check5 CHECK ((NOT (((body)::jsonb ->> 'vorige'::text) IS DISTINCT FROM previous))),
  constraint ledger_hash_key UNIQUE (hash),
  constraint ledger_kind_subject_key UNIQUE (kind, subject),
  constraint ledger_pkey PRIMARY KEY (seq),
  constraint ledger_seq_check CHECK ((seq > 0))
);

create table publications.recomputations (
  report text not null,
  at timestamp with time zone not null default platform.moment(),
  equal integer not null,
  different integer not null,
  gone integer not null,
  is_same boolean not null,
  constraint recomputations_different_check CHECK ((different >= 0)),
  constraint recomputations_equal_check CHECK ((equal >= 0)),
  constraint recomputations_gone_check CHECK ((gone >= 0)),
  constraint recomputations_pkey PRIMARY KEY (report, at),
  constraint recomputations_report_fkey FOREIGN KEY (report) REFERENCES publications.reports(code) ON DELETE RESTRICT
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
  constraint is_entered TRIGGER DEFERRABLE INITIALLY DEFERRED,
  constraint signatures_context_fkey FOREIGN KEY (context) REFERENCES publications.contexts(id) ON DELETE RESTRICT,
  constraint signatures_pkey PRIMARY KEY (report),
  constraint signatures_report_fkey FOREIGN KEY (report) REFERENCES publications.reports(code) ON DELETE RESTRICT
);

create table publications.woo_categories (
  code text not null,
  label text not null,
  uri text not null,
  article text not null,
  valuation text,
  selection_list text,
  sources text[] not null,
  withdrawn_on date,
  constraint woo_categories_check CHECK (((valuation IS NULL) = (selection_list IS NULL))),
  constraint woo_categories_code_check CHECK ((code = ANY (ARRAY['besluit'::text, 'agenda'::text, 'rapportage'::text, 'verantwoording'::text, 'nota'::text, 'correctie'::text]))),
  constraint woo_categories_pkey PRIMARY KEY (code),
  constraint woo_categories_uri_check CHECK ((uri ~ '^https://identifier\.overheid\.nl/tooi/def/thes/kern/c_[0-9a-f]{8}$'::text)),
  constraint woo_categories_valuation_check CHECK ((valuation = ANY (ARRAY['B'::text, 'V'::text])))
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
  lead_post text,
  aim text,
  target_by text,
  target_text text,
  target_evidence text,
  constraint actions_aim_check CHECK ((aim = ANY (ARRAY['doel'::text, 'streven'::text]))),
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

create table strategy.matrix_refusals (
  cell text not null,
  constraint matrix_refusals_cell_fkey FOREIGN KEY (cell) REFERENCES strategy.matrix_cells(code) ON DELETE CASCADE,
  constraint matrix_refusals_pkey PRIMARY KEY (cell)
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
  made_here boolean not null default false,
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
  constraint boundary_releases_pkey PRIMARY KEY (id)
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

create table territory.team_neighbourhoods (
  id uuid not null default gen_random_uuid(),
  team text not null,
  code text not null,
  name text not null,
  wijk text,
  municipality text not null,
  valid_from date not null,
  valid_to date,
  withdrawn_on date,
  constraint one_team_at_a_time EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_to) WITH &&) WHERE ((withdrawn_on IS NULL)) DEFERRABLE INITIALLY DEFERRED,
  constraint team_neighbourhoods_check CHECK ((valid_to > valid_from)),
  constraint team_neighbourhoods_municipality_fkey FOREIGN KEY (municipality) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
  constraint team_neighbourhoods_pkey PRIMARY KEY (id),
  constraint team_neighbourhoods_team_fkey FOREIGN KEY (team) REFERENCES territory.areas(code) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
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

CREATE INDEX accounts_owner ON accounts.accounts USING btree (owner);
CREATE INDEX action_areas_area ON strategy.action_areas USING btree (area);
CREATE INDEX action_changes_decision ON decisions.action_changes USING btree (decision);
CREATE INDEX action_changes_mandate ON decisions.action_changes USING btree (mandate);
CREATE INDEX action_indicators_indicator ON strategy.action_indicators USING btree (indicator);
CREATE INDEX action_participants_party ON strategy.action_participants USING btree (party);
CREATE INDEX action_versions_lead ON drafting.action_versions USING btree (lead);
CREATE INDEX action_versions_set ON drafting.action_versions USING btree (set);
CREATE INDEX actions_came_from ON drafting.actions USING btree (came_from);
CREATE INDEX actions_chapter ON drafting.actions USING btree (chapter);
CREATE INDEX actions_lead ON strategy.actions USING btree (lead);
CREATE INDEX actions_plan ON strategy.actions USING btree (plan);
CREATE INDEX actions_programme ON strategy.actions USING btree (programme);
CREATE INDEX actions_promise ON strategy.actions USING btree (promise);
CREATE INDEX addressees_instance ON proposals.addressees USING btree (instance);
CREATE INDEX addressees_organisation ON proposals.addressees USING btree (organisation);
CREATE INDEX announcements_owner ON publications.announcements USING btree (owner);
CREATE INDEX answers_entry ON hearings.answers USING btree (entry, point);
CREATE INDEX answers_import ON datacalls.answers USING btree (import);
CREATE INDEX answers_seat ON meetings.answers USING btree (seat);
CREATE INDEX answers_undoes ON datacalls.answers USING btree (undoes);
CREATE INDEX approvals_approved_in ON outcomes.approvals USING btree (approved_in);
CREATE INDEX approved_items_meeting ON outcomes.approved_items USING btree (meeting);
CREATE INDEX area_files_area ON accounts.area_files USING btree (area);
CREATE INDEX areas_kind ON territory.areas USING btree (kind);
CREATE INDEX attachments_ground ON meetings.attachments USING btree (ground);
CREATE INDEX attachments_hash ON meetings.attachments USING btree (hash);
CREATE INDEX audit_log_at ON identity.audit_log USING btree (at);
CREATE INDEX boundary_releases_newest ON territory.boundary_releases USING btree (source, valid_from, id);
CREATE INDEX budget_lines_bureau ON money.budget_lines USING btree (bureau, year);
CREATE INDEX calendar_keys_person ON meetings.calendar_keys USING btree (person);
CREATE INDEX calendar_keys_post ON meetings.calendar_keys USING btree (post);
CREATE INDEX carriers_organisation ON progress.carriers USING btree (organisation);
CREATE INDEX chapter_versions_lead ON drafting.chapter_versions USING btree (lead);
CREATE INDEX chapter_versions_priority ON drafting.chapter_versions USING btree (priority);
CREATE INDEX chapter_versions_set ON drafting.chapter_versions USING btree (set);
CREATE INDEX chapters_draft ON drafting.chapters USING btree (draft);
CREATE INDEX composition_rules_body ON governance.composition_rules USING btree (body);
CREATE INDEX condition_states_dropped_by ON decisions.condition_states USING btree (dropped_by);
CREATE INDEX contradiction_measurements_measurement ON figures.contradiction_measurements USING btree (measurement);
CREATE INDEX corrections_subject ON publications.corrections USING btree (kind, subject);
CREATE INDEX counts_release ON crime.counts USING btree (release, month);
CREATE INDEX decisions_area ON decisions.decisions USING btree (area);
CREATE INDEX decisions_body ON decisions.decisions USING btree (body, taken_on);
CREATE INDEX decisions_closed_to ON decisions.decisions USING btree (closed_to);
CREATE INDEX drafts_began_from ON drafting.drafts USING btree (began_from);
CREATE INDEX drafts_owner ON drafting.drafts USING btree (owner);
CREATE INDEX drafts_strategy ON drafting.drafts USING btree (strategy);
CREATE INDEX effects_subject ON decisions.effects USING btree (kind, subject);
CREATE INDEX ended_seats_body ON decisions.ended_seats USING btree (body);
CREATE INDEX ended_seats_seat ON decisions.ended_seats USING btree (seat);
CREATE INDEX entries_haystack ON search.entries USING gin (haystack gin_trgm_ops);
CREATE INDEX entries_plain_title ON search.entries USING gin (plain_title gin_trgm_ops);
CREATE INDEX example_contacts_organisation ON governance.example_contacts USING btree (organisation);
CREATE INDEX example_post_areas_area ON identity.example_post_areas USING btree (area);
CREATE INDEX fixed_items_meeting ON outcomes.fixed_items USING btree (meeting);
CREATE INDEX foreseen_items_item ON meetings.foreseen_items USING btree (item);
CREATE INDEX foreseen_versions_meeting ON meetings.foreseen_versions USING btree (meeting);
CREATE INDEX grants_receiver ON money.grants USING btree (receiver);
CREATE INDEX hearings_asked_by ON hearings.hearings USING btree (asked_by);
CREATE INDEX hearings_plan ON hearings.hearings USING btree (plan);
CREATE INDEX hearings_strategy ON hearings.hearings USING btree (strategy);
CREATE INDEX imports_call ON datacalls.imports USING btree (call, holder);
CREATE INDEX imports_holder ON datacalls.imports USING btree (holder);
CREATE INDEX inhabitants_release ON crime.inhabitants USING btree (release);
CREATE INDEX instances_area ON meetings.instances USING btree (area);
CREATE INDEX invitations_seat ON meetings.invitations USING btree (seat);
CREATE INDEX item_proposals_proposal ON proposals.item_proposals USING btree (proposal);
CREATE INDEX items_ground ON meetings.items USING btree (ground);
CREATE INDEX items_went_to ON meetings.items USING btree (went_to);
CREATE INDEX key_figure_releases_newest ON crime.key_figure_releases USING btree (source_table, modified_at, id);
CREATE INDEX key_figures_release ON crime.key_figures USING btree (release);
CREATE INDEX knowledge_item_users_used_by ON learning.knowledge_item_users USING btree (used_by);
CREATE INDEX line_parts_part ON datacalls.line_parts USING btree (part);
CREATE INDEX lines_call ON datacalls.lines USING btree (call, seq);
CREATE INDEX lines_holder ON datacalls.lines USING btree (holder);
CREATE INDEX links_from ON strategy.links USING btree (from_kind, from_code);
CREATE INDEX links_to ON strategy.links USING btree (to_kind, to_code);
CREATE INDEX local_links_priority ON levels.local_links USING btree (priority);
CREATE INDEX local_plans_area ON levels.local_plans USING btree (area);
CREATE INDEX local_priorities_action ON levels.local_priorities USING btree (action);
CREATE INDEX looks_preview ON accounts.looks USING btree (account, version, area);
CREATE INDEX mailed_conflicts_line ON datacalls.mailed_conflicts USING btree (line);
CREATE INDEX mailings_call ON datacalls.mailings USING btree (call, holder);
CREATE INDEX mailings_holder ON datacalls.mailings USING btree (holder);
CREATE INDEX matrix_cells_partner ON strategy.matrix_cells USING btree (partner);
CREATE INDEX measurements_area ON figures.measurements USING btree (area);
CREATE INDEX measurements_import ON figures.measurements USING btree (import) WHERE (import IS NOT NULL);
CREATE INDEX measurements_indicator ON figures.measurements USING btree (indicator, area, period);
CREATE INDEX meetings_instance ON meetings.meetings USING btree (instance);
CREATE INDEX memberships_whole ON territory.memberships USING btree (whole, division);
CREATE INDEX minutes_meeting ON outcomes.minutes USING btree (meeting);
CREATE INDEX named_plan_priorities_priority ON levels.named_plan_priorities USING btree (priority);
CREATE INDEX namings_post ON meetings.namings USING btree (post);
CREATE INDEX national_item_priorities_priority ON levels.national_item_priorities USING btree (priority);
CREATE INDEX national_links_priority ON levels.national_links USING btree (priority);
CREATE INDEX notes_area ON crime.notes USING btree (area, type);
CREATE INDEX notes_type ON crime.notes USING btree (type);
CREATE INDEX organisation_areas_area ON territory.organisation_areas USING btree (area);
CREATE INDEX outbox_waiting ON mail.outbox USING btree (try_at) WHERE (state = 'wacht'::text);
CREATE INDEX papers_topic ON meetings.papers USING btree (topic);
CREATE INDEX paragraph_versions_set ON drafting.paragraph_versions USING btree (set);
CREATE INDEX paragraphs_chapter ON drafting.paragraphs USING btree (chapter);
CREATE INDEX participations_area ON progress.participations USING btree (area);
CREATE INDEX parties_area ON hearings.parties USING btree (area);
CREATE INDEX parties_organisation ON hearings.parties USING btree (organisation);
CREATE INDEX person_logins_person ON identity.person_logins USING btree (person);
CREATE INDEX population_releases_newest ON crime.population_releases USING btree (source_table, modified_at, id);
CREATE INDEX post_areas_area ON identity.post_areas USING btree (area);
CREATE INDEX posts_person ON identity.posts USING btree (person);
CREATE INDEX previews_area ON accounts.previews USING btree (area);
CREATE INDEX programmes_plan ON strategy.programmes USING btree (plan);
CREATE INDEX promises_carrier ON outcomes.promises USING btree (organisation, title);
CREATE INDEX promises_item ON outcomes.promises USING btree (item);
CREATE INDEX proposals_brought_by ON proposals.proposals USING btree (brought_by);
CREATE INDEX proposals_instance ON proposals.proposals USING btree (instance);
CREATE INDEX question_mails_release ON crime.question_mails USING btree (release);
CREATE INDEX questions_account ON accounts.questions USING btree (account);
CREATE INDEX questions_release ON crime.questions USING btree (release);
CREATE INDEX questions_type ON crime.questions USING btree (type);
CREATE INDEX received_session ON mail.received USING btree (session) WHERE (session IS NOT NULL);
CREATE INDEX release_areas_code ON crime.release_areas USING btree (code, release);
CREATE INDEX release_areas_municipality ON crime.release_areas USING btree (release, municipality);
CREATE INDEX remarks_action ON drafting.remarks USING btree (action);
CREATE INDEX remarks_chapter ON drafting.remarks USING btree (chapter);
CREATE INDEX remarks_paragraph ON drafting.remarks USING btree (paragraph);
CREATE INDEX remarks_reply_to ON drafting.remarks USING btree (reply_to);
CREATE INDEX reply_addresses_person ON mail.reply_addresses USING btree (person);
CREATE INDEX request_items_action ON progress.request_items USING btree (action);
CREATE INDEX requests_person ON progress.requests USING btree (person);
CREATE INDEX requests_round ON progress.requests USING btree (round, post);
CREATE INDEX result_areas_area ON strategy.result_areas USING btree (area);
CREATE INDEX results_held_to ON outcomes.results USING btree (held_to);
CREATE INDEX results_indicator ON strategy.results USING btree (indicator);
CREATE INDEX results_meeting ON outcomes.results USING btree (meeting);
CREATE INDEX results_plan ON strategy.results USING btree (plan);
CREATE INDEX results_programme ON strategy.results USING btree (programme);
CREATE INDEX route_steps_body ON proposals.route_steps USING btree (body);
CREATE INDEX run_areas_area ON publications.run_areas USING btree (area);
CREATE INDEX run_areas_report ON publications.run_areas USING btree (report);
CREATE INDEX seats_deputy_for ON meetings.seats USING btree (deputy_for);
CREATE INDEX seats_instance ON meetings.seats USING btree (instance);
CREATE INDEX seats_organisation ON meetings.seats USING btree (organisation);
CREATE INDEX seats_post ON meetings.seats USING btree (post);
CREATE INDEX sessions_person ON identity.sessions USING btree (person);
CREATE INDEX sets_draft ON drafting.sets USING btree (draft);
CREATE INDEX shares_instance ON meetings.shares USING btree (instance);
CREATE INDEX shares_organisation ON meetings.shares USING btree (organisation);
CREATE INDEX sign_in_links_person ON identity.sign_in_links USING btree (person);
CREATE INDEX sign_in_requests_address ON identity.sign_in_requests USING btree (address_hash, requested_at);
CREATE INDEX sign_in_requests_sender ON identity.sign_in_requests USING btree (sender_hash, requested_at);
CREATE INDEX signatures_context ON publications.signatures USING btree (context);
CREATE INDEX steps_body ON proposals.steps USING btree (body);
CREATE INDEX survey_questions_indicator ON figures.survey_questions USING btree (indicator);
CREATE INDEX taken_at_item ON decisions.taken_at USING btree (item);
CREATE INDEX taken_at_meeting ON decisions.taken_at USING btree (meeting);
CREATE INDEX team_neighbourhoods_municipality ON territory.team_neighbourhoods USING btree (municipality);
CREATE INDEX team_neighbourhoods_team ON territory.team_neighbourhoods USING btree (team);
CREATE INDEX templates_priority ON drafting.templates USING btree (priority);
CREATE INDEX texts_because_of ON proposals.texts USING btree (because_of);
CREATE INDEX updates_at ON progress.updates USING btree (at);
CREATE INDEX updates_photo ON progress.updates USING btree (photo) WHERE (photo IS NOT NULL);
CREATE INDEX variants_area ON levels.variants USING btree (area);
CREATE INDEX versions_account ON accounts.versions USING btree (account, part, entry);
CREATE INDEX versions_organisation ON annotations.versions USING btree (organisation);
CREATE INDEX versions_picture ON accounts.versions USING btree (account, picture);
CREATE INDEX versions_writer ON accounts.versions USING btree (writer);
CREATE INDEX words_seat ON proposals.words USING btree (seat);
CREATE INDEX year_task_versions_body ON meetings.year_task_versions USING btree (body);
CREATE INDEX year_tasks_body ON meetings.year_tasks USING btree (body);
CREATE UNIQUE INDEX imports_file ON figures.imports USING btree (file_hash) WHERE (undone_at IS NULL);
CREATE UNIQUE INDEX one_load_at_a_time ON crime.releases USING btree (source_table) WHERE (state = 'bezig'::text);
CREATE UNIQUE INDEX one_load_at_a_time ON platform.loads USING btree (source) WHERE (state = 'bezig'::text);
CREATE UNIQUE INDEX one_open_order_a_table ON crime.load_orders USING btree (source_table) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX one_run_at_a_time ON publications.runs USING btree (period) WHERE (state = ANY (ARRAY['wacht'::text, 'bezig'::text]));
CREATE UNIQUE INDEX people_email ON identity.people USING btree (lower(email));
CREATE UNIQUE INDEX questions_once ON crime.questions USING btree (person, view, area, type, level) NULLS NOT DISTINCT WHERE (stopped_at IS NULL);

CREATE OR REPLACE FUNCTION accounts.author_of(bureau text, of_part text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select string_agg(words, '; ' order by words) from accounts.own_posts(bureau) where of_part is null or part = of_part
$function$
;
CREATE OR REPLACE FUNCTION accounts.begins_for()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct o.code), '{}')
    from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION accounts.embargo(given text)
 RETURNS TABLE(window_until date, announced_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select (select w.until from (
            select until from accounts.windows where account = given order by version desc limit 1) w
           where w.until >= platform.today()),
         (select max(last.comes_at) from publications.announcements a
           cross join lateral (
             select m.subject, m.is_off, (m.on_day + m.at_time::time) at time zone 'Europe/Amsterdam' as comes_at
               from publications.announced_moments m where m.announcement = a.code order by m.version desc limit 1) last
           where a.kind = 'verantwoording' and last.subject = given and not last.is_off
             and last.comes_at > platform.moment())
   where accounts.works_on(given)
$function$
;
CREATE OR REPLACE FUNCTION accounts.follow_on()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  last record;
begin
  -- One at a time per account, so that what is cleared or released is what stands.
  perform from accounts.accounts where code = new.account for update;
  if accounts.is_released(new.account) then
    raise exception 'what was released never changes' using errcode = '42501';
  end if;
  select * into last from accounts.versions where block = new.block order by version desc limit 1;
  if new.version is distinct from coalesce(last.version, 0) + 1 then
    raise exception 'a version follows on the last one' using errcode = '23505';
  end if;
  if last.block is not null and (last.account, last.part, last.kind) is distinct from (new.account, new.part, new.kind) then
    raise exception 'a block stays what it is' using errcode = '23514';
  end if;
  new.writer := identity.current_person();
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION accounts.hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform from accounts.accounts where code = new.account for update;
  -- Asked again after the wait: the policy looks at what was there when the statement began.
  if tg_table_name = 'releases' and not accounts.may_release(new.account) then
    raise exception 'not everything is cleared' using errcode = '42501';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION accounts.is_cleared(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select not exists (select from unnest(accounts.parts_to_clear(given)) as asked (part)
    where not exists (select from accounts.clearances c
      where c.account = given and c.part = asked.part and c.upto = accounts.newest_of(given, asked.part)))
$function$
;
CREATE OR REPLACE FUNCTION accounts.is_public(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from accounts.releases r where r.account = given and not (r.is_example
    and exists (select from crime.releases o where o.state = 'volledig' and not o.is_example)))
$function$
;
CREATE OR REPLACE FUNCTION accounts.is_released(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from accounts.releases r where r.account = given)
$function$
;
CREATE OR REPLACE FUNCTION accounts.is_releasing(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select 'bureau' = any (accounts.own_parts(given))
     and exists (select from accounts.releases r where r.account = given and r.at = platform.moment())
$function$
;
CREATE OR REPLACE FUNCTION accounts.look(given text, of_area text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  own record;
begin
  select * into own from accounts.own_previews() p where p.account = given and p.area = of_area;
  if own is null then return null; end if;
  insert into accounts.looks (account, version, area, at, acted_as) values (given, own.version, of_area, platform.moment(), own.acted_as);
  perform identity.note('pagina vooraf bekeken', given || ', ' || of_area, in_request);
  return (select v.content from accounts.previews v where v.account = given and v.version = own.version and v.area = of_area);
end $function$
;
CREATE OR REPLACE FUNCTION accounts.mail_window(given text, of_area text, mail_subject text, mail_body text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  receiver record;
  mailed integer := 0;
begin
  if not ('bureau' = any (accounts.own_parts(given))) or not exists (
    select from accounts.windows w join accounts.previews v on v.account = w.account and v.version = w.version and v.area = of_area
     where w.account = given and w.at = platform.moment())
  then raise exception 'only who opens a window mails' using errcode = '42501'; end if;
  for receiver in
    select distinct q.email, q.is_example from identity.posts p join identity.people q on q.id = p.person
     where accounts.sees_first(p, of_area)
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    mailed := mailed + 1;
  end loop;
  return mailed;
end $function$
;
CREATE OR REPLACE FUNCTION accounts.may_clear(given text, of_part text, up_to integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select not accounts.is_released(given) and of_part = any (accounts.own_parts(given))
     and up_to > 0 and up_to = accounts.newest_of(given, of_part)
$function$
;
CREATE OR REPLACE FUNCTION accounts.may_correct(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select accounts.is_released(given) and 'bureau' = any (accounts.own_parts(given))
$function$
;
CREATE OR REPLACE FUNCTION accounts.may_release(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with standing as (
    select distinct on (block) * from accounts.versions where account = given order by block, version desc
  )
  select 'bureau' = any (accounts.own_parts(given)) and not accounts.is_released(given) and not accounts.wrote_last(given)
     and exists (select from standing where not is_removed)
     and not exists (select from standing where not is_removed and consent_until <= platform.today())
     and not exists (select from unnest(accounts.parts_to_clear(given)) as asked (part)
       where not exists (select from accounts.clearances c
         where c.account = given and c.part = asked.part and c.upto = accounts.newest_of(given, asked.part)))
     and not exists (select from accounts.embargo(given) e where e.window_until is not null or e.announced_at is not null)
$function$
;
CREATE OR REPLACE FUNCTION accounts.may_write(given text, of_part text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select not accounts.is_released(given) and accounts.own_parts(given) && array[of_part, 'bureau']
$function$
;
CREATE OR REPLACE FUNCTION accounts.newest_of(given text, of_part text)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(max(entry), 0) from accounts.versions where account = given and part = of_part
$function$
;
CREATE OR REPLACE FUNCTION accounts.note_author()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  given jsonb := to_jsonb(new);
  bureau text := case tg_table_name when 'accounts' then given ->> 'owner' else accounts.owner_of(given ->> 'account') end;
begin
  new.at := platform.moment();
  new.acted_as := coalesce(
    accounts.author_of(bureau, case tg_table_name when 'clearances' then given ->> 'part' when 'releases' then 'bureau' end), '');
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION accounts.note_corrector()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.at := platform.moment();
  new.acted_as := coalesce(accounts.releases_as(new.subject), '');
  new.title := (select a.title from accounts.accounts a where a.code = new.subject);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION accounts.open_window(given text, last_day date, pages jsonb, of_key text, in_request text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  next_version integer;
begin
  perform from accounts.accounts a where a.code = given for update;
  if not ('bureau' = any (accounts.own_parts(given))) or accounts.is_released(given) then return null; end if;
  if exists (select from accounts.windows w where w.account = given and w.form_key = of_key) then return 0; end if;
  if not accounts.is_cleared(given) or last_day < platform.today() then return null; end if;
  select coalesce(max(w.version), 0) + 1 into next_version from accounts.windows w where w.account = given;
  insert into accounts.windows (account, version, until, at, acted_as, form_key)
  values (given, next_version, last_day, platform.moment(), accounts.releases_as(given), of_key);
  insert into accounts.previews (account, version, area, content)
  select given, next_version, p.key, p.value from jsonb_each_text(pages) p join territory.areas t on t.code = p.key and t.kind = 'gemeente';
  perform identity.note('inzage vooraf geopend', given || ', versie ' || next_version, in_request);
  return next_version;
end $function$
;
CREATE OR REPLACE FUNCTION accounts.own_parts(given text)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct part), '{}') from accounts.own_posts(accounts.owner_of(given))
$function$
;
CREATE OR REPLACE FUNCTION accounts.own_posts(bureau text)
 RETURNS TABLE(part text, words text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case o.kind when 'gemeente' then 'gemeenten' else o.kind end, p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person()
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     and ((o.kind = 'bureau' and o.code = bureau and p.role in ('programmamanager', 'adviseur', 'analist'))
       or (o.kind in ('politie', 'om') and p.role <> 'lezer')
       or (o.kind = 'gemeente' and p.role = 'bestuurder'))
$function$
;
CREATE OR REPLACE FUNCTION accounts.own_previews()
 RETURNS TABLE(account text, title text, year integer, owner_name text, version integer, area text, area_name text, until date, acted_as text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct on (w.account, v.area) w.account, a.title, a.year, o.name, w.version, v.area, t.name, w.until,
         p.title || ', ' || po.name
    from accounts.windows w join accounts.accounts a on a.code = w.account join identity.organisations o on o.code = a.owner
    join accounts.previews v on v.account = w.account and v.version = w.version join territory.areas t on t.code = v.area
    join identity.posts p on p.person = identity.current_person() and accounts.sees_first(p, v.area)
    join identity.organisations po on po.code = p.organisation
   where platform.today() <= w.until and not accounts.is_released(w.account)
     and w.version = (select max(x.version) from accounts.windows x where x.account = w.account)
   order by w.account, v.area, p.id
$function$
;
CREATE OR REPLACE FUNCTION accounts.owner_of(given text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select owner from accounts.accounts where code = given
$function$
;
CREATE OR REPLACE FUNCTION accounts.parts_to_clear(given text)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct part), '{}') from (
    select part from accounts.versions where account = given
    union all select unnest(array['politie', 'om', 'gemeenten']) from accounts.accounts
      where code = given and kind = 'jaarresultaten') found
$function$
;
CREATE OR REPLACE FUNCTION accounts.people_of_parts(given text)
 RETURNS TABLE(part text, people integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case o.kind when 'gemeente' then 'gemeenten' else o.kind end, count(distinct p.person)::integer
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where accounts.works_on(given)
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     and ((o.kind = 'bureau' and o.code = accounts.owner_of(given) and p.role in ('programmamanager', 'adviseur', 'analist'))
       or (o.kind in ('politie', 'om') and p.role <> 'lezer')
       or (o.kind = 'gemeente' and p.role = 'bestuurder'))
   group by 1
$function$
;
CREATE OR REPLACE FUNCTION accounts.previewed_questions(given text)
 RETURNS TABLE(asked text, answered text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.asked, s.answered from (
    select distinct on (q.question) q.*, min(q.at) over (partition by q.question) as first_at
      from accounts.questions q where q.account = given order by q.question, q.version desc) s
   where not s.is_removed and exists (select from accounts.own_previews() p where p.account = given)
   order by s.first_at, s.question
$function$
;
CREATE OR REPLACE FUNCTION accounts.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'accounts grow and never change';
end $function$
;
CREATE OR REPLACE FUNCTION accounts.refuse_late_picture()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if accounts.is_released(new.account) then raise exception 'what was released never changes' using errcode = '42501'; end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION accounts.releases_as(given text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select accounts.author_of(accounts.owner_of(given), 'bureau')
$function$
;
CREATE OR REPLACE FUNCTION accounts.require_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (
    select from publications.ledger e
     where e.kind = 'verantwoording' and e.subject = new.account and e.body::jsonb -> 'bestanden' = (
       select jsonb_object_agg(kept.name, kept.hash) from (
         select 'stuk.' || f.format as name, f.hash from accounts.files f where f.account = new.account
         union all
         select 'gebieden/' || f.area || '.' || f.format, f.hash from accounts.area_files f where f.account = new.account) kept))
  then raise exception 'what is released is entered in the ledger' using errcode = '23514';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION accounts.sees_first(p identity.posts, of_area text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.role in ('adviseur', 'bestuurder')
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     and exists (select from identity.organisations o where o.code = p.organisation and o.kind = 'gemeente')
     and of_area in (
       select pa.area from identity.post_areas pa where pa.post = p.id
       union
       select oa.area from territory.organisation_areas oa where oa.organisation = p.organisation
          and not exists (select from identity.post_areas pa where pa.post = p.id))
$function$
;
CREATE OR REPLACE FUNCTION accounts.shows_picture(given text, of_hash text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select accounts.is_public(given) and exists (
    select from (select distinct on (block) * from accounts.versions where account = given order by block, version desc) standing
     where picture = of_hash and not is_removed)
$function$
;
CREATE OR REPLACE FUNCTION accounts.works_on(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select cardinality(accounts.own_parts(given)) > 0
$function$
;
CREATE OR REPLACE FUNCTION accounts.wrote_last(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce((select v.writer = identity.current_person() from accounts.versions v
    where v.account = given order by v.entry desc limit 1), false)
$function$
;
CREATE OR REPLACE FUNCTION annotations.keep(of_item uuid, for_organisation text, seen integer, said text, with_basis jsonb, of_key text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
  newest annotations.versions;
begin
  perform meetings.hold('annotatie ' || of_item || for_organisation);
  select a.acted_as into author
    from meetings.items i join meetings.meetings m on m.code = i.meeting join meetings.advised() a on a.instance = m.instance
   where i.id = of_item and a.organisation = for_organisation and i.sent_at is not null and i.withdrawn_at is null
     and (not i.is_closed or i.id = any (meetings.shared_items()));
  if author is null then return null; end if;
  if exists (select from annotations.versions v
    where v.item = of_item and v.organisation = for_organisation and v.form_key = of_key) then return 'bewaard'; end if;
  select * into newest from annotations.versions v
   where v.item = of_item and v.organisation = for_organisation order by v.version desc limit 1;
  if newest.body = said and newest.basis is not distinct from with_basis then return 'ongewijzigd'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into annotations.versions (item, organisation, version, body, is_ready, basis, at, acted_as, form_key)
  values (of_item, for_organisation, seen + 1, said, with_basis is not null, with_basis, platform.moment(), author, of_key);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION annotations.own_advisers()
 RETURNS TABLE(name text, title text, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct h.name, s.title || ', ' || o.name, h.email
    from meetings.seated_for() own join meetings.served() s on s.instance = own.instance and s.organisation = own.organisation
    join identity.people h on h.id = s.person join identity.organisations o on o.code = s.organisation
   where h.id <> identity.current_person()
   order by 1, 2
$function$
;
CREATE OR REPLACE FUNCTION annotations.own_organisations()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct o.organisation), '{}')
    from (select a.organisation from meetings.advised() a union all select s.organisation from meetings.seated_for() s) o
$function$
;
CREATE OR REPLACE FUNCTION annotations.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was written is added to and never changed';
end $function$
;
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
  select jsonb_build_object('view', q.view, 'area', q.area, 'type', q.type, 'level', q.level,
                            'isStopped', q.stopped_at is not null)
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
     and (not r.is_example or not exists (
       select from crime.releases o where o.state = 'volledig' and not o.is_example and o.cadence = r.cadence))
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
CREATE OR REPLACE FUNCTION datacalls.mail_list(of_call text, of_holder text, mail_subject text, mail_body text, of_lines jsonb, in_domain text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  asker text := (select c.asked_by from datacalls.calls c where c.code = of_call and c.withdrawn_on is null);
begin
  if asker is null or not asker = any (identity.current_organisations('programmamanager'))
     or not exists (select from datacalls.lines l where l.call = of_call and l.holder = of_holder) then
    raise exception 'only who asks mails the list' using errcode = '42501';
  end if;
  return datacalls.put_list(of_call, of_holder, 'lijst', datacalls.write_author(asker), mail_subject, mail_body, of_lines, in_domain);
end $function$
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
    when 'mailed_conflicts' then datacalls.holder_of(to_jsonb(new) ->> 'line')
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
CREATE OR REPLACE FUNCTION datacalls.put_list(of_call text, of_holder text, of_kind text, by_whom text, mail_subject text, mail_body text, of_lines jsonb, in_domain text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  of_due date := (select c.due from datacalls.calls c where c.code = of_call for update);
  until timestamptz := (greatest(of_due + 14, platform.today() + 30))::timestamp at time zone 'Europe/Amsterdam';
  receiver record;
  mailed integer := 0;
begin
  if exists (select from datacalls.mailings m where m.call = of_call and m.holder = of_holder
      and m.at > platform.moment() - interval '20 hours') then return 0; end if;
  for receiver in
    select distinct on (q.id) q.id, q.email, q.is_example, p.id as post
      from identity.posts p join identity.people q on q.id = p.person
     where p.organisation = of_holder and p.role <> 'lezer'
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     order by q.id, p.valid_to desc nulls first, p.id
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days',
      mail.reply_to('uitvraag', jsonb_build_object('call', of_call, 'holder', of_holder, 'lines', of_lines), receiver.id, receiver.post,
        until, in_domain));
    mailed := mailed + 1;
  end loop;
  if mailed > 0 then
    insert into datacalls.mailings (call, holder, kind, at, receivers, acted_as)
    values (of_call, of_holder, of_kind, platform.moment(), mailed, by_whom);
  end if;
  return mailed;
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
CREATE OR REPLACE FUNCTION decisions.adopt_plan(new decisions.effects, d decisions.decisions)
 RETURNS decisions.effects
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  plan strategy.plans;
  undone decisions.effects;
begin
  select * into plan from strategy.plans where code = new.subject and withdrawn_on is null for update;
  if plan.code is null then perform decisions.refuse('onbekend'); end if;
  new.before := jsonb_build_object('vastgesteldOp', plan.adopted_on, 'vastgesteldDoor', plan.adopted_by);
  if new.kind = 'stelt-plan-vast' then
    new.after := jsonb_build_object('vastgesteldOp', d.taken_on, 'vastgesteldDoor', d.body);
  else
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    if undone.after is distinct from new.before then perform decisions.refuse('intussen-veranderd'); end if;
    new.after := undone.before;
  end if;
  update strategy.plans set adopted_on = (new.after ->> 'vastgesteldOp')::date, adopted_by = new.after ->> 'vastgesteldDoor'
   where code = plan.code;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.amend_action(new decisions.effects, d decisions.decisions)
 RETURNS decisions.effects
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  stored strategy.actions;
  stands text;
  undone decisions.effects;
begin
  select * into stored from strategy.actions where code = new.subject and withdrawn_on is null for update;
  if stored.code is null then perform decisions.refuse('onbekend'); end if;
  stands := decisions.value_of(stored, new.after ->> 'veld');
  new.before := jsonb_build_object('veld', new.after ->> 'veld', 'waarde', stands);
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject) u where u.after ->> 'veld' = new.after ->> 'veld';
    if undone.after is distinct from new.before then perform decisions.refuse('intussen-veranderd'); end if;
  end if;
  insert into decisions.action_changes (action, field, before, after, reason, decision, form_key)
  values (new.subject, new.after ->> 'veld', stands, new.after ->> 'waarde', 'Besluit ' || d.code || ': ' || d.title, d.code, d.form_key);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.answered(of_question text)
 RETURNS TABLE(asked integer, answered integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select count(*)::integer,
         count(*) filter (where exists (select from proposals.views v where v.addressee = a.id and v.released_at is not null))::integer
    from proposals.proposals p join proposals.addressees a on a.proposal = p.code
    join decisions.decisions d on d.code = p.decision and d.is_public
   where p.code = of_question and p.route = 'vraag-van-besluit'
$function$
;
CREATE OR REPLACE FUNCTION decisions.appoint(new decisions.effects, d decisions.decisions)
 RETURNS decisions.effects
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  there meetings.instances;
  undone decisions.effects;
  its_seat uuid;
  its_posts uuid[];
begin
  perform meetings.hold(new.subject);
  if d.reverses is not null then
    select u.* into undone from decisions.undone_by(d.code, new.kind, new.subject) u where u.after ->> 'zetel' = new.after ->> 'zetel';
    update meetings.seats s set valid_to = greatest(d.taken_on, s.valid_from)
     where s.id = (undone.after ->> 'zetel')::uuid and s.valid_to is null;
    if not found then perform decisions.refuse('intussen-veranderd'); end if;
    new.before := undone.after;
    new.after := undone.after || jsonb_build_object('tot', d.taken_on);
    return new;
  end if;
  select * into there from meetings.instances i where i.code = new.subject;
  if there.code is null or not exists (select from identity.organisations o where o.code = new.after ->> 'organisatie' and o.withdrawn_on is null) then
    perform decisions.refuse('onbekend');
  end if;
  -- What a decision does is public.
  if not there.is_public then perform decisions.refuse('vertrouwelijk'); end if;
  if (new.after ->> 'vanaf')::date < d.taken_on then perform decisions.refuse('voor-het-besluit'); end if;
  select array_agg(p.id) into its_posts from identity.posts p
   where p.organisation = new.after ->> 'organisatie' and lower(p.title) = lower(new.after ->> 'functie') and decisions.runs(p);
  insert into meetings.seats (instance, kind, organisation, title, post, valid_from, at, acted_as, form_key)
  values (there.code, new.after ->> 'soort', new.after ->> 'organisatie', new.after ->> 'functie',
          case when cardinality(its_posts) = 1 then its_posts[1] end, (new.after ->> 'vanaf')::date, platform.moment(), d.acted_as,
          d.code || '-' || new.seq) returning id into its_seat;
  new.before := '{}';
  new.after := new.after || jsonb_build_object('zetel', its_seat, 'gremium', there.body, 'gebied', there.area);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.ask(new decisions.effects, d decisions.decisions)
 RETURNS decisions.effects
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  undone decisions.effects;
  taken_back text;
  asker text;
  instances text[];
  municipalities text[] := '{}';
  question text;
begin
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    taken_back := proposals.take_question_back(undone.after ->> 'voorstel', 'Besluit ' || d.reverses || ' is teruggedraaid.', d.code);
    if taken_back = 'beantwoord' then perform decisions.refuse('al-beantwoord'); end if;
    if taken_back is null then perform decisions.refuse('intussen-veranderd'); end if;
    new.before := undone.after;
    new.after := undone.after || jsonb_build_object('ingetrokken', true);
    return new;
  end if;
  select coalesce(array_agg(i.code), '{}') into instances from meetings.instances i where i.body = new.subject and i.is_public;
  if new.subject = 'gemeenten' then
    select coalesce(array_agg(o.code), '{}') into municipalities from identity.organisations o
     where o.kind = 'gemeente' and o.withdrawn_on is null and meetings.holds(coalesce(o.valid_from, '-infinity'), o.valid_to);
  end if;
  -- A body without an area decides as the one instance it has.
  select case when count(*) = 1 then min(i.code) end into asker from meetings.instances i
   where i.body = d.body and (d.area is null or i.area = d.area);
  question := proposals.ask_down(
    jsonb_build_object('title', case when length(d.title) > 150 then left(d.title, 149) || '…' else d.title end, 'body', new.after ->> 'vraag',
      'brought_by', d.body, 'instance', asker, 'acted_as', d.acted_as),
    instances, municipalities, (new.after ->> 'tot')::date, d.code);
  if question is null then perform decisions.refuse('niemand-gevraagd'); end if;
  new.before := '{}';
  new.after := new.after || jsonb_build_object('voorstel', question, 'aantal', cardinality(instances || municipalities));
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.carry_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d decisions.decisions;
  changed text;
begin
  select * into d from decisions.decisions where code = new.decision;
  if not d.is_public then perform decisions.refuse('vertrouwelijk'); end if;
  if d.reverses is not null and not exists (select from decisions.undone_by(d.code, new.kind, new.subject)) then
    perform decisions.refuse('onbekend');
  end if;
  changed := case new.kind when 'zet-prioriteit' then 'prioriteit' when 'zet-doel' then 'doelcijfer'
    when 'wijzigt-actie' then split_part(new.after ->> 'veld', '_', 1)
    when 'benoemt' then 'zetel' when 'verleent-decharge' then 'zetel' when 'heft-op' then 'gremium' when 'kent-geld-toe' then 'geld'
    when 'vraagt' then 'vraag' else 'plan' end;
  if not decisions.has_mandate(d.body, changed, d.taken_on) then perform decisions.refuse('geen-mandaat'); end if;
  if decisions.recorder() is null and not decisions.has_mandate(d.body, changed, platform.today()) then
    perform decisions.refuse('geen-mandaat-meer');
  end if;
  if new.kind = 'benoemt' then perform decisions.check_seating(new.subject); end if;
  if new.kind = 'verleent-decharge' then
    perform decisions.check_seating((select s.instance from meetings.seats s where s.id::text = new.subject));
  end if;
  case new.kind
    when 'zet-prioriteit' then new := decisions.move_priority(new, d);
    when 'zet-doel' then new := decisions.set_target(new, d);
    when 'wijzigt-actie' then new := decisions.amend_action(new, d);
    when 'benoemt' then new := decisions.appoint(new, d);
    when 'verleent-decharge' then new := decisions.discharge(new, d);
    when 'heft-op' then new := decisions.dissolve(new, d);
    when 'kent-geld-toe' then new := decisions.grant_money(new, d);
    when 'vraagt' then new := decisions.ask(new, d);
    else new := decisions.adopt_plan(new, d);
  end case;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.change_action()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  stored strategy.actions;
  stands text;
begin
  -- Not while a decision is being recorded: it may be freezing the plan.
  perform pg_advisory_xact_lock_shared(7403370);
  perform pg_advisory_xact_lock(7403371, hashtext(new.action));
  select * into stored from strategy.actions where code = new.action and withdrawn_on is null for update;
  if stored.code is null then perform decisions.refuse('onbekend'); end if;
  stands := decisions.value_of(stored, new.field);
  if stands is distinct from new.before then perform decisions.refuse('intussen-veranderd'); end if;
  if stands is not distinct from new.after then perform decisions.refuse('niets-veranderd'); end if;
  if new.field = 'trekker' and not exists (select from identity.parties where code = new.after) then
    perform decisions.refuse('onbekend');
  end if;
  if new.decision is null then
    select m.mandate, m.acted_as into new.mandate, new.acted_as from decisions.mandate_for(new.action, split_part(new.field, '_', 1)) m;
    if new.mandate is null then perform decisions.refuse('geen-mandaat'); end if;
  else
    new.acted_as := (select d.acted_as from decisions.decisions d where d.code = new.decision);
  end if;
  new.at := platform.moment();
  new.version := coalesce((select max(version) from decisions.action_changes where action = new.action), 0) + 1;
  case new.field
    when 'titel' then update strategy.actions set title = new.after where code = new.action;
    when 'klaar' then update strategy.actions set due = new.after where code = new.action;
    when 'trekker' then update strategy.actions set lead = new.after where code = new.action;
    when 'doel_waarde' then update strategy.actions set target_value = new.after::numeric where code = new.action;
    else update strategy.actions set target_unit = new.after where code = new.action;
  end case;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.check_knot()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from governance.bodies b where b.code = new.body and b.level = 'regio') then
    perform decisions.refuse('geen-regio');
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.check_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d decisions.decisions;
  held meetings.days;
  there meetings.instances;
  of_item meetings.items;
begin
  if not decisions.is_being_recorded(new.decision) then raise exception 'not being recorded' using errcode = '42501'; end if;
  select * into d from decisions.decisions where code = new.decision;
  select i.* into there from meetings.meetings m join meetings.instances i on i.code = m.instance where m.code = new.meeting;
  select * into held from meetings.days y where y.meeting = new.meeting order by y.version desc limit 1;
  if there.body is distinct from d.body or d.area is not null and there.area <> d.area then perform decisions.refuse('andere-vergadering'); end if;
  if held.state = 'afgelast' or d.taken_on < held.held_on or d.taken_on > coalesce(held.ends_on, held.held_on) then
    perform decisions.refuse('andere-dag');
  end if;
  if new.item is not null then
    select * into of_item from meetings.items i where i.id = new.item and i.meeting = new.meeting and i.withdrawn_at is null;
    if of_item.id is null then perform decisions.refuse('onbekend'); end if;
    if of_item.is_closed <> (d.closed_to is not null) then perform decisions.refuse('besloten-punt'); end if;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.check_seating(of_instance text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if decisions.recorder() is null and not exists (select from decisions.own_instances() o where o.instance = of_instance) then
    perform decisions.refuse('ander-overleg');
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.discharge(new decisions.effects, d decisions.decisions)
 RETURNS decisions.effects
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  its meetings.seats;
  there meetings.instances;
  undone decisions.effects;
begin
  select * into its from meetings.seats s where s.id::text = new.subject for update;
  select * into there from meetings.instances i where i.code = its.instance;
  if its.id is null then perform decisions.refuse('onbekend'); end if;
  if not there.is_public then perform decisions.refuse('vertrouwelijk'); end if;
  new.before := jsonb_build_object('tot', its.valid_to);
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    if (undone.after ->> 'tot')::date is distinct from its.valid_to then perform decisions.refuse('intussen-veranderd'); end if;
    new.after := undone.after || jsonb_build_object('tot', undone.before -> 'tot');
  else
    if its.valid_from > d.taken_on or its.valid_to <= d.taken_on + 1 then perform decisions.refuse('niets-veranderd'); end if;
    new.after := jsonb_build_object('tot', d.taken_on + 1, 'functie', its.title, 'organisatie', its.organisation, 'soort', its.kind,
      'gremium', there.body, 'gebied', there.area, 'decharge', new.after ->> 'decharge');
  end if;
  update meetings.seats s set valid_to = (new.after ->> 'tot')::date where s.id = its.id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.dissolve(new decisions.effects, d decisions.decisions)
 RETURNS decisions.effects
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  since date;
  until date;
  is_there boolean := false;
  is_body boolean := false;
  undone decisions.effects;
begin
  select true, true, b.valid_from, b.valid_to into is_there, is_body, since, until from governance.bodies b
   where b.code = new.subject and b.withdrawn_on is null for update;
  if is_there is not true then
    select true, w.valid_from, w.valid_to into is_there, since, until from governance.working_groups w
     where w.code = new.subject and w.withdrawn_on is null for update;
  end if;
  if is_there is not true then perform decisions.refuse('onbekend'); end if;
  new.before := jsonb_build_object('tot', until);
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    if (undone.after ->> 'tot')::date is distinct from until then perform decisions.refuse('intussen-veranderd'); end if;
    new.after := undone.after || jsonb_build_object('tot', undone.before -> 'tot');
  else
    if since > d.taken_on or until <= d.taken_on + 1 then perform decisions.refuse('niets-veranderd'); end if;
    new.after := new.after || jsonb_build_object('tot', d.taken_on + 1);
  end if;
  update governance.bodies b set valid_to = (new.after ->> 'tot')::date where b.code = new.subject;
  update governance.working_groups w set valid_to = (new.after ->> 'tot')::date where w.code = new.subject;
  if is_body and d.reverses is null then perform decisions.end_seats_of(new.subject, d.taken_on + 1, d); end if;
  if is_body and d.reverses is not null then perform decisions.give_seats_back(new.subject, until, d.reverses); end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.droppers_of(of_decision text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select l.code from decisions.decisions d join decisions.decisions l
      on l.body = d.body and l.area is not distinct from d.area and l.is_public = d.is_public and l.closed_to is not distinct from d.closed_to
     and l.code <> d.code and l.taken_on >= d.taken_on and l.reverses is null
   where d.code = of_decision and not exists (select from decisions.decisions r where r.reverses = l.code)
$function$
;
CREATE OR REPLACE FUNCTION decisions.end_seats_of(of_body text, ends_from date, d decisions.decisions)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  there record;
  meeting record;
  receiver record;
  called_off text[];
begin
  for there in select i.code, b.name || ' ' || a.name as name from meetings.instances i join governance.bodies b on b.code = i.body
      join territory.areas a on a.code = i.area where i.body = of_body order by i.code
  loop
    perform meetings.hold(there.code);
    called_off := '{}';
    for meeting in
      select y.*, to_jsonb(p) as place from (select distinct on (y.meeting) y.* from meetings.days y order by y.meeting, y.version desc) y
        join meetings.meetings m on m.code = y.meeting join meetings.places p on p.meeting = y.meeting and p.version = y.version
       where m.instance = there.code and y.state <> 'afgelast' and y.held_on >= ends_from order by y.held_on, y.meeting
    loop
      perform meetings.hold(meeting.meeting);
      perform meetings.write_days(meeting.meeting, meeting.version + 1, meeting.place || jsonb_build_object('held_on', meeting.held_on,
        'ends_on', meeting.ends_on, 'state', 'afgelast', 'reason', 'Het gremium is opgeheven met besluit ' || d.code || '.'), d.acted_as);
      perform identity.note('vergadering afgelast', meeting.meeting, d.code);
      called_off := called_off || to_char(meeting.held_on, 'DD-MM-YYYY');
    end loop;
    for receiver in
      select distinct h.email, h.is_example from meetings.seats s join identity.posts p on p.id = s.post join identity.people h on h.id = p.person
       where s.instance = there.code and meetings.holds(s.valid_from, s.valid_to) and meetings.holds(p.valid_from, p.valid_to)
    loop
      perform mail.put(receiver.email, 'Uw zetel eindigt: ' || there.name,
        'Met besluit ' || d.code || ' is dit overleg opgeheven. Uw zetel eindigt op ' || to_char(ends_from, 'DD-MM-YYYY') || ' om 0.00 uur. '
        || case when called_off = '{}' then '' else 'Wat op die dag of later was gepland, gaat niet door: ' || array_to_string(called_off, ', ') || '. ' end
        || 'Het besluit leest u bij Besluiten.', receiver.is_example, platform.moment() + interval '7 days');
    end loop;
  end loop;
  insert into decisions.ended_seats (decision, body, seat, was)
  select d.code, of_body, s.id, s.valid_to from meetings.seats s join meetings.instances i on i.code = s.instance
   where i.body = of_body and coalesce(s.valid_to > ends_from, true) and s.valid_to is distinct from s.valid_from;
  update meetings.seats s set valid_to = greatest(ends_from, s.valid_from) from decisions.ended_seats e
   where e.decision = d.code and e.body = of_body and e.seat = s.id;
  perform identity.note('zetels geëindigd met hun gremium', of_body, d.code);
end $function$
;
CREATE OR REPLACE FUNCTION decisions.give_seats_back(of_body text, ended date, of_decision text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  back uuid[];
  receiver record;
begin
  with given as (
    update meetings.seats s set valid_to = e.was from decisions.ended_seats e
     where e.decision = of_decision and e.body = of_body and e.seat = s.id and s.valid_to = greatest(ended, s.valid_from)
    returning s.id)
  select array_agg(g.id) into back from given g;
  for receiver in
    select distinct b.name || ' ' || a.name as name, h.email, h.is_example
      from meetings.seats s join meetings.instances i on i.code = s.instance join governance.bodies b on b.code = i.body
      join territory.areas a on a.code = i.area join identity.posts p on p.id = s.post join identity.people h on h.id = p.person
     where s.id = any (back) and meetings.holds(s.valid_from, s.valid_to) and meetings.holds(p.valid_from, p.valid_to)
  loop
    perform mail.put(receiver.email, 'Uw zetel blijft: ' || receiver.name,
      'Besluit ' || of_decision || ', waarmee dit overleg werd opgeheven, is teruggedraaid. Uw zetel blijft, zoals zij was. '
      || 'Een vergadering die was afgelast, blijft afgelast tot zij opnieuw wordt gepland. Het besluit leest u bij Besluiten.',
      receiver.is_example, platform.moment() + interval '7 days');
  end loop;
  perform identity.note('zetels terug met hun gremium', of_body, of_decision);
end $function$
;
CREATE OR REPLACE FUNCTION decisions.grant_money(new decisions.effects, d decisions.decisions)
 RETURNS decisions.effects
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  undone decisions.effects;
  its_kind text;
begin
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    update money.grants g set withdrawn_on = platform.today() where g.code = undone.decision || '-' || undone.seq and g.withdrawn_on is null;
    if not found then perform decisions.refuse('intussen-veranderd'); end if;
    new.before := undone.after;
    new.after := undone.after || jsonb_build_object('bedrag', null);
    return new;
  end if;
  its_kind := case when exists (select from identity.organisations o where o.code = new.subject and o.withdrawn_on is null) then 'organisatie'
    when exists (select from strategy.plans p where p.code = new.subject and p.withdrawn_on is null) then 'plan'
    when exists (select from strategy.programmes p where p.code = new.subject and p.withdrawn_on is null) then 'programma' end;
  if its_kind is null then perform decisions.refuse('onbekend'); end if;
  insert into figures.documents (code, title, short, kind, known_on, known_on_estimated, line_count)
  values (d.code, 'Besluit ' || d.code || ': ' || d.title, 'Besluit ' || d.code, 'besluit', d.taken_on, false, 1) on conflict do nothing;
  insert into money.grants (code, receiver_kind, receiver, year, amount, purpose, sources)
  values (d.code || '-' || new.seq, its_kind, new.subject, (new.after ->> 'jaar')::integer, (new.after ->> 'bedrag')::numeric,
          new.after ->> 'waarvoor', array[d.code || ':1']);
  new.before := '{}';
  new.after := new.after || jsonb_build_object('aan', its_kind);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.has_mandate(of_body text, changed text, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (
    select from governance.bodies b join decisions.mandates m on m.who = b.kind and m.what = changed and m.withdrawn_on is null
      join governance.body_powers p on p.body = b.code and p.power in ('besluiten', 'vaststellen') and p.withdrawn_on is null
     where b.code = of_body and coalesce(p.valid_from <= on_day, true) and coalesce(on_day < p.valid_to, true))
$function$
;
CREATE OR REPLACE FUNCTION decisions.hold()
 RETURNS void
 LANGUAGE sql
AS $function$ select pg_advisory_xact_lock(7403370) $function$
;
CREATE OR REPLACE FUNCTION decisions.invented()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(d.code), '{}') from decisions.decisions d
   where d.is_public and (
     (select p.is_example from platform.packs p order by p.loaded_at desc limit 1)
     or exists (
       select from decisions.taken_at t join meetings.meetings m on m.code = t.meeting
         join meetings.instances i on i.code = m.instance
        where t.decision = d.code and i.is_example))
$function$
;
CREATE OR REPLACE FUNCTION decisions.is_being_recorded(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from decisions.decisions d
    where d.code = given and d.xmin = pg_current_xact_id()::xid and decisions.recorder_of(d.body, d.area) is not null)
$function$
;
CREATE OR REPLACE FUNCTION decisions.keep_condition(of_decision text, of_seq integer, seen integer, said jsonb, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d decisions.decisions;
  author text;
  newest decisions.condition_states;
begin
  perform pg_advisory_xact_lock(7403372, hashtext(of_decision));
  select * into d from decisions.decisions where code = of_decision;
  author := case when d.closed_to is null then decisions.recorder_of(d.body, d.area)
    else (select min(o.title) from decisions.own_instances() o where o.instance = d.closed_to) end;
  if author is null or (said ->> 'since')::date not between d.taken_on and platform.today()
     or exists (select from decisions.decisions r where r.reverses = d.code)
     or not exists (select from proposals.conditions_in(d.conditions) c where c.seq = of_seq)
     or (said ->> 'dropped_by' is not null
         and not exists (select from decisions.droppers_of(d.code) l where l = said ->> 'dropped_by')) then return null; end if;
  select * into newest from decisions.condition_states s where s.decision = of_decision and s.seq = of_seq order by s.version desc limit 1;
  if (newest.state, newest.since, newest.sentence, newest.evidence, newest.dropped_by)
       is not distinct from (said ->> 'state', (said ->> 'since')::date, said ->> 'sentence', said ->> 'evidence', said ->> 'dropped_by') then
    return 'ongewijzigd';
  end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into decisions.condition_states (decision, seq, version, state, since, sentence, evidence, dropped_by, at, acted_as)
  values (of_decision, of_seq, seen + 1, said ->> 'state', (said ->> 'since')::date, said ->> 'sentence', said ->> 'evidence',
          said ->> 'dropped_by', platform.moment(), author);
  perform identity.note('stand van een voorwaarde vastgelegd', of_decision || ', voorwaarde ' || of_seq, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION decisions.mandate_for(of_action text, of_what text)
 RETURNS TABLE(mandate text, acted_as text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select m.code, p.title || ', ' || o.name
    from strategy.actions a
    join strategy.plans l on l.code = a.plan and l.withdrawn_on is null and l.period_to >= extract(year from platform.today())
     and not (l.made_here and l.adopted_on is null)
    join strategy.programmes g on g.code = a.programme
    left join strategy.priorities x on x.code = g.priority
    join decisions.mandates m on m.what = of_what and m.after_adoption = (l.adopted_on is not null) and m.withdrawn_on is null
    join identity.posts p on p.person = identity.current_person() and decisions.runs(p)
    join identity.organisations o on o.code = p.organisation
   where a.code = of_action and a.withdrawn_on is null
     and (m.who = 'programmamanager' and p.role = 'programmamanager' and o.kind = 'bureau'
          or m.who = 'werkgroep' and p.role in ('adviseur', 'bestuurder', 'programmamanager') and exists (
            select from governance.working_group_seats s join governance.working_groups w on w.code = s.working_group
             where w.code in (a.lead, g.lead, x.lead_group) and s.withdrawn_on is null and w.withdrawn_on is null
               and coalesce(w.valid_from <= platform.today(), true) and coalesce(platform.today() < w.valid_to, true)
               and coalesce(s.municipality, s.organisation) = p.organisation))
   order by m.code, p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION decisions.move_priority(new decisions.effects, d decisions.decisions)
 RETURNS decisions.effects
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  last strategy.priority_states;
  own_stage text := new.subject || '-' || d.reverses;
begin
  perform from strategy.priorities where code = new.subject and withdrawn_on is null for update;
  if not found then perform decisions.refuse('onbekend'); end if;
  select * into last from strategy.priority_states where priority = new.subject and withdrawn_on is null
   order by valid_from desc limit 1 for update;
  new.before := jsonb_build_object('regel', last.code, 'tot', last.valid_to,
    'stand', case when coalesce(d.taken_on < last.valid_to, true) then last.state end, 'reden', last.reason);
  if d.reverses is not null and last.code is distinct from own_stage then perform decisions.refuse('intussen-veranderd'); end if;
  if last.valid_from >= d.taken_on then
    if d.reverses is null then perform decisions.refuse('stand-van-later'); end if;
    -- Turned back on the day itself: it never held.
    update strategy.priority_states set withdrawn_on = platform.today() where code = last.code;
    update strategy.priority_states set valid_to = (u.before ->> 'tot')::date
      from decisions.undone_by(d.code, new.kind, new.subject) u where code = u.before ->> 'regel';
    return new;
  end if;
  if d.reverses is null and new.before ->> 'stand' = new.after ->> 'stand'
     and (last.state <> 'volgend' or last.reason = new.after ->> 'reden') then
    perform decisions.refuse('zelfde-stand');
  end if;
  update strategy.priority_states set valid_to = d.taken_on where code = last.code and coalesce(d.taken_on < valid_to, true);
  insert into strategy.priority_states (code, priority, state, valid_from, reason, sources)
  select new.subject || '-' || d.code, new.subject, new.after ->> 'stand', d.taken_on, new.after ->> 'reden', '{}'
   where new.after ->> 'stand' is not null;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.note_recorder()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  turned decisions.decisions;
begin
  new.recorded_at := platform.moment();
  new.acted_as := decisions.recorder_of(new.body, new.area);
  if new.taken_on > platform.today() then perform decisions.refuse('dag-in-de-toekomst'); end if;
  if not exists (select from governance.bodies b where b.code = new.body and b.withdrawn_on is null
      and coalesce(b.valid_from <= new.taken_on, true) and coalesce(new.taken_on < b.valid_to, true)) then
    perform decisions.refuse('gremium-bestond-niet');
  end if;
  if new.closed_to is not null then
    -- Who does not sit there knows of nothing closed, and records none of it.
    new.acted_as := (select o.title from decisions.own_instances() o
      where o.instance = new.closed_to and o.body = new.body and (new.area is null or o.area = new.area));
    if new.acted_as is null then perform decisions.refuse('geen-secretaris'); end if;
  end if;
  if new.reverses is not null then
    select * into turned from decisions.decisions where code = new.reverses;
    if turned.code is null then perform decisions.refuse('onbekend'); end if;
    if turned.reverses is not null then perform decisions.refuse('draait-al-terug'); end if;
    if turned.body <> new.body or turned.area is distinct from new.area or turned.is_public <> new.is_public
       or turned.closed_to is distinct from new.closed_to then
      perform decisions.refuse('ander-gremium');
    end if;
    if new.taken_on < turned.taken_on then perform decisions.refuse('voor-het-besluit'); end if;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.own_instances()
 RETURNS TABLE(instance text, body text, area text, title text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select i.code, i.body, i.area, min(s.title)
    from meetings.own_seats() s join meetings.instances i on i.code = s.instance where s.kind = 'secretaris'
   group by i.code, i.body, i.area
$function$
;
CREATE OR REPLACE FUNCTION decisions.own_mandates(of_action text)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(w.what order by w.what), '{}') from unnest(array['titel', 'klaar', 'trekker', 'doel']) as w (what)
   where exists (select from decisions.mandate_for(of_action, w.what))
$function$
;
CREATE OR REPLACE FUNCTION decisions.recorder()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager' and decisions.runs(p) order by p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION decisions.recorder_of(of_body text, of_area text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(decisions.recorder(), (
    select min(o.title) from decisions.own_instances() o join governance.bodies b on b.code = o.body
     where o.body = of_body and (o.area = of_area
       or of_area is null and b.level in ('regio', 'landelijk') and coalesce(b.instance_count, 1) = 1
          and (select count(*) from meetings.instances i where i.body = of_body) = 1)))
$function$
;
CREATE OR REPLACE FUNCTION decisions.refuse(reason text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '%', reason using errcode = 'SV001';
end $function$
;
CREATE OR REPLACE FUNCTION decisions.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'decisions and what they did are added and never changed';
end $function$
;
CREATE OR REPLACE FUNCTION decisions.require_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if new.is_public and not exists (select from publications.ledger e where e.kind = 'besluit' and e.subject = new.code) then
    raise exception 'a public decision is entered in the ledger' using errcode = '23514';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.runs(p identity.posts)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION decisions.set_target(new decisions.effects, d decisions.decisions)
 RETURNS decisions.effects
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  undone decisions.effects;
  own_target text;
begin
  perform from figures.indicators where code = new.subject and withdrawn_on is null for update;
  if not found then perform decisions.refuse('onbekend'); end if;
  select jsonb_build_object('metingen', coalesce(jsonb_agg(jsonb_build_object('code', m.code, 'waarde', m.value, 'reden', m.leads_because)
      order by m.code), '[]')) into new.before
    from figures.measurements m
   where m.indicator = new.subject and m.area = new.after ->> 'gebied' and m.period = new.after ->> 'periode' and m.base_period is null
     and m.kind = 'doel' and m.leads and m.withdrawn_on is null;
  if d.reverses is not null then
    select * into undone from decisions.undone_by(d.code, new.kind, new.subject);
    own_target := undone.decision || '-' || undone.seq;
    if new.before -> 'metingen' -> 0 ->> 'code' is distinct from own_target then perform decisions.refuse('intussen-veranderd'); end if;
    update figures.measurements set withdrawn_on = platform.today(), leads = false where code = own_target;
    update figures.measurements m set leads = true, leads_because = o.reden
      from jsonb_to_recordset(undone.before -> 'metingen') as o (code text, reden text) where m.code = o.code;
    return new;
  end if;
  update figures.measurements m set leads = false, leads_because = 'Besluit ' || d.code || ' zette een ander doel.'
    from jsonb_to_recordset(new.before -> 'metingen') as o (code text) where m.code = o.code;
  insert into figures.documents (code, title, short, kind, known_on, known_on_estimated, line_count)
  values (d.code, 'Besluit ' || d.code || ': ' || d.title, 'Besluit ' || d.code, 'besluit', d.taken_on, false, 1) on conflict do nothing;
  insert into figures.measurements (code, indicator, area, period, value, unit, kind, qualifier, printed, leads, sources)
  select d.code || '-' || new.seq, i.code, new.after ->> 'gebied', new.after ->> 'periode', (new.after ->> 'waarde')::numeric, i.unit,
         'doel', new.after ->> 'grens', new.after ->> 'waarde', true, array[d.code || ':1']
    from figures.indicators i where i.code = new.subject;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.tell_secretaries(of_action text, mail_subject text, mail_body text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  receiver record;
  told integer := 0;
begin
  if not exists (select from decisions.action_changes c where c.action = of_action and c.xmin = pg_current_xact_id()::xid) then
    return 0;
  end if;
  for receiver in
    select distinct h.email, h.is_example from identity.posts p
      join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
      join identity.people h on h.id = p.person
     where p.role = 'programmamanager' and decisions.runs(p) and h.id is distinct from identity.current_person() order by h.email
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    told := told + 1;
  end loop;
  return told;
end $function$
;
CREATE OR REPLACE FUNCTION decisions.undone_by(of_decision text, of_kind text, of_subject text)
 RETURNS SETOF decisions.effects
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select e.* from decisions.decisions d join decisions.effects e on e.decision = d.reverses
   where d.code = of_decision and e.subject = of_subject
     and e.kind = case of_kind when 'trekt-vaststelling-in' then 'stelt-plan-vast' else of_kind end
$function$
;
CREATE OR REPLACE FUNCTION decisions.value_of(of_action strategy.actions, of_field text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case of_field when 'titel' then of_action.title when 'klaar' then of_action.due when 'trekker' then of_action.lead
    when 'doel_waarde' then trim_scale(of_action.target_value)::text when 'doel_eenheid' then of_action.target_unit end
$function$
;
CREATE OR REPLACE FUNCTION drafting.apply(of_draft text, changes jsonb, of_key text, in_request text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d drafting.drafts;
  may jsonb;
  beside jsonb;
  found_items jsonb;
  one record;
  letter text;
  last integer;
begin
  perform pg_advisory_xact_lock(7403381, hashtext(of_draft));
  select * into d from drafting.drafts where code = of_draft;
  if d.code is null or not identity.is_professional() then return '{"is": "onbekend", "codes": []}'; end if;
  if exists (select from drafting.sets s where s.key = of_key and s.draft = of_draft) then return drafting.kept_by(of_draft, of_key); end if;
  if drafting.is_adopted(of_draft) then return '{"is": "gesloten"}'; end if;
  found_items := drafting.unknown_in(of_draft, changes);
  if found_items is not null then return jsonb_build_object('is', 'onbekend', 'codes', found_items); end if;
  -- Looked at once: the same for each of the steps below.
  select coalesce(jsonb_agg(to_jsonb(b) order by b.what, b.nr), '[]') into beside from drafting.beside(of_draft, changes) b;
  select jsonb_agg(b -> 'item') into found_items from jsonb_array_elements(beside) b
   where (b ->> 'what' = 'chapters' and b ->> 'own' is null and b -> 'item' ->> 'short' is null)
      or (b ->> 'what' <> 'chapters' and b ->> 'chapter' is null)
      or (b ->> 'what' = 'actions' and b ->> 'own' is null and b -> 'item' ->> 'action' is not null);
  if found_items is not null then return '{"is": "onbekend", "codes": []}'; end if;

  may := drafting.rights(d.owner);
  if not (may ->> 'writes')::boolean and exists (
      select from jsonb_array_elements(beside) b where not coalesce(case b ->> 'what'
        -- A part writes its own look-back.
        when 'paragraphs' then b -> 'item' ->> 'kind' = 'terugblik' and (may -> 'parts') ? (b ->> 'part')
        -- Who carries an action words it; he does not hand it on or take it out.
        when 'actions' then (may -> 'leads') ? (b -> 'stood' ->> 'lead') and b -> 'stood' ->> 'lead' = b -> 'asked' ->> 'lead'
          and b -> 'stood' -> 'is_removed' = b -> 'asked' -> 'is_removed'
        else false end, false)) then
    return '{"is": "geen-recht"}';
  end if;

  select jsonb_agg(jsonb_build_object('what', b -> 'what', 'code', b -> 'own', 'version', b -> 'stands', 'nr', b -> 'nr')) into found_items
    from jsonb_array_elements(beside) b
   where coalesce((b ->> 'stands')::integer, 0) <> coalesce((b -> 'item' ->> 'seen')::integer, 0)
     and b -> 'stood' is distinct from b -> 'asked';
  if found_items is not null then return jsonb_build_object('is', 'botst', 'clashes', found_items); end if;

  select jsonb_agg(b) into beside from jsonb_array_elements(beside) b where b -> 'stood' is distinct from b -> 'asked';
  if beside is null then return '{"is": "bewaard", "chapters": [], "paragraphs": [], "actions": []}'; end if;
  insert into drafting.sets (key, draft, at, acted_as)
  values (of_key, of_draft, platform.moment(), coalesce((select min(words) from drafting.own_posts(d.owner) where gives = 'bureau'), drafting.function_of()))
  on conflict (key) do nothing;
  -- A key that was used in another draft is none of a form of this one.
  if not found then return '{"is": "onbekend", "codes": []}'; end if;

  perform pg_advisory_xact_lock(7403380);
  for one in select (b ->> 'nr')::integer as nr, b -> 'item' as item, b ->> 'own' as own, coalesce((b ->> 'stands')::integer, 0) as stands
      from jsonb_array_elements(beside) b where b ->> 'what' = 'chapters' order by 1 loop
    if one.own is null then
      one.own := drafting.free_chapter(case d.kind when 'strategie' then 'S' when 'jaarplan' then 'J' when 'uitvoeringsplan' then 'U' else 'A' end
        || right(d.period_from::text, 2) || '-' || (one.item ->> 'short'));
      insert into drafting.chapters (code, draft) values (one.own, of_draft);
    end if;
    insert into drafting.chapter_versions (chapter, version, seq, title, kind, priority, lead, is_removed, set)
    select one.own, one.stands + 1, r.seq, r.title, r.kind, r.priority, r.lead, r.is_removed, of_key
      from jsonb_populate_record(null::drafting.chapter_versions, one.item) r;
  end loop;

  insert into drafting.paragraphs (id, chapter, kind, part)
  select (b -> 'item' ->> 'paragraph')::uuid, b ->> 'chapter', b -> 'item' ->> 'kind', b ->> 'part'
    from jsonb_array_elements(beside) b where b ->> 'what' = 'paragraphs' and b ->> 'own' is null;
  insert into drafting.paragraph_versions (paragraph, version, seq, title, body, is_removed, set)
  select r.paragraph, coalesce((b ->> 'stands')::integer, 0) + 1, r.seq, r.title, r.body, r.is_removed, of_key
    from jsonb_array_elements(beside) b cross join lateral jsonb_populate_record(null::drafting.paragraph_versions, b -> 'item') r
   where b ->> 'what' = 'paragraphs' order by (b ->> 'nr')::integer;

  letter := case d.kind when 'strategie' then 'S' else 'A' end || right(d.period_from::text, 2);
  last := drafting.last_number(letter);
  select jsonb_agg(case when e.b ->> 'own' is null then e.b || jsonb_build_object('new', letter || '-' || case when e.number > 999
           then e.number::text else lpad(e.number::text, 3, '0') end) else e.b end order by e.nr)
    into beside
    from (select b, (b ->> 'nr')::integer as nr, last + count(*) filter (where b ->> 'own' is null) over (order by (b ->> 'nr')::integer) as number
            from jsonb_array_elements(beside) b where b ->> 'what' = 'actions') e;
  insert into drafting.actions (code, chapter, came_from)
  select b ->> 'new', b ->> 'chapter', b -> 'item' ->> 'came_from' from jsonb_array_elements(beside) b where b ->> 'new' is not null;
  insert into drafting.action_versions (action, version, seq, project, track, title, lead, lead_post, participants, areas, due, aim, indicators,
    target_value, target_unit, target_by, target_text, target_evidence, promise, is_removed, set)
  select coalesce(b ->> 'own', b ->> 'new'), coalesce((b ->> 'stands')::integer, 0) + 1, r.seq, r.project, r.track, r.title, r.lead, r.lead_post,
         r.participants, r.areas, r.due, r.aim, r.indicators, r.target_value, r.target_unit, r.target_by, r.target_text, r.target_evidence,
         r.promise, r.is_removed, of_key
    from jsonb_array_elements(beside) b cross join lateral jsonb_populate_record(null::drafting.action_versions, b -> 'item') r
   order by (b ->> 'nr')::integer;
  perform identity.note('conceptplan gewijzigd', of_draft, in_request);
  return drafting.kept_by(of_draft, of_key);
end $function$
;
CREATE OR REPLACE FUNCTION drafting.begin(said jsonb, of_key text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d drafting.drafts := jsonb_populate_record(null::drafting.drafts, said);
  begun text;
  base text;
  again integer := 1;
begin
  perform pg_advisory_xact_lock(7403380);
  if not coalesce(d.owner = any (drafting.begins_for()), false) then return null; end if;
  select f.code into begun from drafting.drafts f where f.form_key = of_key;
  if begun is not null then return begun; end if;
  if d.strategy is not null and not exists (select from strategy.strategies s where s.code = d.strategy and s.withdrawn_on is null)
     or d.began_from is not null and not exists (select from strategy.plans p where p.code = d.began_from and p.withdrawn_on is null) then
    return null;
  end if;
  base := case d.kind when 'strategie' then 'RVS' when 'jaarplan' then 'JP' when 'actieagenda' then 'AA' else 'UP' end || d.period_from;
  d.code := base;
  while exists (select from strategy.plans p where p.code = d.code) or exists (select from drafting.drafts f where f.code = d.code) loop
    again := again + 1;
    d.code := base || '-' || again;
  end loop;
  insert into drafting.drafts (code, kind, title, period_from, period_to, strategy, owner, began_from, at, acted_as, form_key)
  values (d.code, d.kind, d.title, d.period_from, d.period_to, d.strategy, d.owner, d.began_from, platform.moment(),
          (select min(words) from drafting.own_posts(d.owner) where gives = 'in-werking'), of_key);
  perform identity.note('conceptplan begonnen', d.code, in_request);
  return d.code;
end $function$
;
CREATE OR REPLACE FUNCTION drafting.begins_for()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct o.code), '{}')
    from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION drafting.beside(of_draft text, changes jsonb)
 RETURNS TABLE(what text, nr bigint, item jsonb, own text, chapter text, part text, stood jsonb, stands integer, asked jsonb)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select 'chapters', g.nr, g.item, c.code, c.code, null, drafting.content_of(to_jsonb(n)), n.version,
         drafting.content_of(to_jsonb(jsonb_populate_record(null::drafting.chapter_versions, g.item)))
    from jsonb_array_elements(changes -> 'chapters') with ordinality g (item, nr)
    left join drafting.chapters c on c.code = g.item ->> 'chapter' and c.draft = of_draft
    left join lateral (select * from drafting.chapter_versions v where v.chapter = c.code order by v.version desc limit 1) n on true
  union all
  select 'paragraphs', g.nr, g.item, p.id::text, c.code, coalesce(p.part, g.item ->> 'part'), drafting.content_of(to_jsonb(n)), n.version,
         drafting.content_of(to_jsonb(jsonb_populate_record(null::drafting.paragraph_versions, g.item)))
    from jsonb_array_elements(changes -> 'paragraphs') with ordinality g (item, nr)
    left join drafting.paragraphs p on p.id = (g.item ->> 'paragraph')::uuid
    left join drafting.chapters c on c.code = coalesce(p.chapter, g.item ->> 'chapter') and c.draft = of_draft
    left join lateral (select * from drafting.paragraph_versions v where v.paragraph = p.id order by v.version desc limit 1) n on true
  union all
  select 'actions', g.nr, g.item, a.code, c.code, null, drafting.content_of(to_jsonb(n)), n.version,
         drafting.content_of(to_jsonb(jsonb_populate_record(null::drafting.action_versions, g.item)))
    from jsonb_array_elements(changes -> 'actions') with ordinality g (item, nr)
    left join drafting.actions a on a.code = g.item ->> 'action'
    left join drafting.chapters c on c.code = coalesce(a.chapter, g.item ->> 'chapter') and c.draft = of_draft
    left join lateral (select * from drafting.action_versions v where v.action = a.code order by v.version desc limit 1) n on true
$function$
;
CREATE OR REPLACE FUNCTION drafting.clear(of_chapter text, of_part text, seen integer, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d drafting.drafts := drafting.draft_of(of_chapter);
  author text;
begin
  perform pg_advisory_xact_lock(7403381, hashtext(d.code));
  select min(words) into author from drafting.own_posts(d.owner) where gives = of_part and of_part <> 'bureau';
  if author is null or seen = 0 or seen <> drafting.newest_look_back(of_chapter, of_part) or drafting.is_adopted(d.code) then return false; end if;
  insert into drafting.clearances (chapter, part, upto, at, acted_as) values (of_chapter, of_part, seen, platform.moment(), author)
  on conflict do nothing;
  if found then perform identity.note('terugblik vrijgegeven', of_chapter || ', ' || of_part, in_request); end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION drafting.content_of(version_row jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select version_row - array['entry', 'version', 'set']
$function$
;
CREATE OR REPLACE FUNCTION drafting.draft_of(of_chapter text)
 RETURNS drafting.drafts
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select d from drafting.chapters c join drafting.drafts d on d.code = c.draft where c.code = of_chapter
$function$
;
CREATE OR REPLACE FUNCTION drafting.free_chapter(base text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  tried text := base;
  again integer := 1;
begin
  while exists (select from strategy.programmes g where g.code = tried) or exists (select from drafting.chapters c where c.code = tried) loop
    again := again + 1;
    tried := base || again;
  end loop;
  return tried;
end $function$
;
CREATE OR REPLACE FUNCTION drafting.function_of()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person()
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION drafting.is_adopted(of_draft text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from strategy.plans p where p.code = of_draft and p.made_here and p.adopted_on is not null)
$function$
;
CREATE OR REPLACE FUNCTION drafting.kept_by(of_draft text, of_key text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select jsonb_build_object('is', 'bewaard',
    'chapters', coalesce((select jsonb_agg(v.chapter order by v.entry) from drafting.chapter_versions v where v.set = s.key), '[]'),
    'paragraphs', coalesce((select jsonb_agg(v.paragraph order by v.entry) from drafting.paragraph_versions v where v.set = s.key), '[]'),
    'actions', coalesce((select jsonb_agg(v.action order by v.entry) from drafting.action_versions v where v.set = s.key), '[]'))
    from drafting.sets s where s.key = of_key and s.draft = of_draft
$function$
;
CREATE OR REPLACE FUNCTION drafting.last_number(letter text)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(max(substring(code from '^' || letter || '-(\d{3,})$')::integer), 0) from (
    select a.code from strategy.actions a where starts_with(a.code, letter || '-')
    union all select a.code from drafting.actions a where starts_with(a.code, letter || '-')) used
$function$
;
CREATE OR REPLACE FUNCTION drafting.merged(stands anyelement, was anyelement, becomes anyelement)
 RETURNS anyelement
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case when stands is distinct from was then stands else becomes end
$function$
;
CREATE OR REPLACE FUNCTION drafting.newest_actions(of_chapter text)
 RETURNS SETOF drafting.action_versions
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct on (v.action) v.* from drafting.actions a join drafting.action_versions v on v.action = a.code
   where a.chapter = of_chapter order by v.action, v.version desc
$function$
;
CREATE OR REPLACE FUNCTION drafting.newest_look_back(of_chapter text, of_part text)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(max(v.entry), 0) from drafting.paragraph_versions v join drafting.paragraphs p on p.id = v.paragraph
   where p.chapter = of_chapter and p.kind = 'terugblik' and (of_part is null or p.part = of_part)
$function$
;
CREATE OR REPLACE FUNCTION drafting.newest_of(of_chapter text)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select greatest(
    (select max(v.entry) from drafting.chapter_versions v where v.chapter = of_chapter),
    (select max(v.entry) from drafting.paragraph_versions v join drafting.paragraphs p on p.id = v.paragraph where p.chapter = of_chapter),
    (select max(v.entry) from drafting.action_versions v join drafting.actions a on a.code = v.action where a.chapter = of_chapter))
$function$
;
CREATE OR REPLACE FUNCTION drafting.own_leads()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with own as (
    select p.organisation from identity.posts p
     where p.person = identity.current_person() and p.role <> 'lezer'
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to))
  select coalesce(array_agg(distinct code), '{}') from (
    select organisation as code from own
    union all
    select s.working_group from governance.working_group_seats s join own on own.organisation = coalesce(s.municipality, s.organisation)
     where s.withdrawn_on is null) found
$function$
;
CREATE OR REPLACE FUNCTION drafting.own_posts(bureau text)
 RETURNS TABLE(gives text, words text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select g.gives, p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
   cross join lateral (
     select 'bureau' where o.code = bureau and o.kind = 'bureau' and p.role in ('programmamanager', 'adviseur', 'analist')
     union all select 'in-werking' where o.code = bureau and o.kind = 'bureau' and p.role = 'programmamanager'
     union all select o.kind where o.kind in ('politie', 'om') and p.role <> 'lezer'
     union all select 'gemeenten' where o.kind = 'gemeente' and p.role = 'bestuurder') g (gives)
   where p.person = identity.current_person()
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION drafting.put_in_force(of_chapter text, seen integer, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d drafting.drafts := drafting.draft_of(of_chapter);
  c drafting.chapter_versions;
  before integer;
  period text;
  author text;
begin
  -- Not while a decision is being recorded: it may be freezing the plan.
  perform pg_advisory_xact_lock(7403370);
  perform pg_advisory_xact_lock(7403381, hashtext(d.code));
  select min(words) into author from drafting.own_posts(d.owner) where gives = 'in-werking';
  if author is null then return null; end if;
  if drafting.is_adopted(d.code) then return 'gesloten'; end if;
  if seen <> drafting.newest_of(of_chapter) then return 'botst'; end if;
  -- A draft keeps its codes from other drafts, not from a load of the region: what that brought is not written over.
  if exists (select from strategy.plans p where p.code = d.code and not p.made_here)
     or exists (select from strategy.programmes g where g.code = of_chapter and g.plan <> d.code)
     or exists (select from drafting.actions a join strategy.actions s on s.code = a.code where a.chapter = of_chapter and s.plan <> d.code) then
    return 'bezet';
  end if;
  select * into c from drafting.chapter_versions v where v.chapter = of_chapter order by v.version desc limit 1;
  select coalesce(max(e.upto), 0) into before from drafting.enforcements e where e.chapter = of_chapter;
  if before = seen then
    -- Only a signature may be new.
    if (select e.text from drafting.enforcements e where e.chapter = of_chapter order by e.seq desc limit 1) = drafting.text_of(of_chapter) then
      return 'gedaan';
    end if;
  end if;
  period := case when d.period_from = d.period_to then d.period_from::text else d.period_from || '/' || d.period_to end;

  insert into strategy.plans (code, title, kind, period_from, period_to, strategy, sources, made_here)
  values (d.code, d.title, case d.kind when 'actieagenda' then 'jaarplan' else d.kind end, d.period_from, d.period_to, d.strategy, '{}', true)
  on conflict (code) do nothing;
  insert into strategy.programmes (code, plan, kind, title, priority, lead, sources, withdrawn_on)
  values (of_chapter, d.code, c.kind, c.title, c.priority, c.lead, '{}', case when c.is_removed then platform.today() end)
  on conflict (code) do update set kind = excluded.kind, title = excluded.title, priority = excluded.priority, lead = excluded.lead,
    withdrawn_on = case when c.is_removed then coalesce(programmes.withdrawn_on, platform.today()) end;

  with given as (
    select n.*, coalesce(nullif(n.due, 'planperiode'), period) as due_or_period, n.is_removed or c.is_removed as gone,
           w.title as was_title, coalesce(nullif(w.due, 'planperiode'), period) as was_due, w.lead as was_lead, w.target_value as was_value,
           w.target_unit as was_unit
      from drafting.actions a
     cross join lateral (select * from drafting.action_versions v where v.action = a.code order by v.version desc limit 1) n
      left join lateral (select * from drafting.action_versions v where v.action = a.code and v.entry <= before order by v.version desc limit 1) w on true
     where a.chapter = of_chapter)
  insert into strategy.actions (code, plan, programme, project, track, title, lead, due, target_value, target_unit, sources, withdrawn_on,
    lead_post, aim, target_by, target_text, target_evidence)
  select g.action, d.code, of_chapter, g.project, g.track,
         case when s.code is null then g.title else drafting.merged(s.title, g.was_title, g.title) end,
         case when s.code is null then g.lead else drafting.merged(s.lead, g.was_lead, g.lead) end,
         case when s.code is null then g.due_or_period else drafting.merged(s.due, g.was_due, g.due_or_period) end,
         case when s.code is null then g.target_value else drafting.merged(s.target_value, g.was_value, g.target_value) end,
         case when s.code is null then g.target_unit else drafting.merged(s.target_unit, g.was_unit, g.target_unit) end,
         '{}', case when g.gone then coalesce(s.withdrawn_on, platform.today()) end, g.lead_post, g.aim, g.target_by, g.target_text,
         g.target_evidence
    from given g left join strategy.actions s on s.code = g.action
   where s.code is not null or not g.gone
   order by g.action
  on conflict (code) do update set project = excluded.project, track = excluded.track, title = excluded.title, lead = excluded.lead,
    due = excluded.due, target_value = excluded.target_value, target_unit = excluded.target_unit, withdrawn_on = excluded.withdrawn_on,
    lead_post = excluded.lead_post, aim = excluded.aim, target_by = excluded.target_by, target_text = excluded.target_text,
    target_evidence = excluded.target_evidence;


  delete from strategy.action_participants p using drafting.actions a where a.chapter = of_chapter and p.action = a.code;
  delete from strategy.action_areas p using drafting.actions a where a.chapter = of_chapter and p.action = a.code;
  delete from strategy.action_indicators p using drafting.actions a where a.chapter = of_chapter and p.action = a.code;
  insert into strategy.action_participants (action, party, seq)
  select s.code, u.code, min(u.nr) from drafting.newest_actions(of_chapter) n join strategy.actions s on s.code = n.action
   cross join lateral unnest(n.participants) with ordinality u (code, nr) group by s.code, u.code;
  insert into strategy.action_areas (action, area, seq)
  select s.code, u.code, min(u.nr) from drafting.newest_actions(of_chapter) n join strategy.actions s on s.code = n.action
   cross join lateral unnest(n.areas) with ordinality u (code, nr) group by s.code, u.code;
  insert into strategy.action_indicators (action, indicator, seq)
  select s.code, u.code, min(u.nr) from drafting.newest_actions(of_chapter) n join strategy.actions s on s.code = n.action
   cross join lateral unnest(n.indicators) with ordinality u (code, nr) group by s.code, u.code;
  -- Also of chapters that were in force before the chapter of the first that promised it.
  update strategy.actions s set promise = n.promise
    from (select distinct on (v.action) v.action, v.promise
            from drafting.chapters k join drafting.actions a on a.chapter = k.code join drafting.action_versions v on v.action = a.code
           where k.draft = d.code and v.entry <= case when k.code = of_chapter then seen
             else (select max(e.upto) from drafting.enforcements e where e.chapter = k.code) end
           order by v.action, v.version desc) n
   where s.code = n.action and s.promise is distinct from n.promise
     and (n.promise is null or exists (select from strategy.actions f where f.code = n.promise and f.plan = d.code));

  -- The post that was named keeps the action up to date, where there is one with that title, until somebody says otherwise.
  insert into progress.carriers (action, version, organisation, post, title, how, at, acted_as)
  select distinct on (s.code) s.code, 1, p.organisation, p.id, p.title, 'aangewezen', platform.moment(), author
    from drafting.newest_actions(of_chapter) n join strategy.actions s on s.code = n.action and s.withdrawn_on is null
    join identity.posts p on p.organisation = s.lead and lower(p.title) = lower(n.lead_post) and p.role <> 'lezer'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
   where not exists (select from progress.carriers k where k.action = s.code)
   order by s.code, p.valid_from desc, p.id;

  insert into drafting.enforcements (chapter, seq, upto, text, at, acted_as)
  values (of_chapter, coalesce((select max(e.seq) from drafting.enforcements e where e.chapter = of_chapter), 0) + 1, seen,
          case when c.is_removed then '[]' else drafting.text_of(of_chapter) end, platform.moment(), author);
  perform identity.note('hoofdstuk in werking gezet', of_chapter, in_request);
  return 'gedaan';
end $function$
;
CREATE OR REPLACE FUNCTION drafting.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a draft grows and nothing in it changes';
end $function$
;
CREATE OR REPLACE FUNCTION drafting.remark(of_chapter text, of_paragraph uuid, of_action text, to_remark uuid, said text, of_key text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not identity.is_professional() or not exists (select from drafting.chapters c where c.code = of_chapter)
     or of_paragraph is not null and not exists (select from drafting.paragraphs p where p.id = of_paragraph and p.chapter = of_chapter)
     or of_action is not null and not exists (select from drafting.actions a where a.code = of_action and a.chapter = of_chapter)
     or to_remark is not null and not exists (select from drafting.remarks r where r.id = to_remark and r.chapter = of_chapter) then
    return false;
  end if;
  insert into drafting.remarks (chapter, paragraph, action, reply_to, text, at, acted_as, form_key)
  values (of_chapter, of_paragraph, of_action, to_remark, said, platform.moment(), drafting.function_of(), of_key)
  on conflict (form_key) do nothing;
  if not found then return exists (select from drafting.remarks r where r.form_key = of_key and r.chapter = of_chapter); end if;
  perform identity.note('opmerking bij conceptplan', of_chapter, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION drafting.rights(bureau text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select jsonb_build_object(
    'writes', coalesce(bool_or(gives = 'bureau'), false),
    'enforces', coalesce(bool_or(gives = 'in-werking'), false),
    'parts', coalesce(jsonb_agg(distinct gives) filter (where gives in ('politie', 'om', 'gemeenten')), '[]'),
    'leads', to_jsonb(drafting.own_leads()))
    from drafting.own_posts(bureau)
$function$
;
CREATE OR REPLACE FUNCTION drafting.settle(of_remark uuid, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  r drafting.remarks;
  d drafting.drafts;
begin
  select * into r from drafting.remarks where id = of_remark and reply_to is null;
  d := drafting.draft_of(r.chapter);
  if r.id is null or not (drafting.rights(d.owner) ->> 'writes')::boolean then return false; end if;
  insert into drafting.settlements (remark, at, acted_as)
  select of_remark, platform.moment(), min(words) from drafting.own_posts(d.owner) where gives = 'bureau' on conflict do nothing;
  if found then perform identity.note('opmerking afgehandeld', r.chapter, in_request); end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION drafting.sign(of_chapter text, seen integer, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  d drafting.drafts := drafting.draft_of(of_chapter);
  author text;
begin
  perform pg_advisory_xact_lock(7403381, hashtext(d.code));
  select min(words) into author from drafting.own_posts(d.owner) where gives = 'in-werking';
  if author is null or seen = 0 or seen <> drafting.newest_look_back(of_chapter, null) or cardinality(drafting.uncleared(of_chapter)) > 0
     or drafting.is_adopted(d.code) then
    return false;
  end if;
  insert into drafting.signatures (chapter, upto, at, acted_as) values (of_chapter, seen, platform.moment(), author) on conflict do nothing;
  if found then perform identity.note('terugblik ondertekend', of_chapter, in_request); end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION drafting.text_of(of_chapter text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(jsonb_agg(jsonb_build_object('kind', p.kind, 'title', n.title, 'body', n.body) order by
      array_position(array['meerjarendoel', 'terugblik', 'tekst'], p.kind), n.seq, p.id), '[]')
    from drafting.paragraphs p
    join lateral (select * from drafting.paragraph_versions v where v.paragraph = p.id order by v.version desc limit 1) n on not n.is_removed
   where p.chapter = of_chapter and (p.kind <> 'terugblik' or exists (
     select from drafting.signatures s where s.chapter = of_chapter and s.upto = drafting.newest_look_back(of_chapter, null)))
$function$
;
CREATE OR REPLACE FUNCTION drafting.uncleared(of_chapter text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct p.part), '{}') from drafting.paragraphs p
   where p.chapter = of_chapter and p.kind = 'terugblik' and p.part <> 'bureau'
     and not exists (select from drafting.clearances c
       where c.chapter = of_chapter and c.part = p.part and c.upto = drafting.newest_look_back(of_chapter, p.part))
$function$
;
CREATE OR REPLACE FUNCTION drafting.unknown_in(of_draft text, changes jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with given as (
    select v from jsonb_array_elements(changes -> 'actions') g (v) union all select v from jsonb_array_elements(changes -> 'chapters') g (v)),
  parties as (
    select v ->> 'lead' as code from given where v ->> 'lead' is not null
    union select p from given, jsonb_array_elements_text(case when jsonb_typeof(v -> 'participants') = 'array' then v -> 'participants' else '[]' end) p),
  areas as (select distinct p as code from given, jsonb_array_elements_text(case when jsonb_typeof(v -> 'areas') = 'array' then v -> 'areas' else '[]' end) p),
  indicators as (
    select distinct p as code from given, jsonb_array_elements_text(case when jsonb_typeof(v -> 'indicators') = 'array' then v -> 'indicators' else '[]' end) p),
  priorities as (select distinct v ->> 'priority' as code from given where v ->> 'priority' is not null),
  missing as (
    select code from parties where not exists (select from identity.parties x where x.code = parties.code)
    union select code from areas where not exists (select from territory.areas x where x.code = areas.code)
    union select code from indicators where not exists (select from figures.indicators x where x.code = indicators.code)
    union select code from priorities where not exists (select from strategy.priorities x where x.code = priorities.code)
    union select v ->> 'came_from' from given where v ->> 'came_from' is not null
       and not exists (select from strategy.actions x where x.code = v ->> 'came_from')
    union select v ->> 'promise' from given where v ->> 'promise' is not null
       and not exists (select from drafting.actions x join drafting.chapters c on c.code = x.chapter
                        where x.code = v ->> 'promise' and c.draft = of_draft))
  select jsonb_agg(code order by code) from missing
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
CREATE OR REPLACE FUNCTION governance.contact_author(of_organisation text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and p.valid_from <= platform.today()
     and (p.valid_to is null or platform.today() < p.valid_to)
     and (o.kind = 'bureau' and p.role = 'programmamanager' or p.organisation = of_organisation and p.role in ('adviseur', 'bestuurder'))
     and exists (select from identity.organisations c where c.code = of_organisation and c.withdrawn_on is null)
   order by p.organisation <> of_organisation, p.title, p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION governance.keep_contact(of_organisation text, of_point uuid, seen integer, said jsonb, of_key text, in_request text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
  kept governance.contact_points;
  newest integer;
begin
  perform pg_advisory_xact_lock(7403521, hashtext(of_organisation));
  if of_point is not null then select * into kept from governance.contact_points c where c.id = of_point; end if;
  author := governance.contact_author(case when of_point is null then of_organisation else kept.organisation end);
  if author is null or of_point is not null and kept.id is null then return null; end if;
  if of_point is null then
    select * into kept from governance.contact_points c where c.organisation = of_organisation and c.form_key = of_key;
    if kept.id is not null then return jsonb_build_object('result', 'bewaard', 'point', kept.id); end if;
    insert into governance.contact_points (organisation, form_key) values (of_organisation, of_key) returning * into kept;
  end if;
  select coalesce(max(v.version), 0) into newest from governance.contact_versions v where v.point = kept.id;
  if seen is distinct from newest then return jsonb_build_object('result', 'botst', 'point', kept.id); end if;
  insert into governance.contact_versions (point, version, title, subject, telephone, mailbox, is_adviser, is_ended, at, acted_as)
  values (kept.id, seen + 1, said ->> 'title', said ->> 'subject', said ->> 'telephone', said ->> 'mailbox', (said ->> 'is_adviser')::boolean,
          (said ->> 'is_ended')::boolean, platform.moment(), author);
  perform identity.note('contactpunt bijgewerkt', kept.organisation || ', ' || (said ->> 'subject'), in_request);
  return jsonb_build_object('result', 'bewaard', 'point', kept.id);
end $function$
;
CREATE OR REPLACE FUNCTION governance.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a version is added to and never changed';
end $function$
;
CREATE OR REPLACE FUNCTION hearings.bureau_function(of_bureau text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.title || ', ' || o.name from hearings.own_posts() p join identity.organisations o on o.code = p.organisation
   where o.code = of_bureau and o.kind = 'bureau' order by p.title, p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION hearings.close(of_hearing text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform hearings.hold(of_hearing);
  if not of_hearing = any (hearings.own_hearings()) then return false; end if;
  insert into hearings.closures (hearing, at, acted_as)
  select h.code, platform.moment(), hearings.bureau_function(h.asked_by) from hearings.hearings h where h.code = of_hearing
  on conflict do nothing;
  if found then perform identity.note('ronde zienswijzen gesloten', of_hearing, in_request); end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION hearings.function_for(of_hearing text, of_party text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.title || ', ' || o.name
    from hearings.parties y join hearings.hearings h on h.code = y.hearing
    join hearings.own_posts() p on hearings.speaks_for(p, y) or p.organisation = h.asked_by
    join identity.organisations o on o.code = p.organisation
   where y.hearing = of_hearing and y.code = of_party
   order by hearings.speaks_for(p, y) desc, p.title, p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION hearings.hold(of_key text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select pg_advisory_xact_lock(7403311, hashtext(of_key)) $function$
;
CREATE OR REPLACE FUNCTION hearings.keep_answer(of_hearing text, of_party text, of_point integer, of_entry uuid, seen integer, said jsonb, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  newest hearings.answers;
  kept hearings.answers;
begin
  perform hearings.hold(of_hearing);
  if not of_hearing = any (hearings.own_hearings())
     or not exists (select from hearings.entries e join hearings.points p on p.entry = e.id and p.number = of_point
       where e.id = of_entry and e.hearing = of_hearing and e.party = of_party) then return null; end if;
  select * into newest from hearings.answers a
   where a.hearing = of_hearing and a.party = of_party and a.point = of_point order by a.version desc limit 1;
  kept := jsonb_populate_record(null::hearings.answers, said);
  if (newest.entry, newest.text, newest.effect, newest.place, newest.text_before, newest.text_after)
     is not distinct from (of_entry, kept.text, kept.effect, kept.place, kept.text_before, kept.text_after) then return 'ongewijzigd'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into hearings.answers (hearing, party, point, version, entry, text, effect, place, text_before, text_after, at, acted_as, person)
  select of_hearing, of_party, of_point, seen + 1, of_entry, kept.text, kept.effect, kept.place, kept.text_before, kept.text_after,
         platform.moment(), hearings.bureau_function(h.asked_by), identity.current_person()
    from hearings.hearings h where h.code = of_hearing;
  perform identity.note('punt van zienswijze beantwoord', of_hearing || ', ' || of_party || ', punt ' || of_point, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION hearings.keep_entry(of_hearing text, of_party text, seen integer, said jsonb, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
  newest hearings.entries;
  kept hearings.entries;
begin
  perform hearings.hold(of_hearing);
  author := hearings.function_for(of_hearing, of_party);
  if author is null or exists (select from hearings.closures c where c.hearing = of_hearing) then return null; end if;
  select * into newest from hearings.entries e where e.hearing = of_hearing and e.party = of_party order by e.version desc limit 1;
  kept := jsonb_populate_record(null::hearings.entries, said);
  if (newest.sent_on, newest.on_agenda_on, newest.heard_on, newest.view, newest.paper, coalesce(newest.in_private, false))
     is not distinct from (kept.sent_on, kept.on_agenda_on, kept.heard_on, kept.view, kept.paper, kept.in_private)
     and coalesce((select jsonb_object_agg(p.number, p.text) from hearings.points p where p.entry = newest.id), '{}') = said -> 'points' then
    return 'ongewijzigd';
  end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into hearings.entries (hearing, party, version, sent_on, on_agenda_on, heard_on, in_private, view, paper, at, acted_as)
  values (of_hearing, of_party, seen + 1, kept.sent_on, kept.on_agenda_on, kept.heard_on, kept.in_private, kept.view, kept.paper,
          platform.moment(), author)
  returning * into kept;
  insert into hearings.points (entry, number, text)
  select kept.id, p.key::integer, p.value from jsonb_each_text(said -> 'points') p;
  perform identity.note('zienswijze bijgewerkt', of_hearing || ', ' || of_party || ', versie ' || seen + 1, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION hearings.mail_opening(of_hearing text, of_party text, mail_subject text, mail_body text, in_domain text DEFAULT NULL::text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not of_hearing = any (hearings.own_hearings()) then raise exception 'only who asks mails' using errcode = '42501'; end if;
  return hearings.put_mail(of_hearing, of_party, 'opening', mail_subject, mail_body, in_domain);
end $function$
;
CREATE OR REPLACE FUNCTION hearings.may_correct(of_subject text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from hearings.notas n
    where n.hearing || '-nota-' || n.version = of_subject and n.hearing = any (hearings.own_hearings()))
$function$
;
CREATE OR REPLACE FUNCTION hearings.may_release(of_hearing text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case when identity.current_person() = coalesce(
      (select a.person from hearings.answers a where a.hearing = h.code order by a.at desc, a.id limit 1), h.person)
    then 'laatste' else 'ja' end
    from hearings.hearings h where h.code = of_hearing and of_hearing = any (hearings.own_hearings())
$function$
;
CREATE OR REPLACE FUNCTION hearings.nota_of_now(of_subject text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from hearings.notas n
    where n.hearing || '-nota-' || n.version = of_subject and n.at = platform.moment() and hearings.may_release(n.hearing) = 'ja')
$function$
;
CREATE OR REPLACE FUNCTION hearings.note_corrector()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.at := platform.moment();
  select left('Nota van beantwoording bij ' || coalesce(s.title, p.title), 200), coalesce(hearings.bureau_function(h.asked_by), '')
    into new.title, new.acted_as
    from hearings.notas n join hearings.hearings h on h.code = n.hearing
    left join strategy.strategies s on s.code = h.strategy left join strategy.plans p on p.code = h.plan
   where n.hearing || '-nota-' || n.version = new.subject;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION hearings.open(of_kind text, of_subject text, of_text text, of_text_on date, of_address text, until date, with_partners text[], of_key text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  bureau text := (hearings.own_bureaus())[1];
  new_code text;
  opened text;
begin
  perform hearings.hold('open');
  if bureau is null then return null; end if;
  select h.code into opened from hearings.hearings h where h.form_key = of_key;
  if opened is not null then return opened; end if;
  if of_kind = 'strategie' and not exists (select from strategy.strategies s where s.code = of_subject and s.withdrawn_on is null)
     or of_kind = 'plan' and not exists (select from strategy.plans p where p.code = of_subject and p.withdrawn_on is null)
     or of_kind not in ('strategie', 'plan') then return null; end if;
  select of_subject || '-' || count(*) + 1 into new_code from hearings.hearings h where of_subject in (h.strategy, h.plan);
  insert into hearings.hearings (code, strategy, plan, text_name, text_on, text_address, term_ends_on, asked_by, opened_at, acted_as,
                                 is_example, person, form_key)
  select new_code, case of_kind when 'strategie' then of_subject end, case of_kind when 'plan' then of_subject end, of_text, of_text_on,
         of_address, until, bureau, platform.moment(), hearings.bureau_function(bureau), h.is_example, h.id, of_key
    from identity.people h where h.id = identity.current_person();
  insert into hearings.parties (hearing, code, organisation, area)
  select distinct on (a.code) new_code, a.code, o.code, a.code
    from territory.organisation_areas b cross join lateral territory.within(b.area, 'bestuurlijk', platform.today()) as w (code)
    join territory.areas a on a.code = w.code and a.kind = 'gemeente' and a.withdrawn_on is null
     and (a.valid_from is null or a.valid_from <= platform.today()) and (a.valid_to is null or platform.today() < a.valid_to)
    join territory.organisation_areas oa on oa.area = a.code
    join identity.organisations o on o.code = oa.organisation and o.kind = 'gemeente' and o.withdrawn_on is null
   where b.organisation = bureau
   -- The municipality's own organisation before a joint one.
   order by a.code, (select count(*) from territory.organisation_areas x where x.organisation = o.code), o.code;
  insert into hearings.parties (hearing, code, organisation)
  select new_code, o.code, o.code from identity.organisations o
   where o.code = any (with_partners) and o.kind <> 'gemeente' and o.withdrawn_on is null and o.code <> bureau;
  perform identity.note('ronde zienswijzen geopend', new_code, in_request);
  return new_code;
end $function$
;
CREATE OR REPLACE FUNCTION hearings.own_bureaus()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct o.code order by o.code), '{}')
    from hearings.own_posts() p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
$function$
;
CREATE OR REPLACE FUNCTION hearings.own_hearings()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(h.code), '{}') from hearings.hearings h where h.asked_by = any (hearings.own_bureaus())
$function$
;
CREATE OR REPLACE FUNCTION hearings.own_parties()
 RETURNS TABLE(hearing text, party text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct y.hearing, y.code from hearings.parties y join hearings.own_posts() p on hearings.speaks_for(p, y)
$function$
;
CREATE OR REPLACE FUNCTION hearings.own_posts()
 RETURNS SETOF identity.posts
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.* from identity.posts p
   where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION hearings.public_entries()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(e.id), '{}') from (
    select distinct on (e.hearing, e.party) e.* from hearings.entries e order by e.hearing, e.party, e.version desc) e
    join hearings.parties y on y.hearing = e.hearing and y.code = e.party and y.area is not null
   where e.heard_on <= platform.today() and not e.in_private
$function$
;
CREATE OR REPLACE FUNCTION hearings.put_mail(of_hearing text, of_party text, of_kind text, mail_subject text, mail_body text, in_domain text DEFAULT NULL::text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  until timestamptz := (select (h.term_ends_on + 31)::timestamp at time zone 'Europe/Amsterdam' from hearings.hearings h where h.code = of_hearing);
  receiver record;
  mailed integer := 0;
begin
  if exists (select from hearings.mailings m where m.hearing = of_hearing and m.party = of_party and m.kind = of_kind) then return 0; end if;
  for receiver in
    select distinct on (q.id) q.id, q.email, q.is_example, p.id as post
      from hearings.parties y join identity.posts p on hearings.speaks_for(p, y) join identity.people q on q.id = p.person
     where y.hearing = of_hearing and y.code = of_party
       and (p.role = 'adviseur' or y.area is null and p.role in ('bestuurder', 'programmamanager'))
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
     order by q.id, p.valid_to desc nulls first, p.id
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days',
      mail.reply_to('zienswijze', jsonb_build_object('hearing', of_hearing, 'party', of_party), receiver.id, receiver.post, until, in_domain));
    mailed := mailed + 1;
  end loop;
  if mailed > 0 then
    insert into hearings.mailings (hearing, party, kind, at, receivers)
    values (of_hearing, of_party, of_kind, platform.moment(), mailed);
  end if;
  return mailed;
end $function$
;
CREATE OR REPLACE FUNCTION hearings.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was said in a hearing is added to and never changed';
end $function$
;
CREATE OR REPLACE FUNCTION hearings.release(of_hearing text, of_model text, of_files jsonb, in_request text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  newest hearings.notas;
  next_version integer;
begin
  perform hearings.hold(of_hearing);
  if hearings.may_release(of_hearing) is distinct from 'ja' then return null; end if;
  select * into newest from hearings.notas n where n.hearing = of_hearing order by n.version desc limit 1;
  if newest.model = of_model then return null; end if;
  next_version := coalesce(newest.version, 0) + 1;
  insert into hearings.notas (hearing, version, model, at, acted_as)
  select h.code, next_version, of_model, platform.moment(), hearings.bureau_function(h.asked_by)
    from hearings.hearings h where h.code = of_hearing;
  insert into hearings.nota_files (hearing, version, format, content, hash)
  select of_hearing, next_version, f ->> 'format', decode(f ->> 'content', 'base64'), f ->> 'hash' from jsonb_array_elements(of_files) f;
  perform identity.note('nota van beantwoording vrijgegeven', of_hearing || ', versie ' || next_version, in_request);
  return next_version;
end $function$
;
CREATE OR REPLACE FUNCTION hearings.require_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (
    select from publications.ledger e
     where e.kind = 'nota' and e.subject = new.hearing || '-nota-' || new.version and e.body::jsonb -> 'bestanden' =
       (select coalesce(jsonb_object_agg('nota.' || f.format, f.hash), '{}') from hearings.nota_files f
         where f.hearing = new.hearing and f.version = new.version))
  then raise exception 'what is published is entered in the ledger' using errcode = '23514';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION hearings.speaks_for(p identity.posts, y hearings.parties)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case when (y).area is null then (p).organisation = (y).organisation
    else exists (select from identity.organisations o where o.code = (p).organisation and o.kind = 'gemeente') and (y).area in (
      select pa.area from identity.post_areas pa where pa.post = (p).id
      union all
      select oa.area from territory.organisation_areas oa
       where oa.organisation = (p).organisation and not exists (select from identity.post_areas pa where pa.post = (p).id)) end
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
CREATE OR REPLACE FUNCTION identity.data_of(of_person uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select identity.data_of_before_advisers(of_person) || jsonb_build_object(
    'adviseur_van', (select coalesce(jsonb_agg(jsonb_build_object('overleg', s.instance, 'zetel', s.title, 'functie', p.title,
                   'vanaf', n.at, 'tot', n.ended_at) order by n.at, s.id), '[]')
                  from meetings.namings n join meetings.seats s on s.id = n.seat
                  join identity.posts p on p.id = n.post where p.person = of_person))
$function$
;
CREATE OR REPLACE FUNCTION identity.data_of_before_advisers(of_person uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select identity.data_of_before_proposals(of_person) || jsonb_build_object(
    'schriftelijke_rondes', (select coalesce(jsonb_agg(jsonb_build_object('overleg', a.instance, 'voorstel', a.proposal, 'functie', s.title,
                   'woord', w.word, 'opmerking', w.remark, 'op', w.at) order by w.at, w.addressee), '[]')
                  from proposals.words w join proposals.addressees a on a.id = w.addressee join meetings.seats s on s.id = w.seat
                  join identity.posts p on p.id = s.post where p.person = of_person))
$function$
;
CREATE OR REPLACE FUNCTION identity.data_of_before_proposals(of_person uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with own_posts as (select * from identity.posts p where p.person = of_person)
  select jsonb_build_object(
    'persoon', (select jsonb_build_object('naam', h.name, 'mailadres', h.email, 'voorbeeldpersoon', h.is_example, 'sinds', h.created_at)
                  from identity.people h where h.id = of_person),
    'functies', (select coalesce(jsonb_agg(jsonb_build_object('functie', p.title, 'organisatie', o.name, 'rol', p.role, 'van', p.valid_from,
                   'tot', p.valid_to, 'gebieden', array(select a.area from identity.post_areas a where a.post = p.id order by a.area))
                   order by p.valid_from, p.title), '[]')
                  from own_posts p join identity.organisations o on o.code = p.organisation),
    'sessies', (select coalesce(jsonb_agg(jsonb_build_object('begonnen', s.started_at, 'laatst_gebruikt', s.last_seen_at,
                   'eindigt', s.ends_at, 'manier', s.way) order by s.started_at, s.id), '[]')
                  from identity.sessions s where s.person = of_person),
    'inlogmiddelen', (select coalesce(jsonb_agg(m.means order by m.means ->> 'sinds'), '[]') from (
                   select jsonb_build_object('soort', 'aanbieder', 'aanbieder', l.provider, 'kenmerk_bij_aanbieder', l.subject,
                            'sinds', l.first_used_at, 'laatst_gebruikt', l.last_used_at) as means
                     from identity.person_logins l where l.person = of_person
                   union all
                   select jsonb_build_object('soort', 'inloglink', 'sinds', k.requested_at, 'vervalt', k.expires_at)
                     from identity.sign_in_links k where k.person = of_person) m),
    'mails', (select coalesce(jsonb_agg(jsonb_build_object('onderwerp', b.subject, 'klaargezet', b.put_at, 'verstuurd', b.sent_at,
                   'stand', b.state) order by b.put_at, b.id), '[]')
                  from mail.outbox b join identity.people h on h.id = of_person and lower(h.email) = lower(b.recipient)),
    'antwoorden_per_mail', (select coalesce(jsonb_agg(jsonb_build_object('waarvoor', a.purpose, 'adres_gemaakt', a.put_at,
                   'vervalt', a.expires_at, 'ontvangen', (select coalesce(jsonb_agg(jsonb_build_object('op', r.at, 'uitkomst', r.outcome,
                     'reden', r.reason) order by r.at, r.id), '[]') from mail.received r where r.address = a.id)) order by a.put_at, a.id), '[]')
                  from mail.reply_addresses a where a.person = of_person),
    'open_vragen', (select coalesce(jsonb_agg(jsonb_build_object('beeld', q.view, 'gebied', q.area, 'soort', q.type, 'gesteld', q.asked_at,
                   'gestopt', q.stopped_at) order by q.asked_at, q.id), '[]') from crime.questions q where q.person = of_person),
    'gevraagde_updates', (select coalesce(jsonb_agg(jsonb_build_object('ronde', r.round, 'soort', r.kind, 'op', r.at, 'functie', r.acted_as,
                   'acties', array(select i.action from progress.request_items i where i.request = r.id order by i.seq))
                   order by r.at, r.id), '[]') from progress.requests r where r.person = of_person),
    'meldingen', (select coalesce(jsonb_agg(jsonb_build_object('actie', u.action, 'stand', u.status, 'zin', u.sentence, 'bewijs', u.evidence, 'foto', u.photo_text,
                   'op', u.at, 'functie', u.acted_as) order by u.at, u.id), '[]')
                  from progress.updates u where u.post in (select p.id from own_posts p)),
    'bijgehouden_acties', (select coalesce(jsonb_agg(jsonb_build_object('actie', c.action, 'functie', c.title,
                   'plaatsvervanger', c.deputy_title, 'sinds', c.at) order by c.at, c.id), '[]')
                  from progress.carriers c where c.post in (select p.id from own_posts p) or c.deputy in (select p.id from own_posts p)),
    'teksten_in_stukken', (select coalesce(jsonb_agg(jsonb_build_object('stuk', v.account, 'deel', v.part, 'titel', v.title, 'tekst', v.body,
                   'versie', v.version, 'op', v.at, 'functie', v.acted_as) order by v.at, v.entry), '[]')
                  from accounts.versions v where v.writer = of_person),
    'zienswijzen', (select coalesce(jsonb_agg(w.wrote order by w.wrote ->> 'op'), '[]') from (
                   select jsonb_build_object('wat', 'ronde geopend', 'ronde', h.code, 'op', h.opened_at, 'functie', h.acted_as) as wrote
                     from hearings.hearings h where h.person = of_person
                   union all
                   select jsonb_build_object('wat', 'antwoord geschreven', 'ronde', a.hearing, 'partij', a.party, 'tekst', a.text, 'op', a.at,
                            'functie', a.acted_as) from hearings.answers a where a.person = of_person) w),
    'plaatsen_in_overleggen', (select coalesce(jsonb_agg(jsonb_build_object('overleg', s.instance, 'rol', s.kind, 'functie', s.title,
                   'van', s.valid_from, 'tot', s.valid_to) order by s.valid_from, s.id), '[]')
                  from meetings.seats s where s.post in (select p.id from own_posts p)),
    'aanwezigheid', (select coalesce(jsonb_agg(w.was order by w.was ->> 'op'), '[]') from (
                   select jsonb_build_object('wat', 'aanwezigheid gemeld', 'vergadering', a.meeting, 'functie', s.title, 'antwoord', a.answer,
                            'op', a.at) as was
                     from meetings.answers a join meetings.seats s on s.id = a.seat where s.post in (select p.id from own_posts p)
                   union all
                   select jsonb_build_object('wat', 'agenda gemaild', 'vergadering', i.meeting, 'functie', s.title, 'op', i.at)
                     from meetings.invitations i join meetings.seats s on s.id = i.seat where s.post in (select p.id from own_posts p)) w),
    'agendasleutels', (select coalesce(jsonb_agg(jsonb_build_object('gemaakt', k.made_at, 'ingetrokken', k.revoked_at)
                   order by k.made_at, k.id), '[]') from meetings.calendar_keys k where k.person = of_person),
    'logboek', (select coalesce(jsonb_agg(jsonb_build_object('op', l.at, 'wat', l.event, 'waarvan', l.object, 'uitkomst', l.outcome,
                   'functie', l.acted_as) order by l.at, l.id), '[]') from identity.audit_log l where l.person = of_person))
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
CREATE OR REPLACE FUNCTION identity.erase(of_person uuid, as_what text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  known identity.people;
begin
  -- One at a time: two administrators who erase themselves at once would leave none.
  perform pg_advisory_xact_lock(7403294);
  select * into known from identity.people h where h.id = of_person for update;
  if known.id is null then return 'onbekend'; end if;
  if exists (select from identity.posts p where p.person = of_person and p.role = 'functioneel-beheerder'
               and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to))
     and not exists (select from identity.posts p where p.person <> of_person and p.role = 'functioneel-beheerder'
               and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)) then
    return 'laatste-beheerder';
  end if;
  insert into identity.erasures (address_hash, erased_on) values (identity.hash_of_address(known.email), platform.today())
    on conflict (address_hash) do update set erased_on = excluded.erased_on;
  perform identity.write_audit(of_person, as_what, null, 'gelukt', in_request);
  delete from mail.outbox b where lower(b.recipient) = lower(known.email);
  delete from identity.sign_in_requests r where r.address_hash = identity.hash_of_address(known.email);
  delete from identity.people h where h.id = of_person;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION identity.erase_own(in_request text)
 RETURNS text
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select identity.erase(identity.current_person(), 'eigen gegevens gewist', in_request)
$function$
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
CREATE OR REPLACE FUNCTION identity.hash_of_address(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select encode(sha256(convert_to(lower(address), 'UTF8')), 'hex')
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
CREATE OR REPLACE FUNCTION identity.own_data()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select identity.data_of(identity.current_person()) where identity.current_person() is not null
$function$
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
CREATE OR REPLACE FUNCTION levels.bureau_function()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
   order by p.title, p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION levels.function_for(of_areas text[])
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.acted_as from levels.own_places() p where p.area = any (of_areas) order by array_position(of_areas, p.area) limit 1
$function$
;
CREATE OR REPLACE FUNCTION levels.hold(of_key text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select pg_advisory_xact_lock(7403345, hashtext(of_key)) $function$
;
CREATE OR REPLACE FUNCTION levels.is_example()
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from identity.people h where h.id = identity.current_person() and h.is_example)
$function$
;
CREATE OR REPLACE FUNCTION levels.keep_cell(of_district text, of_theme text, of_partner text, seen integer, said jsonb, of_key text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
  newest integer;
  kept levels.cell_versions;
  cell strategy.matrix_cells;
  takes_part text;
begin
  perform levels.hold('matrix ' || of_district);
  author := levels.function_for(array[of_district, of_partner]);
  -- A theme and a partner that the plan of this district has; together they may be new.
  if author is null
     or not exists (select from strategy.matrix_cells m where m.district = of_district and m.theme = of_theme and m.withdrawn_on is null)
     or not exists (select from strategy.matrix_cells m where m.district = of_district and m.partner = of_partner and m.withdrawn_on is null)
  then return null; end if;
  if exists (select from levels.cell_versions v where v.district = of_district and v.theme = of_theme and v.partner = of_partner
              and v.form_key = of_key) then return 'bewaard'; end if;
  select coalesce(max(v.version), 0) into newest from levels.cell_versions v
   where v.district = of_district and v.theme = of_theme and v.partner = of_partner;
  if seen is distinct from newest then return 'botst'; end if;
  kept := jsonb_populate_record(null::levels.cell_versions, said);
  if kept.decided_on > platform.today() then raise exception 'this day is still to come' using errcode = '23514'; end if;
  select * into cell from strategy.matrix_cells m
   where m.district = of_district and m.theme = of_theme and m.partner = of_partner and m.withdrawn_on is null;
  insert into levels.cell_versions (district, theme, partner, version, answer, start_position, reason, decided_on, before, at, acted_as, form_key)
  values (of_district, of_theme, of_partner, newest + 1, kept.answer, kept.start_position, kept.reason, kept.decided_on,
          case when cell.code is null then '{}' else jsonb_build_object(
            'deelname', case when exists (select from strategy.matrix_refusals r where r.cell = cell.code) then 'nee' else cell.participates end,
            'startpositie', cell.start_position, 'grond', cell.ground) end, platform.moment(), author, of_key);
  takes_part := case kept.answer when 'niet-gekozen' then 'nee' when 'onbekend' then 'onbekend' else 'ja' end;
  delete from strategy.matrix_refusals r where r.cell = cell.code;
  if cell.code is null then
    -- The code tells nothing of how many there are; what is not chosen is hidden as a row.
    insert into strategy.matrix_cells (code, district, theme, partner, participates, start_position, ground, sources)
    select 'MX-' || of_district || '-' || substr(md5(of_theme || ' ' || of_partner), 1, 8), of_district, of_theme, of_partner, takes_part,
           kept.start_position, 'opgave', '{}' where takes_part <> 'onbekend';
  elsif takes_part = 'nee' and cell.participates <> 'nee' then
    -- Who reads along must not see a cell disappear, nor change when it was unknown already.
    insert into strategy.matrix_refusals (cell) values (cell.code);
    update strategy.matrix_cells m set participates = 'onbekend', start_position = null, ground = 'opgave', note = null
     where m.code = cell.code and m.participates = 'ja';
  elsif takes_part <> cell.participates or kept.start_position is distinct from cell.start_position then
    update strategy.matrix_cells m set participates = takes_part, start_position = kept.start_position, ground = 'opgave', note = null
     where m.code = cell.code;
  end if;
  perform identity.note('uitvoeringsplan van district bijgewerkt', of_district || ', ' || of_theme || ', ' || of_partner, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION levels.keep_local_plan(of_area text, of_plan text, seen integer, said jsonb, of_key text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
  plan_code text := of_plan;
  previous levels.local_plan_versions;
  kept levels.local_plan_versions;
  item jsonb;
  was levels.local_priorities;
  stays boolean;
begin
  perform levels.hold('plan ' || of_area);
  author := levels.function_for(array[of_area]);
  if author is null then return null; end if;
  if of_plan is null then
    select p.code into plan_code from levels.local_plans p where p.form_key = of_key and p.area = of_area;
    if plan_code is not null then return plan_code; end if;
    select 'VP-' || of_area || '-' || count(*) + 1 into plan_code from levels.local_plans p where p.area = of_area;
    insert into levels.local_plans (code, area, form_key) values (plan_code, of_area, of_key);
  elsif not exists (select from levels.local_plans p where p.code = of_plan and p.area = of_area) then return null;
  end if;
  if exists (select from levels.local_plan_versions v where v.plan = plan_code and v.form_key = of_key) then return plan_code; end if;
  select * into previous from levels.local_plan_versions v where v.plan = plan_code order by v.version desc limit 1;
  if seen is distinct from coalesce(previous.version, 0) then return 'botst'; end if;
  kept := jsonb_populate_record(null::levels.local_plan_versions, said);
  if kept.adopted_on > platform.today() then raise exception 'this day is still to come' using errcode = '23514'; end if;
  insert into levels.local_plan_versions (plan, version, title, period_from, period_to, adopted_on, address, at, acted_as, is_example, form_key)
  values (plan_code, seen + 1, kept.title, kept.period_from, kept.period_to, kept.adopted_on, kept.address, platform.moment(), author,
          levels.is_example(), of_key)
  returning * into kept;
  for item in select value from jsonb_array_elements(said -> 'priorities') loop
    if (item ->> 'answered' = 'ja') <> (jsonb_array_length(item -> 'priorities') > 0) then
      raise exception 'yes names a priority' using errcode = '23514';
    end if;
    select * into was from levels.local_priorities l where l.entry = previous.id and l.number = (item ->> 'number')::integer;
    stays := was.entry is not null and was.text = item ->> 'text' and was.answered = item ->> 'answered' and was.action is not distinct from item ->> 'action'
      and array(select l.priority from levels.local_links l where l.entry = was.entry and l.number = was.number order by 1)
        = array(select x from jsonb_array_elements_text(item -> 'priorities') x order by 1);
    insert into levels.local_priorities (entry, number, text, answered, action, said_at, said_as)
    values (kept.id, (item ->> 'number')::integer, item ->> 'text', item ->> 'answered', item ->> 'action',
            case when stays then was.said_at else platform.moment() end, case when stays then was.said_as else author end);
    insert into levels.local_links (entry, number, priority)
    select kept.id, (item ->> 'number')::integer, x from jsonb_array_elements_text(item -> 'priorities') x
      join strategy.priorities p on p.code = x and p.withdrawn_on is null;
  end loop;
  perform identity.note('veiligheidsplan bijgewerkt', plan_code || ', versie ' || seen + 1, in_request);
  return plan_code;
end $function$
;
CREATE OR REPLACE FUNCTION levels.keep_variant(of_action text, of_area text, seen integer, said jsonb, of_key text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
  newest integer;
  kept levels.variants;
begin
  perform levels.hold(of_action || ' ' || of_area);
  author := levels.function_for(array[of_area]);
  if author is null or not exists (select from levels.variant_places(of_action) p where p.area = of_area) then return null; end if;
  if exists (select from levels.variants v where v.action = of_action and v.area = of_area and v.form_key = of_key) then return 'bewaard'; end if;
  select coalesce(max(v.version), 0) into newest from levels.variants v where v.action = of_action and v.area = of_area;
  if seen is distinct from newest then return 'botst'; end if;
  kept := jsonb_populate_record(null::levels.variants, said);
  if kept.decided_on > platform.today() or kept.choice = 'niet' and said ->> 'reason' is null then
    raise exception 'a reason is needed, and a day that was' using errcode = '23514';
  end if;
  insert into levels.variants (action, area, version, choice, title, lead, due_on, target, place, decided_on, regional, at, acted_as, is_example,
                               form_key)
  values (of_action, of_area, newest + 1, kept.choice, kept.title, kept.lead, kept.due_on, kept.target, kept.place, kept.decided_on,
          levels.regional(of_action), platform.moment(), author, levels.is_example(), of_key)
  returning * into kept;
  if said ->> 'reason' is not null then insert into levels.variant_reasons values (kept.id, said ->> 'reason'); end if;
  perform identity.note('eigen versie van een actie bewaard', of_action || ', ' || of_area || ', versie ' || newest + 1, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION levels.link_national(of_item text, of_priority text, is_linked boolean, why text, of_key text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform levels.hold('landelijk ' || of_item);
  if levels.bureau_function() is null
     or not exists (select from levels.national_items i where i.code = of_item and i.withdrawn_on is null)
     or not exists (select from strategy.priorities p where p.code = of_priority and p.withdrawn_on is null) then return false; end if;
  if exists (select from levels.national_links l where l.item = of_item and l.priority = of_priority and l.form_key = of_key) then return true; end if;
  insert into levels.national_links (item, priority, version, linked, reason, at, acted_as, form_key)
  select of_item, of_priority, coalesce(max(l.version), 0) + 1, is_linked, why, platform.moment(), levels.bureau_function(), of_key
    from levels.national_links l where l.item = of_item and l.priority = of_priority;
  perform identity.note('landelijk punt gekoppeld', of_item || ', ' || of_priority || ', ' || is_linked, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION levels.municipalities_of(of_area text)
 RETURNS TABLE(code text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct a.code from (values ('bestuurlijk'), ('politie')) as d (division)
   cross join lateral territory.within(of_area, d.division, platform.today()) as w (code)
    join territory.areas a on a.code = w.code and a.kind = 'gemeente' and a.withdrawn_on is null
     and (a.valid_to is null or platform.today() < a.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION levels.own_places()
 RETURNS TABLE(area text, acted_as text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with given as (
    select p.id, p.title || ', ' || o.name as acted_as, o.kind, x.area, x.named
      from identity.posts p join identity.organisations o on o.code = p.organisation
     cross join lateral (
       select pa.area, true as named from identity.post_areas pa where pa.post = p.id
       union all
       select oa.area, false from territory.organisation_areas oa
        where oa.organisation = p.organisation and not exists (select from identity.post_areas pa where pa.post = p.id)) x
     where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
       and (o.kind in ('gemeente', 'bureau') or o.kind = 'overig' and x.named)
  ), reached as (
    select g.id, g.acted_as, g.area, 1 as nearness from given g
    union all
    select g.id, g.acted_as, w.code, 2 from given g
     cross join (values ('bestuurlijk'), ('politie')) as d (division)
     cross join lateral territory.within(g.area, d.division, platform.today()) as w (code) where g.kind = 'bureau'
    union all
    select g.id, g.acted_as, a.code, 2 from given g join territory.areas a on a.kind in ('district', 'basisteam') and a.withdrawn_on is null
     where g.kind = 'gemeente' and exists (select from levels.municipalities_of(a.code))
       and not exists (select from levels.municipalities_of(a.code) m
                        where not exists (select from given h where h.id = g.id and h.area = m.code))
  )
  select distinct on (r.area) r.area, r.acted_as from reached r
    join territory.areas a on a.code = r.area and a.kind in ('gemeente', 'basisteam', 'district') and a.withdrawn_on is null
     and (a.valid_to is null or platform.today() < a.valid_to)
   order by r.area, r.nearness, r.acted_as, r.id
$function$
;
CREATE OR REPLACE FUNCTION levels.public_plan_versions()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(v.id), '{}') from (
    select distinct on (v.plan) v.id from levels.local_plan_versions v
     where v.adopted_on <= platform.today() order by v.plan, v.version desc) v
$function$
;
CREATE OR REPLACE FUNCTION levels.public_variants()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(v.id) filter (where v.choice <> 'niet'), '{}') from (
    select distinct on (v.action, v.area) v.id, v.choice from levels.variants v
     where v.decided_on <= platform.today() order by v.action, v.area, v.version desc) v
$function$
;
CREATE OR REPLACE FUNCTION levels.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'versions are added and never changed';
end $function$
;
CREATE OR REPLACE FUNCTION levels.regional(of_action text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select jsonb_build_object('titel', a.title, 'trekker', a.lead, 'klaar', a.due, 'doel_waarde', a.target_value,
           'doel_eenheid', a.target_unit, 'doel_tekst', a.target_text, 'doel_wanneer', a.target_by, 'doel_soort', a.aim, 'functie', a.lead_post,
           'gebieden', (select coalesce(jsonb_agg(x.area order by x.area), '[]') from strategy.action_areas x where x.action = a.code))
    from strategy.actions a where a.code = of_action
$function$
;
CREATE OR REPLACE FUNCTION levels.variant_places(of_action text)
 RETURNS TABLE(area text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct w.code from strategy.actions a join strategy.action_areas x on x.action = a.code
   cross join lateral territory.within(x.area, 'bestuurlijk', platform.today()) as w (code)
    join territory.areas t on t.code = w.code and t.kind in ('district', 'gemeente') and t.withdrawn_on is null
     and (t.valid_to is null or platform.today() < t.valid_to)
   where a.code = of_action and a.withdrawn_on is null
     and not exists (select from strategy.action_areas y where y.action = a.code and y.area = w.code)
$function$
;
CREATE OR REPLACE FUNCTION mail.address_of(token text)
 RETURNS SETOF mail.reply_addresses
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select a.* from mail.reply_addresses a
   where a.id = substr(token, 1, 20) and length(token) = 52
     -- Hashes are compared, so that how long it takes says nothing about where the first difference is.
     and sha256(convert_to(mail.signature_of(a), 'UTF8')) = sha256(convert_to(substr(token, 21), 'UTF8'))
     and a.expires_at > platform.moment()
     and exists (select from identity.posts p where p.id = a.post and p.person = a.person
       and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to))
$function$
;
CREATE OR REPLACE FUNCTION mail.answered_address()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select r.address from mail.received r where r.session = identity.current_session()
$function$
;
CREATE OR REPLACE FUNCTION mail.begin_answer(token text, of_message text, secret_hash text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  a mail.reply_addresses;
  begun uuid;
begin
  select * into a from mail.address_of(token);
  if a.id is null then return '{"is": "void"}'; end if;
  -- Two mails to one address wait for each other.
  select * into a from mail.reply_addresses r where r.id = a.id for update;
  if exists (select from mail.received r where r.address = a.id and r.message_hash = of_message) then return '{"is": "again"}'; end if;
  if a.is_single_use and a.used_at is not null then return '{"is": "void"}'; end if;
  insert into identity.sessions (id_hash, person, started_at, last_seen_at, ends_at, way)
  values (secret_hash, a.person, platform.moment(), platform.moment(), platform.moment() + interval '1 minute', 'antwoord')
  returning id into begun;
  insert into mail.received (address, message_hash, at, outcome, session) values (a.id, of_message, platform.moment(), 'bezig', begun);
  return jsonb_build_object('is', 'begun', 'purpose', a.purpose, 'about', a.about, 'address', a.id, 'putAt', a.put_at);
end $function$
;
CREATE OR REPLACE FUNCTION mail.end_answer(what text, because text, mail_subject text, mail_body text, in_domain text, uses_up boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  a mail.reply_addresses;
  to_person record;
  answers_to text;
begin
  if what not in ('verwerkt', 'geweigerd') then raise exception 'no outcome of an answer'; end if;
  select r.* into a from mail.reply_addresses r where r.id = mail.answered_address();
  if a.id is null then raise exception 'no mail is being answered'; end if;
  update mail.received set outcome = what, reason = because, session = null where session = identity.current_session();
  delete from identity.sessions s where s.id = identity.current_session();
  if uses_up then update mail.reply_addresses set used_at = platform.moment() where id = a.id; end if;
  -- A machine that does not say it is one would answer our answers for ever.
  if (select count(*) from mail.received r join mail.reply_addresses x on x.id = r.address
       where x.person = a.person and r.at > platform.moment() - interval '1 hour') > 20 then return; end if;
  select p.email, p.is_example into to_person from identity.people p where p.id = a.person;
  if not uses_up and not a.is_single_use then
    answers_to := 'antwoord+' || mail.new_address(a.purpose, a.about, a.person, a.post, a.expires_at, false) || '@' || in_domain;
  end if;
  perform mail.put(to_person.email, mail_subject, mail_body, to_person.is_example, platform.moment() + interval '7 days', answers_to);
end $function$
;
CREATE OR REPLACE FUNCTION mail.hmac(key bytea, said text)
 RETURNS bytea
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  inner_key bytea := key;
  outer_key bytea := key;
begin
  for at in 0..63 loop
    inner_key := set_byte(inner_key, at, get_byte(key, at) # 54);
    outer_key := set_byte(outer_key, at, get_byte(key, at) # 92);
  end loop;
  return sha256(outer_key || sha256(inner_key || convert_to(said, 'UTF8')));
end $function$
;
CREATE OR REPLACE FUNCTION mail.new_address(for_purpose text, of_about jsonb, of_person uuid, of_post uuid, until timestamp with time zone, once boolean)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  made mail.reply_addresses;
begin
  insert into mail.keys (key, made_at)
  values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
          platform.moment()) on conflict do nothing;
  insert into mail.reply_addresses (id, purpose, about, person, post, put_at, expires_at, is_single_use)
  values (substr(encode(sha256(uuid_send(gen_random_uuid())), 'hex'), 1, 20), for_purpose, of_about, of_person, of_post,
          platform.moment(), until, once) returning * into made;
  return made.id || mail.signature_of(made);
end $function$
;
CREATE OR REPLACE FUNCTION mail.note_unread(token text, of_message text, what text, because text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  a mail.reply_addresses;
begin
  if what not in ('automatisch', 'onbestelbaar') then raise exception 'not an outcome of an unread mail'; end if;
  select * into a from mail.address_of(token);
  if a.id is null then return 'void'; end if;
  insert into mail.received (address, message_hash, at, outcome, reason) values (a.id, of_message, platform.moment(), what, because)
  on conflict do nothing;
  return case when found then 'noted' else 'again' end;
end $function$
;
CREATE OR REPLACE FUNCTION mail.put(to_address text, mail_subject text, mail_body text, for_example boolean, until timestamp with time zone, answers_to text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  insert into mail.outbox (recipient, subject, body, is_example, state, put_at, expires_at, try_at, reply_to)
  values (to_address, mail_subject, mail_body, for_example, case when for_example then 'voorbeeld' else 'wacht' end,
          platform.moment(), until, platform.moment(), answers_to)
$function$
;
CREATE OR REPLACE FUNCTION mail.reply_to(for_purpose text, of_about jsonb, of_person uuid, of_post uuid, until timestamp with time zone, in_domain text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if in_domain is null then return null; end if;
  return 'antwoord+' || mail.new_address(for_purpose, of_about, of_person, of_post, until, false) || '@' || in_domain;
end $function$
;
CREATE OR REPLACE FUNCTION mail.signature_of(a mail.reply_addresses)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select substr(encode(mail.hmac(k.key, jsonb_build_array(a.id, a.purpose, a.about, a.person, a.post, a.is_single_use,
           extract(epoch from a.put_at), extract(epoch from a.expires_at))::text), 'hex'), 1, 32)
    from mail.keys k
$function$
;
CREATE OR REPLACE FUNCTION mail.takes_mail(token text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from mail.address_of(token))
$function$
;
CREATE OR REPLACE FUNCTION meetings.advised()
 RETURNS TABLE(instance text, organisation text, acted_as text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with own as materialized (
    select p.id, p.organisation, p.title from identity.posts p
     where p.person = (select identity.current_person()) and p.role = 'adviseur' and meetings.holds(p.valid_from, p.valid_to))
  select (x.seat).instance, p.organisation, min(p.title || ', ' || o.name)
    from own p join identity.organisations o on o.code = p.organisation
   cross join lateral (select s as seat from meetings.seats s
     where s.organisation = p.organisation and s.kind in ('voorzitter', 'lid', 'plaatsvervanger') offset 0) x
   where meetings.lasts(x.seat)
     and (exists (select from meetings.namings n where n.seat = (x.seat).id and n.post = p.id and n.ended_at is null)
          or meetings.is_served_by_all(x.seat))
   group by (x.seat).instance, p.organisation
$function$
;
CREATE OR REPLACE FUNCTION meetings.advised_instances()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct a.instance), '{}') from meetings.advised() a
$function$
;
CREATE OR REPLACE FUNCTION meetings.advised_meetings()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(m.code), '{}') from meetings.meetings m where m.instance = any (meetings.advised_instances())
$function$
;
CREATE OR REPLACE FUNCTION meetings.adviser_choices(of_instance text)
 RETURNS TABLE(seat uuid, post uuid, label text, is_named boolean, serves boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.id, p.id, p.title || ' (' || h.name || ')', n.seat is not null,
         meetings.holds(p.valid_from, p.valid_to) and (n.seat is not null or meetings.is_served_by_all(s))
    from meetings.seats s join identity.posts p on p.organisation = s.organisation and p.role = 'adviseur'
    join identity.people h on h.id = p.person
    left join meetings.namings n on n.seat = s.id and n.post = p.id and n.ended_at is null
   where meetings.manager() is not null and s.instance = of_instance and s.kind in ('voorzitter', 'lid', 'plaatsvervanger')
     and meetings.lasts(s) and (n.seat is not null or meetings.holds(p.valid_from, p.valid_to))
   order by s.id, p.title, h.name, p.id
$function$
;
CREATE OR REPLACE FUNCTION meetings.answer(of_meeting text, of_seat uuid, said text, seen integer, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  newest meetings.answers;
  there meetings.days;
  since integer;
begin
  perform meetings.hold(of_meeting);
  select * into there from meetings.days d where d.meeting = of_meeting order by d.version desc limit 1;
  if not exists (select from meetings.meetings m join meetings.own_seats() s on s.instance = m.instance
        join meetings.seats v on v.id = s.seat and (v.valid_to is null or there.held_on < v.valid_to)
       where m.code = of_meeting and s.seat = of_seat)
     or there.state = 'afgelast' or coalesce(there.ends_on, there.held_on) < platform.today()
     or said = 'vervanger' and not exists (select from meetings.seats d
       where d.deputy_for = of_seat and d.valid_from <= there.held_on and (d.valid_to is null or there.held_on < d.valid_to)) then return null; end if;
  since := meetings.stands_since(of_meeting);
  if seen is null or seen < since then return 'verzet'; end if;
  select * into newest from meetings.answers a where a.meeting = of_meeting and a.seat = of_seat order by a.version desc limit 1;
  if newest.answer = said and newest.days_version >= since then return 'bewaard'; end if;
  insert into meetings.answers (meeting, seat, version, answer, at, days_version)
  values (of_meeting, of_seat, coalesce(newest.version, 0) + 1, said, platform.moment(), there.version);
  perform identity.note('aanwezigheid gemeld', of_meeting || ', ' || said, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION meetings.attach(of_meeting text, of_item uuid, said jsonb, content_base64 text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  received bytea := decode(content_base64, 'base64');
  its_hash text := encode(sha256(received), 'hex');
  there meetings.attachments;
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null
     or not exists (select from meetings.items i where i.id = of_item and i.meeting = of_meeting and i.withdrawn_at is null) then return null; end if;
  select * into there from meetings.attachments a where a.item = of_item and a.hash = its_hash and a.withdrawn_at is null;
  if there.hash is not null then
    return case when (there.name, there.is_closed, there.ground, there.closed_until, there.change_note)
        is not distinct from (said ->> 'name', (said ->> 'is_closed')::boolean, said ->> 'ground', (said ->> 'closed_until')::date,
          said ->> 'change_note') then 'bewaard' else 'staat-er-al' end;
  end if;
  if exists (select from meetings.sendings s where s.meeting = of_meeting) and said ->> 'change_note' is null then
    raise exception 'what follows says what changed' using errcode = '23514';
  end if;
  insert into meetings.files (hash, content) values (its_hash, received) on conflict do nothing;
  delete from meetings.attachments a where a.item = of_item and a.hash = its_hash;
  insert into meetings.attachments (item, hash, name, size, is_closed, ground, closed_until, change_note, at, acted_as)
  values (of_item, its_hash, said ->> 'name', length(received), (said ->> 'is_closed')::boolean, said ->> 'ground',
          (said ->> 'closed_until')::date, said ->> 'change_note', platform.moment(), meetings.secretary_in(of_meeting));
  perform identity.note('bijlage toegevoegd', of_meeting || ', ' || left(its_hash, 12), in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION meetings.begin_instance(of_body text, in_area text, for_everybody boolean, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := meetings.manager();
  new_code text := of_body || '-' || in_area;
begin
  perform meetings.hold('instance');
  if author is null
     or not exists (select from governance.bodies b where b.code = of_body and b.withdrawn_on is null and meetings.holds(coalesce(b.valid_from, '-infinity'), b.valid_to))
     or not exists (select from territory.areas a where a.code = in_area and a.withdrawn_on is null
          and meetings.holds(coalesce(a.valid_from, '-infinity'), a.valid_to)) then return null; end if;
  insert into meetings.instances (code, body, area, is_public, is_example, at, acted_as)
  select new_code, of_body, in_area, for_everybody, h.is_example, platform.moment(), author
    from identity.people h where h.id = identity.current_person() on conflict do nothing;
  if found then perform identity.note('overleg begonnen', new_code, in_request); end if;
  return new_code;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.calendar_of(of_hash text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select jsonb_build_object(
      'title', case when k.post is not null then min(p.title || ', ' || o.name) end,
      'meetings', coalesce((
        select jsonb_agg(jsonb_build_object('code', d.meeting, 'instance', i.code, 'body', b.name, 'area', a.name, 'version', d.version,
            'heldOn', d.held_on, 'endsOn', d.ends_on, 'begins', x.begins, 'ends', x.ends,
            'state', d.state, 'at', to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by d.held_on, d.meeting)
          from (select distinct on (d.meeting) d.* from meetings.days d order by d.meeting, d.version desc) d
          join meetings.places x on x.meeting = d.meeting and x.version = d.version
          join meetings.meetings m on m.code = d.meeting
          join meetings.instances i on i.code = m.instance
          join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area
         where d.held_on > platform.today() - 366 and i.code in (
           select s.instance from meetings.seats s
            where s.post = any (array_agg(p.id)) and meetings.lasts(s))), '[]'))
    from meetings.calendar_keys k join identity.posts p on p.person = k.person and (k.post is null or p.id = k.post)
     and meetings.holds(p.valid_from, p.valid_to)
    join identity.organisations o on o.code = p.organisation
   where k.key_hash = of_hash and k.revoked_at is null
   group by k.id, k.post
$function$
;
CREATE OR REPLACE FUNCTION meetings.change_year_task(of_code text, seen integer, said jsonb, of_key text, in_request text, OUT kept text, OUT line text)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := meetings.manager();
  stands record;
  had_body text;
  goes boolean := (said ->> 'is_withdrawn')::boolean;
begin
  perform meetings.hold('jaarkalender');
  if author is null then return; end if;
  select v.code into line from meetings.year_task_versions v where v.form_key = of_key;
  if line is not null then kept := 'bewaard'; return; end if;
  if of_code is null then
    if goes then return; end if;
    select 'eigen-' || count(distinct v.code) + 1 into line from meetings.year_task_versions v where v.code ~ '^eigen-\d+$';
  else
    select * into stands from meetings.year_calendar(platform.today()) c where c.code = of_code;
    if stands.code is null then return; end if;
    line := of_code;
    had_body := stands.body;
    if (stands.month, stands.what, stands.by_whom, stands.to_whom, stands.body, stands.is_withdrawn) is not distinct from
       ((said ->> 'month')::integer, said ->> 'what', said ->> 'by_whom', said ->> 'to_whom', said ->> 'body', goes) then
      kept := 'bewaard';
      return;
    end if;
    if stands.version <> seen then kept := 'botst'; return; end if;
  end if;
  if not goes and said ->> 'body' is not null and said ->> 'body' is distinct from had_body
     and not exists (select from governance.bodies b where b.code = said ->> 'body' and b.withdrawn_on is null) then
    line := null;
    return;
  end if;
  if of_code is not null and not exists (select from meetings.year_task_versions v where v.code = of_code) then
    insert into meetings.year_task_versions (code, version, month, what, by_whom, to_whom, body, is_withdrawn, at)
    values (of_code, 0, stands.month, stands.what, stands.by_whom, stands.to_whom, stands.body, false, platform.moment());
  end if;
  -- What is withdrawn goes as it stood.
  if goes then
    said := said || jsonb_build_object('month', stands.month, 'what', stands.what, 'by_whom', stands.by_whom, 'to_whom', stands.to_whom,
                                       'body', stands.body);
  end if;
  insert into meetings.year_task_versions (code, version, month, what, by_whom, to_whom, body, is_withdrawn, reason, at, acted_as, form_key)
  values (line, coalesce((select max(v.version) from meetings.year_task_versions v where v.code = line), 0) + 1,
          (said ->> 'month')::integer, said ->> 'what', said ->> 'by_whom', said ->> 'to_whom', said ->> 'body',
          goes, said ->> 'reason', platform.moment(), author, of_key);
  kept := 'bewaard';
  perform identity.note(case when of_code is null then 'regel van de jaarkalender toegevoegd'
                             when goes then 'regel van de jaarkalender vervallen'
                             else 'regel van de jaarkalender gewijzigd' end, line, in_request);
end $function$
;
CREATE OR REPLACE FUNCTION meetings.choosable_posts()
 RETURNS TABLE(id uuid, title text, organisation text, organisation_name text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.id, p.title, o.code, o.name, h.name
    from identity.posts p join identity.organisations o on o.code = p.organisation join identity.people h on h.id = p.person
   where meetings.manager() is not null and meetings.holds(p.valid_from, p.valid_to)
   order by o.name, p.title, h.name
$function$
;
CREATE OR REPLACE FUNCTION meetings.detach(of_meeting text, of_item uuid, of_hash text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform meetings.hold(of_meeting);
  -- Of a meeting that was called off too: what should not have been there has to go.
  if meetings.secretary_in(of_meeting) is null then return false; end if;
  update meetings.attachments a set withdrawn_at = platform.moment()
    from meetings.items i
   where a.item = i.id and i.id = of_item and i.meeting = of_meeting and a.hash = of_hash and a.withdrawn_at is null;
  if not found then
    return exists (select from meetings.attachments a join meetings.items i on i.id = a.item
      where i.id = of_item and i.meeting = of_meeting and a.hash = of_hash);
  end if;
  perform identity.note('bijlage weggehaald', of_meeting || ', ' || left(of_hash, 12), in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.end_seat(of_seat uuid, of_instance text, until date, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  ended meetings.seats;
begin
  perform meetings.hold(of_instance);
  if meetings.manager() is null then return false; end if;
  update meetings.seats s set valid_to = until
   where s.id = of_seat and s.instance = of_instance and s.valid_from < until returning * into ended;
  if ended.id is null then return false; end if;
  perform identity.note('einde van zetel gezet', of_instance || ', ' || ended.title || ', ' || ended.organisation || ', tot ' || until,
    in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.explain_deviation(of_instance text, of_place text, seen integer, because text, holds_until date, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := meetings.manager();
  newest meetings.deviations;
begin
  perform meetings.hold(of_instance);
  if author is null or not exists (select from meetings.instances i where i.code = of_instance) then return null; end if;
  select * into newest from meetings.deviations d where d.instance = of_instance and d.place = of_place order by d.version desc limit 1;
  if (newest.reason, newest.until) is not distinct from (because, holds_until) then return 'bewaard'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into meetings.deviations (instance, place, version, reason, until, at, acted_as)
  values (of_instance, of_place, seen + 1, because, holds_until, platform.moment(), author);
  perform identity.note('reden van afwijking bewaard', of_instance || ', ' || of_place, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION meetings.foresee(of_instance text, closed boolean, said jsonb, of_key text, in_request text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := meetings.foresees_as(of_instance, closed);
  made uuid;
begin
  perform meetings.hold(of_instance);
  if author is null or said ->> 'meeting' is not null
       and not exists (select from meetings.meetings m where m.code = said ->> 'meeting' and m.instance = of_instance) then return null; end if;
  select f.id into made from meetings.foreseen_subjects f where f.instance = of_instance and f.form_key = of_key;
  if made is not null then return made; end if;
  insert into meetings.foreseen_subjects (instance, is_closed, form_key) values (of_instance, closed, of_key) returning id into made;
  perform meetings.write_foreseen(made, 1, said, author);
  perform identity.note('onderwerp voorzien', of_instance, in_request);
  return made;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.foresees_as(of_instance text, closed boolean)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case when closed then meetings.secretary_of(of_instance) else meetings.planner_of(of_instance) end
$function$
;
CREATE OR REPLACE FUNCTION meetings.give_seat(of_instance text, of_kind text, to_post uuid, of_organisation text, of_title text, for_seat uuid, since date, until date, of_key text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := meetings.manager();
  chosen identity.posts;
begin
  perform meetings.hold(of_instance);
  if author is null or not exists (select from meetings.instances i where i.code = of_instance) then return false; end if;
  if exists (select from meetings.seats s where s.instance = of_instance and s.form_key = of_key) then return true; end if;
  select p.* into chosen from identity.posts p where p.id = to_post and meetings.holds(p.valid_from, p.valid_to);
  if to_post is not null and chosen.id is null
     or for_seat is not null and not exists (select from meetings.seats s
       where s.id = for_seat and s.instance = of_instance and s.kind in ('voorzitter', 'lid')) then return false; end if;
  insert into meetings.seats (instance, kind, organisation, title, post, deputy_for, valid_from, valid_to, at, acted_as, form_key)
  values (of_instance, of_kind, coalesce(chosen.organisation, of_organisation), coalesce(chosen.title, of_title), chosen.id, for_seat,
          since, until, platform.moment(), author, of_key);
  perform identity.note('zetel gegeven', of_instance || ', ' || of_kind || ', ' || coalesce(chosen.title, of_title) || ', '
    || coalesce(chosen.organisation, of_organisation), in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.hold(of_key text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select pg_advisory_xact_lock(7403520, hashtext(of_key)) $function$
;
CREATE OR REPLACE FUNCTION meetings.holds(since date, until date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select since <= platform.today() and (until is null or platform.today() < until)
$function$
;
CREATE OR REPLACE FUNCTION meetings.invite(of_meeting text, mail_subject text, mail_body text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  receiver record;
  mailed integer := 0;
begin
  if meetings.kept_meeting(of_meeting) is null or not exists (select from meetings.sendings s where s.meeting = of_meeting)
     or exists (select from meetings.invitations i where i.meeting = of_meeting) then return 0; end if;
  insert into meetings.invitations (meeting, seat, at)
  select of_meeting, s.id, platform.moment()
    from meetings.meetings m join meetings.seats s on s.instance = m.instance join identity.posts p on p.id = s.post
   where m.code = of_meeting and meetings.lasts(s) and meetings.holds(p.valid_from, p.valid_to);
  for receiver in
    select distinct h.email, h.is_example
      from meetings.invitations i join meetings.seats s on s.id = i.seat join identity.posts p on p.id = s.post
      join identity.people h on h.id = p.person
     where i.meeting = of_meeting
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    mailed := mailed + 1;
  end loop;
  return mailed;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.is_served_by_all(of_seat meetings.seats)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select not exists (select from meetings.namings n where n.seat = of_seat.id and n.ended_at is null)
    and exists (select from identity.organisations o where o.code = of_seat.organisation and o.kind = 'gemeente')
    and (select count(distinct lower(coalesce(f.title, s.title)))
           from meetings.seats s left join meetings.seats f on f.id = s.deputy_for and f.organisation = s.organisation
          where s.organisation = of_seat.organisation and s.kind in ('voorzitter', 'lid', 'plaatsvervanger') and meetings.lasts(s)) <= 1
$function$
;
CREATE OR REPLACE FUNCTION meetings.keep_item(of_meeting text, of_item uuid, seen integer, said jsonb, of_key text, in_request text)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  kept meetings.items;
  newest meetings.papers;
  wanted meetings.papers;
  closed boolean := (said ->> 'is_closed')::boolean;
  sent boolean;
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null then return null; end if;
  sent := exists (select from meetings.sendings s where s.meeting = of_meeting);
  if of_item is null then
    select * into kept from meetings.items i where i.form_key = of_key and i.meeting = of_meeting;
    if kept.id is not null then return jsonb_build_object('result', 'bewaard', 'item', kept.id); end if;
    insert into meetings.items (meeting, is_closed, number, ground, closed_until, form_key)
    select of_meeting, closed, coalesce(max(i.number), 0) + 1, said ->> 'ground', (said ->> 'closed_until')::date, of_key
      from meetings.items i where i.meeting = of_meeting and i.is_closed = closed
    returning * into kept;
  else
    select * into kept from meetings.items i where i.id = of_item and i.meeting = of_meeting and i.withdrawn_at is null for update;
    if kept.id is null then return null; end if;
  end if;
  select * into newest from meetings.papers p where p.item = kept.id order by p.version desc limit 1;
  wanted := jsonb_populate_record(null::meetings.papers, said);
  wanted.subjects := coalesce(wanted.subjects, '{}');
  if kept.is_closed = closed and kept.ground is not distinct from said ->> 'ground'
     and kept.closed_until is not distinct from (said ->> 'closed_until')::date
     and (newest.title, newest.kind, newest.topic, newest.asked, newest.occasion, newest.core, newest.caveat, newest.means, newest.follow_up,
        newest.subjects)
       is not distinct from (wanted.title, wanted.kind, wanted.topic, wanted.asked, wanted.occasion, wanted.core, wanted.caveat,
         wanted.means, wanted.follow_up, wanted.subjects) then
    return jsonb_build_object('result', 'ongewijzigd', 'item', kept.id);
  end if;
  if seen is distinct from coalesce(newest.version, 0) then return jsonb_build_object('result', 'botst', 'item', kept.id); end if;
  if sent and wanted.change_note is null then raise exception 'what follows says what changed' using errcode = '23514'; end if;
  if of_item is not null then
    -- Before it is sent an item may go to the other series; then that one grows at the end and this one closes up.
    if kept.is_closed <> closed then
      update meetings.items i set is_closed = closed, ground = said ->> 'ground', closed_until = (said ->> 'closed_until')::date,
             number = (select coalesce(max(o.number), 0) + 1 from meetings.items o where o.meeting = of_meeting and o.is_closed = closed)
       where i.id = kept.id;
      update meetings.items i set number = i.number - 1
       where i.meeting = of_meeting and i.is_closed = kept.is_closed and i.number > kept.number;
      -- A file came to a closed item: it is opened by somebody who says so, and not along with the item.
      if not closed then
        update meetings.attachments a set is_closed = true, ground = kept.ground, closed_until = kept.closed_until
         where a.item = kept.id and not a.is_closed;
      end if;
    else
      update meetings.items i set ground = said ->> 'ground', closed_until = (said ->> 'closed_until')::date where i.id = kept.id;
    end if;
  end if;
  insert into meetings.papers (item, version, title, kind, topic, asked, occasion, core, caveat, means, follow_up, subjects, change_note,
    at, acted_as)
  values (kept.id, seen + 1, wanted.title, wanted.kind, wanted.topic, wanted.asked, wanted.occasion, wanted.core, wanted.caveat,
          wanted.means, wanted.follow_up, wanted.subjects, case when sent then wanted.change_note end, platform.moment(), meetings.secretary_in(of_meeting));
  if sent and kept.sent_at is null then
    update meetings.items i set sent_at = platform.moment(), sent_version = 1 where i.id = kept.id;
    if not closed and exists (select from meetings.publishings p where p.meeting = of_meeting) then
      update meetings.items i set published_at = platform.moment(), published_version = 1 where i.id = kept.id;
    end if;
  end if;
  -- What everybody reads goes along: an earlier version is public no more.
  update meetings.items i set published_version = seen + 1 where i.id = kept.id and i.published_at is not null;
  perform identity.note('agendapunt bijgewerkt', of_meeting || ', versie ' || seen + 1, in_request);
  return jsonb_build_object('result', 'bewaard', 'item', kept.id);
end $function$
;
CREATE OR REPLACE FUNCTION meetings.keep_item_sent()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.sent_at is not null and (tg_op = 'DELETE'
      or (old.meeting, old.is_closed, old.number, old.sent_at, old.sent_version)
         is distinct from (new.meeting, new.is_closed, new.number, new.sent_at, new.sent_version)
      or old.published_at is not null and new.published_at is distinct from old.published_at) then
    raise exception 'what was sent stays as it was numbered';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.keep_seat()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or (to_jsonb(old) - 'valid_to' - 'post') <> (to_jsonb(new) - 'valid_to' - 'post')
     or new.post is distinct from old.post and new.post is not null then
    raise exception 'a seat ends and does not change';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.kept_meeting(of_meeting text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select m.code from meetings.meetings m
   where m.code = of_meeting and meetings.secretary_of(m.instance) is not null
     and (select d.state from meetings.days d where d.meeting = m.code order by d.version desc limit 1) <> 'afgelast'
$function$
;
CREATE OR REPLACE FUNCTION meetings.lasts(s meetings.seats)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select meetings.holds(s.valid_from, s.valid_to)
     and (s.deputy_for is null or exists (
       select from meetings.seats f where f.id = s.deputy_for and meetings.holds(f.valid_from, f.valid_to)))
     and not exists (select from meetings.instances i join governance.bodies b on b.code = i.body
       where i.code = s.instance and b.valid_to <= platform.today())
$function$
;
CREATE OR REPLACE FUNCTION meetings.make_calendar(of_post uuid, of_hash text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from identity.posts p where p.person = identity.current_person() and (of_post is null or p.id = of_post)
      and meetings.holds(p.valid_from, p.valid_to)) then return false; end if;
  insert into meetings.calendar_keys (person, post, key_hash, made_at)
  values (identity.current_person(), of_post, of_hash, platform.moment());
  perform identity.note('agenda gemaakt', null, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.manager()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager' and meetings.holds(p.valid_from, p.valid_to)
   order by p.title, p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION meetings.move_foreseen(of_subject uuid, seen integer, said jsonb, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  kept meetings.foreseen_subjects;
  newest meetings.foreseen_versions;
  author text;
begin
  select * into kept from meetings.foreseen_subjects f where f.id = of_subject;
  perform meetings.hold(kept.instance);
  author := meetings.foresees_as(kept.instance, kept.is_closed);
  if kept.id is null or author is null
     or said ->> 'meeting' is not null
       and not exists (select from meetings.meetings m where m.code = said ->> 'meeting' and m.instance = kept.instance) then return null; end if;
  select * into newest from meetings.foreseen_versions v where v.subject = kept.id order by v.version desc limit 1;
  if (newest.title, newest.by_whom, newest.period, newest.meeting, newest.is_dropped) is not distinct from
     (said ->> 'title', said ->> 'by_whom', said ->> 'period', said ->> 'meeting', (said ->> 'is_dropped')::boolean) then return 'bewaard'; end if;
  if seen is distinct from newest.version then return 'botst'; end if;
  if (newest.period, newest.meeting, newest.is_dropped) is distinct from
     (said ->> 'period', said ->> 'meeting', (said ->> 'is_dropped')::boolean) and said ->> 'reason' is null then
    raise exception 'a subject that moves says why' using errcode = '23514';
  end if;
  perform meetings.write_foreseen(kept.id, seen + 1, said, author);
  perform identity.note('voorzien onderwerp gewijzigd', kept.instance, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION meetings.move_to_other_series(of_meeting text, of_item uuid, because text, said jsonb, in_request text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  gone meetings.items;
  made uuid;
begin
  perform meetings.hold(of_meeting);
  select * into gone from meetings.items i where i.id = of_item and i.meeting = of_meeting;
  if meetings.kept_meeting(of_meeting) is null or gone.id is null then return null; end if;
  if gone.went_to is not null then return gone.went_to; end if;
  if gone.sent_at is null or gone.withdrawn_at is not null or not gone.is_closed and gone.published_at is not null
     or gone.is_closed = (said ->> 'ground' is not null) then return null; end if;
  insert into meetings.items (meeting, is_closed, number, ground, closed_until, form_key)
  select of_meeting, not gone.is_closed, coalesce(max(i.number), 0) + 1, said ->> 'ground', (said ->> 'closed_until')::date, 'gegaan-' || of_item
    from meetings.items i where i.meeting = of_meeting and i.is_closed <> gone.is_closed
  returning id into made;
  insert into meetings.papers (item, version, title, kind, topic, asked, occasion, core, caveat, means, follow_up, subjects, change_note, at, acted_as)
  select made, 1, p.title, p.kind, p.topic, p.asked, p.occasion, p.core, p.caveat, p.means, p.follow_up, p.subjects, because,
         platform.moment(), meetings.secretary_in(of_meeting)
    from meetings.papers p where p.item = of_item order by p.version desc limit 1;
  insert into meetings.attachments (item, hash, name, size, is_closed, ground, closed_until, change_note, at, acted_as)
  select made, a.hash, a.name, a.size, true, coalesce(a.ground, gone.ground, said ->> 'ground'),
         coalesce(a.closed_until, gone.closed_until, (said ->> 'closed_until')::date), because, a.at, a.acted_as
    from meetings.attachments a where a.item = of_item and a.withdrawn_at is null;
  update meetings.items i set sent_at = platform.moment(), sent_version = 1 where i.id = made;
  if gone.is_closed and exists (select from meetings.publishings p where p.meeting = of_meeting) then
    update meetings.items i set published_at = platform.moment(), published_version = 1 where i.id = made;
  end if;
  update meetings.items i set withdrawn_at = platform.moment(), withdrawn_because = because, went_to = made where i.id = of_item;
  perform identity.note(case when gone.is_closed then 'besloten punt geopend' else 'punt besloten gemaakt' end, of_meeting, in_request);
  return made;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.name_adviser(of_instance text, of_seat uuid, of_post uuid, is_named boolean, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform meetings.hold(of_instance);
  if meetings.manager() is null or not exists (
    select from meetings.adviser_choices(of_instance) c where c.seat = of_seat and c.post = of_post) then return false; end if;
  if is_named and not exists (select from meetings.namings n where n.seat = of_seat and n.post = of_post and n.ended_at is null) then
    insert into meetings.namings (seat, post, number, at, acted_as)
    select of_seat, of_post, coalesce(max(n.number), 0) + 1, platform.moment(), meetings.manager()
      from meetings.namings n where n.seat = of_seat and n.post = of_post;
    perform identity.note('adviseur van zetel genoemd', of_instance, in_request);
  elsif not is_named then
    update meetings.namings n set ended_at = platform.moment() where n.seat = of_seat and n.post = of_post and n.ended_at is null;
    if found then perform identity.note('adviseur van zetel niet meer genoemd', of_instance, in_request); end if;
  end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.now_item(of_item uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE STRICT
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with recursive became as (
    select i.id, i.went_to, 0 as further from meetings.items i where i.id = of_item
    union all
    select i.id, i.went_to, b.further + 1 from became b join meetings.items i on i.id = b.went_to)
  select b.id from became b order by b.further desc limit 1
$function$
;
CREATE OR REPLACE FUNCTION meetings.openly_sent()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct i.meeting), '{}') from meetings.items i
   where not i.is_closed and i.sent_at is not null and i.went_to is null
     and ((select meetings.manager()) is not null or i.meeting = any ((select meetings.advised_meetings())::text[]))
$function$
;
CREATE OR REPLACE FUNCTION meetings.own_instances()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct s.instance), '{}') from meetings.own_seats() s
$function$
;
CREATE OR REPLACE FUNCTION meetings.own_meetings()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(m.code), '{}') from meetings.meetings m where m.instance = any (meetings.own_instances())
$function$
;
CREATE OR REPLACE FUNCTION meetings.own_seats()
 RETURNS TABLE(seat uuid, instance text, kind text, title text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with own as materialized (
    select p.id from identity.posts p where p.person = (select identity.current_person()) and meetings.holds(p.valid_from, p.valid_to))
  select (x.seat).id, (x.seat).instance, (x.seat).kind, (x.seat).title || ', ' || o.name
    from own p cross join lateral (select s as seat from meetings.seats s where s.post = p.id offset 0) x
    join identity.organisations o on o.code = (x.seat).organisation
   where meetings.lasts(x.seat)
$function$
;
CREATE OR REPLACE FUNCTION meetings.place_foreseen(of_subject uuid, of_item uuid, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  at_meeting meetings.meetings;
begin
  select m.* into at_meeting from meetings.items i join meetings.meetings m on m.code = i.meeting where i.id = of_item;
  if at_meeting.code is null or meetings.secretary_of(at_meeting.instance) is null
     or not exists (select from meetings.foreseen_subjects f where f.id = of_subject and f.instance = at_meeting.instance) then return false; end if;
  insert into meetings.foreseen_items (subject, item) values (of_subject, of_item) on conflict do nothing;
  if found then perform identity.note('voorzien onderwerp op de agenda', at_meeting.code, in_request); end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.plan(of_instance text, said jsonb, of_key text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := meetings.planner_of(of_instance);
  stem text := of_instance || '-' || left(said ->> 'held_on', 4) || '-';
  new_code text;
begin
  perform meetings.hold(of_instance);
  if author is null then return null; end if;
  select m.code into new_code from meetings.meetings m where m.instance = of_instance and m.form_key = of_key;
  if new_code is not null then return new_code; end if;
  if said ->> 'state' not in ('voorlopig', 'gepland') then return null; end if;
  select stem || count(*) + 1 into new_code from meetings.meetings m where starts_with(m.code, stem);
  insert into meetings.meetings (code, instance, at, acted_as, form_key) values (new_code, of_instance, platform.moment(), author, of_key);
  perform meetings.write_days(new_code, 1, said, author);
  perform identity.note('vergadering gepland', new_code, in_request);
  return new_code;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.planner_of(of_instance text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(meetings.secretary_of(i.code), meetings.manager()) from meetings.instances i where i.code = of_instance
$function$
;
CREATE OR REPLACE FUNCTION meetings.prepared_instances()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct s.instance), '{}') from meetings.own_seats() s where s.kind in ('secretaris', 'motorblok')
$function$
;
CREATE OR REPLACE FUNCTION meetings.prepared_meetings()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct m.code), '{}')
    from meetings.meetings m join meetings.own_seats() s on s.instance = m.instance and s.kind in ('secretaris', 'motorblok')
$function$
;
CREATE OR REPLACE FUNCTION meetings.publish_agenda(of_meeting text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null or not exists (select from meetings.sendings s where s.meeting = of_meeting) then return false; end if;
  if exists (select from meetings.publishings p where p.meeting = of_meeting) then return true; end if;
  if not exists (select from meetings.items i where i.meeting = of_meeting and not i.is_closed and i.withdrawn_at is null) then return false; end if;
  insert into meetings.publishings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), meetings.secretary_in(of_meeting));
  update meetings.items i set published_at = platform.moment(),
         published_version = (select max(p.version) from meetings.papers p where p.item = i.id)
   where i.meeting = of_meeting and not i.is_closed and i.withdrawn_at is null;
  perform identity.note('agenda openbaar gemaakt', of_meeting, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.raise_item(of_meeting text, of_item uuid, seen integer, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  raised meetings.items;
begin
  perform meetings.hold(of_meeting);
  select * into raised from meetings.items i where i.id = of_item and i.meeting = of_meeting;
  if meetings.kept_meeting(of_meeting) is null or raised.id is null or raised.sent_at is not null then return false; end if;
  if raised.number is distinct from seen then return true; end if;
  if raised.number = 1 then return false; end if;
  update meetings.items i set number = case i.id when raised.id then raised.number - 1 else raised.number end
   where i.meeting = of_meeting and i.is_closed = raised.is_closed and i.number in (raised.number, raised.number - 1);
  perform identity.note('agendapunt verplaatst', of_meeting, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was planned is added to and never changed';
end $function$
;
CREATE OR REPLACE FUNCTION meetings.refuse_paper_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' or exists (select from meetings.items i where i.id = old.item and i.sent_at is not null) then
    raise exception 'a version is added to and never changed';
  end if;
  return old;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.replan(of_meeting text, seen integer, said jsonb, mail_subject text, mail_body text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
  newest meetings.days;
  there meetings.places;
  receiver record;
begin
  perform meetings.hold(of_meeting);
  select meetings.planner_of(m.instance) into author from meetings.meetings m where m.code = of_meeting;
  select * into newest from meetings.days d where d.meeting = of_meeting order by d.version desc limit 1;
  select * into there from meetings.places p where p.meeting = of_meeting and p.version = newest.version;
  if author is null then return null; end if;
  if newest.state = 'afgelast' then return case said ->> 'state' when 'afgelast' then 'ongewijzigd' end; end if;
  if (newest.held_on, newest.ends_on, there.begins, there.ends, there.place, there.prepared_on) is not distinct from
       ((said ->> 'held_on')::date, (said ->> 'ends_on')::date, said ->> 'begins', said ->> 'ends', said ->> 'place',
        (said ->> 'prepared_on')::date)
     and said ->> 'state' = newest.state then return 'ongewijzigd'; end if;
  if seen is distinct from newest.version then return 'botst'; end if;
  -- What stood fast does not silently stand somewhere else, nor becomes provisional first.
  if newest.state in ('gepland', 'verzet')
     and (newest.held_on <> (said ->> 'held_on')::date and said ->> 'state' not in ('verzet', 'afgelast') or said ->> 'state' = 'voorlopig')
  then raise exception 'a meeting that moves says why' using errcode = '23514'; end if;
  perform meetings.write_days(of_meeting, seen + 1, said, author);
  perform identity.note(case said ->> 'state' when 'afgelast' then 'vergadering afgelast' when 'verzet' then 'vergadering verzet'
    else 'vergadering gewijzigd' end, of_meeting, in_request);
  if (said ->> 'state' = 'afgelast' or meetings.stands_since(of_meeting) = seen + 1)
     and (newest.state <> 'voorlopig' or exists (select from meetings.sendings s where s.meeting = of_meeting)
          or exists (select from meetings.answers a where a.meeting = of_meeting)) then
    for receiver in
      select distinct h.email, h.is_example
        from meetings.meetings m join meetings.seats s on s.instance = m.instance join identity.posts p on p.id = s.post
        join identity.people h on h.id = p.person
       where m.code = of_meeting and meetings.holds(s.valid_from, s.valid_to) and meetings.holds(p.valid_from, p.valid_to)
    loop
      perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    end loop;
  end if;
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION meetings.revoke_calendar(of_id uuid, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update meetings.calendar_keys k set revoked_at = platform.moment()
   where k.id = of_id and k.person = identity.current_person() and k.revoked_at is null;
  if not found then
    return exists (select from meetings.calendar_keys k where k.id = of_id and k.person = identity.current_person());
  end if;
  perform identity.note('agenda ingetrokken', null, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.seated_for()
 RETURNS TABLE(instance text, organisation text, acted_as text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.instance, s.organisation, min(o.title)
    from meetings.own_seats() o join meetings.seats s on s.id = o.seat
   where o.kind in ('voorzitter', 'lid', 'plaatsvervanger')
   group by s.instance, s.organisation
$function$
;
CREATE OR REPLACE FUNCTION meetings.seated_later(of_meeting text)
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(s.id), '{}')
    from meetings.sendings x join meetings.meetings m on m.code = x.meeting join meetings.seats s on s.instance = m.instance
   where x.meeting = of_meeting and x.meeting = any (meetings.prepared_meetings()) and s.post is not null
     and not exists (select from meetings.invitations i where i.meeting = x.meeting and i.seat = s.id)
$function$
;
CREATE OR REPLACE FUNCTION meetings.secretary_in(of_meeting text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select meetings.secretary_of(m.instance) from meetings.meetings m where m.code = of_meeting
$function$
;
CREATE OR REPLACE FUNCTION meetings.secretary_of(of_instance text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select s.title from meetings.own_seats() s where s.instance = of_instance and s.kind = 'secretaris' order by s.title limit 1
$function$
;
CREATE OR REPLACE FUNCTION meetings.send_agenda(of_meeting text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null or not exists (select from meetings.items i where i.meeting = of_meeting) then return false; end if;
  insert into meetings.sendings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), meetings.secretary_in(of_meeting)) on conflict do nothing;
  if not found then return true; end if;
  update meetings.items i set sent_at = platform.moment(),
         sent_version = (select max(p.version) from meetings.papers p where p.item = i.id)
   where i.meeting = of_meeting;
  perform identity.note('agenda verzonden', of_meeting, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.served()
 RETURNS TABLE(post uuid, person uuid, title text, seat uuid, instance text, organisation text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.id, p.person, p.title, s.id, s.instance, s.organisation
    from meetings.seats s join identity.posts p on p.organisation = s.organisation and p.role = 'adviseur'
   where meetings.holds(p.valid_from, p.valid_to) and meetings.lasts(s) and s.kind in ('voorzitter', 'lid', 'plaatsvervanger')
     and (exists (select from meetings.namings n where n.seat = s.id and n.post = p.id and n.ended_at is null) or meetings.is_served_by_all(s))
$function$
;
CREATE OR REPLACE FUNCTION meetings.share_item(of_meeting text, of_item uuid, is_shared boolean, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  label text;
  seated record;
  is_done boolean := false;
begin
  perform meetings.hold(of_meeting);
  select of_meeting || ', punt b' || i.number into label from meetings.items i
   where i.id = of_item and i.meeting = of_meeting and i.is_closed and i.sent_at is not null;
  if label is null then return false; end if;
  for seated in
    select s.instance, s.organisation, s.acted_as from meetings.seated_for() s join meetings.meetings m on m.instance = s.instance
     where m.code = of_meeting
  loop
    is_done := true;
    if is_shared then
      continue when exists (select from meetings.shares h
        where h.item = of_item and h.organisation = seated.organisation and h.taken_back_at is null
          and meetings.share_stands(h.instance, h.organisation, h.at));
      insert into meetings.shares (item, instance, organisation, number, at, acted_as)
      select of_item, seated.instance, seated.organisation, coalesce(max(h.number), 0) + 1, platform.moment(), seated.acted_as
        from meetings.shares h where h.item = of_item and h.organisation = seated.organisation;
      perform identity.note('besloten stuk gedeeld', label, in_request);
    else
      update meetings.shares h set taken_back_at = platform.moment()
       where h.item = of_item and h.organisation = seated.organisation and h.taken_back_at is null;
      if found then perform identity.note('besloten stuk niet meer gedeeld', label, in_request); end if;
    end if;
  end loop;
  return is_done;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.share_stands(of_instance text, for_organisation text, given_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from meetings.seats s
    where s.instance = of_instance and s.organisation = for_organisation and s.at <= given_at and meetings.lasts(s)
      and s.kind in ('voorzitter', 'lid', 'plaatsvervanger'))
$function$
;
CREATE OR REPLACE FUNCTION meetings.shared_items()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(h.item), '{}')
    from meetings.shares h join meetings.advised() a on a.instance = h.instance and a.organisation = h.organisation
   where h.taken_back_at is null and meetings.share_stands(h.instance, h.organisation, h.at)
$function$
;
CREATE OR REPLACE FUNCTION meetings.stands_since(of_meeting text)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select max(v.version) from (
    select d.version, (d.held_on, d.ends_on, p.begins) is distinct from (lag(d.held_on) over w, lag(d.ends_on) over w, lag(p.begins) over w) as moved
      from meetings.days d left join meetings.places p on p.meeting = d.meeting and p.version = d.version
     where d.meeting = of_meeting window w as (order by d.version)) v
   where v.moved
$function$
;
CREATE OR REPLACE FUNCTION meetings.take_off(of_meeting text, of_item uuid, because text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  taken meetings.items;
begin
  perform meetings.hold(of_meeting);
  select * into taken from meetings.items i where i.id = of_item and i.meeting = of_meeting and i.withdrawn_at is null;
  if meetings.kept_meeting(of_meeting) is null then return false; end if;
  if taken.id is null then return true; end if;
  if taken.sent_at is null then
    delete from meetings.items i where i.id = taken.id;
    update meetings.items i set number = i.number - 1
     where i.meeting = of_meeting and i.is_closed = taken.is_closed and i.number > taken.number;
  else
    update meetings.items i set withdrawn_at = platform.moment(), withdrawn_because = because where i.id = taken.id;
  end if;
  perform identity.note('agendapunt van de agenda gehaald', of_meeting, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.tell_ending_terms(base_url text)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  letter record;
  told uuid[];
  mailed integer := 0;
begin
  perform meetings.hold('termijnen');
  with fresh as (
    insert into meetings.term_mails (seat, until, at)
    select s.id, s.valid_to, platform.moment()
      from meetings.seats s join meetings.instances i on i.code = s.instance join governance.bodies b on b.code = i.body
     where s.valid_to > platform.today() and s.valid_to <= platform.today() + 90 and meetings.lasts(s)
       and coalesce(b.valid_to > s.valid_to, true)
       and not exists (select from meetings.term_mails t where t.seat = s.id and t.until = s.valid_to)
    returning seat)
  select coalesce(array_agg(f.seat), '{}') into told from fresh f;
  for letter in
    with ending as (
      select s.id, s.instance, s.kind, s.title || ', ' || o.name as function, s.valid_to as until, s.post
        from meetings.seats s join identity.organisations o on o.code = s.organisation where s.id = any (told)),
    receivers as (
      select t.instance, p.person, t.id from ending t join identity.posts p on p.id = t.post and meetings.holds(p.valid_from, p.valid_to)
      union
      select t.instance, p.person, t.id from ending t join meetings.seats s on s.instance = t.instance and s.kind = 'secretaris' and meetings.lasts(s)
        join identity.posts p on p.id = s.post and meetings.holds(p.valid_from, p.valid_to))
    select h.email, h.is_example, i.body, i.area, b.name || ' ' || a.name as name,
           string_agg(t.function || ' (' || t.kind || '): tot ' || to_char(t.until, 'DD-MM-YYYY'), E'\n' order by t.until, t.function) as terms
      from receivers r join ending t on t.id = r.id join identity.people h on h.id = r.person
      join meetings.instances i on i.code = r.instance join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area
     group by h.id, h.email, h.is_example, i.code, i.body, i.area, b.name, a.name order by i.code, h.email
  loop
    perform mail.put(letter.email, 'Een termijn loopt af: ' || letter.name,
      'Binnen drie maanden loopt hier een termijn af:' || E'\n\n' || letter.terms || E'\n\n'
      || 'Vraag het bureau wie de zetel daarna krijgt. Wie er zit, staat op ' || base_url || '/gremia/' || letter.body || '/' || letter.area || '.',
      letter.is_example, platform.moment() + interval '14 days');
    mailed := mailed + 1;
  end loop;
  return mailed;
end $function$
;
CREATE OR REPLACE FUNCTION meetings.write_days(of_meeting text, next_version integer, said jsonb, author text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  -- Of more days the last one can end earlier than the first began.
  if said ->> 'ends_on' is null and said ->> 'ends' <= said ->> 'begins' then
    raise exception 'a meeting ends after it begins' using errcode = '23514';
  end if;
  insert into meetings.days (meeting, version, held_on, ends_on, state, reason, at, acted_as)
  values (of_meeting, next_version, (said ->> 'held_on')::date, (said ->> 'ends_on')::date, said ->> 'state', said ->> 'reason',
          platform.moment(), author);
  insert into meetings.places (meeting, version, begins, ends, place, prepared_on)
  values (of_meeting, next_version, said ->> 'begins', said ->> 'ends', said ->> 'place', (said ->> 'prepared_on')::date);
end $function$
;
CREATE OR REPLACE FUNCTION meetings.write_foreseen(of_subject uuid, next_version integer, said jsonb, author text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  insert into meetings.foreseen_versions (subject, version, title, by_whom, period, meeting, is_dropped, reason, at, acted_as)
  values (of_subject, next_version, said ->> 'title', said ->> 'by_whom', said ->> 'period', said ->> 'meeting',
          (said ->> 'is_dropped')::boolean, said ->> 'reason', platform.moment(), author)
$function$
;
CREATE OR REPLACE FUNCTION meetings.year_calendar(until date)
 RETURNS TABLE(code text, version integer, month integer, what text, by_whom text, to_whom text, body text, is_withdrawn boolean)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select q.code, 0, q.month, q.what, q.by_whom, q.to_whom, q.body, false from meetings.year_tasks q
   where (q.withdrawn_on is null or q.withdrawn_on > until)
     and not exists (select from meetings.year_task_versions v where v.code = q.code)
  union all
  (select distinct on (v.code) v.code, v.version, v.month, v.what, v.by_whom, v.to_whom, v.body, v.is_withdrawn
     from meetings.year_task_versions v
    where v.version = 0 or (v.at at time zone 'Europe/Amsterdam')::date <= until
    order by v.code, v.version desc)
$function$
;
CREATE OR REPLACE FUNCTION outcomes.approve(of_meeting text, in_meeting text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or outcomes.writer(in_meeting) is null
     or in_meeting <> all (outcomes.later_meetings(of_meeting))
     or not exists (select from outcomes.minutes r where r.meeting = of_meeting) then return false; end if;
  insert into outcomes.approvals (meeting, approved_in, at, acted_as)
  values (of_meeting, in_meeting, platform.moment(), outcomes.writer(of_meeting)) on conflict do nothing;
  if not found then return exists (select from outcomes.approvals a where a.meeting = of_meeting and a.approved_in = in_meeting); end if;
  insert into outcomes.approved_items (item, version, meeting)
  select r.item, max(r.version), of_meeting from outcomes.minutes r where r.meeting = of_meeting group by r.item;
  perform identity.note('verslag goedgekeurd', of_meeting || ', in ' || in_meeting, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.carried()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct r.id), '{}')
    from outcomes.promises r join meetings.meetings m on m.code = r.meeting
    join identity.posts p on p.organisation = r.organisation and p.title = r.title
   where p.person = identity.current_person() and meetings.holds(p.valid_from, p.valid_to)
     and (not r.is_closed or m.instance = any (meetings.own_instances()))
$function$
;
CREATE OR REPLACE FUNCTION outcomes.carriers(of_meeting text)
 RETURNS TABLE(organisation text, name text, title text, has_seat boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select c.organisation, o.name, c.title, bool_or(c.has_seat) from (
      select s.organisation, s.title, true as has_seat
        from meetings.meetings m join meetings.seats s on s.instance = m.instance and meetings.lasts(s) where m.code = of_meeting
      union all
      select p.organisation, p.title, false from identity.posts p
       where meetings.holds(p.valid_from, p.valid_to) and exists (
         select from meetings.meetings m join meetings.instances i on i.code = m.instance and i.is_public where m.code = of_meeting)) c
    join identity.organisations o on o.code = c.organisation
   where meetings.secretary_in(of_meeting) is not null
   group by c.organisation, o.name, c.title order by o.name, c.title
$function$
;
CREATE OR REPLACE FUNCTION outcomes.close_promise(of_promise uuid, seen integer, said text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  its outcomes.promises;
  last_version integer;
begin
  select * into its from outcomes.promises r where r.id = of_promise;
  perform meetings.hold(its.meeting);
  if meetings.secretary_in(its.meeting) is null then return null; end if;
  if exists (select from outcomes.closures c where c.promise = of_promise) then return 'ongewijzigd'; end if;
  select coalesce(max(r.version), 0) into last_version from outcomes.proofs r where r.promise = of_promise;
  if last_version <> seen then return 'botst'; end if;
  if last_version = 0 and said is null then return 'zonder-bewijs'; end if;
  insert into outcomes.closures (promise, words, at, acted_as)
  values (of_promise, said, platform.moment(), meetings.secretary_in(its.meeting));
  perform identity.note('afspraak gesloten', its.meeting || ', afspraak ' || its.number, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.fix_list(of_meeting text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null
     or not exists (select from meetings.items i where i.meeting = of_meeting and i.sent_at is not null and i.withdrawn_at is null)
     or exists (select from meetings.items i where i.meeting = of_meeting and i.sent_at is not null and i.withdrawn_at is null
          and not exists (select from outcomes.results r where r.item = i.id)) then return false; end if;
  insert into outcomes.fixings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), outcomes.writer(of_meeting)) on conflict do nothing;
  if not found then return true; end if;
  insert into outcomes.fixed_items (item, version, meeting)
  select r.item, max(r.version), of_meeting from outcomes.results r where r.meeting = of_meeting group by r.item;
  perform identity.note('besluitenlijst vastgesteld', of_meeting, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.follow_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.homeless()
 RETURNS TABLE(id uuid, meeting text, label text, instance_name text, ended_on date, words text, carrier text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with me as materialized (select meetings.own_instances() as instances, meetings.manager() is not null as manages)
  select r.id, r.meeting, case when r.is_closed then 'b' else '' end || r.number, b.name || ' ' || a.name, b.valid_to,
         case when not r.is_closed and (m.instance = any (me.instances)
           or exists (select from outcomes.list_publishings l where l.meeting = r.meeting)
              and exists (select from meetings.items x where x.id = r.item and x.published_at is not null)) then r.text end,
         r.title || ', ' || o.name
    from me cross join outcomes.promises r join meetings.meetings m on m.code = r.meeting join meetings.instances i on i.code = m.instance
    join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area join identity.organisations o on o.code = r.organisation
   where b.valid_to <= platform.today() + 1 and not exists (select from outcomes.closures c where c.promise = r.id)
     and (m.instance = any (me.instances) or me.manages and not r.is_closed)
   order by b.valid_to desc, 4, r.meeting, r.is_closed, r.number
$function$
;
CREATE OR REPLACE FUNCTION outcomes.keep_minutes(of_meeting text, of_item uuid, seen integer, said text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  newest outcomes.minutes;
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or not exists (select from outcomes.standing_item(of_meeting, of_item)) then return null; end if;
  if exists (select from outcomes.approvals a where a.meeting = of_meeting) then return 'vast'; end if;
  select * into newest from outcomes.minutes r where r.item = of_item order by r.version desc limit 1;
  if newest.text is not distinct from said then return 'ongewijzigd'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into outcomes.minutes (item, version, meeting, text, at, acted_as)
  values (of_item, seen + 1, of_meeting, said, platform.moment(), outcomes.writer(of_meeting));
  perform identity.note('verslag bijgewerkt', of_meeting || ', versie ' || seen + 1, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.keep_result(of_meeting text, of_item uuid, seen integer, said text, said_words text, to_meeting text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  newest outcomes.results;
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or not exists (select from outcomes.standing_item(of_meeting, of_item))
     or to_meeting is not null and to_meeting <> all (outcomes.later_meetings(of_meeting)) then return null; end if;
  if exists (select from outcomes.fixings f where f.meeting = of_meeting) then return 'vast'; end if;
  select * into newest from outcomes.results r where r.item = of_item order by r.version desc limit 1;
  if (newest.outcome, newest.words, newest.held_to) is not distinct from (said, said_words, to_meeting) then return 'ongewijzigd'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into outcomes.results (item, version, meeting, outcome, words, held_to, at, acted_as)
  values (of_item, seen + 1, of_meeting, said, said_words, to_meeting, platform.moment(), outcomes.writer(of_meeting));
  perform identity.note('uitkomst van agendapunt vastgelegd', of_meeting || ', versie ' || seen + 1, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.known_meetings()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select m.code from meetings.meetings m join meetings.instances i on i.code = m.instance
   where i.is_public or (select meetings.manager()) is not null or i.code = any ((select meetings.own_instances())::text[])
      or i.code = any ((select meetings.advised_instances())::text[])
$function$
;
CREATE OR REPLACE FUNCTION outcomes.later_meetings(of_meeting text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with last as (
    select distinct on (d.meeting) d.meeting, d.held_on, d.state, m.instance
      from meetings.days d join meetings.meetings m on m.code = d.meeting order by d.meeting, d.version desc)
  select coalesce(array_agg(l.meeting), '{}') from last l join last o on o.meeting = of_meeting and o.instance = l.instance
   where l.held_on > o.held_on and l.state <> 'afgelast'
$function$
;
CREATE OR REPLACE FUNCTION outcomes.open_lists()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct f.meeting), '{}') from outcomes.fixed_items f
    join meetings.items i on i.id = f.item and i.published_at is not null
   where f.meeting in (select outcomes.known_meetings())
$function$
;
CREATE OR REPLACE FUNCTION outcomes.open_minutes()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct a.meeting), '{}') from outcomes.approved_items a
    join meetings.items i on i.id = a.item and i.published_at is not null
   where a.meeting in (select outcomes.known_meetings())
$function$
;
CREATE OR REPLACE FUNCTION outcomes.promise(of_meeting text, of_item uuid, said jsonb, of_key text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  its_item meetings.items;
  kept outcomes.promises;
begin
  perform meetings.hold(of_meeting);
  select * into its_item from outcomes.standing_item(of_meeting, of_item);
  if outcomes.writer(of_meeting) is null or its_item.id is null then return null; end if;
  select * into kept from outcomes.promises r where r.meeting = of_meeting and r.form_key = of_key;
  if kept.id is null then
    if exists (select from outcomes.fixings f where f.meeting = of_meeting)
       or not exists (select from outcomes.carriers(of_meeting) c
         where c.organisation = said ->> 'organisation' and c.title = said ->> 'title' and (c.has_seat or not its_item.is_closed)) then
      return null;
    end if;
    insert into outcomes.promises (meeting, item, is_closed, number, kind, text, organisation, title, due, at, acted_as, form_key)
    select of_meeting, of_item, its_item.is_closed, coalesce(max(r.number), 0) + 1, said ->> 'kind', said ->> 'text',
           said ->> 'organisation', said ->> 'title', (said ->> 'due')::date, platform.moment(), outcomes.writer(of_meeting), of_key
      from outcomes.promises r where r.meeting = of_meeting and r.is_closed = its_item.is_closed
    returning * into kept;
    perform identity.note('afspraak vastgelegd', of_meeting || ', afspraak ' || kept.number, in_request);
  end if;
  return case when kept.is_closed then 'b' else '' end || kept.number;
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.prove(of_promise uuid, seen integer, said text, shown text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  its outcomes.promises;
  newest outcomes.proofs;
begin
  select * into its from outcomes.promises r where r.id = of_promise;
  perform meetings.hold(its.meeting);
  if outcomes.prover(of_promise) is null then return null; end if;
  select * into newest from outcomes.proofs r where r.promise = of_promise order by r.version desc limit 1;
  if (newest.sentence, newest.evidence) is not distinct from (said, shown) then return 'ongewijzigd'; end if;
  if exists (select from outcomes.closures c where c.promise = of_promise) then return 'vast'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into outcomes.proofs (promise, version, sentence, evidence, at, acted_as)
  values (of_promise, seen + 1, said, shown, platform.moment(), outcomes.prover(of_promise));
  perform identity.note('afspraak gemeld als gedaan', its.meeting || ', afspraak ' || its.number, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.prover(of_promise uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select case when r.id = any (outcomes.carried()) then r.title || ', ' || o.name else meetings.secretary_in(r.meeting) end
    from outcomes.promises r join identity.organisations o on o.code = r.organisation where r.id = of_promise
$function$
;
CREATE OR REPLACE FUNCTION outcomes.publish_list(of_meeting text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or of_meeting <> all (outcomes.open_lists())
     or not exists (select from meetings.publishings p where p.meeting = of_meeting) then return false; end if;
  insert into outcomes.list_publishings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), outcomes.writer(of_meeting)) on conflict do nothing;
  if found then perform identity.note('besluitenlijst openbaar gemaakt', of_meeting, in_request); end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.publish_minutes(of_meeting text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform meetings.hold(of_meeting);
  if outcomes.writer(of_meeting) is null or of_meeting <> all (outcomes.open_minutes())
     or not exists (select from meetings.publishings p where p.meeting = of_meeting) then return false; end if;
  insert into outcomes.minute_publishings (meeting, at, acted_as)
  values (of_meeting, platform.moment(), outcomes.writer(of_meeting)) on conflict do nothing;
  if found then perform identity.note('verslag openbaar gemaakt', of_meeting, in_request); end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what came of a meeting is added to and never changed';
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.rehome(of_promise uuid, said text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  its outcomes.promises;
begin
  select r.* into its from outcomes.promises r join meetings.meetings m on m.code = r.meeting join meetings.instances i on i.code = m.instance
    join governance.bodies b on b.code = i.body and b.valid_to <= platform.today() where r.id = of_promise and not r.is_closed;
  if its.id is null or meetings.manager() is null then return false; end if;
  perform meetings.hold(its.meeting);
  insert into outcomes.closures (promise, words, at, acted_as)
  values (of_promise, said, platform.moment(), meetings.manager()) on conflict do nothing;
  if found then perform identity.note('afspraak ondergebracht', its.meeting || ', afspraak ' || its.number, in_request); end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION outcomes.standing_item(of_meeting text, of_item uuid)
 RETURNS SETOF meetings.items
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select i.* from meetings.items i where i.id = of_item and i.meeting = of_meeting and i.sent_at is not null and i.withdrawn_at is null
$function$
;
CREATE OR REPLACE FUNCTION outcomes.writer(of_meeting text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select meetings.secretary_in(m.code) from meetings.meetings m
    cross join lateral (select d.held_on from meetings.days d where d.meeting = m.code order by d.version desc limit 1) n
   where m.code = meetings.kept_meeting(of_meeting) and n.held_on <= platform.today()
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
CREATE OR REPLACE FUNCTION progress.asked_by_link(link_hash text)
 RETURNS TABLE(key text, acted_as text, round text, ends_on date, action text, seq integer, title text, programme text, plan text, due text, status text, sentence text, said_at timestamp with time zone, is_answered boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select r.id::text, r.acted_as, r.round, d.ends_on, a.code, i.seq, a.title, g.title, p.title, a.due, u.status, u.sentence, u.at,
         coalesce(u.at >= s.started_at, false)
    from progress.request_of(link_hash) r
    join progress.rounds d on d.code = r.round
    join progress.round_starts s on s.round = r.round
    join progress.request_items i on i.request = r.id
    join strategy.actions a on a.code = i.action
    join strategy.programmes g on g.code = a.programme
    join strategy.plans p on p.code = a.plan
    left join lateral (select * from progress.updates u where u.action = a.code order by u.version desc limit 1) u on true
   where a.code in (
     select f.action from progress.posts_for((select array_agg(x.action) from progress.request_items x where x.request = r.id)) f
      where r.post in (f.post, f.deputy))
   order by i.seq
$function$
;
CREATE OR REPLACE FUNCTION progress.assign(of_action text, to_post uuid, to_deputy uuid, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  chosen identity.posts;
  standin identity.posts;
  author text;
begin
  perform pg_advisory_xact_lock(7403301, hashtext(of_action));
  author := progress.assigner(of_action);
  if author is null or to_post = to_deputy then return false; end if;
  select p.* into chosen from identity.posts p where p.id = to_post and p.id in (select c.id from progress.choosable_posts(of_action) c);
  if chosen.id is null then return false; end if;
  if to_deputy is not null then
    select p.* into standin from identity.posts p
     where p.id = to_deputy and p.organisation = chosen.organisation and p.id in (select c.id from progress.choosable_posts(of_action) c);
    if standin.id is null then return false; end if;
  end if;
  insert into progress.carriers (action, version, organisation, post, title, deputy, deputy_title, how, at, acted_as)
  values (of_action, coalesce((select max(version) from progress.carriers where action = of_action), 0) + 1, chosen.organisation,
          chosen.id, chosen.title, standin.id, standin.title, 'aangewezen', platform.moment(), author);
  perform identity.note('actie aan functie toegewezen', of_action, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION progress.assigner(of_action text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and progress.runs(p) and progress.is_running(of_action)
     and (p.role in ('adviseur', 'programmamanager') and p.organisation = progress.speaks_for(of_action)
          or p.role = 'programmamanager' and o.kind = 'bureau' and progress.is_without_desk(of_action))
   order by p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION progress.change_quiet_time(of_code text, seen integer, of_name text, first_day date, last_day date, ended boolean, because text, of_key text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := progress.keeps_calendar();
  stands record;
  new_code text := of_code;
begin
  perform pg_advisory_xact_lock(7403302);
  if author is null then return null; end if;
  if exists (select from progress.quiet_time_changes c where c.form_key = of_key) then return 'bewaard'; end if;
  if of_code is null then
    select 'eigen-' || count(distinct c.code) + 1 into new_code from progress.quiet_time_changes c where c.code ~ '^eigen-\d+$';
  else
    select * into stands from progress.quiet_days() q where q.code = of_code;
    if stands.code is null or stands.ends_on < platform.today() then return null; end if;
    if stands.version <> seen then return 'botst'; end if;
  end if;
  insert into progress.quiet_time_changes (code, version, name, begins_on, ends_on, is_ended, reason, at, acted_as, form_key)
  values (new_code, coalesce((select max(c.version) from progress.quiet_time_changes c where c.code = new_code), 0) + 1,
          of_name, first_day, last_day, ended, because, platform.moment(), author, of_key);
  perform identity.note(case when ended then 'stille tijd vervallen' when of_code is null then 'stille tijd toegevoegd' else 'stille tijd gewijzigd' end,
    new_code || ': ' || first_day || ' tot en met ' || last_day, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION progress.choosable_organisations(of_action text)
 RETURNS TABLE(code text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select o.code, o.name from identity.organisations o
   where progress.assigner(of_action) is not null and progress.steers() and progress.is_without_desk(of_action)
     and exists (select from identity.posts p
       where p.organisation = o.code and p.role in ('adviseur', 'programmamanager') and progress.runs(p))
   order by o.name
$function$
;
CREATE OR REPLACE FUNCTION progress.choosable_posts(of_action text)
 RETURNS TABLE(id uuid, title text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.id, p.title, h.name from identity.posts p join identity.people h on h.id = p.person
   where progress.assigner(of_action) is not null and progress.runs(p) and p.role <> 'lezer'
     and p.organisation in (
       select o.organisation from identity.posts o
        where o.person = identity.current_person() and progress.runs(o) and o.role in ('adviseur', 'programmamanager'))
   order by h.name, p.title
$function$
;
CREATE OR REPLACE FUNCTION progress.has_to_do(with_post uuid, of_action text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from progress.posts_for(array[of_action]) f where with_post in (f.post, f.deputy))
$function$
;
CREATE OR REPLACE FUNCTION progress.is_running(of_action text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from progress.running_actions() a where a.code = of_action)
$function$
;
CREATE OR REPLACE FUNCTION progress.is_without_desk(of_action text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select not exists (select from strategy.actions a join identity.organisations o on o.code = a.lead and o.stands_for is null
    where a.code = of_action)
$function$
;
CREATE OR REPLACE FUNCTION progress.judge(of_programme text, of_status text, of_sentence text, of_key text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION progress.judge_of(of_programme text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
    join strategy.programmes g on g.code = of_programme and g.withdrawn_on is null
   where p.person = identity.current_person() and progress.runs(p) and p.role = 'programmamanager'
     and (o.kind = 'bureau' or o.code = g.lead)
   order by o.code = g.lead desc nulls last, p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION progress.keep_update(of_action text, of_status text, of_sentence text, of_evidence text, unchanged boolean, in_way text, of_key text, link_hash text, in_request text, of_photo bytea DEFAULT NULL::bytea, of_photo_kind text DEFAULT NULL::text, of_photo_text text DEFAULT NULL::text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  asked progress.requests;
  author identity.posts;
  newest progress.updates;
  sent progress.updates;
  photo_hash text := encode(sha256(of_photo), 'hex');
begin
  -- One at a time per action, before the right is looked at: a double click is two requests, and an action may be passed on just now.
  perform pg_advisory_xact_lock(7403301, hashtext(of_action));
  if link_hash is null then
    select * into author from identity.posts where id = progress.own_post_for(of_action);
  else
    select * into asked from progress.request_of(link_hash);
    select p.* into author from identity.posts p join progress.request_items i on i.request = asked.id and i.action = of_action
     where p.id = asked.post and progress.has_to_do(p.id, of_action);
  end if;
  if author.id is null then return null; end if;
  select * into newest from progress.updates where action = of_action order by version desc limit 1;
  select * into sent from progress.updates where action = of_action and form_key = of_key order by version desc limit 1;
  -- Known only while nothing was said since: what somebody else said meanwhile is not to be taken for his.
  if sent.id = newest.id and (unchanged and sent.is_unchanged or not unchanged and not sent.is_unchanged
     and (sent.status, sent.sentence, sent.evidence, sent.photo, sent.photo_text)
         is not distinct from (of_status, of_sentence, of_evidence, photo_hash, of_photo_text)) then
    return 'al-bewaard';
  end if;
  if not progress.is_running(of_action) then return null; end if;
  if unchanged and newest.id is null then return 'niets'; end if;
  if photo_hash is not null then
    insert into progress.photos (hash, kind, content) values (photo_hash, of_photo_kind, of_photo) on conflict (hash) do nothing;
  end if;
  insert into progress.updates (action, version, status, sentence, evidence, is_unchanged, way, at, post, organisation, acted_as, form_key,
                                photo, photo_text)
  select of_action, coalesce(newest.version, 0) + 1,
         case when unchanged then newest.status else of_status end,
         case when unchanged then newest.sentence else of_sentence end,
         case when unchanged then newest.evidence else of_evidence end,
         unchanged, in_way, platform.moment(), author.id, author.organisation, author.title || ', ' || o.name, of_key,
         photo_hash, of_photo_text
    from identity.organisations o where o.code = author.organisation;
  perform identity.write_audit(author.person, 'voortgang bijgewerkt', of_action || ', ' || in_way, 'gelukt', in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION progress.keeps_calendar()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.title || ', ' || o.name from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and progress.runs(p)
     and (p.role = 'functioneel-beheerder' or p.role = 'programmamanager' and o.kind = 'bureau')
   order by p.role desc, p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION progress.last_said_on(of_action text)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select (max(u.at) at time zone 'Europe/Amsterdam')::date from progress.updates u where u.action = of_action
$function$
;
CREATE OR REPLACE FUNCTION progress.municipalities_of(of_action text)
 RETURNS TABLE(code text, name text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct t.code, t.name
    from strategy.actions a join identity.organisations o on o.code = a.lead and o.stands_for is not null
    join strategy.action_areas x on x.action = a.code
   cross join lateral territory.within(x.area, 'bestuurlijk', platform.today()) as m (code)
    join territory.areas t on t.code = m.code and t.kind = 'gemeente'
   where a.code = of_action
$function$
;
CREATE OR REPLACE FUNCTION progress.open_actions()
 RETURNS SETOF strategy.actions
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with newest as (select distinct on (action) action, status from progress.updates order by action, version desc)
  select a.* from progress.running_actions() a left join newest n on n.action = a.code
   where coalesce(n.status, '') not in ('afgerond', 'gestopt', 'overgedragen')
$function$
;
CREATE OR REPLACE FUNCTION progress.own_items()
 RETURNS TABLE(action text, title text, programme text, plan text, due text, is_deputy boolean, status text, sentence text, said_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with asked as materialized (select * from progress.open_actions())
  select a.code, a.title, g.title, pl.title, a.due, bool_and(p.id <> f.post), max(u.status), max(u.sentence), max(u.at)
    from progress.posts_for((select array_agg(code) from asked)) f
    join identity.posts p on p.id in (f.post, f.deputy) and p.person = identity.current_person()
    join asked a on a.code = f.action
    join strategy.programmes g on g.code = a.programme
    join strategy.plans pl on pl.code = a.plan
    left join lateral (select * from progress.updates u where u.action = a.code order by u.version desc limit 1) u on true
   group by a.code, a.title, g.title, pl.title, a.due order by a.code
$function$
;
CREATE OR REPLACE FUNCTION progress.own_post_for(of_action text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.id from identity.posts p join identity.organisations o on o.code = p.organisation
   cross join (select progress.speaks_for(of_action) as code, f.post, f.deputy from progress.posts_for(array[of_action]) f) s
   where p.person = identity.current_person() and p.role <> 'lezer' and progress.runs(p) and progress.is_running(of_action)
     and (p.id in (s.post, s.deputy) or p.organisation = s.code
          or s.code is null and o.kind = 'bureau' and p.role = 'programmamanager')
   order by p.id = s.post desc, p.organisation = s.code desc nulls last, p.id limit 1
$function$
;
CREATE OR REPLACE FUNCTION progress.pass_on(of_action text, to_organisation text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
begin
  perform pg_advisory_xact_lock(7403301, hashtext(of_action));
  author := progress.assigner(of_action);
  if to_organisation not in (select c.code from progress.choosable_organisations(of_action) c) then return false; end if;
  insert into progress.carriers (action, version, organisation, how, at, acted_as)
  values (of_action, coalesce((select max(version) from progress.carriers where action = of_action), 0) + 1, to_organisation,
          'aangewezen', platform.moment(), author);
  perform identity.note('actie doorgegeven', of_action || ', ' || to_organisation, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION progress.post_for(of_action text)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select f.post from progress.posts_for(array[of_action]) f
$function$
;
CREATE OR REPLACE FUNCTION progress.posts_for(of_actions text[])
 RETURNS TABLE(action text, post uuid, deputy uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with day as materialized (select platform.today() as today),
  running as materialized (
    select p.*, o.kind as organisation_kind from identity.posts p join identity.organisations o on o.code = p.organisation, day
     where p.role <> 'lezer' and p.valid_from <= day.today and (p.valid_to is null or day.today < p.valid_to)
  ),
  named as materialized (
    select distinct on (c.action) c.* from progress.carriers c where c.action = any (of_actions) order by c.action, c.version desc
  ),
  asked as materialized (
    select a.code, coalesce(n.organisation, o.code) as speaker, n.organisation, n.post, n.title, n.deputy
      from strategy.actions a left join named n on n.action = a.code
      left join identity.organisations o on o.code = a.lead and o.stands_for is null
     where a.code = any (of_actions)
  )
  select a.code, found.id, (select d.id from running d where d.id = a.deputy and d.id is distinct from found.id)
    from asked a left join lateral (
      select r.id from (
        select p.id, p.valid_from, case
          when p.id = a.post then 1
          when p.organisation = a.organisation and p.title = a.title then 2
          when p.organisation = a.speaker and p.role = 'programmamanager' then 3
          when p.id = a.deputy then 4
          when p.organisation = a.speaker and p.role = 'adviseur' then 5
          when p.organisation_kind = 'bureau' and p.role = 'programmamanager' then 6 end as place
          from running p) r
       where r.place is not null order by r.place, r.valid_from desc, r.id limit 1) found on true
$function$
;
CREATE OR REPLACE FUNCTION progress.quiet_days()
 RETURNS TABLE(code text, version integer, name text, begins_on date, ends_on date, ground text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with newest as (select distinct on (c.code) c.code, c.version, c.name, c.begins_on, c.ends_on, c.is_ended, c.reason
                    from progress.quiet_time_changes c order by c.code, c.version desc)
  select q.code, 0, q.name, q.begins_on, q.ends_on, q.ground from progress.quiet_times q
   where q.withdrawn_on is null and q.code not in (select n.code from newest n)
  union all
  select n.code, n.version, n.name, n.begins_on, n.ends_on, n.reason from newest n where not n.is_ended
$function$
;
CREATE OR REPLACE FUNCTION progress.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'updates and carriers are added and never changed';
end $function$
;
CREATE OR REPLACE FUNCTION progress.request_of(link_hash text)
 RETURNS SETOF progress.requests
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select r.* from progress.requests r join identity.posts p on p.id = r.post and p.person = r.person
   where r.token_hash = link_hash and r.expires_at > platform.moment() and progress.runs(p)
$function$
;
CREATE OR REPLACE FUNCTION progress.running_actions()
 RETURNS SETOF strategy.actions
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select a.* from strategy.actions a join strategy.plans p on p.code = a.plan
   where a.withdrawn_on is null and p.withdrawn_on is null
     and extract(year from platform.today()) between p.period_from and p.period_to
     and (a.promise is null or a.promise = a.code)
$function$
;
CREATE OR REPLACE FUNCTION progress.runs(p identity.posts)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION progress.speaks_for(of_action text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(
    (select c.organisation from progress.carriers c where c.action = of_action order by c.version desc limit 1),
    (select o.code from strategy.actions a join identity.organisations o on o.code = a.lead and o.stands_for is null
      where a.code = of_action))
$function$
;
CREATE OR REPLACE FUNCTION progress.speaks_of(of_action text)
 RETURNS TABLE(area text, acted_as text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select distinct on (m.code) m.code, p.title || ', ' || o.name
    from identity.posts p join identity.organisations o on o.code = p.organisation
    join progress.municipalities_of(of_action) m on m.code in (
      select pa.area from identity.post_areas pa where pa.post = p.id
      union
      select oa.area from territory.organisation_areas oa where oa.organisation = p.organisation
         and not exists (select from identity.post_areas pa where pa.post = p.id))
   where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder') and o.kind = 'gemeente' and progress.runs(p)
     and progress.is_running(of_action)
   order by m.code, p.id
$function$
;
CREATE OR REPLACE FUNCTION progress.start_round(which text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
begin
  select p.title || ', ' || o.name into author
    from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager' and progress.runs(p) order by p.id limit 1;
  if author is null then return false; end if;
  insert into progress.round_starts (round, started_at, acted_as)
  select r.code, platform.moment(), author from progress.rounds r
   where r.code = which and r.withdrawn_on is null and r.ends_on >= platform.today()
     and not exists (select from progress.quiet_days() q where platform.today() between q.begins_on and q.ends_on)
  on conflict do nothing;
  if not found then return false; end if;
  perform identity.note('updateronde begonnen', which, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION progress.steers()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (
    select from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
     where p.person = identity.current_person() and p.role = 'programmamanager' and progress.runs(p))
$function$
;
CREATE OR REPLACE FUNCTION progress.take_part(of_action text, of_area text, answer text, of_sentence text, of_key text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
begin
  perform pg_advisory_xact_lock(7403303, hashtext(of_action || ' ' || of_area));
  select s.acted_as into author from progress.speaks_of(of_action) s where s.area = of_area;
  if author is null then return false; end if;
  if exists (select from progress.participations p where p.action = of_action and p.area = of_area and p.form_key = of_key) then
    return true;
  end if;
  insert into progress.participations (action, area, version, takes_part, sentence, at, acted_as, form_key)
  values (of_action, of_area,
          coalesce((select max(version) from progress.participations where action = of_action and area = of_area), 0) + 1,
          answer, of_sentence, platform.moment(), author, of_key);
  perform identity.note('deelname gemeld', of_action || ', ' || of_area || ', ' || answer, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.address(of_proposal text, of_seq integer, one_instance text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  insert into proposals.addressees (proposal, seq, instance, organisation)
  select s.proposal, s.seq, i.code, null from proposals.steps s join meetings.instances i
      on s.before_whom = 'gremium' and i.body = s.body or s.before_whom = 'een-overleg' and i.code = one_instance
    join governance.bodies b on b.code = i.body and meetings.holds(coalesce(b.valid_from, '-infinity'), b.valid_to)
   where s.proposal = of_proposal and s.seq = of_seq
  union all
  select s.proposal, s.seq, null, o.code from proposals.steps s join identity.organisations o
      on s.before_whom = 'gemeenten' and o.kind = 'gemeente' and o.withdrawn_on is null
     and meetings.holds(coalesce(o.valid_from, '-infinity'), o.valid_to)
   where s.proposal = of_proposal and s.seq = of_seq
  on conflict do nothing
$function$
;
CREATE OR REPLACE FUNCTION proposals.amend(of_proposal text, seen integer, said jsonb, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := proposals.keeper_of(of_proposal);
  newest proposals.texts;
  cause uuid := (said ->> 'because_of')::uuid;
begin
  perform proposals.hold(of_proposal);
  if author is null or exists (select from proposals.proposals p where p.code = of_proposal and p.finished_at is not null)
     or cause is not null and not exists (select from proposals.addressees a join proposals.views v on v.addressee = a.id
          where a.id = cause and a.proposal = of_proposal and v.released_at is not null) then return null; end if;
  select * into newest from proposals.texts t where t.proposal = of_proposal order by t.version desc limit 1;
  if (newest.title, newest.body) is not distinct from (said ->> 'title', said ->> 'body') then return 'ongewijzigd'; end if;
  if newest.version is distinct from seen then return 'botst'; end if;
  insert into proposals.texts (proposal, version, title, body, change_note, because_of, at, acted_as)
  values (of_proposal, seen + 1, said ->> 'title', said ->> 'body', said ->> 'change_note', cause, platform.moment(), author);
  perform identity.note('tekst van voorstel gewijzigd', of_proposal || ', versie ' || seen + 1, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION proposals.ask_down(said jsonb, to_instances text[], to_organisations text[], until date, of_decision text)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  of_key text := gen_random_uuid();
  new_code text := proposals.new_code(of_key);
begin
  if cardinality(to_instances || to_organisations) = 0 or until < platform.today() then return null; end if;
  insert into proposals.proposals (code, route, route_name, direction, brought_by, instance, decision, is_example, at, acted_as, form_key)
  select new_code, 'vraag-van-besluit', 'Vraag van een besluit', 'omlaag', said ->> 'brought_by', said ->> 'instance', of_decision, h.is_example,
         platform.moment(), said ->> 'acted_as', of_key
    from identity.people h where h.id = identity.current_person();
  insert into proposals.texts (proposal, version, title, body, at, acted_as)
  values (new_code, 1, said ->> 'title', said ->> 'body', platform.moment(), said ->> 'acted_as');
  insert into proposals.steps (proposal, seq, mode, before_whom, who, opened_at, term)
  values (new_code, 1, 'vragen', 'gekozen', 'Aan wie het besluit het vraagt', platform.moment(), until);
  insert into proposals.addressees (proposal, seq, instance) select distinct new_code, 1, i from unnest(to_instances) i;
  insert into proposals.addressees (proposal, seq, organisation) select distinct new_code, 1, o from unnest(to_organisations) o;
  perform proposals.tell_step(new_code, 1, 'Er is een vraag aan u gesteld',
    'Een besluit stelt u een vraag. U leest haar na het inloggen, bij Voorstellen. Antwoorden kan tot en met ' || to_char(until, 'DD-MM-YYYY') || '.');
  perform identity.note('vraag van een besluit gesteld', new_code || ', ' || of_decision, of_decision);
  return new_code;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.close_round(of_addressee uuid, mail_subject text, mail_body text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  there proposals.addressees;
  author text;
  step proposals.steps;
  outcome text;
  remarks text;
  receiver record;
begin
  perform proposals.hold(of_addressee::text);
  select * into there from proposals.addressees a where a.id = of_addressee;
  select h.chair_as into author from proposals.hands_on(there.proposal) h where h.id = of_addressee;
  select * into step from proposals.steps s where s.proposal = there.proposal and s.seq = there.seq;
  if author is null or step.mode <> 'schriftelijk' or step.opened_at is null then return null; end if;
  if there.round_result is not null then return there.round_result; end if;
  if platform.today() <= step.term and exists (select from meetings.seats s where s.instance = there.instance
       and s.kind in ('voorzitter', 'lid') and meetings.lasts(s)
       and not exists (select from proposals.words w where w.addressee = of_addressee and w.seat = s.id)) then return 'loopt'; end if;
  with last as (select distinct on (w.seat) w.word, w.remark, w.at from proposals.words w where w.addressee = of_addressee order by w.seat, w.version desc)
  select case when bool_or(l.word = 'niet') or count(*) = 0 then 'bespreken' else 'akkoord' end,
         string_agg(l.remark, E'\n' order by l.at) filter (where l.word = 'opmerking')
    into outcome, remarks from last l;
  update proposals.addressees a set round_closed_at = platform.moment(), round_result = outcome where a.id = of_addressee;
  if outcome = 'akkoord' then
    insert into proposals.views (addressee, version, edits, text_version, stance, said, acted_as, released_at, released_as)
    values (of_addressee, 1, 1, proposals.text_version(there.proposal), 'instemmen', left(remarks, 4000), author, platform.moment(), author);
  else
    for receiver in
      select distinct h.email, h.is_example from meetings.seats s join identity.posts p on p.id = s.post and meetings.holds(p.valid_from, p.valid_to)
        join identity.people h on h.id = p.person where s.instance = there.instance and s.kind = 'secretaris' and meetings.lasts(s)
    loop
      perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
    end loop;
  end if;
  perform identity.note('schriftelijke ronde gesloten', there.proposal || ', ' || there.instance, in_request);
  return outcome;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.close_step(of_proposal text, of_seq integer, said text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  step proposals.steps;
begin
  perform proposals.hold(of_proposal);
  select * into step from proposals.steps s where s.proposal = of_proposal and s.seq = of_seq;
  if proposals.keeper_of(of_proposal) is null or step.opened_at is null then return null; end if;
  if step.closed_at is not null then return 'bewaard'; end if;
  if platform.today() <= step.term and exists (select from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq
       and not exists (select from proposals.views v where v.addressee = a.id and v.released_at is not null)) then return 'loopt'; end if;
  update proposals.steps s set closed_at = platform.moment(), outcome = said where s.proposal = of_proposal and s.seq = of_seq;
  perform identity.note('stap van voorstel afgerond', of_proposal || ', stap ' || of_seq, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION proposals.conditions_in(said text)
 RETURNS TABLE(seq integer, words text)
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select row_number() over (order by l.at)::integer, btrim(l.line, E' \t')
    from regexp_split_to_table(said, E'[\r\n]+') with ordinality l (line, at) where btrim(l.line, E' \t') <> ''
$function$
;
CREATE OR REPLACE FUNCTION proposals.drafted()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with places as materialized (select p.instance from proposals.own_places() p where p.kind = 'secretaris' or p.sits_as = 'voorzitter'),
  advised as materialized (select p.organisation from identity.posts p
     where p.person = identity.current_person() and p.role = 'adviseur' and meetings.holds(p.valid_from, p.valid_to))
  select coalesce(array_agg(a.id), '{}') from proposals.addressees a
   where a.instance in (select p.instance from places p) or a.organisation in (select d.organisation from advised d)
$function$
;
CREATE OR REPLACE FUNCTION proposals.drafter_of(of_addressee uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select h.drafter_as from proposals.addressees a, proposals.hands_on(a.proposal) h where a.id = of_addressee and h.id = a.id
$function$
;
CREATE OR REPLACE FUNCTION proposals.finish(of_proposal text, said_result text, note text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  there proposals.proposals;
begin
  perform proposals.hold(of_proposal);
  select * into there from proposals.proposals p where p.code = of_proposal;
  if proposals.keeper_of(of_proposal) is null then return null; end if;
  if there.finished_at is not null then return case when there.result = said_result then 'bewaard' end; end if;
  if said_result <> 'ingetrokken' and exists (select from proposals.steps s where s.proposal = of_proposal and s.closed_at is null) then
    return 'loopt';
  end if;
  if exists (select from proposals.to_tell(of_proposal)) then return 'terugmelden'; end if;
  update proposals.proposals p set finished_at = platform.moment(), result = said_result, result_note = note where p.code = of_proposal;
  perform identity.note('voorstel afgesloten', of_proposal || ', ' || said_result, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION proposals.follow_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  insert into proposals.item_proposals (item, proposal, at, acted_as)
  select new.went_to, n.proposal, n.at, n.acted_as from proposals.item_proposals n where n.item = new.id and not new.is_closed;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.hands_on(of_proposal text)
 RETURNS TABLE(id uuid, drafter_as text, releaser_as text, chair_as text, teller_as text, seats jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with places as materialized (select * from proposals.own_places()),
  advised as materialized (
    select p.organisation, min(p.title || ', ' || o.name) as title from identity.posts p join identity.organisations o on o.code = p.organisation
     where p.person = identity.current_person() and p.role = 'adviseur' and meetings.holds(p.valid_from, p.valid_to) group by p.organisation),
  keeper as materialized (select proposals.keeper_of(of_proposal) as title),
  listed as (
    select a.id, a.instance, a.seq, d.title as adviser,
           (select min(p.title) from places p where p.instance = a.instance and p.kind = 'secretaris') as secretary,
           (select min(p.title) from places p where p.instance = a.instance and p.sits_as = 'voorzitter') as chair,
           s.mode = 'schriftelijk' and s.opened_at is not null and s.closed_at is null and a.round_closed_at is null
             and platform.today() <= s.term as runs, s.opened_at
      from proposals.addressees a join proposals.steps s on s.proposal = a.proposal and s.seq = a.seq
      left join advised d on d.organisation = a.organisation
     where a.proposal = of_proposal),
  found as (
    select l.id, coalesce(l.secretary, l.adviser) as drafter_as, coalesce(l.chair, l.adviser) as releaser_as, l.chair as chair_as,
           coalesce((select k.title from keeper k),
             (select min(n.secretary) from listed n where n.seq > l.seq and n.opened_at is not null)) as teller_as,
           case when l.runs then coalesce((select jsonb_agg(jsonb_build_object('seat', x.seat, 'title', x.title) order by x.title, x.seat)
             from (select p.speaks_for as seat, min(p.title) as title from places p
                    where p.instance = l.instance and p.sits_as in ('voorzitter', 'lid') group by p.speaks_for) x), '[]') else '[]' end as seats
      from listed l)
  select f.* from found f
   where coalesce(f.drafter_as, f.releaser_as, f.teller_as) is not null or f.seats <> '[]'
$function$
;
CREATE OR REPLACE FUNCTION proposals.hold(of_key text)
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select pg_advisory_xact_lock(7403567, hashtext(of_key)) $function$
;
CREATE OR REPLACE FUNCTION proposals.keep_condition(of_addressee uuid, of_view integer, of_seq integer, seen integer, said jsonb, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := proposals.drafter_of(of_addressee);
  there proposals.addressees;
  newest proposals.condition_states;
begin
  perform proposals.hold(of_addressee::text);
  select * into there from proposals.addressees a where a.id = of_addressee;
  if author is null or (said ->> 'since')::date > platform.today()
     or of_view is distinct from (select max(v.version) from proposals.views v where v.addressee = of_addressee and v.released_at is not null)
     or not exists (select from proposals.views v, proposals.conditions_in(v.condition) c
          where v.addressee = of_addressee and v.version = of_view and c.seq = of_seq) then return null; end if;
  select * into newest from proposals.condition_states s
   where s.addressee = of_addressee and s.view_version = of_view and s.seq = of_seq order by s.version desc limit 1;
  if (newest.state, newest.since, newest.sentence, newest.evidence)
       is not distinct from (said ->> 'state', (said ->> 'since')::date, said ->> 'sentence', said ->> 'evidence') then return 'ongewijzigd'; end if;
  if seen is distinct from coalesce(newest.version, 0) then return 'botst'; end if;
  insert into proposals.condition_states (addressee, view_version, seq, version, state, since, sentence, evidence, at, acted_as)
  values (of_addressee, of_view, of_seq, seen + 1, said ->> 'state', (said ->> 'since')::date, said ->> 'sentence', said ->> 'evidence',
          platform.moment(), author);
  perform identity.note('stand van een voorwaarde vastgelegd', there.proposal || ', stap ' || there.seq || ', '
    || coalesce(there.instance, there.organisation) || ', voorwaarde ' || of_seq, in_request);
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION proposals.keep_view(of_addressee uuid, seen text, wanted jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := proposals.drafter_of(of_addressee);
  newest proposals.views;
  there proposals.addressees;
  step proposals.steps;
begin
  perform proposals.hold(of_addressee::text);
  select * into there from proposals.addressees a where a.id = of_addressee;
  select * into step from proposals.steps s where s.proposal = there.proposal and s.seq = there.seq;
  if author is null or step.opened_at is null
     or step.mode = 'schriftelijk' and there.round_result is distinct from 'bespreken'
     or (step.mode = 'vragen') <> (wanted ->> 'stance' = 'antwoord')
     or exists (select from proposals.proposals p where p.code = there.proposal and p.finished_at is not null) then return null; end if;
  select * into newest from proposals.views v where v.addressee = of_addressee order by v.version desc limit 1;
  if (newest.stance, newest.said, newest.condition, newest.reason)
       is not distinct from (wanted ->> 'stance', wanted ->> 'said', wanted ->> 'condition', wanted ->> 'reason')
     and newest.released_at is null then return 'bewaard'; end if;
  if coalesce(newest.version || '-' || newest.edits, '0-0') <> seen then return 'botst'; end if;
  if newest.version is null or newest.released_at is not null then
    insert into proposals.views (addressee, version, edits, text_version, stance, said, condition, reason, acted_as)
    values (of_addressee, coalesce(newest.version, 0) + 1, 1, proposals.text_version(there.proposal), wanted ->> 'stance', wanted ->> 'said',
            wanted ->> 'condition', wanted ->> 'reason', author);
  else
    update proposals.views v set edits = v.edits + 1, text_version = proposals.text_version(there.proposal), stance = wanted ->> 'stance',
           said = wanted ->> 'said', condition = wanted ->> 'condition', reason = wanted ->> 'reason', acted_as = author
     where v.addressee = of_addressee and v.version = newest.version;
  end if;
  return 'bewaard';
end $function$
;
CREATE OR REPLACE FUNCTION proposals.keeper_of(of_proposal text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(meetings.manager(), meetings.secretary_of(p.instance)) from proposals.proposals p where p.code = of_proposal
$function$
;
CREATE OR REPLACE FUNCTION proposals.name_on_item(of_meeting text, of_item uuid, of_proposal text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform meetings.hold(of_meeting);
  if meetings.kept_meeting(of_meeting) is null
     or not exists (select from meetings.items i where i.id = of_item and i.meeting = of_meeting and i.withdrawn_at is null)
     or of_proposal is not null and not exists (select from proposals.proposals p where p.code = of_proposal
          and (p.code = any (proposals.readable()) or p.published_at is not null)) then return false; end if;
  delete from proposals.item_proposals n where n.item = of_item;
  if of_proposal is not null then
    insert into proposals.item_proposals (item, proposal, at, acted_as)
    values (of_item, of_proposal, platform.moment(), meetings.secretary_in(of_meeting));
  end if;
  perform identity.note('voorstel bij agendapunt gezet', of_meeting, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.new_code(of_key text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select c.code from (select 'V' || upper(left(encode(sha256(convert_to(of_key, 'UTF8')), 'hex'), n)) as code, n from generate_series(6, 20) n) c
   where not exists (select from proposals.proposals p where p.code = c.code) order by c.n limit 1
$function$
;
CREATE OR REPLACE FUNCTION proposals.open_step(of_proposal text, of_seq integer, until date, left_out text[], mail_subject text, mail_body text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  step proposals.steps;
  fewer integer;
  ended text[];
begin
  perform proposals.hold(of_proposal);
  select * into step from proposals.steps s where s.proposal = of_proposal and s.seq = of_seq;
  if proposals.keeper_of(of_proposal) is null or step.seq is null
     or exists (select from proposals.proposals p where p.code = of_proposal and p.finished_at is not null) then return false; end if;
  if step.opened_at is not null then return true; end if;
  if until < platform.today() or exists (select from proposals.steps s where s.proposal = of_proposal and s.seq < of_seq and s.closed_at is null)
    then return false; end if;
  if step.before_whom <> 'een-overleg' then perform proposals.address(of_proposal, of_seq, null); end if;
  ended := array(select i.code from meetings.instances i join governance.bodies b on b.code = i.body
    where not meetings.holds(coalesce(b.valid_from, '-infinity'), b.valid_to));
  if step.before_whom <> 'indiener' and not exists (select from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq
       and not coalesce(a.instance, a.organisation) = any (left_out || ended)) then return false; end if;
  delete from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq and a.instance = any (ended);
  delete from proposals.addressees a where a.proposal = of_proposal and a.seq = of_seq and coalesce(a.instance, a.organisation) = any (left_out);
  get diagnostics fewer = row_count;
  update proposals.steps s set opened_at = platform.moment(), term = until where s.proposal = of_proposal and s.seq = of_seq;
  perform proposals.tell_step(of_proposal, of_seq, mail_subject, mail_body);
  perform identity.note('stap van voorstel begonnen', of_proposal || ', stap ' || of_seq || case when fewer > 0 then ', ' || fewer || ' niet gevraagd' else '' end,
    in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.own_organisations()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct p.organisation), '{}') from identity.posts p
   where p.person = identity.current_person() and p.role in ('adviseur', 'bestuurder', 'programmamanager')
     and meetings.holds(p.valid_from, p.valid_to)
$function$
;
CREATE OR REPLACE FUNCTION proposals.own_places()
 RETURNS TABLE(instance text, kind text, title text, speaks_for uuid, sits_as text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select o.instance, o.kind, o.title, coalesce(s.deputy_for, s.id), coalesce(f.kind, s.kind)
    from meetings.own_seats() o join meetings.seats s on s.id = o.seat left join meetings.seats f on f.id = s.deputy_for
$function$
;
CREATE OR REPLACE FUNCTION proposals.publish(of_proposal text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform proposals.hold(of_proposal);
  if proposals.keeper_of(of_proposal) is null or not exists (select from proposals.proposals p where p.code = of_proposal
       and p.finished_at is not null) then return false; end if;
  update proposals.proposals p set published_at = platform.moment() where p.code = of_proposal and p.published_at is null;
  if found then perform identity.note('voorstel openbaar gemaakt', of_proposal, in_request); end if;
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.readable()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  with me as materialized (select meetings.manager() is not null as manages, meetings.own_instances() as instances,
                                  proposals.own_organisations() as organisations)
  select coalesce(array_agg(p.code), '{}') from proposals.proposals p, me
   where me.manages or p.instance = any (me.instances) or p.brought_by = any (me.organisations)
      or exists (select from proposals.addressees a where a.proposal = p.code
           and (a.instance = any (me.instances) or a.organisation = any (me.organisations)))
$function$
;
CREATE OR REPLACE FUNCTION proposals.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was said of a proposal is added to and never changed';
end $function$
;
CREATE OR REPLACE FUNCTION proposals.release_view(of_addressee uuid, seen text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := proposals.releaser_of(of_addressee);
  newest proposals.views;
  there proposals.addressees;
begin
  perform proposals.hold(of_addressee::text);
  select * into there from proposals.addressees a where a.id = of_addressee;
  select * into newest from proposals.views v where v.addressee = of_addressee order by v.version desc limit 1;
  if author is null or newest.version is null then return null; end if;
  if newest.version || '-' || newest.edits <> seen then return 'botst'; end if;
  if newest.released_at is not null then return 'vrijgegeven'; end if;
  if exists (select from proposals.proposals p where p.code = there.proposal and p.finished_at is not null) then return null; end if;
  update proposals.views v set released_at = platform.moment(), released_as = author
   where v.addressee = of_addressee and v.version = newest.version;
  perform identity.note('zienswijze vrijgegeven', there.proposal || ', stap ' || there.seq || ', ' || coalesce(there.instance, there.organisation),
    in_request);
  return 'vrijgegeven';
end $function$
;
CREATE OR REPLACE FUNCTION proposals.releaser_of(of_addressee uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select h.releaser_as from proposals.addressees a, proposals.hands_on(a.proposal) h where a.id = of_addressee and h.id = a.id
$function$
;
CREATE OR REPLACE FUNCTION proposals.speak(of_addressee uuid, of_seat uuid, said text, with_remark text, in_request text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  there proposals.addressees;
  newest proposals.words;
begin
  perform proposals.hold(of_addressee::text);
  select * into there from proposals.addressees a where a.id = of_addressee;
  if not exists (select from proposals.hands_on(there.proposal) h, jsonb_array_elements(h.seats) s
       where h.id = of_addressee and s ->> 'seat' = of_seat::text) then return false; end if;
  select * into newest from proposals.words w where w.addressee = of_addressee and w.seat = of_seat order by w.version desc limit 1;
  if (newest.word, newest.remark) is not distinct from (said, with_remark) then return true; end if;
  insert into proposals.words (addressee, seat, version, word, remark, at)
  values (of_addressee, of_seat, coalesce(newest.version, 0) + 1, said, with_remark, platform.moment());
  perform identity.note('gereageerd in schriftelijke ronde', there.proposal || ', ' || there.instance, in_request);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.start(said jsonb, of_key text, in_request text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text := proposals.starter();
  new_code text;
  step proposals.route_steps;
  steps integer := 0;
begin
  perform proposals.hold(of_key);
  if author is null then return null; end if;
  select p.code into new_code from proposals.proposals p where p.form_key = of_key;
  if new_code is not null then return case when new_code = any (proposals.readable()) then new_code end; end if;
  -- A secretary has a written round in his own instance only.
  if said ->> 'instance' is not null and meetings.planner_of(said ->> 'instance') is null then return null; end if;
  if not exists (select from proposals.route_steps r where r.route = said ->> 'route' and r.withdrawn_on is null
       and meetings.holds(coalesce(r.valid_from, '-infinity'), r.valid_to)) then return null; end if;
  new_code := proposals.new_code(of_key);
  insert into proposals.proposals (code, route, route_name, direction, brought_by, instance, is_example, at, acted_as, form_key)
  select new_code, r.route, r.name, r.direction, said ->> 'brought_by',
         case when meetings.manager() is null then (select min(s.instance) from meetings.own_seats() s where s.kind = 'secretaris') end,
         h.is_example, platform.moment(), author, of_key
    from proposals.route_steps r, identity.people h
   where h.id = identity.current_person() and r.route = said ->> 'route' and r.withdrawn_on is null
     and meetings.holds(coalesce(r.valid_from, '-infinity'), r.valid_to)
   order by r.seq limit 1;
  insert into proposals.texts (proposal, version, title, body, at, acted_as)
  values (new_code, 1, said ->> 'title', said ->> 'body', platform.moment(), author);
  for step in select * from proposals.route_steps r where r.route = said ->> 'route' and r.withdrawn_on is null
      and meetings.holds(coalesce(r.valid_from, '-infinity'), r.valid_to) order by r.seq, r.code
  loop
    steps := steps + 1;
    insert into proposals.steps (proposal, seq, mode, before_whom, who, body)
    values (new_code, steps, step.mode, step.before_whom, step.who, step.body);
    perform proposals.address(new_code, steps, said ->> 'instance');
  end loop;
  if exists (select from proposals.steps s where s.proposal = new_code and s.before_whom = 'een-overleg'
       and not exists (select from proposals.addressees a where a.proposal = new_code and a.seq = s.seq)) then
    raise exception 'a written round is among the members of one instance' using errcode = '23514';
  end if;
  perform identity.note('voorstel begonnen', new_code, in_request);
  return new_code;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.starter()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(meetings.manager(), (select min(s.title) from meetings.own_seats() s where s.kind = 'secretaris'))
$function$
;
CREATE OR REPLACE FUNCTION proposals.stays_once_asked()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (select from proposals.steps s where s.proposal = old.proposal and s.seq = old.seq and s.opened_at is not null) then
    raise exception 'who was asked is never changed';
  end if;
  return old;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.take_question_back(of_proposal text, because text, of_decision text)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION proposals.tell_back(of_proposal text, of_seq integer, of_addressee uuid, of_version integer, verdict text, why text, in_request text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  author text;
  told integer;
begin
  perform proposals.hold(of_proposal);
  select min(h.teller_as) into author from proposals.hands_on(of_proposal) h join proposals.addressees a on a.id = h.id where a.seq = of_seq;
  if author is null or exists (select from proposals.proposals p where p.code = of_proposal and p.finished_at is not null) then return null; end if;
  if of_addressee is null then
    insert into proposals.answers (addressee, version, round, verdict, why, at, acted_as)
    select t.addressee, t.version, 1, tell_back.verdict, tell_back.why, platform.moment(), author
      from proposals.to_tell(of_proposal) t where t.seq = of_seq;
  else
    insert into proposals.answers (addressee, version, round, verdict, why, at, acted_as)
    select v.addressee, v.version, coalesce((select max(n.round) from proposals.answers n where n.addressee = v.addressee and n.version = v.version), 0) + 1,
           tell_back.verdict, tell_back.why, platform.moment(), author
      from proposals.views v join proposals.addressees a on a.id = v.addressee
     where v.addressee = of_addressee and v.version = of_version and v.released_at is not null and a.proposal = of_proposal and a.seq = of_seq
       and not exists (select from (select n.verdict as told, n.why as because from proposals.answers n
             where n.addressee = v.addressee and n.version = v.version order by n.round desc limit 1) l
             where l.told = tell_back.verdict and l.because = tell_back.why);
  end if;
  get diagnostics told = row_count;
  if told > 0 then perform identity.note('zienswijze beantwoord', of_proposal || ', stap ' || of_seq, in_request); end if;
  return told;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.tell_step(of_proposal text, of_seq integer, mail_subject text, mail_body text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  receiver record;
begin
  for receiver in
    select h.email, h.is_example
      from proposals.addressees a join proposals.steps t on t.proposal = a.proposal and t.seq = a.seq
      join meetings.seats s on s.instance = a.instance and meetings.lasts(s)
       and s.kind = any (case t.mode when 'schriftelijk' then array['secretaris', 'voorzitter', 'lid', 'plaatsvervanger'] else array['secretaris'] end)
      join identity.posts p on p.id = s.post and meetings.holds(p.valid_from, p.valid_to) join identity.people h on h.id = p.person
     where a.proposal = of_proposal and a.seq = of_seq
    union
    select h.email, h.is_example
      from proposals.addressees a join identity.posts p on p.organisation = a.organisation and p.role = 'adviseur'
       and meetings.holds(p.valid_from, p.valid_to) join identity.people h on h.id = p.person
     where a.proposal = of_proposal and a.seq = of_seq
  loop
    perform mail.put(receiver.email, mail_subject, mail_body, receiver.is_example, platform.moment() + interval '7 days');
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION proposals.text_version(of_proposal text)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select max(t.version) from proposals.texts t where t.proposal = of_proposal $function$
;
CREATE OR REPLACE FUNCTION proposals.to_tell(of_proposal text)
 RETURNS TABLE(addressee uuid, version integer, seq integer)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select v.addressee, v.version, a.seq
    from proposals.addressees a
    join lateral (select * from proposals.views w where w.addressee = a.id and w.released_at is not null order by w.version desc limit 1) v on true
   where a.proposal = of_proposal and (v.stance <> 'instemmen' or v.said is not null)
     and not exists (select from proposals.answers n where n.addressee = v.addressee and n.version = v.version)
$function$
;
CREATE OR REPLACE FUNCTION publications.announced_as(given text)
 RETURNS TABLE(address text, published_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select e.body::jsonb ->> 'adres', (e.body::jsonb ->> 'gepubliceerdOp')::timestamptz
    from publications.announcements a
   cross join lateral (select m.subject from publications.announced_moments m where m.announcement = a.code
                        order by m.version desc limit 1) last
    join publications.ledger e on e.kind = a.kind and e.subject = last.subject
   where a.code = given
$function$
;
CREATE OR REPLACE FUNCTION publications.announced_subject(given text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select m.subject from publications.announced_moments m
   where m.announcement = given and publications.announces(given) order by m.version desc limit 1
$function$
;
CREATE OR REPLACE FUNCTION publications.announcement_of(of_kind text, of_subject text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select a.code from publications.announcements a
   cross join lateral (select m.subject, m.is_off from publications.announced_moments m where m.announcement = a.code
                        order by m.version desc limit 1) last
   where a.kind = of_kind and last.subject = of_subject and not last.is_off and publications.announces(a.code)
   order by a.at, a.code limit 1
$function$
;
CREATE OR REPLACE FUNCTION publications.announces(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from publications.announcements a where a.code = given and a.owner = any (publications.announces_for()))
$function$
;
CREATE OR REPLACE FUNCTION publications.announces_for()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct o.code), '{}')
    from identity.posts p join identity.organisations o on o.code = p.organisation and o.kind = 'bureau'
   where p.person = identity.current_person() and p.role = 'programmamanager'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)
$function$
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
CREATE OR REPLACE FUNCTION publications.follow_on()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  last record;
begin
  perform publications.hold_ledger();
  select seq, hash into last from publications.ledger order by seq desc limit 1;
  if new.seq is distinct from coalesce(last.seq, 0) + 1 or new.previous is distinct from last.hash then
    raise exception 'an entry follows on the last one' using errcode = '23505';
  end if;
  if (new.body::jsonb ->> 'moment')::timestamptz is distinct from date_trunc('milliseconds', platform.moment()) then
    raise exception 'an entry is of the moment it is made' using errcode = '23514';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION publications.hold_ledger()
 RETURNS void
 LANGUAGE sql
AS $function$ select pg_advisory_xact_lock(7366112) $function$
;
CREATE OR REPLACE FUNCTION publications.is_correcting(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select exists (select from publications.corrections c where c.id::text = given and c.at = platform.moment())
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
       and exists (select from crime.releases o where o.state = 'volledig' and not o.is_example and o.cadence = 'maand'))
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
CREATE OR REPLACE FUNCTION publications.may_correct(given text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select coalesce(publications.area_of(given) = any (publications.own_areas()), false) and publications.is_signed(given)
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
CREATE OR REPLACE FUNCTION publications.moved_with(given text, of_key text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  select publications.announces(given)
     and exists (select from publications.announced_moments m where m.announcement = given and m.form_key = of_key)
$function$
;
CREATE OR REPLACE FUNCTION publications.note_announcer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  bureau text := case tg_table_name when 'announcements' then to_jsonb(new) ->> 'owner'
    else (select a.owner from publications.announcements a where a.code = to_jsonb(new) ->> 'announcement') end;
  last publications.announced_moments;
begin
  new.at := platform.moment();
  new.acted_as := coalesce((select string_agg(p.title || ', ' || o.name, '; ' order by p.title)
    from identity.posts p join identity.organisations o on o.code = p.organisation
   where p.person = identity.current_person() and o.code = bureau and p.role = 'programmamanager'
     and p.valid_from <= platform.today() and (p.valid_to is null or platform.today() < p.valid_to)), '');
  if tg_table_name = 'announced_moments' then
    -- One at a time, and each follows on the one before it.
    perform from publications.announcements a where a.code = new.announcement for update;
    select * into last from publications.announced_moments m where m.announcement = new.announcement order by m.version desc limit 1;
    if new.version is distinct from coalesce(last.version, 0) + 1 then
      raise exception 'a move follows on the last one' using errcode = '23505';
    end if;
    -- Without a new one it stays of what it was.
    new.subject := coalesce(new.subject, last.subject);
  end if;
  return new;
end $function$
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
CREATE OR REPLACE FUNCTION publications.note_corrector()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.at := platform.moment();
  new.acted_as := publications.author_of(publications.area_of(new.subject));
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
CREATE OR REPLACE FUNCTION publications.require_correction_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from publications.ledger e where e.kind = 'correctie' and e.subject = new.id::text) then
    raise exception 'what is corrected is entered in the ledger' using errcode = '23514';
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION publications.require_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (
    select from publications.ledger e
     where e.kind = 'rapportage' and e.subject = new.report and e.body::jsonb -> 'bestanden' =
       (select coalesce(jsonb_object_agg('rapport.' || f.format, f.hash), '{}') from publications.files f where f.report = new.report))
  then raise exception 'what is published is entered in the ledger' using errcode = '23514';
  end if;
  return null;
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
       where e.kind = %2$L and e.code = r.code and (to_jsonb(r) ->> ''withdrawn_on'' is null and (%8$s)) is not true)
    insert into search.entries (kind, code, title, context, body, href, prominence, is_public)
    select %2$L, r.code, coalesce(%5$s, r.code), coalesce(%6$s, ''''), coalesce(%7$s, ''''), %4$s, %3$L, true
      from %1$s r where to_jsonb(r) ->> ''withdrawn_on'' is null and (%8$s)
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
CREATE CONSTRAINT TRIGGER is_entered AFTER INSERT ON accounts.releases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION accounts.require_entry();
CREATE CONSTRAINT TRIGGER is_entered AFTER INSERT ON decisions.decisions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION decisions.require_entry();
CREATE CONSTRAINT TRIGGER is_entered AFTER INSERT ON hearings.notas DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hearings.require_entry();
CREATE CONSTRAINT TRIGGER is_entered AFTER INSERT ON publications.corrections DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION publications.require_correction_entry();
CREATE CONSTRAINT TRIGGER is_entered AFTER INSERT ON publications.signatures DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION publications.require_entry();
CREATE TRIGGER author BEFORE INSERT ON accounts.accounts FOR EACH ROW EXECUTE FUNCTION accounts.note_author();
CREATE TRIGGER author BEFORE INSERT ON accounts.clearances FOR EACH ROW EXECUTE FUNCTION accounts.note_author();
CREATE TRIGGER author BEFORE INSERT ON accounts.questions FOR EACH ROW EXECUTE FUNCTION accounts.note_author();
CREATE TRIGGER author BEFORE INSERT ON accounts.releases FOR EACH ROW EXECUTE FUNCTION accounts.note_author();
CREATE TRIGGER author BEFORE INSERT ON accounts.versions FOR EACH ROW EXECUTE FUNCTION accounts.note_author();
CREATE TRIGGER author BEFORE INSERT ON crime.notes FOR EACH ROW EXECUTE FUNCTION crime.note_author();
CREATE TRIGGER author BEFORE INSERT ON datacalls.answers FOR EACH ROW EXECUTE FUNCTION datacalls.note_author();
CREATE TRIGGER author BEFORE INSERT ON datacalls.imports FOR EACH ROW EXECUTE FUNCTION datacalls.note_author();
CREATE TRIGGER author BEFORE INSERT ON datacalls.mailed_conflicts FOR EACH ROW EXECUTE FUNCTION datacalls.note_author();
CREATE TRIGGER author BEFORE INSERT ON datacalls.signatures FOR EACH ROW EXECUTE FUNCTION datacalls.note_author();
CREATE TRIGGER author BEFORE INSERT ON decisions.decisions FOR EACH ROW EXECUTE FUNCTION decisions.note_recorder();
CREATE TRIGGER author BEFORE INSERT ON publications.announced_moments FOR EACH ROW EXECUTE FUNCTION publications.note_announcer();
CREATE TRIGGER author BEFORE INSERT ON publications.announcements FOR EACH ROW EXECUTE FUNCTION publications.note_announcer();
CREATE TRIGGER author BEFORE INSERT ON publications.contexts FOR EACH ROW EXECUTE FUNCTION publications.note_author();
CREATE TRIGGER author BEFORE INSERT ON publications.corrections FOR EACH ROW WHEN ((new.kind = 'rapportage'::text)) EXECUTE FUNCTION publications.note_corrector();
CREATE TRIGGER author BEFORE INSERT ON publications.runs FOR EACH ROW EXECUTE FUNCTION publications.note_asker();
CREATE TRIGGER author BEFORE INSERT ON publications.signatures FOR EACH ROW EXECUTE FUNCTION publications.note_author();
CREATE TRIGGER author_of_account BEFORE INSERT ON publications.corrections FOR EACH ROW WHEN ((new.kind = 'verantwoording'::text)) EXECUTE FUNCTION accounts.note_corrector();
CREATE TRIGGER author_of_nota BEFORE INSERT ON publications.corrections FOR EACH ROW WHEN ((new.kind = 'nota'::text)) EXECUTE FUNCTION hearings.note_corrector();
CREATE TRIGGER carries_out BEFORE INSERT ON decisions.effects FOR EACH ROW EXECUTE FUNCTION decisions.carry_out();
CREATE TRIGGER changes_action BEFORE INSERT ON decisions.action_changes FOR EACH ROW EXECUTE FUNCTION decisions.change_action();
CREATE TRIGGER findable_delete AFTER DELETE ON capacity.formation_rows REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('formatie');
CREATE TRIGGER findable_delete AFTER DELETE ON decisions.decisions REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('besluit');
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
CREATE TRIGGER findable_delete AFTER DELETE ON meetings.instances REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('overleg');
CREATE TRIGGER findable_delete AFTER DELETE ON meetings.items REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION search.forget('agendapunt');
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
CREATE TRIGGER findable_insert AFTER INSERT ON decisions.decisions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('besluit', '1.5', '''/besluiten/'' || r.code', 'r.title', 'r.ground', 'r.text', 'r.is_public');
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
CREATE TRIGGER findable_insert AFTER INSERT ON meetings.instances REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('overleg', '1.2', '''/gremia/'' || r.body || ''/'' || r.area', '(select b.name from governance.bodies b where b.code = r.body) || '' '' || (select a.name from territory.areas a where a.code = r.area)', '''wie er zitten en wanneer het vergadert''', '''''', 'r.is_public');
CREATE TRIGGER findable_insert AFTER INSERT ON meetings.items REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('agendapunt', '1', '''/vergaderingen/'' || r.meeting || ''/punten/'' || r.number', '(select p.title from meetings.papers p where p.item = r.id and p.version = r.published_version)', '(select b.name || '' '' || a.name from meetings.meetings m join meetings.instances i on i.code = m.instance
       join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area where m.code = r.meeting)', '(select concat_ws(''. '', nullif(p.asked, ''''), nullif(p.core, '''')) from meetings.papers p where p.item = r.id and p.version = r.published_version)', 'r.published_at is not null and not r.is_closed and r.withdrawn_at is null and exists (
      select from meetings.meetings m join meetings.instances i on i.code = m.instance where m.code = r.meeting and i.is_public)');
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
CREATE TRIGGER findable_update AFTER UPDATE ON decisions.decisions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('besluit', '1.5', '''/besluiten/'' || r.code', 'r.title', 'r.ground', 'r.text', 'r.is_public');
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
CREATE TRIGGER findable_update AFTER UPDATE ON meetings.instances REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('overleg', '1.2', '''/gremia/'' || r.body || ''/'' || r.area', '(select b.name from governance.bodies b where b.code = r.body) || '' '' || (select a.name from territory.areas a where a.code = r.area)', '''wie er zitten en wanneer het vergadert''', '''''', 'r.is_public');
CREATE TRIGGER findable_update AFTER UPDATE ON meetings.items REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.keep('agendapunt', '1', '''/vergaderingen/'' || r.meeting || ''/punten/'' || r.number', '(select p.title from meetings.papers p where p.item = r.id and p.version = r.published_version)', '(select b.name || '' '' || a.name from meetings.meetings m join meetings.instances i on i.code = m.instance
       join governance.bodies b on b.code = i.body join territory.areas a on a.code = i.area where m.code = r.meeting)', '(select concat_ws(''. '', nullif(p.asked, ''''), nullif(p.core, '''')) from meetings.papers p where p.item = r.id and p.version = r.published_version)', 'r.published_at is not null and not r.is_closed and r.withdrawn_at is null and exists (
      select from meetings.meetings m join meetings.instances i on i.code = m.instance where m.code = r.meeting and i.is_public)');
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
CREATE TRIGGER fits_its_meeting BEFORE INSERT ON decisions.taken_at FOR EACH ROW EXECUTE FUNCTION decisions.check_meeting();
CREATE TRIGGER followed_by_capacity_formation_rows AFTER UPDATE ON identity.organisations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('capacity.formation_rows', 'organisation');
CREATE TRIGGER followed_by_figures_measurements AFTER UPDATE ON figures.indicators REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('figures.measurements', 'indicator');
CREATE TRIGGER followed_by_figures_measurements AFTER UPDATE ON territory.areas REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('figures.measurements', 'area');
CREATE TRIGGER followed_by_meetings_instances AFTER UPDATE ON governance.bodies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('meetings.instances', 'body');
CREATE TRIGGER followed_by_meetings_instances AFTER UPDATE ON territory.areas REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('meetings.instances', 'area');
CREATE TRIGGER followed_by_money_budget_lines AFTER UPDATE ON identity.organisations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('money.budget_lines', 'bureau');
CREATE TRIGGER followed_by_strategy_actions AFTER UPDATE ON strategy.plans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('strategy.actions', 'plan');
CREATE TRIGGER followed_by_strategy_focus_lines AFTER UPDATE ON strategy.strategies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('strategy.focus_lines', 'strategy');
CREATE TRIGGER followed_by_strategy_priorities AFTER UPDATE ON strategy.strategies REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('strategy.priorities', 'strategy');
CREATE TRIGGER followed_by_strategy_programmes AFTER UPDATE ON strategy.plans REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search.follow('strategy.programmes', 'plan');
CREATE TRIGGER follows_on BEFORE INSERT ON accounts.versions FOR EACH ROW EXECUTE FUNCTION accounts.follow_on();
CREATE TRIGGER follows_on BEFORE INSERT ON publications.ledger FOR EACH ROW EXECUTE FUNCTION publications.follow_on();
CREATE TRIGGER importer BEFORE INSERT OR UPDATE ON figures.imports FOR EACH ROW EXECUTE FUNCTION figures.note_importer();
CREATE TRIGGER imports_give_way AFTER INSERT OR UPDATE ON figures.measurements FOR EACH ROW WHEN (((new.import IS NULL) AND new.leads AND (new.withdrawn_on IS NULL))) EXECUTE FUNCTION figures.give_way();
CREATE TRIGGER in_time BEFORE INSERT ON accounts.pictures FOR EACH ROW EXECUTE FUNCTION accounts.refuse_late_picture();
CREATE TRIGGER knot_of_region BEFORE INSERT ON decisions.decisions FOR EACH ROW WHEN ((new.knot_ground IS NOT NULL)) EXECUTE FUNCTION decisions.check_knot();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON accounts.area_files FOR EACH STATEMENT EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON accounts.files FOR EACH STATEMENT EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON accounts.releases FOR EACH STATEMENT EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON decisions.action_changes FOR EACH STATEMENT EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON decisions.condition_states FOR EACH STATEMENT EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON decisions.decisions FOR EACH STATEMENT EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON decisions.documents FOR EACH STATEMENT EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON decisions.effects FOR EACH STATEMENT EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON decisions.notes FOR EACH STATEMENT EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON decisions.taken_at FOR EACH STATEMENT EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON identity.audit_log FOR EACH STATEMENT EXECUTE FUNCTION identity.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON publications.corrections FOR EACH STATEMENT EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON publications.files FOR EACH STATEMENT EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON publications.ledger FOR EACH STATEMENT EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON publications.signatures FOR EACH STATEMENT EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_ends BEFORE DELETE OR UPDATE ON meetings.seats FOR EACH ROW EXECUTE FUNCTION meetings.keep_seat();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE OF block, account, version, part, kind, seq, title, body, origin, consent_until, is_removed, at, acted_as, picture, alt, credit, place ON accounts.versions FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.area_files FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.clearances FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.differences FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.files FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.looks FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.pictures FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.previews FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.questions FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.recomputations FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.releases FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON accounts.windows FOR EACH ROW EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON annotations.versions FOR EACH ROW EXECUTE FUNCTION annotations.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON crime.notes FOR EACH ROW EXECUTE FUNCTION crime.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON datacalls.answers FOR EACH ROW EXECUTE FUNCTION datacalls.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON datacalls.imports FOR EACH ROW EXECUTE FUNCTION datacalls.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON datacalls.mailed_conflicts FOR EACH ROW EXECUTE FUNCTION datacalls.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON datacalls.signatures FOR EACH ROW EXECUTE FUNCTION datacalls.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON decisions.action_changes FOR EACH ROW EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON decisions.condition_states FOR EACH ROW EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON decisions.decisions FOR EACH ROW EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON decisions.documents FOR EACH ROW EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON decisions.effects FOR EACH ROW EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON decisions.ended_seats FOR EACH ROW EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON decisions.notes FOR EACH ROW EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON decisions.taken_at FOR EACH ROW EXECUTE FUNCTION decisions.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.action_versions FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.actions FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.chapter_versions FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.chapters FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.clearances FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.drafts FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.enforcements FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.paragraph_versions FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.paragraphs FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.remarks FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.sets FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.settlements FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON drafting.signatures FOR EACH ROW EXECUTE FUNCTION drafting.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON governance.contact_points FOR EACH ROW EXECUTE FUNCTION governance.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON governance.contact_versions FOR EACH ROW EXECUTE FUNCTION governance.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON hearings.answers FOR EACH ROW EXECUTE FUNCTION hearings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON hearings.closures FOR EACH ROW EXECUTE FUNCTION hearings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON hearings.entries FOR EACH ROW EXECUTE FUNCTION hearings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON hearings.hearings FOR EACH ROW EXECUTE FUNCTION hearings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON hearings.nota_files FOR EACH ROW EXECUTE FUNCTION hearings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON hearings.notas FOR EACH ROW EXECUTE FUNCTION hearings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON hearings.parties FOR EACH ROW EXECUTE FUNCTION hearings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON hearings.points FOR EACH ROW EXECUTE FUNCTION hearings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON identity.audit_log FOR EACH ROW EXECUTE FUNCTION identity.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON levels.cell_versions FOR EACH ROW EXECUTE FUNCTION levels.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON levels.local_links FOR EACH ROW EXECUTE FUNCTION levels.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON levels.local_plan_versions FOR EACH ROW EXECUTE FUNCTION levels.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON levels.local_plans FOR EACH ROW EXECUTE FUNCTION levels.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON levels.local_priorities FOR EACH ROW EXECUTE FUNCTION levels.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON levels.national_links FOR EACH ROW EXECUTE FUNCTION levels.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON levels.variant_reasons FOR EACH ROW EXECUTE FUNCTION levels.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON levels.variants FOR EACH ROW EXECUTE FUNCTION levels.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.answers FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.days FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.deviations FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.files FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.foreseen_subjects FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.foreseen_versions FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.instances FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.invitations FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.meetings FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.papers FOR EACH ROW EXECUTE FUNCTION meetings.refuse_paper_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.places FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.publishings FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.sendings FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON meetings.year_task_versions FOR EACH ROW EXECUTE FUNCTION meetings.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.approvals FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.approved_items FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.closures FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.fixed_items FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.fixings FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.list_publishings FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.minute_publishings FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.minutes FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.promises FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.proofs FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON outcomes.results FOR EACH ROW EXECUTE FUNCTION outcomes.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON progress.carriers FOR EACH ROW EXECUTE FUNCTION progress.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON progress.judgements FOR EACH ROW EXECUTE FUNCTION progress.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON progress.participations FOR EACH ROW EXECUTE FUNCTION progress.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON progress.photos FOR EACH ROW EXECUTE FUNCTION progress.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON progress.quiet_time_changes FOR EACH ROW EXECUTE FUNCTION progress.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON progress.updates FOR EACH ROW EXECUTE FUNCTION progress.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON proposals.answers FOR EACH ROW EXECUTE FUNCTION proposals.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON proposals.condition_states FOR EACH ROW EXECUTE FUNCTION proposals.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON proposals.texts FOR EACH ROW EXECUTE FUNCTION proposals.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON proposals.words FOR EACH ROW EXECUTE FUNCTION proposals.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.announced_moments FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.announcements FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.contexts FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.corrections FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.differences FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.files FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.ledger FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.recomputations FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE ON publications.signatures FOR EACH ROW EXECUTE FUNCTION publications.refuse_change();
CREATE TRIGGER outcome_follows AFTER UPDATE OF went_to ON meetings.items FOR EACH ROW WHEN (((old.went_to IS NULL) AND (new.went_to IS NOT NULL))) EXECUTE FUNCTION outcomes.follow_item();
CREATE TRIGGER proposal_follows AFTER UPDATE OF went_to ON meetings.items FOR EACH ROW WHEN (((old.went_to IS NULL) AND (new.went_to IS NOT NULL))) EXECUTE FUNCTION proposals.follow_item();
CREATE TRIGGER recorded BEFORE UPDATE OF value, unit, qualifier, printed, margin_low, margin_high, respondents ON figures.measurements FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION figures.note_recording();
CREATE TRIGGER stays BEFORE DELETE ON proposals.addressees FOR EACH ROW EXECUTE FUNCTION proposals.stays_once_asked();
CREATE TRIGGER stays BEFORE DELETE ON proposals.proposals FOR EACH ROW EXECUTE FUNCTION proposals.refuse_change();
CREATE TRIGGER stays BEFORE DELETE ON proposals.steps FOR EACH ROW EXECUTE FUNCTION proposals.refuse_change();
CREATE TRIGGER stays BEFORE DELETE ON proposals.views FOR EACH ROW EXECUTE FUNCTION proposals.refuse_change();
CREATE TRIGGER stays_as_signed BEFORE DELETE OR UPDATE ON publications.reports FOR EACH ROW EXECUTE FUNCTION publications.refuse_change_of_signed();
CREATE TRIGGER stays_when_closed BEFORE UPDATE ON proposals.addressees FOR EACH ROW WHEN ((old.round_closed_at IS NOT NULL)) EXECUTE FUNCTION proposals.refuse_change();
CREATE TRIGGER stays_when_closed BEFORE UPDATE ON proposals.steps FOR EACH ROW WHEN ((old.closed_at IS NOT NULL)) EXECUTE FUNCTION proposals.refuse_change();
CREATE TRIGGER stays_when_released BEFORE UPDATE ON proposals.views FOR EACH ROW WHEN ((old.released_at IS NOT NULL)) EXECUTE FUNCTION proposals.refuse_change();
CREATE TRIGGER stays_when_sent BEFORE DELETE OR UPDATE ON meetings.items FOR EACH ROW EXECUTE FUNCTION meetings.keep_item_sent();
CREATE TRIGGER waits BEFORE INSERT ON accounts.clearances FOR EACH ROW EXECUTE FUNCTION accounts.hold();
CREATE TRIGGER waits BEFORE INSERT ON accounts.releases FOR EACH ROW EXECUTE FUNCTION accounts.hold();

alter table accounts.accounts enable row level security, force row level security;
alter table accounts.area_files enable row level security, force row level security;
alter table accounts.clearances enable row level security, force row level security;
alter table accounts.differences enable row level security, force row level security;
alter table accounts.files enable row level security, force row level security;
alter table accounts.looks enable row level security, force row level security;
alter table accounts.pictures enable row level security, force row level security;
alter table accounts.previews enable row level security, force row level security;
alter table accounts.questions enable row level security, force row level security;
alter table accounts.recomputations enable row level security, force row level security;
alter table accounts.releases enable row level security, force row level security;
alter table accounts.versions enable row level security, force row level security;
alter table accounts.windows enable row level security, force row level security;
alter table annotations.versions enable row level security, force row level security;
alter table capacity.formation_rows enable row level security, force row level security;
alter table crime.counts enable row level security, force row level security;
alter table crime.differences enable row level security, force row level security;
alter table crime.example_sizes enable row level security, force row level security;
alter table crime.inhabitants enable row level security, force row level security;
alter table crime.key_figure_differences enable row level security, force row level security;
alter table crime.key_figure_releases enable row level security, force row level security;
alter table crime.key_figures enable row level security, force row level security;
alter table crime.load_orders enable row level security, force row level security;
alter table crime.notes enable row level security, force row level security;
alter table crime.population_differences enable row level security, force row level security;
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
alter table datacalls.mailed_conflicts enable row level security, force row level security;
alter table datacalls.mailings enable row level security, force row level security;
alter table datacalls.signatures enable row level security, force row level security;
alter table decisions.action_changes enable row level security, force row level security;
alter table decisions.condition_states enable row level security, force row level security;
alter table decisions.decisions enable row level security, force row level security;
alter table decisions.documents enable row level security, force row level security;
alter table decisions.effects enable row level security, force row level security;
alter table decisions.ended_seats enable row level security, force row level security;
alter table decisions.mandates enable row level security, force row level security;
alter table decisions.notes enable row level security, force row level security;
alter table decisions.taken_at enable row level security, force row level security;
alter table drafting.action_versions enable row level security, force row level security;
alter table drafting.actions enable row level security, force row level security;
alter table drafting.chapter_versions enable row level security, force row level security;
alter table drafting.chapters enable row level security, force row level security;
alter table drafting.clearances enable row level security, force row level security;
alter table drafting.drafts enable row level security, force row level security;
alter table drafting.enforcements enable row level security, force row level security;
alter table drafting.paragraph_versions enable row level security, force row level security;
alter table drafting.paragraphs enable row level security, force row level security;
alter table drafting.remarks enable row level security, force row level security;
alter table drafting.sets enable row level security, force row level security;
alter table drafting.settlements enable row level security, force row level security;
alter table drafting.signatures enable row level security, force row level security;
alter table drafting.templates enable row level security, force row level security;
alter table figures.contradiction_measurements enable row level security, force row level security;
alter table figures.contradictions enable row level security, force row level security;
alter table figures.documents enable row level security, force row level security;
alter table figures.imports enable row level security, force row level security;
alter table figures.indicator_parts enable row level security, force row level security;
alter table figures.indicators enable row level security, force row level security;
alter table figures.measurements enable row level security, force row level security;
alter table figures.survey_questions enable row level security, force row level security;
alter table figures.themes enable row level security, force row level security;
alter table figures.unresolved_value_indicators enable row level security, force row level security;
alter table figures.unresolved_values enable row level security, force row level security;
alter table governance.bodies enable row level security, force row level security;
alter table governance.body_powers enable row level security, force row level security;
alter table governance.body_topics enable row level security, force row level security;
alter table governance.composition_rules enable row level security, force row level security;
alter table governance.contact_points enable row level security, force row level security;
alter table governance.contact_versions enable row level security, force row level security;
alter table governance.example_contacts enable row level security, force row level security;
alter table governance.principles enable row level security, force row level security;
alter table governance.working_group_seats enable row level security, force row level security;
alter table governance.working_groups enable row level security, force row level security;
alter table hearings.answers enable row level security, force row level security;
alter table hearings.closures enable row level security, force row level security;
alter table hearings.entries enable row level security, force row level security;
alter table hearings.hearings enable row level security, force row level security;
alter table hearings.mailings enable row level security, force row level security;
alter table hearings.nota_files enable row level security, force row level security;
alter table hearings.notas enable row level security, force row level security;
alter table hearings.parties enable row level security, force row level security;
alter table hearings.points enable row level security, force row level security;
alter table identity.audit_log enable row level security, force row level security;
alter table identity.erasures enable row level security, force row level security;
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
alter table levels.cell_versions enable row level security, force row level security;
alter table levels.local_links enable row level security, force row level security;
alter table levels.local_plan_versions enable row level security, force row level security;
alter table levels.local_plans enable row level security, force row level security;
alter table levels.local_priorities enable row level security, force row level security;
alter table levels.named_plan_priorities enable row level security, force row level security;
alter table levels.named_plans enable row level security, force row level security;
alter table levels.national_item_priorities enable row level security, force row level security;
alter table levels.national_items enable row level security, force row level security;
alter table levels.national_links enable row level security, force row level security;
alter table levels.variant_reasons enable row level security, force row level security;
alter table levels.variants enable row level security, force row level security;
alter table mail.keys enable row level security, force row level security;
alter table mail.outbox enable row level security, force row level security;
alter table mail.received enable row level security, force row level security;
alter table mail.reply_addresses enable row level security, force row level security;
alter table meetings.answers enable row level security, force row level security;
alter table meetings.attachments enable row level security, force row level security;
alter table meetings.calendar_keys enable row level security, force row level security;
alter table meetings.days enable row level security, force row level security;
alter table meetings.deviations enable row level security, force row level security;
alter table meetings.files enable row level security, force row level security;
alter table meetings.foreseen_items enable row level security, force row level security;
alter table meetings.foreseen_subjects enable row level security, force row level security;
alter table meetings.foreseen_versions enable row level security, force row level security;
alter table meetings.grounds enable row level security, force row level security;
alter table meetings.instances enable row level security, force row level security;
alter table meetings.invitations enable row level security, force row level security;
alter table meetings.items enable row level security, force row level security;
alter table meetings.meetings enable row level security, force row level security;
alter table meetings.namings enable row level security, force row level security;
alter table meetings.papers enable row level security, force row level security;
alter table meetings.places enable row level security, force row level security;
alter table meetings.publishings enable row level security, force row level security;
alter table meetings.seats enable row level security, force row level security;
alter table meetings.sendings enable row level security, force row level security;
alter table meetings.shares enable row level security, force row level security;
alter table meetings.term_mails enable row level security, force row level security;
alter table meetings.year_task_versions enable row level security, force row level security;
alter table meetings.year_tasks enable row level security, force row level security;
alter table money.budget_lines enable row level security, force row level security;
alter table money.grants enable row level security, force row level security;
alter table outcomes.approvals enable row level security, force row level security;
alter table outcomes.approved_items enable row level security, force row level security;
alter table outcomes.closures enable row level security, force row level security;
alter table outcomes.fixed_items enable row level security, force row level security;
alter table outcomes.fixings enable row level security, force row level security;
alter table outcomes.list_publishings enable row level security, force row level security;
alter table outcomes.minute_publishings enable row level security, force row level security;
alter table outcomes.minutes enable row level security, force row level security;
alter table outcomes.promises enable row level security, force row level security;
alter table outcomes.proofs enable row level security, force row level security;
alter table outcomes.results enable row level security, force row level security;
alter table platform.load_parts enable row level security, force row level security;
alter table platform.loads enable row level security, force row level security;
alter table platform.migrations enable row level security, force row level security;
alter table platform.pack_rows enable row level security, force row level security;
alter table platform.packs enable row level security, force row level security;
alter table progress.carriers enable row level security, force row level security;
alter table progress.judgements enable row level security, force row level security;
alter table progress.participations enable row level security, force row level security;
alter table progress.photos enable row level security, force row level security;
alter table progress.quiet_time_changes enable row level security, force row level security;
alter table progress.quiet_times enable row level security, force row level security;
alter table progress.request_items enable row level security, force row level security;
alter table progress.requests enable row level security, force row level security;
alter table progress.round_starts enable row level security, force row level security;
alter table progress.rounds enable row level security, force row level security;
alter table progress.updates enable row level security, force row level security;
alter table proposals.addressees enable row level security, force row level security;
alter table proposals.answers enable row level security, force row level security;
alter table proposals.condition_states enable row level security, force row level security;
alter table proposals.item_proposals enable row level security, force row level security;
alter table proposals.proposals enable row level security, force row level security;
alter table proposals.route_steps enable row level security, force row level security;
alter table proposals.steps enable row level security, force row level security;
alter table proposals.texts enable row level security, force row level security;
alter table proposals.views enable row level security, force row level security;
alter table proposals.words enable row level security, force row level security;
alter table publications.announced_moments enable row level security, force row level security;
alter table publications.announcements enable row level security, force row level security;
alter table publications.contexts enable row level security, force row level security;
alter table publications.corrections enable row level security, force row level security;
alter table publications.differences enable row level security, force row level security;
alter table publications.files enable row level security, force row level security;
alter table publications.ledger enable row level security, force row level security;
alter table publications.recomputations enable row level security, force row level security;
alter table publications.reports enable row level security, force row level security;
alter table publications.run_areas enable row level security, force row level security;
alter table publications.runs enable row level security, force row level security;
alter table publications.signatures enable row level security, force row level security;
alter table publications.woo_categories enable row level security, force row level security;
alter table search.entries enable row level security, force row level security;
alter table strategy.action_areas enable row level security, force row level security;
alter table strategy.action_indicators enable row level security, force row level security;
alter table strategy.action_participants enable row level security, force row level security;
alter table strategy.actions enable row level security, force row level security;
alter table strategy.focus_lines enable row level security, force row level security;
alter table strategy.links enable row level security, force row level security;
alter table strategy.matrix_cells enable row level security, force row level security;
alter table strategy.matrix_refusals enable row level security, force row level security;
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
alter table territory.team_neighbourhoods enable row level security, force row level security;
alter table territory.tiles enable row level security, force row level security;
create policy bureau_begins on accounts.accounts for insert to sv_visitor with check (owner = ANY (( SELECT accounts.begins_for() AS begins_for)::text[]));
create policy keeper on accounts.accounts for all to sv_owner using true with check true;
create policy workers_and_published on accounts.accounts for select to sv_visitor using (accounts.is_public(code) OR accounts.works_on(code));
create policy keeper on accounts.area_files for all to sv_owner using true with check true;
create policy releaser_keeps on accounts.area_files for insert to sv_visitor with check accounts.is_releasing(account);
create policy workers_and_published on accounts.area_files for select to sv_visitor using (accounts.is_public(account) OR accounts.works_on(account));
create policy keeper on accounts.clearances for all to sv_owner using true with check true;
create policy own_part_is_cleared on accounts.clearances for insert to sv_visitor with check accounts.may_clear(account, part, upto);
create policy workers_read on accounts.clearances for select to sv_visitor using accounts.works_on(account);
create policy keeper on accounts.differences for all to sv_owner using true with check true;
create policy workers_and_published on accounts.differences for select to sv_visitor using (accounts.is_public(account) OR accounts.works_on(account));
create policy keeper on accounts.files for all to sv_owner using true with check true;
create policy releaser_keeps on accounts.files for insert to sv_visitor with check accounts.is_releasing(account);
create policy workers_and_published on accounts.files for select to sv_visitor using (accounts.is_public(account) OR accounts.works_on(account));
create policy bureau_reads on accounts.looks for select to sv_visitor using ('bureau'::text = ANY (accounts.own_parts(account)));
create policy keeper on accounts.looks for all to sv_owner using true with check true;
create policy keeper on accounts.pictures for all to sv_owner using true with check true;
create policy workers_add on accounts.pictures for insert to sv_visitor with check (accounts.works_on(account) AND (NOT accounts.is_public(account)));
create policy workers_and_shown on accounts.pictures for select to sv_visitor using (accounts.works_on(account) OR accounts.shows_picture(account, hash));
create policy keeper on accounts.previews for all to sv_owner using true with check true;
create policy bureau_reads on accounts.questions for select to sv_visitor using ('bureau'::text = ANY (accounts.own_parts(account)));
create policy bureau_writes on accounts.questions for insert to sv_visitor with check (('bureau'::text = ANY (accounts.own_parts(account))) AND (NOT accounts.is_public(account)));
create policy keeper on accounts.questions for all to sv_owner using true with check true;
create policy keeper on accounts.recomputations for all to sv_owner using true with check true;
create policy workers_and_published on accounts.recomputations for select to sv_visitor using (accounts.is_public(account) OR accounts.works_on(account));
create policy keeper on accounts.releases for all to sv_owner using true with check true;
create policy second_person_releases on accounts.releases for insert to sv_visitor with check accounts.may_release(account);
create policy workers_and_published on accounts.releases for select to sv_visitor using (accounts.is_public(account) OR accounts.works_on(account));
create policy keeper on accounts.versions for all to sv_owner using true with check true;
create policy workers_read on accounts.versions for select to sv_visitor using accounts.works_on(account);
create policy workers_write on accounts.versions for insert to sv_visitor with check accounts.may_write(account, part);
create policy bureau_reads on accounts.windows for select to sv_visitor using ('bureau'::text = ANY (accounts.own_parts(account)));
create policy keeper on accounts.windows for all to sv_owner using true with check true;
create policy keeper on annotations.versions for all to sv_owner using true with check true;
create policy who_advises_reads on annotations.versions for select to sv_visitor using ((organisation = ANY (( SELECT annotations.own_organisations() AS own_organisations)::text[])) AND (EXISTS ( SELECT
   FROM ((meetings.items i
     JOIN meetings.meetings m ON ((m.code = i.meeting)))
     JOIN meetings.advised() a(instance, organisation, acted_as) ON ((a.instance = m.instance)))
  WHERE ((i.id = versions.item) AND (a.organisation = versions.organisation)))));
create policy who_sits_there_reads on annotations.versions for select to sv_visitor using (is_ready AND (organisation = ANY (( SELECT annotations.own_organisations() AS own_organisations)::text[])) AND (EXISTS ( SELECT
   FROM ((meetings.items i
     JOIN meetings.meetings m ON ((m.code = i.meeting)))
     JOIN meetings.seated_for() s(instance, organisation, acted_as) ON ((s.instance = m.instance)))
  WHERE ((i.id = versions.item) AND (s.organisation = versions.organisation)))));
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
create policy everyone_reads on crime.key_figure_differences for select to sv_visitor using true;
create policy keeper on crime.key_figure_differences for all to sv_owner using true with check true;
create policy everyone_reads on crime.key_figure_releases for select to sv_visitor using true;
create policy keeper on crime.key_figure_releases for all to sv_owner using true with check true;
create policy everyone_reads on crime.key_figures for select to sv_visitor using true;
create policy keeper on crime.key_figures for all to sv_owner using true with check true;
create policy administrators_order on crime.load_orders for insert to sv_visitor with check (( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role) AND (outcome IS NULL));
create policy administrators_read on crime.load_orders for select to sv_visitor using ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy keeper on crime.load_orders for all to sv_owner using true with check true;
create policy everyone_reads on crime.notes for select to sv_visitor using ((body IS NOT NULL) AND crime.is_newest_version(note, version));
create policy explainers_read on crime.notes for select to sv_visitor using crime.may_explain(area);
create policy explainers_write on crime.notes for insert to sv_visitor with check crime.may_explain(area);
create policy keeper on crime.notes for all to sv_owner using true with check true;
create policy everyone_reads on crime.population_differences for select to sv_visitor using true;
create policy keeper on crime.population_differences for all to sv_owner using true with check true;
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
create policy holder_and_asker_read on datacalls.mailed_conflicts for select to sv_visitor using (line = ANY (( SELECT datacalls.followed_lines() AS followed_lines)::text[]));
create policy holder_mails on datacalls.mailed_conflicts for insert to sv_visitor with check ((mail.answered_address() IS NOT NULL) AND (datacalls.holder_of(line) = ANY (( SELECT identity.answering_organisations() AS answering_organisations)::text[])));
create policy keeper on datacalls.mailed_conflicts for all to sv_owner using true with check true;
create policy holder_and_asker_read on datacalls.mailings for select to sv_visitor using ((holder = ANY (( SELECT identity.current_organisations() AS current_organisations)::text[])) OR (EXISTS ( SELECT
   FROM datacalls.calls c
  WHERE ((c.code = mailings.call) AND (c.asked_by = ANY (( SELECT identity.current_organisations('programmamanager'::text) AS current_organisations)::text[]))))));
create policy keeper on datacalls.mailings for all to sv_owner using true with check true;
create policy holder_signs on datacalls.signatures for insert to sv_visitor with check (datacalls.holder_of_answer(answer) = ANY (( SELECT identity.answering_organisations() AS answering_organisations)::text[]));
create policy keeper on datacalls.signatures for all to sv_owner using true with check true;
create policy professionals_read on datacalls.signatures for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy everyone_reads on decisions.action_changes for select to sv_visitor using true;
create policy keeper on decisions.action_changes for all to sv_owner using true with check true;
create policy mandated_changes on decisions.action_changes for insert to sv_visitor with check (split_part(field, '_'::text, 1) = ANY (decisions.own_mandates(action)));
create policy keeper on decisions.condition_states for all to sv_owner using true with check true;
create policy with_its_decision on decisions.condition_states for select to sv_visitor using (EXISTS ( SELECT
   FROM decisions.decisions d
  WHERE (d.code = condition_states.decision)));
create policy keeper on decisions.decisions for all to sv_owner using true with check true;
create policy public_or_professional on decisions.decisions for select to sv_visitor using (is_public OR ((closed_to IS NULL) AND ( SELECT identity.is_professional() AS is_professional)));
create policy recorder_records on decisions.decisions for insert to sv_visitor with check (decisions.recorder_of(body, area) IS NOT NULL);
create policy who_sits_there_reads on decisions.decisions for select to sv_visitor using (closed_to = ANY (( SELECT meetings.own_instances() AS own_instances)::text[]));
create policy everyone_reads on decisions.documents for select to sv_visitor using true;
create policy keeper on decisions.documents for all to sv_owner using true with check true;
create policy with_its_decision on decisions.documents for insert to sv_visitor with check decisions.is_being_recorded(decision);
create policy everyone_reads on decisions.effects for select to sv_visitor using true;
create policy keeper on decisions.effects for all to sv_owner using true with check true;
create policy with_its_decision on decisions.effects for insert to sv_visitor with check decisions.is_being_recorded(decision);
create policy keeper on decisions.ended_seats for all to sv_owner using true with check true;
create policy everyone_reads on decisions.mandates for select to sv_visitor using true;
create policy keeper on decisions.mandates for all to sv_owner using true with check true;
create policy keeper on decisions.notes for all to sv_owner using true with check true;
create policy while_it_is_recorded on decisions.notes for insert to sv_visitor with check decisions.is_being_recorded(decision);
create policy with_its_decision on decisions.notes for select to sv_visitor using (EXISTS ( SELECT
   FROM decisions.decisions d
  WHERE (d.code = notes.decision)));
create policy keeper on decisions.taken_at for all to sv_owner using true with check true;
create policy with_decision_and_meeting on decisions.taken_at for select to sv_visitor using ((EXISTS ( SELECT
   FROM decisions.decisions d
  WHERE (d.code = taken_at.decision))) AND (EXISTS ( SELECT
   FROM meetings.meetings m
  WHERE (m.code = taken_at.meeting))));
create policy with_its_decision on decisions.taken_at for insert to sv_visitor with check decisions.is_being_recorded(decision);
create policy keeper on drafting.action_versions for all to sv_owner using true with check true;
create policy professionals_read on drafting.action_versions for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.actions for all to sv_owner using true with check true;
create policy professionals_read on drafting.actions for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.chapter_versions for all to sv_owner using true with check true;
create policy professionals_read on drafting.chapter_versions for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.chapters for all to sv_owner using true with check true;
create policy professionals_read on drafting.chapters for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.clearances for all to sv_owner using true with check true;
create policy professionals_read on drafting.clearances for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.drafts for all to sv_owner using true with check true;
create policy professionals_read on drafting.drafts for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy everyone_reads on drafting.enforcements for select to sv_visitor using true;
create policy keeper on drafting.enforcements for all to sv_owner using true with check true;
create policy keeper on drafting.paragraph_versions for all to sv_owner using true with check true;
create policy professionals_read on drafting.paragraph_versions for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.paragraphs for all to sv_owner using true with check true;
create policy professionals_read on drafting.paragraphs for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.remarks for all to sv_owner using true with check true;
create policy professionals_read on drafting.remarks for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.sets for all to sv_owner using true with check true;
create policy professionals_read on drafting.sets for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.settlements for all to sv_owner using true with check true;
create policy professionals_read on drafting.settlements for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.signatures for all to sv_owner using true with check true;
create policy professionals_read on drafting.signatures for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on drafting.templates for all to sv_owner using true with check true;
create policy professionals_read on drafting.templates for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
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
create policy everyone_reads on figures.survey_questions for select to sv_visitor using true;
create policy keeper on figures.survey_questions for all to sv_owner using true with check true;
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
create policy everyone_reads on governance.composition_rules for select to sv_visitor using true;
create policy keeper on governance.composition_rules for all to sv_owner using true with check true;
create policy keeper on governance.contact_points for all to sv_owner using true with check true;
create policy professionals_read on governance.contact_points for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on governance.contact_versions for all to sv_owner using true with check true;
create policy professionals_read on governance.contact_versions for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on governance.example_contacts for all to sv_owner using true with check true;
create policy everyone_reads on governance.principles for select to sv_visitor using true;
create policy keeper on governance.principles for all to sv_owner using true with check true;
create policy everyone_reads on governance.working_group_seats for select to sv_visitor using true;
create policy keeper on governance.working_group_seats for all to sv_owner using true with check true;
create policy everyone_reads on governance.working_groups for select to sv_visitor using true;
create policy keeper on governance.working_groups for all to sv_owner using true with check true;
create policy bureau_reads on hearings.answers for select to sv_visitor using (hearing = ANY (( SELECT hearings.own_hearings() AS own_hearings)::text[]));
create policy keeper on hearings.answers for all to sv_owner using true with check true;
create policy everyone_reads on hearings.closures for select to sv_visitor using true;
create policy keeper on hearings.closures for all to sv_owner using true with check true;
create policy everyone_reads_what_was_public on hearings.entries for select to sv_visitor using (id = ANY (( SELECT hearings.public_entries() AS public_entries)::uuid[]));
create policy keeper on hearings.entries for all to sv_owner using true with check true;
create policy professionals_read on hearings.entries for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy everyone_reads on hearings.hearings for select to sv_visitor using true;
create policy keeper on hearings.hearings for all to sv_owner using true with check true;
create policy bureau_reads on hearings.mailings for select to sv_visitor using (hearing = ANY (( SELECT hearings.own_hearings() AS own_hearings)::text[]));
create policy keeper on hearings.mailings for all to sv_owner using true with check true;
create policy everyone_reads on hearings.nota_files for select to sv_visitor using true;
create policy keeper on hearings.nota_files for all to sv_owner using true with check true;
create policy everyone_reads on hearings.notas for select to sv_visitor using true;
create policy keeper on hearings.notas for all to sv_owner using true with check true;
create policy everyone_reads on hearings.parties for select to sv_visitor using true;
create policy keeper on hearings.parties for all to sv_owner using true with check true;
create policy keeper on hearings.points for all to sv_owner using true with check true;
create policy professionals_read on hearings.points for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy administrators_read on identity.audit_log for select to sv_visitor using ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy keeper on identity.audit_log for all to sv_owner using true with check true;
create policy keeper on identity.erasures for all to sv_owner using true with check true;
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
create policy keeper on levels.cell_versions for all to sv_owner using true with check true;
create policy professionals_read on levels.cell_versions for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on levels.local_links for all to sv_owner using true with check true;
create policy with_its_version on levels.local_links for select to sv_visitor using (EXISTS ( SELECT
   FROM levels.local_plan_versions v
  WHERE (v.id = local_links.entry)));
create policy everyone_reads_what_was_adopted on levels.local_plan_versions for select to sv_visitor using (id = ANY (( SELECT levels.public_plan_versions() AS public_plan_versions)::uuid[]));
create policy keeper on levels.local_plan_versions for all to sv_owner using true with check true;
create policy professionals_read on levels.local_plan_versions for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on levels.local_plans for all to sv_owner using true with check true;
create policy with_a_version on levels.local_plans for select to sv_visitor using (EXISTS ( SELECT
   FROM levels.local_plan_versions v
  WHERE (v.plan = local_plans.code)));
create policy keeper on levels.local_priorities for all to sv_owner using true with check true;
create policy with_its_version on levels.local_priorities for select to sv_visitor using (EXISTS ( SELECT
   FROM levels.local_plan_versions v
  WHERE (v.id = local_priorities.entry)));
create policy everyone_reads on levels.named_plan_priorities for select to sv_visitor using true;
create policy keeper on levels.named_plan_priorities for all to sv_owner using true with check true;
create policy everyone_reads on levels.named_plans for select to sv_visitor using true;
create policy keeper on levels.named_plans for all to sv_owner using true with check true;
create policy everyone_reads on levels.national_item_priorities for select to sv_visitor using true;
create policy keeper on levels.national_item_priorities for all to sv_owner using true with check true;
create policy everyone_reads on levels.national_items for select to sv_visitor using true;
create policy keeper on levels.national_items for all to sv_owner using true with check true;
create policy everyone_reads on levels.national_links for select to sv_visitor using true;
create policy keeper on levels.national_links for all to sv_owner using true with check true;
create policy keeper on levels.variant_reasons for all to sv_owner using true with check true;
create policy professionals_read on levels.variant_reasons for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy everyone_reads_what_was_decided on levels.variants for select to sv_visitor using (id = ANY (( SELECT levels.public_variants() AS public_variants)::uuid[]));
create policy keeper on levels.variants for all to sv_owner using true with check true;
create policy professionals_read on levels.variants for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on mail.keys for all to sv_owner using true with check true;
create policy example_mails_are_read on mail.outbox for select to sv_visitor using is_example;
create policy keeper on mail.outbox for all to sv_owner using true with check true;
create policy keeper on mail.received for all to sv_owner using true with check true;
create policy keeper on mail.reply_addresses for all to sv_owner using true with check true;
create policy keeper on meetings.answers for all to sv_owner using true with check true;
create policy who_sits_there_reads on meetings.answers for select to sv_visitor using (meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]));
create policy everyone_reads_what_is_published on meetings.attachments for select to sv_visitor using ((NOT is_closed) AND (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.id = attachments.item) AND (i.published_at IS NOT NULL) AND (i.withdrawn_at IS NULL)))));
create policy keeper on meetings.attachments for all to sv_owner using true with check true;
create policy who_advises_reads on meetings.attachments for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.id = attachments.item) AND (i.sent_at IS NOT NULL) AND (((NOT attachments.is_closed) AND (NOT i.is_closed) AND (i.meeting = ANY (( SELECT meetings.advised_meetings() AS advised_meetings)::text[]))) OR (i.id = ANY (( SELECT meetings.shared_items() AS shared_items)::uuid[]))))));
create policy who_sits_there_reads on meetings.attachments for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.id = attachments.item) AND (i.meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[])))));
create policy keeper on meetings.calendar_keys for all to sv_owner using true with check true;
create policy own_keys on meetings.calendar_keys for select to sv_visitor using (person = ( SELECT identity.current_person() AS current_person));
create policy keeper on meetings.days for all to sv_owner using true with check true;
create policy with_its_meeting on meetings.days for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.meetings m
  WHERE (m.code = days.meeting)));
create policy keeper on meetings.deviations for all to sv_owner using true with check true;
create policy with_its_instance on meetings.deviations for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.instances i
  WHERE (i.code = deviations.instance)));
create policy keeper on meetings.files for all to sv_owner using true with check true;
create policy with_its_attachment on meetings.files for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.attachments a
  WHERE ((a.hash = files.hash) AND (a.withdrawn_at IS NULL))));
create policy keeper on meetings.foreseen_items for all to sv_owner using true with check true;
create policy with_its_item on meetings.foreseen_items for select to sv_visitor using ((EXISTS ( SELECT
   FROM meetings.foreseen_subjects f
  WHERE (f.id = foreseen_items.subject))) AND (EXISTS ( SELECT
   FROM meetings.items i
  WHERE (i.id = foreseen_items.item))));
create policy keeper on meetings.foreseen_subjects for all to sv_owner using true with check true;
create policy manager_reads on meetings.foreseen_subjects for select to sv_visitor using ((NOT is_closed) AND (( SELECT meetings.manager() AS manager) IS NOT NULL));
create policy who_prepares_reads on meetings.foreseen_subjects for select to sv_visitor using (instance = ANY (( SELECT meetings.prepared_instances() AS prepared_instances)::text[]));
create policy who_sits_there_reads on meetings.foreseen_subjects for select to sv_visitor using ((NOT is_closed) AND (instance = ANY (( SELECT meetings.own_instances() AS own_instances)::text[])));
create policy keeper on meetings.foreseen_versions for all to sv_owner using true with check true;
create policy with_its_subject on meetings.foreseen_versions for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.foreseen_subjects f
  WHERE (f.id = foreseen_versions.subject)));
create policy everyone_reads on meetings.grounds for select to sv_visitor using true;
create policy keeper on meetings.grounds for all to sv_owner using true with check true;
create policy everyone_reads_what_is_public on meetings.instances for select to sv_visitor using is_public;
create policy keeper on meetings.instances for all to sv_owner using true with check true;
create policy manager_reads on meetings.instances for select to sv_visitor using (( SELECT meetings.manager() AS manager) IS NOT NULL);
create policy who_advises_reads on meetings.instances for select to sv_visitor using (code = ANY (( SELECT meetings.advised_instances() AS advised_instances)::text[]));
create policy who_sits_there_reads on meetings.instances for select to sv_visitor using (code = ANY (( SELECT meetings.own_instances() AS own_instances)::text[]));
create policy keeper on meetings.invitations for all to sv_owner using true with check true;
create policy who_prepares_reads on meetings.invitations for select to sv_visitor using (meeting = ANY (( SELECT meetings.prepared_meetings() AS prepared_meetings)::text[]));
create policy everyone_reads_what_is_published on meetings.items for select to sv_visitor using ((published_at IS NOT NULL) AND (EXISTS ( SELECT
   FROM meetings.meetings m
  WHERE (m.code = items.meeting))));
create policy keeper on meetings.items for all to sv_owner using true with check true;
create policy who_advises_reads on meetings.items for select to sv_visitor using ((sent_at IS NOT NULL) AND (((NOT is_closed) AND (went_to IS NULL) AND (meeting = ANY (( SELECT meetings.advised_meetings() AS advised_meetings)::text[]))) OR (id = ANY (( SELECT meetings.shared_items() AS shared_items)::uuid[])) OR (went_to = ANY (( SELECT meetings.shared_items() AS shared_items)::uuid[]))));
create policy who_prepares_reads on meetings.items for select to sv_visitor using (meeting = ANY (( SELECT meetings.prepared_meetings() AS prepared_meetings)::text[]));
create policy who_sits_there_reads on meetings.items for select to sv_visitor using ((sent_at IS NOT NULL) AND (meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[])));
create policy keeper on meetings.meetings for all to sv_owner using true with check true;
create policy with_its_instance on meetings.meetings for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.instances i
  WHERE (i.code = meetings.instance)));
create policy keeper on meetings.namings for all to sv_owner using true with check true;
create policy manager_reads on meetings.namings for select to sv_visitor using (( SELECT meetings.manager() AS manager) IS NOT NULL);
create policy everyone_reads_what_is_published on meetings.papers for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.id = papers.item) AND (papers.version = i.published_version))));
create policy keeper on meetings.papers for all to sv_owner using true with check true;
create policy who_advises_reads on meetings.papers for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.id = papers.item) AND (papers.version >= i.sent_version) AND (((NOT i.is_closed) AND (i.meeting = ANY (( SELECT meetings.advised_meetings() AS advised_meetings)::text[]))) OR (i.id = ANY (( SELECT meetings.shared_items() AS shared_items)::uuid[]))))));
create policy who_prepares_reads on meetings.papers for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.id = papers.item) AND (i.meeting = ANY (( SELECT meetings.prepared_meetings() AS prepared_meetings)::text[])))));
create policy who_sits_there_reads on meetings.papers for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.id = papers.item) AND (papers.version >= i.sent_version) AND (i.meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[])))));
create policy keeper on meetings.places for all to sv_owner using true with check true;
create policy manager_reads on meetings.places for select to sv_visitor using (( SELECT meetings.manager() AS manager) IS NOT NULL);
create policy who_sits_there_reads on meetings.places for select to sv_visitor using (meeting IN ( SELECT m.code
   FROM meetings.meetings m
  WHERE (m.instance = ANY (( SELECT meetings.own_instances() AS own_instances)::text[]))));
create policy keeper on meetings.publishings for all to sv_owner using true with check true;
create policy with_its_meeting on meetings.publishings for select to sv_visitor using ((EXISTS ( SELECT
   FROM meetings.meetings m
  WHERE (m.code = publishings.meeting))) AND (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.meeting = publishings.meeting) AND (i.published_at IS NOT NULL)))));
create policy keeper on meetings.seats for all to sv_owner using true with check true;
create policy with_its_instance on meetings.seats for select to sv_visitor using (EXISTS ( SELECT
   FROM meetings.instances i
  WHERE (i.code = seats.instance)));
create policy keeper on meetings.sendings for all to sv_owner using true with check true;
create policy who_advises_reads on meetings.sendings for select to sv_visitor using ((meeting = ANY (( SELECT meetings.advised_meetings() AS advised_meetings)::text[])) AND ((meeting = ANY (( SELECT meetings.openly_sent() AS openly_sent)::text[])) OR (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.meeting = sendings.meeting) AND (i.id = ANY (( SELECT meetings.shared_items() AS shared_items)::uuid[])))))));
create policy who_plans_reads on meetings.sendings for select to sv_visitor using ((( SELECT meetings.manager() AS manager) IS NOT NULL) AND (meeting = ANY (( SELECT meetings.openly_sent() AS openly_sent)::text[])));
create policy who_sits_there_reads on meetings.sendings for select to sv_visitor using (meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]));
create policy keeper on meetings.shares for all to sv_owner using true with check true;
create policy who_sits_there_for_it_reads on meetings.shares for select to sv_visitor using ((taken_back_at IS NULL) AND ((instance, organisation) IN ( SELECT s.instance,
    s.organisation
   FROM meetings.seated_for() s(instance, organisation, acted_as))) AND meetings.share_stands(instance, organisation, at));
create policy keeper on meetings.term_mails for all to sv_owner using true with check true;
create policy everyone_reads on meetings.year_task_versions for select to sv_visitor using true;
create policy keeper on meetings.year_task_versions for all to sv_owner using true with check true;
create policy everyone_reads on meetings.year_tasks for select to sv_visitor using true;
create policy keeper on meetings.year_tasks for all to sv_owner using true with check true;
create policy everyone_reads on money.budget_lines for select to sv_visitor using true;
create policy keeper on money.budget_lines for all to sv_owner using true with check true;
create policy everyone_reads on money.grants for select to sv_visitor using true;
create policy keeper on money.grants for all to sv_owner using true with check true;
create policy everyone_reads_what_is_published on outcomes.approvals for select to sv_visitor using (EXISTS ( SELECT
   FROM outcomes.minute_publishings l
  WHERE (l.meeting = approvals.meeting)));
create policy keeper on outcomes.approvals for all to sv_owner using true with check true;
create policy who_sits_there_reads on outcomes.approvals for select to sv_visitor using (meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]));
create policy everyone_reads_what_is_published on outcomes.approved_items for select to sv_visitor using ((EXISTS ( SELECT
   FROM outcomes.minute_publishings l
  WHERE (l.meeting = approved_items.meeting))) AND (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.id = approved_items.item) AND (i.published_at IS NOT NULL)))));
create policy keeper on outcomes.approved_items for all to sv_owner using true with check true;
create policy who_sits_there_reads on outcomes.approved_items for select to sv_visitor using (meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]));
create policy keeper on outcomes.closures for all to sv_owner using true with check true;
create policy who_carries_it_reads on outcomes.closures for select to sv_visitor using (promise = ANY (( SELECT outcomes.carried() AS carried)::uuid[]));
create policy who_sits_there_reads on outcomes.closures for select to sv_visitor using (promise IN ( SELECT r.id
   FROM outcomes.promises r
  WHERE (r.meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]))));
create policy everyone_reads_what_is_published on outcomes.fixed_items for select to sv_visitor using ((EXISTS ( SELECT
   FROM outcomes.list_publishings l
  WHERE (l.meeting = fixed_items.meeting))) AND (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.id = fixed_items.item) AND (i.published_at IS NOT NULL)))));
create policy keeper on outcomes.fixed_items for all to sv_owner using true with check true;
create policy who_sits_there_reads on outcomes.fixed_items for select to sv_visitor using (meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]));
create policy everyone_reads_what_is_published on outcomes.fixings for select to sv_visitor using (EXISTS ( SELECT
   FROM outcomes.list_publishings l
  WHERE (l.meeting = fixings.meeting)));
create policy keeper on outcomes.fixings for all to sv_owner using true with check true;
create policy who_sits_there_reads on outcomes.fixings for select to sv_visitor using (meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]));
create policy keeper on outcomes.list_publishings for all to sv_owner using true with check true;
create policy with_its_meeting on outcomes.list_publishings for select to sv_visitor using ((EXISTS ( SELECT
   FROM meetings.meetings m
  WHERE (m.code = list_publishings.meeting))) AND (meeting = ANY (( SELECT outcomes.open_lists() AS open_lists)::text[])));
create policy keeper on outcomes.minute_publishings for all to sv_owner using true with check true;
create policy with_its_meeting on outcomes.minute_publishings for select to sv_visitor using ((EXISTS ( SELECT
   FROM meetings.meetings m
  WHERE (m.code = minute_publishings.meeting))) AND (meeting = ANY (( SELECT outcomes.open_minutes() AS open_minutes)::text[])));
create policy everyone_reads_what_is_published on outcomes.minutes for select to sv_visitor using ((EXISTS ( SELECT
   FROM outcomes.minute_publishings l
  WHERE (l.meeting = minutes.meeting))) AND (EXISTS ( SELECT
   FROM outcomes.approved_items a
  WHERE ((a.item = minutes.item) AND (a.version = minutes.version)))));
create policy keeper on outcomes.minutes for all to sv_owner using true with check true;
create policy who_sits_there_reads on outcomes.minutes for select to sv_visitor using (meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]));
create policy everyone_reads_what_is_published on outcomes.promises for select to sv_visitor using ((NOT is_closed) AND (EXISTS ( SELECT
   FROM outcomes.list_publishings l
  WHERE (l.meeting = promises.meeting))) AND (EXISTS ( SELECT
   FROM meetings.items i
  WHERE ((i.id = promises.item) AND (i.published_at IS NOT NULL)))));
create policy keeper on outcomes.promises for all to sv_owner using true with check true;
create policy who_carries_it_reads on outcomes.promises for select to sv_visitor using (id = ANY (( SELECT outcomes.carried() AS carried)::uuid[]));
create policy who_sits_there_reads on outcomes.promises for select to sv_visitor using (meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]));
create policy keeper on outcomes.proofs for all to sv_owner using true with check true;
create policy who_carries_it_reads on outcomes.proofs for select to sv_visitor using (promise = ANY (( SELECT outcomes.carried() AS carried)::uuid[]));
create policy who_sits_there_reads on outcomes.proofs for select to sv_visitor using (promise IN ( SELECT r.id
   FROM outcomes.promises r
  WHERE (r.meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]))));
create policy everyone_reads_what_is_published on outcomes.results for select to sv_visitor using ((EXISTS ( SELECT
   FROM outcomes.list_publishings l
  WHERE (l.meeting = results.meeting))) AND (EXISTS ( SELECT
   FROM outcomes.fixed_items f
  WHERE ((f.item = results.item) AND (f.version = results.version)))));
create policy keeper on outcomes.results for all to sv_owner using true with check true;
create policy who_sits_there_reads on outcomes.results for select to sv_visitor using (meeting = ANY (( SELECT meetings.own_meetings() AS own_meetings)::text[]));
create policy administrators_read on platform.load_parts for select to sv_visitor using ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy keeper on platform.load_parts for all to sv_owner using true with check true;
create policy administrators_read on platform.loads for select to sv_visitor using ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy keeper on platform.loads for all to sv_owner using true with check true;
create policy keeper on platform.migrations for all to sv_owner using true with check true;
create policy keeper on platform.pack_rows for all to sv_owner using true with check true;
create policy everyone_reads on platform.packs for select to sv_visitor using true;
create policy keeper on platform.packs for all to sv_owner using true with check true;
create policy keeper on progress.carriers for all to sv_owner using true with check true;
create policy professionals_read on progress.carriers for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on progress.judgements for all to sv_owner using true with check true;
create policy professionals_read on progress.judgements for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on progress.participations for all to sv_owner using true with check true;
create policy professionals_read on progress.participations for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on progress.photos for all to sv_owner using true with check true;
create policy professionals_read on progress.photos for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy everyone_reads on progress.quiet_time_changes for select to sv_visitor using true;
create policy keeper on progress.quiet_time_changes for all to sv_owner using true with check true;
create policy everyone_reads on progress.quiet_times for select to sv_visitor using true;
create policy keeper on progress.quiet_times for all to sv_owner using true with check true;
create policy keeper on progress.request_items for all to sv_owner using true with check true;
create policy own_items on progress.request_items for select to sv_visitor using (request IN ( SELECT r.id
   FROM progress.requests r
  WHERE (r.person = ( SELECT identity.current_person() AS current_person))));
create policy keeper on progress.requests for all to sv_owner using true with check true;
create policy own_requests on progress.requests for select to sv_visitor using (person = ( SELECT identity.current_person() AS current_person));
create policy keeper on progress.round_starts for all to sv_owner using true with check true;
create policy professionals_read on progress.round_starts for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy everyone_reads on progress.rounds for select to sv_visitor using true;
create policy keeper on progress.rounds for all to sv_owner using true with check true;
create policy keeper on progress.updates for all to sv_owner using true with check true;
create policy professionals_read on progress.updates for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
create policy keeper on proposals.addressees for all to sv_owner using true with check true;
create policy with_its_proposal on proposals.addressees for select to sv_visitor using ((EXISTS ( SELECT
   FROM proposals.proposals p
  WHERE (p.code = addressees.proposal))) AND ((instance IS NULL) OR (EXISTS ( SELECT
   FROM meetings.instances i
  WHERE (i.code = addressees.instance)))));
create policy keeper on proposals.answers for all to sv_owner using true with check true;
create policy with_its_view on proposals.answers for select to sv_visitor using (EXISTS ( SELECT
   FROM proposals.addressees a
  WHERE (a.id = answers.addressee)));
create policy keeper on proposals.condition_states for all to sv_owner using true with check true;
create policy with_its_view on proposals.condition_states for select to sv_visitor using (EXISTS ( SELECT
   FROM proposals.views v
  WHERE ((v.addressee = condition_states.addressee) AND (v.version = condition_states.view_version))));
create policy keeper on proposals.item_proposals for all to sv_owner using true with check true;
create policy with_its_item on proposals.item_proposals for select to sv_visitor using ((EXISTS ( SELECT
   FROM meetings.items i
  WHERE (i.id = item_proposals.item))) AND (EXISTS ( SELECT
   FROM proposals.proposals p
  WHERE (p.code = item_proposals.proposal))));
create policy everyone_reads_what_is_published on proposals.proposals for select to sv_visitor using (published_at IS NOT NULL);
create policy keeper on proposals.proposals for all to sv_owner using true with check true;
create policy who_is_on_the_route_reads on proposals.proposals for select to sv_visitor using (code = ANY (( SELECT proposals.readable() AS readable)::text[]));
create policy everyone_reads on proposals.route_steps for select to sv_visitor using true;
create policy keeper on proposals.route_steps for all to sv_owner using true with check true;
create policy keeper on proposals.steps for all to sv_owner using true with check true;
create policy with_its_proposal on proposals.steps for select to sv_visitor using (EXISTS ( SELECT
   FROM proposals.proposals p
  WHERE (p.code = steps.proposal)));
create policy keeper on proposals.texts for all to sv_owner using true with check true;
create policy with_its_proposal on proposals.texts for select to sv_visitor using (EXISTS ( SELECT
   FROM proposals.proposals p
  WHERE (p.code = texts.proposal)));
create policy keeper on proposals.views for all to sv_owner using true with check true;
create policy released_with_its_addressee on proposals.views for select to sv_visitor using ((released_at IS NOT NULL) AND (EXISTS ( SELECT
   FROM proposals.addressees a
  WHERE (a.id = views.addressee))));
create policy who_writes_or_releases_reads on proposals.views for select to sv_visitor using (addressee = ANY (( SELECT proposals.drafted() AS drafted)::uuid[]));
create policy keeper on proposals.words for all to sv_owner using true with check true;
create policy who_sits_there_reads on proposals.words for select to sv_visitor using (EXISTS ( SELECT
   FROM proposals.addressees a
  WHERE ((a.id = words.addressee) AND (a.instance = ANY (( SELECT meetings.own_instances() AS own_instances)::text[])))));
create policy everyone_reads on publications.announced_moments for select to sv_visitor using true;
create policy keeper on publications.announced_moments for all to sv_owner using true with check true;
create policy manager_moves on publications.announced_moments for insert to sv_visitor with check publications.announces(announcement);
create policy everyone_reads on publications.announcements for select to sv_visitor using true;
create policy keeper on publications.announcements for all to sv_owner using true with check true;
create policy manager_announces on publications.announcements for insert to sv_visitor with check (owner = ANY (( SELECT publications.announces_for() AS announces_for)::text[]));
create policy adviser_writes on publications.contexts for insert to sv_visitor with check publications.may_sign(report);
create policy everyone_reads_published on publications.contexts for select to sv_visitor using (publications.works_on(report) OR (EXISTS ( SELECT
   FROM publications.signatures s
  WHERE ((s.context = contexts.id) AND publications.is_public(s.report)))));
create policy keeper on publications.contexts for all to sv_owner using true with check true;
create policy accounts_that_are_there on publications.corrections for select to sv_visitor using ((kind = 'verantwoording'::text) AND (accounts.is_public(subject) OR accounts.works_on(subject)));
create policy adviser_corrects on publications.corrections for insert to sv_visitor with check ((kind = 'rapportage'::text) AND publications.may_correct(subject));
create policy bureau_corrects_account on publications.corrections for insert to sv_visitor with check ((kind = 'verantwoording'::text) AND accounts.may_correct(subject));
create policy bureau_corrects_nota on publications.corrections for insert to sv_visitor with check ((kind = 'nota'::text) AND hearings.may_correct(subject));
create policy keeper on publications.corrections for all to sv_owner using true with check true;
create policy notas_are_open on publications.corrections for select to sv_visitor using (kind = 'nota'::text);
create policy reports_that_are_there on publications.corrections for select to sv_visitor using ((kind = 'rapportage'::text) AND (publications.is_public(subject) OR publications.works_on(subject)));
create policy everyone_reads_published on publications.differences for select to sv_visitor using (publications.is_public(report) OR publications.works_on(report));
create policy keeper on publications.differences for all to sv_owner using true with check true;
create policy adviser_publishes on publications.files for insert to sv_visitor with check (publications.area_of_signing(report) = ANY (( SELECT publications.own_areas() AS own_areas)::text[]));
create policy everyone_reads_published on publications.files for select to sv_visitor using (publications.is_public(report) OR publications.works_on(report));
create policy keeper on publications.files for all to sv_owner using true with check true;
create policy account_is_entered on publications.ledger for insert to sv_visitor with check ((kind = 'verantwoording'::text) AND accounts.is_releasing(subject));
create policy corrector_enters on publications.ledger for insert to sv_visitor with check ((kind = 'correctie'::text) AND publications.is_correcting(subject));
create policy everyone_reads on publications.ledger for select to sv_visitor using true;
create policy keeper on publications.ledger for all to sv_owner using true with check true;
create policy recorder_enters on publications.ledger for insert to sv_visitor with check ((kind = 'besluit'::text) AND decisions.is_being_recorded(subject) AND starts_with(subject, 'B-'::text));
create policy releaser_enters on publications.ledger for insert to sv_visitor with check ((kind = 'nota'::text) AND hearings.nota_of_now(subject));
create policy signer_enters on publications.ledger for insert to sv_visitor with check ((kind = 'rapportage'::text) AND (publications.area_of_signing(subject) = ANY (( SELECT publications.own_areas() AS own_areas)::text[])));
create policy everyone_reads_published on publications.recomputations for select to sv_visitor using (publications.is_public(report) OR publications.works_on(report));
create policy keeper on publications.recomputations for all to sv_owner using true with check true;
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
create policy everyone_reads on publications.woo_categories for select to sv_visitor using true;
create policy keeper on publications.woo_categories for all to sv_owner using true with check true;
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
create policy keeper on strategy.matrix_refusals for all to sv_owner using true with check true;
create policy professionals_read on strategy.matrix_refusals for select to sv_visitor using ( SELECT identity.is_professional() AS is_professional);
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
create policy administrators_end_neighbourhoods on territory.team_neighbourhoods for update to sv_visitor using ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role) with check ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role);
create policy administrators_fill_neighbourhoods on territory.team_neighbourhoods for insert to sv_visitor with check (territory.is_kind(team, 'basisteam'::text) AND territory.is_kind(municipality, 'gemeente'::text) AND ( SELECT identity.has_role('functioneel-beheerder'::text) AS has_role));
create policy everyone_reads on territory.team_neighbourhoods for select to sv_visitor using true;
create policy keeper on territory.team_neighbourhoods for all to sv_owner using true with check true;
create policy everyone_reads on territory.tiles for select to sv_visitor using true;
create policy keeper on territory.tiles for all to sv_owner using true with check true;

grant select on accounts.accounts to sv_visitor;
grant select on accounts.area_files to sv_visitor;
grant select on accounts.clearances to sv_visitor;
grant select on accounts.differences to sv_visitor;
grant select on accounts.files to sv_visitor;
grant select on accounts.looks to sv_visitor;
grant select on accounts.pictures to sv_visitor;
grant select on accounts.questions to sv_visitor;
grant select on accounts.recomputations to sv_visitor;
grant select on accounts.releases to sv_visitor;
grant select on capacity.formation_rows to sv_visitor;
grant select on crime.counts to sv_visitor;
grant select on crime.differences to sv_visitor;
grant select on crime.example_sizes to sv_visitor;
grant select on crime.inhabitants to sv_visitor;
grant select on crime.key_figure_differences to sv_visitor;
grant select on crime.key_figure_releases to sv_visitor;
grant select on crime.key_figures to sv_visitor;
grant select on crime.load_orders to sv_visitor;
grant select on crime.notes to sv_visitor;
grant select on crime.population_differences to sv_visitor;
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
grant select on datacalls.mailed_conflicts to sv_visitor;
grant select on datacalls.mailings to sv_visitor;
grant select on datacalls.signatures to sv_visitor;
grant select on decisions.action_changes to sv_visitor;
grant select on decisions.condition_states to sv_visitor;
grant select on decisions.decisions to sv_visitor;
grant select on decisions.documents to sv_visitor;
grant select on decisions.effects to sv_visitor;
grant select on decisions.mandates to sv_visitor;
grant select on decisions.notes to sv_visitor;
grant select on decisions.taken_at to sv_visitor;
grant select on drafting.action_versions to sv_visitor;
grant select on drafting.actions to sv_visitor;
grant select on drafting.chapter_versions to sv_visitor;
grant select on drafting.chapters to sv_visitor;
grant select on drafting.clearances to sv_visitor;
grant select on drafting.enforcements to sv_visitor;
grant select on drafting.paragraph_versions to sv_visitor;
grant select on drafting.paragraphs to sv_visitor;
grant select on drafting.sets to sv_visitor;
grant select on drafting.settlements to sv_visitor;
grant select on drafting.signatures to sv_visitor;
grant select on drafting.templates to sv_visitor;
grant select on figures.contradiction_measurements to sv_visitor;
grant select on figures.contradictions to sv_visitor;
grant select on figures.documents to sv_visitor;
grant select on figures.imports to sv_visitor;
grant select on figures.indicator_parts to sv_visitor;
grant select on figures.indicators to sv_visitor;
grant select on figures.measurements to sv_visitor;
grant select on figures.survey_questions to sv_visitor;
grant select on figures.themes to sv_visitor;
grant select on figures.unresolved_value_indicators to sv_visitor;
grant select on figures.unresolved_values to sv_visitor;
grant select on governance.bodies to sv_visitor;
grant select on governance.body_powers to sv_visitor;
grant select on governance.body_topics to sv_visitor;
grant select on governance.composition_rules to sv_visitor;
grant select on governance.contact_versions to sv_visitor;
grant select on governance.principles to sv_visitor;
grant select on governance.working_group_seats to sv_visitor;
grant select on governance.working_groups to sv_visitor;
grant select on hearings.closures to sv_visitor;
grant select on hearings.entries to sv_visitor;
grant select on hearings.mailings to sv_visitor;
grant select on hearings.nota_files to sv_visitor;
grant select on hearings.notas to sv_visitor;
grant select on hearings.parties to sv_visitor;
grant select on hearings.points to sv_visitor;
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
grant select on levels.local_links to sv_visitor;
grant select on levels.local_priorities to sv_visitor;
grant select on levels.named_plan_priorities to sv_visitor;
grant select on levels.named_plans to sv_visitor;
grant select on levels.national_item_priorities to sv_visitor;
grant select on levels.national_items to sv_visitor;
grant select on levels.variant_reasons to sv_visitor;
grant select on meetings.answers to sv_visitor;
grant select on meetings.attachments to sv_visitor;
grant select on meetings.days to sv_visitor;
grant select on meetings.deviations to sv_visitor;
grant select on meetings.files to sv_visitor;
grant select on meetings.foreseen_items to sv_visitor;
grant select on meetings.foreseen_versions to sv_visitor;
grant select on meetings.grounds to sv_visitor;
grant select on meetings.instances to sv_visitor;
grant select on meetings.invitations to sv_visitor;
grant select on meetings.namings to sv_visitor;
grant select on meetings.papers to sv_visitor;
grant select on meetings.places to sv_visitor;
grant select on meetings.sendings to sv_visitor;
grant select on meetings.shares to sv_visitor;
grant select on meetings.year_tasks to sv_visitor;
grant select on money.budget_lines to sv_visitor;
grant select on money.grants to sv_visitor;
grant select on outcomes.approvals to sv_visitor;
grant select on outcomes.approved_items to sv_visitor;
grant select on outcomes.closures to sv_visitor;
grant select on outcomes.fixed_items to sv_visitor;
grant select on outcomes.fixings to sv_visitor;
grant select on outcomes.minutes to sv_visitor;
grant select on outcomes.proofs to sv_visitor;
grant select on outcomes.results to sv_visitor;
grant select on platform.load_parts to sv_visitor;
grant select on platform.loads to sv_visitor;
grant select on platform.packs to sv_visitor;
grant select on progress.carriers to sv_visitor;
grant select on progress.judgements to sv_visitor;
grant select on progress.participations to sv_visitor;
grant select on progress.photos to sv_visitor;
grant select on progress.quiet_times to sv_visitor;
grant select on progress.request_items to sv_visitor;
grant select on progress.round_starts to sv_visitor;
grant select on progress.rounds to sv_visitor;
grant select on progress.updates to sv_visitor;
grant select on proposals.addressees to sv_visitor;
grant select on proposals.answers to sv_visitor;
grant select on proposals.condition_states to sv_visitor;
grant select on proposals.item_proposals to sv_visitor;
grant select on proposals.route_steps to sv_visitor;
grant select on proposals.steps to sv_visitor;
grant select on proposals.texts to sv_visitor;
grant select on proposals.views to sv_visitor;
grant select on proposals.words to sv_visitor;
grant select on publications.announcements to sv_visitor;
grant select on publications.contexts to sv_visitor;
grant select on publications.corrections to sv_visitor;
grant select on publications.differences to sv_visitor;
grant select on publications.files to sv_visitor;
grant select on publications.ledger to sv_visitor;
grant select on publications.recomputations to sv_visitor;
grant select on publications.reports to sv_visitor;
grant select on publications.run_areas to sv_visitor;
grant select on publications.runs to sv_visitor;
grant select on publications.signatures to sv_visitor;
grant select on publications.woo_categories to sv_visitor;
grant select on search.entries to sv_visitor;
grant select on strategy.action_areas to sv_visitor;
grant select on strategy.action_indicators to sv_visitor;
grant select on strategy.action_participants to sv_visitor;
grant select on strategy.actions to sv_visitor;
grant select on strategy.focus_lines to sv_visitor;
grant select on strategy.links to sv_visitor;
grant select on strategy.matrix_cells to sv_visitor;
grant select on strategy.matrix_refusals to sv_visitor;
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
grant select on territory.team_neighbourhoods to sv_visitor;
grant select on territory.tiles to sv_visitor;
grant insert (account, alt, block, body, consent_until, credit, is_removed, kind, origin, part, picture, place, seq, title, version) on accounts.versions to sv_visitor;
grant insert (account, answered, asked, is_removed, question, version) on accounts.questions to sv_visitor;
grant insert (account, area, content, format, hash) on accounts.area_files to sv_visitor;
grant insert (account, content, format, hash) on accounts.files to sv_visitor;
grant insert (account, content, hash, height, media, width) on accounts.pictures to sv_visitor;
grant insert (account, hash, part, upto) on accounts.clearances to sv_visitor;
grant insert (account, is_example) on accounts.releases to sv_visitor;
grant insert (action, after, before, field, form_key, reason) on decisions.action_changes to sv_visitor;
grant insert (adopted_by, area, attended, body, closed_to, code, conditions, form_key, ground, is_public, knot_ground, remarks, reverses, taken_on, text, title) on decisions.decisions to sv_visitor;
grant insert (after, before, id, kind, reason, subject, title) on publications.corrections to sv_visitor;
grant insert (after, decision, hash, kind, model, seq, subject) on decisions.effects to sv_visitor;
grant insert (against, kind, line, note, value) on datacalls.mailed_conflicts to sv_visitor;
grant insert (announcement, at_time, form_key, is_off, on_day, reason, subject, version) on publications.announced_moments to sv_visitor;
grant insert (answer) on datacalls.signatures to sv_visitor;
grant insert (answer, answered_at, area, level, release, type, view) on crime.questions to sv_visitor;
grant insert (area, base_period, code, import, indicator, kind, leads, leads_because, margin_high, margin_low, note, period, printed, qualifier, respondents, sources, unit, value) on figures.measurements to sv_visitor;
grant insert (area, body, note, type, valid_from, valid_to, version) on crime.notes to sv_visitor;
grant insert (body, hash, kind, previous, seq, subject) on publications.ledger to sv_visitor;
grant insert (call, file_name, holder, id) on datacalls.imports to sv_visitor;
grant insert (code, division, ground, note, part, sources, valid_from, whole) on territory.memberships to sv_visitor;
grant insert (code, kind, known_on, known_on_estimated, line_count, short, title) on figures.documents to sv_visitor;
grant insert (code, kind, owner, period, title) on publications.announcements to sv_visitor;
grant insert (code, kind, owner, title, year) on accounts.accounts to sv_visitor;
grant insert (code, municipality, name, team, valid_from, wijk) on territory.team_neighbourhoods to sv_visitor;
grant insert (content, decision, hash) on decisions.documents to sv_visitor;
grant insert (content, format, hash, report) on publications.files to sv_visitor;
grant insert (context, report) on publications.signatures to sv_visitor;
grant insert (decision, item, meeting) on decisions.taken_at to sv_visitor;
grant insert (decision, party, seq, words) on decisions.notes to sv_visitor;
grant insert (document, file_hash, file_name, id) on figures.imports to sv_visitor;
grant insert (from_month, source_table) on crime.load_orders to sv_visitor;
grant insert (id, period) on publications.runs to sv_visitor;
grant insert (import, kind, line, note, undoes, value, version) on datacalls.answers to sv_visitor;
grant insert (report, text, version) on publications.contexts to sv_visitor;
grant select (account, acted_as, alt, at, block, body, consent_until, credit, entry, is_removed, kind, origin, part, picture, place, seq, title, version) on accounts.versions to sv_visitor;
grant select (account, acted_as, at, until, version) on accounts.windows to sv_visitor;
grant select (acted_as, action, area, at, choice, decided_on, due_on, id, is_example, lead, place, regional, target, title, version) on levels.variants to sv_visitor;
grant select (acted_as, action, at, chapter, id, paragraph, reply_to, text) on drafting.remarks to sv_visitor;
grant select (acted_as, address, adopted_on, at, id, is_example, period_from, period_to, plan, title, version) on levels.local_plan_versions to sv_visitor;
grant select (acted_as, announcement, at, at_time, is_off, on_day, reason, version) on publications.announced_moments to sv_visitor;
grant select (acted_as, answer, at, before, decided_on, district, partner, reason, start_position, theme, version) on levels.cell_versions to sv_visitor;
grant select (acted_as, asked_by, code, is_example, opened_at, plan, strategy, term_ends_on, text_address, text_name, text_on) on hearings.hearings to sv_visitor;
grant select (acted_as, at, basis, body, is_ready, item, organisation, version) on annotations.versions to sv_visitor;
grant select (acted_as, at, began_from, code, kind, owner, period_from, period_to, strategy, title) on drafting.drafts to sv_visitor;
grant select (acted_as, at, begins_on, code, ends_on, is_ended, name, reason, version) on progress.quiet_time_changes to sv_visitor;
grant select (acted_as, at, body, by_whom, code, is_withdrawn, month, reason, to_whom, version, what) on meetings.year_task_versions to sv_visitor;
grant select (acted_as, at, brought_by, code, decision, direction, finished_at, instance, is_example, published_at, result, result_note, route, route_name) on proposals.proposals to sv_visitor;
grant select (acted_as, at, due, id, is_closed, item, kind, meeting, number, organisation, text, title) on outcomes.promises to sv_visitor;
grant select (acted_as, at, effect, entry, hearing, id, party, place, point, text, text_after, text_before, version) on hearings.answers to sv_visitor;
grant select (acted_as, at, expires_at, id, kind, person, post, round) on progress.requests to sv_visitor;
grant select (acted_as, at, item, linked, priority, reason, version) on levels.national_links to sv_visitor;
grant select (area, code) on levels.local_plans to sv_visitor;
grant select (at, meeting) on meetings.publishings to sv_visitor;
grant select (at, meeting) on outcomes.list_publishings to sv_visitor;
grant select (at, meeting) on outcomes.minute_publishings to sv_visitor;
grant select (body, expires_at, id, is_example, put_at, recipient, reply_to, subject) on mail.outbox to sv_visitor;
grant select (closed_until, code, ground, id, is_closed, meeting, number, published_at, published_version, sent_at, sent_version, went_to, withdrawn_at, withdrawn_because) on meetings.items to sv_visitor;
grant select (code, instance) on meetings.meetings to sv_visitor;
grant select (deputy_for, id, instance, kind, organisation, title, valid_from, valid_to) on meetings.seats to sv_visitor;
grant select (ends_at, id, last_seen_at, person, started_at, way) on identity.sessions to sv_visitor;
grant select (id, instance, is_closed) on meetings.foreseen_subjects to sv_visitor;
grant select (id, made_at, person, post, revoked_at) on meetings.calendar_keys to sv_visitor;
grant select (id, organisation) on governance.contact_points to sv_visitor;
grant update (name, note) on territory.areas to sv_visitor;
grant update (state) on crime.releases to sv_visitor;
grant update (undone_at) on figures.imports to sv_visitor;
grant update (valid_to, withdrawn_on) on territory.memberships to sv_visitor;
grant update (valid_to, withdrawn_on) on territory.team_neighbourhoods to sv_visitor;
grant update (withdrawn_on) on figures.documents to sv_visitor;
grant update (withdrawn_on) on figures.measurements to sv_visitor;
