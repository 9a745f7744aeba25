import type { Day } from '../../kernel/day'
import { typedDay } from '../../kernel/typed-day'
import { DateField, type FieldError, Fold, SelectField, TextArea } from '../../platform/ui'
import { type Choices, type DateOf, dateIn, type FieldOf, options, type Typed } from './choices.parts'
import type { Wanted } from './decision'

const longest = 4000

/** What a decision asks of another body or of the councils; or says what is wrong. */
export function readQuestion(typed: Typed, choices: Choices, faults: FieldError[]): Wanted[] {
  const asked = typed('vraag-aan')
  const question = typed('vraag').trim()
  if (asked === '') {
    if (question !== '')
      faults.push({ field: 'vraag-aan', message: 'Kies aan wie u dit vraagt, of haal de vraag weg.' })
    return []
  }
  const until = typedDay(dateIn(typed, 'vraag-tot'))
  if (!choices.askable.has(asked)) faults.push({ field: 'vraag-aan', message: 'Kies een gremium uit de lijst.' })
  if (question === '') faults.push({ field: 'vraag', message: 'Schrijf wat u vraagt.' })
  else if (question.length > longest) faults.push({ field: 'vraag', message: `Gebruik ten hoogste ${longest} tekens.` })
  if (!until) faults.push({ field: 'vraag-tot', message: 'Vul de laatste dag in om te antwoorden.' })
  return until ? [{ kind: 'vraagt', subject: asked, after: { vraag: question, tot: until } }] : []
}

/** What is wrong when the last day to answer has passed. */
export const lateQuestions = (wanted: readonly Wanted[], today: Day): FieldError[] =>
  wanted.some(({ kind, after }) => kind === 'vraagt' && String(after.tot) < today)
    ? [{ field: 'vraag-tot', message: 'Deze dag is al voorbij. Kies een dag die nog komt.' }]
    : []

/** The fields of a question. */
export function QuestionFields(props: {
  choices: Choices
  isOpen: (...names: string[]) => boolean
  field: FieldOf
  date: DateOf
}) {
  const { choices, isOpen, field, date } = props
  return (
    <Fold label="Vraagt een ander gremium" open={isOpen('vraag-aan', 'vraag')}>
      <SelectField
        {...field('vraag-aan')}
        label="Aan wie?"
        description="Ieder overleg krijgt de vraag tegelijk, en een mail. De antwoorden komen naast elkaar te staan."
        optional
        options={options('Er wordt niets gevraagd', choices.askable, false)}
      />
      <TextArea
        {...field('vraag')}
        label="Wat vraagt u?"
        description="Iedereen kan dit lezen bij het besluit."
        optional
        rows={4}
      />
      <DateField {...date('vraag-tot')} label="Tot en met welke dag kan men antwoorden?" optional />
    </Fold>
  )
}
