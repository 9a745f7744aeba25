import {
  Code,
  CodeBlock,
  DataList,
  DataTable,
  ListLink,
  Notice,
  Opening,
  Pagination,
  Paragraph,
  Section,
  Status,
  Tag,
  TextLink,
} from '../../platform/ui'
import { count, moment, number, period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { pageNumber } from '../../platform/web/page-number'
import type { Recomputation } from './difference'
import { lastRecomputations } from './difference.store'
import { type Checkpoint, type Entry, entryOf, firstBreach, type StoredEntry } from './entry'
import { type ListedEntry, listEntries, pageOfEntries } from './entry.store'
import { checkpointsOf, hashesOf } from './entry.verbs'
import { RecomputedStatus } from './proof.parts'
import { correctionsAddress, ledgerAddress, reportAddress } from './report.parts'

const perPage = 25

type Row = {
  readonly seq: number
  readonly hash: string
  readonly entry: Entry | null
  readonly checkpoint: Checkpoint | undefined
  readonly recomputed: Recomputation | undefined
  /** Null when it is not public any more. */
  readonly report: ListedEntry['report']
}

/** What was published, in a chain that shows any change afterwards. */
export async function ledgerPage(ask: Ask): Promise<Response> {
  const page = pageNumber(ask.query)
  if (page === null)
    return ask.badRequest('De bladzijde klopt niet. Schrijf een getal vanaf 1, bijvoorbeeld ?pagina=2.')
  const { seal } = ask.installation
  const checkpoints = seal ? await checkpointsOf(seal) : []
  const { total, entries, all, recomputed } = await ask.read(async (tx) => ({
    ...(await pageOfEntries(tx, { limit: perPage, offset: (page - 1) * perPage })),
    all: await listEntries(tx),
    recomputed: await lastRecomputations(tx),
  }))
  const pages = Math.max(1, Math.ceil(total / perPage))
  if (page > pages) return ask.badRequest(`Deze bladzijde is er niet: het logboek heeft er ${pages}.`)
  const bySeq = new Map(checkpoints.map((one) => [one.regel, one]))
  const rows = entries.map((stored): Row => {
    const entry = entryOf(stored)
    const code = entry?.onderwerp ?? ''
    return {
      seq: stored.seq,
      hash: stored.hash,
      entry,
      checkpoint: bySeq.get(stored.seq),
      recomputed: recomputed.get(code),
      report: stored.report,
    }
  })
  return ask.page(
    {
      title: page === 1 ? 'Logboek van publicaties' : `Logboek van publicaties, bladzijde ${page}`,
      description:
        'Elk gepubliceerd stuk met het kenmerk van zijn inhoud, in een rij die elke wijziging achteraf laat zien.',
      breadcrumbs: [
        { label: 'Rapportages', href: '/rapportages' },
        { label: 'Logboek van publicaties', href: ledgerAddress },
      ],
    },
    <>
      <Opening
        title="Logboek van publicaties"
        lead="Van elk gepubliceerd stuk staat hier een regel met het kenmerk van de inhoud. Verandert iemand later een stuk of een regel, dan past de rij niet meer op de controlepunten die buiten de database staan."
        meta={[count(total, 'regel', 'regels'), <TextLink href={correctionsAddress}>Correcties</TextLink>]}
      >
        <StateNotice all={all} checkpoints={checkpoints} hasSeal={seal !== null} />
      </Opening>
      <Section id="regels" title="Regels" intro="De nieuwste eerst. Elke nacht rekenen wij alle getallen na." full>
        <EntryTable rows={rows} />
        <Pagination page={page} pages={pages} href={(to) => `${ledgerAddress}?pagina=${to}`} />
      </Section>
      <Section
        id="controlepunten"
        title="Controlepunten"
        intro="Een controlepunt is een ondertekende regel in een bestand buiten de database."
      >
        <Paragraph>
          Wat na het laatste controlepunt komt, is nog niet beschermd. Een controlepunt beschermt het meest als u het
          zelf bewaart: wie de database en de sleutel heeft, kan anders alles opnieuw maken.
        </Paragraph>
        <DataList items={pointFacts(checkpoints, total, seal?.key ?? null)} />
      </Section>
      <Section id="nagaan" title="Ga het zelf na">
        <Paragraph>
          Haal de <TextLink href={`${ledgerAddress}/uitvoer.json`}>uitvoer van het logboek (JSON)</TextLink> op, en
          bewaar de <TextLink href={`${ledgerAddress}/controlepunten.jsonl`}>controlepunten</TextLink>. Het programma om
          het na te gaan staat bij de broncode. Het heeft geen verbinding nodig en gebruikt niets van dit programma.
        </Paragraph>
        <CodeBlock
          label="Opdracht"
          code="npm run -s verify -- logboek-van-publicaties.json --checkpoints controlepunten.jsonl"
        />
      </Section>
    </>,
  )
}

function StateNotice(props: { all: readonly StoredEntry[]; checkpoints: readonly Checkpoint[]; hasSeal: boolean }) {
  const { all, checkpoints, hasSeal } = props
  const brokenAt = firstBreach(checkpoints, all, hashesOf(all))
  if (!hasSeal)
    return (
      <Notice kind="error" title="Er komen nu geen controlepunten bij.">
        De map of de sleutel ervoor is er niet. De beheerder van de server kan dat herstellen.
      </Notice>
    )
  if (brokenAt !== null)
    return (
      <Notice kind="error" title={`Regel ${number(brokenAt)} is niet meer wat is ondertekend.`}>
        Vanaf die regel is het logboek niet te vertrouwen. Er komen geen controlepunten bij tot dit is uitgezocht.
      </Notice>
    )
  const open = all.length - new Set(checkpoints.map(({ regel }) => regel)).size
  if (open > 0)
    return (
      <Notice kind="attention" title={`${count(open, 'regel is', 'regels zijn')} nog niet vastgelegd.`}>
        Dat gebeurt binnen een kwartier.
      </Notice>
    )
  return null
}

function EntryTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption="Regels van het logboek"
      hiddenCaption
      empty="Er is nog niets gepubliceerd."
      rows={rows}
      columns={[
        { head: 'Regel', rowHead: true, cell: ({ seq }) => number(seq) },
        {
          head: 'Wat',
          cell: ({ entry, report }) => (
            <>
              {report ? (
                <ListLink href={reportAddress(entry?.onderwerp ?? '')}>
                  {report.areaName}, {period(report.period)}
                </ListLink>
              ) : null}
              {isReport(entry) ? null : (
                <ListLink href={entry?.adres ?? ''}>{kindWords[entry?.soort ?? ''] ?? 'Stuk'}</ListLink>
              )}{' '}
              <span class="sv-stil">{entry?.onderwerp ?? 'onleesbaar'}</span>{' '}
              {report?.isExample ? <Tag>voorbeeldcijfers</Tag> : null}{' '}
              {entry?.laterOpgenomen ? <Tag>later opgenomen</Tag> : null}{' '}
              {report || !isReport(entry) ? null : <Tag>niet meer openbaar</Tag>}
            </>
          ),
        },
        { head: 'Gepubliceerd', cell: ({ entry }) => (entry ? moment(entry.gepubliceerdOp) : '') },
        { head: 'Kenmerk (SHA-256)', cell: ({ hash }) => <Code>{hash}</Code> },
        {
          head: 'Controlepunt',
          cell: ({ checkpoint }) =>
            checkpoint ? moment(checkpoint.moment) : <Status is="waiting" label="nog niet vastgelegd" />,
        },
        {
          head: 'Nagerekend',
          cell: ({ recomputed, report }) => (report ? <RecomputedStatus recomputed={recomputed} /> : ''),
        },
      ]}
    />
  )
}

// A row that cannot be read says not what it is of.
const kindWords: Readonly<Record<string, string>> = {
  besluit: 'Besluit',
  correctie: 'Correctie',
  nota: 'Nota van beantwoording',
  verantwoording: 'Verantwoordingsstuk',
}
const isReport = (entry: Entry | null) => entry === null || entry.soort === 'rapportage'

function pointFacts(checkpoints: readonly Checkpoint[], total: number, key: string | null) {
  const last = checkpoints.at(-1)
  return [
    { term: 'Laatste regel', value: number(total) },
    {
      term: 'Laatste controlepunt',
      value: last ? (
        <>
          regel {number(last.regel)}, {moment(last.moment)}, kenmerk <Code>{last.kenmerk}</Code>
        </>
      ) : (
        'nog geen'
      ),
    },
    { term: 'Openbare sleutel (Ed25519)', value: key ? <Code>{key}</Code> : 'onbekend' },
  ]
}

/** The log as one file, for who checks it without us. */
export async function ledgerExport(ask: Ask): Promise<Response> {
  const { seal } = ask.installation
  const entries = await ask.read((tx) => listEntries(tx))
  const log = {
    formaat: 'slagvaardig-logboek-1',
    gemaaktOp: ask.now.toISOString(),
    sleutel: seal?.key ?? '',
    regels: entries.map((stored) => {
      const entry = entryOf(stored)
      return { ...(entry ?? { regel: stored.seq, onleesbaar: stored.body }), kenmerk: stored.hash }
    }),
    controlepunten: seal ? await checkpointsOf(seal) : [],
  }
  return ask.file(`${JSON.stringify(log, null, 1)}\n`, 'application/json; charset=utf-8', {
    'content-disposition': 'attachment; filename="logboek-van-publicaties.json"',
  })
}

/** The checkpoints as they stand in the file outside the database. */
export async function checkpointsFile(ask: Ask): Promise<Response> {
  const lines = (await ask.installation.seal?.lines()) ?? []
  return ask.file(lines.map((line) => `${line}\n`).join(''), 'application/jsonl; charset=utf-8', {
    'content-disposition': 'attachment; filename="controlepunten.jsonl"',
  })
}
