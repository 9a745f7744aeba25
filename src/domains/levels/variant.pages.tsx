import {
  Actions,
  ButtonLink,
  DataTable,
  EmptyState,
  Fold,
  ListLink,
  Notice,
  Opening,
  Paragraph,
  RowList,
  Section,
  Tag,
  TextLink,
  WordDiff,
} from '../../platform/ui'
import { capital, count, moment, number } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { type Action, findAction } from '../strategy'
import { choices, type Variant } from './variant'
import {
  actionAddress,
  ChoiceStatus,
  choiceWords,
  decidedWords,
  differenceSentence,
  SideBySide,
  sidesOf,
  variantAddress,
  variantFormAddress,
  variantsAddress,
} from './variant.parts'
import { listVariants, type Place, placesOf, versionsOf } from './variant.store'

export const breadcrumbsOf = (action: Action) => [
  { label: action.title, href: actionAddress(action.code) },
  { label: 'In districten en gemeenten', href: variantsAddress(action.code) },
]
export const placeName = ({ kind, name }: Pick<Place, 'kind' | 'name'>) =>
  kind === 'district' ? `district ${name}` : name

/** Every district and municipality where an action holds, with what each makes of it. */
export async function variantsPage(ask: Ask): Promise<Response> {
  const code = ask.params.code ?? ''
  const found = await ask.read(async (tx) => {
    const action = await findAction(tx, code)
    const places = action ? await placesOf(tx, code) : []
    return action && places.length > 0 ? { action, places, variants: await listVariants(tx, { action: code }) } : null
  })
  if (!found) return ask.notFound()
  const { action, places, variants } = found
  const variantOf = ({ code: area }: Place) => variants.find((one) => one.area.code === area)
  const known = places.filter((place) => variantOf(place))
  return ask.page(
    { title: `In districten en gemeenten: ${action.title} (${code})`, breadcrumbs: breadcrumbsOf(action) },
    <>
      <Opening
        title="In districten en gemeenten"
        lead={tallySentence(places, known, variants)}
        meta={[<TextLink href={actionAddress(code)}>{action.title}</TextLink>]}
      >
        <Paragraph small quiet>
          Een district of gemeente kan van een regionale actie een eigen versie maken, haar overnemen, of haar niet
          doen. Wat niet is ingevuld, is onbekend. Wie iets niet doet, ziet alleen wie inlogt.
        </Paragraph>
      </Opening>
      <Section id="gebieden" title="Per district" intro="Op naam." full>
        <DataTable
          caption="Wat elk gebied van de actie maakt"
          hiddenCaption
          groups={[...Map.groupBy(places, ({ district }) => district ?? 'Zonder district')].map(([title, rows]) => ({
            title,
            rows,
          }))}
          columns={[
            {
              head: 'Gebied',
              rowHead: true,
              cell: (place) => {
                const name = capital(placeName(place))
                return variantOf(place) ? <ListLink href={variantAddress(code, place.code)}>{name}</ListLink> : name
              },
            },
            {
              head: 'Keuze',
              cell: (place) => {
                const variant = variantOf(place)
                return variant ? <ChoiceStatus choice={variant.choice} /> : 'onbekend'
              },
            },
            {
              head: 'Stand',
              cell: (place) => {
                const variant = variantOf(place)
                return variant ? decidedWords(variant) : ''
              },
            },
            ...(places.some(({ actsAs }) => actsAs)
              ? [
                  {
                    head: 'Invullen',
                    cell: (place: Place) =>
                      place.actsAs && (
                        <ListLink href={variantFormAddress(code, place.code)}>
                          Vul in<span class="sv-onzichtbaar"> voor {placeName(place)}</span>
                        </ListLink>
                      ),
                  },
                ]
              : []),
          ]}
        />
      </Section>
    </>,
  )
}

function tallySentence(places: readonly Place[], known: readonly Place[], variants: readonly Variant[]): string {
  const all = `Deze actie geldt in ${count(places.length, 'gebied', 'gebieden')}`
  if (known.length === 0) return `${all}. Van geen van deze gebieden is bekend wat het ermee doet.`
  const parts = choices.flatMap((choice) => {
    const those = variants.filter((one) => one.choice === choice).length
    return those > 0 ? [`${number(those)} keer ${choiceWords[choice]}`] : []
  })
  return `${all}. Bekend is: ${parts.join(', ')}. Van ${number(places.length - known.length)} weten wij het niet.`
}

/** An action and an area in which it holds, with the versions that exist for whoever asks; null when there is no such thing. */
export const findVariant = (ask: Ask) =>
  ask.read(async (tx) => {
    const [code, area] = [ask.params.code ?? '', ask.params.gebied ?? '']
    const action = await findAction(tx, code)
    if (!action) return null
    const versions = await versionsOf(tx, code, area)
    const place = (await placesOf(tx, code)).find((one) => one.code === area) ?? formerPlace(versions)
    if (!place || (versions.length === 0 && !ask.person)) return null
    const [ofDistrict] =
      place.kind === 'gemeente' && place.districtCode
        ? await listVariants(tx, { action: code, area: place.districtCode, isPublic: true })
        : []
    return { action, place, versions, newest: versions[0] ?? null, ofDistrict: ofDistrict ?? null }
  })

// An action or area that was ended: what was said of it stays to be read.
const formerPlace = ([version]: readonly Variant[]): Place | null =>
  version ? { ...version.area, district: null, districtCode: null, actsAs: null } : null

/** One area's version of an action beside the regional one and what its district decided, with every version of it. */
export async function variantPage(ask: Ask): Promise<Response> {
  const found = await findVariant(ask)
  if (!found) return ask.notFound()
  const { action, place, newest, versions, ofDistrict } = found
  const name = placeName(place)
  const sides = newest && sidesOf(action, newest)
  const district = ofDistrict && {
    name: placeName(ofDistrict.area),
    href: variantAddress(action.code, ofDistrict.area.code),
    sides: sidesOf(action, ofDistrict),
  }
  return ask.page(
    {
      title: `${capital(name)}: ${action.title} (${action.code})`,
      breadcrumbs: [...breadcrumbsOf(action), { label: capital(name), href: variantAddress(action.code, place.code) }],
    },
    <>
      <Opening
        title={`${action.title}: ${name}`}
        lead={leadOf(name, newest)}
        meta={newest ? [<ChoiceStatus choice={newest.choice} />, decidedWords(newest), ...exampleTag(newest)] : []}
      >
        {ask.query.has('bewaard') && (
          <Notice kind="done" announce title="Bewaard.">
            Wat er eerder stond, is niet weg: het staat bij de versies hieronder.
          </Notice>
        )}
        {newest?.changedSince && (
          <Notice kind="attention" title="De regionale actie is veranderd sinds.">
            {newest.regionalTitle === action.title ? (
              'De tekst is gelijk gebleven; de trekker, de datum, het doel of het gebied is anders.'
            ) : (
              <>
                De tekst werd: <WordDiff before={newest.regionalTitle} after={action.title} />. Kijk of de versie van{' '}
                {name} nog klopt.
              </>
            )}
          </Notice>
        )}
        {place.actsAs && (
          <Actions>
            <ButtonLink href={variantFormAddress(action.code, place.code)} kind="primary">
              {newest ? 'Wijzig' : 'Vul in'}
            </ButtonLink>
          </Actions>
        )}
      </Opening>
      {newest && sides && newest.choice !== 'niet' ? (
        <Section id="verschillen" title="Naast elkaar" intro={differenceSentence(sides)} full>
          <SideBySide sides={sides} name={name} district={district} />
        </Section>
      ) : (
        <Section id="verschillen" title="Regionaal">
          <Paragraph>
            <TextLink href={actionAddress(action.code)}>{action.title}</TextLink>
          </Paragraph>
        </Section>
      )}
      {newest?.reason && (
        <Section id="reden" title="Waarom" intro="Alleen voor professionals.">
          <Paragraph>{newest.reason}</Paragraph>
        </Section>
      )}
      <Section id="versies" title="Versies" intro="De nieuwste eerst. Er gaat niets weg.">
        {versions.length === 0 ? (
          <EmptyState title="Er is nog niets ingevuld." />
        ) : (
          <RowList
            items={versions.map((version) => ({
              content: (
                <Fold label={`Versie ${version.version}: ${version.actedAs}, ${moment(version.at)}`}>
                  <Paragraph>
                    {capital(choiceWords[version.choice])}, {decidedWords(version)}
                    {version.title ? `: ${version.title}` : '.'}
                  </Paragraph>
                  {version.reason && <Paragraph small>Waarom: {version.reason}</Paragraph>}
                  <Paragraph small quiet>
                    De regionale actie luidde toen: {version.regionalTitle}
                  </Paragraph>
                </Fold>
              ),
            }))}
          />
        )}
      </Section>
    </>,
  )
}

const exampleTag = ({ isExample }: Variant) => (isExample ? [<Tag />] : [])

function leadOf(name: string, newest: Variant | null): string {
  if (!newest) return `Wat ${name} met deze actie doet, is nog niet bekend.`
  if (newest.choice === 'eigen') return `${capital(name)} maakte van deze actie een eigen versie.`
  if (newest.choice === 'overgenomen') return `${capital(name)} neemt deze actie over zoals de regio haar afsprak.`
  return `${capital(name)} doet deze actie niet.`
}
