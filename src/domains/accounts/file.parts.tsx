import { Code, DataTable, TextLink } from '../../platform/ui'
import type { Account } from './account'
import { type Format, formats } from './account.store'
import { fileAddress } from './address.parts'

const formatWords: Readonly<Record<Format, string>> = {
  html: 'Webpagina om te bewaren',
  pdf: 'PDF, A4, voor papier en voor wie voorleest',
  docx: 'Word, om in verder te schrijven',
  json: 'JSON, alle cijfers met hun vraag',
}

/** The files of an account: of a released one with their hash, of a draft as they would be now. */
export function FileTable({ account, files }: { account: Account; files: Readonly<Record<string, string>> }) {
  const shown = formats.filter((format) => account.released || format !== 'json')
  return (
    <DataTable
      caption="Bestanden"
      hiddenCaption
      rows={shown}
      columns={[
        {
          head: 'Bestand',
          rowHead: true,
          cell: (format) => <TextLink href={fileAddress(account.code, format)}>{formatWords[format]}</TextLink>,
        },
        ...(account.released
          ? [
              {
                head: 'Kenmerk van de inhoud (SHA-256)',
                cell: (format: Format) => <Code>{files[`stuk.${format}`] ?? ''}</Code>,
              },
            ]
          : []),
      ]}
    />
  )
}
