import { generateKeyPairSync, sign } from 'node:crypto'
import { contentHashOf, hashOf } from '../../bin/verifier/examine.mjs'
import { canonicalJson, type Json } from '../../src/kernel/canonical'

export type Row = { [name: string]: Json } & { regel: number; vorige: string | null; kenmerk: string }
export type Point = {
  regel: number
  kenmerk: string
  inhoud: string
  moment: string
  sleutel: string
  handtekening: string
}
export type Log = { regels: Row[]; controlepunten: Point[]; sleutel: string }
export type Signer = { key: string; sign(text: string): string }

export function newSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    key: publicKey.export({ format: 'jwk' }).x ?? '',
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  }
}

/** A row as a publication makes it. */
export const newRow = (name: string, regel: number): Row => ({
  regel,
  moment: '2026-11-24T09:00:00.000Z',
  soort: 'rapportage',
  onderwerp: name,
  bestanden: { 'rapport.pdf': `hash van ${name}` },
  vorige: null,
  kenmerk: '',
})

/** Numbers and chains rows anew: what whoever owns the database can do. */
export function chained(rows: readonly Row[]): Row[] {
  let vorige: string | null = null
  return rows.map((row, at) => {
    const made = { ...row, regel: at + 1, vorige }
    vorige = hashOf(made)
    return { ...made, kenmerk: vorige ?? '' }
  })
}

export function signed(rows: readonly Row[], { key, sign: signWith }: Signer): Point[] {
  return rows.map((row) => {
    const point = {
      regel: row.regel,
      kenmerk: row.kenmerk,
      inhoud: contentHashOf(row) ?? '',
      moment: '2026-11-24T09:00:01.000Z',
      sleutel: key,
    }
    return { ...point, handtekening: signWith(canonicalJson(point)) }
  })
}

/** A log of so many rows, all but the last `open` of them signed. */
export function newLog(length: number, signer: Signer, open = 0): Log {
  const regels = chained(Array.from({ length }, (_, at) => newRow(`stuk-${at + 1}`, at + 1)))
  return { regels, controlepunten: signed(regels.slice(0, length - open), signer), sleutel: signer.key }
}
