import { describe, expect, test } from 'vitest'
import { unreadBecause } from './automatic'
import { ownWords } from './own-words'

describe('what somebody wrote himself', () => {
  test.each<[string, string, string]>([
    ['all of a mail without a quote', '1: 345\n2: 7\n', '1: 345\n2: 7'],
    ['not the quote of Thunderbird', '1: 345\n\nOp 24-11-2026 om 10:00 schreef RVS:\n> 1: 999\n> 2: ', '1: 345'],
    ['nor of Gmail', '1: 345\n\nOn Tue, Nov 24, 2026 at 10:00 AM RVS <a@b.nl>\nwrote:\n\n> 1: 999', '1: 345'],
    [
      'nor of Gmail in Dutch',
      '1: 345\n\nOp di 24 nov 2026 om 10:00 schreef Bureau van de coalitie voor veiligheid\n<a@b.nl>:\n\n> 1: 999',
      '1: 345',
    ],
    ['nor of Outlook', '1: 345\n\n-----Oorspronkelijk bericht-----\nVan: RVS\nVerzonden: dinsdag\n\n1: 999', '1: 345'],
    ['nor of Outlook in English', '1: 345\n________________________________\nFrom: RVS\nSent: x\n1: 9', '1: 345'],
    ['nor of Outlook without a line', '1: 345\n\nVan: RVS <a@b.nl>\nVerzonden: di 24 nov\nAan: x\n\n1: 999', '1: 345'],
    [
      'nor of Apple, without signs',
      '1: 345\n\nOp 24 nov 2026 om 10:00 heeft RVS het volgende geschreven:\n\n1: 9',
      '1: 345',
    ],
    ['and a line that begins with Op', 'Op koers: zin.\nOp di 24 nov schreef RVS:\n> 1: 9', 'Op koers: zin.'],
    ['also with a line between', 'op koers\n\nOp di 24 nov 2026 schreef RVS:\n> 1: 9', 'op koers'],
    ['but what he wrote below a quote', 'Op dinsdag schreef RVS:\n> 1: 999\n> 2:\n\n1: 345', '1: 345'],
    ['and between quoted lines', '> 1. Beelden\n1: 345\n> 2. Casussen\n2: 7', '1: 345\n2: 7'],
    ['and a sentence that begins with Van', 'Van ons geen cijfer:\n1: 345', 'Van ons geen cijfer:\n1: 345'],
  ])('is %s', (_, text, own) => {
    expect(ownWords({ text })).toBe(own)
  })

  test.each<[string, string, string]>([
    ['paragraphs are lines', '<p>1:&nbsp;345</p><p>2: 7<br>3: 8</p>', '1: 345\n\n2: 7\n3: 8'],
    [
      'nor what is no text',
      '<style>1: 9</style><div>1: 345 &euro;</div><!-- 2: 9 --><script>3: 9</script>',
      '1: 345 €',
    ],
    [
      'nor a quote',
      '<div>1: 345</div><div>On x RVS wrote:<br></div><blockquote>1: 9<blockquote>2: 9</blockquote></blockquote>',
      '1: 345',
    ],
    [
      'nor the quote of Outlook',
      '<p>1: 345</p><div><p><b>Van:</b> RVS<br><b>Verzonden:</b> di<br></p></div><p>1: 9</p>',
      '1: 345',
    ],
    ['but what stands below it', '<blockquote>1: 9</blockquote><p>1: 345</p>', '1: 345'],
    ['with signs as numbers', '<p>1: 3&#52;5 &#x26; 1</p>', '1: 345 & 1'],
  ])('is read from HTML: %s', (_, html, own) => {
    expect(ownWords({ html }).replace(/\n{2,}/g, '\n\n')).toBe(own)
  })

  test('is read from half a million strange signs at once', () => {
    for (const part of ['<', '<!--', '<style', '<blockquote ', '&#', '>', 'Op ', 'Van: '])
      ownWords({ html: part.repeat(600_000 / part.length) })
    for (const part of ['Op \n', '-', '>', '\n', 'Op schreef ']) ownWords({ text: part.repeat(600_000 / part.length) })
  })
})

describe('what no person wrote', () => {
  const headers = (text: string) =>
    text
      .split('\n')
      .map((line) => ({ key: (line.split(':')[0] ?? '').toLowerCase(), value: line.slice(line.indexOf(':') + 1) }))
  test.each<[string, string, string | null]>([
    ['Subject: Re: uitvraag', 'a@b.nl', null],
    ['Auto-Submitted: no', 'a@b.nl', null],
    ['Precedence: first-class', 'a@b.nl', null],
    ['X-Auto-Response-Suppress: DR', 'a@b.nl', null],
    ['Subject: Afgewezen: automatisch antwoord', 'a@b.nl', null],
    ['Auto-Submitted: auto-replied', 'a@b.nl', 'automatisch'],
    ['Auto-Submitted: auto-generated (x)', 'a@b.nl', 'automatisch'],
    ['Precedence: bulk', 'a@b.nl', 'automatisch'],
    ['Precedence: auto_reply', 'a@b.nl', 'automatisch'],
    ['X-Autoreply: yes', 'a@b.nl', 'automatisch'],
    ['X-Auto-Response-Suppress: DR, OOF, AutoReply', 'a@b.nl', 'automatisch'],
    ['Subject: Automatisch antwoord: uitvraag', 'a@b.nl', 'automatisch'],
    ['Subject: Out of office', 'a@b.nl', 'automatisch'],
    ['Subject: Re: uitvraag', '', 'onbestelbaar'],
    ['Content-Type: multipart/report; report-type=delivery-status', 'a@b.nl', 'onbestelbaar'],
    ['Content-Type: multipart/mixed; report-type="delivery-status"', 'a@b.nl', 'onbestelbaar'],
  ])('shows: %s from <%s>', (text, sender, outcome) => {
    expect(unreadBecause(headers(text), sender)?.outcome ?? null).toBe(outcome)
  })
})
