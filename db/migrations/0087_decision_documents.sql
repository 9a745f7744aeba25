-- A public decision as a document to read, as it was recorded: a web page, byte for byte. Names in it are those of that day.
-- What was recorded before this table has none.
create table decisions.documents (
  decision text primary key references decisions.decisions on delete restrict check (starts_with(decision, 'B-')),
  content text not null check (length(content) between 1 and 1000000),
  hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex'))
);
select platform.guard('decisions.documents');
-- Only what is public has one.
select platform.open_to_all('decisions.documents');
create policy with_its_decision on decisions.documents for insert to sv_visitor with check (decisions.is_being_recorded(decision));
grant insert (decision, content, hash) on decisions.documents to sv_visitor;
create trigger only_grows before update or delete on decisions.documents for each row execute function decisions.refuse_change();
create trigger never_emptied before truncate on decisions.documents for each statement execute function decisions.refuse_change();
