create schema mail;
grant usage on schema mail to sv_visitor;

-- Mails that wait for the sender loop. No request writes here: a domain's own definer function looks up the receiver itself
-- and calls mail.put, so that no fault in a page can send mail to an address of somebody's choice.
create table mail.outbox (
  id uuid primary key default gen_random_uuid(),
  recipient text not null,
  subject text not null,
  -- Emptied once the mail is sent, given up or too old: a link in it may open a session.
  body text,
  -- To an example person: shown on the mailbox page, never sent.
  is_example boolean not null,
  state text not null check (state in ('wacht', 'verstuurd', 'opgegeven', 'verlopen', 'voorbeeld')),
  put_at timestamptz not null,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  try_at timestamptz not null,
  sent_at timestamptz,
  check (is_example = (state = 'voorbeeld')),
  check ((body is null) = (state in ('verstuurd', 'opgegeven', 'verlopen')))
);
create index outbox_waiting on mail.outbox (try_at) where state = 'wacht';
select platform.guard('mail.outbox');

-- A mail to an example person concerns nobody. The mailbox page itself exists in example mode only.
create policy example_mails_are_read on mail.outbox for select to sv_visitor using (is_example);
grant select (id, recipient, subject, body, is_example, put_at, expires_at) on mail.outbox to sv_visitor;

create function mail.put(to_address text, mail_subject text, mail_body text, for_example boolean, until timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into mail.outbox (recipient, subject, body, is_example, state, put_at, expires_at, try_at)
  values (to_address, mail_subject, mail_body, for_example, case when for_example then 'voorbeeld' else 'wacht' end,
          platform.moment(), until, platform.moment())
$$;
revoke execute on function mail.put from public;
