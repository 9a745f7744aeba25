import { DataTable, EmptyState, ListLink, Opening, Paragraph, Section, TextLink } from '../../platform/ui'
import { capital, count, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { documentTitles, Sources } from '../figures'
import { findPriority } from '../strategy'
import { answering } from './national'
import { mentionsOf } from './overview'
import { areaName, levelAddress, levelsAddress, NationalName, planAddress, saidByWords } from './overview.parts'
import { knownOn } from './overview.verbs'
import { VariantTable } from './variant.parts'
import { listVariants } from './variant.store'

/** One regional priority on every level, with who said that they belong together. */
export async function levelPage(ask: Ask): Promise<Response> {
  const code = ask.params.prioriteit ?? ''
  const found = await ask.read(async (tx) => {
    const priority = await findPriority(tx, code)
    return (
      priority && {
        priority,
        known: await knownOn(tx, ask.region.code, ask.today),
        variants: await listVariants(tx, { priority: code }),
        documents: await documentTitles(tx),
      }
    )
  })
  if (!found) return ask.notFound()
  const { priority, known, variants, documents } = found
  const national = known.national.filter((item) => answering(item).some((link) => link.priority.code === code))
  const mentions = mentionsOf(known, code)
  const named = known.named.filter((plan) => plan.priorities.some((one) => one.code === code))
  return ask.page(
    {
      title: `Van landelijk naar lokaal: ${priority.title} (${code})`,
      breadcrumbs: [
        { label: 'Van landelijk naar lokaal', href: levelsAddress },
        { label: priority.title, href: levelAddress(code) },
      ],
    },
    <>
      <Opening
        title={`${priority.title}: van landelijk naar lokaal`}
        lead={`${count(national.length, 'landelijk punt', 'landelijke punten')}, ${count(mentions.length, 'lokale prioriteit', 'lokale prioriteiten')} en ${count(variants.length, 'eigen versie van een actie', 'eigen versies van acties')} horen hierbij, voor zover wij weten.`}
        meta={[<TextLink href={`/prioriteiten/${encodeURIComponent(code)}`}>De regionale prioriteit</TextLink>]}
      />
      <Section id="landelijk" title="Landelijk">
        {national.length > 0 ? (
          national.map((item) => (
            <>
              <Paragraph>
                <NationalName item={item} />
              </Paragraph>
              {answering(item)
                .filter((link) => link.priority.code === code)
                .map((link) => (
                  <Paragraph small>
                    {link.reason}; {saidByWords(link)}.
                  </Paragraph>
                ))}
              <Sources of={item.sources} documents={documents} />
            </>
          ))
        ) : (
          <EmptyState title="Geen landelijk punt bekend">
            Wat onze documenten van landelijke agenda’s noemen, gaat hier niet over.
          </EmptyState>
        )}
      </Section>
      <Section id="lokaal" title="In lokale plannen" intro="Met wie dat zei, en wanneer.">
        {mentions.length > 0 ? (
          <DataTable
            caption="Lokale prioriteiten die hierbij horen"
            hiddenCaption
            rows={mentions}
            columns={[
              {
                head: 'Gebied',
                rowHead: true,
                cell: ({ plan }) => <ListLink href={planAddress(plan.code)}>{capital(areaName(plan.area))}</ListLink>,
              },
              { head: 'Lokale prioriteit', cell: (mention) => mention.priority.text },
              {
                head: 'Gekoppeld door',
                cell: (mention) => `${mention.priority.saidAs}, ${moment(mention.priority.saidAt)}`,
              },
            ]}
          />
        ) : (
          <EmptyState title="Geen lokaal plan dat wij kennen, noemt dit." />
        )}
        {named.map((plan) => (
          <>
            <Paragraph>
              {plan.title}: {plan.priority ?? plan.title}.{plan.note && ` ${plan.note}.`}
            </Paragraph>
            <Sources of={plan.sources} documents={documents} />
          </>
        ))}
      </Section>
      <Section
        id="varianten"
        title="Eigen versies van acties"
        intro="Van districten en gemeenten."
        full={variants.length > 0}
      >
        {variants.length > 0 ? (
          <VariantTable variants={variants} by="beide" />
        ) : (
          <EmptyState
            title="Nog geen eigen versie bekend"
            action={{ label: 'De acties bij deze prioriteit', href: `/acties?prioriteit=${encodeURIComponent(code)}` }}
          >
            Een district of gemeente maakt die op de pagina van de actie.
          </EmptyState>
        )}
      </Section>
    </>,
  )
}
