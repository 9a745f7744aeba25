import { Bookmarks, DataTable, Fold, List, ListLink, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { count, number, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import type { Municipality } from './local-plan.store'
import { answering, isCurrent } from './national'
import { type Gaps, gapsOf, type Known, type LocalMention, mentionsOf } from './overview'
import {
  areaName,
  levelAddress,
  levelsAddress,
  NationalName,
  planAddress,
  plansAddress,
  yearsWords,
} from './overview.parts'
import { knownOn } from './overview.verbs'

/** From national to local, a row per regional priority; and what is missing between the levels. */
export async function levelsPage(ask: Ask): Promise<Response> {
  const known = await ask.read((tx) => knownOn(tx, ask.region.code, ask.today))
  const gaps = gapsOf(known)
  const current = known.national.filter((item) => isCurrent(item, known.year))
  const earlier = known.national.filter((item) => !isCurrent(item, known.year))
  return ask.page(
    {
      title: 'Van landelijk naar lokaal',
      description: 'Hoe de landelijke agenda, de regionale prioriteiten en lokale veiligheidsplannen samenhangen.',
      breadcrumbs: [{ label: 'Van landelijk naar lokaal', href: levelsAddress }],
    },
    <>
      <Opening title="Van landelijk naar lokaal" lead={leadOf(known, gaps)}>
        <Bookmarks
          items={[
            { label: 'Per prioriteit', href: '#prioriteiten' },
            { label: 'Wat er ontbreekt', href: '#gaten' },
            { label: 'De landelijke agenda', href: '#landelijk' },
            { label: 'Veiligheidsplannen', href: '#plannen' },
          ]}
        />
        <Paragraph small quiet>
          Lokale prioriteiten gaan voor: een regionale of landelijke prioriteit komt er niet voor in de plaats.
        </Paragraph>
      </Opening>
      <Section id="prioriteiten" title="Per prioriteit" intro="De prioriteiten waar de regio nu aan werkt." full>
        <PriorityTable known={known} />
      </Section>
      <Section id="gaten" title="Wat er ontbreekt" intro="Van beneden naar boven, en terug.">
        <GapList gaps={gaps} total={known.municipalities.length} />
      </Section>
      <Section id="landelijk" title="De landelijke agenda" intro="Alleen wat onze documenten ervan noemen.">
        <NationalTable items={current} caption="Landelijke punten van nu" />
        {earlier.length > 0 && (
          <Fold label={`Uit eerdere jaren: ${count(earlier.length, 'punt', 'punten')}`}>
            <NationalTable items={earlier} caption="Landelijke punten van eerder" />
          </Fold>
        )}
        <Paragraph small quiet>
          De landelijke agenda’s zelf zijn hier niet geladen. Meer punten dan deze staan er dus zeker in.
        </Paragraph>
      </Section>
      <Section id="plannen" title="Veiligheidsplannen" intro="Van gemeenten, basisteams en districten.">
        <Paragraph>
          <TextLink href={plansAddress}>Welk veiligheidsplan bij elke gemeente bekend is</TextLink>
        </Paragraph>
      </Section>
    </>,
  )
}

function leadOf({ municipalities, priorities }: Known, { covers, unmentioned }: Gaps): string {
  const unknown = covers.onbekend.length
  const plans =
    unknown === 0
      ? 'Van elke gemeente is een veiligheidsplan bekend of genoemd.'
      : `Van ${number(unknown)} van de ${count(municipalities.length, 'gemeente', 'gemeenten')} is nog geen veiligheidsplan bekend.`
  return `${plans} Van de ${count(priorities.length, 'regionale prioriteit', 'regionale prioriteiten')} komt ${
    unmentioned.length === 0 ? 'elke' : number(priorities.length - unmentioned.length)
  } terug in een lokaal plan dat wij kennen.`
}

function PriorityTable({ known }: { known: Known }) {
  const { priorities, national, named, year } = known
  return (
    <DataTable
      caption="Elke regionale prioriteit, van landelijk tot lokaal"
      hiddenCaption
      wideFirst
      empty="Vandaag is geen regionale prioriteit actief."
      rows={priorities}
      columns={[
        {
          head: 'Regionaal',
          rowHead: true,
          cell: ({ code, title }) => <ListLink href={levelAddress(code)}>{title}</ListLink>,
        },
        {
          head: 'Landelijk',
          cell: ({ code }) => {
            const items = national.filter(
              (item) => isCurrent(item, year) && answering(item).some(({ priority }) => priority.code === code),
            )
            return items.length === 0
              ? 'geen punt bekend'
              : items.map((item, at) => (
                  <>
                    {at > 0 ? '; ' : ''}
                    <NationalName item={item} />
                  </>
                ))
          },
        },
        {
          head: 'Districten en basisteams',
          cell: ({ code }) => {
            const plans = mentionsOf(known, code).filter(({ plan }) => plan.area.kind !== 'gemeente')
            const names = [
              ...plans.map(({ plan }) => areaName(plan.area)),
              ...named
                .filter((plan) => plan.priorities.some((one) => one.code === code))
                .map(({ area }) => `${areaName(area)} (alleen genoemd)`),
            ]
            return names.length === 0 ? 'in geen plan dat wij kennen' : sentenceList([...new Set(names)])
          },
        },
        {
          head: 'Gemeenten',
          cell: ({ code }) => {
            const areas = new Set(
              mentionsOf(known, code).flatMap(({ plan }) => (plan.area.kind === 'gemeente' ? [plan.area.code] : [])),
            )
            return `in het plan van ${number(areas.size)} van de ${count(known.municipalities.length, 'gemeente', 'gemeenten')}`
          },
        },
      ]}
    />
  )
}

const mentionWords = ({ plan, priority }: LocalMention) => (
  <>
    <ListLink href={planAddress(plan.code)}>{priority.text}</ListLink>, {areaName(plan.area)}
  </>
)

/** What is missing, each with whose it is and what to do. */
function GapList({ gaps, total }: { gaps: Gaps<Municipality>; total: number }) {
  const { covers, unanswered, open, unmentioned, withoutNational, nationalUnanswered } = gaps
  const names = (of: readonly Municipality[]) => sentenceList(of.map(({ name }) => name))
  return (
    <>
      <h3 class="nl-heading nl-heading--level-3">Lokaal naar regionaal</h3>
      {covers.onbekend.length > 0 && (
        <Fold
          label={`Van ${number(covers.onbekend.length)} van de ${count(total, 'gemeente', 'gemeenten')} is nog geen veiligheidsplan bekend`}
        >
          <Paragraph>{names(covers.onbekend)}.</Paragraph>
          <Paragraph>
            De adviseur van de gemeente kan het plan{' '}
            <TextLink href={plansAddress}>bij de veiligheidsplannen invullen</TextLink>, of het bureau.
          </Paragraph>
        </Fold>
      )}
      {covers.genoemd.length > 0 && (
        <Fold
          label={`Van ${count(covers.genoemd.length, 'gemeente', 'gemeenten')} noemt een document alleen dat er een plan is`}
        >
          <Paragraph>{names(covers.genoemd)}. Periode, vaststelling en adres van dat plan zijn onbekend.</Paragraph>
        </Fold>
      )}
      {covers['nog-niet'].length > 0 && (
        <Fold
          label={`Van ${count(covers['nog-niet'].length, 'gemeente', 'gemeenten')} geldt het plan nog niet: een concept, of de periode begint later`}
        >
          <Paragraph>{names(covers['nog-niet'])}.</Paragraph>
        </Fold>
      )}
      {covers.voorbij.length > 0 && (
        <Fold label={`Van ${count(covers.voorbij.length, 'gemeente', 'gemeenten')} is de periode van het plan voorbij`}>
          <Paragraph>{names(covers.voorbij)}.</Paragraph>
        </Fold>
      )}
      {unanswered.length > 0 && (
        <Fold
          label={`${count(unanswered.length, 'lokale prioriteit heeft', 'lokale prioriteiten hebben')} geen regionale`}
        >
          <List items={unanswered.map(mentionWords)} />
          <Paragraph small>Ook daarvoor kan een gemeente in de regio om steun vragen.</Paragraph>
        </Fold>
      )}
      {open.length > 0 && (
        <Fold label={`${count(open.length, 'lokale prioriteit is', 'lokale prioriteiten zijn')} nog niet gekoppeld`}>
          <List items={open.map(mentionWords)} />
        </Fold>
      )}
      {unmentioned.length > 0 && (
        <Paragraph>
          In geen lokaal plan dat wij kennen: {sentenceList(unmentioned.map(({ title }) => title))}. Zolang er weinig
          plannen bekend zijn, zegt dat weinig.
        </Paragraph>
      )}
      <h3 class="nl-heading nl-heading--level-3">Regionaal en landelijk</h3>
      {withoutNational.length > 0 && (
        <Paragraph>
          Zonder landelijk punt dat wij kennen: {sentenceList(withoutNational.map(({ title }) => title))}.
        </Paragraph>
      )}
      {nationalUnanswered.length > 0 && (
        <Paragraph>
          Zonder regionale prioriteit:{' '}
          {sentenceList(nationalUnanswered.map((item) => `${item.title} (${item.agenda}, ${yearsWords(item)})`))}.
        </Paragraph>
      )}
    </>
  )
}

function NationalTable({ items, caption }: { items: Known['national']; caption: string }) {
  return (
    <DataTable
      caption={caption}
      hiddenCaption
      rows={items}
      empty="Van nu noemen onze documenten geen landelijk punt."
      columns={[
        { head: 'Landelijk punt', rowHead: true, cell: (item) => <NationalName item={item} /> },
        { head: 'Doel', cell: ({ goal }) => goal ?? 'niet genoemd' },
        {
          head: 'Regionale prioriteit',
          cell: (item) => {
            const links = answering(item)
            return links.length === 0
              ? 'geen'
              : links.map(({ priority }, at) => (
                  <>
                    {at > 0 ? ', ' : ''}
                    <TextLink href={levelAddress(priority.code)}>{priority.title}</TextLink>
                  </>
                ))
          },
        },
      ]}
    />
  )
}
