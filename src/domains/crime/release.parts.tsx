import { DataTable, EmptyState, ListLink, Progress, Section, Status, type StatusName } from '../../platform/ui'
import { moment, number, period } from '../../platform/ui/wording'
import type { LastLook, LoadOrder, ReleaseLine } from './release.store'
import { sourceTable, sourceTables } from './source-table'

/** A table and what it holds, in words. */
export const tableText = (id: string) => `politie, tabel ${id}: ${sourceTable(id)?.holds ?? 'onbekend'}`

export const releaseName = ({ table, id }: Pick<ReleaseLine, 'table' | 'id'>) =>
  `${sourceTables.some((one) => one.id === table) ? table : 'Voorbeeldcijfers'}, levering ${id}`

export const periodsText = ({ firstPeriod, lastPeriod }: ReleaseLine) =>
  `${period(firstPeriod)} tot en met ${period(lastPeriod)}`

/** How far a load is, and when it last got something. */
export function LoadProgressBar({ line, isOwnPage }: { line: ReleaseLine; isOwnPage?: boolean }) {
  return (
    <Progress
      id={`voortgang-${line.id}`}
      label={`${line.table}, stand ${moment(line.modifiedAt)}`}
      value={line.parts}
      max={Math.max(line.allParts ?? 0, 1)}
      note={
        <>
          {line.lastPartAt ? `Het laatste deel kwam op ${moment(line.lastPartAt)}.` : 'Er is nog geen deel binnen.'}{' '}
          {!isOwnPage && <ListLink href={`/beheer/leveringen/${line.id}`}>Bekijk of breek af</ListLink>}
        </>
      }
    />
  )
}

const states: Record<ReleaseLine['state'], [StatusName, string]> = {
  volledig: ['complete', 'volledig'],
  bezig: ['partial', 'bezig'],
  geweigerd: ['missing', 'geweigerd'],
  afgebroken: ['stalled', 'afgebroken'],
}

/** The state of a release with, when it was refused, the reason. */
function ReleaseState({ line }: { line: ReleaseLine }) {
  const [is, label] = states[line.state]
  return (
    <>
      <Status is={is} label={label} />
      {line.refusedBecause && <span class="sv-klein"> {line.refusedBecause}</span>}
    </>
  )
}

/** All releases with what they are and what became of them. */
export function ReleaseTable({ lines }: { lines: readonly ReleaseLine[] }) {
  if (lines.length === 0) return <EmptyState title="Er is nog niets geladen.">Kies hierboven een tabel.</EmptyState>
  return (
    <DataTable
      caption="Alle leveringen van de politie"
      hiddenCaption
      rows={lines}
      rowId={({ id }) => `levering-${id}`}
      columns={[
        {
          head: 'Levering',
          rowHead: true,
          cell: ({ id, table }) => <ListLink href={`/beheer/leveringen/${id}`}>{releaseName({ table, id })}</ListLink>,
        },
        { head: 'Stand van de bron', cell: ({ modifiedAt }) => moment(modifiedAt) },
        { head: 'Perioden', cell: (line) => periodsText(line) },
        { head: 'Staat', cell: (line) => <ReleaseState line={line} /> },
        { head: 'Verschillen in de bron', align: 'number', cell: ({ differences }) => number(differences) },
      ]}
    />
  )
}

/** When we last looked at the source, and what came of what was asked. */
export function Looks({ looks, orders }: { looks: readonly LastLook[]; orders: readonly LoadOrder[] }) {
  const done = orders.filter(({ outcome }) => outcome !== null)
  return (
    <Section id="bron" title="De bron" intro="Wanneer wij het laatst bij de bron keken, en wat er van elke vraag kwam.">
      {looks.length === 0 ? (
        <EmptyState title="Wij keken nog niet bij de bron." />
      ) : (
        <DataTable
          caption="Laatst gekeken"
          rows={looks}
          columns={[
            { head: 'Tabel', rowHead: true, cell: ({ table }) => table },
            { head: 'Gekeken', cell: ({ lookedAt }) => moment(lookedAt) },
            { head: 'Stand van de bron', cell: ({ modifiedAt }) => (modifiedAt ? moment(modifiedAt) : 'onbekend') },
            { head: 'Bijzonderheden', cell: ({ because }) => because ?? 'geen' },
          ]}
        />
      )}
      {done.length > 0 && (
        <DataTable
          caption="Laatste vragen om te laden"
          rows={done}
          columns={[
            { head: 'Tabel', rowHead: true, cell: ({ table }) => table },
            { head: 'Gevraagd', cell: ({ orderedAt }) => moment(orderedAt) },
            { head: 'Wat ervan kwam', cell: ({ outcome }) => outcome },
          ]}
        />
      )}
    </Section>
  )
}
