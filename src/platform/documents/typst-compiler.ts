import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

// The fonts of the screens are WOFF2, which Typst does not read; these are the same faces as TrueType.
const faces = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
]
const require = createRequire(import.meta.url)
/** Typst with the faces of our documents and no others. */
export const typstCompiler = () =>
  NodeCompiler.create({
    fontArgs: [{ fontBlobs: faces.map((face) => readFileSync(require.resolve(`@expo-google-fonts/${face}`))) }],
  })

export const messageOf = (fault: unknown) => String((fault as { message?: unknown } | undefined)?.message ?? fault)
