import { Actions, ButtonLink } from '../../platform/ui'
import { chapterAddress, draftAddress } from './address.parts'
import type { Rights } from './draft'
import { type OpenedChapter, writesAction } from './opened.verbs'

/** The way to write in a chapter with Word, for who may write something in it. */
export function ChapterFiles({ opened }: { opened: OpenedChapter }) {
  const { draft, rights, whole } = opened
  const isHis = rights.writes || rights.parts.length > 0 || whole.actions.some((one) => writesAction(rights, one))
  return isHis && !whole.chapter.isRemoved ? (
    <Actions>
      <ButtonLink small href={`${chapterAddress(draft.code, whole.chapter.code)}/word`}>
        Bewerken in Word
      </ButtonLink>
    </Actions>
  ) : null
}

/** The way to take all actions along and read them in again, for who writes the draft. */
export function DraftFiles(props: { draft: string; rights: Rights }) {
  return props.rights.writes ? (
    <Actions>
      <ButtonLink small href={`${draftAddress(props.draft)}/acties-inlezen`}>
        Acties als Excel of CSV
      </ButtonLink>
    </Actions>
  ) : null
}
