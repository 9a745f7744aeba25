import { code, type PackFile, text, yesNo } from '../../platform/pack/pack-file'
import { readContact } from './contact'

export const exampleContactFile: PackFile = {
  file: 'voorbeeldcontactpunten.csv',
  means: 'Contactpunten om het product mee te proberen. Ze bestaan alleen in de voorbeeldstand, en bellen niemand.',
  table: 'governance.example_contacts',
  columns: [
    code('De code van dit contactpunt.'),
    text('organisatie', 'organisation', 'De organisatie.', { required: true, refers: 'organisaties.csv' }),
    text('functie', 'title', 'De functie, zonder naam van een mens.', { required: true }),
    text('onderwerp', 'subject', 'Waarvoor men er terechtkan.', { required: true }),
    text('telefoon', 'telephone', 'Een nummer dat van niemand is.'),
    text('mail', 'mailbox', 'Een adres dat van niemand is.'),
    yesNo('adviseur', 'is_adviser', 'Of de bestuurders van de organisatie dit contactpunt bellen.', { required: true }),
  ],
  rowRule: ({ organisatie = '', functie = '', onderwerp = '', telefoon = '', mail = '' }) => {
    const typed = { organisation: organisatie, title: functie, subject: onderwerp, telephone: telefoon, mailbox: mail }
    const read = readContact({ ...typed, isAdviser: false, isEnded: false }, new Set([organisatie]))
    return 'faults' in read ? read.faults.map(({ field, message }) => ({ column: field, message })) : []
  },
}
