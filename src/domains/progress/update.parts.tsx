import { dayInAmsterdam } from '../../kernel/day'
import { largestPhoto, readPhoto } from '../../platform/images/photo'
import {
  DataList,
  EmptyState,
  type FieldError,
  FileField,
  Fold,
  Paragraph,
  Photo,
  Radios,
  RowList,
  Stack,
  Status as StatusBadge,
  type StatusName,
  TextArea,
  TextField,
  TextLink,
} from '../../platform/ui'
import { capital, day as dayInWords, moment } from '../../platform/ui/wording'
import type { EntryFault, TypedItem } from './entry'
import { photoFaultWords } from './photo.parts'
import { type Item, longestSentence, type Status, statuses, type Update } from './status'

export const linkAddress = (secret: string) => `/stand/${secret}`
export const ownAddress = '/mijn/voortgang'
/** The same for whoever is not signed in yet. */
export const signInAddress = `/inloggen?naar=${encodeURIComponent(ownAddress)}`
export const actionAddress = (action: string) => `/acties/${encodeURIComponent(action)}`
const photoAddress = (action: string, hash: string) => `${actionAddress(action)}/foto/${hash}`
export const carrierAddress = (action: string) => `${actionAddress(action)}/wie`

/** A status in words, with its sign. */
export const statusWords: Readonly<Record<Status, string>> = {
  'nog-niet-begonnen': 'nog niet begonnen',
  'op-koers': 'op koers',
  'loopt-achter': 'loopt achter',
  geblokkeerd: 'geblokkeerd',
  afgerond: 'afgerond',
  gestopt: 'gestopt',
  overgedragen: 'overgedragen',
}
const signs: Readonly<Record<Status, StatusName>> = {
  'nog-niet-begonnen': 'waiting',
  'op-koers': 'onCourse',
  'loopt-achter': 'behind',
  geblokkeerd: 'stalled',
  afgerond: 'done',
  gestopt: 'missing',
  overgedragen: 'moved',
}
export const StatusText = ({ is }: { is: Status }) => <StatusBadge is={signs[is]} label={statusWords[is]} />

export const dayOf = (at: string) => dayInWords(dayInAmsterdam(new Date(at)))

/** When and what was last said, in one line of text. */
export function lastWords({ status, sentence, saidAt }: Pick<Item, 'status' | 'sentence' | 'saidAt'>): string {
  if (status === null || saidAt === null) return 'Nog niets gemeld.'
  return `Laatst gemeld op ${dayOf(saidAt)}: ${statusWords[status]}.${sentence ? ` ${sentence}` : ''}`
}

/** More than a photo that is kept: one that is too large is refused in the form, with all that was typed, and not before it is read. */
export const largestUpdateForm = 4 * largestPhoto

/** The name of a field of one action in a form of several. */
const fieldName = (field: EntryFault['field'], action: string) => `${field}-${action}`

/** What was typed for each action in a form that was sent, with the photos that came along. */
export async function typedItems(form: FormData, actions: readonly string[]): Promise<Map<string, TypedItem>> {
  const typed = new Map<string, TypedItem>()
  for (const action of actions) {
    const text = (field: EntryFault['field']) => String(form.get(fieldName(field, action)) ?? '')
    const photo = await photoIn(form.get(fieldName('foto', action)))
    const written = {
      choice: text('stand'),
      sentence: text('zin'),
      evidence: text('bewijs'),
      photoText: text('fototekst'),
    }
    typed.set(action, { ...written, photo })
  }
  return typed
}

/** A browser without a chosen file sends an empty one. */
async function photoIn(file: File | string | null): Promise<TypedItem['photo']> {
  if (!(file instanceof File) || file.size === 0) return null
  return file.size > largestPhoto ? 'too-large' : readPhoto(new Uint8Array(await file.arrayBuffer()))
}

const faultWords: Readonly<Record<EntryFault['fault'], string>> = {
  'no-choice': 'Kies hoe de actie ervoor staat.',
  'no-reason': 'Schrijf in één zin waarom.',
  'too-long': `Schrijf ten hoogste ${longestSentence} tekens.`,
  'no-address': 'Dit is geen webadres. Het begint met https://.',
  'nothing-to-repeat': 'Er is nog niets gemeld. Kies hoe de actie ervoor staat.',
  ...photoFaultWords,
  'photo-missing': 'U schreef wat er op de foto staat, maar koos geen foto.',
  'photo-again': 'Kies de foto opnieuw. Uw browser stuurt hem niet vanzelf nog eens mee.',
  'no-photo-text': 'Schrijf wat er op de foto staat, voor wie hem niet kan zien.',
}

/** The faults of a form as its summary shows them, each with the action it is about. */
export const errorsOf = (faults: readonly EntryFault[], items: readonly Item[]): FieldError[] =>
  faults.map(({ action, field, fault }) => ({
    field: fieldName(field, action),
    message:
      items.length === 1
        ? faultWords[fault]
        : `${items.find((item) => item.action === action)?.title ?? action}: ${faultWords[fault]}`,
  }))

type Filled = {
  readonly typed: ReadonlyMap<string, TypedItem>
  readonly faults: readonly EntryFault[]
}

// More than these are folded, or a phone shows one question per screen and no end.
const mostUnfolded = 3

/** The fields of some actions: open when they are few, else each behind its title. What was typed or is wrong stands open. */
export function ItemsFields({ items, typed, faults }: Filled & { items: readonly Item[] }) {
  const isFolded = items.length > mostUnfolded
  return (
    <>
      {items.map((item) => {
        const own = typed.get(item.action)
        const fields = (
          <ItemFields
            item={item}
            typed={own}
            faults={faults}
            label={isFolded ? 'Hoe staat deze actie ervoor?' : item.title}
          />
        )
        if (!isFolded) return fields
        const isOpen = Boolean(own?.choice) || faults.some(({ action }) => action === item.action)
        return (
          <Fold label={item.title} open={isOpen}>
            {fields}
          </Fold>
        )
      })}
    </>
  )
}

/** The choices and the sentence of one action; what was last said stands in them. */
function ItemFields(props: { item: Item; typed: TypedItem | undefined; faults: readonly EntryFault[]; label: string }) {
  const { item, typed } = props
  const { action, status } = item
  const errorAt = (field: EntryFault['field']) => {
    const found = props.faults.find((fault) => fault.action === action && fault.field === field)
    return found ? { error: faultWords[found.fault] } : {}
  }
  const options = statuses.map((one) => ({ value: one as string, label: capital(statusWords[one]) }))
  return (
    <>
      <Radios
        name={fieldName('stand', action)}
        label={props.label}
        description={`${item.programme}${item.isConcept ? ' (concept, nog niet vastgesteld)' : ''}. ${lastWords(item)}`}
        value={typed?.choice ?? ''}
        options={
          status === null
            ? options
            : [
                { value: 'ongewijzigd', label: `Ongewijzigd: ${statusWords[status]}` },
                ...options.filter(({ value }) => value !== status),
              ]
        }
        {...errorAt('stand')}
      />
      <TextArea
        name={fieldName('zin', action)}
        label="Eén zin erbij"
        description="Wat is er gebeurd, of wat is er nodig? Alleen professionals lezen dit. Noem geen personen."
        value={typed?.sentence ?? item.sentence ?? ''}
        rows={2}
        {...errorAt('zin')}
      />
      <Fold
        label="Bewijs of foto erbij"
        open={
          Boolean(typed?.evidence || typed?.photo || typed?.photoText) ||
          (['bewijs', 'foto', 'fototekst'] as const).some((field) => 'error' in errorAt(field))
        }
      >
        <Stack>
          <TextField
            name={fieldName('bewijs', action)}
            label="Webadres van een stuk"
            type="url"
            optional
            value={typed?.evidence ?? ''}
            {...errorAt('bewijs')}
          />
          <FileField
            name={fieldName('foto', action)}
            label="Foto"
            description={`JPEG of PNG, ten hoogste ${largestPhoto / 1024 / 1024} MB. Alleen professionals zien hem. Plaats, tijd en toestel halen wij eraf. Geen herkenbare mensen.`}
            optional
            accept="image/jpeg,image/png"
            {...errorAt('foto')}
          />
          <TextField
            name={fieldName('fototekst', action)}
            label="Wat staat er op de foto?"
            description="Alleen nodig bij een foto."
            optional
            value={typed?.photoText ?? ''}
            {...errorAt('fototekst')}
          />
        </Stack>
      </Fold>
    </>
  )
}

const wayWords: Readonly<Record<Update['way'], string>> = {
  scherm: 'ingelogd',
  link: 'met de link in de mail',
  mail: 'per mail',
}

/** Everything that was said of an action, the newest first. */
export function UpdateList({ updates }: { updates: readonly Update[] }) {
  if (updates.length === 0) return <EmptyState title="Nog niets gemeld." />
  return (
    <RowList
      items={updates.map((update) => ({
        content: (
          <>
            <StatusText is={update.status} />
            {update.sentence && <Paragraph>{update.sentence}</Paragraph>}
            {update.photo && <Photo src={photoAddress(update.action, update.photo.hash)} words={update.photo.text} />}
            <Paragraph small quiet>
              {update.actedAs}, {moment(update.at)}, {wayWords[update.way]}
              {update.isUnchanged && ', ongewijzigd'}
              {update.evidence && (
                <>
                  . <TextLink href={update.evidence}>Bewijs</TextLink>
                </>
              )}
            </Paragraph>
          </>
        ),
      }))}
    />
  )
}

/** What was kept of each action, after it was sent. */
export function KeptList({ items }: { items: readonly Item[] }) {
  return (
    <DataList
      items={items.map(({ title, status, sentence }) => ({
        term: title,
        value: (
          <>
            {status && <StatusText is={status} />} {sentence}
          </>
        ),
      }))}
    />
  )
}
