import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/db/database'
import { ButtonLink, Fold, Heading, Paragraph, Section, TextLink } from '../../platform/ui'
import { moment } from '../../platform/ui/wording'
import type { Ask } from '../../platform/web/ask'
import { actionAddress, draftAddress, draftsAddress } from './address.parts'
import { paragraphKinds } from './chapter'
import { draftedAction, enforcedTexts, findDraft } from './draft.store'
import { openDraft, writesAction } from './opened.verbs'
import { Prose } from './paragraph.parts'
import { paragraphWords } from './words.parts'

/** The way from the list of plans to those that are being made; for whoever works at a partner. */
export const draftsLink = ({ person }: Ask): Child =>
  person && person.roles.length > 0 ? (
    <>
      {' · '}
      <TextLink href={draftsAddress}>Conceptplannen</TextLink>
    </>
  ) : null

/** The way to an action in the draft of its plan, for who words it there: until the plan is adopted that is the one place to change it. */
export async function actionInConcept(tx: Reader, action: string, { person }: Ask): Promise<Child> {
  const at = person && person.roles.length > 0 ? await draftedAction(tx, action) : null
  const opened = at && (await openDraft(tx, at.draft))
  if (!at || !opened || !writesAction(opened.rights, at)) return null
  return (
    <>
      <Paragraph>Dit plan is nog een concept. Daarom wijzigt u de actie daar.</Paragraph>
      <ButtonLink href={`${actionAddress(at.draft, at.chapter, action)}/wijzigen`}>
        Wijzig deze actie in het conceptplan
      </ButtonLink>
    </>
  )
}

/** The text of a plan that was made here, as far as it is in force, on its page; with the way to the draft for who may see that. */
export async function conceptOn(tx: Reader, plan: string, { person }: Ask): Promise<Child> {
  const texts = (await enforcedTexts(tx, plan)).filter(({ text }) => text.length > 0)
  const draft = person && person.roles.length > 0 ? await findDraft(tx, plan) : null
  if (texts.length === 0 && !draft) return null
  return (
    <Section id="tekst" title="De tekst" intro="Per hoofdstuk, zoals het in werking is.">
      {texts.map(({ title, at, text }) => (
        <Fold label={title}>
          {paragraphKinds.map((kind) => {
            const own = text.filter((one) => one.kind === kind)
            return (
              own.length > 0 && (
                <>
                  <Heading level={3} look={4}>
                    {paragraphWords[kind]}
                  </Heading>
                  {own.map((one) => (
                    <>
                      {one.title && <Paragraph>{one.title}</Paragraph>}
                      <Prose text={one.body} />
                    </>
                  ))}
                </>
              )
            )
          })}
          <Paragraph small quiet>
            In werking sinds {moment(at)}
          </Paragraph>
        </Fold>
      ))}
      {draft && (
        <Paragraph small>
          <TextLink href={draftAddress(draft.code)}>Naar het concept van dit plan</TextLink>
        </Paragraph>
      )}
    </Section>
  )
}
