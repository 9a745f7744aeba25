import { List, Opening, Section, TextLink } from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { listBodies } from '../governance'
import { listInstances, managerOf } from './instance.store'
import { instanceName } from './meeting'
import { bodyAddress, meetingsAddress, newMeetingAddress } from './meeting.parts'

/** Of what a meeting is planned: for who plans somewhere, with where an instance is begun. */
export async function planChoicePage(ask: Ask): Promise<Response> {
  const { instances, manager, bodies } = await ask.read(async (tx) => ({
    instances: await listInstances(tx, { isPlannable: true }),
    manager: await managerOf(tx),
    bodies: (await listBodies(tx, { validOn: ask.today })).items,
  }))
  if (instances.length === 0 && !manager) return ask.notFound()
  return ask.page(
    {
      title: 'Plan een vergadering',
      breadcrumbs: [
        { label: 'Vergaderingen', href: meetingsAddress },
        { label: 'Plannen', href: newMeetingAddress },
      ],
    },
    <>
      <Opening title="Plan een vergadering" lead="Kies eerst van welk overleg." />
      {instances.length > 0 && (
        <Section id="overleg" title="Van welk overleg?">
          <List
            items={instances.map((instance) => (
              <TextLink href={`${newMeetingAddress}?overleg=${encodeURIComponent(instance.code)}`}>
                {instanceName(instance)}
              </TextLink>
            ))}
          />
        </Section>
      )}
      <Section
        id="beginnen"
        title={instances.length > 0 ? 'Staat het er niet bij?' : 'Er is nog geen overleg.'}
        intro={
          manager
            ? 'Begin het overleg bij het gremium. Geef daar zetels en plan de vergadering.'
            : 'De programmamanager van het bureau begint een overleg.'
        }
      >
        {manager && (
          <List
            items={bodies.map(({ code, name }) => (
              <TextLink href={`${bodyAddress(code)}#overleggen`}>Begin een overleg van {name}</TextLink>
            ))}
          />
        )}
      </Section>
    </>,
  )
}
