/** A few lines that read a table, in one language. */
export type Example = { readonly language: string; readonly code: string }

/** How to read the CSV of a table, from a terminal and in three languages; each line works as it stands. */
export function examplesOfFile(address: string): Example[] {
  return [
    { language: 'curl', code: `curl -O ${address}.csv` },
    {
      language: 'R',
      code: `tabel <- read.csv("${address}.csv")\nstr(tabel)`,
    },
    {
      language: 'Python',
      code: `import pandas as pd\n\ntabel = pd.read_csv("${address}.csv")\nprint(tabel.dtypes)`,
    },
    {
      language: 'TypeScript',
      code: [
        `let adres: string | undefined = '${address}?perPagina=500'`,
        'const items: unknown[] = []',
        'while (adres) {',
        '  const bladzijde = await (await fetch(adres)).json()',
        '  items.push(...bladzijde.items)',
        `  const volgende = bladzijde._links.volgende?.href`,
        '  adres = volgende && new URL(volgende, adres).href',
        '}',
        '// items: alle rijen',
      ].join('\n'),
    },
  ]
}
