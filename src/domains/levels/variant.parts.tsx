import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/db/database'
import { DataTable, List, ListLink, Paragraph, Section, Status, Tag, TextLink, WordDiff } from '../../platform/ui'
import { capital, count, day, period, sentenceList } from '../../platform/ui/wording'
import { type Action, dueText, targetText } from '../strategy'
import { listLocalPlans } from './local-plan.store'
import { planAddress } from './overview.parts'
import {
  type Choice,
  differing,
  differingBetween,
  type Field,
  fields,
  type Said,
  type Sides,
  type Variant,
} from './variant'
import { listVariants, placesOf } from './variant.store'

export const actionAddress = (code: string) => `/acties/${encodeURIComponent(code)}`
export const variantsAddress = (action: string) => `${actionAddress(action)}/varianten`
export const variantAddress = (action: string, area: string) => `${variantsAddress(action)}/${encodeURIComponent(area)}`
export const variantFormAddress = (action: string, area: string) => `${variantAddress(action, area)}/invullen`

export const choiceWords: Readonly<Record<Choice, string>> = {
  eigen: 'eigen versie',
  overgenomen: 'zo overgenomen',
  niet: 'niet bij ons',
}
const choiceSigns = { eigen: 'partial', overgenomen: 'yes', niet: 'no' } as const

export const ChoiceStatus = ({ choice }: { choice: Choice }) => (
  <Status is={choiceSigns[choice]} label={choiceWords[choice]} />
)

const fieldWords: Readonly<Record<Field, string>> = {
  tekst: 'Tekst',
  trekker: 'Trekker',
  klaar: 'Klaar',
  doel: 'Doel',
  waar: 'Waar',
}

/** What was agreed on, with the words of a plan that was made here: `Streven: 3 gemeenten, in 2027`. */
function goalOf(action: Action): string {
  const { agreed } = action
  const goal = targetText(action) ?? agreed?.text
  if (!goal) return 'geen getal'
  return `${agreed?.aim ? `${capital(agreed.aim)}: ` : ''}${goal}${agreed?.by ? `, in ${period(agreed.by)}` : ''}`
}

/** The regional action and what an area makes of it, field by field; null is "as the region has it". */
export function sidesOf(action: Action, said: Said): Sides {
  const own = (value: string | null) => (said.choice === 'eigen' ? value : null)
  return {
    tekst: { regional: action.title, own: own(said.title) },
    trekker: { regional: [action.lead.name, action.agreed?.post].filter(Boolean).join(', '), own: own(said.lead) },
    klaar: { regional: dueText(action), own: own(said.dueOn && day(said.dueOn)) },
    doel: { regional: goalOf(action), own: own(said.target) },
    waar: { regional: sentenceList(action.areas.map(({ name }) => name)), own: own(said.place) },
  }
}

/** In which fields an own version differs, as a sentence. */
export function differenceSentence(sides: Sides): string {
  const different = differing(sides).map((field) => fieldWords[field].toLowerCase())
  return different.length === 0
    ? 'Deze versie zegt hetzelfde als de regionale actie.'
    : `Anders dan de regionale actie: ${sentenceList(different)}.`
}

/** What the district of a municipality decided on the same action. */
export type OfDistrict = { readonly name: string; readonly href: string; readonly sides: Sides }

/** The same between a municipality and its district. */
function districtSentence(sides: Sides, { name, sides: other }: OfDistrict): string {
  const different = differingBetween(sides, other).map((field) => fieldWords[field].toLowerCase())
  return different.length === 0
    ? `Deze versie zegt hetzelfde als die van ${name}.`
    : `Anders dan ${name}: ${sentenceList(different)}.`
}

/**
 * The regional action beside the own version, of a municipality with that of its district between them. What went is struck through, what
 * came is underlined.
 */
export function SideBySide({ sides, name, district }: { sides: Sides; name: string; district?: OfDistrict | null }) {
  const different = differing(sides)
  return (
    <>
      <DataTable
        caption={`De regionale actie naast die van ${name}`}
        hiddenCaption
        rows={fields}
        columns={[
          { head: 'Onderdeel', rowHead: true, cell: (field) => fieldWords[field] },
          { head: 'Regionaal', cell: (field) => sides[field].regional },
          ...(district
            ? [
                {
                  head: capital(district.name),
                  cell: (field: Field) => district.sides[field].own ?? <span class="sv-stil">zoals regionaal</span>,
                },
              ]
            : []),
          {
            head: capital(name),
            cell: (field) => {
              const { regional, own } = sides[field]
              if (own === null) return <span class="sv-stil">zoals regionaal</span>
              return field === 'tekst' ? <WordDiff before={regional} after={own} /> : own
            },
          },
          { head: 'Verschil', cell: (field) => (different.includes(field) ? <b>anders</b> : 'gelijk') },
        ]}
      />
      {district && (
        <Paragraph>
          {districtSentence(sides, district)}{' '}
          <TextLink href={district.href}>{`De versie van ${district.name}`}</TextLink>
        </Paragraph>
      )}
      {different.includes('tekst') && (
        <Paragraph small quiet>
          In de tekst: <del>doorgestreept</del> staat alleen in de regionale actie, <ins>onderstreept</ins> alleen in de
          eigen versie.
        </Paragraph>
      )}
    </>
  )
}

/** `besloten op 3 december 2026`, or that it is a draft. */
export const decidedWords = ({ decidedOn }: Pick<Variant, 'decidedOn'>) =>
  decidedOn ? `besloten op ${day(decidedOn)}` : 'concept, alleen voor professionals'

/** What areas make of one action, or one area of several actions. */
export function VariantTable({ variants, by }: { variants: readonly Variant[]; by: 'gebied' | 'actie' | 'beide' }) {
  return (
    <DataTable
      caption="Wat districten en gemeenten van regionale acties maken"
      hiddenCaption
      wideFirst={by !== 'gebied'}
      rows={variants}
      columns={[
        {
          head: { gebied: 'Gebied', actie: 'Regionale actie', beide: 'Actie en gebied' }[by],
          rowHead: true,
          cell: ({ action, area, isExample }) => (
            <>
              <ListLink href={variantAddress(action.code, area.code)}>
                {by === 'actie'
                  ? action.title
                  : `${by === 'beide' ? `${action.title}: ` : ''}${area.kind === 'district' ? 'District ' : ''}${area.name}`}
              </ListLink>
              {isExample && <Tag />}
            </>
          ),
        },
        { head: 'Keuze', cell: ({ choice }) => <ChoiceStatus choice={choice} /> },
        { head: 'Tekst', cell: ({ title }) => title ?? <span class="sv-stil">zoals regionaal</span> },
        {
          head: 'Stand',
          cell: (variant) =>
            `${decidedWords(variant)}${variant.changedSince ? '; de regionale actie is sindsdien veranderd' : ''}`,
        },
      ]}
    />
  )
}

/** On the page of an action: what districts and municipalities make of it. Null where nobody can have an own version. */
export async function variantsOn(tx: Reader, code: string): Promise<Child> {
  const variants = await listVariants(tx, { action: code })
  const places = await placesOf(tx, code)
  const plans = await listLocalPlans(tx, { action: code })
  if (places.length + variants.length + plans.length === 0) return null
  const own = places.filter(({ actsAs }) => actsAs !== null)
  const [only] = own
  return (
    <Section id="varianten" title="In districten en gemeenten" intro="Wat zij van deze actie maken.">
      {variants.length > 0 ? (
        <VariantTable variants={variants} by="gebied" />
      ) : (
        <Paragraph>Van geen district of gemeente is een eigen versie bekend.</Paragraph>
      )}
      {plans.length > 0 && (
        <>
          <Paragraph>Lokale veiligheidsplannen die deze actie noemen:</Paragraph>
          <List
            items={plans.map((plan) => (
              <>
                <ListLink href={planAddress(plan.code)}>{plan.title}</ListLink>:{' '}
                {sentenceList(plan.priorities.filter(({ action }) => action?.code === code).map(({ text }) => text))}
              </>
            ))}
          />
        </>
      )}
      <Paragraph>
        <TextLink href={variantsAddress(code)}>
          {`Alle ${count(places.length, 'gebied', 'gebieden')} waar deze actie geldt`}
        </TextLink>
        {own.length === 1 && only && (
          <>
            {' · '}
            <TextLink href={variantFormAddress(code, only.code)}>{`Vul in voor ${only.name}`}</TextLink>
          </>
        )}
      </Paragraph>
    </Section>
  )
}
