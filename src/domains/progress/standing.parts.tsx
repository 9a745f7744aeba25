import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/db/database'
import { ButtonLink, EmptyState, Fold, Paragraph, TextLink } from '../../platform/ui'
import { day } from '../../platform/ui/wording'
import { type Ask, isProfessional } from '../../platform/web/ask'
import { findAction } from '../strategy'
import { calendarAddress } from './calendar.pages'
import { carriersOf } from './carrier.store'
import { participationAddress, participationSentence } from './participation.parts'
import { participationsIn } from './participation.store'
import { carrierAddress, ownAddress, UpdateList } from './update.parts'
import { isRunning, lastSaidOn, maySay, updatesOf } from './update.store'

/**
 * How an action stands, on its page: for professionals the newest status with its sentence, and all that was said before; for
 * everybody else the day of the newest status, and nothing more.
 */
export async function standingOn(tx: Reader, action: string, ask: Ask): Promise<Child> {
  const on = await lastSaidOn(tx, action)
  if (on === null && !(await isRunning(tx, action)))
    return <NotAsked begins={(await findAction(tx, action))?.plan.from ?? null} year={Number(ask.today.slice(0, 4))} />
  if (!isProfessional(ask))
    return on ? (
      <Paragraph>
        Laatst bijgewerkt op {day(on)}. <TextLink href={calendarAddress}>Wanneer wij ernaar vragen</TextLink>
      </Paragraph>
    ) : (
      <EmptyState title="Nog niet bijgewerkt." action={{ label: 'Wanneer wij ernaar vragen', href: calendarAddress }}>
        Hoe deze actie ervoor staat, is hier nog niet gemeld.
      </EmptyState>
    )
  const updates = await updatesOf(tx, action)
  const [carrier] = await carriersOf(tx, action)
  const together = await participationsIn(tx, action)
  return (
    <>
      <UpdateList updates={updates.slice(0, 1)} />
      {updates.length > 1 && (
        <Fold label={`Eerder gemeld (${updates.length - 1})`}>
          <UpdateList updates={updates.slice(1)} />
        </Fold>
      )}
      {together.length > 0 && (
        <Paragraph>
          {participationSentence(together)}{' '}
          <TextLink href={participationAddress(action)}>Welke gemeenten meedoen</TextLink>
        </Paragraph>
      )}
      <Paragraph small quiet>
        {carrier
          ? `Wie het bijhoudt: ${carrier.title ?? 'nog geen functie gekozen'}, ${carrier.organisation.name}. `
          : ''}
        <TextLink href={carrierAddress(action)}>Wie deze actie bijhoudt</TextLink>. Alleen professionals zien wat hier
        staat; voor ieder ander staat hier alleen de datum.
      </Paragraph>
      {(await maySay(tx, action)) && (
        <ButtonLink href={`${ownAddress}?actie=${encodeURIComponent(action)}`}>Werk deze actie bij</ButtonLink>
      )}
    </>
  )
}

const NotAsked = ({ begins, year }: { begins: number | null; year: number }) =>
  begins !== null && begins > year ? (
    <EmptyState title="Hierover wordt nog niets gevraagd.">Het plan van deze actie begint in {begins}.</EmptyState>
  ) : (
    <EmptyState title="Hierover wordt niet meer gevraagd.">Het plan van deze actie is voorbij.</EmptyState>
  )
