import {
  Actions,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Form,
  ListLink,
  Notice,
  Paragraph,
  Stack,
  Status,
  Tag,
  TextLink,
} from '../../platform/ui'
import { capital, count, moment, sentenceList } from '../../platform/ui/wording'
import { cameFromLink, dueText, Nudges, targetText } from './action.parts'
import { actionAddress, chapterAddress, paragraphAddress } from './address.parts'
import { type Agreed, agreedOn, newestLookBack, newestOf, type ParagraphKind, partStates } from './chapter'
import { type Part, parts } from './draft'
import { nudgesOf } from './draft-action'
import { type OpenedChapter, writesPart } from './opened.verbs'
import { Prose } from './paragraph.parts'
import { partWords } from './words.parts'

/** The paragraphs of one kind, as the plan prints them, each with the way to it. */
export function Paragraphs({ opened, kind }: { opened: OpenedChapter; kind: ParagraphKind }) {
  const { draft, rights, whole } = opened
  const { code } = whole.chapter
  const standing = whole.paragraphs.filter((one) => one.kind === kind && !one.isRemoved)
  const own =
    kind === 'terugblik'
      ? parts.filter((part) => writesPart(rights, kind, part))
      : rights.writes
        ? ['bureau' as const]
        : []
  return (
    <Stack>
      {standing.length === 0 && <EmptyState title="Hier staat nog niets." />}
      {standing.map(({ id, title, body, part }) => (
        <div>
          {title && <h3 class="nl-heading nl-heading--level-4">{title}</h3>}
          <Prose text={body} />
          <Paragraph small quiet>
            {kind === 'terugblik' && `Deel van ${partWords[part]}. `}
            <TextLink href={paragraphAddress(draft.code, code, id)}>
              Versies en opmerkingen{remarksWords(opened, id)}
            </TextLink>
            {writesPart(rights, kind, part) && (
              <>
                {' · '}
                <TextLink href={`${paragraphAddress(draft.code, code, id)}/wijzigen`}>Wijzig</TextLink>
              </>
            )}
          </Paragraph>
        </div>
      ))}
      {own.length > 0 && (
        <Actions>
          {own.map((part) => (
            <ButtonLink small href={newParagraphAddress(draft.code, code, kind, part)}>
              {kind === 'terugblik' ? `Schrijf het deel van ${partWords[part]}` : 'Schrijf een alinea'}
            </ButtonLink>
          ))}
        </Actions>
      )}
    </Stack>
  )
}

const newParagraphAddress = (draft: string, chapter: string, kind: ParagraphKind, part: Part) =>
  `${chapterAddress(draft, chapter)}/nieuwe-alinea?soort=${kind}${kind === 'terugblik' ? `&deel=${part}` : ''}`

function remarksWords({ whole }: OpenedChapter, of: string): string {
  const open = whole.remarks.filter((one) => !one.settled && (one.paragraph === of || one.action === of)).length
  return open === 0 ? '' : ` (${open} open)`
}

/** The agenda: every action that stands, with a calm hint where something can be clearer. */
export function Agenda({ opened }: { opened: OpenedChapter }) {
  const { draft, rights, whole, names } = opened
  const { code } = whole.chapter
  const standing = whole.actions.filter(({ isRemoved }) => !isRemoved)
  const hinted = standing.filter((action) => nudgesOf(action).length > 0).length
  return (
    <Stack>
      <DataTable
        caption="Acties"
        hiddenCaption
        wideFirst
        empty="Er staan nog geen acties in dit hoofdstuk."
        rows={standing}
        columns={[
          {
            head: 'Actie',
            rowHead: true,
            cell: (action) => (
              <>
                <ListLink href={actionAddress(draft.code, code, action.code)}>{action.title}</ListLink>
                <span class="sv-stil sv-klein">
                  {' '}
                  {action.code}, {action.track}
                  {remarksWords(opened, action.code)}
                </span>
                {action.cameFrom && <span class="sv-stil sv-klein">. {cameFromLink(action)}</span>}
              </>
            ),
          },
          {
            head: 'Trekker',
            cell: ({ leadName, leadPost, isCollective }) => (
              <>
                {[leadName, leadPost].filter(Boolean).join(', ')} {isCollective && <Tag>collectieve afspraak</Tag>}
              </>
            ),
          },
          {
            head: 'Met',
            cell: ({ participants }) => sentenceList(participants.map((party) => names.parties.get(party) ?? party)),
          },
          { head: 'Klaar', cell: ({ due }) => (due === null ? '' : capital(dueText(due))) },
          {
            head: 'Doel of streven',
            cell: (action) => (
              <>
                {targetText(action, names)}
                <Nudges action={action} />
              </>
            ),
          },
        ]}
      />
      {hinted > 0 && (
        <Paragraph small quiet>
          Bij {count(hinted, 'actie', 'acties')} kan nog iets duidelijker. Dat mag later.
        </Paragraph>
      )}
      {rights.writes && (
        <Actions>
          <ButtonLink href={`${chapterAddress(draft.code, code)}/nieuwe-actie`}>Voeg een actie toe</ButtonLink>
        </Actions>
      )}
    </Stack>
  )
}

function AgreedText({ state, done, open }: { state: Agreed; done: string; open: string }) {
  if (state.is === 'open') return <Status is="waiting" label={open} />
  const by = `${state.by.actedAs}, ${moment(state.by.at)}`
  return state.is === 'agreed' ? (
    <Status is="complete" label={`${done} door ${by}`} />
  ) : (
    <Status is="partial" label={`veranderd sinds ${by}`} />
  )
}

/** Where the look-back stands: each part cleared by whose it is, and the whole signed by a person of the bureau. */
export function LookBackStates({ opened }: { opened: OpenedChapter }) {
  const { draft, rights, whole } = opened
  const address = chapterAddress(draft.code, whole.chapter.code)
  const upto = newestLookBack(whole.paragraphs)
  if (upto === 0) return null
  const states = partStates(whole)
  const signed = agreedOn(upto, whole.signatures)
  const isCleared = states.every(({ state }) => state.is === 'agreed')
  return (
    <Stack>
      {states.length > 0 && (
        <DataTable
          caption="Vrijgeven per deel"
          rows={states}
          columns={[
            { head: 'Deel van', rowHead: true, cell: ({ part }) => capital(partWords[part]) },
            {
              head: 'Stand',
              cell: ({ state }) => <AgreedText state={state} done="vrijgegeven" open="nog niet vrijgegeven" />,
            },
            {
              head: 'Uw stap',
              cell: ({ part, state, upto: seen }) =>
                rights.parts.includes(part) && state.is !== 'agreed' ? (
                  <Form action={`${address}/vrijgeven`}>
                    <input type="hidden" name="deel" value={part} />
                    <input type="hidden" name="gezien" value={seen} />
                    <Button small>Geef het deel van {partWords[part]} vrij</Button>
                  </Form>
                ) : (
                  'geen'
                ),
            },
          ]}
        />
      )}
      <Paragraph>
        <AgreedText state={signed} done="ondertekend" open="nog niet ondertekend" />
      </Paragraph>
      {rights.enforces && signed.is !== 'agreed' && isCleared && (
        <Form action={`${address}/ondertekenen`}>
          <input type="hidden" name="gezien" value={upto} />
          <Button>Onderteken de terugblik</Button>
        </Form>
      )}
      {rights.enforces && signed.is !== 'agreed' && !isCleared && (
        <Paragraph small quiet>
          Ondertekenen kan als ieder zijn deel heeft vrijgegeven.
        </Paragraph>
      )}
    </Stack>
  )
}

/** Whether the chapter is in force as it stands, and the way to put it in force. */
export function InForce({ opened }: { opened: OpenedChapter }) {
  const { draft, rights, whole } = opened
  const { enforced } = whole
  const newest = newestOf(whole)
  const isUpToDate = enforced?.upto === newest
  return (
    <Stack>
      <Paragraph>
        {enforced === null ? (
          <Status is="waiting" label="nog niet in werking" />
        ) : isUpToDate ? (
          <Status is="complete" label={`in werking sinds ${moment(enforced.at)}`} />
        ) : (
          <Status is="partial" label={`in werking zoals het was op ${moment(enforced.at)}`} />
        )}
      </Paragraph>
      {enforced && (
        <Paragraph small>
          <TextLink href={`/programmas/${encodeURIComponent(whole.chapter.code)}`}>Zo ziet iedereen het</TextLink>
        </Paragraph>
      )}
      {draft.adoptedOn && (
        <Notice title="Dit plan is vastgesteld.">
          Wat erin staat, verandert alleen nog met een besluit of een mandaat.
        </Notice>
      )}
      {rights.enforces && (
        <Form action={`${chapterAddress(draft.code, whole.chapter.code)}/in-werking`}>
          <input type="hidden" name="gezien" value={newest} />
          <Paragraph small quiet>
            Dit is meteen openbaar: iedereen ziet het programma en de acties, met erbij dat het een concept is. De
            trekkers krijgen er vragen over. De terugblik gaat alleen mee als die is ondertekend.
          </Paragraph>
          <Button kind="primary">{enforced ? 'Werk bij wat in werking is' : 'Zet dit hoofdstuk in werking'}</Button>
        </Form>
      )}
    </Stack>
  )
}
