import { randomUUID } from 'node:crypto'
import type { Reader } from '../../platform/db/database'
import {
  Actions,
  Button,
  ButtonLink,
  DateField,
  errorsAt,
  type FieldError,
  Form,
  Notice,
  Opening,
  Paragraph,
  Radios,
  Section,
  SelectField,
  TextArea,
  TextField,
  TextLink,
} from '../../platform/ui'
import { count, day } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { leftOutOf } from '../drafting'
import { listIndicators } from '../figures'
import { listBodies } from '../governance'
import { partyNames } from '../identity'
import { instanceName, listInstances, seatsOf, seatWords } from '../meetings'
import { sealLedger } from '../publications'
import { findAction, listPlans, listPriorities, listProgrammes } from '../strategy'
import { listAreas } from '../territory'
import { lateQuestions } from './asking.parts'
import { mandatesAddress } from './change.parts'
import { type Choices, dateIn, options, type Typed } from './choices.parts'
import { ConsensusFields } from './consensus.parts'
import { type Decision, type Refusal, refusalIn, reversalOf } from './decision'
import { decisionAddress, decisionsAddress, EffectTable, newDecisionAddress, refusalWords } from './decision.parts'
import { decisionOfForm, findDecision, ownSecretariats, recorderFor, recorderOf } from './decision.store'
import { recordDecision } from './decision.verbs'
import { readDecision } from './decision-entry.parts'
import { EffectFields, LeftOutFields } from './decision-form.parts'
import { decisionDocument } from './document.parts'
import { MeetingFields, silentWords, withKnown } from './occasion.parts'
import { type MeetingKnown, meetingToDecideAt, reverserOf } from './occasion.verbs'

type Found = {
  readonly choices: Choices
  readonly reversed: Decision | null
  readonly recorder: string
  /** The meeting it is taken at, when the form came from there. */
  readonly known: MeetingKnown | null
  readonly left: LeftOut
}
type LeftOut = Awaited<ReturnType<typeof leftOutOf>>

async function find(ask: Ask, typed: Typed): Promise<Found | null> {
  return ask.read(async (tx) => {
    const of = typed('draaitTerug')
    const reversed = of ? await findDecision(tx, of) : null
    if (of && (!reversed || reversed.reverses || reversed.reversedBy)) return null
    const known = typed('vergadering') ? await meetingToDecideAt(tx, typed('vergadering'), typed('punt')) : null
    if (typed('vergadering') && !known) return null
    const manager = await recorderOf(tx)
    const own = await ownSecretariats(tx)
    const recorder = known?.recorder ?? (reversed ? await reverserOf(tx, reversed) : (manager ?? own[0]?.title))
    if (!recorder) return null
    const left = await leftOutOf(tx, typed('plan'))
    const all = await choicesFor(tx, ask, typed)
    const choices = manager ? all : { ...all, ...only(all, own) }
    return { recorder, reversed, known, left, choices }
  })
}

/** What a secretary can choose from: the bodies he is secretary of, and their areas. */
const only = ({ bodies, areas }: Choices, own: Awaited<ReturnType<typeof ownSecretariats>>) => ({
  bodies: new Map([...bodies].filter(([code]) => own.some(({ body }) => body === code))),
  areas: new Map([...areas].filter(([code]) => own.some(({ area }) => area === code))),
})

async function choicesFor(tx: Reader, ask: Ask, typed: Typed): Promise<Choices> {
  const named = (items: readonly { readonly code: string; readonly title: string }[]) =>
    new Map(items.map(({ code, title }) => [code, title]))
  const called = (items: readonly { readonly code: string; readonly name: string }[]) =>
    new Map(items.map(({ code, name }) => [code, name]))
  const areas = (await listAreas(tx, { validOn: ask.today })).items.filter(({ kind }) => kind !== 'wijk')
  const plans = (await listPlans(tx)).items.filter(({ actions }) => actions > 0)
  return {
    bodies: called((await listBodies(tx)).items),
    areas: called(areas),
    plans: named(plans),
    priorities: named((await listPriorities(tx)).items),
    parties: called([...(await partyNames(tx)).values()]),
    indicators: new Map((await listIndicators(tx, {})).items.map(({ code, title, unit }) => [code, { title, unit }])),
    ...(await appointable(tx, ask)),
    hasAction: (await findAction(tx, typed('actie').trim())) !== null,
  }
}

/** Whom and what a decision can appoint, discharge, end or give money: only what everybody may know of. */
async function appointable(tx: Reader, ask: Ask) {
  const instances = (await listInstances(tx)).filter(({ isPublic }) => isPublic)
  const names = new Map(instances.map((one) => [one.code, instanceName(one)]))
  const seated = await seatsOf(tx, [...names.keys()], ask.today)
  const parties = [...(await partyNames(tx)).values()]
  const of = (kinds: readonly string[]) => parties.filter(({ kind }) => kinds.includes(kind))
  const named = (items: readonly { readonly code: string; readonly name: string }[]) =>
    items.map(({ code, name }) => [code, name] as const)
  const titled = (items: readonly { readonly code: string; readonly title: string }[]) =>
    items.map(({ code, title }) => [code, title] as const)
  return {
    instances: names,
    organisations: new Map(named(of(['organisatie']))),
    seats: new Map(
      [...seated].flatMap(([code, seats]) =>
        seats.map((seat) => [seat.id, `${names.get(code)}: ${seatWords(seat)}`] as const),
      ),
    ),
    endable: new Map(named(of(['gremium', 'werkgroep']))),
    askable: askable(instances),
    receivers: new Map([
      ...named(of(['organisatie'])),
      ...titled((await listPlans(tx)).items),
      ...titled((await listProgrammes(tx)).items),
    ]),
  }
}

function askable(instances: Awaited<ReturnType<typeof listInstances>>): Map<string, string> {
  const bodies = new Map(instances.map(({ body }) => [body.code, body.name]))
  const counted = [...bodies].map(([code, name]) => {
    const there = instances.filter(({ body }) => body.code === code).length
    return [code, `${name} (${count(there, 'overleg', 'overleggen')})`] as const
  })
  return new Map([...counted, ['gemeenten', 'De raden van alle gemeenten']])
}

/** Where the secretary of a body records what was decided. */
export async function newDecisionPage(ask: Ask): Promise<Response> {
  const asked: Typed = (name) => ask.query.get(name) ?? ''
  const found = await find(ask, asked)
  return found ? draw(ask, found, withKnown(asked, found.known), [], randomUUID()) : ask.notFound()
}

const isKey = (text: string) => /^[0-9a-f-]{36}$/.test(text)

/** Records the decision and carries it out as a whole, or shows it again with what is wrong. */
export async function recordForm(ask: Ask): Promise<Response> {
  const typed = textIn(await ask.form())
  const found = await find(ask, typed)
  const key = isKey(typed('sleutel')) ? typed('sleutel') : randomUUID()
  if (!found) return repeated(ask, key)
  const { known, reversed } = found
  const closedTo = known?.item?.closing ? known.meeting.instance.code : null
  const read = readDecision(typed, found.choices, { reversed, closedTo })
  const faults = 'faults' in read ? [...read.faults] : []
  if ('draft' in read && !closedTo && !reversed) {
    const { body, area } = read.draft
    if (!(await ask.read((tx) => recorderFor(tx, body, area))))
      faults.push({ field: 'gebied', message: 'Kies het overleg waarvan u secretaris bent, met het gebied.' })
  }
  if (!found.reversed && sumOf(found.left) > 0 && typed('gaat-niet-mee') !== 'ja')
    faults.push({
      field: 'gaat-niet-mee',
      message: 'Niet alles van dit plan gaat mee. Lees wat, en vink aan dat het zo mag.',
    })
  if ('draft' in read) faults.push(...lateQuestions(read.wanted, ask.today))
  if ('faults' in read || faults.length > 0) return draw(ask, found, typed, faults, key)
  const wanted = found.reversed ? reversalOf(found.reversed) : read.wanted
  const { program, baseUrl } = ask.installation
  const form = { key, requestId: ask.requestId, program, written: decisionDocument(baseUrl, ask.now) }
  const takenAt = known && { meeting: known.meeting.code, item: known.item?.id ?? null }
  let refusal: Refusal | null = null
  const code = await ask
    .write((tx) => recordDecision(tx, read.draft, wanted, takenAt, form))
    .catch((fault: unknown) => {
      refusal = refusalIn(fault)
      if (!refusal) throw fault
      return null
    })
  if (code === null) return draw(ask, found, typed, [], key, refusal)
  await sealLedger(ask)
  return ask.redirect(`${decisionAddress(code)}?bewaard=ja`)
}

const sumOf = ({ never, changed }: LeftOut) => never.length + changed.length

/** A form that came before: what it turns back is turned back already, by itself. */
async function repeated(ask: Ask, key: string): Promise<Response> {
  const code = await ask.read(async (tx) =>
    (await recorderOf(tx)) || (await ownSecretariats(tx)).length > 0 ? decisionOfForm(tx, key) : null,
  )
  return code ? ask.redirect(`${decisionAddress(code)}?bewaard=ja`) : ask.notFound()
}

function draw(
  ask: Ask,
  { choices, reversed, recorder, known, left }: Found,
  typed: Typed,
  faults: readonly FieldError[],
  key: string,
  refusal: Refusal | null = null,
): Promise<Response> {
  const errorAt = errorsAt(faults)
  const field = (name: string) => ({ name, value: typed(name), ...errorAt(name) })
  const date = (name: string) => ({ name, value: dateIn(typed, name), ...errorAt(name) })
  const title = reversed ? `Besluit ${reversed.code} terugdraaien` : 'Een besluit vastleggen'
  return ask.page(
    {
      title,
      breadcrumbs: [
        { label: 'Besluiten', href: decisionsAddress },
        { label: title, href: newDecisionAddress },
      ],
    },
    <>
      <Opening
        title={title}
        lead="U legt vast wat een gremium besloot. Wat het besluit verandert, gebeurt meteen. Daarna verandert het besluit niet meer."
        meta={[`U legt vast als: ${recorder}`, <TextLink href={mandatesAddress}>Wie mag wat wijzigen?</TextLink>]}
      >
        {refusal && (
          <Notice kind="error" announce title="Er is niets vastgelegd.">
            {refusalWords[refusal]}
          </Notice>
        )}
      </Opening>
      {reversed && (
        <Section id="terug" title="Wat u terugdraait" intro={`${reversed.title}, ${day(reversed.takenOn)}.`} full>
          <EffectTable effects={reversed.effects} />
        </Section>
      )}
      <Section id="formulier" title="Het besluit">
        <Form action={newDecisionAddress} errors={faults}>
          <input type="hidden" name="sleutel" value={key} />
          {known && <MeetingFields known={known} />}
          {reversed ? (
            <input type="hidden" name="draaitTerug" value={reversed.code} />
          ) : (
            <>
              <SelectField
                {...field('gremium')}
                label="Gremium"
                options={options('Kies een gremium', choices.bodies)}
              />
              <SelectField
                {...field('gebied')}
                label="Welk gremium, als er meer van zijn"
                description="Bijvoorbeeld het district."
                optional
                options={options('Er is er maar één', choices.areas)}
              />
            </>
          )}
          <DateField {...date('genomen')} label="Genomen op" />
          <TextField {...field('titel')} label="Titel" />
          <TextArea {...field('tekst')} label="Tekst van het besluit" rows={6} />
          <TextField
            {...field('grond')}
            label="Grond"
            description="De wet met het artikel, of de afspraak waar het besluit op rust."
          />
          <TextArea
            {...field('vaststellers')}
            label="Wie stelden het vast?"
            description={`Functies, één per regel. Noem geen personen.${known ? ` ${silentWords(known)}` : ''}`}
          />
          <TextArea
            {...field('aanwezigen')}
            label="Wie waren er nog meer?"
            description="Functies die meepraten en niet vaststellen, één per regel."
            optional
          />
          <ConsensusFields field={field} mayBeKnot={!known || known.meeting.instance.body.level === 'regio'} />
          <TextArea
            {...field('voorwaarden')}
            label="Voorwaarden"
            description="Eén per regel. De secretaris legt later van elke vast of eraan is voldaan."
            optional
            rows={2}
          />
          {reversed ? null : (
            <>
              {known?.item?.closing ? (
                <Paragraph>
                  Dit punt is besloten. Het besluit bestaat alleen voor wie in dit overleg zit, en verandert niets dat
                  openbaar is.
                </Paragraph>
              ) : (
                <Radios
                  {...field('zichtbaar')}
                  label="Wie mag het lezen?"
                  options={[
                    { value: 'openbaar', label: 'Iedereen' },
                    {
                      value: 'vertrouwelijk',
                      label: 'Alleen professionals',
                      description: 'Dan kan het besluit niets veranderen dat openbaar is.',
                    },
                  ]}
                />
              )}
              {sumOf(left) > 0 && <LeftOutFields left={left} field={field('gaat-niet-mee')} />}
              {!known?.item?.closing && (
                <EffectFields typed={typed} choices={choices} faults={faults} field={field} date={date} />
              )}
            </>
          )}
          <Actions>
            <Button kind="primary">Leg het besluit vast</Button>
            <ButtonLink href={decisionsAddress} kind="subtle">
              Terug zonder vastleggen
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    refusal ? 409 : faults.length > 0 ? 422 : 200,
  )
}
