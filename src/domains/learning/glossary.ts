import type { Term } from './term'

/** A word that only the code has, with the Dutch that stands on screen for it. */
type OwnWord = readonly [english: string, dutch: string, meaning: string]

// By subject, in the order of the house: the basis first, then domain by domain.
const ownWords: readonly OwnWord[] = [
  ['ask', '', 'one request as a page sees it: what was asked, by whom, on which day'],
  ['visitor', 'bezoeker', 'whoever asks, with or without a session; also the database role whose rows exist'],
  ['owner, keeper', '', 'the database role that owns all tables; the policy that lets it through'],
  ['purpose', 'doel', 'the ground on which an address shows or changes anything'],
  ['audit event', 'logboekregel', 'what an address writes in the audit log'],
  ['resource', 'tabel', 'one kind of thing the API gives: list, item, files and description in one declaration'],
  ['pack, region pack', 'regiopakket', 'the folder of files a region is loaded from'],
  ['take', '', 'to let the pack win where the product was edited too'],
  ['withdrawn', 'vervallen', 'no longer in the pack: out of every list, its address stays'],
  ['validity, valid on', 'geldig van en tot', 'half-open days in which something holds; a day to look at them'],
  ['source, lines', 'bron, regels', 'a source document and the lines where something was read'],
  ['entry, hit, facet', 'antwoord, soort', 'what can be found; what answers a question; one kind among the answers'],
  ['close', 'lijkt erop', 'found because a typing error was forgiven'],
  [
    'composition rule, deviation',
    'samenstellingsregel, afwijking',
    'whom a body asks in each of its instances; that it is otherwise, with why and until when',
  ],
  ['point of contact', 'contactpunt', 'whom to ring at an organisation about a subject: a function, never a person'],
  ['party', 'partij', 'whoever can lead or take part: an organisation, a body or a working group'],
  ['organisation', 'organisatie', 'a municipality, the police, the prosecutor, a bureau or another partner'],
  ['post', 'functie', 'a person’s place in an organisation for a time; every right follows from it'],
  ['professional', 'partner', 'somebody with a post that runs today'],
  ['area', 'gebied', 'a municipality, district, region, neighbourhood or the area of others'],
  ['division', 'indeling', 'a way of dividing: in one division an area is part of one whole at a time'],
  ['membership', 'deel van', 'that one area is part of another in a division'],
  ['change, settlement', 'gebiedswijziging', 'one area went over into another; a settled change ends what it must end'],
  [
    'outline, boundaries',
    'grenzen',
    'areas as a map draws them: rings on a grid of whole numbers, simplified together',
  ],
  ['tile', 'tegel', 'the place of a municipality on the map'],
  ['indicator', 'indicator', 'what is counted: definition, unit, direction, caveats'],
  ['measurement, mention', 'meting, vermelding', 'one place where a source prints a number'],
  ['leading mention', 'leidend', 'of all mentions of one number the one that counts'],
  ['qualifier', 'grens', 'how exact a source is: about, more than, at least'],
  ['known on, recorded at', 'bekend op, vastgelegd op', 'when a number was published; when it was stored here'],
  ['import', 'ingelezen bestand', 'a file of figures that became a source document, and can be taken back'],
  ['mapping', 'welke kolom is wat', 'which column of a file is which of ours'],
  ['contradiction', 'tegenspraak', 'two sources that print different numbers for one thing'],
  ['unresolved value', 'onherleidbare waarde', 'a number of which the source lost the meaning'],
  ['derived figure', 'afgeleid cijfer', 'a figure computed from others, shown with formula and inputs'],
  ['judgeability', 'doel en toeval', 'whether the change a target asks can be told from chance'],
  ['crime type', 'misdrijfsoort', 'a kind of crime as the police count it; 0.0.0 is all of them'],
  ['count', 'misdrijfcijfer', 'the registered crimes of one type, in one area, in one month'],
  ['open question', 'open vraag', 'a view of the safety pictures of which somebody hears when the answer changes'],
  [
    'loader',
    'laden',
    'what asks a source elsewhere for figures, inhabitants, key figures or boundaries, part after part',
  ],
  ['release', 'levering', 'one publication of a source, kept whole: nothing is overwritten'],
  ['note, explanation', 'duiding', 'what a local adviser says about the figures of his area, in versions'],
  ['revision', 'herziening', 'a value that a figure had, since one release, until another'],
  [
    'late, step',
    'nog niet af',
    'a month that still grows by what is registered late; how much counts grow per release',
  ],
  [
    'merger view',
    'indeling van toen, huidige indeling',
    'how a change of the division shows in the figures of an area',
  ],
  ['picture', 'veiligheidsbeeld', 'the registered crime of one area, with what it does and does not say'],
  ['example figures', 'voorbeeldcijfers', 'invented counts, marked everywhere, gone with the first real release'],
  ['inhabitants, residents', 'inwoners', 'who lived somewhere on a reference day; what a rate is divided by'],
  [
    'key figure',
    'kerncijfer',
    'what CBS says of an area in a year, as households or homes: what a crime figure is read beside, and never divided by',
  ],
  ['standing', 'hoger, lager, vergelijkbaar', 'how a municipality stands beside what is expected of its size'],
  [
    'deed',
    'actie of resultaat',
    'what was agreed or reported about an area and subject, beside its counts, never as cause',
  ],
  ['outlook', 'kans op een doel', 'what a year will probably come to, and the chance that an agreed limit is kept'],
  ['margin', 'marge', 'between which limits the number of all people lies when only some were asked'],
  ['respondents', 'deelnemers', 'how many people answered a survey'],
  ['perception, survey', 'wat mensen zeggen, enquête', 'answers of people, beside what the police registered'],
  ['funnel', 'trechtergrafiek', 'a rate against a size, with the limits within which it falls by chance'],
  ['data call', 'uitvraag', 'the yearly list of figures that no open source holds, asked of whoever has them'],
  [
    'line, block',
    'gevraagd cijfer, kopje',
    'one figure that is asked, with definition and counting rule; the lines under one heading',
  ],
  [
    'reply address, token',
    'adres om op te antwoorden',
    'where one mail of ours is answered: signed by us, for one post, until a day',
  ],
  ['mailing', 'gemaild', 'a list of a data call that was sent to the people of its holder'],
  ['holder', 'houder', 'the organisation that has a figure, fills it in and signs for it'],
  ['answer, version', 'antwoord, versie', 'what a holder says for a line; a later one is added and replaces nothing'],
  ['hole', 'wat ontbreekt', 'a line without a published or signed number'],
  [
    'report, draft',
    'rapportage, concept',
    'the figures of an area over six or twelve months; a draft until it is signed',
  ],
  ['run', 'ronde', 'one time that the drafts of all areas are made'],
  ['context', 'toelichting', 'what the adviser of an area writes with a report'],
  ['edition', '', 'a report with everything around its figures, as it is printed'],
  ['recompute', 'narekenen', 'to ask every figure of a report again, as of its own date'],
  [
    'ledger, entry',
    'logboek van publicaties, regel',
    'what was published, in a chain of hashes; one publication in it',
  ],
  ['checkpoint, seal', 'controlepunt', 'an entry signed outside the database; the key and the file that do it'],
  [
    'decision, effect',
    'besluit, gevolg',
    'what a body decided by consensus; what it changed, carried out as it was written down',
  ],
  [
    'note, knot',
    'aantekening, knoop',
    'what somebody had written down with his agreement; that the regional mayor decided',
  ],
  ['condition', 'voorwaarde', 'one line of what a decision or a view asks, with in versions whether it was met'],
  ['grant', 'toekenning', 'money that a body gives by decision, with that as its source'],
  ['outcome, course', 'uitkomst, verloop', 'how an item of a meeting ended; the page on which that is written down'],
  [
    'decision list, minutes',
    'besluitenlijst, verslag',
    'what came of each item, fixed; what was discussed, approved later',
  ],
  [
    'agreement, proof, closure',
    'afspraak, gedaan, gesloten',
    'what a function will do; that it was done; that it returns no more',
  ],
  ['adoption, frozen plan', 'vaststelling', 'a plan adopted by a decision, kept as it was then under its hash'],
  ['reversal', 'terugdraaien', 'a decision that undoes what another one did'],
  ['mandate', 'mandaat', 'what somebody may change without a decision, before and after adoption'],
  ['change of an action', 'toen en nu', 'what stood in an action and what stands there now, with why'],
  ['relying', 'steunt op', 'a publication that holds a figure'],
  [
    'account, block',
    'verantwoordingsstuk, blok',
    'what the coalition answers for over a year; one text, story or list of figures in it, in versions',
  ],
  ['part, clearance', 'deel, vrijgeven', 'who answers for a block; that he agrees with his blocks as they are'],
  ['release of an account', 'uitbrengen', 'that a second person makes an account public, with its bytes kept'],
  ['page of an area', 'pagina per gemeente', 'one A4 of an account with the figures of one municipality or district'],
  ['window, look', 'inzage vooraf', 'the days in which each municipality sees its own page first; that somebody did'],
  ['announcement, move', 'aankondiging, verplaatsen', 'what will be published and when; that it moved, and why'],
  ['correction', 'correctie', 'what is corrected in a publication afterwards, beside it and never in it'],
  ['reference, bound figure', 'verwijzing, cijfer', 'a figure that a text names and never types; what it leads to'],
  [
    'update',
    'melding van de stand',
    'what somebody says of an action: a status, a sentence, maybe evidence; it replaces nothing',
  ],
  ['saying', '', 'an update on its way in, or that an action stands as it stood'],
  ['carrier', 'wie bijhoudt', 'the post that keeps an action up to date for its lead, and the deputy who stands in'],
  ['round of updates', 'updateronde', 'one question a quarter to each post about all its actions'],
  ['quiet time', 'stille tijd', 'days on which nobody is mailed about his actions'],
  ['freshness', '', 'how many actions of a programme somebody spoke of this quarter'],
  ['signature', 'handtekening', 'that somebody stands for an answer on behalf of its holder'],
  ['task', 'wat op u wacht', 'the lines of one holder in one data call'],
  [
    'import, undoing',
    'inlezen, terugdraaien',
    'a file of answers that was read in; to take it back as far as that still can be done',
  ],
  ['priority state', 'stand', 'where a priority is in its life: active, followed, reactive, handed over, closed'],
  ['programme', 'programma', 'a theme, programme or project within a plan'],
  ['lead, participant', 'trekker, deelnemer', 'the party that leads an action; the parties that take part'],
  ['promise', 'belofte', 'what one or more rows of a plan promise: repeated, it still is one'],
  ['link, ground', 'koppeling, grond', 'a joint of the chain; whether a source says so or we read it that way'],
  ['chain, coverage', 'keten, dekking', 'figure, priority, plan, action, result; of how many a joint is known'],
  ['matrix cell', '', 'whether a partner takes part in a theme of a district plan'],
  ['body, ladder', 'gremium', 'a meeting or college in which the partners steer; all of them by level'],
  ['power', 'bevoegdheid', 'what a body may do, with the days it holds'],
  ['topic', 'onderwerp', 'a subject and the level it belongs at'],
  ['turning point', 'wat er veranderde', 'a day on which something in the order ended'],
  [
    'seat',
    'zetel',
    'a place in a working group, as agreed or as filled; or in an instance, of a function of an organisation, for a time: rights follow from it',
  ],
  [
    'proposal, route, step',
    'voorstel, route, stap',
    'something brought that goes along instances, as rows of the region say',
  ],
  ['addressee', 'bij wie', 'an instance or municipality that a step is before'],
  [
    'stance, release',
    'zienswijze, vrijgeven',
    'what an instance says of a proposal; what its chair does so that others see it',
  ],
  ['told back', 'teruggemeld', 'what was done with what an instance said, and why'],
  ['written round, word', 'schriftelijke ronde, akkoord', 'what seats say until a day, without meeting'],
  ['principle', 'beginsel', 'what the partners hold to'],
  ['term', 'begrip', 'a word of the field: every row of the first table'],
  ['knowledge item', 'kennis', 'something to learn from, and who uses it'],
  ['event, event place', 'bijeenkomst, plaats', 'a meeting or training; where it is, for professionals only'],
  ['formation, occupancy', 'formatie, bezetting', 'posts that were agreed; posts that are filled'],
  ['budget line', 'begrotingsregel', 'one line of a budget as printed'],
  [
    'direction, block, stream',
    'richting, blok, stroom',
    'income or expense; a part of the expenses; where money comes from',
  ],
  ['verdict', 'aantoonbaar meer, …', 'what can be said of twelve months against the twelve before'],
  ['attendering', 'attendering', 'a month that counts more than the years before let expect; never called a signal'],
  ['check', 'nagerekend', 'our sum beside a printed total'],
  [
    'hearing',
    'ronde zienswijzen',
    'a draft strategy or plan put to every council and to invited partners, with a term',
  ],
  [
    'party of a hearing',
    'raad, partner',
    'who is heard: the council of one municipality, or a partner that was invited',
  ],
  [
    'entry, view',
    'stand, zienswijze',
    'how far a party is, in versions; what it says: none, wishes, objections, or not known',
  ],
  [
    'point, reply, effect',
    'punt, antwoord, gevolg',
    'what a party brings up; what the bureau answers; what it changed in the text',
  ],
  ['variant', 'eigen versie', 'what a district or municipality makes of a regional action, beside it'],
  [
    'cell of an execution plan',
    'vak',
    'what one partner chose in one theme of the plan of a district, with why and when',
  ],
  ['local plan, named plan', 'veiligheidsplan', 'a safety plan of an area, filled in; one that a document only names'],
  ['national item', 'landelijk punt', 'what a national agenda asks, as far as our documents name it'],
  ['cover', '', 'how a municipality stands with its safety plan: runs, over, only named, unknown'],
  ['draft', 'conceptplan', 'a plan while it is made: chapters, paragraphs and actions, each in versions'],
  ['look-back', 'terugblik', 'what became of last year’s plan, which parts clear and a person signs'],
  ['remark', 'opmerking', 'what a partner says beside a text of a draft, until it is settled'],
  [
    'chapter, paragraph',
    'hoofdstuk, alinea',
    'what becomes a programme; a piece of its text, of one kind and one part',
  ],
  [
    'set, clash',
    'intussen gewijzigd',
    'what is kept at once or not at all; that somebody kept another version meanwhile',
  ],
  ['in force', 'in werking', 'a chapter that stands among the plans while its plan is not adopted'],
  ['aim', 'streven', 'what is worked towards; a target (doel) binds'],
  ['nota', 'nota van beantwoording', 'what was said and answered, as a second person released it'],
  ['instance', 'overleg', 'one of a body: the college of a district'],
  ['days of a meeting', 'stand', 'when a meeting is: one version per change, what it was is kept'],
  [
    'item, note',
    'punt, oplegnotitie',
    'something on an agenda; its one page in versions: asked, core, caveat, occasion, means, follow-up',
  ],
  ['subject of an item', 'gaat over', 'a plan, priority or action that an agenda item names by its code'],
  ['share', 'delen', 'a closed item that who has a seat shows to his own adviser'],
  ['annotation', 'annotatie', 'what an adviser writes on an item for who sits there for his organisation, in versions'],
  ['basis', 'wat dit punt voor ons betekent', 'what the product knows of an item for one organisation, on a day'],
  [
    'closed, ground',
    'besloten, grond',
    'an item or file that exists only for who has a seat; the article of the Woo that says why',
  ],
  ['year task', 'regel van de jaarkalender', 'what returns every year in a month, by whom and to whom; in versions'],
  ['foreseen subject', 'voorzien onderwerp', 'what a body will speak of later, with how it moved and what it became'],
  ['sending', 'verzenden', 'that an agenda goes to who has a seat; what changes after it says so'],
  ['publishing', 'openbaar maken', 'that the secretary lets everybody read the open items of an agenda'],
  ['calendar key', 'agenda', 'the secret in the address of an iCalendar feed'],
  ['bundle, part', 'alles in één PDF', 'the papers of a meeting as one file; what begins on a page of its own in it'],
  ['difference', 'alleen wat is nagezonden', 'the bundle of only what came or changed since a moment'],
  ['archive', 'ZIP', 'a folder per item with its note and files as received, and a list of them'],
  ['standing', 'stand van zaken', 'what came of everything one body decided, and of nothing else'],
  ['since', 'sindsdien', 'what stands now of each effect of a decision'],
  ['disclosed', 'openbaar gemaakt', 'what everybody may read, with since when and its category of the Woo'],
  [
    'index of the Woo',
    'Woo-index',
    'what the national index of the Woo may read: documents in sitemaps, with metadata of DiWoo',
  ],
  [
    'harvester',
    'wie raadsinformatie verzamelt',
    'a program that takes over what bodies decide, for one search over all of them',
  ],
  ['facts, shape', '', 'what is public of the meetings; the same with the names of Open Raadsinformatie'],
]

/** The glossary of the repository: the Dutch words of the field with their names in code, then the words only the code has. */
export function glossaryText(
  terms: readonly Pick<Term, 'code' | 'term' | 'expansion' | 'explanationEn' | 'sources'>[],
): string {
  const ordered = [...terms].sort((a, b) => a.term.localeCompare(b.term, 'nl', { sensitivity: 'base' }))
  return `# Glossary

Screens speak Dutch, code speaks English. This joins the two. A word of the field that is not here is not in the code.

Made by \`npm run generate\` from \`region/midden-nederland/begrippen.csv\` and \`src/domains/learning/glossary.ts\`; not edited by hand.

## Words of the field

${terms.length} words, as the source documents use them. The name in code is the \`code\` of the term, also in its address \`/begrippen/CODE\`.

${table(
  ['Dutch', 'In code', 'Meaning', 'Source'],
  ordered.map(({ term, code, expansion, explanationEn, sources }) => [
    expansion ? `${term} (${expansion})` : term,
    `\`${code}\``,
    explanationEn ?? '',
    sources[0] ?? 'outside the documents',
  ]),
)}

## Words only the code has

${table(
  ['In code', 'On screen', 'Meaning'],
  ownWords.map(([english, dutch, meaning]) => [english, dutch, meaning]),
)}
`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
