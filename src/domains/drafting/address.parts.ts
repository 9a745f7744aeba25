import type { Chapter } from './chapter'
import type { Draft } from './draft'

export const draftsAddress = '/conceptplannen'
export const beginAddress = `${draftsAddress}/nieuw`
export const draftAddress = (draft: string) => `${draftsAddress}/${encodeURIComponent(draft)}`
export const chapterAddress = (draft: string, chapter: string) =>
  `${draftAddress(draft)}/${encodeURIComponent(chapter)}`
export const paragraphAddress = (draft: string, chapter: string, id: string) =>
  `${chapterAddress(draft, chapter)}/alineas/${id}`
export const actionAddress = (draft: string, chapter: string, code: string) =>
  `${chapterAddress(draft, chapter)}/acties/${encodeURIComponent(code)}`

export const trailOf = (draft: Pick<Draft, 'code' | 'title'>, chapter?: Pick<Chapter, 'code' | 'title'>) => [
  { label: 'Plannen', href: '/plannen' },
  { label: 'Conceptplannen', href: draftsAddress },
  { label: draft.title, href: draftAddress(draft.code) },
  ...(chapter ? [{ label: chapter.title, href: chapterAddress(draft.code, chapter.code) }] : []),
]
