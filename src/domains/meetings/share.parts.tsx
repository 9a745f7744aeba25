import { Actions, Button, Form, Paragraph, Section } from '../../platform/ui'
import { moment, sentenceList } from '../../platform/ui/wording'
import { itemAddress } from './item.parts'
import type { OnItem } from './more.parts'
import { seatedIn, sharedSince } from './share.store'

/** On the page of a closed item, for who sits there: share it with his own adviser, or take that back. */
export const sharing: OnItem = async (tx, meeting, item) => {
  if (item.closing === null || !item.isSent) return null
  const own = await seatedIn(tx, meeting.instance.code)
  if (own.length === 0) return null
  const since = await sharedSince(tx, item.id)
  const whose = sentenceList(own.map(({ name }) => name))
  return (
    <Section id="delen" title="Delen met uw adviseur">
      <Paragraph>
        {since
          ? `U deelt dit punt sinds ${moment(since)} met de adviseurs van ${whose}.`
          : `De adviseurs van ${whose} zien dit punt niet. U kunt het met hen delen, met de bijlagen.`}{' '}
        Delen en lezen staan in het logboek.
      </Paragraph>
      <Form action={`${itemAddress(meeting.code, item)}/delen`}>
        <input type="hidden" name="regel" value={item.id} />
        <input type="hidden" name="delen" value={since ? 'nee' : 'ja'} />
        <Actions>
          <Button>{since ? 'Deel niet meer' : 'Deel met uw adviseur'}</Button>
        </Actions>
      </Form>
    </Section>
  )
}
