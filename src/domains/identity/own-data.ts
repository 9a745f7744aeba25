/** What becomes of a kind of data when somebody has himself erased. */
export type AtErasure =
  | 'weg'
  /** It stays with the function it was done in: what was decided and accounted for must stay accountable (Archiefwet 1995, art. 3). */
  | 'onder-functie'

/** One kind of personal data: which columns hold it, and what the person is told of it (GDPR art. 15(1)). */
export type KeptData = {
  /** Its key in `identity.data_of`, and so in the file. */
  readonly key: string
  readonly name: string
  readonly columns: readonly string[]
  readonly why: string
  readonly howLong: string
  readonly ground: Ground
  readonly atErasure: AtErasure
  /** Where the person reads it himself. */
  readonly href?: string
}

/** Grounds of GDPR art. 6(1) that this product rests on. */
export type Ground = 'taak' | 'beveiliging'
export const groundWords: Readonly<Record<Ground, string>> = {
  taak: 'taak van algemeen belang (AVG, artikel 6, lid 1, onder e)',
  beveiliging: 'beveiliging bij die taak (AVG, artikel 6, lid 1, onder e, en artikel 32)',
}

/** Everything that is kept of a person. A test finds each column of the database that can lead to a person, and wants it here. */
export const keptData: readonly KeptData[] = [
  {
    key: 'persoon',
    name: 'Naam en mailadres van het werk',
    columns: ['identity.people.name', 'identity.people.email', 'identity.people.id'],
    why: 'om u te laten inloggen en te mailen',
    howLong: 'zolang u in de personenlijst staat',
    ground: 'taak',
    atErasure: 'weg',
  },
  {
    key: 'functies',
    name: 'Functies, rollen en gebieden',
    columns: ['identity.posts.person', 'identity.posts.id', 'identity.post_areas.post'],
    why: 'wat u hier mag, volgt uit uw functie',
    howLong: 'zolang u in de personenlijst staat; een functie die voorbij is, blijft tot u wordt gewist',
    ground: 'taak',
    atErasure: 'weg',
    href: '/mijn#functies',
  },
  {
    key: 'sessies',
    name: 'Waar u bent ingelogd',
    columns: ['identity.sessions.person'],
    why: 'om u ingelogd te houden',
    howLong: 'ten hoogste twaalf uur',
    ground: 'beveiliging',
    atErasure: 'weg',
    href: '/mijn#sessies',
  },
  {
    key: 'inlogmiddelen',
    name: 'Inloglinks en uw account bij een aanbieder',
    columns: ['identity.sign_in_links.person', 'identity.person_logins.person', 'identity.person_logins.subject'],
    why: 'om te weten dat u het bent',
    howLong: 'een link vijftien minuten; een account zolang u in de personenlijst staat',
    ground: 'beveiliging',
    atErasure: 'weg',
  },
  {
    key: 'mails',
    name: 'Mails aan u',
    columns: ['mail.outbox.recipient', 'mail.outbox.subject'],
    why: 'om te zien of een mail is aangekomen',
    howLong: 'de tekst tot de mail weg is; het onderwerp tot u wordt gewist',
    ground: 'taak',
    atErasure: 'weg',
  },
  {
    key: 'antwoorden_per_mail',
    name: 'Dat u per mail antwoordde',
    columns: ['mail.reply_addresses.person', 'mail.reply_addresses.post', 'mail.received.address'],
    why: 'om een mail één keer te verwerken; de mail zelf bewaren wij niet',
    howLong: 'tot u wordt gewist',
    ground: 'taak',
    atErasure: 'weg',
  },
  {
    key: 'open_vragen',
    name: 'Uw open vragen over cijfers',
    columns: ['crime.questions.person'],
    why: 'om u te mailen als een antwoord verandert',
    howLong: 'tot u wordt gewist',
    ground: 'taak',
    atErasure: 'weg',
    href: '/open-vragen',
  },
  {
    key: 'gevraagde_updates',
    name: 'Mails over hoe uw acties ervoor staan',
    columns: ['progress.requests.person', 'progress.requests.post'],
    why: 'om niemand twee keer hetzelfde te vragen',
    howLong: 'tot u wordt gewist',
    ground: 'taak',
    atErasure: 'weg',
    href: '/mijn/voortgang',
  },
  {
    key: 'meldingen',
    name: 'Wat u meldde over acties',
    columns: ['progress.updates.post'],
    why: 'om te verantwoorden hoe een actie ervoor stond',
    howLong: 'blijft in het archief van de coalitie',
    ground: 'taak',
    atErasure: 'onder-functie',
    href: '/mijn/voortgang',
  },
  {
    key: 'bijgehouden_acties',
    name: 'Acties die u bijhield',
    columns: ['progress.carriers.post', 'progress.carriers.deputy'],
    why: 'om te weten wie over een actie gaat',
    howLong: 'blijft in het archief van de coalitie',
    ground: 'taak',
    atErasure: 'onder-functie',
    href: '/mijn/voortgang',
  },
  {
    key: 'teksten_in_stukken',
    name: 'Teksten in verantwoordingsstukken',
    columns: ['accounts.versions.writer'],
    why: 'een ander dan de schrijver geeft een stuk vrij',
    howLong: 'blijft in het archief van de coalitie',
    ground: 'taak',
    atErasure: 'onder-functie',
  },
  {
    key: 'zienswijzen',
    name: 'Rondes en antwoorden bij zienswijzen',
    columns: ['hearings.hearings.person', 'hearings.answers.person'],
    why: 'een ander dan de schrijver geeft de nota vrij',
    howLong: 'blijft in het archief van de coalitie',
    ground: 'taak',
    atErasure: 'onder-functie',
    href: '/zienswijzen',
  },
  {
    key: 'agendasleutels',
    name: 'Adressen van uw agenda',
    columns: ['meetings.calendar_keys.person', 'meetings.calendar_keys.post'],
    why: 'om uw agenda in een ander programma te tonen',
    howLong: 'tot u wordt gewist',
    ground: 'taak',
    atErasure: 'weg',
  },
  {
    key: 'plaatsen_in_overleggen',
    name: 'Plaatsen in overleggen',
    columns: ['meetings.seats.post'],
    why: 'om te weten welke functie in een overleg zit',
    howLong: 'blijft in het archief van de coalitie',
    ground: 'taak',
    atErasure: 'onder-functie',
  },
  {
    key: 'adviseur_van',
    name: 'Zetels waarvoor u bent aangewezen als adviseur',
    columns: ['meetings.namings.post', 'meetings.namings.seat'],
    why: 'om te weten wie een annotatie schrijft',
    howLong: 'tot u wordt gewist',
    ground: 'taak',
    atErasure: 'weg',
  },
  {
    key: 'aanwezigheid',
    name: 'Uitnodigingen voor vergaderingen en uw antwoord',
    columns: ['meetings.answers.seat', 'meetings.invitations.seat'],
    why: 'om te weten welke zetels bezet zijn',
    howLong: 'blijft in het archief van de coalitie',
    ground: 'taak',
    atErasure: 'onder-functie',
  },
  {
    key: 'schriftelijke_rondes',
    name: 'Wat u in schriftelijke rondes liet weten',
    columns: ['proposals.words.seat'],
    why: 'om te weten wat de zetels van een overleg vonden',
    howLong: 'blijft in het archief van de coalitie',
    ground: 'taak',
    atErasure: 'onder-functie',
  },
  {
    key: 'logboek',
    name: 'Regels in het logboek',
    columns: ['identity.audit_log.person'],
    why: 'om na te gaan wie wat deed',
    howLong: 'blijft; niemand kan het logboek wijzigen',
    ground: 'beveiliging',
    atErasure: 'onder-functie',
  },
]

/** Columns that a search for personal data finds and that lead to nobody, each with why. */
export const leadsToNobody: readonly (readonly [column: RegExp, why: string])[] = [
  [/\.acted_as$/, 'the function and organisation somebody acted for, without a name'],
  [/^identity\.example_post/, 'invented, from the region pack'],
  [/^identity\.(sign_in_requests|erasures)\.|\.address_hash$/, 'a hash, of an address that may be nobody’s'],
  [/^mail\.received\.session$|^mail\.outbox\.reply_to$/, 'gone with the row of the person'],
  [/^datacalls\.answers\.by_mail$/, 'the address in mail.reply_addresses, which is gone with the person'],
  [/^(hearings\.hearings\.text_address|levels\.local_plan_versions\.address)$/, 'the web address of a document'],
  [/^crime\.question_mails\.mailed_at$/, 'a moment'],
  [/^publications\.ledger\.subject$/, 'the code of a publication'],
  [/^decisions\.effects\.subject$/, 'what a decision is about'],
  [/^proposals\.\w+\.addressee$/, 'the instance or organisation a step is before'],
  [/^meetings\.foreseen_\w+\.subject$/, 'what a body will speak of'],
  [/^(decisions\.ended_seats|meetings\.term_mails)\.seat$/, 'a seat that ended or will; its post stands with the seat'],
  [/^governance\.(contact_versions|example_contacts)\.(subject|mailbox)$/, 'of a function: a directory has no people'],
]

/** How many of a kind there are in the document of a person. */
export const amountOf = (data: OwnData, key: string): number => {
  const found = data[key]
  return Array.isArray(found) ? found.length : found ? 1 : 0
}

/** The document of `identity.data_of`: per kind one thing or a list of them. */
export type OwnData = Readonly<Record<string, unknown>>

export type ErasureRefusal = 'onbekend' | 'laatste-beheerder'
