import {
  Actions,
  Button,
  ButtonLink,
  Code,
  DataList,
  DataTable,
  EmptyState,
  Form,
  Notice,
  Opening,
  Section,
  Stack,
} from '../../platform/ui'
import { moment, number, period, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { tolerance } from './part'
import { LoadProgressBar, periodsText, releaseName, tableText } from './release.parts'
import { differencesOf, type ReleaseLine, releaseLines, unknownTypesOf } from './release.store'
import { breakOffLoad } from './release.verbs'

const here = '/beheer/leveringen'
const breadcrumbs = [
  { label: 'Beheer', href: '/beheer' },
  { label: 'Leveringen', href: here },
]
const mostDifferences = 200

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
