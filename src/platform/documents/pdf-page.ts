import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPageLeaf,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { ObjectCopier } from './pdf-copy'

const named = (key: string) => PDFName.of(key)

/** Left, bottom, right and top, in the coordinates of a page. */
export type Box = readonly [number, number, number, number]
/** How a page is turned when it is shown, clockwise. */
export type Turn = 0 | 90 | 180 | 270

/** A page of another file that came over without its place in a document yet. */
export type CopiedPage = {
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly visible: Box
  readonly turn: Turn
  /** Points per unit of the page. */
  readonly unit: number
}

const a4: Box = [0, 0, 595.276, 841.89]

function boxOf(value: PDFObject | undefined): Box | null {
  if (!(value instanceof PDFArray) || value.size() !== 4) return null
  const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((at) => {
    const one = value.lookup(at)
    return one instanceof PDFNumber ? one.asNumber() : Number.NaN
  })
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
  return box.every(Number.isFinite) && box[2] - box[0] > 1 && box[3] - box[1] > 1 ? box : null
}

function overlap(one: Box, other: Box): Box | null {
  const box: Box = [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]
  return box[2] - box[0] > 1 && box[3] - box[1] > 1 ? box : null
}

export function boxArray(to: PDFContext, box: Box): PDFArray {
  const array = PDFArray.withContext(to)
  for (const one of box) array.push(PDFNumber.of(one))
  return array
}

/** Where a page is and how it is turned, before its content comes over. */
export function pageShape(leaf: PDFPageLeaf): Pick<CopiedPage, 'visible' | 'turn' | 'unit'> {
  const inherited = (key: string) => {
    const value = leaf.getInheritableAttribute(named(key))
    return value instanceof PDFRef ? leaf.context.lookup(value) : value
  }
  const media = boxOf(inherited('MediaBox')) ?? a4
  const crop = boxOf(inherited('CropBox'))
  const rotate = inherited('Rotate')
  const turned = rotate instanceof PDFNumber ? ((Math.round(rotate.asNumber() / 90) % 4) + 4) % 4 : 0
  const unit = leaf.lookup(named('UserUnit'))
  return {
    visible: (crop && overlap(media, crop)) ?? media,
    turn: (turned * 90) as Turn,
    unit: unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1,
  }
}

/** Fills the dictionary of a page with what it looks like: content, resources, and its notes without what they would do. */
export function copyPage(copier: ObjectCopier, leaf: PDFPageLeaf, into: PDFDict) {
  into.set(named('Type'), named('Page'))
  const resources = leaf.getInheritableAttribute(named('Resources'))
  into.set(named('Resources'), resources ? copier.copy(resources) : PDFDict.withContext(copier.to))
  for (const key of ['Contents', 'Group', 'UserUnit']) {
    const value = leaf.get(named(key))
    if (value) into.set(named(key), copier.copy(value))
  }
  const notes = leaf.lookup(named('Annots'))
  if (!(notes instanceof PDFArray)) return
  const copied = PDFArray.withContext(copier.to)
  for (let at = 0; at < notes.size(); at++) {
    const note = notes.lookup(at)
    const kept = note instanceof PDFDict ? copyNote(copier, note) : null
    if (kept) copied.push(copier.register(kept))
  }
  if (copied.size() > 0) into.set(named('Annots'), copied)
}

/** A note on a page: a link to a web page or within the file stays a link, anything else stays as it looks and does nothing. */
function copyNote(copier: ObjectCopier, note: PDFDict): PDFDict | null {
  const kept = PDFDict.withContext(copier.to)
  const keep = (keys: readonly string[]) => {
    for (const key of keys) {
      const value = note.lookup(named(key))
      if (value) kept.set(named(key), copier.copy(value))
    }
  }
  kept.set(named('Type'), named('Annot'))
  keep(['Rect', 'Contents', 'C', 'Border'])
  if (!boxOf(note.lookup(named('Rect')))) return null
  if (note.lookup(named('Subtype')) === named('Link')) {
    const target = linkTarget(copier, note)
    if (!target) return null
    kept.set(named('Subtype'), named('Link'))
    kept.set(...target)
    return kept
  }
  const flags = note.lookup(named('F'))
  const shown = flags instanceof PDFNumber ? flags.asNumber() : 4
  const isHidden = (shown & (2 | 32)) !== 0
  const looks = appearance(note)
  if (isHidden || !looks || note.lookup(named('Subtype')) === named('Popup')) return null
  kept.set(named('Subtype'), named('Stamp'))
  // Printed, read only and locked.
  kept.set(named('F'), PDFNumber.of((shown & 4) | 64 | 128))
  const normal = PDFDict.withContext(copier.to)
  normal.set(named('N'), copier.copy(looks))
  kept.set(named('AP'), normal)
  return kept
}

function linkTarget(copier: ObjectCopier, note: PDFDict): [PDFName, PDFObject] | null {
  const action = note.lookup(named('A'))
  const within = (place: PDFObject | undefined): [PDFName, PDFObject] | null =>
    place instanceof PDFArray ? [named('Dest'), copier.copy(place)] : null
  if (!(action instanceof PDFDict)) return within(note.lookup(named('Dest')))
  const does = action.lookup(named('S'))
  if (does === named('GoTo')) return within(action.lookup(named('D')))
  const address = action.lookup(named('URI'))
  if (does !== named('URI') || !(address instanceof PDFString)) return null
  if (!/^(https?|mailto):/i.test(address.decodeText())) return null
  const goes = PDFDict.withContext(copier.to)
  goes.set(named('S'), named('URI'))
  goes.set(named('URI'), address.clone())
  return [named('A'), goes]
}

/** The drawing of a note as it stands; of one with several, the one it is in. */
function appearance(note: PDFDict): PDFObject | null {
  const looks = note.lookup(named('AP'))
  if (!(looks instanceof PDFDict)) return null
  const normal = looks.lookup(named('N'))
  if (!(normal instanceof PDFDict)) return looks.get(named('N')) ?? null
  const state = note.lookup(named('AS'))
  return state instanceof PDFName ? (normal.get(state) ?? null) : null
}
