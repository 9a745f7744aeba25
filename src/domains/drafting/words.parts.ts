import type { ParagraphKind } from './chapter'
import type { DraftKind, Part } from './draft'
import type { Aim, Nudge } from './draft-action'

export const kindWords: Readonly<Record<DraftKind, string>> = {
  strategie: 'strategie',
  jaarplan: 'jaarplan',
  actieagenda: 'actieagenda',
  uitvoeringsplan: 'uitvoeringsplan',
}

export const partWords: Readonly<Record<Part, string>> = {
  politie: 'de politie',
  om: 'het OM',
  gemeenten: 'de burgemeesters',
  bureau: 'het bureau',
}

export const paragraphWords: Readonly<Record<ParagraphKind, string>> = {
  meerjarendoel: 'Meerjarendoel',
  terugblik: 'Terugblik',
  tekst: 'Tekst',
}

export const aimWords: Readonly<Record<Aim, string>> = {
  doel: 'doel',
  streven: 'streven',
}

/** What is still to be filled in, as a calm hint. */
export const nudgeWords: Readonly<Record<Nudge, string>> = {
  datum: 'Wanneer is het klaar?',
  gebied: 'Voor welke gebieden?',
  getal: 'Waaraan is te zien dat het lukt?',
  eenheid: 'In welke eenheid is het getal?',
  indicator: 'Welk cijfer laat dit zien?',
  wanneer: 'Wanneer moet het getal gehaald zijn?',
  bewijs: 'Wat is afgesproken als bewijs?',
}
