import { type Deed, type FindDeeds, isCloseDate } from '../domains/pictures'
import { actionCodes, actionsBinding, dueKind, isGoal, listResults, neighboursOf } from '../domains/strategy'

/**
 * The actions that bind an area and the results that name it or what it lies in, as far as they are about these figures: they
 * name one, or stand under a priority that one belongs to. A promise that two chapters print stands once.
 */
export const deedsBeside: FindDeeds = async (tx, { area, wholes, on, indicators }) => {
  const joined = await neighboursOf(tx, 'indicator', indicators, ['actie', 'resultaat', 'prioriteit'])
  const nodes = [...joined.values()].flat().map(({ node }) => node)
  const codesOf = (kind: 'actie' | 'resultaat' | 'prioriteit') => [
    ...new Set(nodes.filter((node) => node.kind === kind).map(({ code }) => code)),
  ]
  const named = new Set([...codesOf('actie'), ...codesOf('resultaat')])
  const related = new Set(named)
  const results = [...(await listResults(tx, { codes: codesOf('resultaat') })).items]
  for (const priority of codesOf('prioriteit')) {
    for (const code of await actionCodes(tx, { priority })) related.add(code)
    results.push(...(await listResults(tx, { priority })).items.filter(({ code }) => !named.has(code)))
  }
  const groundOf = (code: string) => (named.has(code) ? 'named' : 'subject')
  const here = new Set([area, ...wholes])
  const promises = new Set<string>()
  const actions = (await actionsBinding(tx, { areas: [area], on, among: [...related] }))
    .map(({ action }) => action)
    .filter((action) => {
      const promise = action.promise ?? action.code
      const isFirst = !isGoal(action) && !promises.has(promise)
      if (isFirst) promises.add(promise)
      return isFirst
    })
  return [
    ...actions.map(
      (action): Deed => ({
        kind: 'action',
        title: action.title,
        href: `/acties/${action.code}`,
        plan: action.plan.title,
        period: action.due,
        isDated: dueKind(action.due, action.plan) === 'eigen' && isCloseDate(action.due),
        ground: groundOf(action.code),
      }),
    ),
    ...results
      .filter(({ areas }) => areas.some(({ code }) => here.has(code)))
      .map(
        (result): Deed => ({
          kind: 'result',
          title: result.title,
          href: `/resultaten/${result.code}`,
          plan: result.plan.title,
          period: String(result.year),
          isDated: false,
          ground: groundOf(result.code),
        }),
      ),
  ]
}
