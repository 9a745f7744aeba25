import { dayInAmsterdam } from '../../kernel/day'
import {
  Actions,
  Button,
  ButtonLink,
  Checkboxes,
  Form,
  KeepOrBack,
  Notice,
  Opening,
  Paragraph,
  Section,
  TextArea,
  TextLink,
} from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { noteDeed } from '../identity'
import { reportTitle } from './edition.parts'
import { enterReport, newestCheckpoint, sealLedger, sha256 } from './entry.verbs'
import { editionOf, rendered } from './rendering.parts'
import { breadcrumbsOf, pageTitle } from './report.pages'
import { fileAddress, reportAddress } from './report.parts'
import { addContext, authorOf, findReport, formats, type NewFile, publish, type StoredReport } from './report.store'

type Own = { readonly stored: StoredReport; readonly author: string }

/** The draft somebody may write on and sign; null for everybody else, and once it is signed. */
function ownDraft(ask: Ask): Promise<Own | null> {
  return ask.read(async (tx) => {
    const stored = await findReport(tx, ask.params.code ?? '')
    const author = stored && !stored.signature ? await authorOf(tx, stored.report.area.code) : null
    return stored && author ? { stored, author } : null
  })
}

const longestText = 20_000

/** Where the adviser writes his own words. */
export async function contextPage(ask: Ask): Promise<Response> {
  const own = await ownDraft(ask)
  return own ? contextForm(ask, own, own.stored.context?.text ?? '', null) : ask.notFound()
}

/** Keeps what was written as a new version; or shows it again with what is wrong. */
export async function writeContext(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const own = await ownDraft(ask)
  if (!own) return ask.notFound()
  const text = String(form.get('toelichting') ?? '').trim()
  const seen = Number.parseInt(String(form.get('versie') ?? ''), 10) || 0
  const version = own.stored.context?.version ?? 0
  const code = own.stored.code
  if (text.length > longestText)
    return contextForm(ask, own, text, `Maak de tekst korter: ten hoogste ${longestText} tekens.`)
  const isChanged = text !== (own.stored.context?.text ?? '')
  if (isChanged && seen !== version)
    return contextForm(
      ask,
      own,
      text,
      'Intussen schreef een collega iets anders. Uw tekst staat hier nog; bewaar hem opnieuw als die moet gelden.',
      409,
    )
  if (isChanged) {
    await ask.write(async (tx) => {
      await addContext(tx, { report: code, version: version + 1, text })
      await noteDeed(tx, {
        event: 'toelichting bij rapportage geschreven',
        object: `${code} versie ${version + 1}`,
        requestId: ask.requestId,
      })
    })
  }
  return ask.redirect(reportAddress(code))
}

function contextForm(ask: Ask, { stored }: Own, text: string, fault: string | null, status: 422 | 409 = 422) {
  const address = `${reportAddress(stored.code)}/toelichting`
  return ask.page(
    {
      title: `Toelichting bij ${pageTitle(stored)}`,
      breadcrumbs: [...breadcrumbsOf(stored), { label: 'Toelichting', href: address }],
    },
    <>
      <Opening
        title="Uw toelichting"
        lead="Wat moet de lezer weten om deze cijfers te begrijpen? U kent de plek; de cijfers niet."
      />
      <Section id="formulier" title={reportTitle(stored.report)}>
        <Form action={address} errors={fault ? [{ field: 'toelichting', message: fault }] : []}>
          <input type="hidden" name="versie" value={String(stored.context?.version ?? 0)} />
          <TextArea
            name="toelichting"
            label="Toelichting"
            description="Bijvoorbeeld: wat er gebeurde, wat u eraan doet, en wat u niet weet. Noem geen personen. Een lege regel begint een nieuwe alinea."
            value={text}
            rows={12}
            {...(fault ? { error: fault } : {})}
          />
          <KeepOrBack back={reportAddress(stored.code)} />
        </Form>
      </Section>
    </>,
    fault ? status : 200,
  )
}

/** What somebody would sign now. */
export async function signingPage(ask: Ask): Promise<Response> {
  const own = await ownDraft(ask)
  return own ? signPage(ask, own, null) : ask.notFound()
}

const seenOf = ({ context, madeAt }: StoredReport) => `${context?.id ?? ''} ${madeAt}`

/** Signs exactly what was shown, and keeps every file as it is at that moment. */
export async function signForm(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const own = await ownDraft(ask)
  if (!own) return ask.notFound()
  const { stored, author } = own
  if (form.get('gezien') !== seenOf(stored)) return signPage(ask, own, 'changed')
  if (!form.has('akkoord')) return signPage(ask, own, 'not-confirmed')
  // Made outside the transaction: it takes a moment, and the embedded database has only one.
  const checkpoint = await newestCheckpoint(ask)
  const edition = editionOf(ask, stored, { actedAs: author, on: dayInAmsterdam(ask.now) }, checkpoint)
  const files: NewFile[] = []
  for (const format of formats) {
    const content = await rendered(format, edition, stored, ask.now)
    files.push({ format, content, hash: sha256(content) })
  }
  const isDone = await ask
    .write(async (tx) => {
      const now = await findReport(tx, stored.code)
      if (!now || now.signature || seenOf(now) !== seenOf(stored)) return false
      await publish(tx, stored.code, stored.context?.id ?? null, files)
      await enterReport(tx, {
        code: stored.code,
        report: stored.report,
        earlier: null,
        bestanden: Object.fromEntries(files.map(({ format, hash }) => [`rapport.${format}`, hash])),
        programma: ask.installation.program,
        controlepunt: checkpoint,
      })
      await noteDeed(tx, {
        event: 'rapportage ondertekend',
        object: `${stored.code}: ${files.map(({ format, hash }) => `${format} ${hash}`).join(';')}`,
        requestId: ask.requestId,
      })
      return true
    })
    .catch((fault: unknown) => {
      // A colleague signed or wrote at this very moment.
      if (['23505', '42501'].includes(String((fault as { code?: unknown }).code))) return false
      throw fault
    })
  if (isDone) await sealLedger(ask)
  if (isDone) return ask.redirect(`${reportAddress(stored.code)}#bestanden`)
  const again = await ownDraft(ask)
  return again ? signPage(ask, again, 'changed') : ask.redirect(reportAddress(stored.code))
}

function signPage(ask: Ask, { stored, author }: Own, refused: 'changed' | 'not-confirmed' | null) {
  const { code, context, report } = stored
  const address = `${reportAddress(code)}/ondertekenen`
  const unconfirmed = 'Kruis aan dat u dit stuk ondertekent.'
  return ask.page(
    {
      title: `${pageTitle(stored)} ondertekenen`,
      breadcrumbs: [...breadcrumbsOf(stored), { label: 'Ondertekenen', href: address }],
    },
    <>
      <Opening
        title="Onderteken en publiceer"
        lead="Daarna is het stuk openbaar. Het verandert dan niet meer, ook niet als er nieuwe cijfers komen."
      >
        {report.isExample && (
          <Notice kind="attention" title="Dit zijn voorbeeldcijfers.">
            U kunt hiermee oefenen. Het stuk is zichtbaar tot er cijfers van de politie zijn.
          </Notice>
        )}
        {refused === 'changed' && (
          <Notice kind="error" announce title="Intussen veranderde er iets.">
            Er is niets ondertekend. Kijk opnieuw wat u ondertekent.
          </Notice>
        )}
      </Opening>
      <Section id="wat" title="Wat u ondertekent" intro={`U tekent als: ${author}.`}>
        <Paragraph>
          <TextLink href={fileAddress(code, 'pdf')}>{reportTitle(report)} (PDF)</TextLink>
        </Paragraph>
        <Paragraph quiet>
          {context
            ? `Met de toelichting van ${context.actedAs}, ${moment(context.at)}.`
            : 'Er is nog geen toelichting geschreven. U kunt ondertekenen zonder.'}
        </Paragraph>
        <Form action={address} errors={refused === 'not-confirmed' ? [{ field: 'akkoord', message: unconfirmed }] : []}>
          <input type="hidden" name="gezien" value={seenOf(stored)} />
          <Checkboxes
            name="akkoord"
            label="Uw handtekening"
            error={refused === 'not-confirmed' ? unconfirmed : undefined}
            options={[{ value: 'ja', label: `Ik onderteken dit stuk voor ${report.area.name}.` }]}
          />
          <Actions>
            <Button kind="primary">Onderteken en publiceer</Button>
            <ButtonLink href={reportAddress(code)} kind="subtle">
              Terug zonder ondertekenen
            </ButtonLink>
          </Actions>
        </Form>
      </Section>
    </>,
    refused === null ? 200 : refused === 'changed' ? 409 : 422,
  )
}
