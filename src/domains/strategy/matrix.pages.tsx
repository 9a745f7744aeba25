import { Bookmarks, DataTable, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles } from '../figures'
import { areaAddress } from '../territory'
import { type MatrixCell, namedPartners, tally, themesOf } from './matrix'
import { DistrictMatrix, MatrixLink } from './matrix.parts'
import { listCells } from './matrix.store'
import type { Said } from './page.parts'

/** Every district that has a matrix, with how much of it is known. */
export async function matricesPage(ask: Ask): Promise<Response> {
  const { items: cells } = await ask.read((tx) => listCells(tx))
  const districts = [...Map.groupBy(cells, ({ district }) => district.code).values()].map((of) => ({ of }))
  const { ja, onbekend } = tally(cells)
  return ask.page(
    {
      title: 'Wie doet waar mee',
      description: 'Per district: welke partner aan welk thema meedoet.',
      breadcrumbs: [{ label: 'Wie doet waar mee', href: '/deelname' }],
    },
    <>
      <Opening
        title="Wie doet waar mee"
        lead="Elk district koos thema’s, en partners kozen waar zij aan meedoen. Van veel vakken weten wij het niet: de kruisjes van de tabellen zijn verloren gegaan."
        meta={[count(cells.length, 'vak', 'vakken'), `${number(ja)} keer ja`, `${number(onbekend)} keer onbekend`]}
      />
      <Section id="districten" title="Per district" intro="Elke partner koos in eigen tempo.">
        <DataTable
          caption="Wat wij weten per district"
          hiddenCaption
          rows={districts}
          columns={[
            { head: 'District', rowHead: true, cell: ({ of }) => <DistrictLink of={of} /> },
            { head: 'Thema’s', align: 'number', cell: ({ of }) => number(themesOf(of).length) },
            { head: 'Partners met naam', align: 'number', cell: ({ of }) => number(namedPartners(of).length) },
            { head: 'Ja', align: 'number', cell: ({ of }) => number(tally(of).ja) },
            { head: 'Onbekend', align: 'number', cell: ({ of }) => number(tally(of).onbekend) },
          ]}
        />
      </Section>
    </>,
  )
}

function DistrictLink({ of }: { of: readonly MatrixCell[] }) {
  const [first] = of
  return first ? <MatrixLink district={first.district} /> : null
}

/** The matrix of one district, with what a later domain says of it. */
export const matrixPage =
  (said: Said) =>
  async (ask: Ask): Promise<Response> => {
    const code = ask.params.district ?? ''
    const { cells, documents, more } = await ask.read(async (tx) => ({
      cells: (await listCells(tx, { district: code })).items,
      documents: await documentTitles(tx),
      more: await said(tx, code, ask),
    }))
    const [first] = cells
    if (!first) return ask.notFound()
    const { district } = first
    return ask.page(
      {
        title: `Wie doet waar mee in ${district.name}`,
        breadcrumbs: [
          { label: 'Wie doet waar mee', href: '/deelname' },
          { label: district.name, href: `/deelname/${code}` },
        ],
      },
      <>
        <Opening
          title={`Wie doet waar mee in ${district.name}`}
          lead="Onbekend is niet nee. Een partner die weet hoe het zit, kan het ons laten weten."
          meta={[
            <TextLink href={areaAddress(district)}>{district.name}</TextLink>,
            count(themesOf(cells).length, 'thema', "thema's"),
            count(namedPartners(cells).length, 'partner met naam', 'partners met naam'),
          ]}
        >
          <Bookmarks items={[{ label: 'De tabel', href: '#tabel' }]} />
        </Opening>
        <Section id="tabel" title="De tabel" full>
          <DistrictMatrix
            cells={cells}
            caption={`${district.name}: doet de partner mee aan dit thema?`}
            documents={documents}
          />
        </Section>
        {more}
        <Section id="lezen" title="Zo leest u dit">
          <Paragraph>
            Het plan van het district geeft per thema welke partners meedoen. In onze bron zijn de kruisjes in de tabel
            weggevallen. Wat er nog staat, is wat de lopende tekst over een partner zegt. Wie een thema niet koos, staat
            hier niet: dat is alleen voor de partners zelf.
          </Paragraph>
        </Section>
      </>,
    )
  }
