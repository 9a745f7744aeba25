export const planKinds = ['strategie', 'jaarplan', 'uitvoeringsplan', 'meerjarenplan', 'landelijk'] as const
export type PlanKind = (typeof planKinds)[number]
