import {
  choice,
  code,
  dayColumn,
  integer,
  type PackFile,
  type PackRow,
  sources,
  text,
  texts,
  validity,
} from '../../platform/pack/pack-file'
import { areaKinds, divisions } from './area'
import { settleChanges } from './settlement'

export const areaFile: PackFile = {
  file: 'gebieden.csv',
  means: 'Land, regio, districten, gemeenten, basisteams en de gebieden van anderen, met de tijd dat zij bestaan.',
  table: 'territory.areas',
  columns: [
    code('De code van het gebied; bij een gemeente de CBS-code.'),
    text('naam', 'name', 'De naam.', { required: true }),
    choice('soort', 'kind', areaKinds, 'Het soort gebied.'),
    text('cbs', 'cbs_code', 'De CBS-code.'),
    text('tooi', 'tooi_uri', 'Het adres in het register van overheidsorganisaties (TOOI).'),
    ...validity,
    texts('andere_namen', 'other_names', 'Andere schrijfwijzen, gescheiden door een puntkomma.'),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
}

const lastDay = '9999-12-31'

/** An area is part of one other area per division at a time, and never of itself. */
function oneWholeAtATime(rows: readonly PackRow[]) {
  const places = Map.groupBy(rows, ({ cells }) => `${cells.gebied} ${cells.indeling}`)
  const twice = [...places.values()].flatMap((of) =>
    of.flatMap(({ line, cells }, at) => {
      const other = of.slice(0, at).find(({ cells: earlier }) => {
        const starts = (cells.geldig_van ?? '') < (earlier.geldig_tot || lastDay)
        return starts && (earlier.geldig_van ?? '') < (cells.geldig_tot || lastDay)
      })
      const message = `${cells.gebied} is in deze indeling op dezelfde dag al deel van ${other?.cells.deel_van} (rij ${other?.line}).`
      return other ? [{ line, column: 'deel_van', message }] : []
    }),
  )
  const ofItself = rows
    .filter(({ cells }) => cells.gebied === cells.deel_van)
    .map(({ line }) => ({ line, column: 'deel_van', message: 'Een gebied kan geen deel zijn van zichzelf.' }))
  return [...ofItself, ...twice]
}

/** Two municipalities never share a tile. */
function oneOnATile(rows: readonly PackRow[]) {
  const tiles = Map.groupBy(rows, ({ cells }) => `${cells.kolom}, ${cells.rij}`)
  return [...tiles].flatMap(([, [first, ...others]]) =>
    others.map(({ line }) => ({ line, column: 'kolom', message: `Op deze plaats staat ${first?.cells.code} al.` })),
  )
}

export const membershipFile: PackFile = {
  file: 'gebiedsindeling.csv',
  means: 'Welk gebied deel is van welk ander gebied, per indeling en met de tijd dat dit geldt.',
  table: 'territory.memberships',
  columns: [
    code('De code van deze regel.'),
    text('gebied', 'part', 'Het gebied dat deel is.', { required: true, refers: 'gebieden.csv' }),
    text('deel_van', 'whole', 'Het gebied waar het deel van is.', { required: true, refers: 'gebieden.csv' }),
    choice(
      'indeling',
      'division',
      divisions,
      'De indeling: elk gebied is per indeling op één moment deel van één ander gebied.',
    ),
    ...validity,
    text('grond', 'ground', 'Hoe wij dit weten.'),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
  fileRule: oneWholeAtATime,
}

export const areaChangeFile: PackFile = {
  file: 'gebiedswijzigingen.csv',
  means: 'Gemeenten die samengaan of naar een andere regio gaan, ook als dat alleen nog is aangekondigd.',
  table: 'territory.changes',
  consequence: settleChanges,
  columns: [
    code('De code van de wijziging.'),
    choice('soort', 'kind', ['samenvoeging', 'overgang'], 'Wat er gebeurt.'),
    text('van', 'from_area', 'Het gebied dat ophoudt.', { required: true, refers: 'gebieden.csv' }),
    text('naar', 'to_area', 'Het gebied dat het opneemt.', { required: true, refers: 'gebieden.csv' }),
    dayColumn('per', 'effective_on', 'De eerste dag van de nieuwe indeling.', { required: true }),
    choice('stand', 'state', ['vastgesteld', 'aangekondigd'], 'Staat het vast of is het een plan?'),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
}

export const tileFile: PackFile = {
  file: 'tegelkaart.csv',
  means: 'De plaats van elke gemeente op de tegelkaart, met de hand gelegd zodat buren elkaar raken.',
  table: 'territory.tiles',
  columns: [
    { ...code('De code van de gemeente.', 'area'), refers: ['gebieden.csv'] },
    integer('kolom', 'map_column', 'De kolom, van links naar rechts.', { required: true }),
    integer('rij', 'map_row', 'De rij, van boven naar beneden.', { required: true }),
    text('kort', 'short_name', 'De naam in drie letters.', { required: true }),
  ],
  fileRule: oneOnATile,
}
