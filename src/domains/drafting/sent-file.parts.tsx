/** A file that somebody sent: chosen just now, or come along in the form from the step before. */
export type SentFile = { readonly bytes: Uint8Array; readonly fileName: string }

/** Reads the form of any step. A file that was chosen just now goes before the one that came along. */
export async function sentFile(form: FormData): Promise<SentFile> {
  const file = form.get('bestand')
  if (file instanceof File && file.size > 0)
    return { bytes: new Uint8Array(await file.arrayBuffer()), fileName: file.name.slice(-200) || 'bestand' }
  return {
    bytes: new Uint8Array(Buffer.from(String(form.get('inhoud') ?? ''), 'base64url')),
    fileName: String(form.get('bestandsnaam') ?? '').slice(-200) || 'bestand',
  }
}

/** What goes along to the next step, so that nothing is kept before that is said: the file, the key of the form, what was shown. */
export function SentAlong(props: { of: SentFile; formKey: string; seen: string }) {
  const { of, formKey, seen } = props
  return (
    <>
      <input type="hidden" name="sleutel" value={formKey} />
      <input type="hidden" name="gezien" value={seen} />
      <input type="hidden" name="bestandsnaam" value={of.fileName} />
      <input type="hidden" name="inhoud" value={Buffer.from(of.bytes).toString('base64url')} />
    </>
  )
}
