import { StylePage } from '../platform/ui'
import type { Ask } from '../platform/web/ask'

/** Every component and state, with invented content. */
export async function stylePage(ask: Ask): Promise<Response> {
  const page = <StylePage region={{ name: ask.region.name, coalition: ask.region.coalition }} />
  return ask.file(String(await page), 'text/html; charset=utf-8')
}
