import {
  Checkboxes,
  Code,
  DataTable,
  DateField,
  errorsAt,
  FileField,
  Fold,
  Form,
  KeepOrBack,
  Notice,
  Opening,
  Paragraph,
  Picture,
  Radios,
  Section,
  TextArea,
  TextField,
} from '../../platform/ui'
import { count, moment, period } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Account, type BlockKind, type Part, type Place, places, type Version } from './account'
import { accountAddress, breadcrumbsOf, pictureAddress } from './address.parts'
import type { Choice } from './choice.verbs'
import { originWords, partWords } from './document.parts'
import type { Typed } from './entry-form'

export const blockWords: Readonly<Record<BlockKind, string>> = {
  tekst: 'Tekst',
  cijfers: 'Cijfers',
  verhaal: 'Verhaal',
  beeld: 'Beeld',
}

export const placeWords: Readonly<Record<Place, string>> = {
  stuk: 'In het stuk',
  gebieden: 'Op de pagina van elke gemeente en elk district',
  beide: 'In het stuk en op de pagina van elke gemeente en elk district',
}

/** What a form of a block shows. `theirs` is what a colleague kept meanwhile. */
export type Shown = {
  readonly account: Account
  readonly block: string
  readonly kind: BlockKind
  readonly part: Part
  readonly last: Version | null
  readonly typed: Typed
  readonly version: string
  readonly faults: readonly { readonly field: string; readonly message: string }[]
  readonly theirs: Version | null
  readonly choices: readonly Choice[]
}

const bodyHelp: Readonly<Record<BlockKind, string>> = {
  tekst:
    'Noem een cijfer met een verwijzing tussen accolades, bijvoorbeeld {meting:M-001}. Een lege regel begint een nieuwe alinea. Noem geen personen.',
  verhaal:
    'Noem geen naam, adres of iets waaraan iemand te herkennen is. Een cijfer noemt u met een verwijzing, bijvoorbeeld {meting:M-001}.',
  beeld: 'Wat het beeld laat zien en waarom het hier staat. Noem geen personen.',
  cijfers:
    'Zet op elke regel één verwijzing, bijvoorbeeld doel:M-005. Doelen die niet zijn gehaald, horen er net zo goed bij. Drie of meer jaren of maanden na elkaar van hetzelfde cijfer krijgen ook een grafiek, als de telwijze gelijk bleef.',
}

export function blockForm(ask: Ask, shown: Shown): Promise<Response> {
  const { account, block, kind, part, last, typed, version, faults, theirs } = shown
  const faultOf = errorsAt(faults)
  const title = `${blockWords[kind]}, deel van ${partWords[part]}`
  const address = `${accountAddress(account.code)}/blok`
  // Registered crime can only be named of a year of which the police figures are whole.
  const hasCrime = shown.choices.some((one) => one.kind === 'misdrijf')
  return ask.page(
    { title, breadcrumbs: [...breadcrumbsOf(account), { label: 'Blok', href: address }] },
    <>
      <Opening
        title={title}
        lead="Elke keer dat u bewaart, komt er een versie bij. Wat er stond, blijft bewaard."
        meta={last ? [`versie ${last.version}, ${last.actedAs}, ${moment(last.at)}`] : ['nieuw blok']}
      >
        {theirs && (
          <Notice kind="error" announce title="Intussen schreef een collega iets anders.">
            Uw tekst is niet bewaard en staat nog in het formulier. Hieronder staat de tekst van uw collega. Voeg ze
            samen en bewaar opnieuw.
          </Notice>
        )}
      </Opening>
      {theirs && (
        <Section id="collega" title="Wat uw collega schreef" intro={`${theirs.actedAs}, ${moment(theirs.at)}`}>
          <Paragraph>{theirs.isRemoved ? 'Uw collega haalde dit blok uit het stuk.' : theirs.title}</Paragraph>
          {theirs.body.split('\n').map((line) => (
            <Paragraph>{line}</Paragraph>
          ))}
        </Section>
      )}
      <Section id="formulier" title={theirs ? 'Wat u schreef' : 'Inhoud'}>
        <Form action={address} errors={[...faults]} sendsFiles={kind === 'beeld'}>
          <input type="hidden" name="blok" value={block} />
          <input type="hidden" name="soort" value={kind} />
          <input type="hidden" name="deel" value={part} />
          <input type="hidden" name="versie" value={version} />
          <TextField name="titel" label="Kop" value={typed.title} {...faultOf('titel')} />
          {kind === 'verhaal' && (
            <>
              <Radios
                name="herkomst"
                label="Waar komt het verhaal vandaan?"
                description="Kies bij voorkeur een samengesteld of gefingeerd verhaal. Toestemming van iemand in een dwangtraject is zwak."
                value={typed.origin}
                options={(['samengesteld', 'gefingeerd', 'toestemming'] as const).map((value) => ({
                  value,
                  label: originWords[value],
                }))}
                {...faultOf('herkomst')}
              />
              <DateField
                name="tot"
                label="De toestemming geldt tot"
                description="Alleen bij een verhaal met toestemming. Vanaf die dag is het stuk met dit verhaal niet meer uit te brengen."
                value={{ day: typed.day, month: typed.month, year: typed.year }}
                {...faultOf('tot')}
              />
            </>
          )}
          {kind === 'beeld' && <PictureFields account={account.code} typed={typed} faultOf={faultOf} />}
          <TextArea
            name="tekst"
            label={kind === 'cijfers' ? 'Welke cijfers' : kind === 'beeld' ? 'Onderschrift' : 'Tekst'}
            description={bodyHelp[kind]}
            value={typed.body}
            rows={kind === 'cijfers' ? 8 : kind === 'beeld' ? 3 : 14}
            {...faultOf('tekst')}
          />
          <Radios
            name="waar"
            label="Waar komt het te staan?"
            description={
              kind === 'beeld' || !hasCrime
                ? undefined
                : `Op de pagina van een gemeente of district staat bij {${countReference('gebied', account)}} het aantal van dat gebied.`
            }
            value={typed.place}
            options={places.map((value) => ({ value, label: placeWords[value] }))}
            {...faultOf('waar')}
          />
          <TextField
            name="plaats"
            label="Plaats in het stuk"
            description="Een blok met een lager getal staat eerder."
            value={typed.seq}
            inputmode="numeric"
            short
            {...faultOf('plaats')}
          />
          {last && (
            <Checkboxes
              name="weg"
              label="Weglaten"
              values={typed.isRemoved ? ['ja'] : []}
              options={[{ value: 'ja', label: 'Laat dit blok weg uit het stuk.' }]}
            />
          )}
          <KeepOrBack back={accountAddress(account.code)} />
        </Form>
      </Section>
      {shown.choices.length > 0 && (
        <Section
          id="cijfers"
          title="Cijfers om te noemen"
          intro={`Over ${account.year}. Neem de verwijzing over in de tekst.`}
        >
          <Fold label={`Toon ${count(shown.choices.length, 'cijfer', 'cijfers')}`}>
            <ChoiceTable choices={shown.choices} />
          </Fold>
          {hasCrime && (
            <Paragraph small>
              Een ander aantal misdrijven noemt u zo: <Code>{countReference(ask.region.code, account)}</Code>. Dat is:
              gebied, soort misdrijf, eerste en laatste maand.
            </Paragraph>
          )}
        </Section>
      )}
    </>,
    theirs ? 409 : faults.length > 0 ? 422 : 200,
  )
}

/** The fields of a picture. One that was kept goes along by its hash, so that nothing is lost when something else is wrong. */
function PictureFields(props: {
  account: string
  typed: Typed
  faultOf: (field: string) => { readonly error?: string }
}) {
  const { account, typed, faultOf } = props
  return (
    <>
      {typed.picture !== '' && (
        <>
          <input type="hidden" name="beeld" value={typed.picture} />
          <Picture src={pictureAddress(account, typed.picture)} alt={typed.alt} caption="Dit beeld staat er nu." />
        </>
      )}
      <FileField
        name="bestand"
        label="Beeld"
        description={`PNG of JPEG, ten hoogste 3 MB. Plaats, tijd en maker die in het bestand staan, halen wij eruit. ${
          typed.picture === '' ? '' : 'Kies alleen een bestand als het een ander beeld moet zijn.'
        }`}
        accept="image/png,image/jpeg"
        {...faultOf('bestand')}
      />
      <TextArea
        name="beschrijving"
        label="Wat is er te zien?"
        description="Voor wie het beeld niet ziet. Begin niet met ‘foto van’."
        value={typed.alt}
        rows={3}
        {...faultOf('beschrijving')}
      />
      <TextField
        name="bron"
        label="Van wie is het beeld?"
        description="Bijvoorbeeld: Foto: politie, met toestemming."
        value={typed.credit}
        {...faultOf('bron')}
      />
    </>
  )
}

const countReference = (area: string, { year }: Account) => `misdrijf:${area}/0.0.0/${year}-01..${year}-12`

const choiceWords: Readonly<Record<Choice['kind'], string>> = {
  meting: 'uitkomst',
  doel: 'doel met uitkomst',
  open: 'gevraagd, nog open',
  uitvraag: 'gevraagd en gegeven',
  misdrijf: 'geregistreerde misdrijven',
}

function ChoiceTable({ choices }: { choices: readonly Choice[] }) {
  return (
    <DataTable
      caption="Cijfers om te noemen"
      hiddenCaption
      rows={choices}
      columns={[
        { head: 'Cijfer', rowHead: true, cell: (one) => `${one.title}, ${one.areaName}, ${period(one.period)}` },
        { head: 'Wat', cell: ({ kind }) => choiceWords[kind] },
        { head: 'Verwijzing', cell: ({ reference }) => <Code>{reference}</Code> },
      ]}
    />
  )
}
