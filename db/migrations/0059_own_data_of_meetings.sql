-- What is known of a person, with his seats in meetings, whether he came and the calendars he made. Otherwise as it was.
-- Everything that leads to a person, in one document; the keys are those of the inventory in own-data.ts.
create or replace function identity.data_of(of_person uuid) returns jsonb
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
$$;
