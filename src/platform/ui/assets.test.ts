import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { asset, assets, fonts, stylesheet } from './assets'

const css = new TextDecoder().decode(stylesheet().body)

test('the stylesheet is one small file', () => {
  expect(stylesheet().path).toMatch(/^\/stijl\/[0-9a-f]{12}\.css$/)
  expect(gzipSync(stylesheet().body).length).toBeLessThan(25_000)
})

test('it asks no other host for anything, and finds each of its fonts', () => {
  const addresses = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((found) => found[1] ?? '')
  expect(addresses.length).toBe(fonts().length)
  for (const address of addresses) expect(asset(address)?.type).toBe('font/woff2')
})

test('NL Design System lies below our own rules', () => {
  expect(css).toContain('@layer nlds')
  expect(css).toContain('.utrecht-table')
})

test('every file has a name of its own and can be found by it', () => {
  expect(new Set(assets().map((file) => file.path)).size).toBe(assets().length)
  for (const file of assets()) expect(asset(file.path)).toBe(file)
  expect(asset('/stijl/other.css')).toBeNull()
})
