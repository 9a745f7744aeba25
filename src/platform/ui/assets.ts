import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

/** A file the browser may keep for a year: its path changes when its content does. */
export type Asset = { readonly path: string; readonly type: string; readonly body: Uint8Array<ArrayBuffer> }

export const assetCacheControl = 'public, max-age=31536000, immutable'

/** The first is preloaded: it is the letter of nearly all text. */
const fontFiles = [
  '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-italic.woff2',
  '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2',
  '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
]

const iconSource =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#6d1f54"/>' +
  '<g fill="none" stroke="#fffdf9" stroke-width="3"><rect x="4.5" y="11" width="14" height="10" rx="5"/>' +
  '<rect x="13.5" y="11" width="14" height="10" rx="5"/></g></svg>'

/** The repository root, seen from this file or from the bundle in dist/: the nearest folder with our sources. */
function repositoryRoot(): string {
  const stylesheetPath = join('src', 'platform', 'ui', 'css', 'index.css')
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, stylesheetPath))) return folder
    if (folder === dirname(folder)) throw new Error(`${stylesheetPath} not found above ${import.meta.url}`)
  }
}

function hashed(folder: string, name: string, extension: string, type: string, content: Uint8Array): Asset {
  const body = new Uint8Array(content)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/${folder}/${name}${name ? '-' : ''}${hash}.${extension}`, type, body }
}

/** One file for browsers, made of a source of this folder and all that it needs. */
function built(root: string, source: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'src/platform/ui', source)],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: source.endsWith('.ts') ? 'esm' : undefined,
    write: false,
    logLevel: 'silent',
    legalComments: 'none',
    external: ['/lettertypen/*'],
    target: ['chrome111', 'firefox115', 'safari16.4'],
  })
  return outputFiles[0]?.text ?? ''
}

function load() {
  const root = repositoryRoot()
  const loadedFonts = fontFiles.map((file) => {
    const name = file.slice(file.lastIndexOf('/') + 1, -'.woff2'.length)
    return hashed('lettertypen', name, 'woff2', 'font/woff2', readFileSync(join(root, 'node_modules', file)))
  })
  let css = built(root, 'css/index.css')
  fontFiles.forEach((file, index) => {
    css = css.replaceAll(`/lettertypen/${file.slice(file.lastIndexOf('/') + 1)}`, loadedFonts[index]?.path ?? '')
  })
  return {
    stylesheet: hashed('stijl', '', 'css', 'text/css; charset=utf-8', new TextEncoder().encode(css)),
    liveFilter: hashed(
      'scripts',
      'live-filter',
      'js',
      'text/javascript; charset=utf-8',
      new TextEncoder().encode(built(root, 'browser/live-filter.ts')),
    ),
    icon: hashed('stijl', 'schakel', 'svg', 'image/svg+xml', new TextEncoder().encode(iconSource)),
    fonts: loadedFonts,
  }
}

let loaded: ReturnType<typeof load> | undefined

function once(): ReturnType<typeof load> {
  loaded ??= load()
  return loaded
}

/** The one stylesheet, built on first use from `css/` and the NL Design System packages. */
export function stylesheet(): Asset {
  return once().stylesheet
}

/** What makes a form that searches follow each choice; pages without such a form ask for no script. */
export function liveFilter(): Asset {
  return once().liveFilter
}

export function icon(): Asset {
  return once().icon
}

export function fonts(): readonly Asset[] {
  return once().fonts
}

/** Every file of the look, for routes and tests. */
export function assets(): readonly Asset[] {
  return [stylesheet(), liveFilter(), icon(), ...fonts()]
}

/** The file at a path, or null. */
export function asset(path: string): Asset | null {
  return assets().find((file) => file.path === path) ?? null
}
