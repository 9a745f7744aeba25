import type { Fault } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  errorsAt,
  Fold,
  Form,
  KeptMeanwhile,
  Notice,
  Opening,
  RowList,
  Section,
  TextArea,
} from '../../platform/ui'
import { moment, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { formKeyOf, hashOf, newSecret } from '../../platform/web/secret'
import { findMeeting, itemBreadcrumbs, itemLabel, itemsOf } from '../meetings'
import { type Annotation, longestBody, readBody } from './annotation'
import { annotationAddress, annotationsAddress, BasisList, OtherOrganisations, OwnText } from './annotation.parts'
import { keepAnnotation } from './annotation.store'
import { annotated, deskOf } from './annotation.verbs'
import { saysOf } from './basis'
import { StageStatus } from './section.parts'

/** An item with what an adviser needs to write about it; null for who writes nothing there. */
const find = (ask: Ask, wanted: string | null) =>
  ask.read(async (tx) => {
    const meeting = await findMeeting(tx, ask.params.code ?? '')
    const desk = meeting && (await deskOf(tx, meeting, wanted))
    if (!meeting || !desk?.writes) return null
    const items = await itemsOf(tx, meeting.code, { label: ask.params.punt ?? '', newestOnly: true })
    const [one] = await annotated(
      tx,
      items.filter(({ isSent, withdrawnBecause }) => isSent && withdrawnBecause === null),
      desk.organisation,
      ask.today,
    )
    return one ? { meeting, desk, ...one } : null
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

type Shown = {
  readonly body: string
  readonly seen: number
  readonly formKey: string
  readonly faults?: readonly Fault[]
  /** What a colleague kept meanwhile. */
  readonly theirs?: Annotation
  /** The basis is another than the one that was seen. */
  readonly isOtherBasis?: boolean
}

/** The version one writes over: what was written while the item was in the other series stays there. */
const seenOf = (newest: Annotation | undefined) => (newest?.writtenAt === null ? newest.version : 0)

/** Where an adviser writes about one item, beside what it means for his organisation today. */
export async function annotationFormPage(ask: Ask): Promise<Response> {
  const found = await find(ask, ask.query.get('voor'))
  if (!found) return ask.notFound()
  const [newest] = found.versions
  return draw(ask, found, { body: newest?.body ?? '', seen: seenOf(newest), formKey: newSecret() })
}

/** Keeps what was written, as a draft or finished; or shows it again with what is wrong, or beside what a colleague kept meanwhile. */
export async function annotationForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask, String(form.get('voor') ?? ''))
  if (!found) return ask.notFound()
  const { meeting, desk, item, now } = found
  const typed = String(form.get('tekst') ?? '')
  const shown: Shown = {
    body: typed,
    seen: Number.parseInt(String(form.get('versie') ?? ''), 10) || 0,
    formKey: formKeyOf(form),
  }
  const body = readBody(typed)
  if (typeof body !== 'string') return draw(ask, found, { ...shown, faults: body.faults })
  const isReady = form.get('stand') === 'klaar'
  if (isReady && form.get('basis') !== hashOf(saysOf(now))) return draw(ask, found, { ...shown, isOtherBasis: true })
  const kept = await ask.write((tx) =>
    keepAnnotation(
      tx,
      { item: item.id, organisation: desk.organisation, seen: shown.seen },
      { body, basis: isReady ? now : null },
      shown.formKey,
    ),
  )
  if (kept === null) return ask.notFound()
  if (kept !== 'botst')
    return ask.redirect(
      `${annotationsAddress(meeting.code)}?bewaard=${isReady ? 'klaar' : 'concept'}${desk.others.length > 0 ? `&voor=${encodeURIComponent(desk.organisation)}` : ''}`,
    )
  const later = await find(ask, desk.organisation)
  const theirs = later?.versions[0]
  return later && theirs ? draw(ask, later, { ...shown, seen: seenOf(theirs), theirs }) : ask.notFound()
}

function draw(
  ask: Ask,
  { meeting, desk, item, versions, now }: Found,
  { body, seen, formKey, faults = [], theirs, isOtherBasis = false }: Shown,
) {
  const errorAt = errorsAt(faults)
  const address = annotationAddress(meeting.code, item)
  const [newest, ...earlier] = versions
  return ask.page(
    {
      title: `Annotatie bij punt ${itemLabel(item)} van ${meeting.code}`,
      breadcrumbs: [...itemBreadcrumbs(meeting, item), { label: 'Annotatie', href: address }],
    },
    <>
      <Opening
        title={`Annotatie bij punt ${itemLabel(item)}`}
        lead={`${item.papers[0].title}.`}
        meta={[`U schrijft als: ${desk.actedAs}`, `Alleen voor ${desk.name}`, <StageStatus versions={versions} />]}
      >
        {theirs && (
          <KeptMeanwhile>
            Intussen bewaarde {theirs.actedAs} deze annotatie, op {moment(theirs.at)}.
          </KeptMeanwhile>
        )}
        {isOtherBasis && (
          <Notice kind="attention" announce title="Er is nog niets bewaard.">
            Wat dit punt voor u betekent, is veranderd terwijl u schreef. Lees het hieronder en kies opnieuw.
          </Notice>
        )}
        <OtherOrganisations address={address} others={desk.others.filter((one) => 'writes' in one && one.writes)} />
      </Opening>
      {theirs && (
        <Section id="intussen" title="Wat er intussen staat">
          <OwnText body={theirs.body} />
        </Section>
      )}
      <Section
        id="basis"
        title="Wat dit punt voor ons betekent"
        intro="Dit zoekt Slagvaardig voor u op. Als u klaar bent, gaat het zo mee met uw tekst."
      >
        <BasisList basis={now} />
      </Section>
      <Section id="tekst" title="Uw tekst">
        <Form action={address} errors={[...faults]}>
          <input type="hidden" name="versie" value={String(seen)} />
          <input type="hidden" name="sleutel" value={formKey} />
          <input type="hidden" name="voor" value={desk.organisation} />
          <input type="hidden" name="basis" value={hashOf(saysOf(now))} />
          <TextArea
            name="tekst"
            label="Wat wilt u meegeven?"
            description={`Ten hoogste ${number(longestBody)} tekens. Alleen wie hier voor ${desk.name} zit, leest het als het klaar is. Het staat in geen logboek.`}
            optional
            rows={10}
            value={body}
            {...errorAt('tekst')}
          />
          <Actions>
            <Button kind="primary" name="stand" value="klaar">
              Klaar
            </Button>
            <Button name="stand" value="concept">
              Bewaar als concept
            </Button>
            <ButtonLink kind="subtle" href={annotationsAddress(meeting.code)}>
              Terug zonder bewaren
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
      {newest && earlier.length > 0 && (
        <Section id="versies" title="Eerdere versies" intro="De nieuwste eerst.">
          <RowList
            items={earlier.map((one) => ({
              content: (
                <Fold label={`${one.basis ? 'Klaar' : 'Concept'}, ${moment(one.at)}, door ${one.actedAs}`}>
                  <OwnText body={one.body} />
                </Fold>
              ),
            }))}
          />
        </Section>
      )}
    </>,
    theirs || isOtherBasis ? 409 : faults.length > 0 ? 422 : 200,
  )
}
