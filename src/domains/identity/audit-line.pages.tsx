import { Code, DataTable, Opening, Pagination, Section } from '../../platform/ui'
import { count, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { pageNumber } from '../../platform/web/page-number'
import { auditLines, noteDeed } from './audit-line.store'

const perPage = 50

/** Who did what and when, for the functional administrator. Reading it is itself a line in it. */
export async function auditLogPage(ask: Ask): Promise<Response> {
  const page = pageNumber(ask.query)
  if (page === null) {
    return ask.badRequest('De bladzijde klopt niet. Schrijf een getal vanaf 1, bijvoorbeeld ?pagina=2.')
  }
  const { total, items } = await ask.write(async (tx) => {
    await noteDeed(tx, { event: 'logboek gelezen', object: `bladzijde ${page}`, requestId: ask.requestId })
    return auditLines(tx, { limit: perPage, offset: (page - 1) * perPage })
  })
  const pages = Math.max(1, Math.ceil(total / perPage))
  if (page > pages) return ask.badRequest(`Deze bladzijde is er niet: het logboek heeft er ${pages}.`)
  return ask.page(
    {
      title: 'Logboek',
      breadcrumbs: [
        { label: 'Beheer', href: '/beheer' },
        { label: 'Logboek', href: '/beheer/logboek' },
      ],
    },
    <>
      <Opening
        title="Logboek"
        lead="Wie wat deed, en wanneer. Regels komen er alleen bij: niemand kan er een wijzigen of weghalen."
        meta={[count(total, 'regel', 'regels')]}
      />
      <Section id="regels" title="Regels" intro="De nieuwste eerst. Ook dit lezen staat erin." full>
        <DataTable
          caption="Logboek"
          hiddenCaption
          rows={items}
          columns={[
            { head: 'Wanneer', cell: ({ at }) => moment(at) },
            { head: 'Wie', rowHead: true, cell: ({ actedAs }) => actedAs },
            { head: 'Wat', cell: ({ event }) => event },
            { head: 'Waarop', cell: ({ object }) => object ?? '' },
            { head: 'Uitkomst', cell: ({ outcome }) => outcome },
            { head: 'Verzoek', cell: ({ requestId }) => <Code>{requestId}</Code> },
          ]}
        />
        <Pagination page={page} pages={pages} href={(to) => `/beheer/logboek?pagina=${to}`} />
      </Section>
    </>,
  )
}
