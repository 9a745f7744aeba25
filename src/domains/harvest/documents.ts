import { boundTo, type Context, dayOf, type Held, type Shaped, under, wooOf } from './context'
import type { DecisionFact, FileFact, ItemFact, ProposalFact } from './facts'
import { documentIds, fitting, limits, meetingIn } from './ori'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
// In the list of ISO 639-2/B, as the standard asks.
const dutch = 'dut'
const isPublic = { vertrouwelijkheidsaanduiding: 'openbaar' }

/** Every document, with the register it is kept in and the meetings and items it belongs to. `only`: of one meeting. */
export function documents(
  context: Context,
  held: readonly Held[],
  decisions: readonly DecisionFact[],
  only: string | null,
): Shaped[] {
  return [
    ...held.flatMap((one) => [
      ...one.items.flatMap((item) => [
        note(context, one, item),
        ...under(one, item).files.map((file) => attachment(context, one, item, file)),
      ]),
      ...list(context, one),
      ...minutes(context, one),
      ...promises(context, one),
    ]),
    ...decisions.map((decision) => decisionFile(context, decision)),
    ...context.facts.proposals
      .filter(({ items }) => only === null || items.some((code) => meetingIn(code) === only))
      .map((proposal) => proposalText(context, proposal)),
  ]
}

const at = ({ ref }: Context, meeting: string, items: readonly string[]) => ({
  vergaderingen: [ref('vergaderingen', meeting)],
  agendapunten: items.map((item) => ref('agendapunten', item)),
})

// What is decided on is the basis of a decision; of the other kinds of item the standard has no name.
const noteTypes: Readonly<Record<string, string>> = { besluitvorming: 'besluitvormingsstuk', informatie: 'mededeling' }

function note(context: Context, { meeting, instance }: Held, item: ItemFact): Shaped {
  const page = `${context.pageOf(meeting.code)}/punten/${item.number}`
  return {
    ...context.ref('informatieobjecten', documentIds.note(item.code)),
    register: 'agendastukken',
    informatieobjecttype: noteTypes[item.kind],
    titel: fitting(`Oplegnotitie: ${item.title}`, limits.titel),
    inhoud: item.note.join('\n\n') || undefined,
    creatiedatum: dayOf(item.changedAt),
    versie: fitting(String(item.version), limits.versie),
    taal: dutch,
    link: `${page}/oplegnotitie.docx`,
    mimetype: word,
    ...at(context, meeting.code, [item.code]),
    ...isPublic,
    isVoorbeeld: instance?.isExample ?? false,
    openbaarSinds: dayOf(item.publishedAt),
    gewijzigdOp: item.changedAt,
  }
}

function attachment(context: Context, { meeting, instance }: Held, item: ItemFact, file: FileFact): Shaped {
  return {
    ...context.ref('informatieobjecten', documentIds.file(item.code, file.hash)),
    register: 'agendastukken',
    titel: fitting(file.name, limits.titel),
    bestandsnaam: file.name,
    link: `${context.pageOf(meeting.code)}/punten/${item.number}/bijlagen/${file.hash}`,
    mimetype: file.mediaType,
    bestandsomvang: file.size,
    sha256: file.hash,
    ...at(context, meeting.code, [item.code]),
    ...isPublic,
    isVoorbeeld: instance?.isExample ?? false,
    openbaarSinds: dayOf(file.at),
    gewijzigdOp: file.at,
  }
}

function list(context: Context, { meeting, instance, items }: Held): Shaped[] {
  if (!meeting.listAt) return []
  return [
    {
      ...context.ref('informatieobjecten', documentIds.list(meeting.code)),
      register: 'besluitenlijsten',
      titel: fitting(`Besluitenlijst van ${context.dayWords(meeting.heldOn)}`, limits.titel),
      creatiedatum: dayOf(meeting.fixedAt ?? meeting.listAt),
      taal: dutch,
      link: `${context.pageOf(meeting.code)}/besluitenlijst`,
      mimetype: 'text/html',
      ...at(
        context,
        meeting.code,
        items.filter(({ outcome }) => outcome !== null).map(({ code }) => code),
      ),
      ...isPublic,
      isVoorbeeld: instance?.isExample ?? false,
      openbaarSinds: dayOf(meeting.listAt),
      wooInformatiecategorie: wooOf(context, 'besluit'),
      gewijzigdOp: meeting.listAt,
    },
  ]
}

function minutes(context: Context, { meeting, instance, items }: Held): Shaped[] {
  if (!meeting.minutesAt) return []
  const written = items.filter((item) => item.minutes !== null)
  return [
    {
      ...context.ref('informatieobjecten', documentIds.minutes(meeting.code)),
      register: 'verslagen',
      titel: fitting(`Verslag van ${context.dayWords(meeting.heldOn)}`, limits.titel),
      inhoud: written.map((item) => `${item.number}. ${item.title}\n\n${item.minutes}`).join('\n\n') || undefined,
      taal: dutch,
      link: `${context.pageOf(meeting.code)}/verslag`,
      mimetype: 'text/html',
      genotuleerdeVergadering: context.ref('vergaderingen', meeting.code).url,
      goedgekeurdIn: meeting.approvedIn ? context.ref('vergaderingen', meeting.approvedIn) : undefined,
      ...at(
        context,
        meeting.code,
        written.map(({ code }) => code),
      ),
      ...isPublic,
      isVoorbeeld: instance?.isExample ?? false,
      openbaarSinds: dayOf(meeting.minutesAt),
      gewijzigdOp: meeting.minutesAt,
    },
  ]
}

function promises(context: Context, { meeting, instance, agreements }: Held): Shaped[] {
  return agreements.map((agreement) => ({
    ...context.ref('informatieobjecten', documentIds.agreement(meeting.code, agreement.number)),
    register: 'toezeggingen',
    informatieobjecttype: 'toezegging',
    titel: fitting(agreement.text, limits.titel),
    inhoud: agreement.text,
    auteur: fitting(`${agreement.title}, ${agreement.organisationName}`, limits.auteur),
    creatiedatum: meeting.heldOn,
    taal: dutch,
    link: `${context.pageOf(meeting.code)}/besluitenlijst#punt-${agreement.item.slice(meeting.code.length + 1)}`,
    mimetype: 'text/html',
    ...at(context, meeting.code, [agreement.item]),
    ...isPublic,
    isVoorbeeld: instance?.isExample ?? false,
    openbaarSinds: meeting.listAt ? dayOf(meeting.listAt) : undefined,
    wooInformatiecategorie: wooOf(context, 'besluit'),
    gewijzigdOp: meeting.listAt ?? '',
  }))
}

function decisionFile(context: Context, decision: DecisionFact): Shaped {
  const { vergadering, agendapunt } = boundTo(context, decision)
  const { name, hash, size } = decision.file
  return {
    ...context.ref('informatieobjecten', decision.code),
    register: 'besluiten',
    titel: fitting(decision.title, limits.titel),
    inhoud: decision.text,
    creatiedatum: decision.takenOn,
    taal: dutch,
    link: `${context.site}/besluiten/${encodeURIComponent(decision.code)}/${name}`,
    mimetype: name === 'besluit.html' ? 'text/html' : 'application/json',
    bestandsomvang: size,
    sha256: hash,
    vergaderingen: vergadering ? [vergadering] : [],
    agendapunten: agendapunt ? [agendapunt] : [],
    ...isPublic,
    isVoorbeeld: decision.isExample,
    openbaarSinds: dayOf(decision.recordedAt),
    wooInformatiecategorie: wooOf(context, 'besluit'),
    gewijzigdOp: decision.recordedAt,
  }
}

function proposalText(context: Context, proposal: ProposalFact): Shaped {
  const meetings = [...new Set(proposal.items.flatMap((code) => meetingIn(code) ?? []))]
  return {
    ...context.ref('informatieobjecten', proposal.code),
    register: 'voorstellen',
    informatieobjecttype: 'voorstel',
    titel: fitting(proposal.title, limits.titel),
    inhoud: proposal.body,
    auteur: fitting(proposal.broughtBy, limits.auteur),
    versie: fitting(String(proposal.version), limits.versie),
    taal: dutch,
    link: `${context.site}/voorstellen/${encodeURIComponent(proposal.code)}`,
    mimetype: 'text/html',
    vergaderingen: meetings.map((code) => context.ref('vergaderingen', code)),
    agendapunten: proposal.items.map((code) => context.ref('agendapunten', code)),
    ...isPublic,
    isVoorbeeld: proposal.isExample,
    openbaarSinds: dayOf(proposal.publishedAt),
    gewijzigdOp: proposal.publishedAt,
  }
}
