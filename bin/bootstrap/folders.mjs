import { fileURLToPath } from 'node:url'

/** The repository root, wherever the command was given. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
