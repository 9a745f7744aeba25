import {
  LoadProgressBar,
  Looks,
  lastLooks,
  loadOrders,
  type OrderFault,
  orderLoad,
  ReleaseTable,
  releaseLines,
  sourceTables,
  type TypedOrder,
} from '../domains/crime'
import {
  InhabitantsApart,
  inhabitantsApart,
  KeyFiguresApart,
  keyFiguresApart,
  populationTables,
} from '../domains/population'
import { type LoadLine, loadLines } from '../platform/load/parted-load.store'
import {
  Actions,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Form,
  Notice,
  Opening,
  Paragraph,
  Progress,
  Section,
  SelectField,
  Stack,
  TextField,
} from '../platform/ui'
import { count, moment, number } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'
import { LoadState, standText } from './deliveries.parts'

const here = '/beheer/leveringen'
const breadcrumbs = [
  { label: 'Beheer', href: '/beheer' },
  { label: 'Leveringen', href: here },
]

/** What can be asked for: a table of the police, and what is asked for together. */
const choices = [
  ...sourceTables.map(({ id, holds }) => ({ value: id as string, label: `${id}: ${holds}` })),
  { value: 'inwoners', label: 'inwoners: per jaar, per gemeente, wijk en buurt, van het CBS' },
  { value: 'kerncijfers', label: 'kerncijfers: huishoudens, woningen, bedrijven en meer, per jaar, van het CBS' },
  { value: 'grenzen', label: 'grenzen: van gemeenten, wijken en buurten, van PDOK' },
]

/** By which word a load that is going on was asked for. */
function wordOf({ source }: LoadLine): string {
  if (populationTables.some(({ id }) => id === source)) return 'inwoners'
  return source.startsWith('kerncijfers') ? 'kerncijfers' : (source.split(' ')[0] ?? source)
}

/** What was loaded from elsewhere, what is being loaded, and the form that starts a load. */
export const deliveriesPage = (ask: Ask): Promise<Response> => listPage(ask, { table: '47022NED', from: '' }, [])

/** Has something loaded; the running program takes it up within seconds. */
export async function orderForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const typed = { table: String(form.get('tabel') ?? ''), from: String(form.get('vanaf') ?? '').trim() }
  const known = choices.map(({ value }) => value)
  const outcome = await ask.write((tx) => orderLoad(tx, typed, known, ask.requestId))
  if ('faults' in outcome) return listPage(ask, typed, outcome.faults)
  return ask.redirect(`${here}?gevraagd=${outcome.isNew ? 'ja' : 'al'}`)
}

async function listPage(ask: Ask, typed: TypedOrder, faults: readonly OrderFault[]): Promise<Response> {
  const { lines, loads, orders, looks, apart, figuresApart } = await ask.read(async (tx) => ({
    lines: await releaseLines(tx),
    loads: await loadLines(tx),
    orders: await loadOrders(tx, 10),
    looks: await lastLooks(tx),
    apart: await inhabitantsApart(tx, 10),
    figuresApart: await keyFiguresApart(tx, 10),
  }))
  const real = lines.filter(({ isExample }) => !isExample)
  const loading = real.filter(({ state }) => state === 'bezig')
  const loadingOther = loads.filter(({ state }) => state === 'bezig')
  const open = orders.filter(({ outcome }) => outcome === null)
  const begun = new Set([
    ...loading.map(({ table }) => table),
    ...loadingOther.flatMap((line) => [line.source, wordOf(line)]),
  ])
  const whole = real.filter(({ state }) => state === 'volledig')
  const errorOf = (field: OrderFault['field']) => faults.find((fault) => fault.field === field)?.message
  const asked = ask.query.get('gevraagd')
  return ask.page(
    { title: 'Leveringen', breadcrumbs },
    <>
      <Opening
        title="Leveringen"
        lead={
          whole.length === 0
            ? 'Er is nog geen volledige levering van de politie. Zolang zien bezoekers voorbeeldcijfers, of geen cijfers.'
            : `Er ${whole.length === 1 ? 'is' : 'zijn'} ${count(whole.length, 'volledige levering', 'volledige leveringen')} van de politie. Elke levering blijft bewaard.`
        }
      >
        {asked && (
          <Notice kind="done" announce title={asked === 'ja' ? 'Gevraagd.' : 'Dat was al gevraagd.'}>
            Het programma begint binnen een paar seconden. U kunt deze pagina verlaten.
          </Notice>
        )}
      </Opening>
      {whole.length > 0 && !whole.some(({ table }) => table === '47022NED') && (
        <Notice kind="attention" title="Er zijn nog geen maandcijfers.">
          Zodra er echte cijfers zijn, toont de website geen voorbeeldcijfers meer. Laad ook 47022NED.
        </Notice>
      )}
      {whole.length > 0 && !loads.some((line) => line.state === 'volledig' && wordOf(line) === 'inwoners') && (
        <Notice kind="attention" title="Er zijn nog geen inwoners.">
          Zonder aantallen inwoners zijn er bij de cijfers van de politie geen cijfers per 1.000 inwoners. Laad ook
          inwoners.
        </Notice>
      )}
      {(loading.length > 0 || loadingOther.length > 0 || open.length > 0) && (
        <Section id="bezig" title="Nu bezig" intro="U kunt deze pagina verlaten: het laden gaat door.">
          <Stack>
            {loading.map((line) => (
              <LoadProgressBar line={line} />
            ))}
            {loadingOther.map((line) => (
              <Progress
                id={`laden-${line.id}`}
                label={`${line.source}, ${standText(line.stand)}`}
                value={line.parts}
                max={line.allParts}
                note={
                  line.lastPartAt
                    ? `Het laatste deel kwam op ${moment(line.lastPartAt)}.`
                    : 'Er is nog geen deel binnen.'
                }
              />
            ))}
            {open
              .filter(({ table }) => !begun.has(table))
              .map(({ table }) => (
                <Paragraph>{table} is gevraagd en begint zo. Duurt het lang, dan antwoordt de bron niet.</Paragraph>
              ))}
            <Actions>
              <ButtonLink href={here}>Kijk opnieuw</ButtonLink>
            </Actions>
          </Stack>
        </Section>
      )}
      <Section
        id="laden"
        title="Laden"
        intro="De politie publiceert rond de 15e van de maand. Alle maandcijfers laden duurt ruim een uur: wij vragen rustig. Inwoners, kerncijfers en grenzen duren enkele minuten."
      >
        <Form action={here} errors={faults}>
          <SelectField name="tabel" label="Wat" value={typed.table} error={errorOf('tabel')} options={choices} />
          <TextField
            name="vanaf"
            label="Vanaf welke maand"
            description="Bijvoorbeeld 2026-10. Wat ervoor ligt, komt uit de levering ervoor. Leeg: alle maanden. Bij grenzen: elk jaar vanaf die maand, en leeg alleen het nieuwste."
            optional
            short
            value={typed.from}
            error={errorOf('vanaf')}
          />
          <Actions>
            <Button kind="primary">Laad dit</Button>
          </Actions>
        </Form>
      </Section>
      <Section
        id="leveringen"
        title="Cijfers van de politie"
        intro="Alle leveringen, de nieuwste eerst. Niets wordt overschreven."
      >
        <ReleaseTable lines={lines} />
      </Section>
      <Section
        id="inwoners-en-grenzen"
        title="Inwoners, kerncijfers en grenzen"
        intro="Alle leveringen, de nieuwste eerst. Bezoekers zien een levering pas als zij volledig is."
      >
        {loads.length === 0 ? (
          <EmptyState title="Er is nog niets geladen.">Kies hierboven inwoners, kerncijfers of grenzen.</EmptyState>
        ) : (
          <DataTable
            caption="Leveringen van inwoners, kerncijfers en grenzen"
            hiddenCaption
            rows={loads}
            rowId={({ id }) => `laden-${id}-regel`}
            columns={[
              { head: 'Levering', rowHead: true, cell: ({ source, title }) => `${source}: ${title}` },
              { head: 'Stand van de bron', cell: ({ stand }) => standText(stand) },
              {
                head: 'Delen',
                align: 'number',
                cell: ({ parts, allParts }) => `${number(parts)} van ${number(allParts)}`,
              },
              { head: 'Staat', cell: (line) => <LoadState line={line} /> },
              { head: 'Verschillen in de bron', align: 'number', cell: ({ differences }) => number(differences) },
            ]}
          />
        )}
      </Section>
      <InhabitantsApart differences={apart} />
      <KeyFiguresApart differences={figuresApart} />
      <Looks looks={looks} orders={orders} />
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
