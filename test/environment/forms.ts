import type { Opened } from './region'

type Headers = { cookie: string }
type Form = Record<string, string> | (readonly [string, string])[]

/** A day in the three fields of a form. */
export const dayFields = (name: string, on: string): Record<string, string> => {
  const [jaar = '', maand = '', dag = ''] = on.split('-')
  return { [`${name}-dag`]: dag, [`${name}-maand`]: maand, [`${name}-jaar`]: jaar }
}

let made = 0
/** A key of a form that no other form has. */
export function newKey(of: string): string {
  made += 1
  return `${of}-${made}-${Math.random().toString(36).slice(2)}`
}

/** What a hidden field on a page holds; nothing when it is not there. */
export const hiddenIn = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

/** Sends a form and fails when it is not done; gives where it leads. */
export async function sendForm(region: Opened, path: string, form: Form, headers: Headers): Promise<string> {
  const answer = await region.post(path, form, headers)
  if (answer.status !== 303)
    throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`)
  return answer.headers.get('location') ?? ''
}

/** The version that the form on a page is over. */
export const seenVersion = async (region: Opened, path: string, headers: Headers): Promise<string> =>
  hiddenIn(await region.text(path, headers), 'versie')
