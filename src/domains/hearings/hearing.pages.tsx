import { type Day, dayInAmsterdam } from '../../kernel/day'
import {
  Actions,
  Bookmarks,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Notice,
  Opening,
  Section,
  Tag,
  TextLink,
} from '../../platform/ui'
import { count, day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Hearing, tally } from './hearing'
import {
  entryAddress,
  HearingTable,
  hearingAddress,
  hearingsAddress,
  notaAddress,
  openingAddress,
  tallySentence,
  termWords,
} from './hearing.parts'
import {
  answersOf,
  closeHearing,
  listHearings,
  mailingsOf,
  opensHearings,
  partiesOf,
  standingOf,
} from './hearing.store'
import { notasOf } from './nota.store'
import { AnswersSection, NotaSection, PartyTable } from './overview.parts'

/** Every hearing, the newest first. */
export async function hearingsPage(ask: Ask): Promise<Response> {
  const { hearings, mayOpen } = await ask.read(async (tx) => ({
    hearings: await listHearings(tx),
    mayOpen: ask.person !== null && (await opensHearings(tx)),
  }))
  return ask.page(
    {
      title: 'Zienswijzen',
      description: 'Wat gemeenteraden en partners vonden van het ontwerp van een strategie of plan.',
      breadcrumbs: [{ label: 'Zienswijzen', href: hearingsAddress }],
    },
    <>
      <Opening
        title="Zienswijzen"
        lead="Vóór een strategie wordt vastgesteld, worden de gemeenteraden erover gehoord. Hier staat wat zij ervan vonden en wat daarmee is gedaan."
        meta={[count(hearings.length, 'ronde', 'rondes')]}
      >
        {mayOpen && (
          <Actions>
            <ButtonLink href={openingAddress} kind="primary">
              Begin een ronde
            </ButtonLink>
          </Actions>
        )}
      </Opening>
      <Section id="rondes" title="Rondes" intro="De nieuwste eerst.">
        {hearings.length === 0 ? (
          <EmptyState title="Er is hier nog geen ronde gehouden." />
        ) : (
          <HearingTable hearings={hearings} />
        )}
      </Section>
    </>,
  )
}

/** One hearing: to the public what was said in public and the nota, to professionals how far everybody is. */
export async function hearingPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const [hearing] = await listHearings(tx, { code })
    return (
      hearing && {
        hearing,
        parties: await partiesOf(tx, code),
        notas: await notasOf(tx, code),
        standing: await standingOf(tx, code),
        answers: await answersOf(tx, code),
        mailings: await mailingsOf(tx, code),
      }
    )
  })
  if (!found) return ask.notFound()
  const { hearing, parties, notas, standing, answers, mailings } = found
  const isProfessional = (ask.person?.roles.length ?? 0) > 0
  const councils = parties.filter(({ kind }) => kind === 'raad')
  const partners = parties.filter(({ kind }) => kind === 'partner')
  const own = parties.filter((party) => standing.own.includes(party.code))
  return ask.page(
    {
      title: `Zienswijzen: ${hearing.subject.title}`,
      description: `Wat gemeenteraden vonden van het ontwerp: ${hearing.subject.title}.`,
      breadcrumbs: breadcrumbsOf(hearing),
    },
    <>
      <Opening
        title={`Zienswijzen op ${hearing.subject.title}`}
        lead={tallySentence(tally(councils))}
        meta={factsOf(hearing, ask)}
      >
        <HearingNotices hearing={hearing} today={ask.today} />
        {ask.query.has('gesloten') && hearing.closedAt && (
          <Notice kind="done" announce title="Gesloten.">
            Niemand kan nog iets invullen. Antwoorden en de nota kunnen nog wel.
          </Notice>
        )}
        {(own.length > 0 || standing.bureauAs) && (
          <Actions>
            {!hearing.closedAt &&
              own.slice(0, 3).map((party) => (
                <ButtonLink href={entryAddress(code, party.code)} kind={party === own[0] ? 'primary' : 'secondary'}>
                  Vul in voor {party.name}
                </ButtonLink>
              ))}
            {standing.bureauAs && <ButtonLink href={notaAddress(code)}>Nota van beantwoording</ButtonLink>}
          </Actions>
        )}
        <Bookmarks
          items={[
            { label: 'Raden', href: '#raden' },
            ...(partners.length > 0 && isProfessional ? [{ label: 'Partners', href: '#partners' }] : []),
            ...(standing.bureauAs ? [{ label: 'Antwoorden', href: '#ontbreekt' }] : []),
            { label: 'Nota van beantwoording', href: '#nota' },
          ]}
        />
      </Opening>
      <Section
        id="raden"
        title="Raden"
        intro={
          isProfessional
            ? 'Op naam. Wat leeg is, is onbekend. Dat is iets anders dan geen wensen of bedenkingen.'
            : 'Raden die dit in een openbare vergadering hebben behandeld, op naam. Van de andere staat hier nog niets.'
        }
        full
      >
        <PartyTable
          hearing={code}
          caption="Raden"
          parties={isProfessional ? councils : councils.filter(({ entry }) => entry)}
          isProfessional={isProfessional}
        />
      </Section>
      {isProfessional && partners.length > 0 && (
        <Section
          id="partners"
          title="Partners"
          intro="Gevraagd om een reactie. Die staat hier alleen voor partners."
          full
        >
          <PartyTable hearing={code} caption="Partners" parties={partners} isProfessional />
        </Section>
      )}
      {standing.bureauAs && (
        <AnswersSection hearing={hearing} parties={parties} answers={answers} mailed={new Set(mailings.keys())} />
      )}
      <NotaSection hearing={code} notas={notas} standing={standing} />
      {standing.bureauAs && !hearing.closedAt && (
        <Section id="sluiten" title="Sluit de ronde" intro="Daarna kan niemand meer iets invullen.">
          <Form action={`${hearingAddress(code)}/sluiten`}>
            <Actions>
              <Button>Sluit de ronde</Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>,
  )
}

/** Closes a hearing, for the bureau that asks. */
export async function closeForm(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const isClosed = await ask.write((tx) => closeHearing(tx, code, ask.requestId))
  return isClosed ? ask.redirect(`${hearingAddress(code)}?gesloten=ja`) : ask.notFound()
}

export const breadcrumbsOf = ({ code, subject }: Hearing) => [
  { label: 'Zienswijzen', href: hearingsAddress },
  { label: subject.title, href: hearingAddress(code) },
]

/** What must be known on every page of a hearing. */
export function HearingNotices({ hearing, today }: { hearing: Hearing; today: Day }) {
  const { isExample, closedAt, termEndsOn } = hearing
  return (
    <>
      {isExample && (
        <Notice kind="attention" title="Dit is een voorbeeld.">
          Een verzonnen persoon begon deze ronde. Wat hier staat, is niet door raden of partners gezegd.
        </Notice>
      )}
      {closedAt && <Notice title={`Deze ronde is gesloten op ${moment(closedAt)}.`}>Er komt niets meer bij.</Notice>}
      {!closedAt && termEndsOn < today && (
        <Notice title={`De termijn liep tot en met ${day(termEndsOn)}.`}>
          Wat later komt, kan nog worden ingevuld.
        </Notice>
      )}
    </>
  )
}

function factsOf(hearing: Hearing, ask: Ask) {
  const { subject, text, askedBy, openedAt, isExample } = hearing
  return [
    <TextLink href={`/${subject.kind === 'strategie' ? 'strategieen' : 'plannen'}/${subject.code}`}>
      {subject.title}
    </TextLink>,
    <>
      Tekst: {text.address ? <TextLink href={text.address}>{text.name}</TextLink> : text.name}, {day(text.on)}
    </>,
    `begonnen op ${day(dayInAmsterdam(new Date(openedAt)))} door ${askedBy.name}`,
    termWords(hearing),
    `stand op ${day(ask.today)}`,
    ...(isExample ? [<Tag />] : []),
  ]
}
