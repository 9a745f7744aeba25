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
  ['open question', 'open vraag', 'an area and a crime type of which somebody hears when the answer changes'],
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
  ['standing', 'hoger, lager, vergelijkbaar', 'how a municipality stands beside what is expected of its size'],
  ['funnel', 'trechtergrafiek', 'a rate against a size, with the limits within which it falls by chance'],
  ['data call', 'uitvraag', 'the yearly list of figures that no open source holds, asked of whoever has them'],
  [
    'line, block',
    'gevraagd cijfer, kopje',
    'one figure that is asked, with definition and counting rule; the lines under one heading',
  ],
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
  ['seat', 'zetel', 'a place in a working group, as agreed or as filled'],
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
