import type { Reader } from '../../platform/db/database'
import type { YearTask } from './year'

/** What returns every year, by month. */
export async function listYearTasks(tx: Reader): Promise<YearTask[]> {
  return tx
    .selectFrom('meetings.year_tasks')
    .select(['code', 'month', 'what', 'by_whom as byWhom', 'to_whom as toWhom', 'body'])
    .where('withdrawn_on', 'is', null)
    .orderBy('month')
    .orderBy('code')
    .execute()
}
