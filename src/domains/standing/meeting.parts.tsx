import { ButtonLink, Section } from '../../platform/ui'
import { meetingAddress, type OnMeeting } from '../meetings'

/** On the page of a meeting: the way to what came of what this body decided. */
export const standingOnMeeting: OnMeeting = async (_, meeting) => (
  <Section
    id="stand-van-zaken"
    title="Stand van zaken voor dit overleg"
    intro="Wat er kwam van wat dit overleg eerder besloot, zoals het nu staat."
    offPaper
  >
    <ButtonLink href={`${meetingAddress(meeting.code)}/stand`}>Lees de stand van zaken</ButtonLink>
  </Section>
)
