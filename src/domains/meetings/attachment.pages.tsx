import { type Fault, noDay } from '../../kernel/typed'
import {
  Actions,
  Button,
  ButtonLink,
  errorsAt,
  FileField,
  Form,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextField,
} from '../../platform/ui'
import type { Ask } from '../../platform/web/ask'
import { dayIn, textIn } from '../../platform/web/form-fields'
import { noteDeed } from '../identity'
import { asDownload, fileName, largestFile, typeOf } from './attachment'
import { itemLabel, readChange, readClosing, type TypedItem } from './item'
import { type FoundItem, findItem, itemBreadcrumbs } from './item.pages'
import { AttachmentTable, attachmentsAddress, itemAddress } from './item.parts'
import { attachFile, detachFile, readFile } from './item.store'
import { ClosingFields } from './item-form.pages'

/** The item, for who keeps the agenda. Of one that was taken off a file can still go, and none be added. */
async function findKept(ask: Ask): Promise<FoundItem | null> {
  const found = await findItem(ask, true)
  return found?.standing.secretaryAs ? found : null
}

type Typed = Pick<TypedItem, 'isClosed' | 'ground' | 'until' | 'changeNote'>
const nothing: Typed = { isClosed: false, ground: '', until: noDay, changeNote: '' }

/** Where the secretary adds files to an item, and takes them off. */
export async function attachmentsPage(ask: Ask): Promise<Response> {
  const found = await findKept(ask)
  return found ? draw(ask, found, nothing, []) : ask.notFound()
}

/** Adds a file as it was received. */
export async function attachmentForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await findKept(ask)
  if (!found || found.item.withdrawnBecause !== null) return ask.notFound()
  const { meeting, item, grounds, agenda } = found
  const text = textIn(form)
  const typed: Typed = {
    isClosed: form.has('besloten'),
    ground: text('grond'),
    until: dayIn(form, 'besloten-tot'),
    changeNote: text('wijziging'),
  }
  const file = form.get('bestand')
  const faults: Fault[] = []
  if (!(file instanceof File) || file.size === 0) faults.push({ field: 'bestand', message: 'Kies een bestand.' })
  else if (file.size > largestFile)
    faults.push({
      field: 'bestand',
      message: 'Dit bestand is groter dan 10 MB. Maak het kleiner of knip het in delen.',
    })
  const closing = readClosing(typed, { grounds: new Set(grounds.map(({ code }) => code)), today: ask.today }, faults)
  const changeNote = readChange(typed.changeNote, agenda.sentAt !== null, faults)
  if (faults.length > 0 || !(file instanceof File)) return draw(ask, found, typed, faults)
  const received = { name: fileName(file.name), bytes: new Uint8Array(await file.arrayBuffer()), closing, changeNote }
  const kept = await ask.write((tx) =>
    attachFile(tx, { meeting: meeting.code, item: item.id }, received, ask.requestId),
  )
  if (kept === 'staat-er-al')
    return draw(ask, found, typed, [{ field: 'bestand', message: 'Dit bestand staat al bij dit punt.' }])
  return kept ? ask.redirect(`${attachmentsAddress(meeting.code, item)}?bewaard=ja`) : ask.notFound()
}

export async function detachForm(ask: Ask): Promise<Response> {
  const found = await findKept(ask)
  if (!found) return ask.notFound()
  const { meeting, item } = found
  const isGone = await ask.write((tx) => detachFile(tx, meeting.code, item.id, ask.params.bestand ?? '', ask.requestId))
  return isGone ? ask.redirect(`${attachmentsAddress(meeting.code, item)}?bewaard=ja`) : ask.notFound()
}

/** A file as it was received, to keep and never to show here. Whoever opens a closed one stands in the audit log. */
export async function attachmentFile(ask: Ask): Promise<Response> {
  const found = await findItem(ask, true)
  const attachment = found?.item.attachments.find(({ hash }) => hash === ask.params.file)
  const bytes = attachment ? await ask.read((tx) => readFile(tx, attachment.hash)) : null
  if (!found || !attachment || !bytes) return ask.notFound()
  if (found.item.closing || attachment.closing) {
    const object = `${found.meeting.code}, punt ${itemLabel(found.item)}, bijlage ${attachment.hash.slice(0, 12)}`
    await ask.write((tx) => noteDeed(tx, { event: 'besloten stuk gelezen', object, requestId: ask.requestId }))
  }
  return ask.file(bytes, typeOf(attachment.name), { 'content-disposition': asDownload(attachment.name) })
}

function draw(ask: Ask, { meeting, item, grounds, agenda }: FoundItem, typed: Typed, faults: readonly Fault[]) {
  const errorAt = errorsAt(faults)
  const address = attachmentsAddress(meeting.code, item)
  return ask.page(
    {
      title: `Bijlagen bij punt ${itemLabel(item)}`,
      breadcrumbs: [...itemBreadcrumbs(meeting, item), { label: 'Bijlagen', href: address }],
    },
    <>
      <Opening
        title={`Bijlagen bij punt ${itemLabel(item)}`}
        lead="Wij bewaren een bestand zoals u het geeft, en veranderen er niets aan."
        meta={['ten hoogste 10 MB per bestand', item.papers[0].title]}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Dit staat er nu bij.
          </Notice>
        )}
      </Opening>
      <Section id="bijlagen" title="Wat erbij staat" full>
        <AttachmentTable
          meeting={meeting.code}
          item={item}
          grounds={grounds}
          action={(hash) => (
            <Form action={`${address}/${hash}/weg`}>
              <Button small>Haal weg</Button>
            </Form>
          )}
        />
      </Section>
      {item.withdrawnBecause === null && (
        <Section id="formulier" title="Voeg een bestand toe">
          <Form action={address} errors={[...faults]} sendsFiles>
            <FileField
              name="bestand"
              label="Bestand"
              description="Bijvoorbeeld PDF of DOCX. Na een fout kiest u het opnieuw."
              {...errorAt('bestand')}
            />
            {item.closing === null && (
              <ClosingFields typed={typed} grounds={grounds} errorAt={errorAt} what="bestand" />
            )}
            {item.isPublished && (
              <Paragraph small>Dit punt is openbaar. Een bestand dat niet besloten is, ziet iedereen meteen.</Paragraph>
            )}
            {agenda.sentAt !== null && (
              <TextField
                name="wijziging"
                label="Wat is er nieuw of anders?"
                description="De agenda is al verzonden. Leden zien dit bovenaan."
                value={typed.changeNote}
                {...errorAt('wijziging')}
              />
            )}
            <Actions>
              <Button kind="primary">Voeg toe</Button>
              <ButtonLink href={itemAddress(meeting.code, item)} kind="subtle">
                Terug
              </ButtonLink>
            </Actions>
          </Form>
        </Section>
      )}
    </>,
    faults.length > 0 ? 422 : 200,
  )
}
