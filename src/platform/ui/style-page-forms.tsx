import { Checkbox, Checkboxes, DateField, Radios, SelectField, TextArea, TextField } from './fields'
import { Actions, Button, ButtonLink, Form } from './form'
import { FilterForm, SearchForm } from './search-form'
import type { Sample } from './style-page-sample'
import { TextLink } from './text'

const bodies = [
  { value: '', label: 'Alle' },
  { value: 'bureau', label: 'bureau' },
  { value: 'politie', label: 'politie' },
]

/** Buttons, fields with and without errors, search and filter. */
export function formSamples(): Sample[] {
  return [
    {
      id: 'knoppen',
      title: 'Knoppen',
      intro: 'Eén hoofdknop per scherm.',
      content: (
        <form action="#knoppen" method="get">
          <Actions>
            <Button kind="primary">Hoofdknop</Button>
            <Button>Tweede knop</Button>
            <Button kind="subtle">Stille knop</Button>
            <Button kind="negative">Trek publicatie in</Button>
            <Button disabled>Kan nu niet</Button>
            <Button small>Klein</Button>
            <ButtonLink href="#knoppen">Volgende stap</ButtonLink>
          </Actions>
        </form>
      ),
    },
    {
      id: 'formulier',
      title: 'Formulier',
      intro: 'Met fouten. Niets dat u typte gaat verloren.',
      content: (
        <Form
          action="#formulier"
          errors={[
            { field: 'klaar', message: 'Vul een einddatum in die na vandaag ligt' },
            { field: 'doel', message: 'Vul het doel in als getal' },
            { field: 'wie', message: 'Kies wie dit mag zien' },
          ]}
        >
          <TextField name="titel" label="Naam van de actie" value="Leeratelier voor scholen" />
          <DateField
            name="klaar"
            label="Klaar op"
            description="Bijvoorbeeld 14 12 2026"
            value={{ day: '31', month: '12', year: '2022' }}
            error="Vul een einddatum in die na vandaag ligt"
          />
          <TextField
            name="doel"
            label="Doel"
            description="Een getal. Geen doel? Laat leeg."
            value="veel"
            error="Vul het doel in als getal"
            inputmode="decimal"
            short
          />
          <SelectField name="trekker" label="Trekker" options={bodies} value="politie" />
          <TextArea name="uitleg" label="Toelichting" optional rows={3} />
          <Radios
            name="wie"
            label="Wie mag dit zien?"
            error="Kies wie dit mag zien"
            options={[
              { value: 'iedereen', label: 'Iedereen', description: 'Het komt op de openbare pagina.' },
              { value: 'partners', label: 'Alleen partners' },
            ]}
          />
          <Checkboxes
            name="themas"
            label="Thema’s"
            values={['a']}
            options={[
              { value: 'a', label: 'Digitale veiligheid' },
              { value: 'b', label: 'Ondermijning' },
            ]}
          />
          <Checkbox name="mail" label="Stuur mij een e-mail bij een antwoord" checked />
          <Actions>
            <Button kind="primary">Bewaar</Button>
            <TextLink href="#formulier">Stop zonder bewaren</TextLink>
          </Actions>
        </Form>
      ),
    },
    {
      id: 'zoeken',
      title: 'Zoeken en kiezen',
      intro: 'Elke keuze heeft een adres.',
      content: (
        <>
          <SearchForm
            action="#zoeken"
            label="Zoek een gemeente, onderwerp of jaar"
            example="Leusden, woninginbraak, 2016"
          />
          <FilterForm
            action="#zoeken"
            label="Kies acties"
            clear="#zoeken"
            fields={[
              { kind: 'select', name: 'trekker', label: 'Trekker', options: bodies, value: 'bureau' },
              { kind: 'text', name: 'woord', label: 'Woord' },
              { kind: 'date', name: 'bekendOp', label: 'Stand per', value: '2023-04-12' },
            ]}
          />
        </>
      ),
    },
  ]
}
