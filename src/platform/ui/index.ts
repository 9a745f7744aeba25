export { AreaMap } from './area-map'
export { asset } from './assets'
export { BarComparison } from './bar-comparison'
export { Chain, type ChainEnd, type ChainLink, ChainRibbon, JointRow, type LinkState } from './chain'
export { barFile, type ChartFile, funnelFile, lineChartFile } from './chart-file'
export { SmallMultiples } from './chart-parts'
export { DataList } from './data-list'
export { type Column, DataTable } from './data-table'
export { Downloads } from './downloads'
export {
  Checkboxes,
  DateField,
  FileField,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from './fields'
export { Actions, Button, ButtonLink, errorsAt, type FieldError, Form, KeepOrBack } from './form'
export type { FunnelPoint, FunnelStep } from './funnel-drawing'
export { FunnelPlot } from './funnel-plot'
export { Block, ColumnList, Figure, Fold, Front, Picture, RowList } from './layout'
export { LineChart } from './line-chart'
export { areaMapFile, tileMapFile } from './map-file'
export { Matrix } from './matrix'
export { Bookmarks, Pagination, Tabs } from './navigation'
export { EmptyState, KeptMeanwhile, Notice, Progress } from './notice'
export { Page } from './page'
export { Photo } from './photo'
export { KeyFigures, Quantity } from './quantity'
export { type FilterField, FilterForm, SearchForm } from './search-form'
export { Columns, Opening, Section, Stack } from './section'
export { type Source, SourceLine } from './source-line'
export { Status, type StatusName, StatusRow } from './status'
export { StylePage } from './style-page'
export { AgainstTarget, TargetTable } from './target-table'
export { Code, CodeBlock, Heading, Hidden, List, ListLink, Paragraph, Tag, TextLink } from './text'
export { TextDiff, WordDiff } from './text-diff'
export { TileLegend, TileLocator, TileMap, type TileSign } from './tile-map'
export { Timeline } from './timeline'
