import {
  Bookmarks,
  Code,
  DataList,
  DataTable,
  Downloads,
  EmptyState,
  FilterForm,
  List,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextLink,
} from '../../platform/ui'
import { count, day as dayInWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, Sources } from '../figures'
import { byLetter, type Term } from './term'
import { findTerm, listTerms, termKinds } from './term.store'

const longestText = 100

/** Every word of the field from A to Z, or those that hold a text. */
export async function termsPage(ask: Ask): Promise<Response> {
  const holding = (ask.query.get('q') ?? '').trim().slice(0, longestText)
  const kind = ask.query.get('soort') ?? ''
  const { terms, kinds } = await ask.read(async (tx) => ({
    terms: (await listTerms(tx, { holding, kind })).items,
    kinds: await termKinds(tx),
  }))
  if (kind !== '' && !kinds.includes(kind))
    return ask.badRequest('Dit soort begrip kennen we niet. Kies een soort uit de lijst.')
  const letters = byLetter(terms)
  const isFiltered = holding !== '' || kind !== ''
  return ask.page(
    {
      title: 'Begrippen',
      description: 'De woorden van het veld, uitgelegd in gewone taal.',
      breadcrumbs: [{ label: 'Begrippen', href: '/begrippen' }],
    },
    <>
      <Opening
        title="Wat de woorden betekenen"
        lead="Wie samenwerkt aan veiligheid, gebruikt veel eigen woorden. Hier staan ze uitgelegd. Legt geen bron een woord uit, dan zeggen wij dat."
        meta={[count(terms.length, 'begrip', 'begrippen')]}
      >
        <FilterForm
          action="/begrippen"
          label="Zoek in de begrippen"
          live
          fields={[
            { kind: 'text', name: 'q', label: 'Zoek in de begrippen', value: holding },
            {
              kind: 'select',
              name: 'soort',
              label: 'Soort',
              options: [{ value: '', label: 'Alle soorten' }, ...kinds.map((value) => ({ value, label: value }))],
              value: kind,
            },
          ]}
          submit="Zoek"
          clear={isFiltered ? '/begrippen' : undefined}
        />
        {!isFiltered && (
          <Bookmarks
            label="Naar een letter"
            items={letters.map(({ letter }) => ({ label: letter, href: `#letter-${letter}` }))}
          />
        )}
      </Opening>
      {terms.length === 0 && (
        <EmptyState
          title={`Geen begrip met “${holding}”.`}
          action={{ label: 'Zoek in alles', href: `/zoeken?${new URLSearchParams({ q: holding })}` }}
        >
          Zoek met een ander woord, of in alles wat openbaar is.
        </EmptyState>
      )}
      {letters.map(({ letter, terms: own }) => (
        <Section id={`letter-${letter}`} title={letter}>
          <DataTable
            caption={`Begrippen onder ${letter}`}
            hiddenCaption
            rows={own}
            columns={[
              {
                head: 'Begrip',
                rowHead: true,
                cell: ({ code, term }) => <ListLink href={`/begrippen/${code}`}>{term}</ListLink>,
              },
              { head: 'Wat het betekent', cell: meaning, narrow: '' },
              { head: 'Soort', cell: (term) => term.kind, narrow: false },
            ]}
          />
        </Section>
      ))}
      <Section id="meenemen" title="Meenemen">
        <Downloads
          csv="/api/v1/begrippen.csv"
          excelCsv="/api/v1/begrippen-excel.csv"
          xlsx="/api/v1/begrippen.xlsx"
          json="/api/v1/begrippen"
        />
      </Section>
    </>,
  )
}

function meaning({ expansion, explanation }: Term): string {
  return [expansion, explanation ?? 'geen bron legt dit uit'].filter((part) => part !== null).join('. ')
}

/** One word: what it means, where we read that, and where it is used. */
export async function termPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const term = await findTerm(tx, code)
    return (
      term && {
        term,
        sameKind: (await listTerms(tx, { kind: term.kind })).items.filter((other) => other.code !== code),
        documents: await documentTitles(tx),
      }
    )
  })
  if (!found) return ask.notFound()
  const { term, sameKind, documents } = found
  return ask.page(
    {
      title: term.term,
      description: term.explanation ?? `${term.term}: een begrip dat geen bron uitlegt.`,
      breadcrumbs: [
        { label: 'Begrippen', href: '/begrippen' },
        { label: term.term, href: `/begrippen/${code}` },
      ],
    },
    <>
      <Opening
        title={term.term}
        lead={term.explanation ? `${term.explanation}.` : 'Onze bronnen gebruiken dit woord, maar leggen het niet uit.'}
        meta={[term.kind]}
      >
        {term.withdrawnOn && (
          <Notice title={`Vervallen per ${dayInWords(term.withdrawnOn)}.`}>
            Dit begrip staat niet meer in de lijst.
          </Notice>
        )}
      </Opening>
      <Section id="uitleg" title="Meer over dit woord">
        <DataList
          items={[
            ...(term.expansion ? [{ term: 'Voluit', value: term.expansion }] : []),
            ...(term.note ? [{ term: 'Noot', value: term.note }] : []),
            ...(term.explanationEn
              ? [{ term: 'In het Engels', value: <span lang="en">{term.explanationEn}</span> }]
              : []),
            { term: 'In de programmacode', value: <Code>{code}</Code> },
          ]}
        />
        <Sources of={term.sources} documents={documents} />
        <Paragraph>
          <TextLink href={`/zoeken?${new URLSearchParams({ q: term.term })}`}>Zoek waar dit woord voorkomt</TextLink>
        </Paragraph>
      </Section>
      {sameKind.length > 0 && (
        <Section id="verwant" title="Van dezelfde soort" intro={term.kind}>
          <List
            items={sameKind
              .slice(0, shownOfKind)
              .map((other) => <TextLink href={`/begrippen/${other.code}`}>{other.term}</TextLink>)}
          />
          {sameKind.length > shownOfKind && (
            <Paragraph>
              <TextLink href={`/begrippen?${new URLSearchParams({ soort: term.kind })}`}>
                Alle {count(sameKind.length + 1, 'begrip', 'begrippen')} van de soort {term.kind}
              </TextLink>
            </Paragraph>
          )}
        </Section>
      )}
    </>,
  )
}

const shownOfKind = 8
