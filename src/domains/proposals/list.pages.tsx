import { Actions, ButtonLink, DataTable, EmptyState, ListLink, Opening, Section } from '../../platform/ui'
import { count } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { untold } from './proposal'
import { newProposalAddress, proposalAddress, proposalBreadcrumbs, whereWords } from './proposal.parts'
import { listProposals, starterOf } from './proposal.store'

/** The proposals the reader may know of. */
export async function proposalsPage(ask: Ask): Promise<Response> {
  const { found, starter } = await ask.read(async (tx) => ({
    found: await listProposals(tx),
    starter: ask.person ? await starterOf(tx) : null,
  }))
  const running = found.filter(({ finishedAt }) => finishedAt === null)
  const ended = found.filter(({ finishedAt }) => finishedAt !== null)
  return ask.page(
    {
      title: 'Voorstellen',
      description: 'Voorstellen en de route die zij gaan, met wat elk overleg ervan vond.',
      breadcrumbs: proposalBreadcrumbs(),
    },
    <>
      <Opening
        title="Voorstellen"
        lead="Elk voorstel gaat een vaste route langs de overleggen. Hier staat waar het is, wat elk overleg zei en wat daarmee is gedaan."
        meta={[
          count(found.length, 'voorstel dat u mag lezen', 'voorstellen die u mag lezen'),
          'een voorstel is openbaar als het is afgesloten en openbaar is gemaakt',
        ]}
      >
        {starter && (
          <Actions>
            <ButtonLink href={newProposalAddress} kind="primary">
              Begin een voorstel
            </ButtonLink>
          </Actions>
        )}
      </Opening>
      <Section id="lopend" title="Onderweg" intro="Het nieuwste eerst." full>
        {running.length === 0 ? (
          <EmptyState title="Hier staat geen voorstel dat onderweg is." />
        ) : (
          <ProposalTable proposals={running} caption="Voorstellen die onderweg zijn" />
        )}
      </Section>
      {ended.length > 0 && (
        <Section id="afgesloten" title="Afgesloten" full>
          <ProposalTable proposals={ended} caption="Voorstellen die zijn afgesloten" />
        </Section>
      )}
    </>,
  )
}

function ProposalTable(props: { proposals: Awaited<ReturnType<typeof listProposals>>; caption: string }) {
  return (
    <DataTable
      caption={props.caption}
      hiddenCaption
      rows={props.proposals}
      rowId={({ code }) => code}
      columns={[
        {
          head: 'Voorstel',
          rowHead: true,
          cell: ({ code, texts, isExample }) => (
            <>
              <ListLink href={proposalAddress(code)}>{texts[0].title}</ListLink>
              {isExample && <span class="sv-voorbeeld">voorbeeld</span>}
            </>
          ),
        },
        { head: 'Van', cell: ({ broughtBy }) => broughtBy },
        { head: 'Waar het is', cell: (proposal) => whereWords(proposal) },
        {
          head: 'Nog terug te melden',
          cell: (proposal) => {
            const open = untold(proposal).length
            return open === 0 ? 'niets' : count(open, 'zienswijze', 'zienswijzen')
          },
        },
      ]}
    />
  )
}
