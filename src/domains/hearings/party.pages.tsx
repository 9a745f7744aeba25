import {
  Actions,
  Block,
  ButtonLink,
  DataList,
  EmptyState,
  Fold,
  List,
  Notice,
  Opening,
  Paragraph,
  RowList,
  Section,
  TextLink,
} from '../../platform/ui'
import { capital, count, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Answer, answerKey, type Entry, type Party, type Point, pointState } from './hearing'
import { breadcrumbsOf, HearingNotices } from './hearing.pages'
import {
  dayWords,
  entryAddress,
  PartyStatus,
  PointStatus,
  partyAddress,
  partyName,
  pointAddress,
  viewWords,
} from './hearing.parts'
import { answersOf, entriesOf, functionFor, listHearings, partiesOf, standingOf } from './hearing.store'

/** A hearing and one of its parties; null when there is none. */
export const findParty = (ask: Ask) =>
  ask.read(async (tx) => {
    const [code, partyCode] = [ask.params.code ?? '', ask.params.partij ?? '']
    const [hearing] = await listHearings(tx, { code })
    const party = hearing && (await partiesOf(tx, code)).find((one) => one.code === partyCode)
    return hearing && party
      ? {
          hearing,
          party,
          actsAs: await functionFor(tx, code, partyCode),
          standing: await standingOf(tx, code),
          entries: await entriesOf(tx, code, partyCode),
          answers: await answersOf(tx, code),
        }
      : null
  })

/** One council or partner: where it is, what it brings up, and every version of that. */
export async function partyPage(ask: Ask): Promise<Response> {
  const found = await findParty(ask)
  if (!found) return ask.notFound()
  const { hearing, party, actsAs, standing, entries, answers } = found
  const title = capital(partyName(party))
  return ask.page(
    {
      title: `${title}: ${hearing.subject.title}`,
      breadcrumbs: [...breadcrumbsOf(hearing), { label: title, href: partyAddress(hearing.code, party.code) }],
    },
    <>
      <Opening title={title} lead={leadOf(party)} meta={[<PartyStatus party={party} />, hearing.subject.title]}>
        <HearingNotices hearing={hearing} today={ask.today} />
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Wat er eerder stond, is niet weg: het staat bij de versies hieronder.
          </Notice>
        )}
        {actsAs && !hearing.closedAt && (
          <Actions>
            <ButtonLink href={entryAddress(hearing.code, party.code)} kind="primary">
              Vul in
            </ButtonLink>
          </Actions>
        )}
      </Opening>
      <Section id="stand" title="Stand" intro="Wat leeg is, is onbekend.">
        <SaidList said={party.entry} kind={party.kind} />
      </Section>
      <Section
        id="punten"
        title="Punten"
        intro={
          standing.bureauAs
            ? 'De antwoorden ziet alleen het bureau, tot de nota is vrijgegeven.'
            : 'Wat ermee gebeurt, leest u in de nota van beantwoording.'
        }
      >
        {(party.entry?.points ?? []).length === 0 ? (
          <EmptyState title={noPointsWords(party)} />
        ) : (
          party.entry?.points.map((point) => (
            <Block title={`Punt ${point.number}`} level={3}>
              <Paragraph>{point.text}</Paragraph>
              {standing.bureauAs && (
                <AnswerLine
                  href={pointAddress(hearing.code, party.code, point.number)}
                  point={point}
                  answer={answers.get(answerKey(party.code, point.number))}
                />
              )}
            </Block>
          ))
        )}
      </Section>
      <Section id="versies" title="Versies" intro="De nieuwste eerst. Er gaat niets weg.">
        {entries.length === 0 ? (
          <EmptyState title="Er is nog niets ingevuld." />
        ) : (
          <RowList
            items={entries.map((entry) => ({
              content: (
                <Fold label={`Versie ${entry.version}: ${entry.actedAs}, ${moment(entry.at)}`}>
                  <SaidList said={entry} kind={party.kind} />
                  <List items={entry.points.map(({ number, text }) => `Punt ${number}: ${text}`)} />
                </Fold>
              ),
            }))}
          />
        )}
      </Section>
    </>,
  )
}

function leadOf(party: Party): string {
  const { entry } = party
  if (!entry?.heardOn) return `Wij weten nog niet wat ${partyName(party)} vindt.`
  if (!entry.view) return `${capital(partyName(party))} is gehoord. Wat de zienswijze is, weten wij nog niet.`
  if (entry.view === 'geen') return `${capital(partyName(party))} heeft geen wensen of bedenkingen.`
  return `${capital(partyName(party))} heeft ${entry.view}, in ${count(entry.points.length, 'punt', 'punten')}.`
}

const noPointsWords = ({ entry }: Party) =>
  entry?.view === 'geen' ? 'Er zijn geen punten: geen wensen of bedenkingen.' : 'Er zijn nog geen punten ingevuld.'

/** What is known of a party, each day or unknown. */
export function SaidList({ said, kind }: { said: Entry | null; kind: Party['kind'] }) {
  return (
    <DataList
      items={[
        { term: 'Verzonden', value: dayWords(said?.sentOn) },
        ...(kind === 'raad'
          ? [
              { term: 'Op de agenda', value: dayWords(said?.onAgendaOn) },
              {
                term: 'Gehoord',
                value: `${dayWords(said?.heardOn)}${said?.inPrivate ? ', in een besloten vergadering' : ''}`,
              },
            ]
          : [{ term: 'Reactie', value: dayWords(said?.heardOn) }]),
        { term: 'Zienswijze', value: viewWords[said?.view ?? 'onbekend'] },
        {
          term: kind === 'raad' ? 'Stuk van de raad' : 'Brief',
          value: said?.paper ? <TextLink href={said.paper}>{said.paper}</TextLink> : 'onbekend',
        },
      ]}
    />
  )
}

function AnswerLine(props: { href: string; point: Point; answer: Answer | undefined }) {
  const { answer } = props
  return (
    <>
      {answer && (
        <Paragraph>
          Antwoord: {answer.text} ({answer.effect})
        </Paragraph>
      )}
      <Paragraph>
        <PointStatus is={pointState(props.point, answer)} />{' '}
        <TextLink href={props.href}>
          {answer ? 'Wijzig het antwoord' : 'Beantwoord'}
          <span class="sv-onzichtbaar"> punt {props.point.number}</span>
        </TextLink>
      </Paragraph>
    </>
  )
}
