import { DataTable, Heading, List, Paragraph, Stack, TextLink } from '../../platform/ui'
import { period as periodInWords } from '../../platform/ui/wording'
import type { Contradiction, UnresolvedValue } from './contradiction'
import type { DocumentTitles } from './document'
import { FigureText, kindWord, SourceLinks, Sources, sentence } from './figure.parts'
import type { Measurement } from './measurement'

/** One contradiction: what differs, which number leads and why, and where each stands. */
export function ContradictionItem(props: {
  contradiction: Contradiction
  /** The mentions it names, as far as they are known. */
  measurements: readonly Measurement[]
  documents: DocumentTitles
  level?: 3 | 4
  showIndicator?: boolean
}) {
  const { contradiction, documents, level = 3 } = props
  const named = contradiction.measurements.flatMap((code) => props.measurements.find((one) => one.code === code) ?? [])
  return (
    <Stack tight>
      <Heading level={level}>{contradiction.title}</Heading>
      <Paragraph>{contradiction.explanation}</Paragraph>
      {named.length > 0 && (
        <List
          items={named.map((one) => (
            <>
              {props.showIndicator && <>{one.indicatorTitle}: </>}
              <FigureText measurement={one} /> ({kindWord(one)}, {one.leads ? 'telt mee' : 'telt niet mee'})
            </>
          ))}
        />
      )}
      <Sources of={contradiction.sources} documents={documents} />
    </Stack>
  )
}

/** Values that lost their meaning, with what they may belong to. */
export function UnresolvedValueTable(props: {
  caption: string
  values: readonly UnresolvedValue[]
  documents: DocumentTitles
  hiddenCaption?: boolean
  /** Each row can be linked to. */
  hasIds?: boolean
}) {
  return (
    <DataTable
      caption={props.caption}
      hiddenCaption={props.hiddenCaption}
      rows={props.values}
      rowId={({ code }) => (props.hasIds ? code : undefined)}
      columns={[
        { head: 'In de bron', rowHead: true, cell: ({ printed }) => printed ?? 'een lege plek' },
        {
          head: 'Periode',
          cell: ({ period, basePeriod }) =>
            period === null
              ? 'onbekend'
              : `${periodInWords(period)}${basePeriod === null ? '' : `, tegen ${periodInWords(basePeriod)}`}`,
        },
        { head: 'Waarom wij het niet weten', cell: ({ reason }) => sentence(reason) },
        {
          head: 'Kan horen bij',
          cell: ({ candidates }) =>
            candidates.map(({ code, title }, index) => (
              <>
                {index > 0 ? ', ' : ''}
                <TextLink href={`/indicatoren/${code}`}>{title}</TextLink>
              </>
            )),
        },
        {
          head: 'Waar het staat',
          cell: ({ sources }) => <SourceLinks of={sources} documents={props.documents} />,
        },
      ]}
    />
  )
}
