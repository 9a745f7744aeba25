import { canonicalJson } from '../../kernel/canonical'
import { dayInAmsterdam } from '../../kernel/day'
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
import { TargetAdvice } from '../figures'
import { noteDeed } from '../identity'
import { meetingAddress } from '../meetings'
import { archivedAddress, sha256, WooLine, wooCategories } from '../publications'
import { adviceOnDecision } from './advice.verbs'
import { Notes } from './consensus.parts'
import { type Decision, decisionRecord } from './decision'
import { decisionAddress, decisionsAddress, EffectTable, Functions, newDecisionAddress } from './decision.parts'
import { findDecision } from './decision.store'
import { reverserOf } from './occasion.verbs'
import { SinceList, sinceOf } from './since.parts'

/** One decision: its text, who took it, on what ground, and what it changed. */
export async function decisionPage(ask: Ask): Promise<Response> {
  const found = await ask.read(async (tx) => {
    const decision = await findDecision(tx, ask.params.code ?? '')
    return (
      decision && {
        decision,
        recorder: await reverserOf(tx, decision),
        advice: await adviceOnDecision(tx, decision, ask.today),
        since: await sinceOf(tx, decision, ask.today),
        category: (await wooCategories(tx)).get('besluit'),
      }
    )
  })
  if (!found) return ask.notFound()
  const { decision, recorder, since, category, advice } = found
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
            Wat het besluit verandert, is uitgevoerd.
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
            <TextLink href={`${decisionAddress(code)}/besluit.json`}>Haal het besluit op (JSON)</TextLink>, of{' '}
            <TextLink href={archivedAddress('besluit', code)}>de metagegevens voor het archief (MDTO)</TextLink>.
            Hetzelfde kenmerk staat bij dit besluit in de uitvoer van het{' '}
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
  { term: 'Voorwaarden', value: decision.conditions ?? 'geen' },
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
