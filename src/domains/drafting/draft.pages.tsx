import {
  ButtonLink,
  DataTable,
  KeyFigures,
  ListLink,
  Notice,
  Opening,
  Section,
  Status,
  TextLink,
} from '../../platform/ui'
import { capital, day, moment, number, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { chapterAddress, draftAddress, trailOf } from './address.parts'
import { partStates } from './chapter'
import { lookBacks, newestActions } from './chapter.store'
import { type ChapterCount, chapterCounts, endedIn } from './draft.store'
import { nudgesOf } from './draft-action'
import { DraftState } from './draft-list.pages'
import { DraftFiles } from './files.parts'
import { openDraft } from './opened.verbs'
import { kindWords, partWords } from './words.parts'

/** A draft: its chapters, what can still be clearer, who is still to clear something, and what is in force. */
export async function draftPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const opened = await openDraft(tx, code)
    if (!opened) return null
    const chapters = await chapterCounts(tx, code)
    const actions = (await newestActions(tx, { draft: code })).filter(({ isRemoved }) => !isRemoved)
    const waiting = new Map(
      (await lookBacks(tx, code)).map((one) => [
        one.chapter,
        partStates(one).flatMap(({ part, state }) => (state.is === 'agreed' ? [] : [partWords[part]])),
      ]),
    )
    const { draft, rights } = opened
    const ended = draft.beganFrom && rights.writes ? await endedIn(tx, code) : { leads: [], priorities: [] }
    return { ...opened, chapters, actions, waiting, ended }
  })
  if (!found) return ask.notFound()
  const { draft, rights, chapters, actions, waiting, ended } = found
  const hints = Map.groupBy(
    actions.filter((action) => nudgesOf(action).length > 0),
    ({ chapter }) => chapter,
  )
  const hinted = chapters.reduce((sum, { code: of }) => sum + (hints.get(of)?.length ?? 0), 0)
  return ask.page(
    { title: `${draft.title}, concept`, breadcrumbs: trailOf(draft) },
    <>
      <Opening
        title={draft.title}
        lead={`Concept van een ${kindWords[draft.kind]} voor ${draft.from === draft.to ? draft.from : `${draft.from} tot en met ${draft.to}`}. Alleen wie bij een partner werkt, ziet dit.`}
        meta={[
          <DraftState draft={draft} />,
          draft.owner.name,
          ...(draft.strategy
            ? [<TextLink href={`/strategieen/${draft.strategy.code}`}>{draft.strategy.name}</TextLink>]
            : []),
          ...(draft.beganFrom
            ? [
                <>
                  Begonnen vanuit <TextLink href={`/plannen/${draft.beganFrom.code}`}>{draft.beganFrom.name}</TextLink>
                </>,
              ]
            : []),
          `Code ${draft.code}`,
        ]}
      >
        {draft.adoptedOn && (
          <Notice title={`Vastgesteld op ${day(draft.adoptedOn)}.`}>
            Het concept is gesloten. Wat in het plan staat, verandert alleen nog met een besluit of een{' '}
            <TextLink href="/mandaten">mandaat</TextLink>.{' '}
            <TextLink href={`/plannen/${draft.code}`}>Naar het plan</TextLink>
          </Notice>
        )}
        {ended.leads.length + ended.priorities.length > 0 && (
          <Notice kind="attention" title="Uit het vorige plan kwam mee wat er niet meer is.">
            {ended.leads.length > 0 && `Trekkers die zijn opgeheven: ${sentenceList(ended.leads)}. `}
            {ended.priorities.length > 0 && `Prioriteiten die zijn geëindigd: ${sentenceList(ended.priorities)}. `}
            Kies een andere, of laat het weg.
          </Notice>
        )}
        <KeyFigures
          items={[
            { label: 'Hoofdstukken', value: number(chapters.length) },
            {
              label: 'Acties',
              value: number(actions.filter(({ chapter }) => chapters.some(({ code: of }) => of === chapter)).length),
            },
            { label: 'Acties die duidelijker kunnen', value: number(hinted), note: 'dat mag later' },
            {
              label: 'In werking',
              value: `${chapters.filter(({ enforcedAt }) => enforcedAt).length} van ${chapters.length}`,
              note: 'hoofdstukken',
            },
          ]}
        />
      </Opening>
      <Section id="hoofdstukken" title="Inhoud" full>
        <DataTable
          caption="Hoofdstukken"
          hiddenCaption
          wideFirst
          empty="Er is nog geen hoofdstuk."
          rows={chapters}
          columns={[
            {
              head: 'Hoofdstuk',
              rowHead: true,
              cell: (chapter) => (
                <>
                  <ListLink href={chapterAddress(draft.code, chapter.code)}>{chapter.title}</ListLink>
                  <span class="sv-stil sv-klein"> {chapter.kind}</span>
                </>
              ),
            },
            { head: 'Alinea’s', align: 'number', cell: ({ paragraphs }) => number(paragraphs) },
            { head: 'Acties', align: 'number', cell: (chapter) => number(chapter.actions) },
            {
              head: 'Kan duidelijker',
              align: 'number',
              cell: (chapter) => number(hints.get(chapter.code)?.length ?? 0),
            },
            { head: 'Open opmerkingen', align: 'number', cell: ({ openRemarks }) => number(openRemarks) },
            {
              head: 'Nog vrij te geven door',
              cell: (chapter) => capital(sentenceList(waiting.get(chapter.code) ?? [])) || 'niemand',
            },
            { head: 'In werking', cell: (chapter) => <Force chapter={chapter} /> },
          ]}
        />
        {rights.writes && (
          <ButtonLink href={`${draftAddress(draft.code)}/nieuw-hoofdstuk`}>Voeg een hoofdstuk toe</ButtonLink>
        )}
        <DraftFiles draft={draft.code} rights={rights} />
      </Section>
      {draft.isInForce && (
        <Section id="plan" title="Wat iedereen ziet">
          <TextLink href={`/plannen/${draft.code}`}>Het plan met de hoofdstukken die in werking zijn</TextLink>
        </Section>
      )}
    </>,
  )
}

function Force({ chapter }: { chapter: ChapterCount }) {
  if (chapter.enforcedAt === null) return <Status is="waiting" label="nog niet" />
  return chapter.enforcedUpto === chapter.newest ? (
    <Status is="complete" label={`sinds ${moment(chapter.enforcedAt)}`} />
  ) : (
    <Status is="partial" label={`zoals op ${moment(chapter.enforcedAt)}`} />
  )
}
