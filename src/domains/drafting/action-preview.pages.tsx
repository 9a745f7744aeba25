import { Actions, Button, ButtonLink, Form, Notice, Opening } from '../../platform/ui'
import { count, sentenceList } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import type { RowChange } from './action-compare'
import { Clashes, SheetChanges } from './action-sheet.parts'
import type { DraftSheet, SheetPreview } from './action-sheet.verbs'
import { draftAddress, trailOf } from './address.parts'
import { SentAlong, type SentFile } from './sent-file.parts'

/** Where a sheet is taken along and read in. */
export const sheetAddress = ({ draft }: DraftSheet) => `${draftAddress(draft.code)}/acties-inlezen`

/** What the pages of a sheet say about themselves. */
export function sheetHead(sheet: DraftSheet) {
  return {
    title: `Acties van ${sheet.draft.title} als bestand`,
    breadcrumbs: [...trailOf(sheet.draft), { label: 'Acties als Excel of CSV', href: sheetAddress(sheet) }],
  }
}

const words: Readonly<Record<RowChange['becomes'], readonly [string, string]>> = {
  new: ['nieuwe actie', 'nieuwe acties'],
  changed: ['gewijzigde actie', 'gewijzigde acties'],
  conflict: ['actie die botst', 'acties die botsen'],
  gone: ['actie die vervalt', 'acties die vervallen'],
  unchanged: ['actie is gelijk gebleven', 'acties zijn gelijk gebleven'],
}

export type ShownSheet = SentFile & { readonly key: string; readonly chosen: ReadonlySet<string> }

/** Cell by cell what a file would do. `wrong` says why nothing was kept, when it was asked to. */
export function previewPage(
  ask: Ask,
  sheet: DraftSheet,
  preview: SheetPreview,
  shown: ShownSheet,
  wrong: string | null,
): Promise<Response> {
  const { rows, absent } = preview.plan
  const amount = (becomes: RowChange['becomes']) => rows.filter((one) => one.becomes === becomes).length
  const counts = (['new', 'changed', 'conflict', 'gone'] as const)
    .filter((becomes) => amount(becomes) > 0)
    .map((becomes) => count(amount(becomes), words[becomes][0], words[becomes][1]))
  const isEmpty = counts.length === 0
  return ask.page(
    sheetHead(sheet),
    <>
      <Opening
        title="Wat er verandert"
        lead={isEmpty ? 'Dit bestand verandert niets.' : `${sentenceList(counts)}. Er is nog niets bewaard.`}
        meta={[
          shown.fileName,
          count(amount('unchanged'), words.unchanged[0], words.unchanged[1]),
          ...(absent > 0
            ? [
                `${count(absent, 'actie staat', 'acties staan')} niet in het bestand en ${absent === 1 ? 'blijft zoals zij is' : 'blijven zoals zij zijn'}`,
              ]
            : []),
        ]}
      >
        {wrong !== null && (
          <Notice kind="error" announce title="Er is nog niets bewaard.">
            {wrong}
          </Notice>
        )}
      </Opening>
      <Form action={`${sheetAddress(sheet)}/toepassen`}>
        <SentAlong of={shown} formKey={shown.key} seen={preview.seen} />
        <Clashes rows={rows} names={sheet.names} chosen={shown.chosen} />
        <SheetChanges rows={rows} names={sheet.names} />
        <Actions>
          {!isEmpty && <Button kind="primary">Lees in en bewaar</Button>}
          <ButtonLink href={sheetAddress(sheet)} kind="subtle">
            Terug zonder inlezen
          </ButtonLink>
        </Actions>
      </Form>
    </>,
    wrong === null ? 200 : 409,
  )
}
