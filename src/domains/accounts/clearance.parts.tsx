import { Actions, Button, Checkboxes, DataTable, Form, List, Paragraph, Status } from '../../platform/ui'
import { capital, moment, sentenceList } from '../../platform/ui/wording'
import { newestOf, type Part, type PartState } from './account'
import { accountAddress } from './address.parts'
import { hashOfDraft, hashOfPart, partStates, partWords, partyWords } from './document.parts'
import type { Draft } from './draft.verbs'
import { typedIn } from './reference'

/** What of a part somebody saw: its newest version, and what it says. */
export const seenOfPart = (draft: Draft, part: Part): string =>
  `${newestOf(draft.versions, part)} ${hashOfPart(draft, part)}`

/** What of a draft somebody saw as a whole. */
export const seenOfDraft = (draft: Draft): string =>
  `${Math.max(0, ...draft.versions.map(({ entry }) => entry))} ${hashOfDraft(draft)}`

function StateOfPart({ state }: { state: PartState }) {
  if (state.is === 'empty') return <Status is="waiting" label="hier staat nog niets" />
  if (state.is === 'open') return <Status is="waiting" label="nog niet vrijgegeven" />
  const { actedAs, at } = state.clearance
  return state.is === 'cleared' ? (
    <Status is="complete" label={`vrijgegeven door ${actedAs}, ${moment(at)}`} />
  ) : (
    <Status is="partial" label={`veranderd sinds ${actedAs} het vrijgaf, ${moment(at)}`} />
  )
}

const rolesOf: Readonly<Record<Part, string>> = {
  politie: 'in een andere rol dan lezer',
  om: 'in een andere rol dan lezer',
  gemeenten: 'in de rol bestuurder',
  bureau: 'in de rol programmamanager, adviseur of analist',
}

/** Every part with where it stands; who has a part clears it here as he sees it. `people` says how many people have each. */
export function ClearanceTable({ draft, people }: { draft: Draft; people: ReadonlyMap<Part, number> }) {
  const { account, standing } = draft
  return (
    <DataTable
      caption="Vrijgeven per deel"
      hiddenCaption
      empty="Er is nog niets om vrij te geven."
      rows={partStates(draft)}
      columns={[
        { head: 'Deel van', rowHead: true, cell: ({ part }) => capital(partWords[part]) },
        {
          head: 'Stand',
          cell: ({ part, state }) => (
            <>
              <StateOfPart state={state} />
              {state.is !== 'cleared' && !people.has(part) && (
                <Paragraph small>
                  Er is nog niemand van {partyWords[part]} die dit deel kan vrijgeven. De functioneel beheerder voegt
                  iemand toe, {rolesOf[part]}.
                </Paragraph>
              )}
            </>
          ),
        },
        {
          head: 'Uw stap',
          cell: ({ part, state }) =>
            standing.parts.includes(part) && (state.is === 'open' || state.is === 'changed') ? (
              <Form action={`${accountAddress(account.code)}/vrijgeven`}>
                <input type="hidden" name="deel" value={part} />
                <input type="hidden" name="gezien" value={seenOfPart(draft, part)} />
                <Button small>Geef het deel van {partWords[part]} vrij</Button>
              </Form>
            ) : (
              'geen'
            ),
        },
      ]}
    />
  )
}

/** The numbers that were typed, by block; nothing when there are none. */
export const typedWords = ({ blocks }: Pick<Draft, 'blocks'>): string =>
  typedIn(blocks)
    .map(({ title, numbers }) => `${title}: ${sentenceList(numbers)}.`)
    .join(' ')

/** What who releases ticks; the numbers only when some were typed. */
export type Confirmed = 'akkoord' | 'getypt'
export const toConfirm = ({ blocks }: Pick<Draft, 'blocks'>): readonly Confirmed[] =>
  typedIn(blocks).length > 0 ? ['getypt', 'akkoord'] : ['akkoord']

const untickedWords: Readonly<Record<Confirmed, string>> = {
  akkoord: 'Kruis aan dat u dit stuk uitbrengt.',
  getypt: 'Kijk de getypte getallen na en kruis aan dat ze kloppen.',
}

/** The way to release, or what still stands in it. `unticked` is what was sent without its tick; null before anything was sent. */
export function ReleaseForm(props: {
  draft: Draft
  reasons: readonly string[]
  unticked: readonly Confirmed[] | null
}) {
  const { draft, reasons, unticked } = props
  if (reasons.length > 0)
    return (
      <>
        <Paragraph>U kunt het stuk nog niet uitbrengen:</Paragraph>
        <List items={[...reasons]} />
      </>
    )
  const ticked = (field: Confirmed) =>
    unticked?.includes(field) ? { error: untickedWords[field] } : { values: unticked ? ['ja'] : [] }
  return (
    <Form
      action={`${accountAddress(draft.account.code)}/uitbrengen`}
      errors={(unticked ?? []).map((field) => ({ field, message: untickedWords[field] }))}
    >
      <input type="hidden" name="gezien" value={seenOfDraft(draft)} />
      {toConfirm(draft).includes('getypt') && (
        <Checkboxes
          name="getypt"
          label="In de tekst staan getallen zonder bron"
          description={typedWords(draft)}
          {...ticked('getypt')}
          options={[{ value: 'ja', label: 'Deze getallen zijn getypt en kloppen.' }]}
        />
      )}
      <Checkboxes
        name="akkoord"
        label="Daarna is het stuk openbaar en verandert het niet meer"
        {...ticked('akkoord')}
        options={[{ value: 'ja', label: 'Ik breng dit stuk uit zoals het hieronder staat.' }]}
      />
      <Actions>
        <Button kind="primary">Breng uit</Button>
      </Actions>
    </Form>
  )
}
