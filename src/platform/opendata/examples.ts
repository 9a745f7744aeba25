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

/** How to read a dataset of the OData service with the clients analysts use for CBS. */
export function examplesOfOData(root: string, catalogue: string, dataset: string): Example[] {
  return [
    {
      language: 'R met cbsodata4',
      code: [
        'library(cbsodata4)',
        `options(cbsodata4.base_url = "${root}")`,
        '',
        `cijfers <- cbs4_get_observations("${dataset}", catalog = "${catalogue}", Perioden = contains("2022"))`,
        'cijfers <- cbs4_add_label_columns(cbs4_add_date_column(cijfers))',
      ].join('\n'),
    },
    {
      language: 'Python met cbsodata4',
      code: [
        'import cbsodata4',
        '',
        `cbsodata4.download_dataset("${dataset}", catalog="${catalogue}", base_url="${root}")`,
      ].join('\n'),
    },
    {
      language: 'OData met curl',
      code: `curl -g '${root}/${catalogue}/${dataset}/Observations?$filter=contains(Perioden,%272022%27)&$top=100'`,
    },
  ]
}
