import { Checkboxes, Fold, List, TextArea, TextField } from '../../platform/ui'
import type { FieldOf } from './choices.parts'
import type { Note } from './decision'

/** Who agreed with something written down, and the rare case that the regional mayor decided. */
export function ConsensusFields({ field, mayBeKnot }: { field: FieldOf; mayBeKnot: boolean }) {
  const { value, ...knot } = field('knoop')
  const ground = field('knoop-grond')
  return (
    <>
      <TextArea
        {...field('aantekeningen')}
        label="Met aantekening van"
        description="Er wordt niet gestemd. Wie instemt en iets wil laten vastleggen, krijgt een aantekening. Eén per regel: functie, dubbele punt, aantekening."
        optional
        rows={2}
      />
      <TextArea {...field('aantekening')} label="Andere opmerking" optional rows={2} />
      {mayBeKnot && (
        <Fold
          label="De regioburgemeester hakte de knoop door"
          open={value !== '' || ground.value !== '' || ground.error !== undefined || knot.error !== undefined}
        >
          <Checkboxes
            {...knot}
            label="Kwam er geen overeenstemming?"
            description="Dit komt zelden voor, en alleen bij een gremium van de regio."
            values={[value]}
            options={[{ value: 'ja', label: 'Nee, de regioburgemeester besliste.' }]}
          />
          <TextField {...ground} label="Op grond waarvan besliste de regioburgemeester?" optional />
        </Fold>
      )}
    </>
  )
}

/** The notes, each with whose it is. */
export const Notes = ({ notes, remarks }: { notes: readonly Note[]; remarks: string | null }) =>
  notes.length === 0 && remarks === null ? (
    <>geen aantekening</>
  ) : (
    <List
      small
      items={[...notes.map(({ party, words }) => `${party}: ${words}`), ...(remarks === null ? [] : [remarks])]}
    />
  )
