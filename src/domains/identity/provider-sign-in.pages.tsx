import type { Provider } from '../../platform/oidc/provider-file'
import { newVisit, type ProviderRefusal } from '../../platform/oidc/providers'
import { EmptyState, Opening, Paragraph } from '../../platform/ui'
import { sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { cookieName, readSecretCookie, secretCookie } from '../../platform/web/cookie'
import { administeringOrganisations } from './post.store'
import { ownPath } from './sign-in'
import { enter } from './sign-in.pages'
import type { ProviderAnswer } from './sign-in.store'
import { leaveForProvider, returnFromProvider, signInByProvider } from './sign-in.verbs'

// Binds the answer of a provider to the browser that asked. As old as the visit itself: ten minutes.
const visitCookie = 'sv_aanbieder'
const visitSeconds = 10 * 60

const breadcrumbs = [{ label: 'Inloggen', href: '/inloggen' }]

const providerOf = (ask: Ask): Provider | undefined =>
  ask.installation.providers.list.find(({ code }) => code === ask.params.aanbieder)

// One address per provider, so that the answer of one cannot be passed off as that of another.
const returnAddress = (ask: Ask, { code }: Provider) => `${ask.installation.baseUrl}/inloggen/terug/${code}`

/**
 * Sends the browser to a provider. A link and not a form: a form may only lead to ourselves (`form-action`), and providers
 * lead on to others.
 */
export async function toProvider(ask: Ask): Promise<Response> {
  const provider = providerOf(ask)
  if (!provider) return ask.notFound()
  const visit = newVisit()
  const address = await ask.installation.providers.begin(provider, returnAddress(ask, provider), visit)
  if (!address) return refusalPage(ask, provider, 'onbereikbaar')
  const returnsTo = ownPath(ask.query.get('naar'))
  const browser = await ask.write((tx) =>
    leaveForProvider(tx, { ...visit, provider: provider.code, returnsTo, sender: ask.sender }),
  )
  if (!browser) return refusalPage(ask, provider, 'te-vaak')
  const { isSecure } = ask.installation
  const cookie = secretCookie(cookieName(visitCookie, isSecure), browser, { isSecure, seconds: visitSeconds })
  return ask.redirect(address.href, { 'set-cookie': cookie })
}

/** The answer of a provider: signs in whom it vouches for, or says plainly why not and whom to ask. */
export async function fromProvider(ask: Ask): Promise<Response> {
  const provider = providerOf(ask)
  if (!provider) return ask.notFound()
  const browser = readSecretCookie(ask.request, cookieName(visitCookie, ask.installation.isSecure))
  const visit = browser ? await ask.write((tx) => returnFromProvider(tx, browser, provider.code)) : null
  if (!visit) return refusalPage(ask, provider, 'verlopen')

  // What the browser asked for, at the address the provider knows: behind a proxy the request itself has another host.
  const answer = new URL(`${returnAddress(ask, provider)}${ask.url.search}`)
  const vouched = await ask.installation.providers.complete(provider, answer, visit)
  if (typeof vouched === 'string') return refusalPage(ask, provider, vouched)
  const outcome = await ask.write((tx) => signInByProvider(tx, provider, vouched, ask.requestId))
  return 'refused' in outcome ? refusalPage(ask, provider, outcome.refused) : enter(ask, outcome, visit.returnsTo)
}

type Refusal = ProviderRefusal | Exclude<ProviderAnswer, 'ingelogd'> | 'te-vaak' | 'verlopen'
type Status = 403 | 422 | 429 | 502

const refusals: Readonly<Record<Refusal, readonly [status: Status, title: string, lead: (name: string) => string]>> = {
  onbekend: [403, 'U bent bij ons niet bekend', (name) => `${name} kent u, maar in Slagvaardig heeft u nog geen plek.`],
  'geen-functie': [
    403,
    'U heeft hier nu geen functie',
    (name) => `Wij hebben voor u geen functie die vandaag loopt bij een organisatie van ${name}.`,
  ],
  'ander-account': [
    403,
    'U logde eerder in met een ander account',
    (name) =>
      `Bij ${name} hoort bij dit mailadres nu een ander account dan eerst. Voor de zekerheid laten wij u niet binnen.`,
  ],
  afgebroken: [422, 'U brak het inloggen af', (name) => `Bij ${name} is het inloggen gestopt. Er is niets veranderd.`],
  'klopt-niet': [
    422,
    'Inloggen is niet gelukt',
    (name) => `Het antwoord van ${name} klopte niet, of was al gebruikt. Er is niets veranderd.`,
  ],
  verlopen: [
    422,
    'Inloggen duurde te lang',
    (name) => `U was langer dan tien minuten bij ${name}, of u begon in een andere browser. Begin opnieuw.`,
  ],
  onbereikbaar: [
    502,
    'De inlogpagina is niet bereikbaar',
    (name) => `Wij kunnen ${name} nu niet bereiken. Probeer het straks opnieuw.`,
  ],
  'te-vaak': [
    429,
    'Te vaak geprobeerd',
    () => 'Vanaf uw netwerk is het afgelopen uur te vaak ingelogd. Probeer het over een uur opnieuw.',
  ],
}

async function refusalPage(ask: Ask, provider: Provider, refusal: Refusal): Promise<Response> {
  const [status, title, lead] = refusals[refusal]
  const isAboutAccess = status === 403
  const offices = isAboutAccess ? await ask.read(administeringOrganisations) : []
  return ask.page(
    { title, breadcrumbs },
    <Opening title={title} lead={lead(provider.name)}>
      {isAboutAccess && (
        <Paragraph>
          Vraag toegang aan de functioneel beheerder{offices.length > 0 ? ` bij ${sentenceList(offices)}` : ''}. Een
          collega kan u niet zelf toevoegen, en wij doen dat ook niet vanzelf. Alles wat openbaar is, kunt u gewoon
          lezen.
        </Paragraph>
      )}
      <EmptyState title="Wat u kunt doen" action={{ label: 'Terug naar inloggen', href: '/inloggen' }} />
    </Opening>,
    status,
  )
}
