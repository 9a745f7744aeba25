import { addDays } from '../../kernel/day'
import type { Fault } from '../../kernel/typed'
import { optionalText } from '../../kernel/typed'
import {
  Actions,
  Button,
  DataList,
  errorsAt,
  Form,
  KeptMeanwhile,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextArea,
  TextField,
  TextLink,
} from '../../platform/ui'
import { capital, day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { noteDeed } from '../identity'
import { findMeeting, instanceName, itemsOf, meetingAddress, standingIn } from '../meetings'
import { Evidence } from '../proposals'
import { agreementAddress } from './outcome.parts'
import { type Agreement, readProof } from './promise'
import { AgreementStatus } from './promise.parts'
import { closeAgreement, findAgreement, keepProof, proverOf } from './promise.store'

const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const agreement = await findAgreement(tx, ask.params.code ?? '', ask.params.afspraak ?? '')
    const meeting = agreement && (await findMeeting(tx, agreement.meeting))
    if (!agreement || !meeting) return null
    return {
      agreement,
      meeting,
      prover: await proverOf(tx, agreement.id),
      isSecretary: (await standingIn(tx, meeting.instance.code)).secretaryAs !== null,
      canOpenItem: agreement.item !== '' && (await itemsOf(tx, meeting.code, { label: agreement.item })).length > 0,
    }
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

type Typed = {
  readonly sentence: string
  readonly evidence: string
  readonly words: string
  readonly faults: readonly Fault[]
  readonly theirs: boolean
}

/** One agreement: what, by whom, what was done of it. For who sits there and who carries it. */
export async function agreementPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found ? draw(ask, found, null) : ask.notFound()
}

async function draw(ask: Ask, found: Found, typed: Typed | null): Promise<Response> {
  const { agreement, meeting, prover, isSecretary } = found
  const { label, kind, proof, closed } = agreement
  const address = agreementAddress(meeting.code, label)
  const name = `${instanceName(meeting.instance)}, ${day(meeting.versions[0].heldOn)}`
  if (agreement.isClosed)
    await ask.write((tx) =>
      noteDeed(tx, {
        event: 'besloten stuk gelezen',
        object: `${meeting.code}, afspraak ${label}`,
        requestId: ask.requestId,
      }),
    )
  const errorAt = errorsAt(typed?.faults ?? [])
  return ask.page(
    {
      title: `${capital(kind)} ${label}: ${name}`,
      breadcrumbs: [
        { label: name, href: meetingAddress(meeting.code) },
        { label: `${capital(kind)} ${label}`, href: address },
      ],
    },
    <>
      <Opening
        title={`${capital(kind)} ${label}`}
        lead={agreement.text}
        meta={[<AgreementStatus agreement={agreement} today={ask.today} />]}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Wie in dit overleg zit, ziet het.
          </Notice>
        )}
        {!closed && meeting.instance.bodyEnds && meeting.instance.bodyEnds <= addDays(ask.today, 1) && (
          <Notice kind="attention" title="Deze afspraak heeft een nieuw thuis nodig.">
            Het overleg bestaat tot {day(meeting.instance.bodyEnds)}, 0.00 uur. Daarna komt zij daar niet meer terug.
          </Notice>
        )}
        {typed?.theirs && <KeptMeanwhile>Intussen is er iets anders over gemeld.</KeptMeanwhile>}
      </Opening>
      <Section id="wat" title="Wat er is afgesproken">
        <DataList items={facts(found)} />
      </Section>
      {!closed && prover && (
        <Section
          id="gedaan"
          title={proof ? 'Vul aan wat er is gedaan' : 'Laat weten wat er is gedaan'}
          intro={`U doet dit als ${prover}.${isSecretary ? '' : ' De secretaris sluit het daarna.'}`}
        >
          <Form action={address} errors={typed?.faults.filter(({ field }) => field !== 'waarom') ?? []}>
            <input type="hidden" name="versie" value={String(proof?.version ?? 0)} />
            <TextArea
              name="zin"
              label="Wat is er gedaan?"
              value={typed?.sentence ?? proof?.sentence ?? ''}
              rows={2}
              {...errorAt('zin')}
            />
            <TextField
              name="bewijs"
              label="Waar is dat te zien?"
              description="Een webadres, een adres van een pagina hier (zoals /indicatoren/…), of het kenmerk van een bestand."
              value={typed?.evidence ?? proof?.evidence ?? ''}
              optional
              {...errorAt('bewijs')}
            />
            <Actions>
              <Button kind={proof ? 'secondary' : 'primary'}>
                {proof ? 'Bewaar de aanvulling' : 'Meld dat het gedaan is'}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
      {!closed && isSecretary && (
        <Section id="sluiten" title="Sluiten" intro="Daarna komt de afspraak niet meer terug op de agenda.">
          <Form action={`${address}/sluiten`} errors={typed?.faults.filter(({ field }) => field === 'waarom') ?? []}>
            <input type="hidden" name="versie" value={String(proof?.version ?? 0)} />
            <TextField
              name="waarom"
              label="Waarom is dit klaar?"
              description={proof ? undefined : 'Er is nog niets gemeld. Schrijf waarom het toch kan worden gesloten.'}
              value={typed?.words ?? ''}
              optional={proof !== null}
              {...errorAt('waarom')}
            />
            <Actions>
              <Button>Sluit deze {kind}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      {!closed && !prover && !isSecretary && (
        <Section id="open" title="Nog open">
          <Paragraph>Wie dit doet, laat weten wat er is gedaan. De secretaris sluit het.</Paragraph>
        </Section>
      )}
    </>,
    typed ? (typed.theirs ? 409 : 422) : 200,
  )
}

function facts({ agreement, meeting, canOpenItem }: Found) {
  const { carrier, due, proof, closed, item } = agreement
  return [
    { term: 'Wie', value: carrier },
    { term: 'Wanneer klaar', value: due ? day(due) : 'geen dag afgesproken' },
    {
      term: 'Uit',
      value: (
        <TextLink href={canOpenItem ? `${meetingAddress(meeting.code)}/punten/${item}` : meetingAddress(meeting.code)}>
          {instanceName(meeting.instance)}, {day(meeting.versions[0].heldOn)}
          {canOpenItem ? `, punt ${item}` : ''}
        </TextLink>
      ),
    },
    {
      term: 'Wat er is gedaan',
      value: proof ? `${proof.sentence} (${proof.actedAs}, ${moment(proof.at)})` : 'nog niets gemeld',
    },
    ...(proof?.evidence ? [{ term: 'Waar te zien', value: <Evidence of={proof.evidence} /> }] : []),
    ...(closed
      ? [
          {
            term: 'Gesloten',
            value: `${moment(closed.at)}, ${closed.actedAs}${closed.words ? `: ${closed.words}` : ''}`,
          },
        ]
      : []),
  ]
}

const backTo = ({ meeting, label }: Agreement) => `${agreementAddress(meeting, label)}?bewaard=ja`

/** Says what was done. */
export async function proofForm(ask: Ask): Promise<Response> {
  const text = textIn(await ask.form())
  const found = await find(ask)
  if (!found?.prover) return ask.notFound()
  const typed = { sentence: text('zin'), evidence: text('bewijs'), words: '', faults: [], theirs: false }
  const proof = readProof(typed)
  if ('faults' in proof) return draw(ask, found, { ...typed, faults: proof.faults })
  const seen = Number.parseInt(text('versie'), 10) || 0
  const kept = await ask.write((tx) => keepProof(tx, found.agreement.id, seen, proof, ask.requestId))
  if (kept === null || kept === 'vast') return ask.notFound()
  if (kept !== 'botst') return ask.redirect(backTo(found.agreement))
  const now = await find(ask)
  return now ? draw(ask, now, { ...typed, theirs: true }) : ask.notFound()
}

/** Closes an agreement, as secretary. */
export async function closeForm(ask: Ask): Promise<Response> {
  const text = textIn(await ask.form())
  const found = await find(ask)
  if (!found?.isSecretary) return ask.notFound()
  const faults: Fault[] = []
  const words = optionalText(text('waarom'), 'waarom', 1000, faults)
  const typed = { sentence: '', evidence: '', words: text('waarom'), faults, theirs: false }
  if (faults.length > 0) return draw(ask, found, typed)
  const seen = Number.parseInt(text('versie'), 10) || 0
  const kept = await ask.write((tx) => closeAgreement(tx, found.agreement.id, seen, words, ask.requestId))
  if (kept === null) return ask.notFound()
  if (kept === 'zonder-bewijs')
    return draw(ask, found, {
      ...typed,
      faults: [{ field: 'waarom', message: 'Er is nog niets gemeld. Schrijf waarom dit klaar is.' }],
    })
  if (kept !== 'botst') return ask.redirect(backTo(found.agreement))
  const now = await find(ask)
  return now ? draw(ask, now, { ...typed, theirs: true }) : ask.notFound()
}
