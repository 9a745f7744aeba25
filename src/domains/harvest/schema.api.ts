import { z } from 'zod'
import { dayText } from '../../platform/web/resource'
import { type Collection, limits } from './ori'

const url = z.url()
const moment = z.iso.datetime()
const text = (limit: number) => z.string().min(1).max(limit)
/** A field that the standard does not have. */
const own = <Schema extends z.ZodType>(schema: Schema, description: string) =>
  schema.meta({ description, 'x-uitbreiding': true })

const reference = z.object({ id: text(limits.id), url }).meta({ description: 'Naar een ander object.' })
const one = {
  id: text(limits.id).meta({ description: 'Verandert nooit.' }),
  url: url.meta({ description: 'Het adres van dit object.' }),
}
const addresses = z.array(url)

const woo = own(
  z.object({ naam: z.string(), url, artikel: z.string() }).optional(),
  'De informatiecategorie van de Woo, zoals de regio de wet leest, met de term van TOOI.',
)
const dated = {
  openbaarSinds: own(dayText.optional(), 'De dag waarop het openbaar is gemaakt.'),
  gewijzigdOp: own(moment, 'Wanneer er het laatst iets openbaars aan veranderde.'),
  wooInformatiecategorie: woo,
}
const page = own(url, 'De pagina voor mensen.')
const isExample = own(z.boolean().optional(), 'Of het verzonnen is, om het product te laten zien.')
const besluiten = own(addresses, 'De openbare besluiten die hierbij horen.')
const toezeggingen = own(addresses, 'De openbare afspraken en toezeggingen die hierbij horen.')

const gremiumFields = {
  gremiumidentificatie: text(limits.gremiumidentificatie),
  gremiumnaam: text(limits.naam),
}

const gremium = z
  .object({
    ...one,
    ...gremiumFields,
    niveau: own(z.string().optional(), 'Op welk niveau het vergadert.'),
    gebied: own(z.object({ code: z.string(), naam: z.string() }).optional(), 'Het gebied waarvoor het vergadert.'),
    bovenliggendGremium: own(reference.optional(), 'Het gremium waarvan dit het overleg van één gebied is.'),
    geldigVanaf: own(dayText.optional(), 'Vanaf wanneer het bestaat, voor zover bekend.'),
    geldigTot: own(dayText.optional(), 'Tot wanneer het bestond.'),
    isVoorbeeld: isExample,
  })
  .meta({ description: 'Een gremium, of het overleg ervan in één gebied.' })

const vergadering = z
  .object({
    ...one,
    naam: text(limits.naam),
    vergaderingstype: z.enum([
      'raadsvergadering',
      'commissievergadering',
      'presidium',
      'statenvergadering',
      'algemene_bestuursvergadering',
    ]),
    status: z.enum(['gepland', 'gehouden', 'geannuleerd']),
    geplandeVergaderdatum: dayText,
    vergaderdatum: dayText.optional().meta({ description: 'Alleen als zij gehouden is.' }),
    vergadertoelichting: z.string().optional().meta({ description: 'Waarom zij verzet of afgelast is.' }),
    georganiseerdDoorGremium: z.object(gremiumFields),
    agendapunten: addresses,
    bijlagen: addresses.meta({ description: 'De besluitenlijst en het verslag.' }),
    notulen: reference.optional(),
    informatieobject: reference.optional().meta({ description: 'Hetzelfde als notulen, onder de naam van mini-ORI.' }),
    publicatiedatum: dayText
      .optional()
      .meta({ description: 'De dag waarop er het laatst iets van openbaar is gemaakt.' }),
    wijzigingsdatum: dayText,
    laatsteVergaderdatum: own(dayText.optional(), 'De laatste dag, van een vergadering van meer dagen.'),
    gremium: own(reference, 'Het gremium dat vergadert.'),
    besluiten,
    toezeggingen,
    webpagina: page,
    isVoorbeeld: isExample,
    ...dated,
  })
  .meta({ description: 'Een vergadering: de dag en wat er openbaar van is. Zonder tijd en plaats.' })

const agendapunt = z
  .object({
    ...one,
    vergadering: reference,
    agendapuntvolgnummer: text(limits.agendapuntvolgnummer),
    agendapuntKenmerk: text(limits.agendapuntKenmerk),
    agendapuntTitel: text(limits.agendapuntTitel),
    agendapuntOmschrijving: z
      .string()
      .optional()
      .meta({ description: 'Wat er gevraagd is; daarvoor de hele titel, als die niet past.' }),
    indicatorBesloten: z.boolean(),
    indicatorBehandeld: z.boolean().optional().meta({ description: 'Bekend zodra de besluitenlijst openbaar is.' }),
    informatieobjecten: addresses,
    soort: own(z.string(), 'Waarvoor het op de agenda staat.'),
    uitkomst: own(
      z
        .object({ soort: z.string(), toelichting: z.string().optional(), aangehoudenTot: reference.optional() })
        .optional(),
      'Hoe het punt afliep, uit de openbare besluitenlijst.',
    ),
    besluiten,
    toezeggingen,
    webpagina: page,
    ...dated,
  })
  .meta({ description: 'Een openbaar punt van een agenda.' })

const informatieobject = z
  .object({
    ...one,
    informatieobjecttype: z
      .enum([
        'vraag',
        'antwoord',
        'motie',
        'besluitvormingsstuk',
        'ingekomen_stuk',
        'toezegging',
        'mededeling',
        'amendement',
        'voorstel',
      ])
      .optional(),
    titel: text(limits.titel),
    auteur: text(limits.auteur).optional().meta({ description: 'Een functie of organisatie, nooit een naam.' }),
    creatiedatum: dayText.optional(),
    versie: text(limits.versie).optional(),
    taal: z.string().max(20).optional(),
    inhoud: z.string().optional().meta({ description: 'De tekst, van wat wij als tekst bewaren.' }),
    link: url,
    vergaderingen: z.array(reference),
    agendapunten: z.array(reference),
    genotuleerdeVergadering: url.optional(),
    vertrouwelijkheidsaanduiding: z.string(),
    register: own(
      z.enum(['agendastukken', 'besluitenlijsten', 'verslagen', 'besluiten', 'toezeggingen', 'voorstellen']),
      'In welk register het staat.',
    ),
    goedgekeurdIn: own(reference.optional(), 'De vergadering die het verslag goedkeurde.'),
    bestandsnaam: own(z.string().optional(), 'Zoals het bestand is ontvangen.'),
    mimetype: own(z.string(), 'Wat er achter de link staat.'),
    bestandsomvang: own(z.number().int().optional(), 'In bytes.'),
    sha256: own(
      z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
      'Het controlegetal van het bestand: een ander bestand heeft een ander getal.',
    ),
    isVoorbeeld: isExample,
    ...dated,
  })
  .meta({
    description: 'Een openbaar stuk: oplegnotitie, bijlage, besluitenlijst, verslag, besluit, toezegging of voorstel.',
  })

const besluit = z
  .object({
    ...one,
    besluitresultaat: text(limits.besluitresultaat),
    besluittoelichting: text(limits.besluittoelichting),
    tekst: own(z.string(), 'Wat er is besloten, helemaal.'),
    datumBesluit: own(dayText, 'De dag waarop het is genomen.'),
    grond: own(z.string(), 'De wet of de afspraak waar het op rust.'),
    vaststellers: own(z.array(z.string()), 'Wie het vaststelden, als functie.'),
    aanwezigen: own(z.array(z.string()), 'Wie er nog meer waren, als functie.'),
    aantekening: own(
      z.string().optional(),
      'Met aantekening van wie, en waarover; daarna wat er verder bij is opgemerkt.',
    ),
    voorwaarden: own(z.string().optional(), 'De voorwaarden.'),
    gremium: own(reference.optional(), 'Het gremium dat besloot.'),
    vergadering: own(reference.optional(), 'De vergadering waarin het is genomen.'),
    agendapunt: own(reference.optional(), 'Het agendapunt waarbij het is genomen.'),
    informatieobject: own(reference, 'Het stuk van dit besluit.'),
    draaitTerug: own(reference.optional(), 'Het besluit dat dit besluit terugdraait.'),
    teruggedraaidDoor: own(reference.optional(), 'Het besluit dat dit terugdraaide.'),
    webpagina: page,
    isVoorbeeld: isExample,
    ...dated,
  })
  .meta({ description: 'Een openbaar besluit, met de vergadering en het agendapunt.' })

const toezegging = z
  .object({
    ...one,
    soort: z.string().meta({ description: 'Afspraak of toezegging.' }),
    omschrijving: z.string(),
    verantwoordelijke: z.object({
      functie: z.string(),
      organisatie: z.object({ code: z.string(), naam: z.string() }),
    }),
    datum: dayText.meta({ description: 'De dag van de vergadering.' }),
    vergadering: reference,
    agendapunt: reference,
    informatieobject: reference.meta({ description: 'Dezelfde toezegging als stuk, zoals de standaard haar kent.' }),
    ...dated,
  })
  .meta({
    description:
      'Wat een functie afsprak of toezegde, uit een openbare besluitenlijst. Of het gedaan is, staat er niet bij.',
    'x-uitbreiding': true,
  })

type Kind = {
  /** The name of the schema in the standard. */
  readonly schema: string
  readonly title: string
  readonly object: z.ZodObject
}

/** The shape of each kind of object: the fields of Open Raadsinformatie that we have, and ours, marked as such. */
export const kinds: Readonly<Record<Collection, Kind>> = {
  gremia: { schema: 'Gremium', title: 'Gremia', object: gremium },
  vergaderingen: { schema: 'Vergadering', title: 'Vergaderingen', object: vergadering },
  agendapunten: { schema: 'Agendapunt', title: 'Agendapunten', object: agendapunt },
  informatieobjecten: { schema: 'InformatieObject', title: 'Informatieobjecten', object: informatieobject },
  besluiten: { schema: 'Besluit', title: 'Het register van besluiten', object: besluit },
  toezeggingen: { schema: 'Toezegging', title: 'Het register van afspraken en toezeggingen', object: toezegging },
}
