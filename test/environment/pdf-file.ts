import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

/** A PDF of somebody else with so many pages of text; the same each time. */
export async function filePdf(
  text: string,
  pages = 1,
  change: (file: PDFDocument) => unknown = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await PDFDocument.create({ updateMetadata: false })
  const font = await file.embedFont(StandardFonts.Helvetica)
  for (let at = 1; at <= pages; at++)
    file.addPage([400, 500]).drawText(`${text} ${at}`, { x: 40, y: 400, font, size: 14 })
  await change(file)
  return new Uint8Array(await file.save({ useObjectStreams: false }))
}
