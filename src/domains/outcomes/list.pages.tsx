import {
  Actions,
  Button,
  ButtonLink,
  Form,
  List,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  RowList,
  Section,
  Status,
} from '../../platform/ui'
import { day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { noteDeed } from '../identity'
import { ExampleNotice, type Item, instanceName, itemAddress, itemBreadcrumbs, itemLabel } from '../meetings'
import { type Course, courseOf, decisionsUnder, inSeries } from './course.verbs'
import { courseAddress, DecisionTexts, listAddress, OutcomeWords } from './outcome.parts'
import { fixList, publishList } from './outcome.store'
import { agreementWords } from './promise.parts'

/** The decision list of a meeting: for who sits there while it is made, for everybody once it was made public. */
export async function listPage(ask: Ask): Promise<Response> {
  const course = await ask.read((tx) => courseOf(tx, ask.params.code ?? ''))
  if (!course || course.isOff) return ask.notFound()
  const { meeting, standing, stage, items } = course
  const isMember = standing.seats.length > 0
  if (!stage.listPublishedAt && !isMember) return ask.notFound()
  const { open, closed } = inSeries(items)
  if (closed.length > 0)
    await ask.write((tx) =>
      noteDeed(tx, {
        event: 'besloten stuk gelezen',
        object: `${meeting.code}, besluitenlijst`,
        requestId: ask.requestId,
      }),
    )
  const name = `${instanceName(meeting.instance)}, ${day(meeting.versions[0].heldOn)}`
  return ask.page(
    {
      title: `Besluitenlijst: ${name}`,
      description: `Wat er op ${day(meeting.versions[0].heldOn)} uitkwam in ${instanceName(meeting.instance)}.`,
      breadcrumbs: [...itemBreadcrumbs(meeting), { label: 'Besluitenlijst', href: listAddress(meeting.code) }],
    },
    <>
      <Opening
        title="Besluitenlijst"
        lead={`${instanceName(meeting.instance)}, vergadering van ${day(meeting.versions[0].heldOn)}.`}
        meta={[
          stage.fixedAt ? `vastgesteld op ${moment(stage.fixedAt)}` : 'nog niet vastgesteld',
          ...(stage.listPublishedAt ? [`openbaar sinds ${moment(stage.listPublishedAt)}`] : []),
        ]}
      >
        <ExampleNotice instance={meeting.instance} />
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Zo staat de besluitenlijst er nu.
          </Notice>
        )}
        {ask.query.has('onaf') && (
          <Notice kind="error" announce title="De lijst is nog niet vastgesteld.">
            Leg eerst van elk punt vast hoe het afliep.
          </Notice>
        )}
        {standing.secretaryAs && meeting.versions[0].heldOn <= ask.today && <ListDeeds course={course} />}
      </Opening>
      <Section id="punten" title="Punten" full>
        <ListedItems course={course} items={open} isMember={isMember} />
      </Section>
      {closed.length > 0 && (
        <Section id="besloten" title="Besloten punten" full>
          <Paragraph>
            <Status is="confidential" label="besloten" /> Alleen voor wie hier een zetel heeft. Wie dit opent, staat in
            het logboek.
          </Paragraph>
          <ListedItems course={course} items={closed} isMember={isMember} />
        </Section>
      )}
    </>,
  )
}

function ListedItems({ course, items, isMember }: { course: Course; items: readonly Item[]; isMember: boolean }) {
  if (items.length === 0) return <Paragraph>Hier staan geen open punten.</Paragraph>
  return (
    <RowList
      items={items.map((item) => {
        const label = itemLabel(item)
        const outcome = course.outcomes.get(item.id)
        const agreements = course.agreements.filter((one) => one.item === label)
        return {
          id: `punt-${label}`,
          content: (
            <>
              <Paragraph>
                <ListLink href={itemAddress(course.meeting.code, item)}>{`${label}. ${item.papers[0].title}`}</ListLink>
              </Paragraph>
              <Paragraph>
                {outcome || isMember ? <OutcomeWords outcome={outcome} later={course.later} /> : 'niet in deze lijst'}
              </Paragraph>
              <DecisionTexts decisions={decisionsUnder(course, label)} />
              {agreements.length > 0 && (
                <List
                  items={agreements.map((one) => (
                    <>
                      {agreementWords(one)}
                      {isMember && one.due ? `, klaar op ${day(one.due)}` : ''}
                    </>
                  ))}
                />
              )}
            </>
          ),
        }
      })}
    />
  )
}

function ListDeeds({ course: { meeting, items, outcomes, stage } }: { course: Course }) {
  const address = listAddress(meeting.code)
  const without = items.filter(({ id }) => (outcomes.get(id)?.version ?? 0) === 0).map(itemLabel)
  return (
    <>
      <Actions>
        <ButtonLink href={courseAddress(meeting.code)}>Werk het verloop bij</ButtonLink>
      </Actions>
      {!stage.fixedAt && without.length > 0 && (
        <Paragraph small>Van deze punten is nog niet vastgelegd hoe ze afliepen: {without.join(', ')}.</Paragraph>
      )}
      {!stage.fixedAt && without.length === 0 && items.length > 0 && (
        <Form action={`${address}/vaststellen`}>
          <Paragraph small>Stel de lijst vast. Uitkomsten en afspraken veranderen daarna niet meer.</Paragraph>
          <Actions>
            <Button kind="primary">Stel de besluitenlijst vast</Button>
          </Actions>
        </Form>
      )}
      {stage.fixedAt && !stage.listPublishedAt && !stage.agendaPublishedAt && (
        <Paragraph small>
          De lijst kan openbaar worden als de agenda dat is: maak op de pagina van de vergadering de open punten
          openbaar.
        </Paragraph>
      )}
      {stage.fixedAt &&
        !stage.listPublishedAt &&
        stage.agendaPublishedAt &&
        items.some(({ isPublished }) => isPublished) && (
          <Form action={`${address}/openbaar`}>
            <Paragraph small>
              De open punten worden openbaar, met de uitkomst en wie wat afsprak. Dag en stand van een afspraak blijven
              bij wie hier zit. Besloten punten blijven besloten.
            </Paragraph>
            <Actions>
              <Button>Maak de besluitenlijst openbaar</Button>
            </Actions>
          </Form>
        )}
    </>
  )
}

/** Fixes the decision list. */
export async function fixForm(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const course = await ask.read((tx) => courseOf(tx, code))
  if (!course?.standing.secretaryAs) return ask.notFound()
  const isDone = await ask.write((tx) => fixList(tx, code, ask.requestId))
  return ask.redirect(`${listAddress(code)}?${isDone ? 'bewaard=ja' : 'onaf=ja'}`)
}

/** Shows the open items of the fixed list to everybody. */
export async function publishListForm(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const isDone = await ask.write((tx) => publishList(tx, code, ask.requestId))
  return isDone ? ask.redirect(`${listAddress(code)}?bewaard=ja`) : ask.notFound()
}
