import type { Fault } from '../../kernel/typed'
import {
  DataList,
  errorsAt,
  Fold,
  Form,
  KeepOrBack,
  KeptMeanwhile,
  Notice,
  Opening,
  Paragraph,
  Radios,
  RowList,
  Section,
  TextArea,
  TextField,
} from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { keepAnswer } from './entry.store'
import { type Answer, answerKey, pointState, type Reply } from './hearing'
import { breadcrumbsOf, HearingNotices } from './hearing.pages'
import { partyAddress, partyName, pointAddress } from './hearing.parts'
import { answerVersions } from './hearing.store'
import { findParty } from './party.pages'
import { asTypedReply, readReply, type TypedReply } from './reply'

async function find(ask: Ask) {
  const found = await findParty(ask)
  const number = Number(ask.params.punt)
  const point = found?.party.entry?.points.find((one) => one.number === number)
  if (!found?.standing.bureauAs || !point || !found.party.entry) return null
  const versions = await ask.read((tx) => answerVersions(tx, found.hearing.code))
  return {
    ...found,
    point,
    entry: found.party.entry,
    versions: versions.get(answerKey(found.party.code, number)) ?? [],
  }
}
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** Where the bureau answers a point and says what it changes in the text. */
export async function answerPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  if (!found) return ask.notFound()
  const [newest] = found.versions
  return draw(ask, found, { typed: asTypedReply(newest), seen: newest?.version ?? 0, faults: [] })
}

/** Keeps an answer as a new version; or shows it again with what is wrong, or beside what a colleague wrote meanwhile. */
export async function answerForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found) return ask.notFound()
  const text = textIn(form)
  const typed: TypedReply = {
    text: text('antwoord'),
    effect: text('gevolg'),
    place: text('plaats'),
    before: text('stond'),
    after: text('staat'),
  }
  const seen = Number.parseInt(text('versie'), 10) || 0
  const entry = text('regel')
  const reply = readReply(typed)
  if ('faults' in reply) return draw(ask, found, { typed, seen, faults: reply.faults })
  const about = { hearing: found.hearing.code, party: found.party.code, point: found.point.number, seen }
  // An answer is to the words that stood on the page: when those changed, they are shown first.
  const seenPoint = found.entries.find(({ id }) => id === entry)?.points.find(({ number }) => number === about.point)
  const kept =
    seenPoint?.text === found.point.text
      ? await ask.write((tx) => keepAnswer(tx, { ...about, entry: found.entry.id }, reply, ask.requestId))
      : 'punt'
  if (kept === 'punt') return draw(ask, found, { typed, seen, faults: [], isPointChanged: true })
  if (kept === 'botst') {
    const now = await find(ask)
    return now ? draw(ask, now, { typed, seen, faults: [], theirs: now.versions[0] }) : ask.notFound()
  }
  return kept ? ask.redirect(`${partyAddress(found.hearing.code, found.party.code)}?bewaard=ja#punten`) : ask.notFound()
}

type Shown = {
  readonly typed: TypedReply
  readonly seen: number
  readonly faults: readonly Fault[]
  readonly theirs?: Answer | undefined
  readonly isPointChanged?: boolean
}

function draw(ask: Ask, found: Found, { typed, seen, faults, theirs, isPointChanged = false }: Shown) {
  const { hearing, party, point, entry, versions } = found
  const address = pointAddress(hearing.code, party.code, point.number)
  const [newest] = versions
  const errorAt = errorsAt(faults)
  return ask.page(
    {
      title: `Punt ${point.number} van ${partyName(party)}`,
      breadcrumbs: [
        ...breadcrumbsOf(hearing),
        { label: party.name, href: partyAddress(hearing.code, party.code) },
        { label: `Punt ${point.number}`, href: address },
      ],
    },
    <>
      <Opening
        title={`Punt ${point.number} van ${partyName(party)}`}
        lead={`${entry.view === 'bedenkingen' ? 'Bedenking' : 'Wens'} bij ${hearing.subject.title}.`}
      >
        <HearingNotices hearing={hearing} today={ask.today} />
        {theirs && <KeptMeanwhile>Intussen schreef {theirs.actedAs} een ander antwoord.</KeptMeanwhile>}
        {isPointChanged && (
          <Notice kind="attention" announce title="Er is nog niets bewaard.">
            Het punt zelf veranderde intussen. Lees het opnieuw; uw antwoord staat er nog.
          </Notice>
        )}
        {!isPointChanged && newest && pointState(point, newest) === 'veranderd' && (
          <Notice kind="attention" title="Dit punt veranderde na het antwoord.">
            Het antwoord ging over: “{newest.pointText}”
          </Notice>
        )}
      </Opening>
      <Section id="punt" title="Het punt" intro={`${entry.actedAs}, ${moment(entry.at)}.`}>
        <Paragraph>{point.text}</Paragraph>
      </Section>
      {theirs && (
        <Section id="intussen" title="Wat er intussen staat" intro={`${theirs.actedAs}, ${moment(theirs.at)}.`}>
          <ReplyList reply={theirs} />
        </Section>
      )}
      <Section
        id="formulier"
        title={theirs ? 'Wat u schreef' : 'Ons antwoord'}
        intro="Een concept. Buiten het bureau ziet niemand het tot de nota is vrijgegeven."
      >
        <Form action={address} errors={[...faults]}>
          <input type="hidden" name="versie" value={String(theirs?.version ?? seen)} />
          <input type="hidden" name="regel" value={entry.id} />
          <TextArea name="antwoord" label="Antwoord" value={typed.text} rows={5} {...errorAt('antwoord')} />
          <Radios
            name="gevolg"
            label="Verandert de tekst?"
            value={typed.effect}
            options={[
              { value: 'geen wijziging', label: 'Nee, geen wijziging' },
              { value: 'aangepast', label: 'Ja, de tekst is aangepast' },
            ]}
            {...errorAt('gevolg')}
          />
          <TextField
            name="plaats"
            label="Waar in de tekst"
            description="Alleen als de tekst verandert. Bijvoorbeeld: paragraaf 3.2."
            optional
            value={typed.place}
            {...errorAt('plaats')}
          />
          <TextArea
            name="stond"
            label="Er stond"
            description="Leeg als er iets bij komt."
            optional
            value={typed.before}
            rows={3}
            {...errorAt('stond')}
          />
          <TextArea name="staat" label="Er staat nu" optional value={typed.after} rows={3} {...errorAt('staat')} />
          <KeepOrBack back={partyAddress(hearing.code, party.code)} />
        </Form>
      </Section>
      {versions.length > 0 && (
        <Section id="versies" title="Versies" intro="De nieuwste eerst. Er gaat niets weg.">
          <RowList
            items={versions.map((answer) => ({
              content: (
                <Fold label={`Versie ${answer.version}: ${answer.actedAs}, ${moment(answer.at)}`}>
                  <ReplyList reply={answer} />
                </Fold>
              ),
            }))}
          />
        </Section>
      )}
    </>,
    theirs || isPointChanged ? 409 : faults.length > 0 ? 422 : 200,
  )
}

function ReplyList({ reply }: { reply: Reply }) {
  return (
    <DataList
      items={[
        { term: 'Antwoord', value: reply.text },
        { term: 'Gevolg', value: reply.place ? `${reply.effect}: ${reply.place}` : reply.effect },
        ...(reply.after
          ? [
              { term: 'Er stond', value: reply.before ?? 'niets; dit is nieuw' },
              { term: 'Er staat nu', value: reply.after },
            ]
          : []),
      ]}
    />
  )
}
