/** The life of a priority: worked on, watched, only on request, passed on, or ended with discharge. */
export const priorityStates = ['actief', 'volgend', 'reactief', 'overgedragen', 'afgesloten'] as const
export type PriorityState = (typeof priorityStates)[number]
