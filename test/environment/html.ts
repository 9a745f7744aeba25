/** A form of a page, with what a browser sends when nobody fills anything in. */
export type PageForm = {
  readonly method: 'get' | 'post'
  readonly action: string
  readonly fields: readonly { readonly name: string; readonly type: string; readonly value: string }[]
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

/** Reads what `PageFacts` names from the HTML of a page. */
export function readPage(html: string): PageFacts {
  const links: string[] = []
  const loads: string[] = []
  const ids: string[] = []
  const inline: string[] = []
  const forms: { method: 'get' | 'post'; action: string; fields: { name: string; type: string; value: string }[] }[] =
    []
  let form: (typeof forms)[number] | undefined
  let select: { name: string; type: string; value: string } | undefined
  let hasChoice = false
  for (const { name, closes, has } of tagsOf(html)) {
    if (closes) {
      if (name === 'form') form = undefined
      if (name === 'select') select = undefined
      continue
    }
    if (has.id !== undefined) ids.push(has.id)
    if (name === 'style' || (name === 'script' && has.src === undefined)) inline.push(`<${name}>`)
    for (const key of Object.keys(has)) if (key === 'style' || /^on[a-z]+$/.test(key)) inline.push(`<${name} ${key}>`)
    const address = has.href ?? has['xlink:href']
    if (name === 'a' && address !== undefined) links.push(address)
    else if (address !== undefined) loads.push(address)
    if (has.src !== undefined) loads.push(has.src)
    if (name === 'form') {
      form = { method: has.method?.toLowerCase() === 'post' ? 'post' : 'get', action: has.action ?? '', fields: [] }
      forms.push(form)
    }
    if (!form) continue
    if (
      name === 'input' &&
      has.name !== undefined &&
      (!['checkbox', 'radio'].includes(has.type ?? '') || 'checked' in has)
    )
      form.fields.push({ name: has.name, type: has.type ?? 'text', value: has.value ?? '' })
    if (name === 'textarea' && has.name !== undefined) form.fields.push({ name: has.name, type: 'textarea', value: '' })
    if (name === 'select' && has.name !== undefined) {
      select = { name: has.name, type: 'select', value: '' }
      hasChoice = false
      form.fields.push(select)
    }
    if (name === 'option' && select && (!hasChoice || 'selected' in has)) {
      select.value = has.value ?? ''
      hasChoice = true
    }
  }
  const between = (tag: string) => html.match(new RegExp(`<${tag}[\\s>][\\s\\S]*?</${tag}>`, 'gi')) ?? []
  const textOf = (part: string) =>
    decoded(
      part
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  return {
    title: textOf(between('title')[0] ?? ''),
    language: /<html[^>]*\blang="([^"]*)"/i.exec(html)?.[1] ?? '',
    headings: between('h1').map(textOf),
    ids,
    links,
    loads,
    forms,
    inline,
    main: between('main')[0] ?? '',
  }
}
