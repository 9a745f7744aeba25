/** Work that comes back every year: so many times, so long each. */
type Chore = {
  /** One of them and more of them: "ronde", "ronden". */
  readonly one: string
  readonly many: string
  readonly perYear: number
  readonly seconds: number
}

/** What keeping a part of the product up to date asks of the bureau in a year. */
export type Upkeep = {
  readonly title: string
  /** The addresses where it is done, as routes have them; whatever stands under one belongs to it. None: at the server. */
  readonly paths: readonly string[]
  readonly chores: readonly Chore[]
  /** How the numbers were come by. */
  readonly reckoned: string
}

/** A bureau of two hours a week has this many minutes a year. */
export const minutesOfBureau = 2 * 52 * 60

// The more precise address comes first. Measured is the update only (test/journeys/update.test.ts); all else is an estimate of one
// form, times how often the year calendar of the coalition asks for it.
export const upkeep: readonly Upkeep[] = [
  {
    title: 'De kalender van de updates',
    paths: ['/voortgang/kalender'],
    chores: [{ one: 'wijziging', many: 'wijzigingen', perYear: 2, seconds: 60 }],
    reckoned: 'Vier velden. Alleen als verkiezingen of vakanties verschuiven.',
  },
  {
    title: 'De ronden van de updates',
    paths: ['/voortgang'],
    chores: [{ one: 'ronde', many: 'ronden', perYear: 4, seconds: 600 }],
    reckoned: 'Een ronde begint vanzelf en mailt vanzelf. Tien minuten om de stand te lezen en na te bellen.',
  },
  {
    title: 'Hoe acties ervoor staan',
    paths: ['/mijn/voortgang', '/stand/:sleutel', '/acties/:code/wie'],
    chores: [
      { one: 'melding', many: 'meldingen', perYear: 120, seconds: 30 },
      { one: 'overdracht', many: 'overdrachten', perYear: 10, seconds: 60 },
    ],
    reckoned:
      'Dertig acties zonder eigen bureau, vier ronden. Een melding is gemeten op een telefoon: onder de dertig seconden.',
  },
  {
    title: 'Oordeel over een programma',
    paths: ['/programmas/:code/oordeel'],
    chores: [{ one: 'oordeel', many: 'oordelen', perYear: 30, seconds: 60 }],
    reckoned: 'Vijftien programma’s, twee keer per jaar, een keuze en een zin.',
  },
  {
    title: 'Besluiten',
    paths: ['/besluiten'],
    chores: [{ one: 'besluit', many: 'besluiten', perYear: 10, seconds: 300 }],
    reckoned: 'Vier vergaderingen met ieder twee of drie besluiten; het stuk is er al.',
  },
  {
    title: 'Overleggen die eindigen',
    paths: ['/opgeheven-overleggen'],
    chores: [{ one: 'afspraak', many: 'afspraken', perYear: 3, seconds: 60 }],
    reckoned: 'Eens in de twee jaar eindigt een overleg; van zes open afspraken wordt gezegd waar zij verdergaan.',
  },
  {
    title: 'Wijzigingen in acties',
    paths: ['/acties/:code/wijzigen'],
    chores: [{ one: 'wijziging', many: 'wijzigingen', perYear: 20, seconds: 120 }],
    reckoned: 'Eén op de tien lopende acties krijgt in een jaar een andere datum, trekker of zin.',
  },
  {
    title: 'Zienswijzen',
    paths: ['/zienswijzen'],
    chores: [
      { one: 'antwoord', many: 'antwoorden', perYear: 10, seconds: 480 },
      { one: 'ronde of nota', many: 'rondes of nota’s', perYear: 1, seconds: 600 },
    ],
    reckoned: 'Eens in de vier jaar veertig punten van raden en partners; hier per jaar.',
  },
  {
    title: 'Verantwoordingsstukken',
    paths: ['/verantwoordingsstukken'],
    chores: [
      { one: 'blok', many: 'blokken', perYear: 12, seconds: 900 },
      { one: 'vrijgave', many: 'vrijgaven', perYear: 2, seconds: 900 },
    ],
    reckoned: 'Eén jaarverslag en één jaarresultaten; cijfers worden aangewezen, niet getypt.',
  },
  {
    title: 'Rapportages',
    paths: ['/rapportages'],
    chores: [{ one: 'reeks', many: 'reeksen', perYear: 12, seconds: 120 }],
    reckoned: 'Eén knop per maand; de toelichting schrijft de adviseur van de gemeente.',
  },
  {
    title: 'Uitvragen',
    paths: ['/uitvragen'],
    chores: [
      { one: 'lijst mailen', many: 'lijsten mailen', perYear: 5, seconds: 300 },
      { one: 'antwoord nalezen', many: 'antwoorden nalezen', perYear: 20, seconds: 60 },
    ],
    reckoned: 'Herinneren gaat vanzelf.',
  },
  {
    title: 'Cijfers inlezen',
    paths: ['/beheer/inlezen'],
    chores: [{ one: 'bestand', many: 'bestanden', perYear: 4, seconds: 900 }],
    reckoned: 'Cijfers die niet vanzelf komen.',
  },
  {
    title: 'Leveringen',
    paths: ['/beheer/leveringen'],
    chores: [{ one: 'controle', many: 'controles', perYear: 12, seconds: 120 }],
    reckoned: 'Cijfers van de politie, inwoners en grenzen komen vanzelf; eens per maand kijken.',
  },
  {
    title: 'Basisteams',
    paths: ['/beheer/basisteams', '/beheer/basisteamwijken'],
    chores: [{ one: 'controle', many: 'controles', perYear: 1, seconds: 900 }],
    reckoned: 'Alleen als de politie haar indeling wijzigt.',
  },
  {
    title: 'Logboek lezen',
    paths: ['/beheer/logboek'],
    chores: [{ one: 'keer', many: 'keren', perYear: 12, seconds: 300 }],
    reckoned: 'Eén keer per maand, zoals de BIO vraagt.',
  },
  {
    title: 'De personenlijst',
    paths: [],
    chores: [{ one: 'lijst', many: 'lijsten', perYear: 12, seconds: 300 }],
    reckoned: 'Op de server, met één bestand.',
  },
  {
    title: 'Een plan maken',
    paths: ['/conceptplannen'],
    chores: [
      { one: 'hoofdstuk nalopen', many: 'hoofdstukken nalopen', perYear: 12, seconds: 1200 },
      { one: 'alinea', many: 'alinea’s', perYear: 40, seconds: 300 },
      { one: 'actie', many: 'acties', perYear: 60, seconds: 120 },
    ],
    reckoned: 'Eén plan per jaar, begonnen vanuit dat van vorig jaar. De helft van de acties verandert.',
  },
  {
    title: 'Vergaderingen',
    paths: [
      '/vergaderingen',
      '/gremia/:code/beginnen',
      '/gremia/:code/:gebied/zetels',
      '/gremia/:code/:gebied/samenstelling',
      '/gremia/:code/:gebied/onderwerpen',
    ],
    chores: [
      { one: 'vergadering', many: 'vergaderingen', perYear: 12, seconds: 600 },
      { one: 'agendapunt', many: 'agendapunten', perYear: 40, seconds: 300 },
      { one: 'zetel', many: 'zetels', perYear: 20, seconds: 60 },
      { one: 'regel van de jaarkalender', many: 'regels van de jaarkalender', perYear: 6, seconds: 60 },
      { one: 'voorzien onderwerp', many: 'voorziene onderwerpen', perYear: 30, seconds: 60 },
      { one: 'besluitenlijst en verslag', many: 'besluitenlijsten en verslagen', perYear: 12, seconds: 900 },
    ],
    reckoned:
      'Het college twee keer, het adviescollege en de driehoek vier tot zes keer. Een punt is één oplegnotitie. De besluitenlijst ontstaat tijdens de vergadering; het verslag is een alinea per punt.',
  },
  {
    title: 'De contactpunten',
    paths: ['/contactpunten'],
    chores: [{ one: 'contactpunt', many: 'contactpunten', perYear: 10, seconds: 60 }],
    reckoned: 'Elke organisatie houdt de eigen bij. Het bureau die van zichzelf, één keer per jaar.',
  },
  {
    title: 'Voorstellen en hun route',
    paths: ['/voorstellen'],
    chores: [
      { one: 'voorstel', many: 'voorstellen', perYear: 10, seconds: 600 },
      { one: 'stap', many: 'stappen', perYear: 40, seconds: 120 },
      { one: 'terugmelding', many: 'terugmeldingen', perYear: 50, seconds: 120 },
    ],
    reckoned:
      'Tien voorstellen per jaar langs vier stappen; de helft van de colleges stelt iets waarop een antwoord volgt.',
  },
  {
    title: 'De landelijke agenda',
    paths: ['/doorwerking/landelijk/:punt'],
    chores: [{ one: 'koppeling', many: 'koppelingen', perYear: 5, seconds: 120 }],
    reckoned: 'Alleen als de landelijke agenda of de strategie verandert.',
  },
  {
    title: 'De publicatiekalender',
    paths: ['/publicatiekalender'],
    chores: [{ one: 'aankondiging', many: 'aankondigingen', perYear: 8, seconds: 120 }],
    reckoned: 'Zes publicaties per jaar; twee verschuiven.',
  },
]

/** Where others than the bureau work, or somebody for himself. */
export const notOfBureau: readonly string[] = [
  '/inloggen',
  '/uitloggen',
  '/mijn/sessies',
  '/mijn/gegevens',
  '/open-vragen',
  // The adviser of a municipality.
  '/acties/:code/meedoen',
  '/acties/:code/varianten',
  '/veiligheidsplannen',
  '/vergaderingen/:code/punten/:punt/annotatie',
  // Whoever has a seat.
  '/vergaderingen/:code/punten/:punt/delen',
  // Whoever keeps the plan of a district.
  '/deelname/:district/uitvoeringsplan',
  '/veiligheidsbeelden/:code/duiding',
]

const pattern = (path: string) => new RegExp(`^${path.replace(/:[a-z]+/g, '[^/]+')}(/|$)`)
const ofOthers = notOfBureau.map(pattern)
const known = upkeep.flatMap((one) => one.paths.map((path) => [pattern(path), one] as const))

/** What keeping up the page at this address costs; null where the bureau keeps nothing up. */
export const upkeepAt = (path: string): Upkeep | null =>
  ofOthers.some((matches) => matches.test(path)) ? null : (known.find(([matches]) => matches.test(path))?.[1] ?? null)

export const minutesOf = ({ chores }: Pick<Upkeep, 'chores'>): number =>
  Math.round(chores.reduce((sum, { perYear, seconds }) => sum + perYear * seconds, 0) / 60)

export const minutesOfAll = (): number => upkeep.reduce((sum, one) => sum + minutesOf(one), 0)

const lasting = (seconds: number) => {
  if (seconds < 60) return `${seconds} seconden`
  const minutes = Math.round(seconds / 60)
  return minutes >= 120 ? `${minutes / 60} uur` : minutes === 1 ? '1 minuut' : `${minutes} minuten`
}

/** "4 ronden van 10 minuten". */
export const choreWords = ({ one, many, perYear, seconds }: Chore) =>
  `${perYear} ${perYear === 1 ? one : many} van ${lasting(seconds)}`
