-- Under which category of the Wet open overheid (article 3.3) each kind of publication falls, as the region reads it, and how long it
-- is kept by its selection list. From the region pack: the law leaves this to who publishes.
create table publications.woo_categories (
  -- The kind of publication, as the log names it; `agenda` for the open items of a meeting.
  code text primary key check (code in ('besluit', 'agenda', 'rapportage', 'verantwoording', 'nota', 'correctie')),
  label text not null,
  -- The term of the value list of TOOI.
  uri text not null check (uri ~ '^https://identifier\.overheid\.nl/tooi/def/thes/kern/c_[0-9a-f]{8}$'),
  article text not null,
  -- Kept for ever or not; null until the region chose.
  valuation text check (valuation in ('B', 'V')),
  selection_list text,
  check ((valuation is null) = (selection_list is null)),
  sources text[] not null,
  withdrawn_on date
);
select platform.guard('publications.woo_categories');
select platform.open_to_all('publications.woo_categories');
