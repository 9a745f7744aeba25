import { z } from 'zod'

/** What a column of a table holds, as CSV on the Web and OData name it. */
export type ColumnType = 'text' | 'integer' | 'number' | 'yes-no' | 'day' | 'moment'

/** One column of the table that items become: a field, or one part of a field that has parts. */
export type Column = {
  /** As in the header of every file: `bron.document` for a part. */
  readonly name: string
  readonly field: string
  readonly part: string | null
  /** The name in words. */
  readonly title: string
  /** What it means; empty only when the declaration forgot, which a test refuses. */
  readonly description: string
  readonly type: ColumnType
  /** The values it can have, when they are fixed. */
  readonly choices: readonly string[] | null
  /** More values in one cell, joined by `;`. */
  readonly isList: boolean
  readonly mayBeEmpty: boolean
  /** The unit of a number, or the column that names it per row. */
  readonly unit: string | { readonly column: string } | null
}

/** For the description of a number: the unit it is in. */
export const inUnit = (unit: string) => ({ 'x-eenheid': unit })
/** For the description of a number: the field that names its unit, row by row. */
export const inUnitOf = (field: string) => ({ 'x-eenheid-in': field })

/** The columns of the items a schema describes, in order. */
export function columnsOf(item: z.ZodObject): Column[] {
  return Object.entries(item.shape).flatMap(([field, schema]) => {
    const whole = schema as z.ZodType
    const inner = innermost(whole)
    if (!(inner instanceof z.ZodObject)) return [column(field, null, whole, false)]
    const isEmptyable = mayBeEmpty(whole)
    return Object.entries(inner.shape).map(([part, one]) => column(field, part, one as z.ZodType, isEmptyable))
  })
}

function column(field: string, part: string | null, schema: z.ZodType, wholeMayBeEmpty: boolean): Column {
  const meta = { ...innermost(schema).meta(), ...schema.meta() }
  const inner = innermost(schema)
  const held = inner instanceof z.ZodArray ? innermost(inner.element as z.ZodType) : inner
  const other = meta['x-eenheid-in'] as string | undefined
  return {
    name: part === null ? field : `${field}.${part}`,
    field,
    part,
    title: meta.title ?? (part === null ? inWords(field) : `${inWords(field)}: ${part}`),
    description: meta.description ?? '',
    type: typeOf(held),
    choices: choicesOf(held),
    isList: inner instanceof z.ZodArray,
    mayBeEmpty: wholeMayBeEmpty || mayBeEmpty(schema) || inner instanceof z.ZodArray,
    unit: other ? { column: other } : ((meta['x-eenheid'] as string | undefined) ?? null),
  }
}

const mayBeEmpty = (schema: z.ZodType) => schema.safeParse(null).success || schema.safeParse(undefined).success

function innermost(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
    ? innermost(schema.unwrap() as z.ZodType)
    : schema
}

function typeOf(schema: z.ZodType): ColumnType {
  if (schema instanceof z.ZodBoolean) return 'yes-no'
  if (schema instanceof z.ZodNumber) return schema.format === 'safeint' ? 'integer' : 'number'
  if (schema instanceof z.ZodISODate) return 'day'
  return schema instanceof z.ZodISODateTime ? 'moment' : 'text'
}

function choicesOf(schema: z.ZodType): string[] | null {
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : null
}

const abbreviations: Readonly<Record<string, string>> = { cbs: 'CBS', tooi: 'TOOI', fte: 'Fte' }

// `aantalActies` becomes "Aantal acties".
function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return abbreviations[name] ?? words.charAt(0).toUpperCase() + words.slice(1)
}
