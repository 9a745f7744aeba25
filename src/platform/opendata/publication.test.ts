import { expect, test } from 'vitest'
import { publicationOf, publicationSchema } from './publication'

const region = { coalition: 'Veiligheidscoalitie Ergens' }

test('a pack that says nothing: the coalition publishes, and the licence is unknown', () => {
  expect(publicationOf({}, region, 'https://veilig.example')).toEqual({
    publisher: { name: region.coalition, uri: 'https://veilig.example/over', website: 'https://veilig.example/over' },
    licence: {
      uri: 'http://standaarden.overheid.nl/owms/terms/licentieonbekend',
      name: 'Licentie onbekend',
      isChosen: false,
    },
    contact: { name: region.coalition, email: null, website: 'https://veilig.example/over' },
    themes: [expect.objectContaining({ name: 'Justitie, rechtsstelsel en openbare veiligheid' })],
  })
})

test('what a pack says, counts', () => {
  const said = publicationSchema.parse({
    uitgever: { naam: 'Bureau', tooi: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0344' },
    licentie: 'https://creativecommons.org/licenses/by/4.0/',
    contact: { naam: 'Loket', email: 'loket@voorbeeld.example' },
    themas: ['GOVE'],
  })
  const { publisher, licence, contact, themes } = publicationOf(said, region, 'https://veilig.example')
  expect(publisher).toEqual({ name: 'Bureau', uri: said.uitgever?.tooi, website: 'https://veilig.example/over' })
  expect(licence).toMatchObject({ isChosen: true, uri: said.licentie })
  expect(contact).toMatchObject({ name: 'Loket', email: 'loket@voorbeeld.example' })
  expect(themes.map(({ uri }) => uri.split('/').pop())).toEqual(['GOVE'])
})

test.each([
  [{ licentie: 'vrij' }],
  [{ contact: { naam: 'Loket', email: 'geen adres' } }],
  [{ uitgever: { naam: '' } }],
  [{ themas: [] }],
  [{ uitgeverij: 'x' }],
  [{ dashboard: 'veiligheid in beeld' }],
  [{ dashboard: 'javascript:alert(1)' }],
])('%j is refused', (said) => {
  expect(publicationSchema.safeParse(said).success).toBe(false)
})
