import type { Child } from 'hono/jsx'
import { addDays } from '../../kernel/day'
import { covers } from '../../kernel/period'
import type { Reader } from '../../platform/db/database'
import {
  Code,
  DataList,
  DataTable,
  Downloads,
  EmptyState,
  FilterForm,
  Fold,
  List,
  ListLink,
  Notice,
  Opening,
  Section,
  Status,
  TextLink,
  Timeline,
} from '../../platform/ui'
import { count, day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, Sources } from '../figures'
import { type Body, ladderOn, powersOn, type Rung, topicStreams, turningPoints } from './body'
import {
  changeSentences,
  frequencyText,
  levelNames,
  powerText,
  streamNames,
  validityText,
  wrongDay,
  yearsText,
} from './body.parts'
import { findBody, listBodies, listTopics } from './body.store'
import { reportingTo } from './working-group.store'

/** The ladder of bodies on a day, what belongs at each level, and when that changed. */
export async function bodiesPage(ask: Ask): Promise<Response> {
  const on = ask.validOn
  if (!on) return ask.badRequest(wrongDay)
  const { bodies, topics } = await ask.read(async (tx) => ({
    bodies: (await listBodies(tx)).items,
    topics: (await listTopics(tx)).items,
  }))
  const ladder = ladderOn(bodies, topics, on)
  const points = turningPoints(bodies, topics)
  const elsewhere = bodies.filter(({ validity }) => !covers(validity, on))
  const bodyCount = ladder.reduce((sum, rung) => sum + rung.bodies.length, 0)
  const topicCount = ladder.reduce((sum, rung) => sum + rung.topics.length, 0)
  return ask.page(
    {
      title: 'Gremia',
      description: 'Wie waarover gaat, van basisteam tot land, nu en eerder.',
      breadcrumbs: [{ label: 'Gremia', href: '/gremia' }],
    },
    <>
      <Opening
        title="Wie waarover gaat"
        lead="Van de straat tot het land: op elk niveau overleggen gemeenten, Openbaar Ministerie en politie. Wat lokaal kan, gebeurt lokaal."
        meta={[
          `Op ${dayInWords(on)}`,
          count(bodyCount, 'gremium', 'gremia'),
          count(topicCount, 'onderwerp op de leidraad', 'onderwerpen op de leidraad'),
        ]}
      >
        <FilterForm
          action="/gremia"
          label="Kies een dag"
          fields={[{ kind: 'date', name: 'geldigOp', label: 'Stand op', value: on }]}
          submit="Toon"
          clear={on === ask.today ? undefined : '/gremia'}
        />
        {on !== ask.today && (
          <Notice title={`Stand van toen: ${dayInWords(on)}.`}>Sindsdien kan er iets veranderd zijn.</Notice>
        )}
      </Opening>
      <Section
        id="wijzigingen"
        title="Wat er veranderde"
        intro="Een gremium staat er vanaf het jaar waarin een bron het voor het eerst noemt. Het kan ouder zijn."
      >
        <Timeline
          items={points.map((point) => ({
            when: dayInWords(point.on),
            children: (
              <>
                {changeSentences(point).map((sentence) => (
                  <p>{sentence}</p>
                ))}
                <p>
                  <TextLink href={`/gremia?geldigOp=${addDays(point.on, -1)}`}>Bekijk de dag ervoor</TextLink> of{' '}
                  <TextLink href={`/gremia?geldigOp=${point.on}`}>de dag zelf</TextLink>
                </p>
              </>
            ),
          }))}
        />
      </Section>
      {ladder.map((rung) => (
        <Section id={rung.level} title={levelNames[rung.level]} intro={count(rung.bodies.length, 'gremium', 'gremia')}>
          <RungContent rung={rung} />
        </Section>
      ))}
      {elsewhere.length > 0 && (
        <Section id="andere-dagen" title="Niet op deze dag" intro="Al voorbij, of nog door geen bron genoemd.">
          <DataTable
            caption="Gremia van andere dagen"
            hiddenCaption
            wideFirst
            rows={elsewhere}
            columns={[
              {
                head: 'Gremium',
                rowHead: true,
                cell: ({ code, name }) => <ListLink href={`/gremia/${code}`}>{name}</ListLink>,
              },
              { head: 'Niveau', cell: ({ level }) => levelNames[level] },
              { head: 'Wanneer', cell: ({ validity }) => validityText(validity) },
            ]}
          />
        </Section>
      )}
      <Section id="meenemen" title="Meenemen">
        <Downloads
          csv="/api/v1/gremia.csv"
          excelCsv="/api/v1/gremia-excel.csv"
          xlsx="/api/v1/gremia.xlsx"
          json="/api/v1/gremia"
        />
      </Section>
    </>,
  )
}

function RungContent({ rung: { level, bodies, topics } }: { rung: Rung }) {
  return (
    <>
      <DataTable
        caption={`Gremia op het niveau ${levelNames[level].toLowerCase()}`}
        hiddenCaption
        rows={bodies}
        empty="Onze bronnen noemen op deze dag geen gremium op dit niveau."
        columns={[
          {
            head: 'Gremium',
            rowHead: true,
            cell: ({ code, name }) => <ListLink href={`/gremia/${code}`}>{name}</ListLink>,
          },
          { head: 'Wat het mag', cell: powerText },
          { head: 'Hoe vaak', cell: frequencyText },
          { head: 'Hoeveel', align: 'number', cell: ({ instances }) => instances ?? 'onbekend' },
        ]}
      />
      {topics.length > 0 && (
        <Fold label={`Wat op dit niveau thuishoort: ${count(topics.length, 'onderwerp', 'onderwerpen')}`}>
          <DataTable
            caption={`Onderwerpen op het niveau ${levelNames[level].toLowerCase()}`}
            note="Een leidraad, geen harde regel."
            groups={topicStreams
              .map((stream) => ({
                title: streamNames[stream],
                rows: topics.filter((topic) => topic.stream === stream),
              }))
              .filter(({ rows }) => rows.length > 0)}
            rowId={({ code }) => code}
            wideFirst
            columns={[
              { head: 'Onderwerp', rowHead: true, cell: ({ topic }) => topic },
              { head: 'Op de leidraad', cell: ({ validity }) => yearsText(validity) },
            ]}
          />
        </Fold>
      )}
    </>
  )
}

/** What a later domain says of a body on its page. */
type Said = (tx: Reader, code: string, ask: Ask) => Promise<Child>

/** One body: what it is for, what it may do and since when, and where it stands in the ladder. */
export const bodyPage =
  (said: Said) =>
  async (ask: Ask): Promise<Response> => {
    const on = ask.validOn
    if (!on) return ask.badRequest(wrongDay)
    const code = ask.params.code ?? ''
    const found = await ask.read(async (tx) => {
      const body = await findBody(tx, code)
      return (
        body && {
          body,
          neighbours: (await listBodies(tx, { validOn: on, level: body.level })).items.filter(
            (one) => one.code !== code,
          ),
          groups: await reportingTo(tx, code),
          documents: await documentTitles(tx),
          decided: await said(tx, code, ask),
        }
      )
    })
    if (!found) return ask.notFound()
    const { body, neighbours, groups, documents, decided } = found
    return ask.page(
      {
        title: body.name,
        description:
          body.purpose ?? `${body.name}: ${body.kind} op het niveau ${levelNames[body.level].toLowerCase()}.`,
        breadcrumbs: [
          { label: 'Gremia', href: '/gremia' },
          { label: body.name, href: `/gremia/${code}` },
        ],
      },
      <>
        <Opening
          title={body.name}
          lead={body.purpose ? `${body.purpose}.` : 'Waar dit gremium voor is, zegt onze bron niet.'}
          meta={[levelNames[body.level], validityText(body.validity), <Code>{code}</Code>].filter(
            (fact) => fact !== '',
          )}
        >
          {body.withdrawnOn && (
            <Notice title={`Vervallen per ${dayInWords(body.withdrawnOn)}.`}>
              Dit gremium staat niet meer in de lijst.
            </Notice>
          )}
          {!covers(body.validity, on) && (
            <Notice title={`Op ${dayInWords(on)} was dit gremium er niet.`}>
              {body.validity.until && on >= body.validity.until
                ? `Het bestond tot ${dayInWords(body.validity.until)}.`
                : 'Onze bronnen noemen het later voor het eerst.'}
            </Notice>
          )}
        </Opening>
        <Section id="bevoegdheden" title="Wat het mag" intro={`Op ${dayInWords(on)}, en eerder.`}>
          <PowerTable body={body} on={on} />
        </Section>
        <Section id="opzet" title="Hoe het werkt">
          <DataList
            items={[
              { term: 'Soort', value: body.kind },
              {
                term: 'Wie er zitten',
                value:
                  body.members.length > 0 ? (
                    <List items={body.members} small />
                  ) : (
                    'nog niet ingevuld: onze bronnen noemen het niet'
                  ),
              },
              ...(body.chair ? [{ term: 'Voorzitter', value: body.chair }] : []),
              { term: 'Hoe vaak', value: frequencyText(body) },
              { term: 'Hoeveel zijn er', value: body.instances ?? 'onbekend' },
              ...(body.legalBase ? [{ term: 'Wettelijke grond', value: body.legalBase }] : []),
              ...(body.note ? [{ term: 'Let op', value: body.note }] : []),
            ]}
          />
          <Sources of={body.sources} documents={documents} />
        </Section>
        {decided}
        {groups.length > 0 && (
          <Section id="groepen" title="Doen hier verslag" intro="Werkgroepen en taskforces.">
            <List
              items={groups.map((group) => (
                <>
                  <TextLink href={`/werkgroepen/${group.code}`}>{group.name}</TextLink> ({yearsText(group.validity)})
                </>
              ))}
            />
          </Section>
        )}
        <Section id="omgeving" title="Eromheen" intro={`Op ${dayInWords(on)}.`}>
          <List
            items={[
              <TextLink href={`/gremia?geldigOp=${on}#${body.level}`}>
                Wat op het niveau {levelNames[body.level].toLowerCase()} thuishoort
              </TextLink>,
              <TextLink href={`/acties?trekker=${code}`}>Acties met dit gremium als trekker</TextLink>,
              ...neighbours.map((one) => <TextLink href={`/gremia/${one.code}`}>{one.name}</TextLink>),
            ]}
          />
        </Section>
      </>,
    )
  }

function PowerTable({ body, on }: { body: Body; on: Parameters<typeof powersOn>[1] }) {
  if (body.powers.length === 0)
    return (
      <EmptyState title="Onze bronnen zeggen niet wat dit gremium mag.">
        Zij noemen het alleen. Wij vullen het niet zelf in.
      </EmptyState>
    )
  const now = new Set(powersOn(body, on).map(({ code }) => code))
  const ordered = [...body.powers].sort((a, b) => Number(now.has(b.code)) - Number(now.has(a.code)))
  return (
    <DataTable
      caption={`Bevoegdheden van ${body.name}`}
      hiddenCaption
      rows={ordered}
      rowId={({ code }) => code}
      columns={[
        { head: 'Bevoegdheid', rowHead: true, cell: ({ power }) => power },
        { head: 'Wat dat betekent', cell: ({ explanation }) => explanation ?? '' },
        { head: 'Wanneer', cell: ({ validity }) => validityText(validity) },
        {
          head: 'Geldt',
          cell: ({ code }) =>
            now.has(code) ? <Status is="yes" label="geldt" /> : <Status is="no" label="geldt niet op deze dag" />,
        },
      ]}
    />
  )
}
