import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  DataList,
  DataTable,
  Downloads,
  type FieldError,
  Form,
  List,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
} from '../../platform/ui'
import { number } from '../../platform/ui/wording'
import { type Ask, isProfessional } from '../../platform/web/ask'
import { noteDeed } from './audit-line.store'
import { type AtErasure, amountOf, groundWords, type KeptData, keptData, type OwnData } from './own-data'
import { eraseOwn, ownData } from './own-data.store'
import { leave } from './session.pages'

const address = '/mijn/gegevens'
const eraseAddress = `${address}/wissen`
const fileAddress = `${address}.json`

const erasureWords: Readonly<Record<AtErasure, string>> = {
  weg: 'verdwijnt',
  'onder-functie': 'blijft onder de functie, zonder naam',
}

const breadcrumbs = [
  { label: 'Uw startpagina', href: '/mijn' },
  { label: 'Uw gegevens', href: address },
]

// Who keeps the list of people is not sent to himself.
const isAdministrator = (ask: Ask) => ask.person?.roles.includes('functioneel-beheerder') ?? false

/** What is known of the signed-in person: what, why, how long, on which ground, and what he can do about it. */
export async function ownDataPage(ask: Ask): Promise<Response> {
  const data = await ask.read(ownData)
  if (!data) return ask.notFound()
  const { naam, mailadres } = data.persoon as { naam: string; mailadres: string }
  return ask.page(
    { title: 'Uw gegevens', breadcrumbs },
    <>
      <Opening title="Uw gegevens" lead="Dit weten wij van u. Meer is er niet.">
        <Actions>
          <ButtonLink href={eraseAddress}>Laat uw gegevens wissen</ButtonLink>
        </Actions>
      </Opening>
      <Section id="wie" title="Wie u bent">
        <DataList
          items={[
            { term: 'Naam', value: naam },
            { term: 'Mailadres', value: mailadres },
          ]}
        />
        <Paragraph small quiet>
          Klopt dit niet?{' '}
          {isAdministrator(ask)
            ? 'Wijzig de personenlijst, en laat haar opnieuw laden.'
            : 'Vraag het de functioneel beheerder; die wijzigt de personenlijst.'}
        </Paragraph>
      </Section>
      <Section
        id="wat"
        title="Wat wij van u bewaren"
        intro="Alles waarin uw naam of mailadres staat, of dat ernaar verwijst. Anderen zien uw functie, niet uw naam."
      >
        <KeptTable data={data} isProfessional={isProfessional(ask)} />
        <Paragraph small quiet>
          Grond: {groundWords.taak}. Voor sessies, inlogmiddelen en logboek: {groundWords.beveiliging}. Niets hiervan
          gaat naar een ander. Er beslist hier geen computer over u.
        </Paragraph>
      </Section>
      <Section id="meenemen" title="Meenemen" intro="Alles in één bestand, voor een mens en een computer te lezen.">
        <Downloads json={fileAddress} />
      </Section>
    </>,
  )
}

// Who has no function any more cannot open the pages for professionals.
function KeptTable({ data, isProfessional }: { data: OwnData; isProfessional: boolean }) {
  return (
    <DataTable<KeptData>
      caption="Wat wij van u bewaren"
      hiddenCaption
      rows={keptData}
      columns={[
        {
          head: 'Wat',
          rowHead: true,
          cell: ({ name, href }) => (href && isProfessional ? <ListLink href={href}>{name}</ListLink> : name),
        },
        { head: 'Aantal', align: 'number', cell: ({ key }) => number(amountOf(data, key)) },
        { head: 'Waarvoor', cell: ({ why }) => why },
        { head: 'Hoe lang', cell: ({ howLong }) => howLong },
        { head: 'Als u het laat wissen', cell: ({ atErasure }) => erasureWords[atErasure] },
      ]}
    />
  )
}

/** All of it as one file (GDPR art. 15(3) and 20). */
export async function ownDataFile(ask: Ask): Promise<Response> {
  const data = await ask.write(async (tx) => {
    const found = await ownData(tx)
    if (found) await noteDeed(tx, { event: 'eigen gegevens opgehaald', object: null, requestId: ask.requestId })
    return found
  })
  if (!data) return ask.notFound()
  const told = keptData.map(({ key, name, why, howLong, ground, atErasure }) => [
    key,
    { wat: name, waarvoor: why, hoe_lang: howLong, grond: groundWords[ground], bij_wissen: erasureWords[atErasure] },
  ])
  const whole = { gemaakt: ask.now.toISOString(), gegevens: data, uitleg: Object.fromEntries(told) }
  return ask.file(`${JSON.stringify(whole, null, 2)}\n`, 'application/json; charset=utf-8', {
    'content-disposition': 'attachment; filename="mijn-gegevens.json"',
    'cache-control': 'no-store',
  })
}

/** What erasing does, and the question whether that is what somebody wants. */
export function erasurePage(ask: Ask): Promise<Response> {
  return draw(ask, [])
}

/** Erases whoever confirms it, and signs him out everywhere. */
export async function erasureForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  if (String(form.get('zeker') ?? '') !== 'ja')
    return draw(ask, [{ field: 'zeker', message: 'Kruis aan dat u het zeker weet. Er is nog niets gewist.' }])
  const refused = await ask.write((tx) => eraseOwn(tx, ask.requestId))
  // Somebody who is gone already pressed twice.
  if (refused === 'laatste-beheerder') return draw(ask, [], true)
  return leave(ask, '/inloggen?gewist=ja')
}

function draw(ask: Ask, errors: readonly FieldError[], isLast = false): Promise<Response> {
  const named = (what: AtErasure) => keptData.filter(({ atErasure }) => atErasure === what).map(({ name }) => name)
  return ask.page(
    { title: 'Uw gegevens wissen', breadcrumbs: [...breadcrumbs, { label: 'Wissen', href: eraseAddress }] },
    <>
      <Opening title="Uw gegevens wissen" lead="Daarna kunt u niet meer inloggen. Terugdraaien kan niet.">
        {isLast && (
          <Notice kind="error" announce title="Er is niets gewist.">
            U bent de enige functioneel beheerder. Laat eerst iemand anders beheerder worden, met de personenlijst.
          </Notice>
        )}
      </Opening>
      <Section id="weg" title="Dit verdwijnt meteen">
        <List items={named('weg')} />
      </Section>
      <Section
        id="blijft"
        title="Dit blijft, zonder uw naam"
        intro="Wat de coalitie besloot en verantwoordde, moet zij kunnen blijven uitleggen. Dat eist de Archiefwet (1995, artikel 3); de AVG laat daar ruimte voor (artikel 17, lid 3). Er staat alleen bij in welke functie het gebeurde."
      >
        <List items={named('onder-functie')} />
        <Paragraph small quiet>
          Noemde iemand u in een zin of een stuk, dan vinden wij dat hier niet vanzelf.{' '}
          {isAdministrator(ask) ? 'Zoek het zelf op.' : 'Vraag het de functioneel beheerder.'} In reservekopieën staat
          uw naam nog tot de oudste kopie is opgeruimd.
        </Paragraph>
      </Section>
      <Section id="zeker" title="Weet u het zeker?">
        <Paragraph>Acties die u bijhoudt, gaan naar uw opvolger of naar de programmamanager.</Paragraph>
        <Form action={eraseAddress} errors={errors}>
          <Checkboxes
            name="zeker"
            label="Bevestig"
            options={[{ value: 'ja', label: 'Ja, wis mijn gegevens en log mij overal uit' }]}
            {...(errors[0] ? { error: errors[0].message } : {})}
          />
          <Button kind="primary">Wis mijn gegevens</Button>
        </Form>
      </Section>
    </>,
    errors.length > 0 ? 422 : isLast ? 409 : 200,
  )
}
