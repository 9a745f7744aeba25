import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What vouches for the database from outside it: a key that signs, and a file to which lines are only added. */
export type Seal = {
  /** The public key: 32 bytes of Ed25519 in base64url. It is its own name. */
  readonly key: string
  /** The signature of a text, in base64url. */
  sign(text: string): string
  /** The lines of the file, the oldest first. */
  lines(): Promise<string[]>
  /** Adds lines; they stand on the disk when this returns. Faults when the disk refuses. */
  add(lines: readonly string[]): void
}

export type SealRefusal =
  | { readonly refused: 'folder-unusable'; readonly because: string }
  /** There are signed lines and the key that signed them is gone: another key would look like a forgery. */
  | { readonly refused: 'key-gone'; readonly file: string }

/** Opens the key and the file in `folder`, and makes them when there are none. */
export function openSeal(folder: string): Seal | SealRefusal {
  const [keyFile, linesFile] = [join(folder, 'logboek.sleutel.pem'), join(folder, 'controlepunten.jsonl')]
  try {
    mkdirSync(folder, { recursive: true })
    if (!existsSync(keyFile)) {
      if (existsSync(linesFile) && statSync(linesFile).size > 0) return { refused: 'key-gone', file: keyFile }
      const { privateKey } = generateKeyPairSync('ed25519')
      write(keyFile, 'wx', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 0o600)
    }
    const privateKey = createPrivateKey(readFileSync(keyFile))
    if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`${keyFile} is no Ed25519 key`)
    // Whoever cannot write here should hear it at the start, and not at the first publication.
    write(linesFile, 'a', '', 0o644)
    return sealOf(privateKey, linesFile)
  } catch (fault) {
    return { refused: 'folder-unusable', because: (fault as Error).message }
  }
}

function sealOf(privateKey: KeyObject, file: string): Seal {
  return {
    key: createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '',
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    lines: async () => (await readFile(file, 'utf8')).split('\n').filter((line) => line !== ''),
    add(lines) {
      if (lines.length === 0) return
      // After a line that was cut off half way the next begins on its own.
      const isCutOff = !['', '\n'].includes(readFileSync(file, 'utf8').slice(-1))
      write(file, 'a', `${isCutOff ? '\n' : ''}${lines.join('\n')}\n`, 0o644)
    },
  }
}

function write(file: string, flag: 'a' | 'wx', text: string, mode: number): void {
  const open = openSync(file, flag, mode)
  try {
    writeSync(open, text)
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
