-- Some organisations are a name for all municipalities together: what they lead binds each of them.
alter table identity.organisations add column stands_for text check (stands_for in ('alle gemeenten'));
