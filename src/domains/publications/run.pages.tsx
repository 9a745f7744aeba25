import {
  Actions,
  Button,
  DataTable,
  EmptyState,
  Form,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  Section,
  SelectField,
  Status,
  TextLink,
} from '../../platform/ui'
import { day, moment, number, period as periodWords } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type KnownRelease, releaseKnownOn } from '../crime'
import { noteDeed } from '../identity'
import { periodsOf } from './report'
import { type Standing, standingOf } from './report.store'
import { addRun, listRuns, type Run } from './run.store'

const address = '/rapportages/aanmaken'

type Found = { readonly runs: readonly Run[]; readonly release: KnownRelease | null; readonly standing: Standing }

const find = (ask: Ask): Promise<Found> =>
  ask.read(async (tx) => ({
    runs: await listRuns(tx),
    release: await releaseKnownOn(tx, ask.today),
    standing: await standingOf(tx),
  }))

/** Where the programme bureau has the drafts of all areas made, and sees how far they are. */
export const runsPage = async (ask: Ask) => draw(ask, await find(ask), null)

/** Asks for the drafts of all areas over a period; they are made in the background. */
export async function askForRun(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found.standing.makes) return ask.notFound()
  const asked = String(form.get('periode') ?? '')
  if (!found.release || !periodsOf(found.release).some(({ text }) => text === asked))
    return draw(ask, found, 'Kies een periode uit de lijst.')
  try {
    await ask.write(async (tx) => {
      const run = await addRun(tx, asked)
      await noteDeed(tx, {
        event: 'concepten van rapportages gevraagd',
        object: `${asked} ${run}`,
        requestId: ask.requestId,
      })
    })
  } catch (fault) {
    if ((fault as { code?: unknown }).code !== '23505') throw fault
    return draw(ask, found, 'Deze concepten worden al gemaakt. Wacht tot ze klaar zijn.')
  }
  return ask.redirect(`${address}#rondes`)
}

function draw(ask: Ask, { runs, release, standing }: Found, fault: string | null): Promise<Response> {
  const busy = runs.some(({ state }) => state === 'wacht' || state === 'bezig')
  const periods = release ? periodsOf(release) : []
  return ask.page(
    {
      title: 'Concepten van rapportages maken',
      breadcrumbs: [
        { label: 'Rapportages', href: '/rapportages' },
        { label: 'Concepten maken', href: address },
      ],
    },
    <>
      <Opening
        title="Concepten van rapportages maken"
        lead="In één keer een concept voor de regio, elk district en elke gemeente. De adviseur van de gemeente schrijft de toelichting en ondertekent."
      >
        {release?.isExample && (
          <Notice kind="attention" title="Dit zijn voorbeeldcijfers.">
            De getallen zijn verzonnen. Elk concept zegt dat op elke bladzijde.
          </Notice>
        )}
      </Opening>
      <Section id="formulier" title="Nieuwe ronde">
        {!standing.makes ? (
          <EmptyState title="Dit doet het programmabureau.">
            De programmamanager en de functioneel beheerder maken de concepten.
          </EmptyState>
        ) : periods.length === 0 || !release ? (
          <EmptyState title="Er is nog geen periode met genoeg cijfers.">
            Er zijn cijfers nodig van de hele periode en van dezelfde maanden een jaar eerder.
          </EmptyState>
        ) : (
          <>
            <Paragraph>
              De cijfers zijn die van {day(release.knownOn)}. Een concept dat nog niet is ondertekend, wordt vervangen;
              de toelichting erbij blijft staan. Wat is ondertekend, blijft zoals het is.
            </Paragraph>
            <Form action={address} errors={fault ? [{ field: 'periode', message: fault }] : []}>
              <SelectField
                name="periode"
                label="Periode"
                options={periods.map(({ text }) => ({ value: text, label: periodWords(text) }))}
                {...(fault ? { error: fault } : {})}
              />
              <Actions>
                <Button kind="primary">Maak alle concepten</Button>
              </Actions>
            </Form>
          </>
        )}
      </Section>
      {standing.makes && (
        <Section
          id="rondes"
          title="Rondes"
          intro={busy ? 'Ververs deze pagina om te zien hoe ver het is. U kunt gewoon verder werken.' : undefined}
        >
          {busy && <TextLink href={`${address}#rondes`}>Ververs</TextLink>}
          {runs.length === 0 ? <EmptyState title="Er zijn nog geen rondes geweest." /> : <RunTable runs={runs} />}
        </Section>
      )}
    </>,
    fault ? 422 : 200,
  )
}

function RunTable({ runs }: { runs: readonly Run[] }) {
  return (
    <DataTable
      caption="Rondes"
      hiddenCaption
      rows={runs}
      columns={[
        { head: 'Periode', rowHead: true, cell: ({ period }) => periodWords(period) },
        { head: 'Gevraagd', cell: ({ askedAt, actedAs }) => `${moment(askedAt)}, ${actedAs}` },
        { head: 'Stand', cell: (run) => <Progress run={run} /> },
        {
          head: 'Alles samen',
          cell: ({ id, made, state, period }) =>
            state === 'klaar' && made > 0 ? (
              <ListLink href={`${address}/${id}/alles.zip`}>
                Haal op als ZIP<span class="sv-onzichtbaar"> ({periodWords(period)})</span>
              </ListLink>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}

function Progress({ run: { state, made, total, stoppedBecause } }: { run: Run }) {
  const far = total === null ? 'nog niet begonnen' : `${number(made)} van ${number(total)} gemaakt`
  switch (state) {
    case 'wacht':
      return <Status is="unknown" label="begint zo" />
    case 'bezig':
      return <Status is="partial" label={far} />
    case 'klaar':
      return <Status is="complete" label={`klaar: ${far}`} />
    case 'afgebroken':
      return <Status is="missing" label={`afgebroken, ${far}. ${stoppedBecause ?? ''}`} />
  }
}
