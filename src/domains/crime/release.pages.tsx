import {
  Actions,
  Button,
  ButtonLink,
  Code,
  DataList,
  DataTable,
  EmptyState,
  Form,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  SelectField,
  Stack,
  TextField,
} from '../../platform/ui'
import { count, moment, number, period, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { tolerance } from './part'
import { LoadProgressBar, Looks, ReleaseState, tableText } from './release.parts'
import { differencesOf, lastLooks, loadOrders, type ReleaseLine, releaseLines, unknownTypesOf } from './release.store'
import { breakOffLoad, type OrderFault, orderLoad, type TypedOrder } from './release.verbs'
import { sourceTables } from './source-table'

const here = '/beheer/leveringen'
const breadcrumbs = [
  { label: 'Beheer', href: '/beheer' },
  { label: 'Leveringen', href: here },
]
const mostDifferences = 200

/** What was loaded from the police, what is being loaded, and the form that starts a load. */
export const releasesPage = (ask: Ask): Promise<Response> => listPage(ask, { table: '47022NED', from: '' }, [])

/** Has a table loaded; the running program takes it up within seconds. */
export async function orderForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const typed = { table: String(form.get('tabel') ?? ''), from: String(form.get('vanaf') ?? '').trim() }
  const outcome = await ask.write((tx) => orderLoad(tx, typed, ask.requestId))
  if ('faults' in outcome) return listPage(ask, typed, outcome.faults)
  return ask.redirect(`${here}?gevraagd=${outcome.isNew ? 'ja' : 'al'}`)
}

async function listPage(ask: Ask, typed: TypedOrder, faults: readonly OrderFault[]): Promise<Response> {
  const { lines, orders, looks } = await ask.read(async (tx) => ({
    lines: await releaseLines(tx),
    orders: await loadOrders(tx, 10),
    looks: await lastLooks(tx),
  }))
  const loading = lines.filter(({ state, isExample }) => state === 'bezig' && !isExample)
  const real = lines.filter(({ isExample }) => !isExample)
  const open = orders.filter(({ outcome }) => outcome === null)
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
      {(loading.length > 0 || open.length > 0) && (
        <Section id="bezig" title="Nu bezig" intro="U kunt deze pagina verlaten: het laden gaat door.">
          <Stack>
            {loading.map((line) => (
              <LoadProgressBar line={line} />
            ))}
            {open
              .filter(({ table }) => !loading.some((line) => line.table === table))
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
        intro="De politie publiceert rond de 15e van de maand. Alle maandcijfers laden duurt ruim een uur: wij vragen rustig."
      >
        <Form action={here} errors={faults}>
          <SelectField
            name="tabel"
            label="Tabel"
            value={typed.table}
            error={errorOf('tabel')}
            options={sourceTables.map(({ id, holds }) => ({ value: id, label: `${id}: ${holds}` }))}
          />
          <TextField
            name="vanaf"
            label="Vanaf welke maand"
            description="Bijvoorbeeld 2026-10. Wat ervoor ligt, komt uit de levering ervoor. Leeg: alle maanden."
            optional
            short
            value={typed.from}
            error={errorOf('vanaf')}
          />
          <Actions>
            <Button kind="primary">Laad deze tabel</Button>
          </Actions>
        </Form>
      </Section>
      <Section id="leveringen" title="Alle leveringen" intro="De nieuwste eerst. Niets wordt overschreven.">
        {lines.length === 0 ? (
          <EmptyState title="Er is nog niets geladen.">Kies hierboven een tabel.</EmptyState>
        ) : (
          <DataTable
            caption="Alle leveringen"
            hiddenCaption
            rows={lines}
            rowId={({ id }) => `levering-${id}`}
            columns={[
              {
                head: 'Levering',
                rowHead: true,
                cell: ({ id, table }) => <ListLink href={`${here}/${id}`}>{releaseName({ table, id })}</ListLink>,
              },
              { head: 'Stand van de bron', cell: ({ modifiedAt }) => moment(modifiedAt) },
              { head: 'Perioden', cell: (line) => periodsText(line) },
              { head: 'Staat', cell: (line) => <ReleaseState line={line} /> },
              { head: 'Verschillen in de bron', align: 'number', cell: ({ differences }) => number(differences) },
            ]}
          />
        )}
      </Section>
      <Looks looks={looks} orders={orders} />
    </>,
    faults.length > 0 ? 422 : 200,
  )
}

const releaseName = ({ table, id }: Pick<ReleaseLine, 'table' | 'id'>) =>
  `${sourceTables.some((one) => one.id === table) ? table : 'Voorbeeldcijfers'}, levering ${id}`

const periodsText = ({ firstPeriod, lastPeriod }: ReleaseLine) =>
  `${period(firstPeriod)} tot en met ${period(lastPeriod)}`

/** One release: how far it is, why it was refused, and where the source does not add up. */
export async function releasePage(ask: Ask): Promise<Response> {
  const id = Number(ask.params.levering)
  if (!Number.isSafeInteger(id) || id < 1 || id > 2 ** 31 - 1) return ask.notFound()
  const { line, differences, unknownTypes } = await ask.read(async (tx) => ({
    line: (await releaseLines(tx, id))[0],
    differences: await differencesOf(tx, id, mostDifferences),
    unknownTypes: await unknownTypesOf(tx, id),
  }))
  if (!line) return ask.notFound()
  const title = releaseName(line)
  return ask.page(
    { title, breadcrumbs: [...breadcrumbs, { label: title, href: `${here}/${id}` }] },
    <>
      <Opening title={title} lead={stateSentence(line)}>
        {line.state === 'geweigerd' && (
          <Notice kind="attention" title="Geweigerd.">
            {line.refusedBecause} Van deze levering is niets bewaard en bezoekers zien de levering ervoor.
          </Notice>
        )}
        {unknownTypes.length > 0 && (
          <Notice kind="attention" title="Soorten die het regiopakket niet kent.">
            {sentenceList(unknownTypes)}. Ze zijn geladen, maar staan op geen pagina.
          </Notice>
        )}
      </Opening>
      {line.state === 'bezig' && !line.isExample && (
        <Section id="bezig" title="Nu bezig" intro="Afbreken kan. Wat geladen is, blijft staan voor een volgende keer.">
          <Stack>
            <LoadProgressBar line={line} isOwnPage />
            <Form action={`${here}/${id}/afbreken`}>
              <Actions>
                <Button kind="negative">Breek het laden af</Button>
                <ButtonLink href={`${here}/${id}`}>Kijk opnieuw</ButtonLink>
              </Actions>
            </Form>
          </Stack>
        </Section>
      )}
      <Section id="gegevens" title="Gegevens">
        <DataList
          items={[
            { term: 'Bron', value: line.isExample ? 'voorbeeldcijfers, verzonnen' : tableText(line.table) },
            { term: 'Titel bij de bron', value: line.title },
            { term: 'Stand van de bron', value: moment(line.modifiedAt) },
            { term: 'Perioden', value: periodsText(line) },
            {
              term: 'Gevraagd vanaf',
              value: line.askedFrom
                ? `${period(line.askedFrom)}; wat ervoor ligt, komt uit de levering ervoor`
                : 'alle perioden',
            },
            {
              term: 'Delen',
              value:
                line.allParts === null ? 'niet in delen geladen' : `${number(line.parts)} van ${number(line.allParts)}`,
            },
            { term: 'Begonnen', value: moment(line.startedAt) },
            { term: 'Klaar', value: line.finishedAt ? moment(line.finishedAt) : 'nog niet' },
            { term: 'Controlegetal', value: line.hash ? <Code>{line.hash.slice(0, 16)}</Code> : 'nog niet' },
          ]}
        />
      </Section>
      <Section
        id="verschillen"
        title="Waar de bron niet optelt"
        intro={`Een totaal en zijn delen mogen ${tolerance.crimes} misdrijven of ${tolerance.share * 100}% verschillen. Bij meer weigeren wij de hele levering. Wij verbeteren niets.`}
      >
        {differences.length === 0 ? (
          <EmptyState title={line.state === 'volledig' ? 'Nergens.' : 'Nog geen verschillen gevonden.'}>
            {line.state === 'volledig' && 'Elk totaal is de som van zijn delen, zover die niet verborgen zijn.'}
          </EmptyState>
        ) : (
          <DataTable
            caption={
              line.differences > differences.length
                ? `De ${differences.length} grootste van ${number(line.differences)} verschillen`
                : 'Verschillen in de bron'
            }
            rows={differences}
            columns={[
              { head: 'Gebied', rowHead: true, cell: ({ name }) => name },
              { head: 'Periode', cell: (row) => period(row.period) },
              { head: 'Soort', cell: ({ type }) => <Code>{type}</Code> },
              { head: 'Totaal', align: 'number', cell: ({ whole }) => number(whole) },
              { head: 'Som', align: 'number', cell: ({ parts }) => number(parts) },
              { head: 'Som van', cell: ({ partsKind }) => partsKind },
            ]}
          />
        )}
      </Section>
    </>,
  )
}

function stateSentence(line: ReleaseLine): string {
  switch (line.state) {
    case 'volledig':
      return `Deze levering is volledig en voor iedereen te zien: ${periodsText(line)}.`
    case 'bezig':
      return 'Deze levering wordt geladen. Bezoekers zien haar pas als alles er is en klopt.'
    case 'geweigerd':
      return 'Deze levering is in haar geheel geweigerd.'
    case 'afgebroken':
      return 'Het laden van deze levering is afgebroken of onderbroken. Laad de tabel opnieuw om verder te gaan.'
  }
}

/** Breaks off a load; what was loaded stays for a next one. */
export async function breakOffForm(ask: Ask): Promise<Response> {
  const id = Number(ask.params.levering)
  if (!Number.isSafeInteger(id) || id < 1 || id > 2 ** 31 - 1) return ask.notFound()
  const isBroken = await ask.write((tx) => breakOffLoad(tx, id, ask.requestId))
  return isBroken ? ask.redirect(`${here}/${id}`) : ask.notFound()
}
