import { Checkboxes, Columns, Heading, Paragraph, RowList, Section, Stack, TextArea, TextDiff } from '../../platform/ui'
import { capital, moment } from '../../platform/ui/wording'
import type { ChapterFile, FileRefusal } from './chapter-file.verbs'
import type { ChapterReturn, NewComment, NewText, TextChange } from './chapter-return'
import type { ChapterText } from './chapter-text'
import { Prose } from './paragraph.parts'
import { paragraphWords, partWords } from './words.parts'

/** Why a file is not read, and what to do. */
export function refusalWords(refusal: FileRefusal): string {
  switch (refusal.refused) {
    case 'no-word':
      return 'Dit is geen Word-bestand dat wij kunnen lezen. Sla het in Word op als Word-document (.docx) en kies het opnieuw.'
    case 'old-word':
      return 'Dit is een ouder Word-bestand (.doc), of er zit een wachtwoord op. Haal het wachtwoord eraf, sla het op als Word-document (.docx) en kies het opnieuw.'
    case 'open-document':
      return 'Dit is een bestand van LibreOffice (.odt). Kies daar Opslaan als, en dan Word (.docx).'
    case 'too-large':
      return 'Dit bestand is te groot. Haal de afbeeldingen eruit. Het mag ten hoogste 5 MB zijn.'
    case 'elsewhere':
      return 'Een deel van de tekst staat in een ander bestand. Zet alle tekst in dit ene bestand en kies het opnieuw.'
    case 'no-tags':
      return 'Wij herkennen geen enkele alinea van dit hoofdstuk. Haal hier een nieuw bestand op en plak uw tekst daarin.'
    case 'other':
      return `Dit bestand is van hoofdstuk ${refusal.chapter} van een plan. Lees het in bij het hoofdstuk waar u het ophaalde.`
    case 'foreign':
      return 'In dit bestand staan alinea’s die niet bij dit hoofdstuk horen, of een versie die er nooit was. Haal hier een nieuw bestand op en plak uw tekst daarin.'
    case 'too-many':
      return 'In dit bestand staan meer dan 500 nieuwe alinea’s en opmerkingen. Haal hier een nieuw bestand op en lees het in delen in.'
    case 'too-long':
      return `Een tekst is langer dan ${refusal.most} tekens. Maak hem korter. Hij begint met: ${refusal.begins}`
  }
}

/** Everything a file would change, with the fields for what is to be chosen. */
export function ReturnFields(props: {
  file: ChapterFile
  plan: ChapterReturn
  merged: ReadonlyMap<string, string>
  faults: ReadonlyMap<string, string>
}) {
  const { file, plan, merged, faults } = props
  const of = (becomes: TextChange['becomes']) => plan.changes.filter((one) => one.becomes === becomes)
  const [conflicts, changed, gone] = [of('conflict'), of('changed'), of('gone')]
  return (
    <>
      {conflicts.length > 0 && (
        <Section
          id="botst"
          title={`Botst (${conflicts.length})`}
          intro="Hier schreef ook iemand in het product, nadat u het bestand ophaalde. Maak er één tekst van."
          full
        >
          {conflicts.map((one) => (
            <Conflict file={file} change={one} merged={merged.get(one.of.key)} fault={faults.get(one.of.key)} />
          ))}
        </Section>
      )}
      {changed.length > 0 && (
        <Section
          id="gewijzigd"
          title={`Gewijzigd (${changed.length})`}
          intro="Doorgestreept gaat weg, onderstreept komt erbij."
        >
          <RowList
            items={changed.map(({ of: text, seen, typed }) => ({
              content: (
                <>
                  <Heading level={3} look={4}>
                    {labelOf(file, text)}
                  </Heading>
                  <TextDiff before={seen} after={typed ?? ''} />
                </>
              ),
            }))}
          />
        </Section>
      )}
      {plan.added.length > 0 && (
        <Section id="nieuw" title={`Nieuw (${plan.added.length})`} intro="Haal het vinkje weg bij wat niet mee moet.">
          <RowList
            items={plan.added.map((one) => ({
              content: (
                <>
                  <Heading level={3} look={4}>
                    {placeWords(file, one)}
                  </Heading>
                  <Prose text={one.text} />
                  <Checkboxes
                    name="nieuw"
                    label={`Nieuwe alinea ${one.nr}`}
                    values={[String(one.nr)]}
                    options={[{ value: String(one.nr), label: 'Neem deze alinea over.' }]}
                  />
                </>
              ),
            }))}
          />
        </Section>
      )}
      {gone.length > 0 && (
        <Section
          id="weg"
          title={`Niet meer in het bestand (${gone.length})`}
          intro="Dit blijft staan, tenzij u zegt dat het weg mag."
        >
          <RowList
            items={gone.map(({ of: text, seen }) => ({
              content: (
                <>
                  <Heading level={3} look={4}>
                    {labelOf(file, text)}
                  </Heading>
                  <Prose text={seen} />
                  <Checkboxes
                    name="vervalt"
                    label={`Weglaten: ${labelOf(file, text)}`}
                    options={[{ value: text.key, label: goneWords[text.what] }]}
                  />
                </>
              ),
            }))}
          />
        </Section>
      )}
      {plan.comments.length > 0 && (
        <Section
          id="opmerkingen"
          title={`Opmerkingen (${plan.comments.length})`}
          intro="Zij komen er te staan als opmerking uit Word, met uw functie en zonder de naam uit het bestand."
        >
          <RowList
            items={plan.comments.map((one) => ({
              content: (
                <>
                  <Paragraph small quiet>
                    {commentPlace(file, one)}
                  </Paragraph>
                  <Prose text={one.text} />
                </>
              ),
            }))}
          />
          <Checkboxes
            name="opmerkingen"
            label="Opmerkingen uit Word"
            values={['ja']}
            options={[{ value: 'ja', label: 'Neem de opmerkingen over.' }]}
          />
        </Section>
      )}
    </>
  )
}

const goneWords = {
  heading: 'Laat deze kop weg.',
  body: 'Laat deze alinea weg uit het plan.',
  action: 'Laat deze actie weg uit het plan.',
} as const

function Conflict(props: {
  file: ChapterFile
  change: TextChange
  merged: string | undefined
  fault: string | undefined
}) {
  const { file, change, merged, fault } = props
  const { of, typed } = change
  const stands = versionOf(file, of)
  return (
    <>
      <Heading level={3} look={4}>
        {labelOf(file, of)}
      </Heading>
      <Columns>
        <Stack>
          <Heading level={4}>Staat er nu</Heading>
          {stands && (
            <Paragraph small quiet>
              {stands.actedAs}, {moment(stands.at)}
            </Paragraph>
          )}
          {of.now === null ? <Paragraph>Weggelaten uit het plan.</Paragraph> : <Prose text={of.now} />}
        </Stack>
        <Stack>
          <Heading level={4}>Staat in uw bestand</Heading>
          <Paragraph small quiet>
            nog niet bewaard
          </Paragraph>
          <Prose text={typed ?? ''} />
        </Stack>
      </Columns>
      <TextArea
        name={`tekst-${of.key}`}
        label={`Wat het wordt: ${labelOf(file, of)}`}
        description="Hier staat nu de tekst uit uw bestand. Voeg toe wat u van uw collega wilt houden."
        value={merged ?? typed ?? ''}
        rows={8}
        {...(fault ? { error: fault } : {})}
      />
    </>
  )
}

const versionOf = ({ whole }: ChapterFile, of: ChapterText) =>
  of.what === 'action'
    ? whole.actions.find(({ code }) => code === of.id)
    : whole.paragraphs.find(({ id }) => id === of.id)

/** What a text is, so that it can be found: what kind, and how it begins. */
function labelOf(file: ChapterFile, of: ChapterText): string {
  if (of.what === 'action') return `Actie ${of.id}`
  const kind = of.kind === null ? '' : paragraphWords[of.kind]
  const part = of.kind === 'terugblik' && of.part ? `, deel van ${partWords[of.part]}` : ''
  const title = file.whole.paragraphs.find(({ id }) => id === of.id)?.title
  return `${of.what === 'heading' ? 'Kop in ' : ''}${of.what === 'heading' ? kind.toLowerCase() : kind}${part}${of.what === 'body' ? `: ${title ?? beginOf(of.now)}` : ''}`
}

const beginOf = (text: string | null) => {
  const begin = (text ?? '').slice(0, 50).replace(/\s+\S*$/, '')
  return begin === text ? begin : `${begin} …`
}

function placeWords(file: ChapterFile, { kind, part, after }: NewText): string {
  const where = kind === 'terugblik' ? `${paragraphWords[kind]}, deel van ${partWords[part]}` : paragraphWords[kind]
  if (after === 'begin') return `${where}, vooraan`
  if (after === 'end') return `${where}, achteraan`
  const text = file.texts.find(({ id, what }) => id === after.id && what === 'body')
  return `${where}, na: ${beginOf(text?.now ?? null)}`
}

const commentPlace = (file: ChapterFile, { on }: NewComment) =>
  capital('nr' in on ? `bij nieuwe alinea ${on.nr}` : `bij ${labelOf(file, on)}`)
