/** How each block of a document looks; `part` is the block. What it says comes in as data and stays text: nothing in it is run. */
export const typstBlocks = `
#let ink = rgb("#26334d")
#let quiet = rgb("#4a5468")
#let draw(part) = {
  if part.kind == "heading" { heading(level: 2, part.text) }
  else if part.kind == "paragraph" {
    for one in part.text.split("\\n").filter(it => it.trim() != "") {
      if part.tone == "lead" { par(text(size: 12.5pt, one)) }
      else if part.tone == "quiet" { par(text(size: 9.5pt, fill: quiet, one)) }
      else { par(one) }
    }
  }
  else if part.kind == "notice" {
    block(stroke: (left: 2.5pt + ink), inset: (left: 9pt, y: 4pt), width: 100%)[#strong(part.title) #part.text]
  }
  else if part.kind == "list" { list(..part.items.map(it => [#it])) }
  else if part.kind == "facts" {
    for (name, value) in part.items { terms(tight: true, terms.item([#name], [#value])) }
  }
  else if part.kind == "table" {
    figure(kind: table, supplement: none, numbering: none, caption: part.caption, align(left, table(
      columns: (1fr,) + (auto,) * (part.columns.len() - 1),
      align: (x, _) => if part.columns.at(x).align == "number" { right } else { left },
      stroke: (_, y) => (bottom: if y == 0 { 1pt + ink } else { 0.4pt + rgb("#d5d9e0") }),
      inset: (x: 4pt, y: 4.2pt),
      table.header(..part.columns.map(it => text(size: 9.5pt, weight: 600, it.head))),
      ..part.rows.flatten().map(it => text(size: 9.5pt, it)),
    )))
  }
  else if part.kind == "image" {
    // As wide as the text, or as high as a third of the page.
    let wide = calc.min(1.0, 90 / (162 * part.height / part.width))
    figure(kind: image, supplement: none, numbering: none, alt: part.alt,
      caption: figure.caption(position: bottom, part.caption + " " + part.credit),
      image(part.path, width: wide * 100%, alt: part.alt))
  }
  else if part.kind == "chart" {
    figure(kind: image, supplement: none, numbering: none, alt: part.description, caption: part.title + " " + part.measure + ".",
      image(bytes(part.drawing), format: "svg", width: 100%, alt: part.description))
  }
}
`

/**
 * How a document looks on paper. In the mode of PDF/UA-1 Typst refuses a drawing without description, a missing title and a
 * skipped heading.
 */
export const typstTemplate = `${typstBlocks}
#let doc = json(bytes(sys.inputs.document))
#set document(title: doc.title, author: doc.author)
#let one-page = doc.at("isOnePage", default: false)
#set text(font: "Source Sans 3", size: if one-page { 9.5pt } else { 10.5pt }, lang: "nl", region: "NL", fallback: false, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.95em)
#set page(
  paper: "a4",
  margin: if one-page { (x: 20mm, top: 18mm, bottom: 20mm) } else { (x: 24mm, top: 26mm, bottom: 26mm) },
  header: if doc.marks.len() > 0 { align(right, text(size: 9pt, weight: 600, fill: ink, upper(doc.marks.join(" · ")))) },
  footer: context {
    set text(size: 8.5pt, fill: quiet)
    grid(columns: (1fr, auto), column-gutter: 8mm, doc.footer, [#counter(page).display() van #counter(page).final().first()])
  },
)
#show heading: set text(font: "Source Serif 4", fill: ink)
#show heading.where(level: 1): set text(size: 21pt, weight: 600)
#show heading.where(level: 2): set text(size: 14pt, weight: 600)
#show heading.where(level: 1): set block(below: 1em)
#show heading.where(level: 2): set block(above: if one-page { 1.2em } else { 1.7em }, below: if one-page { 0.6em } else { 0.8em })
#show heading.where(level: 2): set text(size: if one-page { 12pt } else { 14pt })
#show figure: set block(breakable: true)
#show figure.caption: it => block(sticky: true, width: 100%, align(left, text(weight: 600, it.body)))
#set figure.caption(position: top)
#set figure(gap: 0.7em)

#text(size: 10pt, weight: 600, fill: quiet)[#doc.kind]
#heading(level: 1, doc.title)

#for part in doc.blocks { draw(part) }
`
