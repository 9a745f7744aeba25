-- Who publishes the open data of a region, under which licence, and where to ask: as the pack says. An empty object says nothing.
alter table platform.packs add column publication jsonb not null default '{}';
