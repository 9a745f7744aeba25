import { day as toDay } from '../../kernel/day'
import { Code, DataTable, List, ListLink, Status, Tag, TextLink } from '../../platform/ui'
import { day, euro, number, period, type Qualifier, qualified } from '../../platform/ui/wording'
import { changeableFields } from './change'
import { actionAddress, valueWords } from './change.parts'
import type { Decision, Effect, EffectKind, Refusal, Values } from './decision'
import type { Since } from './since'

export const decisionsAddress = '/besluiten'
export const newDecisionAddress = `${decisionsAddress}/nieuw`
export const decisionAddress = (code: string) => `${decisionsAddress}/${encodeURIComponent(code)}`
export const planAddress = (code: string) => `/plannen/${encodeURIComponent(code)}`
export const adoptionAddress = (plan: string, hash: string) => `${planAddress(plan)}/vastgesteld/${hash}`

/** Why nothing was kept, and what to do. */
export const refusalWords: Readonly<Record<Refusal, string>> = {
  'dag-in-de-toekomst': 'De dag van het besluit ligt in de toekomst. Leg het besluit vast als het genomen is.',
  'gremium-bestond-niet':
    'Dit gremium bestond niet op de dag van het besluit. Kies een ander gremium of een andere dag.',
  onbekend: 'Wat het besluit verandert, is er niet (meer). Kies opnieuw.',
  'draait-al-terug': 'Dit besluit draait zelf een ander besluit terug. Neem een nieuw besluit.',
  'ander-gremium': 'Een besluit wordt teruggedraaid door hetzelfde gremium, en is net zo openbaar.',
  'voor-het-besluit': 'Deze dag ligt voor het besluit dat u terugdraait. Kies een latere dag.',
  vertrouwelijk:
    'Een vertrouwelijk besluit kan niets veranderen dat openbaar is. Maak het besluit openbaar, of laat de gevolgen weg.',
  'geen-mandaat': 'Wie dit besluit nam, gaat hier op die dag niet over. Kijk bij de mandaten wie dat wel doet.',
  'geen-mandaat-meer':
    'Wie dit besluit nam, gaat hier nu niet meer over. De programmamanager van het bureau legt het vast.',
  'ander-overleg':
    'U legt zetels vast van een overleg waarvan u secretaris bent. Van een ander overleg doet de programmamanager van het bureau dat.',
  'intussen-veranderd': 'Intussen veranderde iemand anders dit. Er is niets bewaard. Kijk opnieuw wat er nu staat.',
  'niets-veranderd': 'Dit staat er al zo. Er is niets te veranderen.',
  'stand-van-later': 'Deze prioriteit kreeg op of na die dag al een andere stand. Kies een latere dag.',
  'zelfde-stand':
    'Deze prioriteit heeft die stand al. Kies een andere stand, of bij volgend een andere dag, een ander cijfer of iemand anders.',
  'plan-leeg': 'Van dit plan staan geen acties in Slagvaardig. Er is niets om vast te leggen.',
  'al-teruggedraaid': 'Dit besluit is al teruggedraaid.',
  'geen-secretaris': 'Alleen de secretaris van dit overleg legt vast wat onder een besloten punt is besloten.',
  'andere-vergadering': 'Deze vergadering is van een ander overleg. Kies het gremium en het gebied van de vergadering.',
  'andere-dag': 'Een besluit is genomen op een dag van de vergadering. Kijk op welke dag die was.',
  'geen-regio': 'Alleen in een gremium van de regio hakt de regioburgemeester een knoop door.',
  'niemand-gevraagd': 'Van dit gremium staat er geen openbaar overleg in Slagvaardig. Kies een ander gremium.',
  'al-beantwoord':
    'De vraag van dit besluit is al beantwoord, en een antwoord gaat niet weg. Neem een nieuw besluit over wat er nu geldt.',
  'besloten-punt':
    'Onder een besloten punt is het besluit alleen voor wie daar zit. Onder een open punt is het dat niet.',
}

export const kindWords: Readonly<Record<EffectKind, string>> = {
  'stelt-plan-vast': 'Stelt een plan vast',
  'trekt-vaststelling-in': 'Trekt de vaststelling van een plan in',
  'wijzigt-actie': 'Wijzigt een actie',
  'zet-doel': 'Zet een doel',
  'zet-prioriteit': 'Zet de stand van een prioriteit',
  benoemt: 'Benoemt in een overleg',
  'verleent-decharge': 'Verleent decharge uit een zetel',
  'heft-op': 'Heft een gremium of werkgroep op',
  'kent-geld-toe': 'Kent geld toe',
  vraagt: 'Vraagt een ander gremium',
}
const shortKindWords = (kinds: readonly EffectKind[]) =>
  [...new Set(kinds)].map((kind) => kindWords[kind].toLowerCase()).join('; ')

const text = (values: Values, name: string) => {
  const value = values[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

function subjectAddress({ kind, subject, after, isGroup }: Effect): string {
  const code = encodeURIComponent(subject)
  switch (kind) {
    case 'wijzigt-actie':
      return actionAddress(subject)
    case 'zet-doel':
      return `/indicatoren/${code}`
    case 'zet-prioriteit':
      return `/prioriteiten/${code}`
    case 'benoemt':
    case 'verleent-decharge':
      return `/gremia/${text(after, 'gremium')}/${text(after, 'gebied')}`
    case 'heft-op':
      return isGroup ? `/werkgroepen/${code}` : `/gremia/${code}`
    case 'kent-geld-toe':
      return '/begroting#toegekend'
    case 'vraagt':
      return subject === 'gemeenten' ? '/gemeenten' : `/gremia/${code}`
    default:
      return planAddress(subject)
  }
}

const adoptionWords = (values: Values) => {
  const on = text(values, 'vastgesteldOp')
  return on ? `vastgesteld op ${day(toDay(on))}` : 'nog niet vastgesteld'
}

function targetWords(values: Values): string {
  const value = text(values, 'waarde')
  if (value === null) return 'geen doel van dit besluit'
  return qualified((text(values, 'grens') ?? 'exact') as Qualifier, number(Number(value)))
}

function fieldWords(values: Values, names: Effect['names']): string {
  const field = changeableFields.find((one) => one === text(values, 'veld'))
  return field ? valueWords(field, text(values, 'waarde'), (code) => names[code]) : 'leeg'
}

const onDay = (values: Values, name: string) => {
  const on = text(values, name)
  return on ? day(toDay(on)) : 'een dag die niet bekend is'
}
const seatFrom = (values: Values) => `${text(values, 'soort') ?? 'zetel'} vanaf ${onDay(values, 'vanaf')}`
const endWords = (values: Values) => (text(values, 'tot') ? `tot ${onDay(values, 'tot')}` : 'zonder einde')
const grantWords = (values: Values) => {
  const amount = text(values, 'bedrag')
  return amount ? `${euro(Number(amount))} voor ${text(values, 'jaar')}` : 'geen geld'
}

const questionWords = (values: Values) => {
  const asked = Number(text(values, 'aantal'))
  if (!asked) return 'geen vraag'
  if (values.ingetrokken === true) return 'vraag ingetrokken'
  return `${asked} gevraagd, antwoorden kan tot en met ${onDay(values, 'tot')}`
}

/** What was before and what became of it, in words. */
export function effectWords({ kind, before, after, names }: Effect): { readonly was: string; readonly became: string } {
  switch (kind) {
    case 'wijzigt-actie':
      return { was: fieldWords(before, names), became: fieldWords(after, names) }
    case 'zet-prioriteit':
      return isWatchedOn(before, after)
        ? { was: `volgend: ${text(before, 'reden')}`, became: 'volgend, opnieuw' }
        : { was: text(before, 'stand') ?? 'geen stand', became: text(after, 'stand') ?? 'geen stand' }
    case 'zet-doel': {
      const old = Array.isArray(before.metingen) ? (before.metingen as unknown as { waarde: number | null }[]) : []
      const values = old.flatMap(({ waarde }) => (waarde === null ? [] : [number(waarde)]))
      return { was: values.length > 0 ? values.join(' en ') : 'geen doel', became: targetWords(after) }
    }
    case 'benoemt':
      return text(after, 'tot')
        ? { was: seatFrom(after), became: `zetel tot ${onDay(after, 'tot')}` }
        : { was: 'geen zetel', became: seatFrom(after) }
    case 'verleent-decharge':
    case 'heft-op':
      return { was: endWords(before), became: endWords(after) }
    case 'kent-geld-toe':
      return { was: grantWords(before), became: grantWords(after) }
    case 'vraagt':
      return { was: questionWords(before), became: questionWords(after) }
    default:
      return { was: adoptionWords(before), became: adoptionWords(after) }
  }
}

const isWatchedOn = (before: Values, after: Values) =>
  text(before, 'stand') === 'volgend' && text(after, 'stand') === 'volgend'

const fieldNames: Readonly<Record<string, string>> = {
  titel: 'de tekst',
  klaar: 'de datum',
  trekker: 'de trekker',
  doel_waarde: 'het doel',
  doel_eenheid: 'de eenheid van het doel',
}

/** What more there is to say of an effect: which field, of where, or why. */
export const effectDetail = ({ kind, after }: Effect) => {
  if (kind === 'wijzigt-actie') return fieldNames[text(after, 'veld') ?? '']
  if (kind === 'zet-doel') return `${text(after, 'gebied')}, ${period(text(after, 'periode') ?? '')}`
  if (kind === 'kent-geld-toe') return text(after, 'waarvoor')
  if (kind === 'vraagt') return text(after, 'vraag')
  if (kind === 'verleent-decharge' || kind === 'heft-op') return text(after, 'decharge')
  return kind === 'zet-prioriteit' ? text(after, 'reden') : null
}

/** Everything a decision changed: what it was, and what it became. */
export function EffectTable({ effects }: { effects: readonly Effect[] }) {
  return (
    <DataTable
      caption="Wat dit besluit veranderde"
      hiddenCaption
      rows={effects}
      columns={[
        { head: 'Gevolg', cell: ({ kind }) => kindWords[kind] },
        {
          head: 'Waarvan',
          rowHead: true,
          cell: (effect) => (
            <>
              <ListLink href={subjectAddress(effect)}>{effect.subjectTitle}</ListLink>
              <span class="sv-stil sv-klein"> {effectDetail(effect)}</span>
            </>
          ),
        },
        { head: 'Was', cell: (effect) => effectWords(effect).was },
        {
          head: 'Werd',
          cell: (effect) => (
            <>
              {effectWords(effect).became}
              {effect.hash && (
                <>
                  {' '}
                  <TextLink href={adoptionAddress(effect.subject, effect.hash)}>zoals vastgesteld</TextLink>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

/** Decisions in a table, each with what it does and whether it still holds. */
export function DecisionTable(props: {
  decisions: readonly Decision[]
  caption: string
  /** What stands now of what each did. */
  since?: ReadonlyMap<string, readonly Since[]>
}) {
  const { decisions, caption, since } = props
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      wideFirst={since === undefined}
      rows={decisions}
      columns={[
        {
          head: 'Besluit',
          rowHead: true,
          cell: ({ code, title, isPublic, closedTo }) => (
            <>
              <ListLink href={decisionAddress(code)}>{title}</ListLink> <Code>{code}</Code>{' '}
              {isPublic ? null : <Tag>{closedTo ? 'besloten' : 'vertrouwelijk'}</Tag>}
            </>
          ),
        },
        { head: 'Genomen op', cell: ({ takenOn }) => day(takenOn) },
        { head: 'Door', cell: ({ bodyName, areaName }) => (areaName ? `${bodyName}, ${areaName}` : bodyName) },
        {
          head: 'Wat het deed',
          cell: ({ effects }) =>
            effects.length > 0 ? shortKindWords(effects.map(({ kind }) => kind)) : 'alleen tekst',
        },
        { head: 'Stand', cell: (decision) => <Holds decision={decision} /> },
        ...(since
          ? [
              {
                head: 'Sindsdien',
                cell: ({ code }: Decision) => (since.get(code) ?? []).map(({ words }) => <p>{words}</p>),
              },
            ]
          : []),
      ]}
    />
  )
}

function Holds({ decision: { reversedBy } }: { decision: Pick<Decision, 'reversedBy'> }) {
  return reversedBy ? <Status is="missing" label="teruggedraaid" /> : <Status is="yes" label="geldt" />
}

/** Functions under each other. */
export const Functions = ({ of, none }: { of: readonly string[]; none: string }) =>
  of.length > 0 ? <List items={of} small /> : none
