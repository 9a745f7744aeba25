import type { Day } from '../../kernel/day'
import { type Answers, answerKey, type Hearing, type Party, type Reply, type Tally, tally, type View } from './hearing'

/** A point with what we answered. */
export type NotaPoint = { readonly number: number; readonly text: string; readonly reply: Reply | null }

/** What one party said, as it stands in the nota. Of a meeting in private no point is in it. */
export type NotaParty = {
  readonly code: string
  readonly kind: Party['kind']
  readonly name: string
  readonly heardOn: Day | null
  readonly inPrivate: boolean
  readonly view: View | null
  readonly points: readonly NotaPoint[]
}

/** All that a nota van beantwoording says: the one source of the page and of every file. */
export type Nota = Pick<Hearing, 'subject' | 'text' | 'termEndsOn' | 'askedBy' | 'isExample'> & {
  readonly hearing: string
  readonly openedOn: Day
  readonly councils: Tally
  readonly partners: Tally
  readonly parties: readonly NotaParty[]
}

/** The nota as the entries and answers are now. */
export function notaOf(hearing: Hearing, openedOn: Day, parties: readonly Party[], answers: Answers): Nota {
  const { code, subject, text, termEndsOn, askedBy, isExample } = hearing
  const among = (kind: Party['kind']) => tally(parties.filter((party) => party.kind === kind))
  return {
    hearing: code,
    subject,
    text,
    termEndsOn,
    askedBy,
    isExample,
    openedOn,
    councils: among('raad'),
    partners: among('partner'),
    parties: parties
      // Who was not heard is counted and not named: nobody is called late here.
      .filter(({ entry }) => entry?.heardOn)
      .map(({ code: party, kind, name, entry }) => ({
        code: party,
        kind,
        name,
        heardOn: entry?.heardOn ?? null,
        inPrivate: entry?.inPrivate ?? false,
        view: entry?.view ?? null,
        points: entry?.inPrivate
          ? []
          : (entry?.points ?? []).map(({ number, text: said }) => {
              const answer = answers.get(answerKey(party, number))
              const reply = answer?.pointText === said ? answer : null
              return { number, text: said, reply: reply && replyOf(reply) }
            }),
      })),
  }
}

const replyOf = ({ text, effect, place, before, after }: Reply): Reply => ({ text, effect, place, before, after })

/** Every point of a nota, and how many of them changed the text. */
export function effectsOf({ parties }: Pick<Nota, 'parties'>): { readonly points: number; readonly changed: number } {
  const points = parties.flatMap((party) => party.points)
  return { points: points.length, changed: points.filter(({ reply }) => reply?.effect === 'aangepast').length }
}
