import { describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from './canonical'

describe('canonical JSON', () => {
  // The example of RFC 8785, section 3.2.2 and 3.2.3.
  test('writes the example of the standard as the standard does', () => {
    const given = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    ) as Json
    expect(canonicalJson(given)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })
  test('puts names in the order of their UTF-16 code units', () => {
    const given = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 }
    expect(Object.keys(JSON.parse(canonicalJson(given)) as object)).toHaveLength(7)
    expect(canonicalJson(given)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}')
  })
  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800']])('refuses %s', (value) =>
    expect(() => canonicalJson([value])).toThrow(),
  )
  test('is the same for minus zero and zero', () => expect(canonicalJson(-0)).toBe('0'))
})
