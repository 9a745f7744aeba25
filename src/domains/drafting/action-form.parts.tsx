import type { Fault } from '../../kernel/typed'
import { Checkboxes, errorsAt, Fold, List, Radios, SelectField, TextArea, TextField } from '../../platform/ui'
import { capital } from '../../platform/ui/wording'
import { tracks, trackWords } from '../strategy'
import type { TypedAction } from './action-entry'
import type { Names } from './names.verbs'

// A, B and C are words of one agenda: only an action that came from it keeps its own.
const tracksFor = (own: string) => tracks.filter((track) => track === own || !/^[ABC]$/.test(track))

/** The fields of an action. What may stay empty says so: a plan grows. */
export function ActionFields(props: {
  typed: TypedAction
  names: Names
  faults: readonly Fault[]
  /** Only who writes the whole draft hands an action on or takes it out. */
  writesAll: boolean
  isNew: boolean
}) {
  const { typed, names, faults, writesAll, isNew } = props
  const field = (name: keyof TypedAction & string) => {
    return { name, value: String(typed[name]), ...errorsAt(faults)(name) }
  }
  const leads = [...names.parties].map(([value, name]) => ({ value, label: `${name} (${value})` }))
  return (
    <>
      <TextArea {...field('titel')} label="Wat wordt er gedaan?" rows={3} />
      <TextField {...field('onderdeel')} label="Onderdeel binnen het hoofdstuk" optional />
      <SelectField
        {...field('spoor')}
        label="Spoor"
        options={tracksFor(typed.spoor).map((value) => ({ value, label: capital(trackWords(value)) }))}
      />
      {writesAll ? (
        <SelectField
          {...field('trekker')}
          label="Trekker"
          description="Eén trekker. Kies de gemeenten samen voor een collectieve afspraak: die heeft één stand."
          options={[{ value: '', label: 'Kies' }, ...leads]}
        />
      ) : (
        <input type="hidden" name="trekker" value={typed.trekker} />
      )}
      <TextField {...field('functie')} label="Functie bij de trekker" optional description="Een functie, geen naam." />
      <TextArea
        {...field('deelnemers')}
        label="Deelnemers"
        optional
        description="Eén naam of code per regel."
        rows={4}
      />
      <TextArea {...field('gebieden')} label="Gebieden" optional description="Eén naam of code per regel." rows={3} />
      <TextField
        {...field('klaar')}
        label="Wanneer is het klaar?"
        optional
        description="Een dag, maand, kwartaal of jaar, zoals 2027-12-31, 2027-11, 2027-Q4 of 2027. Of schrijf: planperiode."
        short
      />
      <Radios
        {...field('doelsoort')}
        label="Doel of streven?"
        optional
        description="Een doel is afgesproken. Een streven is waar u naartoe werkt."
        options={[
          { value: 'doel', label: 'Doel' },
          { value: 'streven', label: 'Streven' },
          { value: '', label: 'Nog niet gekozen' },
        ]}
      />
      <TextArea
        {...field('cijfers')}
        label="Cijfers waaraan het te zien is"
        optional
        description="Eén naam of code per regel. Het getal hieronder hoort bij het eerste."
        rows={2}
      />
      <TextField {...field('getal')} label="Getal" optional inputmode="decimal" short />
      <TextField
        {...field('eenheid')}
        label="Eenheid"
        optional
        description="Bijvoorbeeld: aantal, procent, zaken."
        short
      />
      <TextField
        {...field('wanneer')}
        label="Over welke periode?"
        optional
        description="Bijvoorbeeld 2027 of 2027-H2."
        short
      />
      <TextArea {...field('zichtbaar')} label="Of, zonder getal: wat moet er te zien zijn?" optional rows={2} />
      <TextField {...field('bewijs')} label="Welk bewijs is afgesproken?" optional />
      <TextField
        {...field('belofte')}
        label="Zelfde belofte als actie"
        optional
        description="De code van de eerste actie, als twee hoofdstukken hetzelfde beloven."
        short
      />
      <TextField
        {...field('plaats')}
        label="Plaats"
        description="Een actie met een lager getal staat eerder."
        inputmode="numeric"
        short
      />
      {!isNew && writesAll && (
        <Checkboxes
          name="weg"
          label="Weglaten"
          optional
          values={typed.weg ? ['ja'] : []}
          options={[{ value: 'ja', label: 'Laat deze actie weg uit het plan.' }]}
        />
      )}
      {!writesAll && typed.weg && <input type="hidden" name="weg" value="ja" />}
      <Fold label="Namen die u kunt gebruiken">
        <List small items={[...names.parties].map(([code, name]) => `${name} (${code})`)} />
        <List small items={[...names.areas].map(([code, name]) => `${name} (${code})`)} />
        <List small items={[...names.indicators].map(([code, name]) => `${name} (${code})`)} />
      </Fold>
    </>
  )
}
