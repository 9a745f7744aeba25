import { type Day, parseDay } from '../../kernel/day'
import { covers } from '../../kernel/period'
import { type Role, roles } from './post'
import { mailAddress } from './sign-in'

/** The columns of a people list, in Dutch as in a region pack. One row is one post. */
export const listColumns = ['mail', 'naam', 'functie', 'organisatie', 'rol', 'gebieden', 'van', 'tot'] as const
type Column = (typeof listColumns)[number]

/** A row as read; `line` is its line in the file, the header being 1. */
export type ListRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

export type ListedPost = {
  readonly title: string
  readonly organisation: string
  readonly role: Role
  /** Codes of areas, in order; empty: those of the organisation. */
  readonly areas: readonly string[]
  readonly from: Day
  /** The first day the post is over. */
  readonly until: Day | null
}
export type ListedPerson = { readonly email: string; readonly name: string; readonly posts: readonly ListedPost[] }

/** What the list may refer to. */
export type ListSurroundings = {
  readonly organisations: ReadonlySet<string>
  readonly areas: ReadonlySet<string>
  /** Who was erased, by mail address in small letters. */
  readonly erased: ReadonlyMap<string, Day>
  readonly today: Day
}

/** Reads a list, or gives one Dutch line per fault with row and column. */
export function readPeople(
  rows: readonly ListRow[],
  around: ListSurroundings,
): { readonly people: readonly ListedPerson[] } | { readonly faults: readonly string[] } {
  const faults: string[] = []
  const people = new Map<string, { email: string; name: string; posts: ListedPost[] }>()
  for (const { line, cells } of rows) {
    const fault = (column: Column, message: string) => faults.push(`rij ${line}, kolom ${column}: ${message}`)
    const text = (column: Column) => (cells[column] ?? '').trim()
    const before = faults.length
    for (const column of ['naam', 'functie'] as const)
      if (text(column) === '') fault(column, 'Deze cel mag niet leeg zijn.')
    const email = mailAddress(text('mail'))
    if (!email) fault('mail', `"${text('mail')}" is geen mailadres.`)
    if (!around.organisations.has(text('organisatie'))) {
      fault('organisatie', `De organisatie ${text('organisatie')} staat niet in het regiopakket.`)
    }
    if (!roles.includes(text('rol') as Role)) fault('rol', `"${text('rol')}" kan niet. Kies uit: ${roles.join(', ')}.`)
    const areas = text('gebieden').split(';').filter(Boolean).sort()
    for (const area of areas)
      if (!around.areas.has(area)) fault('gebieden', `Het gebied ${area} staat niet in het regiopakket.`)
    const from = parseDay(text('van'))
    if (!from) fault('van', `"${text('van')}" is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld 2026-01-01.`)
    const until = text('tot') === '' ? null : parseDay(text('tot'))
    if (text('tot') !== '' && !until)
      fault('tot', `"${text('tot')}" is geen datum. Schrijf jaar-maand-dag, of laat leeg.`)
    if (from && until && until <= from)
      fault('tot', 'De functie eindigt voor zij begint. Schrijf de eerste dag dat zij voorbij is.')
    if (faults.length > before || !email || !from) continue

    const key = email.toLowerCase()
    const erasedOn = around.erased.get(key)
    // An older list does not bring back whoever was erased (GDPR art. 17); a new post does.
    if (erasedOn && from <= erasedOn)
      fault(
        'mail',
        `${email} is gewist op ${erasedOn}. Haal de rij weg, of schrijf bij "van" wanneer de nieuwe functie begint.`,
      )
    const person = people.get(key) ?? { email, name: text('naam'), posts: [] }
    people.set(key, person)
    if (person.name !== text('naam')) fault('naam', `Bij ${email} staat eerder een andere naam: ${person.name}.`)
    const post = {
      title: text('functie'),
      organisation: text('organisatie'),
      role: text('rol') as Role,
      areas,
      from,
      until,
    }
    if (person.posts.some((other) => keyOf(other) === keyOf(post))) fault('functie', 'Deze functie staat er twee keer.')
    person.posts.push(post)
  }
  const isAdministered = [...people.values()].some(({ posts }) =>
    posts.some(({ role, from, until }) => role === 'functioneel-beheerder' && covers({ from, until }, around.today)),
  )
  if (faults.length === 0 && !isAdministered) {
    faults.push('niemand in de lijst is vandaag functioneel beheerder. Dan kan niemand in het product iets beheren.')
  }
  return faults.length > 0 ? { faults } : { people: [...people.values()] }
}

/** A person as the database knows him; example persons are not among them. */
export type PresentPerson = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly posts: readonly (ListedPost & { readonly id: string })[]
}

export type PeopleChange =
  | { readonly kind: 'person-added'; readonly email: string; readonly name: string }
  | { readonly kind: 'person-renamed'; readonly email: string; readonly name: string }
  | { readonly kind: 'post-added'; readonly email: string; readonly post: ListedPost }
  | { readonly kind: 'post-changed'; readonly email: string; readonly id: string; readonly post: ListedPost }
  /** It ends today; it did begin, so it stays as history. */
  | { readonly kind: 'post-ended'; readonly email: string; readonly id: string; readonly post: ListedPost }
  /** It would have begun later, and now never does. */
  | { readonly kind: 'post-dropped'; readonly email: string; readonly id: string; readonly post: ListedPost }

const keyOf = ({ organisation, title, role, from }: ListedPost) => [organisation, title, role, from].join('\n')

/** What has to change so that what the list says holds, and nothing else. A list that already holds gives nothing. */
export function peopleChanges(
  listed: readonly ListedPerson[],
  present: readonly PresentPerson[],
  today: Day,
): PeopleChange[] {
  const changes: PeopleChange[] = []
  const here = new Map(present.map((person) => [person.email.toLowerCase(), person]))
  for (const { email, name, posts } of listed) {
    const person = here.get(email.toLowerCase())
    if (!person) changes.push({ kind: 'person-added', email, name })
    else if (person.name !== name) changes.push({ kind: 'person-renamed', email: person.email, name })
    for (const post of posts) {
      const same = person?.posts.find((other) => keyOf(other) === keyOf(post))
      if (!same) changes.push({ kind: 'post-added', email, post })
      else if (same.until !== post.until || same.areas.join() !== post.areas.join()) {
        changes.push({ kind: 'post-changed', email, id: same.id, post })
      }
    }
  }
  const wanted = new Map(listed.map(({ email, posts }) => [email.toLowerCase(), new Set(posts.map(keyOf))]))
  for (const { email, posts } of present) {
    for (const { id, ...post } of posts) {
      const isOver = post.until !== null && post.until <= today
      if (isOver || wanted.get(email.toLowerCase())?.has(keyOf(post))) continue
      changes.push({ kind: post.from < today ? 'post-ended' : 'post-dropped', email, id, post })
    }
  }
  return changes
}

/** A change as a line for a terminal. */
export function changeLine(change: PeopleChange): string {
  if (change.kind === 'person-added') return `+ ${change.email}: nieuw, ${change.name}`
  if (change.kind === 'person-renamed') return `~ ${change.email}: heet nu ${change.name}`
  const { title, organisation, role, from, until, areas } = change.post
  const what = `${change.email}: ${title} bij ${organisation} (${role})`
  switch (change.kind) {
    case 'post-added':
      return `+ ${what}, vanaf ${from}${until ? ` tot ${until}` : ''}`
    case 'post-changed':
      return `~ ${what}, nu ${until ? `tot ${until}` : 'zonder einddatum'}, gebieden: ${areas.join(';') || 'die van de organisatie'}`
    case 'post-ended':
      return `- ${what}, eindigt vandaag`
    case 'post-dropped':
      return `- ${what}, zou beginnen op ${from} en vervalt`
  }
}
