import { describe, expect, test } from 'vitest'
import { readAnswerText } from './answer'
import { readItem } from './entry'
import { withPhoto } from './mailed-photo'

const first = { action: 'A', status: 'op-koers', sentence: 'Gaat goed.' } as const
const second = { action: 'B', status: null, sentence: null } as const
const both = [first, second]

describe('an answer by mail', () => {
  const said = (action: string, status: string, sentence: string | null) => ({
    action,
    status,
    sentence,
    evidence: null,
    photo: null,
  })
  const unchanged = (action: string) => ({ action, unchanged: true })
  test.each([
    [
      'a number, a status and a sentence',
      both,
      '1 loopt achter: geen mensen',
      [said('A', 'loopt-achter', 'geen mensen')],
      [],
    ],
    ['a status alone where no reason is needed', both, '2. Op koers', [said('B', 'op-koers', null)], []],
    ['the same as last time', both, '1 ongewijzigd', [unchanged('A')], []],
    [
      'the same status with another sentence',
      both,
      '1 ongewijzigd: nog vier weken',
      [said('A', 'op-koers', 'nog vier weken')],
      [],
    ],
    ['all at once', [first, { ...first, action: 'C' }], 'Allemaal ongewijzigd.', [unchanged('A'), unchanged('C')], []],
    [
      'without a number when one thing was asked',
      [first],
      'Gestopt, het geld is op',
      [said('A', 'gestopt', 'het geld is op')],
      [],
    ],
    [
      'a sentence over two lines',
      both,
      '2 geblokkeerd: wacht op\nhet convenant',
      [said('B', 'geblokkeerd', 'wacht op het convenant')],
      [],
    ],
    [
      'between a greeting and a name',
      both,
      'Dag,\n\n1) afgerond\n2) nog niet begonnen\n\nGroet, Jan',
      [said('A', 'afgerond', null), said('B', 'nog-niet-begonnen', null)],
      [],
    ],
    ['a short word for a status', both, '1: achter, ziekte', [said('A', 'loopt-achter', 'ziekte')], []],
    [
      'a dash before the number',
      both,
      '- 1 op koers - vier van de vijf',
      [said('A', 'op-koers', 'vier van de vijf')],
      [],
    ],
    ['no answer at all', both, 'Ik ben op vakantie tot maandag.', [], []],
    ['a status it does not know', both, '1 wel goed', [], ['unclear']],
    ['a status that is denied', both, '1 niet gestopt', [], ['unclear']],
    ['spaces and signs of other kinds', both, `1${' '.repeat(1500)}a\u2028b`, [], ['unclear']],
    ['a number that was not asked', both, '3 op koers', [], ['no-such-number']],
    ['a reason that is missing', both, '1 gestopt', [], ['no-reason']],
    ['unchanged where nothing was said', both, '2 ongewijzigd', [], ['nothing-to-repeat']],
    ['all unchanged where nothing was said of one', both, 'alles ongewijzigd', [unchanged('A')], ['nothing-to-repeat']],
    ['one thing said twice', both, '1 op koers\n1 gestopt: toch niet', [said('A', 'op-koers', null)], ['twice']],
    ['a sentence without end', both, `1 op koers: ${'x'.repeat(501)}`, [], ['too-long']],
  ] as const)('can be %s', (_, items, text, sayings, faults) => {
    const read = readAnswerText(items, text)
    expect(read.sayings).toEqual(sayings)
    expect(read.faults.map(({ fault }) => fault)).toEqual(faults)
  })
})

describe('a photo with a mail', () => {
  const photo = { kind: 'jpeg' as const, bytes: new Uint8Array([1]) }
  const behind = { action: 'C', status: 'loopt-achter', sentence: null } as const
  const with_ = (action: string, status: string, sentence: string | null, text: string) => [
    { action, status, sentence, evidence: null, photo: { ...photo, text } },
  ]
  test.each([
    [
      'goes with the action above its line',
      both,
      '1 op koers: ja\nfoto: een hek',
      with_('A', 'op-koers', 'ja', 'een hek'),
    ],
    ['goes with the action it names', both, 'Foto 2: een hek\n2 klaar', with_('B', 'afgerond', null, 'een hek')],
    ['goes with the only action', [first], 'Foto : een hek\n\nop koers', with_('A', 'op-koers', null, 'een hek')],
    [
      'after a blank line too, and what follows is no part of its words',
      both,
      '1 op koers\n\nfoto: een hek\nGroet, Jan',
      with_('A', 'op-koers', null, 'een hek'),
    ],
    ['stands beside what is unchanged', [first], 'ongewijzigd\nfoto: hek', with_('A', 'op-koers', 'Gaat goed.', 'hek')],
  ] as const)('%s', (_, items, text, sayings) =>
    expect(withPhoto(items, readAnswerText(items, text), [photo])).toEqual({ sayings, fault: null }),
  )

  test.each([
    ['without its words', both, '1 op koers', [photo], 'no-photo-text'],
    ['that is not there', both, '1 op koers\nfoto: een hek', [], 'photo-missing'],
    ['that is none', both, '1 op koers\nfoto: een hek', ['heic'], 'photo-heic'],
    ['beside another', both, '1 op koers\nfoto: een hek', [photo, photo], 'several-photos'],
    ['with words for two', both, '1 op koers\nfoto: een hek\nfoto: een paal', [photo], 'several-photos'],
    ['above every action', both, 'foto: een hek\n1 op koers', [photo], 'no-place'],
    ['of an action that was not asked', both, '1 op koers\nfoto 9: een hek', [photo], 'no-place'],
    ['of an action of which the reason is not known', [behind], 'ongewijzigd\nfoto: hek', [photo], 'no-place'],
    ['with a whole story', both, `1 op koers\nfoto: ${'x'.repeat(201)}`, [photo], 'photo-text-too-long'],
  ] as const)('%s takes nothing of the rest along', (_, items, text, photos, fault) => {
    const read = readAnswerText(items, text)
    expect(withPhoto(items, read, photos)).toEqual({ sayings: read.sayings, fault })
    expect(read.sayings).toHaveLength(1)
  })
})

describe('the fields of an action', () => {
  const nothing = { choice: '', sentence: '', evidence: '', photo: null, photoText: '' }
  const photo = { kind: 'png' as const, bytes: new Uint8Array([1]) }
  const fault = (field: string, what: string) => [{ action: 'A', field, fault: what }]
  test.each([
    ['left alone leave it open', { ...nothing, sentence: 'Gaat  goed. ' }, null],
    [
      'say it is unchanged',
      { ...nothing, choice: 'ongewijzigd', sentence: 'Gaat goed.' },
      { action: 'A', unchanged: true },
    ],
    [
      'that are unchanged but for the sentence keep the sentence',
      { ...nothing, choice: 'ongewijzigd', sentence: 'Nog drie.' },
      { action: 'A', status: 'op-koers', sentence: 'Nog drie.', evidence: null, photo: null },
    ],
    [
      'hold evidence',
      { ...nothing, choice: 'afgerond', evidence: 'https://sv.example/stuk' },
      { action: 'A', status: 'afgerond', sentence: null, evidence: 'https://sv.example/stuk', photo: null },
    ],
    [
      'hold a photo with what is on it',
      { ...nothing, choice: 'ongewijzigd', photo, photoText: ' Het  nieuwe hek. ' },
      {
        action: 'A',
        status: 'op-koers',
        sentence: null,
        evidence: null,
        photo: { ...photo, text: 'Het nieuwe hek.' },
      },
    ],
    ['with a photo need a choice', { ...nothing, photo, photoText: 'Het hek.' }, fault('stand', 'no-choice')],
    ['say what is on a photo', { ...nothing, choice: 'op-koers', photo }, fault('fototekst', 'no-photo-text')],
    [
      'describe no photo that is not there',
      { ...nothing, choice: 'op-koers', photoText: 'Het hek.' },
      fault('foto', 'photo-missing'),
    ],
    [
      'hold no photo of a kind that browsers do not show',
      { ...nothing, choice: 'op-koers', photo: 'heic', photoText: 'Het hek.' },
      fault('foto', 'photo-heic'),
    ],
    [
      'describe a photo shortly',
      { ...nothing, choice: 'op-koers', photo, photoText: 'x'.repeat(201) },
      fault('fototekst', 'photo-text-too-long'),
    ],
    ['with a sentence need a choice', { ...nothing, sentence: 'Nog drie.' }, fault('stand', 'no-choice')],
    ['hold no choice that does not exist', { ...nothing, choice: 'rood' }, fault('stand', 'no-choice')],
    ['say why it is stuck', { ...nothing, choice: 'geblokkeerd' }, fault('zin', 'no-reason')],
    ['are short', { ...nothing, choice: 'op-koers', sentence: 'x'.repeat(501) }, fault('zin', 'too-long')],
    [
      'name a web address',
      { ...nothing, choice: 'op-koers', evidence: 'javascript:alert(1)' },
      fault('bewijs', 'no-address'),
    ],
  ] as const)('%s', (_, typed, read) => expect(readItem(first, typed)).toEqual(read))

  test('repeat nothing where nothing was said', () =>
    expect(readItem(second, { ...nothing, choice: 'ongewijzigd' })).toEqual([
      { action: 'B', field: 'stand', fault: 'nothing-to-repeat' },
    ]))
})
