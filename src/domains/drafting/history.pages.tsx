import type { Child } from 'hono/jsx'
import { isUuid } from '../../kernel/typed'
import {
  ButtonLink,
  DataList,
  DataTable,
  Notice,
  Opening,
  Paragraph,
  RowList,
  Section,
  TextDiff,
} from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { TargetAdvice } from '../figures'
import { actionFacts, cameFromLink, Nudges } from './action.parts'
import { differences } from './action-form.pages'
import { actionAddress, paragraphAddress, trailOf } from './address.parts'
import { adviceOn } from './advice.verbs'
import { actionVersions, paragraphVersions } from './chapter.store'
import { nudgesOf } from './draft-action'
import { openChapter, writesAction, writesPart } from './opened.verbs'
import { Prose } from './paragraph.parts'
import { Remarks } from './remark.parts'
import { paragraphWords, partWords } from './words.parts'

/** Versions under each other, the newest first, each with what changed in it. */
function Versions<T extends { readonly version: number; readonly at: string; readonly actedAs: string }>(props: {
  versions: readonly T[]
  change: (before: T, after: T) => Child
  first: (one: T) => Child
}) {
  const { versions, change, first } = props
  return (
    <RowList
      items={versions.toReversed().map((one) => {
        const before = versions.find(({ version }) => version === one.version - 1)
        return {
          content: (
            <>
              <Paragraph small quiet>
                Versie {one.version}, {one.actedAs}, {moment(one.at)}
              </Paragraph>
              {before ? change(before, one) : first(one)}
            </>
          ),
        }
      })}
    />
  )
}

/** An action of a draft: what it says, advice about its target, remarks, and every version with what changed. */
export async function draftActionPage(ask: Ask): Promise<Response> {
  const asked = ask.params.actie ?? ''
  const found = await ask.read(async (tx) => {
    const opened = await openChapter(tx, ask.params.code ?? '', ask.params.hoofdstuk ?? '')
    const action = opened?.whole.actions.find(({ code }) => code === asked)
    if (!opened || !action) return null
    return {
      ...opened,
      action,
      versions: await actionVersions(tx, { of: asked }),
      advice: await adviceOn(tx, action, ask.today),
    }
  })
  if (!found) return ask.notFound()
  const { draft, rights, whole, names, action, versions, advice } = found
  const { chapter } = whole
  const own = actionAddress(draft.code, chapter.code, action.code)
  return ask.page(
    {
      title: `${action.title} (${action.code})`,
      breadcrumbs: [...trailOf(draft, chapter), { label: action.code, href: own }],
    },
    <>
      <Opening
        title={action.title}
        lead={`Actie ${action.code} in ${chapter.title}.`}
        meta={[
          `versie ${action.version}, ${action.actedAs}, ${moment(action.at)}`,
          ...(action.cameFrom ? [cameFromLink(action)] : []),
          ...(action.isCollective ? ['Collectieve afspraak: één stand voor alle gemeenten samen'] : []),
        ]}
      >
        {action.isRemoved && <Notice title="Deze actie is weggelaten uit het plan." children={null} />}
        {writesAction(rights, action) && (
          <ButtonLink href={`${own}/wijzigen`} kind="primary">
            Wijzig deze actie
          </ButtonLink>
        )}
      </Opening>
      <Section id="wat-er-staat" title="Wat er staat">
        <DataList
          items={actionFacts(action, names).flatMap(([term, value]) => (value === '' ? [] : [{ term, value }]))}
        />
      </Section>
      {(nudgesOf(action).length > 0 || advice) && (
        <Section id="duidelijker" title="Kan het duidelijker?" intro="Een hint. Het mag ook later.">
          <Nudges action={action} />
          {advice && <TargetAdvice advice={advice} />}
        </Section>
      )}
      <Section id="opmerkingen" title="Opmerkingen">
        <Remarks
          about={{ draft: draft.code, chapter: chapter.code, action: action.code }}
          remarks={whole.remarks.filter((one) => one.action === action.code)}
          settles={rights.writes}
        />
      </Section>
      <Section id="versies" title="Versies" intro="De nieuwste eerst. Er gaat nooit een versie weg." full>
        <Versions
          versions={versions}
          first={() => <Paragraph>De eerste versie.</Paragraph>}
          change={(before, after) => (
            <DataTable
              caption={`Wat er in versie ${after.version} veranderde`}
              hiddenCaption
              rows={differences(actionFacts(before, names), actionFacts(after, names))}
              columns={[
                { head: 'Veld', rowHead: true, cell: ({ label }) => label },
                { head: 'Wat veranderde', cell: (one) => <TextDiff before={one.before} after={one.after} /> },
              ]}
            />
          )}
        />
      </Section>
    </>,
  )
}

/** A paragraph of a draft: its text, remarks, and every version with what changed. */
export async function paragraphPage(ask: Ask): Promise<Response> {
  const asked = ask.params.alinea ?? ''
  const found = await ask.read(async (tx) => {
    const opened = isUuid(asked) ? await openChapter(tx, ask.params.code ?? '', ask.params.hoofdstuk ?? '') : null
    const paragraph = opened?.whole.paragraphs.find(({ id }) => id === asked)
    return opened && paragraph ? { ...opened, paragraph, versions: await paragraphVersions(tx, { of: asked }) } : null
  })
  if (!found) return ask.notFound()
  const { draft, rights, whole, paragraph, versions } = found
  const { chapter } = whole
  const own = paragraphAddress(draft.code, chapter.code, paragraph.id)
  const kind = paragraphWords[paragraph.kind]
  const title = paragraph.title ?? kind
  return ask.page(
    { title: `${title}, ${chapter.title}`, breadcrumbs: [...trailOf(draft, chapter), { label: title, href: own }] },
    <>
      <Opening
        title={title}
        lead={`${kind} in ${chapter.title}${paragraph.kind === 'terugblik' ? `, deel van ${partWords[paragraph.part]}` : ''}.`}
        meta={[`versie ${paragraph.version}, ${paragraph.actedAs}, ${moment(paragraph.at)}`]}
      >
        {paragraph.isRemoved && <Notice title="Deze alinea is weggelaten uit het plan." children={null} />}
        {writesPart(rights, paragraph.kind, paragraph.part) && (
          <ButtonLink href={`${own}/wijzigen`} kind="primary">
            Wijzig deze alinea
          </ButtonLink>
        )}
      </Opening>
      <Section id="wat-er-staat" title="Wat er staat">
        <Prose text={paragraph.body} />
      </Section>
      <Section id="opmerkingen" title="Opmerkingen">
        <Remarks
          about={{ draft: draft.code, chapter: chapter.code, paragraph: paragraph.id }}
          remarks={whole.remarks.filter((one) => one.paragraph === paragraph.id)}
          settles={rights.writes}
        />
      </Section>
      <Section id="versies" title="Versies" intro="De nieuwste eerst. Er gaat nooit een versie weg.">
        <Versions
          versions={versions}
          first={(one) => <Prose text={one.body} />}
          change={(before, after) => (
            <>
              {before.title !== after.title && <TextDiff before={before.title ?? ''} after={after.title ?? ''} />}
              {before.isRemoved !== after.isRemoved && (
                <Paragraph>{after.isRemoved ? 'Weggelaten uit het plan.' : 'Weer in het plan.'}</Paragraph>
              )}
              <TextDiff before={before.body} after={after.body} />
            </>
          )}
        />
      </Section>
    </>,
  )
}
