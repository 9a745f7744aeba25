import type { Child } from 'hono/jsx'

/** One component or state on the style page. */
export type Sample = { readonly id: string; readonly title: string; readonly intro?: string; readonly content: Child }
