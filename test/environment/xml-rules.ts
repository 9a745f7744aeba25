import type { XmlElement } from '../../src/platform/office/xml'

/**
 * What may stand in each element, in this order; `!` must be there, `*` may be there more often. A rule that begins with `&` holds in
 * any order. An element without a rule holds text.
 */
export type XmlRules = Readonly<Record<string, string>>

export const childrenOf = ({ children }: XmlElement) => children.filter((one) => typeof one !== 'string')
const nameOf = ({ name }: XmlElement) => name.replace(/^.*:/, '')

/** Where an element, and everything in it, departs from the rules. */
export function departuresIn(element: XmlElement, rules: XmlRules): string[] {
  const name = nameOf(element)
  const rule = rules[name]
  const children = childrenOf(element)
  if (!rule) return children.length > 0 ? [`${name} holds elements`] : []
  const inOrder = !rule.startsWith('& ')
  const allowed = rule
    .replace(/^& /, '')
    .split(' ')
    .map((one) => ({ name: one.replace(/[!*]/g, ''), must: one.includes('!'), many: one.includes('*') }))
  const names = children.map(nameOf)
  const places = names.map((one) => allowed.findIndex((known) => known.name === one))
  return [
    ...names.filter((_, at) => places[at] === -1).map((one) => `${name} holds ${one}`),
    ...places.flatMap((place, at) =>
      inOrder && at > 0 && place < (places[at - 1] ?? 0) ? [`${names[at]} too late in ${name}`] : [],
    ),
    ...allowed.flatMap((known) => {
      const times = names.filter((one) => one === known.name).length
      return (known.must && times === 0) || (!known.many && times > 1) ? [`${name} has ${times} ${known.name}`] : []
    }),
    ...children.flatMap((one) => departuresIn(one, rules)),
  ]
}
