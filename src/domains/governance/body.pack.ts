import {
  choice,
  code,
  integer,
  type PackFile,
  partyFiles,
  sources,
  text,
  texts,
  validity,
} from '../../platform/pack/pack-file'
import { bodyLevels, bodyPowers } from './body'

export const bodyFile: PackFile = {
  file: 'gremia.csv',
  means: 'De overleggen en colleges waarin gestuurd wordt, van basisteam tot land.',
  table: 'governance.bodies',
  party: 'gremium',
  columns: [
    code('De code van het gremium.'),
    text('naam', 'name', 'De naam.', { required: true }),
    choice('niveau', 'level', bodyLevels, 'Het niveau.'),
    text('soort', 'kind', 'Het soort gremium.', { required: true }),
    text('wettelijke_grond', 'legal_base', 'De wet en het artikel.'),
    texts('leden', 'members', 'Wie er zitten, als functie.'),
    text('doel', 'purpose', 'Waar het voor is.'),
    integer('keer_per_jaar_min', 'times_a_year_min', 'Hoe vaak per jaar ten minste.'),
    integer('keer_per_jaar_max', 'times_a_year_max', 'Hoe vaak per jaar ten hoogste.'),
    text('frequentie', 'frequency', 'Hoe vaak, in woorden.'),
    integer('aantal', 'instance_count', 'Hoeveel er van zijn.'),
    text('voorzitter', 'chair', 'Wie voorzit, als functie.'),
    ...validity,
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
}

export const bodyPowerFile: PackFile = {
  file: 'gremium_bevoegdheden.csv',
  means: 'Wat een gremium mag, met de tijd dat dit gold.',
  table: 'governance.body_powers',
  columns: [
    code('De code van deze regel.'),
    text('gremium', 'body', 'Het gremium.', { required: true, refers: 'gremia.csv' }),
    choice('bevoegdheid', 'power', bodyPowers, 'Wat het mag.'),
    ...validity,
    text('uitleg', 'explanation', 'Wat dat betekent.'),
    sources,
  ],
}

export const bodyTopicFile: PackFile = {
  file: 'gremium_onderwerpen.csv',
  means: 'Welk onderwerp op welk niveau thuishoort: een leidraad, met de tijd dat die gold.',
  table: 'governance.body_topics',
  columns: [
    code('De code van het onderwerp.'),
    choice('niveau', 'level', bodyLevels, 'Het niveau.'),
    choice(
      'stroom',
      'stream',
      ['onveiligheidsaanpak', 'politie-eenheid'],
      'Aanpak van onveiligheid, of sturing van de politie.',
    ),
    integer('volgnummer', 'seq', 'De plaats in de rij.', { required: true }),
    text('onderwerp', 'topic', 'Het onderwerp.', { required: true }),
    ...validity,
    sources,
  ],
}

export const workingGroupFile: PackFile = {
  file: 'werkgroepen.csv',
  means: 'Taskforces tot en met 2022 en werkgroepen sindsdien.',
  table: 'governance.working_groups',
  party: 'werkgroep',
  columns: [
    code('De code van de groep.'),
    text('naam', 'name', 'De naam.', { required: true }),
    choice('soort', 'kind', ['taskforce', 'bestuurlijke werkgroep', 'ambtelijke werkgroep'], 'Het soort groep.'),
    text('prioriteit', 'priority', 'De prioriteit waar de groep aan werkt.', { refers: 'prioriteiten.csv' }),
    ...validity,
    text('samenstelling', 'composition', 'Wie erin horen te zitten.'),
    text('ook', 'also_acts_as', 'Wat de groep nog meer is.'),
    text('rapporteert_aan', 'reports_to', 'Aan wie de groep verslag doet.', { refers: partyFiles }),
    sources,
  ],
}

export const seatFile: PackFile = {
  file: 'werkgroep_zetels.csv',
  means: 'De zetels van een groep: zoals vereist, en zoals bezet.',
  table: 'governance.working_group_seats',
  columns: [
    code('De code van de zetel.'),
    text('werkgroep', 'working_group', 'De groep.', { required: true, refers: 'werkgroepen.csv' }),
    integer('zetel', 'seat', 'Het nummer van de zetel.', { required: true }),
    choice('grond', 'ground', ['vereist', 'werkelijk'], 'Zoals de regel het vraagt, of zoals het was.'),
    text('rol', 'role', 'De functie op deze zetel.', { required: true }),
    integer('aantal', 'seat_count', 'Hoeveel zetels.', { required: true }),
    text('district', 'district', 'Het district.', { refers: 'gebieden.csv' }),
    text('gemeente', 'municipality', 'De gemeente.', { refers: 'organisaties.csv' }),
    text('organisatie', 'organisation', 'De organisatie.', { refers: 'organisaties.csv' }),
    text('noot', 'note', 'Wat een lezer nog moet weten.'),
    sources,
  ],
}

export const principleFile: PackFile = {
  file: 'beginselen.csv',
  means: 'De beginselen en kernwaarden waar de partners zich aan houden.',
  table: 'governance.principles',
  columns: [
    code('De code van het beginsel.'),
    text('set', 'principle_set', 'Van welk jaar of welke groep.', { required: true }),
    integer('volgnummer', 'seq', 'De plaats in de rij.', { required: true }),
    text('titel', 'title', 'De titel.', { required: true }),
    text('tekst', 'body', 'Wat het betekent.', { required: true }),
    sources,
  ],
}
