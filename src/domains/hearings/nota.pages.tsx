import { dayInAmsterdam } from '../../kernel/day'
import { documentFile } from '../../platform/documents/file'
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  Code,
  DataTable,
  Form,
  Notice,
  Opening,
  Paragraph,
  Section,
  Tag,
  TextLink,
} from '../../platform/ui'
import { count, moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { newestCheckpoint, sealLedger, sha256 } from '../publications'
import { breadcrumbsOf, HearingNotices } from './hearing.pages'
import { hearingAddress, notaAddress, notaFileAddress, tallySentence } from './hearing.parts'
import type { Nota } from './nota'
import { documentOf, effectSentence, formatNames, notaTitle } from './nota.parts'
import { formats, type NewFile, type Released } from './nota.store'
import { type FoundNota, findNota, modelOf, type Refusal, refusalToRelease, release, seenOf } from './nota.verbs'
import { NotaBody } from './nota-body.parts'
import { NotaCorrections } from './nota-correction.pages'

const find = (ask: Ask) => ask.read((tx) => findNota(tx, ask.params.code ?? ''))
const addressOf = (ask: Ask, code: string) => `${ask.installation.baseUrl}${notaAddress(code)}`

/** The nota: released for everybody, the draft for the bureau, with what it takes to release it. */
export async function notaPage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found ? draw(ask, found, { refused: null, isReleasing: false }) : ask.notFound()
}

const refusalWords: Readonly<Record<Refusal, string>> = {
  changed: 'Intussen veranderde er iets. Lees opnieuw wat u vrijgeeft.',
  'not-confirmed': 'Kruis aan dat u deze nota vrijgeeft.',
  unanswered: 'Niet elk punt heeft een antwoord.',
  'last-writer': 'U schreef zelf het laatst. Een ander van het bureau geeft de nota vrij.',
  same: 'Deze nota is al vrijgegeven.',
}

/** The same with the form to release it, for the bureau. */
export async function releasePage(ask: Ask): Promise<Response> {
  const found = await find(ask)
  return found?.draft ? draw(ask, found, { refused: null, isReleasing: true }) : ask.notFound()
}

/** Releases exactly what was shown, and keeps every file as it is at that moment. */
export async function releaseForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const found = await find(ask)
  if (!found?.draft) return ask.notFound()
  const { hearing, standing, notas, draft } = found
  const address = notaAddress(hearing.code)
  const seen = String(form.get('gezien') ?? '')
  const done = () => ask.redirect(`${address}?vrijgegeven=ja`)
  const refused = refusalToRelease(found, seen, form.has('akkoord'))
  // The same form sent twice: what it asked was done.
  if (refused === 'same' && seen === seenOf(draft.nota)) return done()
  if (refused) return draw(ask, found, { refused, isReleasing: true })
  // Made outside the transaction: it takes a moment, and the embedded database has only one.
  const version = (notas[0]?.version ?? 0) + 1
  const released = { version, actedAs: standing.bureauAs ?? '', on: dayInAmsterdam(ask.now) }
  const edition = { nota: draft.nota, released, address: addressOf(ask, hearing.code) }
  const files: NewFile[] = []
  for (const format of formats) {
    const content = await documentFile(format, documentOf(edition), ask.now)
    files.push({ format, content, hash: sha256(content) })
  }
  const isReleased = await release(ask.write, { hearing: hearing.code, nota: draft.nota, version }, files, {
    address,
    program: ask.installation.program,
    checkpoint: await newestCheckpoint(ask),
    requestId: ask.requestId,
  })
  if (!isReleased) {
    const now = await find(ask)
    if (now?.notas[0]?.model === modelOf(draft.nota)) return done()
    return now ? draw(ask, now, { refused: 'changed', isReleasing: true }) : ask.notFound()
  }
  await sealLedger(ask)
  return done()
}

type Shown = { readonly refused: Refusal | null; readonly isReleasing: boolean }

function draw(ask: Ask, found: FoundNota, { refused, isReleasing }: Shown) {
  const { hearing, notas, draft } = found
  const [newest] = notas
  const shown = draft?.nota ?? (JSON.parse(newest?.model ?? 'null') as Nota)
  const isReleased = newest !== undefined && modelOf(shown) === newest.model
  const address = addressOf(ask, hearing.code)
  const released = isReleased
    ? { version: newest.version, actedAs: newest.actedAs, on: dayInAmsterdam(new Date(newest.at)) }
    : null
  return ask.page(
    {
      title: notaTitle(shown),
      description: `Wat gemeenteraden en partners inbrachten en wat daarmee is gedaan: ${hearing.subject.title}.`,
      breadcrumbs: [...breadcrumbsOf(hearing), { label: 'Nota van beantwoording', href: notaAddress(hearing.code) }],
    },
    <>
      <Opening
        title={notaTitle(shown)}
        lead={`${tallySentence(shown.councils)} ${effectSentence(shown)}`}
        meta={[
          isReleased ? `vrijgegeven op ${moment(newest.at)}` : 'concept',
          <TextLink href={hearingAddress(hearing.code)}>Zienswijzen</TextLink>,
          ...(hearing.isExample ? [<Tag />] : []),
        ]}
      >
        <HearingNotices hearing={hearing} today={ask.today} />
        {ask.query.has('vrijgegeven') && newest && !refused && (
          <Notice kind="done" announce title="Vrijgegeven.">
            De nota is nu openbaar en verandert niet meer. Verandert er later iets, dan komt er een nieuwe versie bij.
          </Notice>
        )}
        {refused && refused !== 'not-confirmed' && (
          <Notice kind="error" announce title={refusalWords[refused]}>
            Er is niets vrijgegeven.
          </Notice>
        )}
        {draft && !isReleased && (
          <Notice title="Dit is een concept.">
            {newest ? 'Sinds de vorige versie veranderde er iets. ' : ''}Alleen het bureau ziet dit.
          </Notice>
        )}
      </Opening>
      <NotaBody document={documentOf({ nota: shown, released, address })} />
      <NotaCorrections found={found} />
      <FilesSection hearing={hearing.code} notas={notas} hasDraft={draft !== null && !isReleased} />
      {draft && !isReleased && (
        <ReleaseSection found={found} nota={draft.nota} refused={refused} isReleasing={isReleasing} />
      )}
    </>,
    refused === null ? 200 : refused === 'changed' ? 409 : 422,
  )
}

function ReleaseSection({ found, nota, refused, isReleasing }: Shown & { found: FoundNota; nota: Nota }) {
  const { hearing, standing, draft } = found
  const address = notaAddress(hearing.code)
  const unanswered = draft?.unanswered ?? 0
  const reason =
    unanswered > 0
      ? `${count(unanswered, 'punt wacht', 'punten wachten')} nog op een antwoord.`
      : standing.mayRelease === 'laatste'
        ? refusalWords['last-writer']
        : null
  return (
    <Section
      id="vrijgeven"
      title="Geef de nota vrij"
      intro="Iemand anders dan wie het laatst schreef, geeft haar vrij."
    >
      {reason ? (
        <Paragraph>
          {reason} <TextLink href={`${hearingAddress(hearing.code)}#ontbreekt`}>Naar de antwoorden</TextLink>
        </Paragraph>
      ) : !isReleasing ? (
        <Actions>
          <ButtonLink href={`${address}/vrijgeven#vrijgeven`} kind="primary">
            Geef de nota vrij
          </ButtonLink>
        </Actions>
      ) : (
        <Form
          action={`${address}/vrijgeven`}
          errors={refused === 'not-confirmed' ? [{ field: 'akkoord', message: refusalWords[refused] }] : []}
        >
          <input type="hidden" name="gezien" value={seenOf(nota)} />
          <Checkboxes
            name="akkoord"
            label="Uw vrijgave"
            error={refused === 'not-confirmed' ? refusalWords[refused] : undefined}
            options={[{ value: 'ja', label: 'Ik heb de nota gelezen en geef haar vrij. Iedereen kan haar dan lezen.' }]}
          />
          <Actions>
            <Button kind="primary">Geef vrij en publiceer</Button>
            <ButtonLink href={hearingAddress(hearing.code)} kind="subtle">
              Terug zonder vrijgeven
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </Section>
  )
}

function FilesSection(props: { hearing: string; notas: readonly Released[]; hasDraft: boolean }) {
  const rows = [
    ...(props.hasDraft ? formats.map((format) => ({ version: 'concept' as const, format, at: null, hash: null })) : []),
    ...props.notas.flatMap(({ version, at, files }) => files.map((file) => ({ version, at, ...file }))),
  ]
  return (
    <Section id="bestanden" title="Bestanden" intro="Wat is vrijgegeven, blijft zoals het was." full>
      <DataTable
        caption="Bestanden"
        hiddenCaption
        rows={rows}
        columns={[
          {
            head: 'Bestand',
            rowHead: true,
            cell: ({ version, format }) => (
              <TextLink href={notaFileAddress(props.hearing, version, format)}>
                {formatNames[format]}
                <span class="sv-onzichtbaar">, {version === 'concept' ? 'concept' : `versie ${version}`}</span>
              </TextLink>
            ),
          },
          { head: 'Versie', cell: ({ version }) => (version === 'concept' ? 'concept' : String(version)) },
          { head: 'Vrijgegeven', cell: ({ at }) => (at ? moment(at) : 'nog niet') },
          { head: 'Kenmerk van de inhoud (SHA-256)', cell: ({ hash }) => (hash ? <Code>{hash}</Code> : '') },
        ]}
      />
    </Section>
  )
}
