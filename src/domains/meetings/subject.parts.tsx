import { Actions, Button, Checkboxes, TextField } from '../../platform/ui'
import { capital } from '../../platform/ui/wording'
import { chainKindWords } from '../strategy'
import type { NamedSubject } from './subject.store'

/** What was chosen, by code, and what was found for the words that were typed. */
export type SubjectChoice = {
  readonly codes: readonly string[]
  readonly named: readonly NamedSubject[]
  readonly found: readonly NamedSubject[]
  readonly words: string
}

export const searchField = 'zoek-onderwerp'

const asOption = ({ kind, code, title, context }: NamedSubject) => ({
  value: code,
  label: title,
  description: `${capital(chainKindWords[kind][0])} ${code}${context ? `, ${context}` : ''}`,
})

/** The first button of a form is the one that Enter presses: that one keeps, and does not search. */
export const FirstButton = () => (
  <button type="submit" hidden>
    Bewaar
  </button>
)

/** What an item is about: what was chosen and what was found to tick, and a word to search more with. */
export function SubjectFields(props: { choice: SubjectChoice; errorAt: (field: string) => { error?: string } }) {
  const { choice, errorAt } = props
  const { codes, named, found, words } = choice
  const chosen = codes.map((code) => {
    const subject = named.find((one) => one.code === code)
    return subject ? asOption(subject) : { value: code, label: `${code} (onbekend)` }
  })
  const more = found.filter(({ code }) => !codes.includes(code)).map(asOption)
  return (
    <>
      {(chosen.length > 0 || more.length > 0) && (
        <Checkboxes
          name="gaat-over"
          label="Over welk plan, welke prioriteit of welke actie gaat het?"
          optional
          values={codes}
          options={[...chosen, ...more]}
          {...errorAt('gaat-over')}
        />
      )}
      <TextField
        name={searchField}
        label={
          chosen.length > 0
            ? 'Waar gaat het nog meer over?'
            : 'Over welk plan, welke prioriteit of welke actie gaat het?'
        }
        description="Een woord uit de titel, of de code. Zoek, en vink aan wat u bedoelt. Wat u al schreef, blijft staan."
        optional
        value={words}
        {...errorAt(searchField)}
      />
      <Actions>
        <Button name="zoek" value="ja">
          Zoek
        </Button>
      </Actions>
    </>
  )
}
