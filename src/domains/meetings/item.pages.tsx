import { isUuid } from '../../kernel/typed'
import { asTypedDay } from '../../kernel/typed-day'
import {
  Actions,
  Button,
  ButtonLink,
  Fold,
  Form,
  Notice,
  Opening,
  Paragraph,
  RowList,
  Section,
  Status,
  TextField,
  TextLink,
} from '../../platform/ui'
import { capital, day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { levelNames, listTopics } from '../governance'
import { noteDeed } from '../identity'
import { ExampleNotice, instanceBreadcrumbs } from './instance.parts'
import { standingIn } from './instance.store'
import { type Item, itemLabel, levelHint, needsReview } from './item'
import {
  AttachmentTable,
  attachmentsAddress,
  closingWords,
  itemAddress,
  kindNames,
  NoteList,
  otherSeriesAddress,
  SubjectLinks,
} from './item.parts'
import { agendaOf, itemsOf, listGrounds, raiseItem, takeOff } from './item.store'
import { instanceName, type Meeting } from './meeting'
import { meetingAddress } from './meeting.parts'
import { findMeeting } from './meeting.store'
import { inOrder, type More } from './more.parts'
import { sharing } from './share.parts'
import { subjectsOfItem } from './subject.store'

/** An item of a meeting with what stands around it; null when the asker may not read it. */
export const findItem = (ask: Ask, newestOnly = false) =>
  ask.read(async (tx) => {
    const meeting = await findMeeting(tx, ask.params.code ?? '')
    if (!meeting) return null
    const [item] = await itemsOf(tx, meeting.code, { label: ask.params.punt ?? '', newestOnly })
    if (!item) return null
    return {
      meeting,
      item,
      standing: await standingIn(tx, meeting.instance.code),
      agenda: await agendaOf(tx, meeting.code),
      grounds: await listGrounds(tx),
      subjects: await subjectsOfItem(tx, item),
      topics: (await listTopics(tx, { validOn: meeting.versions[0].heldOn })).items,
    }
  })
export type FoundItem = NonNullable<Awaited<ReturnType<typeof findItem>>>

export const itemBreadcrumbs = (meeting: Meeting, item?: Item) => [
  ...instanceBreadcrumbs(meeting.instance),
  { label: day(meeting.versions[0].heldOn), href: meetingAddress(meeting.code) },
  ...(item ? [{ label: `Punt ${itemLabel(item)}`, href: itemAddress(meeting.code, item) }] : []),
]

/** One item: the one-page note and its files. Whoever opens a closed one stands in the audit log. */
export const itemPage =
  (more: More['onItem']) =>
  async (ask: Ask): Promise<Response> => {
    const found = await findItem(ask)
    if (!found) return ask.notFound()
    const { meeting, item, standing, grounds, topics, subjects } = found
    if (item.closing) {
      const object = `${meeting.code}, punt ${itemLabel(item)}`
      await ask.write((tx) => noteDeed(tx, { event: 'besloten stuk gelezen', object, requestId: ask.requestId }))
    }
    const sections = await ask.read((tx) => inOrder([sharing, ...more], (section) => section(tx, meeting, item, ask)))
    const [paper, ...earlier] = item.papers
    const prepares = standing.seats.some(({ kind }) => kind === 'secretaris' || kind === 'motorblok')
    // What is decided under a closed item is recorded by who sits there; nothing is decided before the day itself.
    const isDecided = paper.kind === 'besluitvorming' && meeting.versions[0].heldOn <= ask.today
    const records = isDecided && (standing.secretaryAs ?? (item.closing ? null : standing.managerAs))
    const hint = prepares
      ? levelHint(
          topics.find(({ code }) => code === paper.topic),
          meeting.instance.body.level,
        )
      : null
    return ask.page(
      {
        title: `Punt ${itemLabel(item)}: ${paper.title}`,
        description: item.closing
          ? quietDescription
          : `Punt van de vergadering van ${instanceName(meeting.instance)}: ${paper.title}.`,
        breadcrumbs: itemBreadcrumbs(meeting, item),
      },
      <>
        <Opening
          title={`${itemLabel(item)}. ${paper.title}`}
          lead={`${capital(kindNames[paper.kind])} in ${instanceName(meeting.instance)} op ${day(meeting.versions[0].heldOn)}.`}
          meta={[
            ...(item.closing
              ? [<Status is="confidential" label="besloten" />, closingWords(item.closing, grounds)]
              : []),
            ...(item.isSent ? [] : ['concept: leden zien dit nog niet']),
            ...(item.isPublished ? ['openbaar'] : []),
          ]}
        >
          <ExampleNotice instance={meeting.instance} />
          {ask.query.has('bewaard') && (
            <Notice kind="done" announce title="Bewaard.">
              {item.isSent ? 'Wie hier zit, ziet het nu.' : 'Leden zien het als de agenda is verzonden.'}
            </Notice>
          )}
          {item.withdrawnBecause !== null && (
            <Notice kind="attention" title="Dit punt is van de agenda gehaald.">
              {item.withdrawnBecause}
              {item.wentTo !== null && (
                <>
                  {' '}
                  Het is nu{' '}
                  <TextLink href={`${meetingAddress(meeting.code)}/punten/${item.wentTo}`}>punt {item.wentTo}</TextLink>
                  .
                </>
              )}
            </Notice>
          )}
          {item.cameFrom !== null && (
            <Notice title="Dit punt had een ander nummer.">
              Wat er eerder bij stond, vindt u bij{' '}
              <TextLink href={`${meetingAddress(meeting.code)}/punten/${item.cameFrom}`}>punt {item.cameFrom}</TextLink>
              .
            </Notice>
          )}
          {paper.changeNote && <Notice title={`Nagezonden op ${moment(paper.at)}.`}>{paper.changeNote}</Notice>}
          {hint && (
            <Notice kind="attention" title="Hoort dit hier?">
              Op de leidraad van die dag staat “{hint.topic}” bij {levelNames[hint.level].toLowerCase()}. Het mag hier
              toch: de leidraad is geen harde regel.
            </Notice>
          )}
          {standing.secretaryAs && item.closing && needsReview(item.closing, ask.today) && (
            <Notice kind="attention" title="De dag van de geheimhouding is voorbij.">
              Dit punt blijft besloten tot u een nieuwe dag zet. Kijk of dat nog nodig is.
            </Notice>
          )}
          {standing.secretaryAs && item.withdrawnBecause === null && (
            <Actions>
              <ButtonLink href={`${itemAddress(meeting.code, item)}/wijzigen`}>Wijzig de oplegnotitie</ButtonLink>
              <ButtonLink href={attachmentsAddress(meeting.code, item)}>Bijlagen</ButtonLink>
            </Actions>
          )}
          {standing.secretaryAs && item.withdrawnBecause !== null && item.attachments.length > 0 && (
            <Actions>
              <ButtonLink href={attachmentsAddress(meeting.code, item)}>Bijlagen weghalen</ButtonLink>
            </Actions>
          )}
          {records && item.withdrawnBecause === null && (
            <Actions>
              <ButtonLink href={decisionFormAddress(meeting, item)}>Leg het besluit vast</ButtonLink>
            </Actions>
          )}
        </Opening>
        <Section id="oplegnotitie" title="Oplegnotitie" intro={`Versie van ${moment(paper.at)}.`}>
          <NoteList note={paper.note} />
          <SubjectLinks subjects={subjects} />
        </Section>
        <Section id="bijlagen" title="Bijlagen" intro="Zoals wij ze kregen.">
          <AttachmentTable meeting={meeting.code} item={item} grounds={grounds} />
        </Section>
        {sections}
        {earlier.length > 0 && (
          <Section id="versies" title="Eerdere versies" intro="De nieuwste eerst.">
            <RowList
              items={earlier.map((one) => ({
                content: (
                  <Fold label={`${one.title}, ${moment(one.at)}`}>
                    <NoteList note={one.note} />
                  </Fold>
                ),
              }))}
            />
          </Section>
        )}
        {standing.secretaryAs && item.withdrawnBecause === null && <ItemDeeds meeting={meeting} item={item} />}
      </>,
    )
  }

// Where the secretary or the programme manager records what was decided, filled in with what is known here. An address lies in histories: of what is closed
// no title is in it.
function decisionFormAddress({ code, instance: { body, area }, versions: [{ heldOn }] }: Meeting, item: Item): string {
  const on = asTypedDay(heldOn)
  const known = new URLSearchParams({
    vergadering: code,
    punt: itemLabel(item),
    gremium: body.code,
    // Of the others there is one.
    ...(body.level === 'district' || body.level === 'gemeente-basisteam' ? { gebied: area.code } : {}),
    'genomen-dag': on.day,
    'genomen-maand': on.month,
    'genomen-jaar': on.year,
    ...(item.closing ? {} : { titel: item.papers[0].title }),
  })
  return `/besluiten/nieuw?${known}`
}

// What is closed has no words outside the page itself.
const quietDescription = 'Een punt van een vergadering.'

function ItemDeeds({ meeting, item }: { meeting: Meeting; item: Item }) {
  const address = itemAddress(meeting.code, item)
  return (
    <Section id="van-de-agenda" title="Volgorde en weghalen">
      {!item.isSent && item.number > 1 && (
        <Form action={`${address}/omhoog`}>
          <input type="hidden" name="regel" value={item.id} />
          <input type="hidden" name="nummer" value={String(item.number)} />
          <Actions>
            <Button>Zet één plaats hoger</Button>
          </Actions>
        </Form>
      )}
      {item.isSent && !item.isPublished && (
        <Paragraph>
          <TextLink href={otherSeriesAddress(meeting.code, item)}>
            {item.closing ? 'Open dit punt' : 'Maak dit punt alsnog besloten'}
          </TextLink>
        </Paragraph>
      )}
      <Fold label="Haal dit punt van de agenda">
        <Form action={`${address}/weg`}>
          <input type="hidden" name="regel" value={item.id} />
          {item.isSent ? (
            <TextField
              name="reden"
              label="Waarom?"
              description="Het punt houdt zijn nummer. Wie het kan lezen, ziet de reden."
            />
          ) : (
            <Paragraph>Leden hebben dit punt nog niet gezien. Het verdwijnt, met de bijlagen.</Paragraph>
          )}
          <Actions>
            <Button kind="negative">Haal van de agenda</Button>
          </Actions>
        </Form>
      </Fold>
    </Section>
  )
}

/** Puts an item one place earlier than it was seen. */
export async function raiseForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const id = String(form.get('regel') ?? '')
  const seen = Number.parseInt(String(form.get('nummer') ?? ''), 10) || 0
  const meeting = ask.params.code ?? ''
  const isRaised = isUuid(id) && (await ask.write((tx) => raiseItem(tx, meeting, id, seen, ask.requestId)))
  return isRaised ? ask.redirect(`${meetingAddress(meeting)}#agenda`) : ask.notFound()
}

/** Takes an item off the agenda. */
export async function takeOffForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const id = String(form.get('regel') ?? '')
  const meeting = ask.params.code ?? ''
  const because =
    String(form.get('reden') ?? '')
      .trim()
      .slice(0, 300) || 'zonder opgaaf van reden'
  const isTaken = isUuid(id) && (await ask.write((tx) => takeOff(tx, meeting, id, because, ask.requestId)))
  return isTaken ? ask.redirect(`${meetingAddress(meeting)}?bewaard=ja`) : ask.notFound()
}
