import { ButtonLink, Notice, Opening, Section, TextLink } from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { chapterAddress, draftAddress, trailOf } from './address.parts'
import { Agenda, InForce, LookBackStates, Paragraphs } from './chapter.parts'
import { clearPart, putInForce, signLookBack } from './chapter.store'
import { ChapterFiles } from './files.parts'
import { type OpenedChapter, openChapter } from './opened.verbs'
import { Remarks } from './remark.parts'

const opened = (ask: Ask) => ask.read((tx) => openChapter(tx, ask.params.code ?? '', ask.params.hoofdstuk ?? ''))

/** A chapter as the plan will read, with what is still to be done in it. */
export async function chapterPage(ask: Ask): Promise<Response> {
  const found = await opened(ask)
  return found ? draw(ask, found, null) : ask.notFound()
}

function draw(ask: Ask, found: OpenedChapter, refused: string | null) {
  const { draft, rights, whole } = found
  const { chapter } = whole
  const onChapter = whole.remarks.filter(({ paragraph, action }) => paragraph === null && action === null)
  return ask.page(
    { title: `${chapter.title}, ${draft.title}`, breadcrumbs: trailOf(draft, chapter) },
    <>
      <Opening
        title={chapter.title}
        lead={`Een ${chapter.kind} van ${draft.title}. Zo leest het plan.`}
        meta={[
          <TextLink href={draftAddress(draft.code)}>{draft.title}</TextLink>,
          ...(chapter.leadName ? [`Trekker: ${chapter.leadName}`] : []),
          ...(chapter.priorityTitle
            ? [<TextLink href={`/prioriteiten/${chapter.priority}`}>{chapter.priorityTitle}</TextLink>]
            : []),
          `Code ${chapter.code}`,
          'Nalopen kost ongeveer 20 minuten per jaar',
        ]}
      >
        {refused !== null && (
          <Notice kind="error" announce title="Er is niets gedaan.">
            {refused}
          </Notice>
        )}
        {ask.query.get('gedaan') === 'in-werking' && whole.enforced && !chapter.isRemoved && (
          <Notice kind="done" announce title="Bewaard.">
            Het hoofdstuk staat nu op{' '}
            <TextLink href={`/programmas/${encodeURIComponent(chapter.code)}`}>
              de pagina {chapter.title} van {draft.title}
            </TextLink>{' '}
            als concept. Iedereen kan het lezen.
          </Notice>
        )}
        {chapter.isRemoved && (
          <Notice kind="attention" title="Dit hoofdstuk is weggelaten.">
            Wat erin stond, blijft hier te lezen.
          </Notice>
        )}
        {rights.writes && (
          <ButtonLink small href={`${chapterAddress(draft.code, chapter.code)}/wijzigen`}>
            Wijzig titel en trekker
          </ButtonLink>
        )}
        <ChapterFiles opened={found} />
      </Opening>
      <Section id="meerjarendoel" title="Meerjarendoel" intro="Waar dit naartoe werkt.">
        <Paragraphs opened={found} kind="meerjarendoel" />
      </Section>
      <Section
        id="terugblik"
        title="Terugblik"
        intro="Wat er van het vorige plan kwam. Politie, OM en burgemeesters geven hun eigen deel vrij."
      >
        <Paragraphs opened={found} kind="terugblik" />
        <LookBackStates opened={found} />
      </Section>
      <Section id="tekst" title="Tekst">
        <Paragraphs opened={found} kind="tekst" />
      </Section>
      <Section id="agenda" title="Agenda" intro="Wie wat doet, met wie, waar en wanneer." full>
        <Agenda opened={found} />
      </Section>
      <Section id="opmerkingen" title="Opmerkingen" intro="Over het hoofdstuk als geheel.">
        <Remarks about={{ draft: draft.code, chapter: chapter.code }} remarks={onChapter} settles={rights.writes} />
      </Section>
      <Section id="in-werking" title="In werking" intro={`Laatst gewijzigd ${moment(lastOf(found))}.`}>
        <InForce opened={found} />
      </Section>
    </>,
    refused !== null ? 409 : 200,
  )
}

const lastOf = ({ whole: { chapter, paragraphs, actions } }: OpenedChapter): string =>
  [chapter, ...paragraphs, ...actions].reduce((last, one) => (one.entry > last.entry ? one : last)).at

const seenIn = (form: FormData) => Number.parseInt(String(form.get('gezien') ?? ''), 10) || 0

const meanwhile = 'Intussen veranderde iemand iets. Kijk opnieuw hoe het hoofdstuk nu is.'
const taken =
  'De code van dit plan, van dit hoofdstuk of van een actie erin is intussen van een ander plan. Begin een nieuw concept: dat krijgt codes die vrij zijn.'

/** Does one step with the chapter as it was seen; shows it again, with why, when it could not be done. */
const step =
  (
    may: (found: OpenedChapter, form: FormData) => boolean,
    act: (ask: Ask, form: FormData, chapter: string) => Promise<boolean | 'bezet'>,
    said = '',
  ) =>
  async (ask: Ask): Promise<Response> => {
    const form = await ask.form()
    const found = await opened(ask)
    if (!found || !may(found, form)) return ask.notFound()
    const { draft, whole } = found
    const done = await act(ask, form, whole.chapter.code)
    if (done === true) return ask.redirect(`${chapterAddress(draft.code, whole.chapter.code)}${said}`)
    const now = await opened(ask)
    return now ? draw(ask, now, done === 'bezet' ? taken : meanwhile) : ask.notFound()
  }

const partIn = (form: FormData) => String(form.get('deel') ?? '')

export const clearForm = step(
  ({ rights }, form) => rights.parts.some((part) => part === partIn(form)),
  (ask, form, chapter) =>
    ask.write((tx) => clearPart(tx, { chapter, part: partIn(form), upto: seenIn(form) }, ask.requestId)),
)

export const signForm = step(
  ({ rights }) => rights.enforces,
  (ask, form, chapter) => ask.write((tx) => signLookBack(tx, chapter, seenIn(form), ask.requestId)),
)

export const inForceForm = step(
  ({ rights }) => rights.enforces,
  async (ask, form, chapter) => {
    const became = await ask.write((tx) => putInForce(tx, chapter, seenIn(form), ask.requestId))
    return became === 'bezet' ? became : became === 'gedaan'
  },
  '?gedaan=in-werking',
)
