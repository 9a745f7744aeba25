import { typstBlocks } from './typst'

/**
 * The pages of ours in a bundle, part by part. Numbers and heads come in per page: what the first drawing taught, the second one
 * shows. Each part tells on which page it begins.
 */
export const typstBundle = `${typstBlocks}
#let doc = json(bytes(sys.inputs.document))
#set document(title: doc.title, author: doc.author)
#set text(font: "Source Sans 3", size: 10.5pt, lang: "nl", region: "NL", fallback: false, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.95em)
#set heading(bookmarked: false)
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 26mm, bottom: 26mm),
  header: context {
    let head = doc.heads.at(here().page() - 1, default: "")
    set text(size: 9pt, weight: 600, fill: ink)
    grid(columns: (1fr, auto), column-gutter: 8mm, head, upper(doc.marks.join(" · ")))
  },
  footer: context {
    set text(size: 8.5pt, fill: quiet)
    grid(columns: (1fr, auto), column-gutter: 8mm, doc.footer, doc.numbers.at(here().page() - 1, default: "0000 van 0000"))
  },
)
#show heading: set text(font: "Source Serif 4", fill: ink)
#show heading.where(level: 1): set text(size: 19pt, weight: 600)
#show heading.where(level: 1): set block(below: 1em)
#show heading.where(level: 2): set text(size: 13pt, weight: 600)
#show heading.where(level: 2): set block(above: 1.4em, below: 0.7em)
#show figure: set block(breakable: true)
#show figure.caption: it => block(sticky: true, width: 100%, align(left, text(weight: 600, it.body)))
#set figure.caption(position: top)
#set figure(gap: 0.7em)

#let contents(part) = figure(kind: table, supplement: none, numbering: none, caption: part.caption, align(left, table(
  columns: (auto, 1fr, auto),
  align: (x, _) => if x == 2 { right } else { left },
  stroke: (_, y) => (bottom: if y == 0 { 1pt + ink } else { 0.4pt + rgb("#d5d9e0") }),
  inset: (x: 4pt, y: 4.2pt),
  table.header(..part.heads.map(it => text(size: 9.5pt, weight: 600, it))),
  ..part.rows.map(row => (
    text(size: 9.5pt, row.label),
    text(size: 9.5pt, if row.own { link(label(row.part), row.text) } else { row.text }),
    text(size: 9.5pt, if row.page == none { "–" } else { doc.starts.at(row.page, default: "0000") }),
  )).flatten(),
)))

#for (at, part) in doc.parts.enumerate() {
  if at > 0 { pagebreak() }
  context [#metadata((id: part.id, page: here().page())) <part>]
  if part.above != "" { block(text(size: 10pt, weight: 600, fill: quiet, part.above)) }
  [#heading(level: 1, part.title) #label(part.id)]
  for one in part.blocks { if one.kind == "contents" { contents(one) } else { draw(one) } }
}
`

/** What is written above and below the pages of files of others: a page for each, as large as it is shown. */
export const typstStamps = `
#let stamps = json(bytes(sys.inputs.stamps))
#set text(font: "Source Sans 3", size: 8.5pt, lang: "nl", fallback: false, hyphenate: false, fill: rgb("#26334d"))
#for one in stamps {
  let line(body) = box(width: one.width * 1pt - 24mm, height: 12pt, clip: true, body)
  page(width: one.width * 1pt, height: one.height * 1pt, margin: 0pt, fill: none, background: {
    place(top + left, dx: 12mm, dy: 8pt, line(text(weight: 600, one.head)))
    place(bottom + left, dx: 12mm, dy: -6pt, line(align(right, one.number)))
  })[]
}
`
