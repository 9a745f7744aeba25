import { asTypedDay } from '../../kernel/typed-day'
import { Paragraph, TextLink } from '../../platform/ui'
import { day, sentenceList } from '../../platform/ui/wording'
import { instanceName, itemAddress, itemLabel, meetingAddress } from '../meetings'
import type { Typed } from './choices.parts'
import type { MeetingKnown } from './occasion.verbs'

/** The fields of the form with what is known of the meeting where nothing was asked for. */
export function withKnown(asked: Typed, known: MeetingKnown | null): Typed {
  if (!known) return asked
  const { body, area } = known.meeting.instance
  const on = asTypedDay(known.meeting.versions[0].heldOn)
  const values: Readonly<Record<string, string>> = {
    gremium: body.code,
    ...(body.level === 'regio' || body.level === 'landelijk' ? {} : { gebied: area.code }),
    'genomen-dag': on.day,
    'genomen-maand': on.month,
    'genomen-jaar': on.year,
    titel: known.item?.papers[0].title ?? '',
    tekst: known.item?.papers[0].note.asked ?? '',
    vaststellers: known.adopters.join('\n'),
    aanwezigen: known.attenders.join('\n'),
  }
  return (name) => asked(name) || (values[name] ?? '')
}

/** Whose presence is not known. */
export function silentWords({ silent }: Pick<MeetingKnown, 'silent'>): string {
  if (silent === null) return 'Wie er was, ziet alleen wie in dit overleg zit: vul het zelf in.'
  const known = 'Ingevuld is wie liet weten te komen.'
  return silent.length === 0 ? known : `${known} Niets lieten weten: ${sentenceList([...silent])}.`
}

/** Which meeting the decision is of, kept with the form. */
export function MeetingFields({ known: { meeting, item } }: { known: MeetingKnown }) {
  return (
    <>
      <input type="hidden" name="vergadering" value={meeting.code} />
      <input type="hidden" name="punt" value={item ? itemLabel(item) : ''} />
      <Paragraph>
        Genomen in de vergadering van{' '}
        <TextLink href={meetingAddress(meeting.code)}>
          {instanceName(meeting.instance)} van {day(meeting.versions[0].heldOn)}
        </TextLink>
        {item && (
          <>
            , bij <TextLink href={itemAddress(meeting.code, item)}>punt {itemLabel(item)}</TextLink>
          </>
        )}
        .
      </Paragraph>
    </>
  )
}
