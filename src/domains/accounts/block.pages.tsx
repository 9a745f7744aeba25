import { randomUUID } from 'node:crypto'
import { typedDay } from '../../kernel/typed-day'
import type { Ask } from '../../platform/web/ask'
import { textIn } from '../../platform/web/form-fields'
import { noteDeed } from '../identity'
import { type BlockKind, blockKinds, newest, type Part, parts, type Version } from './account'
import { keepBlock } from './account.verbs'
import { accountAddress } from './address.parts'
import { pagesOfRegion } from './area-page.verbs'
import { blockForm, type Shown } from './block.parts'
import { lookUp } from './bound.verbs'
import { type Choice, choicesFor } from './choice.verbs'
import { type Draft, findDraft, writes } from './draft.verbs'
import { contentOf, type Typed } from './entry-form'
import { keepPicture } from './picture.pages'
import { isOfArea, namedIn } from './reference'

type Of = { readonly block: string; readonly kind: BlockKind; readonly part: Part; readonly last: Version | null }

/** The block that is asked for, or a new one; null when it is not there or not for the person who asks. */
function blockOf(draft: Draft, asked: { block: string; kind: string; part: string }): Of | null {
  const last = newest(draft.versions).find(({ block }) => block === asked.block) ?? null
  const kind = last?.kind ?? blockKinds.find((one) => one === asked.kind)
  const part = last?.part ?? parts.find((one) => one === asked.part)
  const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(asked.block)
  return kind && part && isId && writes(draft, part) ? { block: asked.block, kind, part, last } : null
}

/** Where a block is written. */
export async function blockPage(ask: Ask): Promise<Response> {
  const found = await ask.read(async (tx) => {
    const draft = await findDraft(tx, ask.params.code ?? '', ask.today)
    return draft && { draft, choices: await choicesFor(tx, draft.account.year, ask.today) }
  })
  const asked = ask.query
  const of =
    found &&
    blockOf(found.draft, {
      block: asked.get('blok') ?? randomUUID(),
      kind: asked.get('soort') ?? '',
      part: asked.get('deel') ?? '',
    })
  if (!found || !of || (asked.has('blok') && !of.last)) return ask.notFound()
  return show(ask, found, of, typedFrom(found.draft, of), {})
}

const nextSeq = ({ blocks }: Draft) => String(Math.min(999, Math.max(0, ...blocks.map(({ seq }) => seq)) + 10))

function typedFrom(draft: Draft, { last }: Of): Typed {
  const [year = '', month = '', day = ''] = last?.consentUntil?.split('-') ?? []
  return {
    seq: last ? String(last.seq) : nextSeq(draft),
    title: last?.title ?? '',
    body: last?.body ?? '',
    origin: last?.origin ?? 'samengesteld',
    day,
    month,
    year,
    picture: last?.picture?.hash ?? '',
    alt: last?.picture?.alt ?? '',
    credit: last?.picture?.credit ?? '',
    place: last?.place ?? 'stuk',
    isRemoved: last?.isRemoved ?? false,
  }
}

/** Keeps a block as its next version; or shows again what was typed, with what is wrong or what a colleague wrote. */
export async function writeBlock(ask: Ask): Promise<Response> {
  const form = await ask.form()
  const text = textIn(form)
  const typedWords: Typed = {
    seq: text('plaats'),
    title: text('titel'),
    body: text('tekst'),
    origin: text('herkomst'),
    day: text('tot-dag'),
    month: text('tot-maand'),
    year: text('tot-jaar'),
    picture: /^[0-9a-f]{64}$/.test(text('beeld')) ? text('beeld') : '',
    alt: text('beschrijving'),
    credit: text('bron'),
    place: text('waar') || 'stuk',
    isRemoved: form.has('weg'),
  }
  const found = await ask.read(async (tx) => {
    const draft = await findDraft(tx, ask.params.code ?? '', ask.today)
    const of = draft && blockOf(draft, { block: text('blok'), kind: text('soort'), part: text('deel') })
    if (!draft || !of) return null
    const named = namedIn({ kind: of.kind, body: typedWords.body })
    const known = await lookUp(tx, named, ask.today)
    // On the pages of areas it is enough that one of them has the figure.
    const pages =
      typedWords.place === 'gebieden' && named.some(isOfArea) ? await pagesOfRegion(tx, named, ask.today) : []
    const unknown = [...known]
      .filter(([name, one]) => !one && !(isOfArea(name) && pages.some((found) => found.get(name))))
      .map(([name]) => name)
    return { draft, of, named, unknown, choices: await choicesFor(tx, draft.account.year, ask.today) }
  })
  if (!found) return ask.notFound()
  const { draft, of, named, unknown } = found
  const { code } = draft.account
  const sent = of.kind === 'beeld' ? form.get('bestand') : null
  const kept = sent instanceof File && sent.size > 0 ? await keepPicture(ask, code, sent) : null
  const isKnown = kept !== null || draft.pictures.has(typedWords.picture)
  const typed = { ...typedWords, picture: kept && 'hash' in kept ? kept.hash : isKnown ? typedWords.picture : '' }
  const content = contentOf(typed, {
    kind: of.kind,
    named,
    unknown,
    until: typedDay({ day: typed.day, month: typed.month, year: typed.year }),
    today: ask.today,
    noPicture: kept && 'refused' in kept ? kept.refused : null,
  })
  if ('faults' in content) return show(ask, found, of, typed, { faults: content.faults, seen: text('versie') })
  const keep = () =>
    ask.write(async (tx) => {
      const kept = await keepBlock(tx, code, of, Number.parseInt(text('versie'), 10) || 0, content)
      if (kept.is === 'kept')
        await noteDeed(tx, {
          event: 'blok van verantwoordingsstuk geschreven',
          object: `${code} ${of.block}`,
          requestId: ask.requestId,
        })
      return kept
    })
  // A colleague kept one at this very moment: the second look sees it.
  const outcome = await keep().catch((fault: unknown) => {
    if ((fault as { code?: unknown }).code === '23505') return keep()
    if ((fault as { code?: unknown }).code === '42501') return null
    throw fault
  })
  if (!outcome) return ask.redirect(accountAddress(code))
  if (outcome.is === 'clash')
    return show(ask, found, { ...of, last: outcome.theirs }, typed, {
      theirs: outcome.theirs,
      seen: String(outcome.theirs.version),
    })
  return ask.redirect(`${accountAddress(code)}#blokken`)
}

function show(
  ask: Ask,
  { draft, choices }: { readonly draft: Draft; readonly choices: readonly Choice[] },
  of: Of,
  typed: Typed,
  { faults = [], theirs = null, seen }: Partial<Pick<Shown, 'faults' | 'theirs'>> & { readonly seen?: string },
) {
  const version = seen ?? String(of.last?.version ?? 0)
  return blockForm(ask, { account: draft.account, ...of, typed, version, faults, theirs, choices })
}
