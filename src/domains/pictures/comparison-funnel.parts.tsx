import type { Child } from 'hono/jsx'
import { FunnelPlot, type FunnelPoint, type FunnelStep } from '../../platform/ui'
import { comparisonFinding, typeWords } from './comparison.parts'
import type { RegionComparison } from './comparison.verbs'
import { limitsAround } from './funnel'

const stepsInFunnel = 60

/** What the funnel of a comparison shows; null when there is nothing to draw. */
export function funnelShown({ municipalities, funnel }: RegionComparison, here?: string) {
  if (!funnel) return null
  const stepAt = (size: number): FunnelStep => {
    const expected = funnel.expectedOf(size)
    const limits = limitsAround(expected, funnel.between)
    const perSize = (value: number) => (value / size) * 1000
    return {
      size,
      middle: perSize(expected),
      innerLow: perSize(limits.innerLow),
      innerHigh: perSize(limits.innerHigh),
      outerLow: perSize(limits.outerLow),
      outerHigh: perSize(limits.outerHigh),
    }
  }
  const points = municipalities.flatMap(({ area, inhabitants, rate: own, standing }): FunnelPoint[] =>
    own === null || inhabitants === null || standing === 'unknown'
      ? []
      : [
          {
            name: area.name,
            size: inhabitants,
            value: own,
            standing,
            expected: stepAt(inhabitants),
            ...(area.code === here ? { here: true } : {}),
          },
        ],
  )
  if (points.length === 0) return null
  const sizes = points.map(({ size }) => size)
  const [smallest, largest] = [Math.min(...sizes) * 0.85, Math.max(...sizes) * 1.18]
  const steps = Array.from({ length: stepsInFunnel + 1 }, (_, at) =>
    stepAt(smallest * (largest / smallest) ** (at / stepsInFunnel)),
  )
  return { points, steps }
}

/** The funnel beneath the words. Nothing when there is nothing to draw. */
export function ComparisonFunnel(props: {
  comparison: RegionComparison
  here?: string
  source?: Child
  downloads?: Child
}) {
  const shown = funnelShown(props.comparison, props.here)
  if (!shown) return null
  return (
    <FunnelPlot
      id="trechter"
      title={comparisonFinding(props.comparison)}
      points={shown.points}
      steps={shown.steps}
      measure={`${typeWords(props.comparison.type)} per 1.000 inwoners`}
      sizeWord="inwoners"
      source={props.source}
      downloads={props.downloads}
    />
  )
}
