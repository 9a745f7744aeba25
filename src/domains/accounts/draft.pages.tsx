import { ButtonLink, DataTable, Notice, Opening, Section, Status, Tag, TextLink } from '../../platform/ui'
import { count, day, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { Announcing, announcing, DocumentBody } from '../publications'
import { type AccountKind, blockKinds, newest, type Obstacle, obstacles, type Part, parts } from './account'
import { peopleOfParts } from './account.store'
import { accountAddress, blockAddress, breadcrumbsOf, pictureAddress } from './address.parts'
import { AreaPagesSection } from './area-page.parts'
import { areasOfPages } from './area-page.verbs'
import { blockWords, placeWords } from './block.parts'
import { ClearanceTable, type Confirmed, ReleaseForm, typedWords } from './clearance.parts'
import { documentOf, partStates, partWords, partyWords } from './document.parts'
import { blocksWithUnknown, type Draft, writes } from './draft.verbs'
import { editionOf } from './file.pages'
import { FileTable } from './file.parts'
import { chartsOnPage } from './series.parts'
import { WindowSection } from './window.parts'
import { lastWindow, looksIn } from './window.store'

/** What a refused form says on the page of the draft. */
type Refused =
  | 'changed'
  | 'empty-part'
  | { readonly unticked: readonly Confirmed[] }
  | { readonly tooLong: string }
  | { readonly window: 'day' }
  | null

const lowerKindWords: Readonly<Record<AccountKind, string>> = {
  jaarresultaten: 'jaarresultaten',
  jaarverslag: 'jaarverslag',
  evaluatie: 'evaluatie',
  'een-pagina': 'één pagina',
}

const obstacleWords = (obstacle: Obstacle, people: ReadonlyMap<Part, number>): string => {
  switch (obstacle.because) {
    case 'empty':
      return 'Er staat nog niets in het stuk.'
    case 'wrote-last':
      return `U schreef zelf het laatste. Een collega van het bureau brengt het stuk uit: een programmamanager, adviseur of analist.${
        (people.get('bureau') ?? 0) < 2
          ? ' Zo’n collega is er nog niet. De functioneel beheerder voegt iemand toe.'
          : ''
      }`
    case 'empty-part':
      return `In het deel van ${partyWords[obstacle.part]} staat nog niets. Eerst schrijft iemand van ${partyWords[obstacle.part]} of het bureau er iets in.`
    case 'part':
      return `Het deel van ${partWords[obstacle.part]} is niet vrijgegeven zoals het nu is.`
    case 'consent':
      return `De toestemming voor ‘${obstacle.title}’ is voorbij. Laat het verhaal weg of kies een ander.`
    case 'window':
      return `Tot en met ${day(obstacle.until)} kijkt iedere gemeente eerst naar de eigen pagina. Breng het stuk daarna uit.`
    case 'announced':
      return `Op de publicatiekalender staat dit stuk voor ${moment(obstacle.at)}. Breng het dan uit, of verplaats de aankondiging.`
    case 'unknown':
      return `In ‘${obstacle.title}’ staat een verwijzing naar een cijfer dat er niet is.`
  }
}

export const obstaclesOf = (draft: Draft, ask: Pick<Ask, 'today'>): Obstacle[] =>
  obstacles({
    blocks: draft.blocks,
    states: partStates(draft),
    unknown: blocksWithUnknown(draft),
    wroteLast: draft.standing.wroteLast,
    embargo: draft.embargo,
    today: ask.today,
  })

/** Where everybody who has a part in it works on a draft. */
export async function draftPage(ask: Ask, draft: Draft, refused: Refused): Promise<Response> {
  const { account, standing } = draft
  const open = [...draft.found.values()].filter((one) => one?.kind === 'uitvraag' && !one.answer && !one.measurement)
  const blocked = obstaclesOf(draft, ask)
  const document = documentOf(draft, await editionOf(ask, null))
  const { pages, window, looks, people, onCalendar } = await ask.read(async (tx) => {
    const last = await lastWindow(tx, account.code)
    return {
      pages: await areasOfPages(tx, draft, ask.today),
      window: last,
      looks: last ? await looksIn(tx, account.code, last.version) : [],
      people: await peopleOfParts(tx, account.code),
      onCalendar: await announcing(tx, { kind: 'verantwoording', subject: account.code, owner: account.owner }),
    }
  })
  return ask.page(
    { title: `${account.title}, concept`, breadcrumbs: breadcrumbsOf(account) },
    <>
      <Opening
        title={account.title}
        lead={`Concept van ${lowerKindWords[account.kind]} over ${account.year}. Alleen wie eraan werkt, ziet het.`}
        meta={[
          account.ownerName,
          ...(document.marks.includes('voorbeeldcijfers') ? [<Tag>voorbeeldcijfers</Tag>] : []),
        ]}
      >
        {refused === 'changed' && (
          <Notice kind="error" announce title="Intussen veranderde er iets.">
            Er is niets vrijgegeven of uitgebracht. Kijk opnieuw hoe het stuk nu is.
          </Notice>
        )}
        {refused === 'empty-part' && (
          <Notice kind="error" announce title="In dit deel staat nog niets.">
            Er is niets vrijgegeven. Schrijf er eerst iets in.
          </Notice>
        )}
        {typeof refused === 'object' && refused && 'tooLong' in refused && (
          <Notice kind="error" announce title={`De pagina van ${refused.tooLong} past niet op één A4.`}>
            Er is niets uitgebracht. Kort een blok in dat op de pagina’s staat, of zet het alleen in het stuk.
          </Notice>
        )}
        {open.length > 0 && (
          <Notice kind="attention" title={`${count(open.length, 'cijfer is', 'cijfers zijn')} nog open.`}>
            Zo staat het ook in het stuk als u het nu uitbrengt, met wie het cijfer heeft.
          </Notice>
        )}
        <TypedNumbers draft={draft} />
      </Opening>
      <Section id="blokken" title="Blokken">
        <BlockTable draft={draft} />
        <NewBlocks draft={draft} />
      </Section>
      <Section
        id="vrijgeven"
        title="Vrijgeven per deel"
        intro="Ieder geeft zijn eigen deel vrij. Verandert daarna een woord of een cijfer, dan is het deel niet meer vrijgegeven."
      >
        <ClearanceTable draft={draft} people={people} />
      </Section>
      {standing.parts.includes('bureau') && (
        <WindowSection
          account={account}
          window={window}
          looks={looks}
          areas={pages}
          isCleared={partStates(draft).every(({ state }) => state.is === 'cleared')}
          today={ask.today}
          error={
            typeof refused === 'object' && refused && 'window' in refused ? 'Kies een dag die nog moet komen.' : null
          }
        />
      )}
      {standing.parts.includes('bureau') && (
        <Section id="uitbrengen" title="Uitbrengen">
          <ReleaseForm
            draft={draft}
            reasons={blocked.map((obstacle) => obstacleWords(obstacle, people))}
            unticked={typeof refused === 'object' && refused && 'unticked' in refused ? refused.unticked : null}
          />
        </Section>
      )}
      {onCalendar && (
        <Section id="aankondigen" title="Aankondigen" intro="Op de publicatiekalender staat wanneer het stuk komt.">
          <Announcing
            found={onCalendar}
            of={{
              kind: 'verantwoording',
              subject: account.code,
              title: account.title,
              period: String(account.year),
            }}
          />
        </Section>
      )}
      <Section id="voorbeeld" title="Zo ziet het stuk eruit" intro="Als bestand is het al te bekijken.">
        <FileTable account={account} files={{}} />
      </Section>
      {standing.parts.includes('bureau') && <AreaPagesSection account={account} areas={pages} />}
      <DocumentBody
        document={document}
        chart={chartsOnPage()}
        picture={({ hash }) => pictureAddress(account.code, hash)}
      />
    </>,
    refused === 'changed' ? 409 : refused ? 422 : 200,
  )
}

function TypedNumbers({ draft }: { draft: Draft }) {
  const typed = typedWords(draft)
  if (typed === '') return null
  return (
    <Notice kind="attention" title="Er staan getallen in de tekst zonder bron.">
      {typed} Komt zo’n getal uit een bron, noem het dan met een verwijzing.
    </Notice>
  )
}

function BlockTable({ draft }: { draft: Draft }) {
  return (
    <DataTable
      caption="Blokken"
      hiddenCaption
      empty="Er staat nog niets in het stuk."
      rows={newest(draft.versions)}
      columns={[
        {
          head: 'Blok',
          rowHead: true,
          cell: (block) =>
            writes(draft, block.part) ? (
              <TextLink href={blockAddress(draft.account.code, block.block)}>{block.title}</TextLink>
            ) : (
              block.title
            ),
        },
        {
          head: 'Soort',
          cell: ({ kind, place }) => `${blockWords[kind]}${place === 'stuk' ? '' : `. ${placeWords[place]}`}`,
        },
        { head: 'Deel van', cell: ({ part }) => partWords[part] },
        {
          head: 'Laatst',
          cell: ({ version, actedAs, at, isRemoved }) => (
            <>
              versie {version}, {actedAs}, {moment(at)} {isRemoved ? <Status is="moved" label="weggelaten" /> : null}
            </>
          ),
        },
      ]}
    />
  )
}

function NewBlocks({ draft }: { draft: Draft }) {
  const own = parts.filter((part) => writes(draft, part))
  return (
    <DataTable
      caption="Nieuw blok"
      rows={own}
      columns={[
        { head: 'Deel van', rowHead: true, cell: (part) => partWords[part] },
        {
          head: 'Voeg toe',
          cell: (part) => (
            <div class="sv-rij">
              {blockKinds.map((kind) => (
                <ButtonLink small href={`${accountAddress(draft.account.code)}/blok?soort=${kind}&deel=${part}`}>
                  {blockWords[kind]}
                </ButtonLink>
              ))}
            </div>
          ),
        },
      ]}
    />
  )
}
