import type { Day } from '../../kernel/day'
import {
  Button,
  ButtonLink,
  DataTable,
  DateField,
  Fold,
  Form,
  List,
  Paragraph,
  Section,
  Status,
} from '../../platform/ui'
import { count, day, moment } from '../../platform/ui/wording'
import { newSecret } from '../../platform/web/secret'
import type { Account } from './account'
import { accountAddress } from './address.parts'
import { PreviewItem } from './awaited.parts'
import { type Look, type Preview, usualEnd, type Window } from './window'

type Area = { readonly code: string; readonly name: string; readonly kind: string }
type Of = {
  readonly account: Account
  readonly window: Window | null
  readonly looks: readonly Look[]
  readonly areas: readonly Area[]
  readonly isCleared: boolean
  readonly today: Day
  readonly error: string | null
}

/** For the bureau: the window in which every municipality sees its own page first, and who looked. */
export function WindowSection({ account, window, looks, areas, isCleared, today, error }: Of) {
  const towns = areas.filter(({ kind }) => kind === 'gemeente')
  const isOpen = window !== null && today <= window.until
  const [year = '', month = '', date = ''] = usualEnd(today).split('-')
  return (
    <Section
      id="inzage"
      title="Inzage vooraf"
      intro="De burgemeester en de adviseur van elke gemeente zien hun eigen pagina als eerste, en geen andere."
    >
      <ButtonLink href={`${accountAddress(account.code)}/vragen`}>Schrijf vragen en antwoorden</ButtonLink>
      {window && (
        <>
          <Paragraph>
            {isOpen ? 'Open' : 'Was open'} tot en met {day(window.until)}, geopend door {window.actedAs} op{' '}
            {moment(window.at)}. Wat u daarna verandert, zien zij pas als u opnieuw opent.
          </Paragraph>
          <Fold label={lookedWords(towns, looks)}>
            <LookTable towns={towns} looks={looks} />
          </Fold>
        </>
      )}
      {towns.length === 0 ? (
        <Paragraph>Zet eerst een blok op de pagina van elke gemeente en elk district.</Paragraph>
      ) : !isCleared ? (
        <Paragraph>Dit kan zodra alle delen zijn vrijgegeven.</Paragraph>
      ) : (
        <Form
          action={`${accountAddress(account.code)}/inzage`}
          errors={error ? [{ field: 'tot', message: error }] : []}
        >
          <input type="hidden" name="sleutel" value={newSecret()} />
          <DateField
            name="tot"
            label="Tot en met"
            description="Vijf werkdagen is gewoon. Iedereen krijgt een mail zonder cijfers."
            value={{ day: date, month, year }}
            {...(error ? { error } : {})}
          />
          <Button>{window ? 'Open opnieuw' : `Open voor ${count(towns.length, 'gemeente', 'gemeenten')}`}</Button>
        </Form>
      )}
    </Section>
  )
}

function lookedWords(towns: readonly Area[], looks: readonly Look[]): string {
  const seen = towns.filter(({ code }) => looks.some(({ area }) => area === code)).length
  return `${count(seen, 'gemeente keek', 'gemeenten keken')}, van ${towns.length}`
}

function LookTable({ towns, looks }: { towns: readonly Area[]; looks: readonly Look[] }) {
  const of = ({ code }: Area) => looks.filter(({ area }) => area === code)
  return (
    <DataTable
      caption="Welke gemeenten keken"
      hiddenCaption
      rows={towns}
      columns={[
        { head: 'Gemeente', rowHead: true, cell: ({ name }) => name },
        {
          head: 'Gezien',
          cell: (town) =>
            of(town).length === 0 ? (
              <Status is="waiting" label="nog niet" />
            ) : (
              of(town)
                .map(({ actedAs, at }) => `${actedAs}, ${moment(at)}`)
                .join('; ')
            ),
        },
      ]}
    />
  )
}

/** For a mayor or adviser: what he sees first. */
export function PreviewSection({ previews }: { previews: readonly Preview[] }) {
  if (previews.length === 0) return null
  return (
    <Section id="vooraf" title="Vooraf voor u" intro="Nog niet openbaar. Alleen de pagina van uw eigen gemeente.">
      <List items={previews.map((preview) => <PreviewItem preview={preview} />)} />
    </Section>
  )
}
