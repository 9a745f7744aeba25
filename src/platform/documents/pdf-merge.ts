import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStreamWriter,
} from '@cantoo/pdf-lib'
import { ObjectCopier } from './pdf-copy'
import './pdf-limit'
import { type Box, boxArray, type CopiedPage, copyPage, pageShape } from './pdf-page'
import { type CopiedTags, copyTags, joinTags } from './pdf-tags'

/** Why the pages of a file cannot come along. */
export type NotMerged = 'beveiligd' | 'onleesbaar'

/** A file that came along: how many pages, their sizes as shown with the strips, in points, and whether its tags came too. */
export type Merged = {
  readonly pages: readonly { readonly width: number; readonly height: number }[]
  readonly isTagged: boolean
}

/** One line of what a reader of PDF shows beside the pages: on which page of the whole it begins, from 0. */
export type Bookmark = { readonly title: string; readonly page: number; readonly children: readonly Bookmark[] }

/** What comes in order: so many pages of our own from one on, or all of a file that was added. */
export type Stretch = { readonly own: number; readonly count: number } | { readonly file: number }

/** Points above and below a page of somebody else, for what we write there: nothing of the page itself is covered. */
const strip = 26

const named = (key: string) => PDFName.of(key)
const load = (bytes: Uint8Array) =>
  PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest, throwOnInvalidObject: false })

/** Puts pages of our own and files of others into one PDF. Files first, then `finish`. */
export class PdfMerge {
  readonly #to = PDFContext.create()
  readonly #files: {
    readonly pages: readonly CopiedPage[]
    readonly hidden: readonly PDFObject[]
    readonly tags: CopiedTags | null
  }[] = []

  /** Adds the pages of a file as they look; or says why not, and then nothing of it is here. */
  async add(bytes: Uint8Array): Promise<Merged | { readonly refused: NotMerged }> {
    let copier: ObjectCopier | null = null
    try {
      const source = await load(bytes)
      copier = new ObjectCopier(source.context, this.#to, 'appearance')
      const known = copier
      const leaves = source.getPages().map(({ node, ref }) => {
        const dict = PDFDict.withContext(known.to)
        const copied = { ref: known.register(dict), dict, ...pageShape(node) }
        known.know(ref, copied.ref)
        return { node, copied, was: ref }
      })
      if (leaves.length === 0) throw new Error('no pages')
      for (const { node, copied } of leaves) copyPage(known, node, copied.dict)
      const pages = leaves.map(({ copied }) => copied)
      const root = tagsOf(source)
      const tags = root && copyTags(known, root, new Map(leaves.map(({ was, copied }) => [was, copied.ref])))
      this.#files.push({ pages, hidden: hiddenLayers(source).map((one) => known.copy(one)), tags })
      return { pages: pages.map(shownSize), isTagged: tags !== null }
    } catch (fault) {
      for (const ref of copier?.made ?? []) this.#to.delete(ref)
      return { refused: fault instanceof EncryptedPDFError ? 'beveiligd' : 'onleesbaar' }
    }
  }

  /**
   * The whole, as bytes. `own` is our own document, of which the title, the language and the tags are those of the whole; `stamps` has
   * a page for each page of the files, as large as it is shown with its strips.
   */
  async finish(
    own: Uint8Array,
    stamps: Uint8Array | null,
    order: readonly Stretch[],
    bookmarks: readonly Bookmark[],
  ): Promise<Uint8Array> {
    const document = await load(own)
    const copier = new ObjectCopier(document.context, this.#to, 'everything')
    const treeRef = this.#to.nextRef()
    const ownPages = document.getPages().map(({ node, ref }) => this.#ownPage(copier, node, ref))
    for (const page of ownPages) page.fill(treeRef)
    const catalog = this.#catalog(copier, document, treeRef)
    if (stamps) await this.#stampAll(await load(stamps))
    const pages = order.flatMap((stretch) =>
      'file' in stretch
        ? (this.#files[stretch.file]?.pages ?? []).map(({ ref }) => ref)
        : ownPages.slice(stretch.own, stretch.own + stretch.count).map(({ ref }) => ref),
    )
    this.#pageTree(treeRef, pages)
    this.#joinTags(
      catalog,
      ownPages.map(({ ref }) => ref),
      order,
    )
    catalog.set(named('Outlines'), this.#outline(bookmarks, pages))
    catalog.set(named('PageMode'), named('UseOutlines'))
    catalog.delete(named('PageLabels'))
    this.#hideLayers(catalog)
    if (this.#files.length > 0) this.#noClaim(catalog)
    this.#to.trailerInfo.Root = this.#to.register(catalog)
    const { Info, ID } = document.context.trailerInfo
    if (Info) this.#to.trailerInfo.Info = copier.copy(Info)
    if (ID) this.#to.trailerInfo.ID = copier.copy(ID)
    this.#to.header = PDFHeader.forVersion(1, 7)
    return PDFStreamWriter.forContext(this.#to, Number.POSITIVE_INFINITY).serializeToBuffer()
  }

  #ownPage(copier: ObjectCopier, node: PDFPageLeaf, was: PDFRef) {
    const dict = PDFDict.withContext(this.#to)
    const ref = this.#to.register(dict)
    copier.know(was, ref)
    return {
      ref,
      fill: (tree: PDFRef) => {
        for (const [key, value] of node.entries()) if (key !== named('Parent')) dict.set(key, copier.copy(value))
        for (const key of PDFPageLeaf.InheritableEntries) {
          const value = node.getInheritableAttribute(named(key))
          if (value && !dict.has(named(key))) dict.set(named(key), copier.copy(value))
        }
        dict.set(named('Parent'), tree)
      },
    }
  }

  #catalog(copier: ObjectCopier, { catalog }: PDFDocument, tree: PDFRef): PDFDict {
    const copied = PDFDict.withContext(this.#to)
    for (const [key, value] of catalog.entries())
      if (key !== named('Pages') && key !== named('Outlines')) copied.set(key, copier.copy(value))
    copied.set(named('Pages'), tree)
    return copied
  }

  /** What is read aloud of a file comes after what is read of the last page of ours before it. */
  #joinTags(catalog: PDFDict, ownPages: readonly PDFRef[], order: readonly Stretch[]) {
    let after = ownPages[0]
    const placed = []
    for (const stretch of order) {
      if ('own' in stretch) after = ownPages[stretch.own + stretch.count - 1]
      else {
        const tags = this.#files[stretch.file]?.tags
        if (tags && after) placed.push({ tags, after })
      }
    }
    joinTags(this.#to, catalog, ownPages, placed)
  }

  #pageTree(ref: PDFRef, pages: readonly PDFRef[]) {
    const kids = PDFArray.withContext(this.#to)
    for (const page of pages) kids.push(page)
    for (const { pages: copied } of this.#files) for (const { dict } of copied) dict.set(named('Parent'), ref)
    const tree = PDFDict.withContext(this.#to)
    tree.set(named('Type'), named('Pages'))
    tree.set(named('Kids'), kids)
    tree.set(named('Count'), PDFNumber.of(pages.length))
    this.#to.assign(ref, tree)
  }

  #outline(bookmarks: readonly Bookmark[], pages: readonly PDFRef[]): PDFRef {
    const root = PDFDict.withContext(this.#to)
    const ref = this.#to.register(root)
    root.set(named('Type'), named('Outlines'))
    this.#level(root, ref, bookmarks, pages)
    return ref
  }

  #level(parent: PDFDict, parentRef: PDFRef, bookmarks: readonly Bookmark[], pages: readonly PDFRef[]) {
    const made = bookmarks.map((bookmark) => {
      const dict = PDFDict.withContext(this.#to)
      return { bookmark, dict, ref: this.#to.register(dict) }
    })
    for (const [at, { bookmark, dict, ref }] of made.entries()) {
      dict.set(named('Title'), PDFHexString.fromText(bookmark.title))
      dict.set(named('Parent'), parentRef)
      const place = PDFArray.withContext(this.#to)
      place.push(pages[bookmark.page] ?? pages[0] ?? parentRef)
      place.push(named('Fit'))
      dict.set(named('Dest'), place)
      const [before, after] = [made[at - 1], made[at + 1]]
      if (before) dict.set(named('Prev'), before.ref)
      if (after) dict.set(named('Next'), after.ref)
      this.#level(dict, ref, bookmark.children, pages)
    }
    const [first, last] = [made[0], made.at(-1)]
    if (!first || !last) return
    parent.set(named('First'), first.ref)
    parent.set(named('Last'), last.ref)
    const open = (some: readonly Bookmark[]): number => some.reduce((sum, { children }) => sum + 1 + open(children), 0)
    parent.set(named('Count'), PDFNumber.of(open(bookmarks)))
  }

  /** Layers that a file hides stay hidden. */
  #hideLayers(catalog: PDFDict) {
    const hidden = this.#files.flatMap((file) => file.hidden)
    if (hidden.length === 0) return
    const list = () => {
      const array = PDFArray.withContext(this.#to)
      for (const one of hidden) array.push(one)
      return array
    }
    const standard = PDFDict.withContext(this.#to)
    standard.set(named('Name'), PDFHexString.fromText('Lagen'))
    standard.set(named('OFF'), list())
    const layers = PDFDict.withContext(this.#to)
    layers.set(named('OCGs'), list())
    layers.set(named('D'), standard)
    catalog.set(named('OCProperties'), layers)
  }

  /** With files of others in it the whole keeps no standard: then it does not say so. */
  #noClaim(catalog: PDFDict) {
    const metadata = catalog.lookup(named('Metadata'))
    if (!(metadata instanceof PDFRawStream)) return
    const text = new TextDecoder().decode(metadata.getContents())
    const without = text.replace(/<pdfuaid:part>\d<\/pdfuaid:part>/, '')
    catalog.set(
      named('Metadata'),
      this.#to.register(PDFRawStream.of(metadata.dict.clone(this.#to), new TextEncoder().encode(without))),
    )
  }

  async #stampAll(stamps: PDFDocument) {
    const copier = new ObjectCopier(stamps.context, this.#to, 'everything')
    const leaves = stamps.getPages()
    let at = 0
    for (const { pages } of this.#files)
      for (const page of pages) {
        const leaf = leaves[at++]?.node
        if (!leaf) throw new Error('a page without its stamp')
        this.#stamp(page, asDrawing(copier, leaf, shownSize(page)))
      }
  }

  /** Makes a page taller as it is shown, and writes above and below it; what stood outside its edges stays unseen. */
  #stamp({ dict, visible, turn, unit }: CopiedPage, drawing: PDFRef) {
    const more = strip / unit
    const [left, bottom, right, top] = visible
    const box: Box =
      turn % 180 === 0 ? [left, bottom - more, right, top + more] : [left - more, bottom, right + more, top]
    dict.set(named('MediaBox'), boxArray(this.#to, box))
    if (turn !== 0) dict.set(named('Rotate'), PDFNumber.of(turn))
    const resources = this.#ownResources(dict)
    const name = freeName(resources)
    resources.set(named(name), drawing)
    const k = 1 / unit
    const place = {
      0: [k, 0, 0, k, box[0], box[1]],
      90: [0, k, -k, 0, box[2], box[1]],
      180: [-k, 0, 0, -k, box[2], box[3]],
      270: [0, -k, k, 0, box[0], box[3]],
    }[turn]
    const clip = `${left} ${bottom} ${right - left} ${top - bottom} re W n`
    const before = `/Artifact BMC q ${place.join(' ')} cm /${name} Do Q EMC q ${clip}\n`
    const contents = PDFArray.withContext(this.#to)
    contents.push(this.#text(before))
    const was = dict.lookup(named('Contents'))
    if (was instanceof PDFArray) for (const one of was.asArray()) contents.push(one)
    else if (was) contents.push(dict.get(named('Contents')) ?? was)
    contents.push(this.#text('\nQ'))
    dict.set(named('Contents'), contents)
  }

  /** The drawings a page may use, in a list that no other page shares. */
  #ownResources(dict: PDFDict): PDFDict {
    const was = dict.lookup(named('Resources'))
    const resources = was instanceof PDFDict ? was.clone(this.#to) : PDFDict.withContext(this.#to)
    dict.set(named('Resources'), resources)
    const drawings = resources.lookup(named('XObject'))
    const own = drawings instanceof PDFDict ? drawings.clone(this.#to) : PDFDict.withContext(this.#to)
    resources.set(named('XObject'), own)
    return own
  }

  #text(content: string): PDFRef {
    return this.#to.register(PDFRawStream.of(PDFDict.withContext(this.#to), new TextEncoder().encode(content)))
  }
}

function shownSize({ visible: [left, bottom, right, top], turn, unit }: CopiedPage) {
  const [wide, high] = [(right - left) * unit, (top - bottom) * unit]
  return turn % 180 === 0 ? { width: wide, height: high + 2 * strip } : { width: high, height: wide + 2 * strip }
}

/** A page as a drawing to put on another. */
function asDrawing(copier: ObjectCopier, leaf: PDFPageLeaf, size: { width: number; height: number }): PDFRef {
  const contents = leaf.lookup(named('Contents'))
  if (!(contents instanceof PDFRawStream)) throw new Error('a stamp of several parts')
  const drawing = copier.copy(contents) as PDFRawStream
  drawing.dict.set(named('Type'), named('XObject'))
  drawing.dict.set(named('Subtype'), named('Form'))
  drawing.dict.set(named('BBox'), boxArray(copier.to, [0, 0, size.width, size.height]))
  const resources = leaf.getInheritableAttribute(named('Resources'))
  if (resources) drawing.dict.set(named('Resources'), copier.copy(resources))
  return copier.register(drawing)
}

function freeName(drawings: PDFDict): string {
  let at = 0
  while (drawings.has(named(`Slagvaardig${at}`))) at++
  return `Slagvaardig${at}`
}

/** What says how a file is read aloud; null of one that was not made for that. */
function tagsOf({ catalog }: PDFDocument): PDFDict | null {
  const mark = catalog.lookup(named('MarkInfo'))
  const isMarked = mark instanceof PDFDict && String(mark.lookup(named('Marked'))) === 'true'
  const root = catalog.lookup(named('StructTreeRoot'))
  return isMarked && root instanceof PDFDict ? root : null
}

/** The layers that are not shown when the file is opened. */
function hiddenLayers({ catalog }: PDFDocument): PDFObject[] {
  const layers = catalog.lookup(named('OCProperties'))
  const standard = layers instanceof PDFDict ? layers.lookup(named('D')) : undefined
  const off = standard instanceof PDFDict ? standard.lookup(named('OFF')) : undefined
  return off instanceof PDFArray ? off.asArray().filter((one) => one instanceof PDFRef) : []
}
