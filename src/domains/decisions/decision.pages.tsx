import { canonicalJson } from '../../kernel/canonical'
import { dayInAmsterdam } from '../../kernel/day'
import { documentTypes } from '../../platform/documents/file'
import {
  ButtonLink,
  Code,
  DataList,
  EmptyState,
  Notice,
  Opening,
  Paragraph,
  Section,
  Tag,
  TextLink,
} from '../../platform/ui'
import { day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { TargetAdvice } from '../figures'
import { noteDeed } from '../identity'
import { meetingAddress } from '../meetings'
import { ConditionSection, readCondition, type SentCondition, typedCondition } from '../proposals'
import { archivedAddress, sha256, WooLine, wooCategories } from '../publications'
import { adviceOnDecision } from './advice.verbs'
import { conditionsOf, droppersOf, keepDecisionCondition } from './condition.store'
import { Notes } from './consensus.parts'
import { type Decision, decisionRecord } from './decision'
import { decisionAddress, decisionsAddress, EffectTable, Functions, newDecisionAddress } from './decision.parts'
import { findDecision } from './decision.store'
import { keptDocument } from './document.store'
import { reverserOf } from './occasion.verbs'
import { SinceList, sinceOf } from './since.parts'

const find = (ask: Ask) =>
  ask.read(async (tx) => {
    const decision = await findDecision(tx, ask.params.code ?? '')
    return (
      decision && {
        decision,
        recorder: await reverserOf(tx, decision),
        conditions: (await conditionsOf(tx, [decision.code])).get(decision.code) ?? [],
        droppers: decision.conditions === null ? [] : await droppersOf(tx, decision.code),
        advice: await adviceOnDecision(tx, decision, ask.today),
        since: await sinceOf(tx, decision, ask.today),
        category: (await wooCategories(tx)).get('besluit'),
        hasDocument: (await keptDocument(tx, decision.code)) !== null,
      }
    )
  })
type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** One decision: its text, who took it, on what ground, and what it changed. */
export async function decisionPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found ? draw(ask, found, null) : ask.notFound()
}

/** Says whether a condition of a decision was met, as who records the decisions of that body. */
export async function conditionForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  const condition = found?.conditions.find(({ seq }) => String(seq) === ask.params.voorwaarde)
  if (!found?.recorder || found.decision.reversedBy || !condition) return ask.notFound()
  const { seq } = condition
  const { code, takenOn } = found.decision
  const typed = typedCondition(form, seq)
  const droppers = found.droppers.map(({ value }) => value)
  const draft = readCondition(typed, { from: takenOn, today: ask.today, droppers }, String(seq))
  if ('faults' in draft) return draw(ask, found, { seq, typed, faults: draft.faults, theirs: false })
  const seen = Number.parseInt(textIn(form)('versie'), 10) || 0
  const kept = await ask.write((tx) => keepDecisionCondition(tx, { decision: code, seq }, seen, draft, ask.requestId))
  if (kept === null) return ask.notFound()
  if (kept !== 'botst') return ask.redirect(`${decisionAddress(code)}?bewaard=voorwaarde#voorwaarden`)
  const now = await find(ask)
  return now ? draw(ask, now, { seq, typed, faults: [], theirs: true }) : ask.notFound()
}

async function draw(ask: Ask, found: Found, sent: SentCondition | null): Promise<Response> {
  const { decision, recorder, conditions, droppers, advice, since, category, hasDocument } = found
  const { code, title, reverses, reversedBy, takenAt } = decision
  if (decision.closedTo)
    await ask.write((tx) => noteDeed(tx, { event: 'besloten stuk gelezen', object: code, requestId: ask.requestId }))
  return ask.page(
    {
      title: `${title} (${code})`,
      description: `Besluit van ${day(decision.takenOn)}.`,
      breadcrumbs: [
        { label: 'Besluiten', href: decisionsAddress },
        { label: code, href: decisionAddress(code) },
      ],
    },
    <>
      <Opening
        title={title}
        lead={`${decision.bodyName}${decision.areaName ? `, ${decision.areaName},` : ''} nam dit besluit op ${day(decision.takenOn)}.`}
        meta={[
          <TextLink href={`/gremia/${decision.body}`}>{decision.bodyName}</TextLink>,
          <Code>{code}</Code>,
          decision.isPublic ? (
            'openbaar'
          ) : decision.closedTo ? (
            <Tag>besloten: alleen voor wie in dit overleg zit</Tag>
          ) : (
            <Tag>vertrouwelijk: alleen voor professionals</Tag>
          ),
          ...(takenAt
            ? [
                <TextLink href={`${meetingAddress(takenAt.meeting)}${takenAt.item ? `/punten/${takenAt.item}` : ''}`}>
                  {takenAt.item ? `Punt ${takenAt.item} van de vergadering` : 'De vergadering'}
                </TextLink>,
              ]
            : []),
        ]}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Vastgelegd.">
            {ask.query.get('bewaard') === 'voorwaarde'
              ? 'Hoe de voorwaarde ervoor staat, ziet iedereen die dit besluit mag lezen.'
              : 'Wat het besluit verandert, is uitgevoerd.'}
          </Notice>
        )}
        {reversedBy && (
          <Notice kind="attention" title="Dit besluit is teruggedraaid.">
            Dat deed besluit <TextLink href={decisionAddress(reversedBy)}>{reversedBy}</TextLink>.
          </Notice>
        )}
        {reverses && (
          <Notice title="Dit besluit draait een ander besluit terug.">
            Het gaat om besluit <TextLink href={decisionAddress(reverses)}>{reverses}</TextLink>.
          </Notice>
        )}
      </Opening>
      <Section id="besluit" title="Het besluit">
        {decision.text.split(/\n{2,}/).map((part) => (
          <Paragraph>{part}</Paragraph>
        ))}
        <DataList items={facts(decision)} />
      </Section>
      <ConditionSection
        conditions={conditions}
        linkTo={decisionAddress}
        recording={
          recorder && !reversedBy
            ? {
                as: recorder,
                address: (seq) => `${decisionAddress(code)}/voorwaarden/${seq}`,
                today: ask.today,
                droppers,
                sent,
              }
            : null
        }
      />
      <Section id="gevolgen" title="Wat het veranderde" intro="Uitgevoerd op het moment van vastleggen." full>
        {decision.effects.length > 0 ? (
          <EffectTable effects={decision.effects} />
        ) : (
          <EmptyState title="Dit besluit verandert niets in de plannen." />
        )}
        {advice.map((one) => (
          <TargetAdvice {...one} />
        ))}
      </Section>
      <Section id="sindsdien" title="Wat er sindsdien gebeurde" intro={`Stand van ${moment(ask.now.toISOString())}.`}>
        <SinceList since={since} />
      </Section>
      {decision.isPublic && (
        <Section id="bewijs" title="Vastgelegd">
          <WooLine on={dayInAmsterdam(new Date(decision.recordedAt))} category={category} />
          <Paragraph>
            Kenmerk (SHA-256): <Code>{sha256(canonicalJson(decisionRecord(decision)))}</Code>
          </Paragraph>
          <Paragraph small>
            {hasDocument && (
              <>
                <TextLink href={`${decisionAddress(code)}/besluit.html`}>
                  Lees het besluit zoals het is vastgelegd
                </TextLink>{' '}
                (los document), of haal het op voor{' '}
              </>
            )}
            <TextLink href={`${decisionAddress(code)}/besluit.json`}>
              {hasDocument ? 'machines (JSON)' : 'Haal het besluit op (JSON)'}
            </TextLink>{' '}
            of <TextLink href={archivedAddress('besluit', code)}>het archief (MDTO)</TextLink>. Het kenmerk hierboven is
            van het bestand voor machines. Het staat bij dit besluit in de uitvoer van het{' '}
            <TextLink href="/publicaties/logboek">logboek van publicaties</TextLink>.
          </Paragraph>
        </Section>
      )}
      {recorder && !reversedBy && !reverses && (
        <Section id="terugdraaien" title="Terugdraaien" intro="Alleen met een ander besluit van hetzelfde gremium.">
          <ButtonLink href={`${newDecisionAddress}?draaitTerug=${encodeURIComponent(code)}`}>
            Leg een besluit vast dat dit terugdraait
          </ButtonLink>
        </Section>
      )}
    </>,
    sent ? (sent.theirs ? 409 : 422) : 200,
  )
}

const facts = (decision: Decision) => [
  { term: 'Grond', value: decision.ground },
  { term: 'Vastgesteld door', value: <Functions of={decision.adoptedBy} none="niet genoemd" /> },
  { term: 'Ook aanwezig', value: <Functions of={decision.attended} none="niemand genoemd" /> },
  ...(decision.knotGround
    ? [
        {
          term: 'Hoe het is genomen',
          value: `de regioburgemeester hakte de knoop door, op grond van: ${decision.knotGround}`,
        },
      ]
    : []),
  { term: 'Met aantekening van', value: <Notes notes={decision.notes} remarks={decision.remarks} /> },
  ...(decision.conditions === null ? [{ term: 'Voorwaarden', value: 'geen' }] : []),
  { term: 'Vastgelegd', value: `${moment(decision.recordedAt)}, ${decision.actedAs}` },
]

/** A public decision as one file, byte for byte what its entry in the log holds the hash of. */
export async function decisionFile(ask: Ask): Promise<Response> {
  const decision = await ask.read((tx) => findDecision(tx, ask.params.code ?? ''))
  if (!decision?.isPublic) return ask.notFound()
  return ask.file(canonicalJson(decisionRecord(decision)), 'application/json; charset=utf-8', {
    'content-disposition': `attachment; filename="${decision.code}.json"`,
  })
}

/** A public decision as a document to read, byte for byte as it was recorded. */
export async function decisionDocumentFile(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const kept = await ask.read((tx) => keptDocument(tx, code))
  if (!kept) return ask.notFound()
  return ask.file(kept.content, documentTypes.html, {
    'content-disposition': `inline; filename="${code}.html"`,
    etag: `"${kept.hash}"`,
    'repr-digest': `sha-256=:${Buffer.from(kept.hash, 'hex').toString('base64')}:`,
  })
}
