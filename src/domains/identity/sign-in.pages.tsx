import type { Child } from 'hono/jsx'
import { isUuid } from '../../kernel/typed'
import {
  Button,
  DataTable,
  EmptyState,
  type FieldError,
  Form,
  List,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextField,
  TextLink,
} from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { cookieName, secretCookie } from '../../platform/web/cookie'
import { examplePeople } from './example-person.store'
import { sessionCookie, sessionSeconds } from './session'
import { linkMinutes, mailAddress, ownPath } from './sign-in'
import { holderOfLink, mailLink, type NewSession, signInAsExample, signInByLink } from './sign-in.verbs'

const breadcrumbs = [{ label: 'Inloggen', href: '/inloggen' }]

/** Every way to sign in that this installation has. */
export async function signInPage(ask: Ask): Promise<Response> {
  return ask.page(
    { title: 'Inloggen', breadcrumbs },
    await signInContent(ask, { goTo: ownPath(ask.query.get('naar')) }),
  )
}

type Typed = { goTo: string; address?: string; errors?: readonly FieldError[] }

async function signInContent(ask: Ask, { goTo, address = '', errors = [] }: Typed): Promise<Child> {
  const { providers, sendsMail } = ask.installation
  const people = ask.hasExamples ? await ask.read(examplePeople) : []
  const canMail = sendsMail || ask.hasExamples
  return (
    <>
      <Opening
        title="Inloggen"
        lead={`Voor wie werkt bij een partner van de ${ask.region.coalition}. Alles wat openbaar is, leest u zonder in te loggen.`}
      >
        {ask.query.has('gewist') && !ask.person && (
          <Notice kind="done" announce title="Uw gegevens zijn gewist.">
            U bent overal uitgelogd. Uw naam en mailadres zijn gewist. In zinnen die iemand schreef kan uw naam nog
            staan, en in reservekopieën tot de oudste is opgeruimd.
          </Notice>
        )}
        {ask.person && (
          <Notice title="U bent al ingelogd.">
            Als {ask.person.label}. <TextLink href="/mijn">Naar uw startpagina</TextLink>
          </Notice>
        )}
      </Opening>
      {providers.list.length > 0 && (
        <Section id="organisatie" title="Met uw organisatie" intro="U logt in zoals u dat op uw werk gewend bent.">
          <List
            items={providers.list.map(({ code, name }) => (
              <TextLink href={`/inloggen/via/${code}?${new URLSearchParams({ naar: goTo })}`}>{name}</TextLink>
            ))}
          />
        </Section>
      )}
      {canMail && (
        <Section
          id="mail"
          title="Met een link in uw mail"
          intro={`De link werkt één keer, en ${linkMinutes} minuten lang.`}
        >
          <Form action="/inloggen" errors={errors}>
            <TextField
              name="mail"
              label="Uw mailadres op het werk"
              type="email"
              autocomplete="email"
              value={address}
              error={errors[0]?.message}
            />
            <input type="hidden" name="naar" value={goTo} />
            <Button kind={providers.list.length > 0 ? 'secondary' : 'primary'}>Stuur mij een link</Button>
          </Form>
        </Section>
      )}
      {people.length > 0 && (
        <Section
          id="voorbeeld"
          title="Als voorbeeldpersoon"
          intro="Om te proberen. Deze mensen bestaan niet; zij zijn er alleen op deze machine."
        >
          <DataTable
            caption="Voorbeeldpersonen"
            hiddenCaption
            rows={people}
            columns={[
              { head: 'Functie', rowHead: true, cell: ({ name }) => name },
              { head: 'Mailadres', cell: ({ email }) => email },
              {
                head: 'Inloggen',
                narrow: '',
                cell: ({ id, name }) => (
                  <form action="/inloggen/voorbeeld" method="post">
                    <input type="hidden" name="persoon" value={id} />
                    <input type="hidden" name="naar" value={goTo} />
                    <Button small>
                      Log in<span class="sv-onzichtbaar"> als {name}</span>
                    </Button>
                  </form>
                ),
              },
            ]}
          />
          <Paragraph>
            Mails aan deze personen gaan nergens heen. U leest ze in het <TextLink href="/postvak">postvak</TextLink>.
          </Paragraph>
        </Section>
      )}
      {!canMail && providers.list.length === 0 && (
        <EmptyState title="Inloggen kan hier nog niet.">
          Deze installatie heeft geen mailserver en geen inlogpagina van een organisatie. De functioneel beheerder stelt
          die in.
        </EmptyState>
      )}
    </>
  )
}

/** Takes a mail address and answers the same whether or not we know it: nobody can find out who works here. */
export async function askForLink(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const typed = String(form.get('mail') ?? '')
  const goTo = ownPath(String(form.get('naar') ?? ''))
  const address = mailAddress(typed)
  if (!address) {
    const message = 'Vul uw mailadres in, bijvoorbeeld naam@gemeente.nl.'
    const content = await signInContent(ask, { goTo, address: typed, errors: [{ field: 'mail', message }] })
    return ask.page({ title: 'Inloggen', breadcrumbs }, content, 422)
  }
  const { sender, now, requestId, region, installation } = ask
  const asked = { address, goTo, sender, now, requestId, coalition: region.coalition, baseUrl: installation.baseUrl }
  if (await ask.write((tx) => mailLink(tx, asked))) return ask.redirect('/inloggen/verstuurd')
  return ask.page(
    { title: 'Te vaak gevraagd', breadcrumbs },
    <Opening
      title="U vroeg te vaak om een link"
      lead="Dat kan een paar keer per uur. Kijk eerst in uw mail, ook bij ongewenste mail. Probeer het over een uur opnieuw."
    />,
    429,
  )
}

export async function linkSentPage(ask: Ask): Promise<Response> {
  return ask.page(
    { title: 'Kijk in uw mail', breadcrumbs },
    <Opening
      title="Kijk in uw mail"
      lead={`Als wij uw adres kennen, is er nu een mail naar u onderweg. De link daarin werkt ${linkMinutes} minuten.`}
    >
      <Paragraph>
        Geen mail? Kijk bij ongewenste mail, of vraag de functioneel beheerder of uw adres bij ons bekend is. Om uw
        collega's te beschermen zeggen wij hier niet welke adressen dat zijn.
      </Paragraph>
      {ask.hasExamples && (
        <Paragraph>
          Voor voorbeeldpersonen staat de mail in het <TextLink href="/postvak">postvak</TextLink>.
        </Paragraph>
      )}
    </Opening>,
  )
}

/** The page of a mailed link. Opening it signs nobody in: programs that check mail for danger open links too. */
export async function linkPage(ask: Ask): Promise<Response> {
  const secret = ask.query.get('sleutel') ?? ''
  const holder = await ask.read((tx) => holderOfLink(tx, secret))
  if (!holder) return deadLinkPage(ask)
  return ask.page(
    { title: 'Inloggen', breadcrumbs },
    <Opening title="Inloggen" lead={`Met één druk op de knop bent u ingelogd als ${holder}.`}>
      <Form action="/inloggen/link">
        <input type="hidden" name="sleutel" value={secret} />
        <input type="hidden" name="naar" value={ownPath(ask.query.get('naar'))} />
        <Button kind="primary">Inloggen</Button>
      </Form>
      <Paragraph quiet small>
        Is dit niet uw adres? Sluit dan deze pagina.
      </Paragraph>
    </Opening>,
  )
}

function deadLinkPage(ask: Ask): Promise<Response> {
  return ask.page(
    { title: 'Deze link werkt niet meer', breadcrumbs },
    <Opening
      title="Deze link werkt niet meer"
      lead={`Een link werkt één keer, en ${linkMinutes} minuten lang. Vraag een nieuwe.`}
    >
      <EmptyState title="Wat u kunt doen" action={{ label: 'Vraag een nieuwe link', href: '/inloggen' }} />
    </Opening>,
    404,
  )
}

/** Signs in with a mailed link: this, and nothing else, uses it up. */
export async function enterByLink(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const secret = String(form.get('sleutel') ?? '')
  const session = await ask.write((tx) => signInByLink(tx, secret, ask.requestId))
  return session ? enter(ask, session, String(form.get('naar') ?? '')) : deadLinkPage(ask)
}

/** Signs in as an example person; exists in example mode only. */
export async function enterAsExample(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const person = String(form.get('persoon') ?? '')
  const isId = isUuid(person)
  const session = isId ? await ask.write((tx) => signInAsExample(tx, person, ask.requestId)) : null
  return session ? enter(ask, session, String(form.get('naar') ?? '')) : ask.notFound()
}

/** Gives the browser its session and sends it on, within this product only. */
export function enter(ask: Ask, session: NewSession, goTo: string): Response {
  const { isSecure } = ask.installation
  const cookie = secretCookie(cookieName(sessionCookie, isSecure), session.secret, {
    isSecure,
    seconds: sessionSeconds,
  })
  return ask.redirect(ownPath(goTo), { 'set-cookie': cookie })
}
