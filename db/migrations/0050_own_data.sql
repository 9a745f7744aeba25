-- What is known of a person: he sees it, takes it with him, and has it erased (GDPR art. 15, 17 and 20).

-- Who was erased: a hash of the address, so that an older list of people does not bring him back. Nothing else stands with it.
create table identity.erasures (
  address_hash text primary key check (address_hash ~ '^[0-9a-f]{64}$'),
  erased_on date not null
);
select platform.guard('identity.erasures');

create function identity.hash_of_address(address text) returns text
  language sql immutable set search_path = pg_catalog, pg_temp as $$
  select encode(sha256(convert_to(lower(address), 'UTF8')), 'hex')
$$;

-- Everything that leads to a person, in one document; the keys are those of the inventory in own-data.ts.
create function identity.data_of(of_person uuid) returns jsonb
  language sql stable set search_path = pg_catalog, pg_temp as $$
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
    'logboek', (select coalesce(jsonb_agg(jsonb_build_object('op', l.at, 'wat', l.event, 'waarvan', l.object, 'uitkomst', l.outcome,
                   'functie', l.acted_as) order by l.at, l.id), '[]') from identity.audit_log l where l.person = of_person))
$$;
revoke execute on function identity.data_of from public;

-- The same of the signed-in person, to himself. Null for whoever is not signed in.
create function identity.own_data() returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select identity.data_of(identity.current_person()) where identity.current_person() is not null
$$;

-- Erases a person: his name, address, posts, sessions, means to sign in, mails and questions. What was written under a function
-- stays with that function, for what was decided and accounted for must stay accountable (Archiefwet 1995, art. 3; GDPR art. 17(3)(b)
-- and (d)); the number of the person in it leads to nobody any more. `refused` says why not, null when it was done.
create function identity.erase(of_person uuid, as_what text, in_request text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;
revoke execute on function identity.erase from public;

create function identity.erase_own(in_request text) returns text
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  select identity.erase(identity.current_person(), 'eigen gegevens gewist', in_request)
$$;
