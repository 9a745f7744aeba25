import { ListLink } from '../../platform/ui'

/** The priority something belongs to, with a link when it is one. */
export function ThemeLink({ theme }: { theme: { code: string; title: string; isPriority: boolean } | null }) {
  if (theme === null) return <>niet genoemd</>
  if (!theme.isPriority) return <>{theme.title}</>
  return <ListLink href={`/prioriteiten/${theme.code}`}>{theme.title}</ListLink>
}
