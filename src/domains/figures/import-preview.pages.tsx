import {
  Actions,
  Button,
  ButtonLink,
  type Column,
  DataTable,
  Form,
  List,
  Notice,
  Opening,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords, period as periodInWords, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { areaNames } from '../territory'
import { kindWord, numberWords } from './figure.parts'
import { type Becomes, isKept, type Planned } from './import'
import { importAddress, importBreadcrumbs, LeaderText, publishedDay, SentAlong, type Submission } from './import.parts'
import type { ImportPreview } from './import.verbs'
import { listIndicators } from './indicator.store'
import { targetAdvice } from './judgeability.parts'
import { measurementsOf } from './measurement.store'

const words: Readonly<Record<Becomes, readonly [one: string, many: string]>> = {
  new: ['nieuw getal', 'nieuwe getallen'],
  differs: ['getal dat afwijkt', 'getallen die afwijken'],
  repeat: ['herhaling', 'herhalingen'],
  unknown: ['onbekend getal', 'onbekende getallen'],
  unchanged: ['getal dat er al zo staat', 'getallen die er al zo staan'],
}

const headings: Readonly<Record<Exclude<Becomes, 'unchanged'>, string>> = {
  new: 'Nieuw: telt mee',
  differs: 'Wijkt af: komt ernaast te staan en telt niet mee',
  repeat: 'Herhaalt wat al telt: een bron erbij',
  unknown: 'Leeg: onbekend, en geen nul',
}
const order = ['differs', 'new', 'repeat', 'unknown'] as const
const mostShown = 200

const isTarget = ({ row }: Planned) => row.kind === 'doel' && row.value !== null

/** Shows what reading in would do. `isOther`: it is not what was shown before. */
export async function previewPage(
  ask: Ask,
  sent: Submission,
  { plan, seen }: ImportPreview,
  isOther = false,
): Promise<Response> {
  const kept = plan.filter(isKept)
  const aimed = [...new Set(kept.filter(isTarget).map(({ row }) => row.indicator))]
  const { indicators, areas, known } = await ask.read(async (tx) => ({
    indicators: new Map(
      (await listIndicators(tx, { codes: [...new Set(plan.map(({ row }) => row.indicator))] })).items.map((one) => [
        one.code,
        one,
      ]),
    ),
    areas: await areaNames(tx),
    known: aimed.length === 0 ? [] : await measurementsOf(tx, { knownOn: ask.today, indicators: aimed }),
  }))
  const of = (becomes: Becomes) => plan.filter((one) => one.becomes === becomes)
  const counts = (['new', 'differs', 'repeat', 'unknown'] as const)
    .filter((becomes) => of(becomes).length > 0)
    .map((becomes) => count(of(becomes).length, ...words[becomes]))
  const unchanged = of('unchanged').length
  const columns: Column<Planned>[] = [
    { head: 'Rij', cell: ({ row }) => row.row },
    {
      head: 'Cijfer',
      rowHead: true,
      cell: ({ row }) => (
        <TextLink href={`/indicatoren/${row.indicator}`}>
          {indicators.get(row.indicator)?.title ?? row.indicator}
        </TextLink>
      ),
    },
    {
      head: 'Waarover',
      cell: ({ row }) =>
        `${kindWord(row)}, ${periodInWords(row.period)}${row.basePeriod === null ? '' : ` tegen ${periodInWords(row.basePeriod)}`}, ${areas.get(row.area)?.name ?? row.area}`,
    },
    { head: 'In het bestand', cell: ({ row }) => numberWords(row) },
    { head: 'Telt nu mee', cell: ({ row, leader }) => <LeaderText leader={leader} basePeriod={row.basePeriod} /> },
    ...(aimed.length === 0
      ? []
      : [
          {
            head: 'Kan dit doel worden beoordeeld?',
            cell: (one: Planned) => {
              const favourable = indicators.get(one.row.indicator)?.favourable
              return isTarget(one) && favourable ? targetAdvice({ ...one.row, favourable }, known) : ''
            },
          },
        ]),
  ]
  const tooMany = order.filter((becomes) => of(becomes).length > mostShown)
  return ask.page(
    { title: 'Wat er verandert als u inleest', breadcrumbs: importBreadcrumbs },
    <>
      <Opening
        title="Wat er verandert"
        lead={
          kept.length === 0
            ? 'Dit bestand verandert niets.'
            : `Er ${kept.length === 1 ? 'komt' : 'komen'} ${count(kept.length, 'getal', 'getallen')} bij: ${sentenceList(counts)}. Er is nog niets bewaard.`
        }
        meta={[sent.title, `Bekend sinds ${dayInWords(publishedDay(sent.published) ?? '')}`, sent.fileName]}
      >
        {isOther && (
          <Notice kind="attention" announce title="Er is niets ingelezen.">
            Intussen veranderde er iets. Hieronder staat wat er nu zou gebeuren. Kijk het na en lees opnieuw in.
          </Notice>
        )}
        {of('differs').length > 0 && (
          <Notice kind="attention" title="Sommige getallen wijken af.">
            Wat nu meetelt, blijft meetellen. Het getal uit uw bestand komt ernaast te staan, met de bron.
          </Notice>
        )}
      </Opening>
      <Section
        id="formulier"
        title="Vergelijk"
        intro={
          unchanged === 0
            ? undefined
            : `${count(unchanged, ...words.unchanged)}, en ${unchanged === 1 ? 'blijft' : 'blijven'} zoals het is.`
        }
        full
      >
        {kept.length > 0 && (
          <DataTable
            caption="Wat er verandert"
            hiddenCaption
            groups={order
              .filter((becomes) => of(becomes).length > 0)
              .map((becomes) => ({
                id: becomes,
                title: `${headings[becomes]} (${of(becomes).length})`,
                rows: of(becomes).slice(0, mostShown),
              }))}
            columns={columns}
          />
        )}
        {tooMany.length > 0 && (
          <List items={[`Van elke soort staan hier de eerste ${mostShown}. Ook de rest wordt ingelezen.`]} />
        )}
        <Form action={`${importAddress}/toepassen`}>
          <SentAlong of={sent} withSource withColumns />
          <input type="hidden" name="gezien" value={seen} />
          <Actions>
            {kept.length > 0 && <Button kind="primary">Lees {count(kept.length, 'getal', 'getallen')} in</Button>}
            <Button name="stap" value="kolommen">
              Kies andere kolommen
            </Button>
            <ButtonLink href={importAddress} kind="subtle">
              Terug zonder inlezen
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    isOther ? 409 : 200,
  )
}
