import { photoTypes } from '../../platform/images/photo'
import type { Ask } from '../../platform/web/ask'
import { photoOf } from './update.store'

/** A photo with what was said of an action, to professionals as the sentence is, and kept by no browser. */
export async function photoFile(ask: Ask): Promise<Response> {
  const { code = '', file = '' } = ask.params
  const photo = await ask.read((tx) => photoOf(tx, code, file))
  if (!photo) return ask.notFound()
  return ask.file(photo.bytes, photoTypes[photo.kind], { 'cache-control': 'no-store' })
}
