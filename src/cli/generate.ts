import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { glossaryText } from '../domains/learning'
import { describeSchema, describeTypes } from '../platform/db/describe'
import { migrate, readMigrations } from '../platform/db/migrate'
import { databaseOnEngine } from '../platform/db/open'
import { openPglite } from '../platform/db/pglite'
import { packText } from '../region/document'
import { settingsText } from '../settings-text'

// Writes every file that follows from another; with --check it only says whether they are still true.
const db = databaseOnEngine(await openPglite({}), () => new Date())
await migrate(db, readMigrations('db/migrations'))
const texts = {
  'db/schema.sql': await describeSchema(db.owners),
  'db/types.ts': await describeTypes(db.owners),
  'docs/region-pack.md': packText(),
  'docs/settings.md': settingsText(),
  'GLOSSARY.md': glossaryText(readTerms('region/midden-nederland/begrippen.csv')),
}
await db.close()

for (const [file, text] of Object.entries(texts)) {
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} past niet meer bij waar het uit volgt. Draai: npm run generate`)
    process.exitCode = 1
  }
}

function readTerms(file: string) {
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true })
  return rows.map(({ code = '', term = '', voluit, uitleg_en: explanationEn, bron = '' }) => ({
    code,
    term,
    expansion: voluit || null,
    explanationEn: explanationEn || null,
    sources: bron.split(';').filter((source) => source !== ''),
  }))
}
