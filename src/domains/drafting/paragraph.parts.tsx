import { Paragraph, Stack, TextLink } from '../../platform/ui'

/** Where the codes in a text lead: `[A22-001]` is an action, `[R22-001]` a result. */
const pages: readonly (readonly [RegExp, string])[] = [
  [/^[AS]\d\d-\d{3,}$/, '/acties/'],
  [/^R\d\d-\d{3,}$/, '/resultaten/'],
]

/** A text as the plan prints it: a blank line begins a paragraph, and a code of an action or result in brackets is a link. */
export function Prose({ text }: { text: string }) {
  return (
    <Stack tight>
      {text.split('\n').map((line) =>
        line.trim() === '' ? null : (
          <Paragraph>
            {line.split(/(\[[A-Z]\d\d-\d{3,}\])/).map((piece) => {
              const code = piece.slice(1, -1)
              const page = piece.startsWith('[') ? pages.find(([shape]) => shape.test(code)) : undefined
              return page ? <TextLink href={`${page[1]}${code}`}>{code}</TextLink> : piece
            })}
          </Paragraph>
        ),
      )}
    </Stack>
  )
}
