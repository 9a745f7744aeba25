import { dayInAmsterdam } from '../../kernel/day'
import { ButtonLink, Opening, Paragraph, Section, Tag } from '../../platform/ui'
import { count, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import {
  archivedAddress,
  DocumentBody,
  entryOf,
  findEntry,
  LedgerLine,
  listCorrections,
  WooLine,
  wooCategories,
} from '../publications'
import { hashesOfFiles, keptFile, listAccounts, standingOf } from './account.store'
import { accountAddress, breadcrumbsOf, pictureAddress } from './address.parts'
import { AfterwardsNotice, AfterwardsSection } from './afterwards.parts'
import { lastDifference, lastRecomputation } from './afterwards.store'
import { AreaPagesSection } from './area-page.parts'
import { areasWithPage } from './area-page.store'
import { BelongingSection, belongingOf } from './carried.parts'
import { kindWords } from './document.parts'
import { draftPage } from './draft.pages'
import { findDraft } from './draft.verbs'
import { FileTable } from './file.parts'
import { readKept } from './kept.verbs'
import { chartsOnPage } from './series.parts'

/** An account: as it was released, or to whoever works on it as it is now. */
export async function accountPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const [account] = await listAccounts(tx, code)
    if (!account) return null
    if (!account.released) return { account, draft: await findDraft(tx, code, ask.today) }
    const file = await keptFile(tx, code, 'json')
    return {
      account,
      kept: file && readKept(file.content),
      files: await hashesOfFiles(tx, code),
      recomputed: await lastRecomputation(tx, code),
      entry: await findEntry(tx, code, 'verantwoording'),
      later: await lastDifference(tx, code),
      corrections: await listCorrections(tx, { kind: 'verantwoording', subject: code }),
      areas: await areasWithPage(tx, code),
      belonging: await belongingOf(tx, code),
      category: (await wooCategories(tx)).get('verantwoording'),
      mayCorrect: (await standingOf(tx, code)).parts.includes('bureau'),
    }
  })
  if (!found) return ask.notFound()
  if ('draft' in found) return found.draft ? draftPage(ask, found.draft, null) : ask.notFound()
  const { account, kept, files, recomputed, entry, later, corrections, areas, belonging, category, mayCorrect } = found
  if (!kept) throw new Error(`the kept file of ${code} cannot be read`)
  return ask.page(
    {
      title: account.title,
      description: `${kindWords[account.kind]} ${account.year}, uitgebracht door ${account.ownerName}.`,
      breadcrumbs: breadcrumbsOf(account),
    },
    <>
      <Opening
        title={account.title}
        lead={`${kindWords[account.kind]} over ${account.year}, van ${account.ownerName}. Dit stuk verandert niet meer.`}
        meta={[
          `uitgebracht op ${moment(account.released?.at ?? '')} door ${account.released?.actedAs}`,
          ...(kept.isExample ? [<Tag>voorbeeldcijfers</Tag>] : []),
        ]}
      >
        <AfterwardsNotice later={later} corrections={corrections} />
        <Facts items={kept.document.blocks} />
      </Opening>
      <DocumentBody
        document={kept.document}
        chart={chartsOnPage()}
        picture={({ hash }) => pictureAddress(account.code, hash)}
      />
      <Section id="bestanden" title="Bestanden">
        <FileTable account={account} files={files} />
        <WooLine
          on={dayInAmsterdam(new Date(account.released?.at ?? ''))}
          category={category}
          archive={archivedAddress('verantwoording', code)}
        />
      </Section>
      <AreaPagesSection account={account} areas={areas} />
      <BelongingSection of={belonging} />
      <Section id="narekenen" title="Reken het na" intro="Elke nacht vragen wij alle cijfers van dit stuk opnieuw.">
        <Paragraph>
          {recomputed === null
            ? 'Dat gebeurt vannacht voor het eerst.'
            : recomputed.isSame
              ? `Op ${moment(recomputed.at)} kwam alles gelijk uit: ${count(recomputed.equal, 'cijfer', 'cijfers')}.`
              : `Op ${moment(recomputed.at)} kwam niet alles gelijk uit: ${count(recomputed.different, 'cijfer is', 'cijfers zijn')} nu anders. Het bureau zoekt dat uit.`}
        </Paragraph>
        {entry && <LedgerLine entry={entryOf(entry)} hash={entry.hash} />}
        <ButtonLink href={`${accountAddress(code)}/narekenen`}>Reken na</ButtonLink>
      </Section>
      <AfterwardsSection account={account} later={later} corrections={corrections} mayCorrect={mayCorrect} />
    </>,
  )
}

function Facts({ items }: { items: Parameters<typeof DocumentBody>[0]['document']['blocks'] }) {
  const cleared = items.flatMap((block) => (block.kind === 'facts' ? block.items : []))
  return (
    <>
      {cleared
        .filter(([name]) => name.startsWith('Deel van'))
        .map(([name, value]) => (
          <Paragraph small>
            {name}: {value}.
          </Paragraph>
        ))}
    </>
  )
}
