import { withQuery } from '../../kernel/address'
import { Downloads } from '../../platform/ui'
import type { PictureQuery } from './picture.parts'

/** A drawing as lines, or as dots. */
type DrawingKind = 'svg' | 'png'

/** The drawing of the months of an area, as a file. */
const chartAddress = (code: string, kind: DrawingKind, asked: PictureQuery) =>
  withQuery(`/veiligheidsbeelden/${encodeURIComponent(code)}/grafiek.${kind}`, asked)

/** The same of its years, with what was agreed for them. */
export const yearChartAddress = (code: string, kind: DrawingKind, asked: PictureQuery) =>
  withQuery(`/veiligheidsbeelden/${encodeURIComponent(code)}/jaren.${kind}`, asked)

/** Its parts by their outline, as a file. */
export const partsMapAddress = (code: string, kind: DrawingKind, asked: PictureQuery) =>
  withQuery(`/veiligheidsbeelden/${encodeURIComponent(code)}/delen.${kind}`, asked)

/** What people answered, as a file. */
export const perceptionChartAddress = (code: string, kind: DrawingKind, cijfer: string, asked: PictureQuery) =>
  withQuery(`/veiligheidsbeelden/${encodeURIComponent(code)}/beleving.${kind}`, { ...asked, soort: undefined, cijfer })

/** The counts of an area to take along, by the API, and a drawing of them: that of its months when no other is given. */
export function CountDownloads(props: {
  area: string
  type: string
  asked: PictureQuery
  drawing?: (kind: DrawingKind) => string
  /** Of each of its parts, and not of the area itself. */
  ofParts?: boolean
}) {
  const { area, type, asked } = props
  const { bekendOp, geldigOp } = asked
  const drawing = props.drawing ?? ((kind: DrawingKind) => chartAddress(area, kind, asked))
  const file = (end: string) =>
    withQuery(`/api/v1/misdrijfcijfers${end}`, {
      [props.ofParts ? 'delenVan' : 'gebied']: area,
      misdrijfsoort: type,
      bekendOp,
      geldigOp,
    })
  return (
    <Downloads
      csv={file('.csv')}
      excelCsv={file('-excel.csv')}
      xlsx={file('.xlsx')}
      json={file('')}
      svg={drawing('svg')}
      png={drawing('png')}
    />
  )
}

/** What people answered to one question, to take along. */
export function SurveyDownloads(props: {
  indicator: string
  area: string
  asked: PictureQuery
  drawing: (kind: DrawingKind) => string
}) {
  const { indicator, area, drawing } = props
  const file = (end: string) =>
    withQuery(`/api/v1/metingen${end}`, { indicator, gebied: area, leidend: 'true', bekendOp: props.asked.bekendOp })
  return (
    <Downloads
      csv={file('.csv')}
      excelCsv={file('-excel.csv')}
      xlsx={file('.xlsx')}
      json={file('')}
      svg={drawing('svg')}
      png={drawing('png')}
    />
  )
}
