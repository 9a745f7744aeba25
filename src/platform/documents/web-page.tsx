import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { type Block, bytesOf, type Document, type Pictures, type TableBlock } from './document'
import { linesOf } from './docx'
import { drawing } from './drawing'

/**
 * A document as a web page that stands on its own, to be kept: it needs nothing but the stylesheet, one level up unless said
 * otherwise, and without that it can still be read. Its pictures are in it.
 */
export async function webPageOf(
  document: Document,
  pictures: Pictures = new Map(),
  style = '../opmaak.css',
): Promise<string> {
  const { title, kind, author, marks, footer, blocks } = document
  const page = await (
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="author" content={author} />
        <title>{title}</title>
        <link rel="stylesheet" href={style} />
      </head>
      <body>
        <main>
          {marks.length > 0 && <p class="merk">{marks.join(' · ')}</p>}
          <p class="soort">{kind}</p>
          <h1>{title}</h1>
          {blocks.map((block) => drawn(block, pictures))}
        </main>
        <footer>
          <p>{footer}</p>
        </footer>
      </body>
    </html>
  )
  return `<!doctype html>\n${page}`
}

/** How such a page looks. Stands beside the pages and in every archive of them. */
export const webPageStyle = `@font-face{font-family:"Bron";src:local("Source Sans 3")}
body{margin:0;color:#1c2333;background:#fff;font:1.0625rem/1.55 Bron,Calibri,"Segoe UI",system-ui,sans-serif}
main,footer{max-width:46rem;margin:0 auto;padding:1.25rem}
h1,h2{font-family:"Source Serif 4",Cambria,Georgia,serif;color:#26334d;line-height:1.2}
h1{font-size:1.9rem;margin:.2rem 0 1rem}h2{font-size:1.35rem;margin:2.2rem 0 .6rem}
.merk{float:right;margin:0;padding:.15rem .6rem;border:2px solid #26334d;font-weight:600}
.soort,.stil,footer{color:#4a5468}.soort{font-weight:600;margin:0}.kop{font-size:1.2rem}
li,footer{overflow-wrap:anywhere}
.melding{border-left:4px solid #26334d;padding:.2rem 0 .2rem .9rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:1rem 0}dt{font-weight:600}dd{margin:0}
.breed{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.4rem 0 1rem}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid #d5d9e0;vertical-align:top;font-weight:400}
thead th{border-bottom:2px solid #26334d;font-weight:600}.getal{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:1rem 0}figcaption{font-weight:600}svg,img{max-width:100%;height:auto}
footer{border-top:1px solid #d5d9e0;font-size:.9rem}
@media print{body{font-size:10.5pt}main,footer{max-width:none}}
`

function drawn(block: Block, pictures: Pictures): Child {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>
    case 'paragraph':
      return linesOf(block.text).map((text) => (
        <p class={block.tone === 'lead' ? 'kop' : block.tone === 'quiet' ? 'stil' : undefined}>{text}</p>
      ))
    case 'notice':
      return (
        <p class="melding">
          <strong>{block.title}</strong> {block.text}
        </p>
      )
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )
    case 'facts':
      return <dl>{block.items.flatMap(([name, value]) => [<dt>{name}</dt>, <dd>{value}</dd>])}</dl>
    case 'table':
      return <PlainTable table={block} />
    case 'image':
      return (
        <figure>
          <img
            src={`data:${block.media};base64,${Buffer.from(bytesOf(block, pictures)).toString('base64')}`}
            alt={block.alt}
            width={block.width}
            height={block.height}
          />
          <figcaption>
            {block.caption} <span class="stil">{block.credit}</span>
          </figcaption>
        </figure>
      )
    case 'chart':
      return (
        <figure>
          <figcaption>
            {block.title} {block.measure}.
          </figcaption>
          <div role="img" aria-label={block.description}>
            {raw(drawing(block))}
          </div>
        </figure>
      )
  }
}

function PlainTable({ table: { caption, columns, rows } }: { table: TableBlock }) {
  const look = (at: number) => (columns[at]?.align === 'number' ? 'getal' : undefined)
  return (
    <div class="breed">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head }, at) => (
              <th scope="col" class={look(at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((text, at) => (at === 0 ? <th scope="row">{text}</th> : <td class={look(at)}>{text}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
