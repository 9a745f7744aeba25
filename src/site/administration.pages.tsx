import { differingAccounts } from '../domains/accounts'
import { type PublicationAlarms, publicationAlarms } from '../domains/publications'
import { List, Notice, Opening, Section, TextLink } from '../platform/ui'
import { number, sentenceList } from '../platform/ui/wording'
import type { Ask } from '../platform/web/ask'

/** What a functional administrator can do here without a developer. */
export async function administrationPage(ask: Ask): Promise<Response> {
  const alarms = await publicationAlarms(ask)
  const differing = [...alarms.differing, ...(await ask.read(differingAccounts))]
  return ask.page(
    { title: 'Beheer', breadcrumbs: [{ label: 'Beheer', href: '/beheer' }] },
    <>
      <Opening
        title="Beheer"
        lead="Wat u hier wijzigt, ziet iedereen meteen. Elke wijziging staat in het logboek, met wie het deed."
      >
        <Alarms {...alarms} differing={differing} />
      </Opening>
      <Section id="taken" title="Taken">
        <List
          items={[
            <>
              <TextLink href="/beheer/basisteams">Basisteams</TextLink>: hun namen, en welke gemeenten of wijken erbij
              horen.
            </>,
            <>
              <TextLink href="/beheer/leveringen">Leveringen</TextLink>: cijfers, inwoners en grenzen laden, en zien wat
              er geladen is.
            </>,
            <>
              <TextLink href="/beheer/inlezen">Cijfers inlezen</TextLink>: getallen uit een CSV- of XLSX-bestand, met de
              bron erbij.
            </>,
            <>
              <TextLink href="/voortgang/kalender">Stille tijden</TextLink>: wanneer niemand een mail over zijn acties
              krijgt.
            </>,
            <>
              <TextLink href="/beheer/logboek">Logboek</TextLink>: wie wat deed, en wanneer.
            </>,
            <>
              <TextLink href="/publicaties/logboek">Logboek van publicaties</TextLink>: wat gepubliceerd is, elke nacht
              nagerekend.
            </>,
          ]}
        />
      </Section>
    </>,
  )
}

/** What somebody must look into before anybody trusts a publication again. */
function Alarms({ isUnsealed, brokenAt, differing }: PublicationAlarms) {
  return (
    <>
      {brokenAt !== null && (
        <Notice
          kind="error"
          title={`Regel ${number(brokenAt)} van het logboek van publicaties is niet meer wat is ondertekend.`}
        >
          Iemand wijzigde de database, of er is een oude reservekopie teruggezet. Zoek dit uit; tot dan komen er geen
          controlepunten bij. <TextLink href="/publicaties/logboek">Bekijk het logboek van publicaties</TextLink>
        </Notice>
      )}
      {differing.length > 0 && (
        <Notice kind="error" title="Gepubliceerde getallen zijn niet gelijk als wij ze narekenen.">
          Het gaat om {sentenceList(differing)}. Kijk op de pagina van het stuk welke getallen anders zijn.
        </Notice>
      )}
      {isUnsealed && (
        <Notice kind="error" title="Er komen nu geen controlepunten van publicaties bij.">
          De map of de sleutel ervoor is er niet. De beheerder van de server leest bij de start wat er moet gebeuren.
        </Notice>
      )}
    </>
  )
}
