export { type Asset, asset, assetCacheControl, assets } from './assets'
export { type Bar, BarComparison } from './bar-comparison'
export { Chain, type ChainEnd, type ChainLink, ChainRibbon, JointRow, type LinkState } from './chain'
export { ChartLegend, SmallMultiples } from './chart-parts'
export { DataList } from './data-list'
export { type Column, DataTable, type RowGroup } from './data-table'
export { Downloads } from './downloads'
export {
  Checkbox,
  Checkboxes,
  DateField,
  type Option,
  Radios,
  SelectField,
  TextArea,
  TextField,
  type TypedDate,
} from './fields'
export { FoldedUnknowns } from './folded-unknowns'
export { Actions, Button, ButtonLink, ErrorSummary, type FieldError, Form, fieldId } from './form'
export { Judgement } from './judgement'
export { Block, ColumnList, type ColumnListItem, Figure, Fold, Front, RowList } from './layout'
export { LineChart, type LineChartProps } from './line-chart'
export { Matrix, type MatrixCell, type MatrixHead } from './matrix'
export { Bookmarks, Breadcrumbs, type Crumb, Pagination, type TabItem, Tabs } from './navigation'
export { EmptyState, Notice, Progress } from './notice'
export { Page, type PageProps, type RegionName } from './page'
export { type KeyFigure, KeyFigures, Quantity } from './quantity'
export { type FilterField, FilterForm, SearchForm } from './search-form'
export { Columns, Opening, Section, Stack } from './section'
export { type Source, SourceLine } from './source-line'
export { Status, type StatusName, StatusRow, statusNames, statusWord } from './status'
export { StylePage } from './style-page'
export { AgainstTarget, type TargetRow, TargetTable } from './target-table'
export { Code, Heading, Hidden, Lead, List, ListLink, Paragraph, Tag, TextLink, Voice } from './text'
export { type Tile, TileLegend, TileLocator, TileMap, type TileSign } from './tile-map'
export { Timeline } from './timeline'
