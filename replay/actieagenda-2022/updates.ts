import { setTimeout as pause } from 'node:timers/promises'
import { launchBrowser } from '../../test/environment/chromium'
import { handMail } from '../../test/environment/mail'
import { updateByPhone } from '../../test/environment/phone'
import type { Mail } from '../means/mailbox'
import { linkIn, type Story } from '../means/story'
import { byMail, byPhone, mailOf } from './people'

/** In June ten organisations say how their actions stand: five by mail, five with a phone. */
export async function saysHowItStands(story: Story): Promise<void> {
  const { product, mailbox, mailPort, step, check, holds, openOffice, signIn } = story
  step('Juni 2022. De ronde van het tweede kwartaal begint: ieder krijgt één mail met de eigen acties.')
  await product.start('2022-06-13T08:00:00Z')
  const asked = new Map<string, Mail>()
  for (const code of [...byMail, ...byPhone]) asked.set(code, await mailbox.next(mailOf(code), 'Hoe staat het ervoor?'))
  const linkOf = (code: string) => linkIn(asked.get(code)?.text ?? '', '/stand/')
  const amountOf = (code: string) => Number(/(\d+) actie/.exec(asked.get(code)?.subject ?? '')?.[1])

  step('Een programma dat mail controleert, opent elke link. Er verandert niets.')
  const scanner = openOffice()
  for (const code of asked.keys()) {
    await scanner.open(new URL(linkOf(code)).pathname)
    check(`de link van ${code} opent niet`, scanner.status() === 200)
  }
  await scanner.open(`${new URL(linkOf('HU')).pathname.slice(0, -1)}_`)
  check('een verzonnen link opent iets', scanner.status() === 404)

  step('Vijf organisaties antwoorden op de mail.')
  const answer = async (code: string, text: string, more: Parameters<typeof handMail>[2]) => {
    const mail = asked.get(code)
    return (await handMail(mailPort, mail?.replyTo ?? '', { subject: `Re: ${mail?.subject}`, text, ...more })).code
  }
  for (const code of byMail) {
    const seen = mailbox.all().length
    const lines = Array.from({ length: amountOf(code) }, (_, at) => {
      if (at === 1) return `${at + 1} loopt achter: voorbeeld, de gegevens kwamen later`
      return at % 3 === 2 ? `${at + 1} afgerond` : `${at + 1} op koers: voorbeeld van een melding`
    })
    const taken = await answer(code, lines.join('\n'), { messageId: `<1.${code}@partners.example>` })
    check(`het antwoord van ${code} is geweigerd`, taken === 250)
    holds(`de mail terug aan ${code}`, (await mailbox.next(mailOf(code), 'Bewaard', seen)).subject, [
      `Bewaard: ${amountOf(code)} acties`,
    ])
  }

  step('Wat twee keer komt, telt één keer. Een machine zegt niets. Een verzonnen adres wordt geweigerd.')
  const before = mailbox.all().length
  const again = await answer('RIEC-MN', '1 gestopt: de tweede keer', { messageId: '<1.RIEC-MN@partners.example>' })
  check('een mail die nog eens komt, wordt geweigerd', again === 250)
  const away = await answer('ZVH', '1 gestopt: ik ben er niet', { headers: { 'Auto-Submitted': 'auto-replied' } })
  check('een afwezigheidsbericht wordt geweigerd', away === 250)
  const forged = (asked.get('ZVH')?.replyTo ?? '').replace(/[0-9a-f](?=@)/, (last) => (last === '0' ? '1' : '0'))
  const refused = await handMail(mailPort, forged, { subject: 'Re', text: '1 gestopt: verzonnen' })
  check('een verzonnen adres wordt aangenomen', refused.code === 550)
  check('er ging een mail terug', mailbox.all().length === before)

  step('Vijf organisaties openen de link op een telefoon: drie tikken en één zin.')
  const chromium = await launchBrowser()
  try {
    for (const code of byPhone) {
      const said = { choice: 'Op koers', sentence: 'Voorbeeld van een melding.' }
      const { says, taps, seconds } = await updateByPhone(chromium, linkOf(code), said)
      holds(`de telefoon van ${code}`, says, ['Bewaard.'])
      check(`${code} tikte ${taps} keer en wachtte ${Math.round(seconds)} seconden`, taps <= 3 && seconds < 30)
    }
  } finally {
    await chromium.close()
  }
  const manager = await signIn('bureau')
  await manager.open('/voortgang/plannen')
  await manager.follow('/voortgang/plannen/AA2022')
  holds('de stand van het plan', manager.says(), ['op koers', 'loopt achter', 'afgerond'])
  await product.stop()

  step('Een week later gaat er één herinnering naar wie niets zei, en naar wie alles zei niet.')
  const reminded = mailbox.all().length
  await product.start('2022-06-20T08:00:00Z')
  await mailbox.next(mailOf('bureau'), 'Herinnering', reminded)
  await pause(1_000)
  const receivers = mailbox
    .all()
    .slice(reminded)
    .map(({ to }) => to)
  check('wie alles zei, kreeg toch een herinnering', !byMail.some((code) => receivers.includes(mailOf(code))))
  await product.stop()
}
