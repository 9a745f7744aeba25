/** The cookie that holds the secret of a session; on https its name on the wire has the prefix of `cookieName`. */
export const sessionCookie = 'sv_sessie'

/** A session ends this long after it started, whatever happens; the database knows this too. */
export const sessionSeconds = 12 * 60 * 60

/** Use is noted at most once in this many seconds, so that reading a page is seldom a write. */
export const noteUseAfterSeconds = 60

export type SignInWay = 'mail' | 'oidc' | 'voorbeeld'

export const wayNames: Readonly<Record<SignInWay, string>> = {
  mail: 'link in een mail',
  oidc: 'inlogpagina van de organisatie',
  voorbeeld: 'voorbeeldpersoon',
}

/** One browser in which a person is signed in. Moments are ISO text. */
export type Session = {
  readonly id: string
  readonly way: SignInWay
  readonly startedAt: string
  readonly lastSeenAt: string
  readonly endsAt: string
  /** The browser that asks. */
  readonly isCurrent: boolean
}
