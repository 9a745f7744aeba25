import {
  Code,
  DataList,
  DataTable,
  EmptyState,
  Fold,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, day, moment, period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { partyNames } from '../identity'
import { type Adoption, adoptionsOf } from './adoption.store'
import { actionAddress, ChangeTable, leadsIn } from './change.parts'
import { changesOf } from './change.store'
import { adoptionAddress, decisionAddress, Functions, planAddress } from './decision.parts'
import { planAsItStands } from './decision.verbs'
import { type Difference, differencesBetween, type FrozenPlan } from './frozen-plan'

/** Every decision that adopted the plan with exactly this content, the first one last; null when none did. */
async function find(ask: Ask) {
  const { code = '', hash = '' } = ask.params
  return ask.read(async (tx) => {
    const adoptions = (await adoptionsOf(tx, code)).filter((one) => one.hash === hash)
    const [newest] = adoptions
    if (!newest) return null
    const changes = await changesOf(tx, { plan: code, since: newest.recordedAt })
    return {
      newest,
      adoptions,
      adopted: JSON.parse(newest.model) as FrozenPlan,
      now: await planAsItStands(tx, code),
      changes,
      names: await partyNames(tx, leadsIn(changes)),
    }
  })
}

/** A plan as it was adopted: by whom, when, what it said then, and where it says something else now. */
export async function adoptionPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const { newest, adoptions, adopted, now, changes, names } = found
  const { code = '', hash = '' } = ask.params
  const differences = now ? differencesBetween(adopted, now) : []
  const byProgramme = Map.groupBy(adopted.acties, ({ programma }) => programma)
  return ask.page(
    {
      title: `${adopted.titel}, vastgesteld op ${day(newest.takenOn)}`,
      description: `Zoals ${newest.bodyName} dit plan vaststelde.`,
      breadcrumbs: [
        { label: 'Plannen', href: '/plannen' },
        { label: adopted.titel, href: planAddress(code) },
        { label: 'Zoals vastgesteld', href: adoptionAddress(code, hash) },
      ],
    },
    <>
      <Opening
        title={`${adopted.titel}, zoals vastgesteld`}
        lead={`${newest.bodyName} stelde dit plan vast op ${day(newest.takenOn)}. Deze bladzijde verandert niet. Haar adres blijft.`}
        meta={[
          count(adopted.programmas.length, 'programma', 'programma’s'),
          count(adopted.acties.length, 'actie', 'acties'),
          <TextLink href={planAddress(code)}>Het plan van nu</TextLink>,
        ]}
      >
        {newest.reversedBy && (
          <Notice kind="attention" title="Deze vaststelling is ingetrokken.">
            Dat deed besluit <TextLink href={decisionAddress(newest.reversedBy)}>{newest.reversedBy}</TextLink>.
          </Notice>
        )}
      </Opening>
      <Section id="vaststelling" title="De vaststelling">
        <DataList items={adoptions.flatMap(factsOf)} />
        <Paragraph>
          Kenmerk (SHA-256): <Code>{hash}</Code>
        </Paragraph>
        <Paragraph small>
          <TextLink href={`${adoptionAddress(code, hash)}/plan.json`}>Haal het vastgestelde plan op (JSON)</TextLink>.
          Het kenmerk is dat van de bytes van dit bestand.
        </Paragraph>
      </Section>
      <Section
        id="verschillen"
        title="Toen en nu"
        intro={
          differences.length === 0
            ? 'Het plan zegt nu hetzelfde.'
            : `Op ${count(differences.length, 'plaats', 'plaatsen')} zegt het plan nu iets anders.`
        }
        full
      >
        {differences.length === 0 ? (
          <EmptyState title="Geen verschil met nu." />
        ) : (
          <DifferenceTable differences={differences} />
        )}
      </Section>
      {changes.length > 0 && (
        <Section id="wijzigingen" title="Wijzigingen sinds het besluit" intro="Wie wat wijzigde, en waarom." full>
          <ChangeTable changes={changes} names={names} caption="Wijzigingen sinds het besluit" ofMany />
        </Section>
      )}
      <Section id="wat-er-stond" title="Wat er stond" intro="Per programma.">
        {adopted.programmas.map(({ code: programme, titel }) => (
          <Fold label={`${titel}: ${count(byProgramme.get(programme)?.length ?? 0, 'actie', 'acties')}`}>
            <DataTable
              caption={`Acties van ${titel}`}
              hiddenCaption
              wideFirst
              rows={byProgramme.get(programme) ?? []}
              empty="Dit programma had geen acties."
              columns={[
                {
                  head: 'Actie',
                  rowHead: true,
                  cell: (action) => <ListLink href={actionAddress(action.code)}>{action.titel}</ListLink>,
                },
                { head: 'Trekker', cell: ({ trekker }) => trekker.naam },
                { head: 'Klaar', cell: ({ klaar }) => period(klaar) },
                {
                  head: 'Doel',
                  cell: ({ doelWaarde, doelEenheid }) =>
                    doelWaarde === null ? 'geen getal' : `${String(doelWaarde).replace('.', ',')} ${doelEenheid ?? ''}`,
                },
              ]}
            />
          </Fold>
        ))}
      </Section>
    </>,
  )
}

const factsOf = ({ decision, title, bodyName, takenOn, adoptedBy, attended, recordedAt }: Adoption) => [
  { term: 'Besluit', value: <TextLink href={decisionAddress(decision)}>{`${title} (${decision})`}</TextLink> },
  { term: 'Genomen', value: `${day(takenOn)}, ${bodyName}` },
  { term: 'Vastgesteld door', value: <Functions of={adoptedBy} none="niet genoemd" /> },
  { term: 'Ook aanwezig', value: <Functions of={attended} none="niemand genoemd" /> },
  { term: 'Vastgelegd', value: moment(recordedAt) },
]

const fieldWords: Readonly<Record<string, string>> = {
  trekker: 'trekker',
  klaar: 'klaar',
  doelWaarde: 'doel: getal',
  doelEenheid: 'doel: eenheid',
  periodeVan: 'eerste jaar',
  periodeTot: 'laatste jaar',
  titel: 'tekst',
}

const worded = (field: string | null, value: string | null) =>
  field === 'klaar' && value !== null ? period(value) : value

function DifferenceTable({ differences }: { differences: readonly Difference[] }) {
  return (
    <DataTable
      caption="Toen en nu"
      hiddenCaption
      rows={differences}
      columns={[
        {
          head: 'Wat',
          rowHead: true,
          cell: ({ kind, code, title, field }) => (
            <>
              {kind === 'actie' ? <ListLink href={actionAddress(code)}>{title}</ListLink> : title}
              <span class="sv-stil sv-klein"> {field === null ? kind : `${kind}, ${fieldWords[field] ?? field}`}</span>
            </>
          ),
        },
        {
          head: 'Toen',
          cell: ({ field, before }) => worded(field, before) ?? (field === null ? 'stond er niet in' : 'leeg'),
        },
        {
          head: 'Nu',
          cell: ({ field, now }) => worded(field, now) ?? (field === null ? 'staat er niet meer in' : 'leeg'),
        },
      ]}
    />
  )
}

/** The adopted plan, byte for byte what its hash is of. */
export async function adoptionFile(ask: Ask): Promise<Response> {
  const { code = '', hash = '' } = ask.params
  const found = (await ask.read((tx) => adoptionsOf(tx, code))).find((one) => one.hash === hash)
  if (!found) return ask.notFound()
  return ask.file(found.model, 'application/json; charset=utf-8', {
    'content-disposition': `attachment; filename="${code}-${hash.slice(0, 12)}.json"`,
  })
}
