import type { Reader } from '../../platform/db/database'
import { find } from '../../platform/search/search.store'
import { nodesOf } from '../strategy'
import { type Item, type Subject, subjectKinds } from './item'

/** What bears one of these codes and can be on an agenda. */
export async function subjectsWith(tx: Reader, codes: readonly string[]): Promise<Subject[]> {
  const wanted = codes.flatMap((code) => subjectKinds.map((kind): Subject => ({ kind, code })))
  const known = await nodesOf(tx, wanted)
  return wanted.filter(({ kind, code }) => known.has(`${kind} ${code}`))
}

export type NamedSubject = Subject & { readonly title: string; readonly context: string | null }

/** What bears one of these codes, with its title of today. */
export async function subjectsNamed(tx: Reader, codes: readonly string[]): Promise<NamedSubject[]> {
  return withTitles(tx, await subjectsWith(tx, codes))
}

/** Plans, priorities and actions of which the title or the code answers these words, at most eight of each. */
export async function findSubjects(tx: Reader, words: string): Promise<NamedSubject[]> {
  const coded = await subjectsWith(tx, [words.trim()])
  const { hits } = await find(tx, words, { perKind: 8 })
  const found = hits.flatMap(({ kind, code }): Subject[] => {
    const known = subjectKinds.find((one) => one === kind)
    return known ? [{ kind: known, code }] : []
  })
  return withTitles(tx, [...coded, ...found.filter(({ code }) => !coded.some((one) => one.code === code))])
}

async function withTitles(tx: Reader, subjects: readonly Subject[]): Promise<NamedSubject[]> {
  const known = await nodesOf(tx, subjects)
  return subjects.flatMap((subject) => {
    const node = known.get(`${subject.kind} ${subject.code}`)
    return node ? [{ ...subject, title: node.title, context: node.context }] : []
  })
}

/** What an item is about, by its newest note, with the titles of today; what was withdrawn since is left out. */
export async function subjectsOfItem(tx: Reader, { papers: [paper] }: Pick<Item, 'papers'>): Promise<NamedSubject[]> {
  return withTitles(tx, paper.subjects)
}
