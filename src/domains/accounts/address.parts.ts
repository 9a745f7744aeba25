import type { Account } from './account'

export const accountsAddress = '/verantwoordingsstukken'
export const accountAddress = (code: string) => `${accountsAddress}/${encodeURIComponent(code)}`
export const blockAddress = (code: string, block: string) => `${accountAddress(code)}/blok?blok=${block}`
export const fileAddress = (code: string, format: string) => `${accountAddress(code)}/stuk.${format}`
export const pictureAddress = (code: string, hash: string) => `${accountAddress(code)}/beeld/${hash}`
/** What somebody of a municipality sees before the account is released. */
export const previewAddress = (code: string, area: string) => `${accountAddress(code)}/vooraf/${area}`

export const breadcrumbsOf = (account: Pick<Account, 'code' | 'title'>) => [
  { label: 'Verantwoordingsstukken', href: accountsAddress },
  { label: account.title, href: accountAddress(account.code) },
]
