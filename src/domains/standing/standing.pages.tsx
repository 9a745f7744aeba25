import type { Reader } from '../../platform/db/database'
import { Actions, ButtonLink, List, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { day, moment } from '../../platform/ui/wording'
import { type Ask, isProfessional } from '../../platform/web/ask'
import { documentTitles } from '../figures'
import { findBody, findWorkingGroup } from '../governance'
import { findInstance, findMeeting, instanceAddress, instanceName, listInstances, meetingAddress } from '../meetings'
import type { Whose } from './standing'
import { StandingSections } from './standing.parts'
import { standingOf } from './standing.verbs'
import { leadWords } from './words.parts'

/** Of whom, where it stands, and under what: of a body, an instance, a working group, or before a meeting. */
export type Place = {
  readonly whose: Whose
  readonly title: string
  /** What the page says at the top, where that is shorter. */
  readonly heading?: string
  readonly path: string
  readonly breadcrumbs: readonly { readonly label: string; readonly href: string }[]
  /** The state of affairs of each instance of a body. */
  readonly instances: readonly { readonly name: string; readonly href: string }[]
}

export type FindPlace = (tx: Reader, ask: Ask) => Promise<Place | null>

const param = (ask: Ask, name: string) => ask.params[name] ?? ''
const below = (crumbs: Place['breadcrumbs'], path: string) => [...crumbs, { label: 'Stand van zaken', href: path }]

export const ofBody: FindPlace = async (tx, ask) => {
  const body = await findBody(tx, param(ask, 'code'))
  if (!body) return null
  const address = `/gremia/${encodeURIComponent(body.code)}`
  const instances = await listInstances(tx, { body: body.code })
  return {
    whose: { kind: 'gremium', code: body.code, name: body.name, area: null, isOnly: body.instances === 1 },
    title: `Stand van zaken: ${body.name}`,
    path: `${address}/stand`,
    breadcrumbs: below(
      [
        { label: 'Gremia', href: '/gremia' },
        { label: body.name, href: address },
      ],
      `${address}/stand`,
    ),
    instances: instances.map((one) => ({ name: instanceName(one), href: `${instanceAddress(one)}/stand` })),
  }
}

type Instance = NonNullable<Awaited<ReturnType<typeof findInstance>>>

async function placeOf(tx: Reader, instance: Instance, title: string, path: string, label: string, href: string) {
  const body = await findBody(tx, instance.body.code)
  const own = { label: instanceName(instance), href: instanceAddress(instance) }
  return {
    whose: {
      kind: 'gremium',
      code: instance.body.code,
      name: instanceName(instance),
      area: instance.area.code,
      isOnly: body?.instances === 1,
    },
    title,
    path,
    breadcrumbs: below([...(href === own.href ? [] : [own]), { label, href }], path),
    instances: [],
  } satisfies Place
}

export const ofInstance: FindPlace = async (tx, ask) => {
  const instance = await findInstance(tx, param(ask, 'code'), param(ask, 'gebied'))
  if (!instance) return null
  const address = instanceAddress(instance)
  const name = instanceName(instance)
  return placeOf(tx, instance, `Stand van zaken: ${name}`, `${address}/stand`, name, address)
}

export const beforeMeeting: FindPlace = async (tx, ask) => {
  const meeting = await findMeeting(tx, param(ask, 'code'))
  if (!meeting) return null
  const address = meetingAddress(meeting.code)
  const on = day(meeting.versions[0].heldOn)
  const title = `Stand van zaken voor ${instanceName(meeting.instance)} op ${on} (${meeting.code})`
  const heading = `Stand van zaken voor ${instanceName(meeting.instance)} op ${on}`
  return { ...(await placeOf(tx, meeting.instance, title, `${address}/stand`, on, address)), heading }
}

export const ofGroup: FindPlace = async (tx, ask) => {
  const group = await findWorkingGroup(tx, param(ask, 'code'))
  if (!group) return null
  const address = `/werkgroepen/${encodeURIComponent(group.code)}`
  return {
    whose: { kind: 'werkgroep', code: group.code, name: group.name, area: null, isOnly: true },
    title: `Stand van zaken: ${group.name}`,
    path: `${address}/stand`,
    breadcrumbs: below(
      [
        { label: 'Werkgroepen', href: '/werkgroepen' },
        { label: group.name, href: address },
      ],
      `${address}/stand`,
    ),
    instances: [],
  }
}

/** Whether the asker may read how actions stand: for everybody else only the day of the newest status is public. */
export const knowing = (ask: Ask) => ({ knowsStatus: isProfessional(ask), today: ask.today })

/** A state of affairs, made from plan and figures at the moment of asking. */
export const standingPage =
  (find: FindPlace) =>
  async (ask: Ask): Promise<Response> => {
    const found = await ask.read(async (tx) => {
      const place = await find(tx, ask)
      if (!place) return null
      const standing = await standingOf(tx, place.whose, ask.today)
      return { place, standing, documents: await documentTitles(tx) }
    })
    if (!found) return ask.notFound()
    const { place, standing, documents } = found
    const { whose, title, instances } = place
    return ask.page(
      { title, description: `Wat er kwam van wat ${whose.name} besloot.`, breadcrumbs: place.breadcrumbs },
      <>
        <Opening
          title={place.heading ?? title}
          lead={leadWords(whose, standing, knowing(ask))}
          meta={[`Stand van ${moment(ask.now.toISOString())}`]}
        >
          <Paragraph small quiet>
            Gemaakt uit de besluiten, de plannen en de cijfers van dit moment. Alleen wat dit overleg zelf besloot,
            staat er.{' '}
            {knowing(ask).knowsStatus
              ? 'Hoe beloften ervoor staan, is niet openbaar. Deel het niet zonder overleg.'
              : 'Hoe een belofte ervoor staat, is niet openbaar. De dag van de laatste melding wel.'}
          </Paragraph>
          <Actions>
            <ButtonLink href={`${place.path}.pdf`}>Als één A4 (PDF)</ButtonLink>
          </Actions>
        </Opening>
        <StandingSections whose={whose} standing={standing} knowing={knowing(ask)} documents={documents} />
        {instances.length > 0 && (
          <Section id="per-gebied" title="Per gebied">
            <List items={instances.map(({ name, href }) => <TextLink href={href}>{name}</TextLink>)} />
          </Section>
        )}
      </>,
    )
  }
