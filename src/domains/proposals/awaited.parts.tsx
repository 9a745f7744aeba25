import type { Reader } from '../../platform/db/database'
import { Actions, Button, ButtonLink, Form, Hidden, List, ListLink, Paragraph } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import { addresseeAddress } from './proposal.parts'
import { awaitedOfOwn, type Waiting } from './view.store'

/** What waits for the person who asks about proposals; null when nothing does. */
export async function awaitedProposals(tx: Reader): Promise<readonly Waiting[] | null> {
  const waiting = await awaitedOfOwn(tx)
  return waiting.length > 0 ? waiting : null
}

export type OpenRound = Pick<Waiting, 'title' | 'who' | 'term' | 'silent'> & { readonly address: string }

/** The written rounds that are open and in which a seat of the person who asks said nothing yet, with those seats. */
export async function openRounds(tx: Reader): Promise<OpenRound[]> {
  return (await awaitedOfOwn(tx))
    .filter(({ what }) => what === 'ronde')
    .map((one) => ({ title: one.title, who: one.who, term: one.term, silent: one.silent, address: addressOf(one) }))
}

const addressOf = ({ proposal, seq, addressee }: Waiting) => addresseeAddress(proposal, seq, addressee)

const whatWords: Readonly<Record<Waiting['what'], string>> = {
  schrijven: 'schrijf de zienswijze',
  vrijgeven: 'geef de zienswijze vrij',
  ronde: 'schriftelijke ronde: laat weten wat u vindt',
  terugmelden: 'meld terug wat met de zienswijze is gedaan',
}

export function AwaitedProposals({ rows }: { rows: readonly Waiting[] }) {
  return (
    <List
      items={rows.map((one) => (
        <>
          <ListLink href={addressOf(one)}>{`${one.title}: ${one.who}`}</ListLink> {whatWords[one.what]}
          {one.what === 'terugmelden' ? '' : `, uiterlijk ${day(one.term)}`}
        </>
      ))}
    />
  )
}

/** The text to read, and agreement with one press for each seat that said nothing; what else can be said stands with the text. */
export function OpenRounds({ rounds }: { rounds: readonly OpenRound[] }) {
  return (
    <>
      {rounds.map(({ title, who, term, silent, address }) => (
        <>
          <Paragraph>
            {title}, {who}. U kunt antwoorden tot en met {day(term)}. Hebt u een opmerking of bent u niet akkoord, laat
            het daar weten.
          </Paragraph>
          <Actions>
            <ButtonLink href={`${address}#ronde`}>{`Lees ${title}`}</ButtonLink>
          </Actions>
          {silent.map(({ seat, title: seatTitle }) => (
            <Form action={`${address}/ronde`}>
              <input type="hidden" name="zetel" value={seat} />
              <Actions>
                <Button name="woord" value="akkoord">
                  Akkoord
                  <Hidden>{` met ${title}, als ${seatTitle}`}</Hidden>
                </Button>
              </Actions>
            </Form>
          ))}
        </>
      ))}
    </>
  )
}
