export { asset } from './assets'
export { BarComparison } from './bar-comparison'
export { Chain, type ChainEnd, type ChainLink, ChainRibbon, JointRow, type LinkState } from './chain'
export { DataList } from './data-list'
export { type Column, DataTable } from './data-table'
export { Downloads } from './downloads'
export {
  Checkboxes,
  DateField,
  FileField,
  SelectField,
  TextArea,
  TextField,
} from './fields'
export { Actions, Button, ButtonLink, type FieldError, Form } from './form'
export type { FunnelPoint, FunnelStep } from './funnel-drawing'
export { FunnelPlot } from './funnel-plot'
export { Block, ColumnList, Figure, Fold, Front, RowList } from './layout'
export { LineChart } from './line-chart'
export { Matrix } from './matrix'
export { Bookmarks, Pagination, Tabs } from './navigation'
export { EmptyState, Notice } from './notice'
export { Page } from './page'
export { KeyFigures, Quantity } from './quantity'
export { type FilterField, FilterForm, SearchForm } from './search-form'
export { Opening, Section, Stack } from './section'
export { type Source, SourceLine } from './source-line'
export { Status, type StatusName, StatusRow } from './status'
export { StylePage } from './style-page'
export { AgainstTarget, TargetTable } from './target-table'
export { Code, Heading, Hidden, List, ListLink, Paragraph, Tag, TextLink } from './text'
export { TileLegend, TileLocator, TileMap } from './tile-map'
export { Timeline } from './timeline'
