/** The same data to take along: CSV for machines, CSV that Dutch Excel opens, XLSX, JSON, the drawing. */
export function Downloads(props: {
  csv?: string
  excelCsv?: string
  xlsx?: string
  json?: string
  svg?: string
  png?: string
}) {
  const links: readonly (readonly [string, string | undefined])[] = [
    ['XLSX', props.xlsx],
    ['CSV-bestand', props.csv],
    ['CSV voor Excel', props.excelCsv],
    ['JSON', props.json],
    ['Tekening (SVG)', props.svg],
    ['Plaatje (PNG)', props.png],
  ]
  const offered = links.filter(([, href]) => href)
  if (offered.length === 0) return null
  return (
    <ul class="sv-download" aria-label="Neem deze gegevens mee">
      <li aria-hidden="true">Neem mee:</li>
      {offered.map(([label, href]) => (
        <li>
          <a class="nl-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
