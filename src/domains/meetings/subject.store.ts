import type { Reader } from '../../platform/db/database'
import { nodesOf } from '../strategy'
import { type Item, type Subject, subjectKinds } from './item'

/** What bears one of these codes and can be on an agenda. */
export async function subjectsWith(tx: Reader, codes: readonly string[]): Promise<Subject[]> {
  const wanted = codes.flatMap((code) => subjectKinds.map((kind): Subject => ({ kind, code })))
  const known = await nodesOf(tx, wanted)
  return wanted.filter(({ kind, code }) => known.has(`${kind} ${code}`))
}

export type NamedSubject = Subject & { readonly title: string; readonly context: string | null }

/** What an item is about, by its newest note, with the titles of today; what was withdrawn since is left out. */
export async function subjectsOfItem(tx: Reader, { papers: [paper] }: Pick<Item, 'papers'>): Promise<NamedSubject[]> {
  const known = await nodesOf(tx, paper.subjects)
  return paper.subjects.flatMap((subject) => {
    const node = known.get(`${subject.kind} ${subject.code}`)
    return node ? [{ ...subject, title: node.title, context: node.context }] : []
  })
}
