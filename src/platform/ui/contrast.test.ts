import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./css/tokens.css', import.meta.url), 'utf8')
const darkFrom = css.indexOf('@media (prefers-color-scheme: dark)')

function colours(text: string): Map<string, string> {
  return new Map([...text.matchAll(/--sv-([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1]!, found[2]!]))
}

const themes = { light: colours(css.slice(0, darkFrom)), dark: colours(css.slice(darkFrom)) }

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return red! * 0.2126 + green! * 0.7152 + blue! * 0.0722
}

/** The contrast of WCAG 2.2, 1.4.3. */
function ratio(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

const [text, shape] = [4.5, 3]
const inks = ['inkt', 'inkt-2', 'inkt-3', 'accent', 'hoger', 'lager', 'fout']
const pairs: readonly (readonly [ink: string, ground: string, least: number])[] = [
  ...inks.flatMap((ink) => ['papier', 'vlak', 'vlak-2', 'band'].map((ground) => [ink, ground, text] as const)),
  ['op-accent', 'accent', text],
  ['op-accent', 'accent-2', text],
  ['papier', 'inkt', text],
  ['hoger', 'hoger-tint', text],
  ['lager', 'lager-tint', text],
  ['fout', 'fout-tint', text],
  ...['accent-tint', 'hoger-tint', 'lager-tint', 'merk'].map((ground) => ['inkt', ground, text] as const),
  ...['accent-tint', 'merk'].map((ground) => ['inkt-2', ground, text] as const),
  ...['accent', 'hoger', 'lager'].map((ink) => [ink, 'merk', text] as const),
  ['lijn-2', 'papier', shape],
  ['lijn-2', 'vlak', shape],
]

test.each(Object.entries(themes))('the colours of the %s theme can be told apart', (_theme, theme) => {
  expect(theme.size).toBeGreaterThan(20)
  const failures = pairs
    .map(([ink, ground, least]) => ({ ink, ground, least, found: ratio(theme.get(ink)!, theme.get(ground)!) }))
    .filter((pair) => !(pair.found >= pair.least))
  expect(failures).toEqual([])
})
