import { raw } from 'hono/html'

/** The signs, 16 × 16, each a shape of its own so that colour is never needed to tell them apart. */
const shapes = {
  error: '<path fill-rule="evenodd" d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7zM7 3v6h2V3zm0 7.5v2.2h2v-2.2z"/>',
  unknown:
    '<path fill-rule="evenodd" d="M0 0h16v16H0zm1.6 1.6v12.8h12.8V1.6z"/><path d="m2 9 7-7h2.6L2 11.6zM2 14v-.6L13.4 2H14v2zM6 14l8-8v2.6L8.6 14zM11 14l3-3v3z"/>',
  half: '<path fill-rule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z"/><path d="M8 4a4 4 0 0 1 0 8z"/>',
  check:
    '<path fill-rule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm4.6 5.6-1.4-1.4-4.4 4.5-2-2-1.4 1.4 3.4 3.4z"/>',
  equal: '<path d="M2 4.5h12v2.2H2zM2 9.3h12v2.2H2z"/>',
  up: '<path d="M8 2 15 14H1z"/>',
  down: '<path d="M8 14 1 2h14z"/>',
  step: '<path d="M1 11.5v-2h6v-5h8v2H9v5z"/>',
  cross:
    '<path fill-rule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z"/><path d="m5.2 4 6.8 6.8-1.2 1.2L4 5.2z"/><path d="m10.8 4 1.2 1.2L5.2 12 4 10.8z"/>',
  diamond:
    '<path fill-rule="evenodd" d="M8 .4 15.6 8 8 15.6.4 8zM8 3.2 3.2 8 8 12.8 12.8 8z"/><path d="M7.1 5h1.8v4H7.1zM7.1 9.6h1.8v1.6H7.1z"/>',
  bars: '<path d="M3 2h3.6v12H3zM9.4 2H13v12H9.4z"/>',
  clock:
    '<path fill-rule="evenodd" d="M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0Zm0 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z"/><path d="M7.2 3.6h1.6v4l2.8 2.2-1 1.2-3.4-2.7z"/>',
  lock: '<path fill-rule="evenodd" d="M4 7V5a4 4 0 0 1 8 0v2h1.5v8h-11V7zm2 0h4V5a2 2 0 0 0-4 0z"/>',
  gap: '<path d="M0 0h4v1.8H1.8V4H0zM6 0h4v1.8H6zM12 0h4v4h-1.8V1.8H12zM0 6h1.8v4H0zM14.2 6H16v4h-1.8zM0 12h1.8v2.2H4V16H0zM6 14.2h4V16H6zM14.2 12H16v4h-4v-1.8h2.2z"/>',
  left: '<path d="M7 2.5 8.4 4 5.2 7H15v2H5.2l3.2 3L7 13.5 1 8z"/>',
  right: '<path d="M9 2.5 15 8l-6 5.5L7.6 12l3.2-3H1V7h9.8L7.6 4z"/>',
} as const

export type IconName = keyof typeof shapes

/** A sign. Decorative: the word stands beside it. Needs the sprite that `Page` puts in the document. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="sv-teken" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  )
}

const symbols = Object.entries(shapes)
  .map(([name, shape]) => `<symbol id="i-${name}" viewBox="0 0 16 16">${shape}</symbol>`)
  .join('')

/** Every sign, drawn once per document. */
export function IconSprite() {
  return (
    <svg class="sv-sprite" aria-hidden="true" focusable="false">
      {raw(symbols)}
    </svg>
  )
}
