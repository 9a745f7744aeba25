import type { Document } from '../../platform/documents/document'
import { DataTable, Fold, List, Section, Tag, TextLink } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import { ledgerLines } from '../publications'
import { type Account, onAreaPages } from './account'
import { accountAddress } from './address.parts'
import { areaFileName, type pagesAbout } from './area-page.store'
import type { AreaPage } from './area-page.verbs'
import { type Edition, kindWords, printed } from './document.parts'
import { type Draft, holdsExamples } from './draft.verbs'

type Of = { readonly code: string; readonly name: string; readonly kind: string }

const nameOf = ({ name, kind }: Pick<Of, 'name' | 'kind'>) => (kind === 'district' ? `district ${name}` : name)

const areaFileAddress = (account: string, area: string, format: 'html' | 'pdf') =>
  `${accountAddress(account)}/${areaFileName(area, format)}`

/** The page of a municipality or district: the same words everywhere, with the figures of that area, on one A4. */
export function areaDocumentOf(draft: Draft, { area, found }: AreaPage, edition: Edition): Document {
  const { account, pictures, documents } = draft
  const isExample = holdsExamples({ found })
  const { released } = edition
  return {
    title: `${account.title}: ${nameOf(area)}`,
    kind: `${kindWords[account.kind]} ${account.year}, één pagina${released ? '' : ', concept'}`,
    author: released?.actedAs ?? edition.coalition,
    marks: [...(released ? [] : ['concept']), ...(isExample ? ['voorbeeldcijfers'] : [])],
    footer: `${account.code}, ${area.code}. ${edition.address}`,
    isOnePage: true,
    blocks: [
      {
        kind: 'paragraph',
        tone: 'quiet',
        text: `Over ${account.year}, van ${account.ownerName}.${isExample ? ' Waar voorbeeldcijfers staat, is het getal verzonnen.' : ''}`,
      },
      ...draft.blocks
        .filter(onAreaPages)
        .flatMap((block) => printed(block, { found, documents, pictures, areaName: nameOf(area) })),
      { kind: 'heading', text: 'Hoe deze pagina is gemaakt' },
      {
        kind: 'list',
        items: [
          `Deze pagina hoort bij ‘${account.title}’. De tekst is overal hetzelfde, de cijfers zijn van dit gebied.`,
          'Nieuwe cijfers veranderen deze pagina niet.',
          ...ledgerLines({ checkpoint: edition.checkpoint }),
        ],
      },
    ],
  }
}

/** The pages of the areas: of a released account as they are kept, of a draft as they would be now. */
export function AreaPagesSection({ account, areas }: { account: Account; areas: readonly Of[] }) {
  if (areas.length === 0) return null
  return (
    <Section
      id="gebieden"
      title="Eén pagina per gemeente en district"
      intro={account.released ? 'Uitgebracht met dit stuk.' : 'Zo zouden ze nu zijn.'}
    >
      <Fold label={`Toon ${count(areas.length, 'pagina', 'pagina’s')}`}>
        <DataTable
          caption="Eén pagina per gemeente en district"
          hiddenCaption
          rows={areas}
          columns={[
            {
              head: 'Gebied',
              rowHead: true,
              cell: (area) => (
                <TextLink href={areaFileAddress(account.code, area.code, 'html')}>{nameOf(area)}</TextLink>
              ),
            },
            {
              head: 'Op papier',
              cell: (area) => (
                <TextLink href={areaFileAddress(account.code, area.code, 'pdf')}>
                  PDF<span class="sv-onzichtbaar"> van {nameOf(area)}</span>
                </TextLink>
              ),
            },
          ]}
        />
      </Fold>
    </Section>
  )
}

/** The pages about an area that were released with an account, for the page of that area. */
export function AreaPages({ area, pages }: { area: string; pages: Awaited<ReturnType<typeof pagesAbout>> }) {
  if (pages.length === 0) return null
  return (
    <Section
      id="verantwoording"
      title="Wat hierover is verantwoord"
      intro="Eén pagina over dit gebied, uit een stuk van de coalitie."
    >
      <List
        items={pages.map(({ code, title, year, isExample }) => (
          <>
            <TextLink href={areaFileAddress(code, area, 'html')}>{title}</TextLink>, over {year} (
            <TextLink href={areaFileAddress(code, area, 'pdf')}>PDF</TextLink>,{' '}
            <TextLink href={accountAddress(code)}>heel het stuk</TextLink>){' '}
            {isExample ? <Tag>voorbeeldcijfers</Tag> : null}
          </>
        ))}
      />
    </Section>
  )
}
