import { dayInAmsterdam } from '../../kernel/day'
import { DataTable, ListLink, TextLink } from '../../platform/ui'
import { day, period } from '../../platform/ui/wording'
import type { Party } from '../identity'
import type { Change, ChangeableField } from './change'

export const actionAddress = (code: string) => `/acties/${encodeURIComponent(code)}`
export const changeAddress = (code: string) => `${actionAddress(code)}/wijzigen`
export const mandatesAddress = '/mandaten'

export const fieldLabels: Readonly<Record<ChangeableField, string>> = {
  titel: 'Tekst',
  klaar: 'Klaar',
  trekker: 'Trekker',
  doel_waarde: 'Doel: getal',
  doel_eenheid: 'Doel: eenheid',
}

/** A value of a field in words: a lead by its name, a day as a day. */
export function valueWords(
  field: ChangeableField,
  value: string | null,
  nameOf: (code: string) => string | undefined,
): string {
  if (value === null) return 'leeg'
  if (field === 'trekker') return nameOf(value) ?? value
  if (field === 'klaar') return period(value)
  return field === 'doel_waarde' ? value.replace('.', ',') : value
}

/** The names of parties, to look up by code. */
export const nameIn = (names: ReadonlyMap<string, Party>) => (code: string) => names.get(code)?.name

/** Then and now of each change, with why and by whom. */
export function ChangeTable(props: {
  changes: readonly Change[]
  names: ReadonlyMap<string, Party>
  caption: string
  /** Also say which action it is. */
  ofMany?: boolean
}) {
  const { changes, names, caption, ofMany } = props
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={changes}
      columns={[
        {
          head: 'Wat',
          rowHead: true,
          cell: ({ action, actionTitle, field }) =>
            ofMany ? (
              <>
                <ListLink href={actionAddress(action)}>{actionTitle}</ListLink>
                <span class="sv-stil sv-klein"> {fieldLabels[field].toLowerCase()}</span>
              </>
            ) : (
              fieldLabels[field]
            ),
        },
        { head: 'Toen', cell: ({ field, before }) => valueWords(field, before, nameIn(names)) },
        { head: 'Daarna', cell: ({ field, after }) => valueWords(field, after, nameIn(names)) },
        {
          head: 'Waarom',
          cell: ({ reason, decision }) =>
            decision ? <TextLink href={`/besluiten/${encodeURIComponent(decision)}`}>{reason}</TextLink> : reason,
        },
        { head: 'Door', cell: ({ actedAs, at }) => `${actedAs}, ${day(dayInAmsterdam(new Date(at)))}` },
      ]}
    />
  )
}

/** The leads in some changes, to look their names up. */
export const leadsIn = (changes: readonly Change[]) =>
  changes
    .filter(({ field }) => field === 'trekker')
    .flatMap(({ before, after }) => [before, after].filter((code) => code !== null))
