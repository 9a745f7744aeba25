import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFInvalidObject,
  PDFName,
  PDFNull,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'

const named = (key: string) => PDFName.of(key)

/** The names under which something can act, reach outside the file or carry another file along. */
const active = new Set(
  [
    'A',
    'AA',
    'AF',
    'EF',
    'JS',
    'OpenAction',
    'OPI',
    'PieceInfo',
    'Metadata',
    'Ref',
    'StructParent',
    'StructParents',
  ].map(named),
)

// What is never part of how a page looks.
const neverCopied = new Set(
  [
    'Action',
    'Annot',
    'Catalog',
    'EmbeddedFile',
    'Filespec',
    'F',
    'Page',
    'Pages',
    'Sig',
    'StructElem',
    'StructTreeRoot',
    'Template',
  ].map(named),
)

/** How objects come over: all of them, of a file of our own; or only how pages look, of a file of somebody else. */
type Trust = 'everything' | 'appearance'

/** Copies objects of one file into another; each once, so that what pages share stays shared. */
export class ObjectCopier {
  /** What came over, by what it was called in its own file. */
  readonly #known = new Map<PDFRef, PDFRef | typeof PDFNull>()
  readonly made: PDFRef[] = []

  constructor(
    readonly from: PDFContext,
    readonly to: PDFContext,
    readonly trust: Trust,
  ) {}

  /** From now on this name means that object. */
  know(ref: PDFRef, as: PDFRef) {
    this.#known.set(ref, as)
  }

  register(object: PDFObject): PDFRef {
    const ref = this.to.register(object)
    this.made.push(ref)
    return ref
  }

  copy(object: PDFObject): PDFObject {
    if (object instanceof PDFRef) return this.#reference(object)
    if (object instanceof PDFStream) return this.#stream(object)
    if (object instanceof PDFDict) return this.#dictionary(object)
    if (object instanceof PDFArray) {
      const copied = PDFArray.withContext(this.to)
      for (const one of object.asArray()) copied.push(this.copy(one))
      return copied
    }
    return object instanceof PDFInvalidObject ? PDFNull : object.clone(this.to)
  }

  #reference(ref: PDFRef): PDFObject {
    const known = this.#known.get(ref)
    if (known) return known
    const found = this.from.lookup(ref)
    if (!found || this.#isRefused(found)) {
      this.#known.set(ref, PDFNull)
      return PDFNull
    }
    const named = this.to.nextRef()
    this.made.push(named)
    this.#known.set(ref, named)
    this.to.assign(named, this.copy(found))
    return named
  }

  #isRefused(object: PDFObject): boolean {
    if (this.trust === 'everything' || !(object instanceof PDFDict || object instanceof PDFStream)) return false
    const { dict } = object as { dict: unknown }
    const entries = object instanceof PDFDict ? object : (dict as PDFDict)
    const type = entries.lookup(named('Type'))
    return type instanceof PDFName && neverCopied.has(type)
  }

  #dictionary(object: PDFDict): PDFObject {
    if (this.#isRefused(object)) return PDFNull
    // A list of resources has names of its own choosing: there nothing is left out by its name.
    const isTyped = object.has(named('Type'))
    return this.#entries(object, this.trust === 'appearance' && isTyped)
  }

  #entries(object: PDFDict, leavesOut: boolean): PDFDict {
    const copied = PDFDict.withContext(this.to)
    for (const [key, value] of object.entries()) {
      if (leavesOut && active.has(key)) continue
      copied.set(key, this.copy(value))
    }
    return copied
  }

  #stream(object: PDFStream): PDFObject {
    if (this.#isRefused(object)) return PDFNull
    const entries = this.#entries(object.dict, this.trust === 'appearance')
    return PDFRawStream.of(entries, object.getContents().slice())
  }
}
