export const oriRoot = '/api/ori/v1'
export const oriCollections = [
  'gremia',
  'vergaderingen',
  'agendapunten',
  'informatieobjecten',
  'besluiten',
  'toezeggingen',
]

/** What the export says of a meeting: all of it, its pages where one more object would show, and objects that are there or are closed. */
export function oriAddresses(meeting: string): string[] {
  const code = meeting.split('/').at(-1) ?? ''
  return [
    `${oriRoot}/alles.json`,
    `${meeting}/ori.json`,
    `${oriRoot}/vergaderingen?gewijzigdSinds=2026-01-01T00:00:00Z`,
    `${oriRoot}/agendapunten?page=2&pageSize=1`,
    `${oriRoot}/informatieobjecten?page=2&pageSize=2&vergaderingsIdentificatie=${code}`,
    `${oriRoot}/agendapunten/${code}.2`,
    `${oriRoot}/agendapunten/${code}.b1`,
    `${oriRoot}/informatieobjecten/${code}.b1.nota`,
    `${oriRoot}/toezeggingen/${code}.ab1`,
    `${oriRoot}/besluiten?agendapuntIdentificatie=${code}.b1`,
  ]
}
