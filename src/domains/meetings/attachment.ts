/** Bytes of the largest file that is taken. */
export const largestFile = 10 * 1024 * 1024

// What a browser may be told; anything else is bytes. It is always sent to be kept, never to be shown here.
const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
}

export const typeOf = (name: string) =>
  types[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'

/** The name of a file as it was received, without what no name needs: paths, control characters, more than 120 characters. */
export function fileName(received: string): string {
  const name = [...(received.split(/[/\\]/).at(-1) ?? '')]
    .filter((character) => character >= ' ' && !/[\u007f\p{Cf}]/u.test(character))
    .join('')
  return name.trim().slice(-120).toWellFormed() || 'bestand'
}

/** The header that has a browser keep a file under its name (RFC 6266, with the name of RFC 8187 beside one in ASCII). */
export function asDownload(name: string): string {
  const plain = name.replace(/[^\w.() -]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
