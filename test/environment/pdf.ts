import { getDocumentProxy } from 'unpdf'

type Node = { role: string; alt?: string; lang?: string; children?: (Node | { type: string; id?: string })[] }
/** A part of a document as a reader that speaks it aloud finds it. */
export type PdfPart = { readonly role: string; readonly alt: string | null; readonly parts: readonly PdfPart[] }

/** A PDF as a reader of other makers finds it: its parts in reading order, and the text that is in none of them. */
export async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(bytes.slice())
  const [mark, { info, metadata }] = await Promise.all([pdf.getMarkInfo(), pdf.getMetadata()])
  const parts: PdfPart[] = []
  const outside: string[] = []
  const text: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const tree = (await page.getStructTree()) as Node | null
    if (tree) parts.push(partOf(tree))
    // Marked content without an id is a decoration, an artifact; text outside any mark is what nobody reads aloud.
    let depth = 0
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if (!('str' in item)) depth += item.type === 'endMarkedContent' ? -1 : 1
      else if (item.str.trim()) (depth > 0 ? text : outside).push(item.str)
    }
  }
  return {
    pages: pdf.numPages,
    isMarked: mark?.Marked === true,
    language: (info as { Language?: string }).Language ?? null,
    title: (info as { Title?: string }).Title ?? null,
    metadata: metadata?.getRaw() as string | undefined,
    parts,
    text: text.join(' '),
    outside,
    outline: await pdf.getOutline(),
  }
}

const partOf = ({ role, alt, children }: Node): PdfPart => ({
  role,
  alt: alt ?? null,
  parts: (children ?? []).filter((child): child is Node => 'role' in child).map(partOf),
})

/** Every part of some role, in reading order. */
export const partsOf = (parts: readonly PdfPart[], role: RegExp): PdfPart[] =>
  parts.flatMap((part) => [...(role.test(part.role) ? [part] : []), ...partsOf(part.parts, role)])
