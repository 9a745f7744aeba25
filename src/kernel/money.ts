/** An amount in whole euro cents: sums of money are exact. */
export type Money = number & { readonly cents: true }

/** Reads an amount in euros with a decimal point, as in `75107.36`; null for any other text. */
export function parseMoney(text: string): Money | null {
  const parts = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (!parts) return null
  const cents = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'))
  return (parts[1] === '-' ? -cents : cents) as Money
}

export function sum(amounts: readonly Money[]): Money {
  return amounts.reduce((total, amount) => total + amount, 0) as Money
}

/** Euros as a number, for JSON and spreadsheets. */
export function euros(amount: Money): number {
  return amount / 100
}
