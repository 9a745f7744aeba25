import type { Child } from 'hono/jsx'
import { FoldedUnknowns } from './folded-unknowns'
import { Icon } from './icon'
import { Status } from './status'
import { count, sentenceList } from './wording'

export type MatrixHead = { readonly name: string; readonly href?: string }

export type MatrixCell = {
  readonly answer: 'yes' | 'no' | 'unknown'
  /** Where the partner started, in a word or two. */
  readonly start?: string
  readonly href?: string
}

type MatrixProps = {
  caption: string
  note?: Child
  themes: readonly MatrixHead[]
  partners: readonly MatrixHead[]
  cell: (theme: number, partner: number) => MatrixCell
}

/**
 * Who takes part in what: partners down, themes across. Themes and partners of which nothing is known are not drawn as
 * a field of "onbekend" but named in one line below. On a phone each partner is a block.
 */
export function Matrix(props: MatrixProps) {
  const themes = props.themes.map((head, index) => ({ head, index }))
  const partners = props.partners.map((head, index) => ({ head, index }))
  const isKnown = (theme: number, partner: number) => props.cell(theme, partner).answer !== 'unknown'
  const shownThemes = themes.filter((theme) => partners.some((partner) => isKnown(theme.index, partner.index)))
  const shownPartners = partners.filter((partner) => themes.some((theme) => isKnown(theme.index, partner.index)))
  const silentThemes = themes.filter((theme) => !shownThemes.includes(theme))
  const silentPartners = partners.filter((partner) => !shownPartners.includes(partner))
  return (
    <div class="sv-stapel">
      {shownThemes.length > 0 ? (
        <>
          <section class="utrecht-table-container sv-alleen-breed" aria-label={`Tabel: ${props.caption}`} tabindex={0}>
            <table class="utrecht-table sv-matrix">
              <caption class="utrecht-table__caption">
                {props.caption}
                {props.note ? <span> {props.note}</span> : null}
              </caption>
              <thead class="utrecht-table__header">
                <tr class="utrecht-table__row">
                  <th scope="col" class="utrecht-table__header-cell">
                    Partner
                  </th>
                  {shownThemes.map((theme) => (
                    <th scope="col" class="utrecht-table__header-cell">
                      <Head head={theme.head} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody class="utrecht-table__body">
                {shownPartners.map((partner) => (
                  <tr class="utrecht-table__row">
                    <th scope="row" class="utrecht-table__header-cell">
                      <Head head={partner.head} />
                    </th>
                    {shownThemes.map((theme) => (
                      <Cell cell={props.cell(theme.index, partner.index)} />
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <div class="sv-alleen-smal">
            <p class="utrecht-table__caption">{props.caption}</p>
            <ul class="sv-lijst">
              {shownPartners.map((partner) => (
                <li>
                  <p>
                    <b>
                      <Head head={partner.head} />
                    </b>
                  </p>
                  <Answers themes={shownThemes} answer={(theme) => props.cell(theme, partner.index)} />
                </li>
              ))}
            </ul>
          </div>
        </>
      ) : null}
      {silentThemes.length > 0 ? (
        <FoldedUnknowns
          count={silentThemes.length}
          label={`${silentThemes.length === 1 ? 'thema waarvan' : 'thema’s waarvan'} we van geen enkele partner weten of die meedoet`}
        >
          <p>{sentenceList(silentThemes.map((theme) => theme.head.name))}.</p>
        </FoldedUnknowns>
      ) : null}
      {silentPartners.length > 0 ? (
        <FoldedUnknowns
          count={silentPartners.length}
          label={`${silentPartners.length === 1 ? 'partner waarvan' : 'partners waarvan'} we van geen enkel thema weten of die meedoet`}
        >
          <p>{sentenceList(silentPartners.map((partner) => partner.head.name))}.</p>
        </FoldedUnknowns>
      ) : null}
    </div>
  )
}

function Head({ head }: { head: MatrixHead }) {
  return head.href ? <a href={head.href}>{head.name}</a> : <span>{head.name}</span>
}

function Cell({ cell }: { cell: MatrixCell }) {
  if (cell.answer === 'unknown') return <td class="utrecht-table__cell sv-weet-niet">onbekend</td>
  const sign = (
    <>
      <Icon name={cell.answer === 'yes' ? 'check' : 'equal'} /> {cell.answer === 'yes' ? 'ja' : 'niet gekozen'}
    </>
  )
  return (
    <td class={`utrecht-table__cell ${cell.answer === 'yes' ? 'sv-ja' : 'sv-stil'}`}>
      {cell.href ? <a href={cell.href}>{sign}</a> : sign}
      {cell.start ? <small>{cell.start}</small> : null}
    </td>
  )
}

function Answers(props: {
  themes: readonly { readonly head: MatrixHead; readonly index: number }[]
  answer: (theme: number) => MatrixCell
}) {
  const named = (answer: MatrixCell['answer']) =>
    props.themes.filter((theme) => props.answer(theme.index).answer === answer)
  const yes = named('yes')
  const no = named('no')
  const unknown = named('unknown')
  return (
    <div class="sv-klein">
      {yes.length > 0 ? (
        <p>
          <Status is="yes" label={`ja: ${sentenceList(yes.map((theme) => theme.head.name))}`} />
        </p>
      ) : null}
      {no.length > 0 ? (
        <p>
          <Status is="no" label={`niet gekozen in dit plan: ${sentenceList(no.map((theme) => theme.head.name))}`} />
        </p>
      ) : null}
      {unknown.length > 0 ? (
        <p>
          <Status is="unknown" label={`onbekend: ${count(unknown.length, 'thema', 'thema’s')}`} />
        </p>
      ) : null}
    </div>
  )
}
