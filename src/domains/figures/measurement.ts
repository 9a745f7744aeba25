/** Outcome, target, starting point, or change against a base period. */
export const measurementKinds = ['realisatie', 'doel', 'nulmeting', 'verandering'] as const
export type MeasurementKind = (typeof measurementKinds)[number]

/** How exact a number is, or of which side it is the limit; as the facts write it. */
export const qualifiers = ['exact', 'approx', 'almost', 'more_than', 'less_than', 'min', 'max'] as const
export type Qualifier = (typeof qualifiers)[number]
