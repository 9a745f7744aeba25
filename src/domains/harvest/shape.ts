import {
  boundTo,
  type Context,
  contextOf,
  dayOf,
  type Held,
  heldOf,
  nameOf,
  newest,
  type Place,
  type Shaped,
  under,
  wooOf,
} from './context'
import { documents } from './documents'
import type { AgreementFact, DecisionFact, Facts, ItemFact, MeetingFact } from './facts'
import { type Collection, documentIds, fitting, limits, type Reference } from './ori'

export type Shape = Readonly<Record<Collection, readonly Shaped[]>>

/** What is public as objects of the standard. `only`: the meeting with this code and what is bound to it. */
export function shapeOf(facts: Facts, place: Place, only: string | null = null): Shape {
  const context = contextOf(facts, place)
  const held = heldOf(facts, only)
  const decisions = only === null ? facts.decisions : held.flatMap((one) => one.decisions)
  const own = new Set(held.flatMap(({ instance }) => (instance ? [instance.code, instance.body] : [])))
  return {
    gremia: gremia(context).filter(({ id }) => only === null || own.has(id)),
    vergaderingen: held.map((one) => vergadering(context, one)),
    agendapunten: held.flatMap((one) => one.items.map((item) => agendapunt(context, one, item))),
    informatieobjecten: documents(context, held, decisions, only),
    besluiten: decisions.map((decision) => besluit(context, decision)),
    toezeggingen: held.flatMap((one) => one.agreements.map((agreement) => toezegging(context, one, agreement))),
  }
}

function gremia(context: Context): Shaped[] {
  const { facts, ref } = context
  return [
    ...facts.bodies.map(({ code, short, name, level, from, until }) => ({
      ...ref('gremia', code),
      gremiumidentificatie: short,
      gremiumnaam: fitting(name, limits.naam),
      niveau: level,
      geldigVanaf: from ?? undefined,
      geldigTot: until ?? undefined,
    })),
    ...facts.instances.map((instance) => ({
      ...ref('gremia', instance.code),
      gremiumidentificatie: instance.short,
      gremiumnaam: fitting(nameOf(context, instance), limits.naam),
      niveau: facts.bodies.find(({ code }) => code === instance.body)?.level,
      gebied: { code: instance.area, naam: instance.areaName },
      bovenliggendGremium: refToBody(context, instance.body),
      isVoorbeeld: instance.isExample,
    })),
  ]
}

const refToBody = ({ facts, ref }: Context, body: string) =>
  facts.bodies.some(({ code }) => code === body) ? ref('gremia', body) : undefined

/** The instance it was taken at or that decided where there is one, else the body. */
function gremiumOf(context: Context, { body, area, takenAt }: DecisionFact): Reference | undefined {
  const { instances, meetings } = context.facts
  const met = meetings.find(({ code }) => code === takenAt?.meeting)?.instance
  const instance =
    instances.find(({ code }) => code === met) ?? instances.find((one) => one.body === body && one.area === area)
  return instance ? context.ref('gremia', instance.code) : refToBody(context, body)
}

function statusOf({ state, heldOn, endsOn }: MeetingFact, today: string) {
  if (state === 'afgelast') return 'geannuleerd'
  return (endsOn ?? heldOn) < today ? 'gehouden' : 'gepland'
}

function vergadering(context: Context, held: Held): Shaped {
  const { meeting, instance, items, files, agreements, decisions } = held
  const { ref, today, pageOf } = context
  const status = statusOf(meeting, today)
  const name = fitting(instance ? nameOf(context, instance) : meeting.instance, limits.naam)
  const gewijzigdOp = newest(
    meeting.saidAt,
    meeting.agendaAt,
    meeting.listAt,
    meeting.minutesAt,
    meeting.takenOffAt,
    ...items.map(({ changedAt }) => changedAt),
    ...files.map(({ at }) => at),
    ...decisions.map(({ recordedAt }) => recordedAt),
  )
  const list = ref('informatieobjecten', documentIds.list(meeting.code))
  const minutes = ref('informatieobjecten', documentIds.minutes(meeting.code))
  return {
    ...ref('vergaderingen', meeting.code),
    naam: name,
    // None of the types of the standard is that of a coalition. Who governs meets here, so this is the nearest; `gremium` says which body.
    vergaderingstype: 'algemene_bestuursvergadering',
    status,
    geplandeVergaderdatum: meeting.heldOn,
    vergaderdatum: status === 'gehouden' ? meeting.heldOn : undefined,
    laatsteVergaderdatum: meeting.endsOn ?? undefined,
    vergadertoelichting: meeting.reason ?? undefined,
    georganiseerdDoorGremium: instance && { gremiumidentificatie: instance.short, gremiumnaam: name },
    gremium: instance && ref('gremia', instance.code),
    agendapunten: items.map(({ code }) => ref('agendapunten', code).url),
    bijlagen: [...(meeting.listAt ? [list.url] : []), ...(meeting.minutesAt ? [minutes.url] : [])],
    notulen: meeting.minutesAt ? minutes : undefined,
    // What its small variant calls them.
    informatieobject: meeting.minutesAt ? minutes : undefined,
    besluiten: decisions.map(({ code }) => ref('besluiten', code).url),
    toezeggingen: agreements.map(({ number }) => ref('toezeggingen', documentIds.agreement(meeting.code, number)).url),
    webpagina: pageOf(meeting.code),
    isVoorbeeld: instance?.isExample ?? false,
    openbaarSinds: meeting.agendaAt ? dayOf(meeting.agendaAt) : undefined,
    // In the standard: when it was last published, with what changed since.
    publicatiedatum: meeting.agendaAt ? dayOf(gewijzigdOp) : undefined,
    wooInformatiecategorie: meeting.agendaAt ? wooOf(context, 'agenda') : undefined,
    gewijzigdOp,
    wijzigingsdatum: dayOf(gewijzigdOp),
  }
}

function agendapunt(context: Context, held: Held, item: ItemFact): Shaped {
  const { facts, ref, toMeeting, pageOf } = context
  const { meeting } = held
  const { decisions, agreements, files } = under(held, item)
  const whole = item.title.length > limits.agendapuntTitel ? [item.title] : []
  return {
    ...ref('agendapunten', item.code),
    vergadering: ref('vergaderingen', meeting.code),
    agendapuntvolgnummer: String(item.number),
    agendapuntKenmerk: String(item.number),
    agendapuntTitel: fitting(item.title, limits.agendapuntTitel),
    agendapuntOmschrijving: [...whole, ...(item.asked ? [item.asked] : [])].join('\n\n') || undefined,
    soort: item.kind,
    indicatorBesloten: false,
    indicatorBehandeld: item.outcome ? item.outcome.kind !== 'aangehouden' : undefined,
    uitkomst: item.outcome
      ? {
          soort: item.outcome.kind,
          toelichting: item.outcome.words ?? undefined,
          aangehoudenTot: toMeeting(item.outcome.heldTo),
        }
      : undefined,
    informatieobjecten: [
      documentIds.note(item.code),
      ...files.map(({ hash }) => documentIds.file(item.code, hash)),
      ...decisions.map(({ code }) => code),
      ...agreements.map(({ number }) => documentIds.agreement(meeting.code, number)),
      ...facts.proposals.filter(({ items }) => items.includes(item.code)).map(({ code }) => code),
    ].map((id) => ref('informatieobjecten', id).url),
    besluiten: decisions.map(({ code }) => ref('besluiten', code).url),
    toezeggingen: agreements.map(({ number }) => ref('toezeggingen', documentIds.agreement(meeting.code, number)).url),
    webpagina: `${pageOf(meeting.code)}/punten/${item.number}`,
    openbaarSinds: dayOf(item.publishedAt),
    wooInformatiecategorie: wooOf(context, 'agenda'),
    gewijzigdOp: newest(
      item.changedAt,
      item.outcome ? meeting.listAt : null,
      ...files.map(({ at }) => at),
      ...decisions.map(({ recordedAt }) => recordedAt),
    ),
  }
}

const remarksOf = ({ notes, remarks }: DecisionFact) =>
  [...notes.map(({ party, words }) => `Aantekening van ${party}: ${words}`), ...(remarks ? [remarks] : [])].join(
    '\n\n',
  ) || undefined

function besluit(context: Context, decision: DecisionFact): Shaped {
  const { facts, ref, toDecision, site } = context
  const reversedBy = decision.reversedBy ? facts.decisions.find(({ code }) => code === decision.reversedBy) : undefined
  return {
    ...ref('besluiten', decision.code),
    besluitresultaat: fitting(decision.title, limits.besluitresultaat),
    besluittoelichting: fitting(decision.text, limits.besluittoelichting),
    tekst: decision.text,
    datumBesluit: decision.takenOn,
    grond: decision.ground,
    vaststellers: decision.adoptedBy,
    aanwezigen: decision.attended,
    aantekening: remarksOf(decision),
    voorwaarden: decision.conditions ?? undefined,
    gremium: gremiumOf(context, decision),
    ...boundTo(context, decision),
    informatieobject: ref('informatieobjecten', decision.code),
    draaitTerug: toDecision(decision.reverses),
    teruggedraaidDoor: toDecision(decision.reversedBy),
    webpagina: `${site}/besluiten/${encodeURIComponent(decision.code)}`,
    isVoorbeeld: decision.isExample,
    openbaarSinds: dayOf(decision.recordedAt),
    wooInformatiecategorie: wooOf(context, 'besluit'),
    gewijzigdOp: newest(decision.recordedAt, reversedBy?.recordedAt ?? null),
  }
}

function toezegging(context: Context, { meeting }: Held, agreement: AgreementFact): Shaped {
  const { ref } = context
  const id = documentIds.agreement(meeting.code, agreement.number)
  return {
    ...ref('toezeggingen', id),
    soort: agreement.kind,
    omschrijving: agreement.text,
    verantwoordelijke: {
      functie: agreement.title,
      organisatie: { code: agreement.organisation, naam: agreement.organisationName },
    },
    datum: meeting.heldOn,
    vergadering: ref('vergaderingen', meeting.code),
    agendapunt: ref('agendapunten', agreement.item),
    informatieobject: ref('informatieobjecten', id),
    openbaarSinds: meeting.listAt ? dayOf(meeting.listAt) : undefined,
    wooInformatiecategorie: wooOf(context, 'besluit'),
    gewijzigdOp: meeting.listAt ?? '',
  }
}
