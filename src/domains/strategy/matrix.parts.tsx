import { Code, Fold, ListLink, Matrix, Paragraph, RowList, Stack } from '../../platform/ui'
import { number, sentenceList } from '../../platform/ui/wording'
import { type DocumentTitles, Sources } from '../figures'
import { partyAddress } from '../identity'
import { answerOf, districtWide, type MatrixCell, namedPartners, tally, themesOf } from './matrix'

const groundWords: Readonly<Record<string, string>> = {
  proza: 'de tekst noemt deze partner',
  'proza-allen': 'de tekst spreekt van alle partners',
  'matrix-verloren': 'het kruisje in de tabel is verloren',
  district: 'de tekst spreekt van het hele district',
  opgave: 'opgegeven door het district of de partner',
}

const answerWords = { ja: 'doet mee', nee: 'niet gekozen in dit plan', onbekend: 'onbekend' } as const

/** How we know a cell, in words. */
function cellGround({ ground }: MatrixCell): string {
  return groundWords[ground] ?? ground
}

/** Who takes part in which theme of one district plan: the table, what holds for the whole district, and every cell with its source. */
export function DistrictMatrix(props: { cells: readonly MatrixCell[]; caption: string; documents: DocumentTitles }) {
  const { cells, caption, documents } = props
  const partners = namedPartners(cells)
  const wide = districtWide(cells)
  const themes = themesOf(cells.filter((cell) => !wide.includes(cell)))
  const answers = { ja: 'yes', nee: 'no', onbekend: 'unknown' } as const
  const { ja, nee, onbekend } = tally(cells)
  const howKnown = cells.some(({ ground }) => ground === 'opgave')
    ? 'Wat er ja heet, staat in de lopende tekst of is opgegeven door het district of de partner.'
    : 'Wat er ja heet, staat in de lopende tekst.'
  return (
    <Stack>
      {partners.length > 0 ? (
        <Matrix
          caption={caption}
          themes={themes.map((name) => ({ name }))}
          partners={partners.map((partner) => ({
            name: partner.name,
            ...(partner.kind === 'gebied' ? {} : { href: partyAddress({ code: partner.code, kind: partner.kind }) }),
          }))}
          cell={(theme, partner) => {
            const cell = answerOf(cells, themes[theme] ?? '', partners[partner]?.code ?? '')
            return {
              answer: answers[cell?.participates ?? 'onbekend'],
              ...(cell?.startPosition ? { start: cell.startPosition } : {}),
            }
          }}
        />
      ) : null}
      {wide.length > 0 ? (
        <Paragraph>
          Voor het hele district, zonder namen van partners: {sentenceList(wide.map(({ theme }) => theme))}.
        </Paragraph>
      ) : null}
      <Paragraph small>
        {number(ja)} keer ja, {number(onbekend)} keer onbekend{nee > 0 ? `, ${number(nee)} keer niet gekozen` : ''}.{' '}
        {onbekend > 0
          ? `Onbekend is niet nee: de kruisjes van de oorspronkelijke tabel zijn verloren gegaan. ${howKnown}`
          : howKnown}
      </Paragraph>
      <Fold label={`Toon alle ${number(cells.length)} vakken met hun bron`}>
        <CellList cells={cells} documents={documents} />
      </Fold>
    </Stack>
  )
}

/** Cells under each other, each with how we know it and its source line. */
function CellList({ cells, documents }: { cells: readonly MatrixCell[]; documents: DocumentTitles }) {
  return (
    <RowList
      items={cells.map((cell) => ({
        id: cell.code,
        content: (
          <>
            <Paragraph>
              {cell.theme}: {cell.partner.name}, {answerWords[cell.participates]}
            </Paragraph>
            <Paragraph small quiet>
              {[cellGround(cell), cell.note, cell.startPosition].filter(Boolean).join(' · ')} · <Code>{cell.code}</Code>
            </Paragraph>
            <Sources of={cell.sources} documents={documents} />
          </>
        ),
      }))}
    />
  )
}

/** A link to the matrix of a district. */
export function MatrixLink({ district }: { district: MatrixCell['district'] }) {
  return <ListLink href={`/deelname/${district.code}`}>{district.name}</ListLink>
}
