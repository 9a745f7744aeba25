import { ButtonLink, DataTable, EmptyState, ListLink, Opening, Section, Status } from '../../platform/ui'
import { capital, count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { beginAddress, draftAddress, draftsAddress } from './address.parts'
import type { Draft } from './draft'
import { bureausOf, listDrafts } from './draft.store'
import { kindWords } from './words.parts'

export function DraftState({ draft }: { draft: Pick<Draft, 'isInForce' | 'adoptedOn'> }) {
  if (draft.adoptedOn) return <Status is="complete" label="vastgesteld" />
  return draft.isInForce ? (
    <Status is="partial" label="concept, deels in werking" />
  ) : (
    <Status is="waiting" label="concept" />
  )
}

/** Every draft; for whoever works at one of the partners. */
export async function draftsPage(ask: Ask): Promise<Response> {
  const { drafts, bureaus } = await ask.read(async (tx) => ({
    drafts: await listDrafts(tx),
    bureaus: await bureausOf(tx),
  }))
  return ask.page(
    {
      title: 'Conceptplannen',
      breadcrumbs: [
        { label: 'Plannen', href: '/plannen' },
        { label: 'Conceptplannen', href: draftsAddress },
      ],
    },
    <>
      <Opening
        title="Conceptplannen"
        lead="Hier maken de partners hun plannen. Alleen wie bij een partner werkt, ziet een concept."
        meta={['Een hoofdstuk nalopen kost ongeveer 20 minuten per jaar']}
      />
      <Section
        id="concepten"
        title="Plannen in de maak"
        intro={drafts.length > 0 ? `${count(drafts.length, 'plan', 'plannen')}.` : undefined}
      >
        {drafts.length === 0 ? (
          <EmptyState title="Er is nog geen conceptplan." />
        ) : (
          <DataTable
            caption="Conceptplannen"
            hiddenCaption
            wideFirst
            rows={drafts}
            columns={[
              {
                head: 'Plan',
                rowHead: true,
                cell: (draft) => <ListLink href={draftAddress(draft.code)}>{draft.title}</ListLink>,
              },
              { head: 'Soort', cell: ({ kind }) => capital(kindWords[kind]) },
              { head: 'Looptijd', cell: ({ from, to }) => (from === to ? String(from) : `${from}-${to}`) },
              { head: 'Bureau', cell: ({ owner }) => owner.name },
              { head: 'Stand', cell: (draft) => <DraftState draft={draft} /> },
            ]}
          />
        )}
        {bureaus.length > 0 && (
          <ButtonLink href={beginAddress} kind="primary">
            Begin een plan
          </ButtonLink>
        )}
      </Section>
    </>,
  )
}
