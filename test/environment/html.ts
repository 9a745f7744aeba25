/** A form of a page, with what a browser sends when nobody fills anything in. */
export type PageForm = {
  readonly method: 'get' | 'post'
  readonly action: string
  readonly fields: readonly FormField[]
}

type FormField = {
  readonly name: string
  readonly type: string
  readonly value: string
  /** What a choice offers; empty for other fields. */
  readonly options: readonly string[]
}

/** What a test wants to know of a page, without a browser. */
export type PageFacts = {
  readonly title: string
  readonly language: string
  /** Texts of the headings of the first level. */
  readonly headings: readonly string[]
  readonly ids: readonly string[]
  /** Addresses of links, as they stand in the page. */
  readonly links: readonly string[]
  /** Addresses the page loads: styles, fonts, images, scripts. */
  readonly loads: readonly string[]
  readonly forms: readonly PageForm[]
  /** Inline styles, scripts and event handlers. */
  readonly inline: readonly string[]
  /** What stands in `main`. */
  readonly main: string
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }
const decoded = (text: string) =>
  text.replace(/&(#x?)?([\da-z]+);/gi, (whole, number, name) => {
    if (!number) return entities[name] ?? whole
    return String.fromCodePoint(Number.parseInt(name, number === '#' ? 10 : 16))
  })

type Tag = {
  readonly name: string
  readonly closes: boolean
  readonly has: Readonly<Record<string, string>>
  readonly at: number
}

/** The tags of a page that this product made: well formed, with every value between quotes. The validators see to that. */
function tagsOf(html: string): Tag[] {
  const tags: Tag[] = []
  for (const found of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>/gi)) {
    const [, slash, name = '', attributes = ''] = found
    const has: Record<string, string> = {}
    for (const [, key = '', value = ''] of attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)) has[key] = decoded(value)
    tags.push({ name: name.toLowerCase(), closes: slash === '/', has, at: found.index + found[0].length })
  }
  return tags
}

type Filling = { method: 'get' | 'post'; action: string; fields: (FormField & { value: string; options: string[] })[] }

/** The forms of a page. A box or button that is not chosen sends nothing, and is left out. */
function formsOf(tags: readonly Tag[]): PageForm[] {
  const forms: Filling[] = []
  let form: Filling | undefined
  for (const { name: tag, closes, has } of tags) {
    if (tag === 'form') {
      form = closes
        ? undefined
        : { method: has.method === 'post' ? 'post' : 'get', action: has.action ?? '', fields: [] }
      if (form) forms.push(form)
    }
    if (!form || closes) continue
    const last = form.fields.at(-1)
    if (tag === 'option' && last?.type === 'select') {
      if (last.options.length === 0 || 'selected' in has) last.value = has.value ?? ''
      last.options.push(has.value ?? '')
    }
    const type = tag === 'input' ? (has.type ?? 'text') : tag
    const isChosen = !['checkbox', 'radio'].includes(type) || 'checked' in has
    if (['input', 'select', 'textarea'].includes(tag) && has.name !== undefined && isChosen)
      form.fields.push({ name: has.name, type, value: has.value ?? '', options: [] })
  }
  return forms
}

const textOf = (html: string) =>
  decoded(
    html
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

/** Reads what `PageFacts` names from the HTML of a page. */
export function readPage(html: string): PageFacts {
  const tags = tagsOf(html)
  const opening = tags.filter(({ closes }) => !closes)
  const target = ({ has }: Tag) => has.href ?? has['xlink:href'] ?? []
  const between = (tag: string) => html.match(new RegExp(`<${tag}[\\s>][\\s\\S]*?</${tag}>`, 'gi')) ?? []
  return {
    title: textOf(between('title')[0] ?? ''),
    language: opening.find(({ name }) => name === 'html')?.has.lang ?? '',
    headings: between('h1').map(textOf),
    ids: opening.flatMap(({ has }) => has.id ?? []),
    links: opening.filter(({ name }) => name === 'a').flatMap(target),
    loads: opening.flatMap((tag) => [tag.has.src ?? [], tag.name === 'a' ? [] : target(tag)].flat()),
    forms: formsOf(tags),
    inline: opening.flatMap(({ name, has }) => [
      ...(name === 'style' || (name === 'script' && has.src === undefined) ? [`<${name}>`] : []),
      ...Object.keys(has)
        .filter((key) => key === 'style' || /^on[a-z]+$/.test(key))
        .map((key) => `<${name} ${key}>`),
    ]),
    main: between('main')[0] ?? '',
  }
}

/** What `main` of a page says, in one line of text. */
export const mainText = (html: string) =>
  textOf(readPage(html).main)
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ([.,:;])/g, '$1')

/** What a browser sends with the form that posts to an address, with some fields changed and some boxes ticked. */
export function filledForm(html: string, action: string, changes: Record<string, string> = {}): [string, string][] {
  const form = readPage(html).forms.find((one) => one.action === action)
  if (!form) throw new Error(`no form to ${action}`)
  const fields = form.fields.map(({ name, value }): [string, string] => [name, changes[name] ?? value])
  // A box that was not ticked is not among the fields.
  const ticked = Object.entries(changes).filter(([name]) => !fields.some(([given]) => given === name))
  return [...fields, ...ticked]
}
