import { dayInAmsterdam } from '../../kernel/day'
import { ButtonLink, Heading, Paragraph, Stack, TextLink } from '../../platform/ui'
import { day as dayInWords } from '../../platform/ui/wording'
import type { CrimeType } from '../crime'
import { type Note, paragraphs } from './note'

export const noteAddress = (area: string, id?: string) =>
  `/veiligheidsbeelden/${encodeURIComponent(area)}/duiding${id ? `?duiding=${encodeURIComponent(id)}` : ''}`

/** Who wrote it, in which function, and when. */
const signature = ({ actedAs, at, version }: Note) =>
  `${actedAs}, ${dayInWords(dayInAmsterdam(new Date(at)))}${version > 1 ? ` (versie ${version})` : ''}`

/** What stands above the figures of an area, and for whoever may write it the way to the form. */
export function NoteList(props: {
  area: string
  notes: readonly Note[]
  types: readonly CrimeType[]
  mayExplain: boolean
}) {
  const names = new Map(props.types.map(({ code, name }) => [code, name]))
  return (
    <Stack>
      {props.notes.map((note) => (
        <Stack tight>
          {note.type && <Heading level={3}>{names.get(note.type) ?? note.type}</Heading>}
          {paragraphs(note.body ?? '').map((text) => (
            <Paragraph>{text}</Paragraph>
          ))}
          <Paragraph small quiet>
            {signature(note)}
            {props.mayExplain && (
              <>
                . <TextLink href={noteAddress(props.area, note.id)}>Wijzig deze duiding</TextLink>
              </>
            )}
          </Paragraph>
        </Stack>
      ))}
      {props.mayExplain && <ButtonLink href={noteAddress(props.area)}>Schrijf een duiding bij deze cijfers</ButtonLink>}
    </Stack>
  )
}
