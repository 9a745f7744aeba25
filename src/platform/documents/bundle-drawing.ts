import type { Bundle, BundleBlock, BundlePages, BundlePart } from './bundle'
import type { Bookmark, Merged, Stretch } from './pdf-merge'
import { typstBundle, typstStamps } from './typst-bundle'
import { messageOf, typstCompiler } from './typst-compiler'

const compiler = typstCompiler()

type Files = ReadonlyMap<string, { readonly at: number; readonly merged: Merged }>
type OwnPart = Extract<BundlePart, { kind: 'own' }>

function compiled(mainFileContent: string, inputs: Record<string, string>) {
  const made = compiler.compile({ mainFileContent, inputs, resetRead: true })
  const warning = made.takeWarnings()?.shortDiagnostics[0]
  if (warning) throw new Error(`a bundle with a warning: ${messageOf(warning)}`)
  if (!made.result) throw new Error(messageOf(made.takeError()?.shortDiagnostics[0]))
  return made.result
}

/** The pages of ours, what is written on those of others, in which order all stand, and what a reader shows beside them. */
export function drawBundle(bundle: Bundle, files: Files, madeAt: number) {
  try {
    return draw(bundle, files, madeAt)
  } catch (fault) {
    // A sign that our letters do not have would spoil the whole file: then it is shown as a question mark.
    const plain = withPlainSigns(bundle)
    if (JSON.stringify(plain) === JSON.stringify(bundle)) throw fault
    return draw(plain, files, madeAt)
  }
}

function draw(bundle: Bundle, files: Files, madeAt: number) {
  const parts = bundle.parts.filter((part) => part.kind === 'own' || files.has(part.id))
  const own = parts.filter((part) => part.kind === 'own')
  const first = ownPages(own, typeset(bundle, own, null).result)
  const pages = numbered(bundle, parts, first, files)
  const { document, result } = typeset(bundle, own, pages)
  if (JSON.stringify(ownPages(own, result)) !== JSON.stringify(first)) throw new Error('numbers moved a page')
  return {
    own: pdf(result, 'ua-1', madeAt),
    stamps:
      pages.stamps.length > 0
        ? pdf(compiled(typstStamps, { stamps: JSON.stringify(pages.stamps) }), null, madeAt)
        : null,
    order: pages.order,
    bookmarks: pages.bookmarks,
    pages: { starts: document.starts, total: pages.total } satisfies BundlePages,
  }
}

function pdf(result: ReturnType<typeof compiled>, pdfStandard: string | null, creationTimestamp: number) {
  return compiler.pdf(result, { creationTimestamp, ...(pdfStandard ? { pdfStandard } : {}) })
}

function typeset(bundle: Bundle, own: readonly OwnPart[], pages: Numbered | null) {
  const ids = new Set(own.map(({ id }) => id))
  // What did not come along has no page.
  const start = (part: string | null) => (part !== null && pages ? (pages.starts[part] ?? null) : part)
  const asDrawn = (block: BundleBlock) =>
    block.kind === 'contents'
      ? {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            own: row.part !== null && ids.has(row.part),
            page: start(row.part) === null ? null : row.part,
          })),
        }
      : block
  const document = {
    title: bundle.title,
    author: bundle.author,
    marks: bundle.marks,
    footer: bundle.footer,
    heads: pages?.heads ?? [],
    numbers: pages?.numbers ?? [],
    starts: pages?.starts ?? {},
    parts: own.map(({ id, title, above, blocks }) => ({ id, title, above, blocks: blocks.map(asDrawn) })),
  }
  return { document, result: compiled(typstBundle, { document: JSON.stringify(document) }) }
}

type Own = { readonly from: number; readonly count: number }

/** Of each part of ours, from which page of our own document on it stands, from 0, and how many it has. */
function ownPages(own: readonly OwnPart[], result: ReturnType<typeof compiled>): Record<string, Own> {
  const marks = compiler.query(result, { selector: '<part>', field: 'value' }) as { id: string; page: number }[]
  return Object.fromEntries(
    own.map(({ id }, at) => {
      const from = (marks[at]?.page ?? 1) - 1
      return [id, { from, count: (marks[at + 1]?.page ?? result.numOfPages + 1) - 1 - from }]
    }),
  )
}

type Numbered = {
  readonly heads: readonly string[]
  readonly numbers: readonly string[]
  readonly starts: Readonly<Record<string, string>>
  readonly stamps: readonly { width: number; height: number; head: string; number: string }[]
  readonly order: readonly Stretch[]
  readonly bookmarks: readonly Bookmark[]
  readonly total: number
}

/** Numbers all pages through, those of ours and those of others. */
function numbered(
  bundle: Bundle,
  parts: readonly BundlePart[],
  own: Readonly<Record<string, Own>>,
  files: Files,
): Numbered {
  const counted = parts.map((part) => ({
    part,
    count: part.kind === 'own' ? (own[part.id]?.count ?? 0) : (files.get(part.id)?.merged.pages.length ?? 0),
  }))
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  const number = (page: number) => `${bundle.pagePrefix}${page + 1} van ${bundle.pagePrefix}${total}`
  const heads: string[] = []
  const numbers: string[] = []
  const starts: Record<string, string> = {}
  const stampsOf = new Map<number, Numbered['stamps']>()
  const order: Stretch[] = []
  const flat: { readonly depth: number; readonly title: string; readonly page: number }[] = []
  let page = 0
  for (const { part, count } of counted) {
    starts[part.id] = `${bundle.pagePrefix}${page + 1}`
    flat.push({ depth: part.depth, title: part.title, page })
    if (part.kind === 'own') {
      const from = own[part.id]?.from ?? 0
      order.push({ own: from, count })
      for (let at = 0; at < count; at++) {
        heads[from + at] = part.head
        numbers[from + at] = number(page + at)
      }
    } else {
      const file = files.get(part.id)
      const from = page
      if (file) {
        order.push({ file: file.at })
        const stamps = file.merged.pages.map((size, at) => ({ ...size, head: part.head, number: number(from + at) }))
        stampsOf.set(file.at, stamps)
      }
    }
    page += count
  }
  // In the order in which the files came, for so they are written upon.
  const stamps = [...stampsOf].sort(([one], [other]) => one - other).flatMap(([, some]) => some)
  return { heads, numbers, starts, stamps, order, bookmarks: tree(flat), total }
}

/** Parts with their depth, as a tree. */
function tree(flat: readonly { readonly depth: number; readonly title: string; readonly page: number }[]): Bookmark[] {
  const roots: Bookmark[] = []
  const open: { depth: number; children: Bookmark[] }[] = []
  for (const { depth, title, page } of flat) {
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    const children: Bookmark[] = []
    ;(open.at(-1)?.children ?? roots).push({ title, page, children })
    open.push({ depth, children })
  }
  return roots
}

const known = /[^\n\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]/gu

function withPlainSigns(bundle: Bundle): Bundle {
  return JSON.parse(JSON.stringify(bundle), (_, value) =>
    typeof value === 'string' ? value.normalize('NFC').replace(known, '?') : value,
  )
}
