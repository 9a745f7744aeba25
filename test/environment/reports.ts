import { makeDueReports } from '../../src/domains/publications/run.verbs'
import { hiddenIn } from './forms'
import { signInAs } from './people'
import type { Opened } from './region'

export const reportPeriod = '2026-H1'
/** The report of Renswoude, of which an example person is the adviser. */
export const renswoude = `GM0339-${reportPeriod}-1`

/** Has the drafts of all areas made, as the programme bureau does. */
export async function makeDrafts(region: Opened, period = reportPeriod): Promise<void> {
  const answer = await region.post(
    '/rapportages/aanmaken',
    { periode: period },
    await signInAs(region, 'programmamanager'),
  )
  if (answer.status !== 303) throw new Error(`asking for drafts answered ${answer.status}`)
  await makeDueReports(region.db, () => false)
}

/** Signs a report as a person may, with what the page shows. Gives the answer. */
export async function signReport(region: Opened, code: string, person: string): Promise<Response> {
  const headers = await signInAs(region, person)
  const page = await region.text(`/rapportages/${code}/ondertekenen`, headers)
  const seen = hiddenIn(page, 'gezien')
  return region.post(`/rapportages/${code}/ondertekenen`, { gezien: seen, akkoord: 'ja' }, headers)
}
