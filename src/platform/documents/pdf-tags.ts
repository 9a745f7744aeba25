import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib'
import type { ObjectCopier } from './pdf-copy'

const named = (key: string) => PDFName.of(key)
const mostDeep = 100

/** The parts of a file as they are read aloud: its topmost ones, and for each page which part each piece of its content belongs to. */
export type CopiedTags = {
  readonly top: PDFRef
  readonly ofPage: ReadonlyMap<PDFRef, ReadonlyMap<number, PDFRef>>
}

/**
 * Copies the tags of a file, below one part of its own. `pages`: what its pages are called now. Roles of its own making become the
 * standard ones they stand for; what points at forms and notes does not come along. Null when there are none.
 */
export function copyTags(copier: ObjectCopier, root: PDFDict, pages: ReadonlyMap<PDFRef, PDFRef>): CopiedTags | null {
  const { from, to } = copier
  const roles = root.lookup(named('RoleMap'))
  const ofPage = new Map<PDFRef, Map<number, PDFRef>>()
  const seen = new Set<PDFDict>()

  const role = (said: PDFObject | undefined): PDFName => {
    let found = said instanceof PDFName ? said : named('Span')
    for (let step = 0; step < 10 && roles instanceof PDFDict; step++) {
      const next = roles.lookup(found)
      if (!(next instanceof PDFName)) break
      found = next
    }
    return found
  }
  const content = (page: PDFObject | undefined, id: PDFObject | undefined, of: PDFRef, kids: PDFArray) => {
    const at = page instanceof PDFRef ? pages.get(page) : undefined
    if (!at || !(id instanceof PDFNumber)) return
    const known = ofPage.get(at) ?? new Map<number, PDFRef>()
    known.set(id.asNumber(), of)
    ofPage.set(at, known)
    const mark = PDFDict.withContext(to)
    mark.set(named('Type'), named('MCR'))
    mark.set(named('Pg'), at)
    mark.set(named('MCID'), PDFNumber.of(id.asNumber()))
    kids.push(mark)
  }
  const each = (kids: PDFObject | undefined, work: (kid: PDFObject) => void) => {
    const list = kids instanceof PDFRef ? from.lookup(kids) : kids
    if (list instanceof PDFArray) for (const one of list.asArray()) work(one)
    else if (list) work(list)
  }
  const add = (kid: PDFObject, parent: PDFRef, page: PDFObject | undefined, into: PDFArray, deep: number) => {
    const found = kid instanceof PDFRef ? from.lookup(kid) : kid
    if (found instanceof PDFNumber) return content(page, found, parent, into)
    if (!(found instanceof PDFDict) || seen.has(found) || deep > mostDeep) return
    seen.add(found)
    const type = found.lookup(named('Type'))
    if (type === named('OBJR')) return
    if (type === named('MCR')) {
      if (!found.has(named('Stm'))) content(found.get(named('Pg')) ?? page, found.lookup(named('MCID')), parent, into)
      return
    }
    const part = PDFDict.withContext(to)
    const ref = copier.register(part)
    part.set(named('Type'), named('StructElem'))
    part.set(named('S'), role(found.lookup(named('S'))))
    part.set(named('P'), parent)
    for (const key of ['Alt', 'ActualText', 'E', 'Lang', 'A']) {
      const value = found.get(named(key))
      if (value) part.set(named(key), copier.copy(value))
    }
    const kids = PDFArray.withContext(to)
    each(found.get(named('K')), (one) => add(one, ref, found.get(named('Pg')) ?? page, kids, deep + 1))
    part.set(named('K'), kids)
    into.push(ref)
  }

  const top = PDFDict.withContext(to)
  const topRef = copier.register(top)
  top.set(named('Type'), named('StructElem'))
  top.set(named('S'), named('Part'))
  const kids = PDFArray.withContext(to)
  each(root.get(named('K')), (kid) => add(kid, topRef, undefined, kids, 0))
  top.set(named('K'), kids)
  return ofPage.size > 0 ? { top: topRef, ofPage } : null
}

/** Where the tags of a file go: after what is read on this page of ours. */
export type Placed = { readonly tags: CopiedTags; readonly after: PDFRef }

/** Puts tags of files among those of our own document, in the order in which their pages stand. */
export function joinTags(to: PDFContext, catalog: PDFDict, ownPages: readonly PDFRef[], placed: readonly Placed[]) {
  const root = catalog.lookup(named('StructTreeRoot'))
  if (!(root instanceof PDFDict) || placed.length === 0) return
  const { document, ref } = topOf(root)
  const kids = document.lookup(named('K'))
  const own = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []
  const joined = PDFArray.withContext(to)
  const waiting = placed.map((one) => ({ ...one, page: ownPages.indexOf(one.after) }))
  for (const kid of own) {
    const page = firstPage(to, kid, ownPages)
    while (page !== null && waiting[0] && waiting[0].page < page) joined.push(waiting.shift()?.tags.top as PDFRef)
    joined.push(kid)
  }
  for (const { tags } of waiting) joined.push(tags.top)
  document.set(named('K'), joined)
  for (const { tags } of placed) (to.lookup(tags.top) as PDFDict).set(named('P'), ref)

  const entries = numbersIn(root.lookup(named('ParentTree')))
  let next = entries.reduce((most, [key]) => Math.max(most, key + 1), 0)
  for (const { tags } of placed)
    for (const [page, parts] of tags.ofPage) {
      const list = PDFArray.withContext(to)
      for (let id = 0; id <= Math.max(...parts.keys()); id++) list.push(parts.get(id) ?? PDFNull)
      ;(to.lookup(page) as PDFDict).set(named('StructParents'), PDFNumber.of(next))
      entries.push([next++, to.register(list)])
    }
  const numbers = PDFArray.withContext(to)
  for (const [key, value] of entries.sort(([one], [other]) => one - other)) {
    numbers.push(PDFNumber.of(key))
    numbers.push(value)
  }
  const tree = PDFDict.withContext(to)
  tree.set(named('Nums'), numbers)
  root.set(named('ParentTree'), to.register(tree))
  root.set(named('ParentTreeNextKey'), PDFNumber.of(next))
}

/** The one part that holds all others, with what it is called. */
function topOf(root: PDFDict): { document: PDFDict; ref: PDFRef } {
  const kids = root.lookup(named('K'))
  const ref = kids instanceof PDFArray ? kids.get(0) : root.get(named('K'))
  const document = ref instanceof PDFRef ? root.context.lookup(ref) : null
  if (!(ref instanceof PDFRef) || !(document instanceof PDFDict)) throw new Error('our own document has no parts')
  return { document, ref }
}

/** The first page, of ours, on which something of a part stands; null when it stands on none. */
function firstPage(to: PDFContext, kid: PDFObject, pages: readonly PDFRef[]): number | null {
  const found = kid instanceof PDFRef ? to.lookup(kid) : kid
  if (!(found instanceof PDFDict)) return null
  const at = pages.indexOf(found.get(named('Pg')) as PDFRef)
  if (at >= 0) return at
  const kids = found.lookup(named('K'))
  for (const one of kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []) {
    const page = firstPage(to, one, pages)
    if (page !== null) return page
  }
  return null
}

function numbersIn(tree: PDFObject | undefined): [number, PDFObject][] {
  if (!(tree instanceof PDFDict)) return []
  const numbers = tree.lookup(named('Nums'))
  const own: [number, PDFObject][] = []
  if (numbers instanceof PDFArray)
    for (let at = 0; at + 1 < numbers.size(); at += 2) {
      const key = numbers.lookup(at)
      if (key instanceof PDFNumber) own.push([key.asNumber(), numbers.get(at + 1)])
    }
  const kids = tree.lookup(named('Kids'))
  const below = kids instanceof PDFArray ? kids.asArray().map((_, at) => numbersIn(kids.lookup(at))) : []
  return [...own, ...below.flat()]
}
