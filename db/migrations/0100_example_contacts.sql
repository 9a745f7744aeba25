-- Points of contact to try the product with, from the region pack. The start puts them in the directory in example mode, and ends them outside it.
create table governance.example_contacts (
  code text primary key,
  organisation text not null references identity.organisations on delete restrict deferrable initially deferred,
  title text not null,
  subject text not null,
  telephone text,
  mailbox text,
  is_adviser boolean not null,
  withdrawn_on date
);
create index example_contacts_organisation on governance.example_contacts (organisation);
select platform.guard('governance.example_contacts');
