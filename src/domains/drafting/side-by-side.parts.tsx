import { Columns, Heading, Paragraph, Stack } from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Paragraph as DraftParagraph } from './chapter'

/** Two texts beside each other: what stands now, and what somebody else was writing. */
export function SideBySide({ theirs, mine }: { theirs: DraftParagraph; mine: string }) {
  return (
    <Columns>
      <Stack>
        <Heading level={3}>Staat er nu</Heading>
        <Paragraph small quiet>
          {theirs.actedAs}, {moment(theirs.at)}
          {theirs.isRemoved ? '. Uw collega liet deze alinea weg.' : ''}
        </Paragraph>
        <Lines text={theirs.body} />
      </Stack>
      <Stack>
        <Heading level={3}>Schreef u</Heading>
        <Paragraph small quiet>
          nog niet bewaard
        </Paragraph>
        <Lines text={mine} />
      </Stack>
    </Columns>
  )
}

const Lines = ({ text }: { text: string }) => (
  <>{text.split('\n').map((line) => line.trim() !== '' && <Paragraph>{line}</Paragraph>)}</>
)
