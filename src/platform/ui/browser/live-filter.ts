import { firstNew } from './first-new'

/**
 * Makes the form within follow every choice: asks the page that the form would open, and puts what it says around the form. The form
 * itself stays, so that the field in use keeps the focus. The address is that of the form; when something fails the button still works.
 */
class LiveFilter extends HTMLElement {
  private waiting: ReturnType<typeof setTimeout> | undefined
  private asking = new AbortController()
  private readonly status = document.createElement('p')

  connectedCallback(): void {
    this.status.className = 'sv-filter__status'
    this.status.setAttribute('role', 'status')
    this.append(this.status)
    // A word is typed in parts; a choice is made at once, but with the arrow keys it passes the ones before it.
    this.addEventListener('input', ({ target }) => this.soon(target instanceof HTMLSelectElement ? 250 : 500))
  }

  disconnectedCallback(): void {
    clearTimeout(this.waiting)
    this.asking.abort()
  }

  private soon(milliseconds: number): void {
    clearTimeout(this.waiting)
    this.asking.abort()
    this.waiting = setTimeout(() => this.follow(), milliseconds)
  }

  private async follow(): Promise<void> {
    const form = this.querySelector('form')
    if (!form) return
    const address = new URL(form.action)
    address.search = new URLSearchParams(
      [...new FormData(form)].map(([name, value]) => [name, String(value)]),
    ).toString()
    this.asking = new AbortController()
    const { signal } = this.asking
    try {
      const answer = await fetch(address, { signal, headers: { accept: 'text/html' } })
      if (new URL(answer.url).pathname !== address.pathname) return location.assign(answer.url)
      if (!answer.ok) throw new Error(String(answer.status))
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (signal.aborted) return
      const said = firstNew(sentences(document), sentences(page)) ?? 'Er verandert niets.'
      if (!this.swap(page)) return location.assign(address)
      history.replaceState(null, '', address)
      document.title = page.title
      this.status.textContent = said
    } catch {
      if (!signal.aborted) this.status.textContent = 'Bijwerken lukt nu niet. Gebruik de knop.'
    }
  }

  /** Takes over what stands around the form, and of the form what is not in use. False when the pages are built differently. */
  private swap(page: Document): boolean {
    const at = [...document.querySelectorAll('live-filter')].indexOf(this)
    const other = page.querySelectorAll('live-filter')[at]
    const pairs = other && levels(this, other)
    if (!pairs) return false
    for (const [mine, theirs] of pairs) takeSiblings(mine, theirs)
    const [fields, fresh] = [this, other].map((filter) => [...(filter.querySelector('form')?.children ?? [])])
    fields?.forEach((field, index) => {
      const replacement = fresh?.[index]
      if (replacement && !field.contains(document.activeElement)) field.replaceWith(replacement)
    })
    return true
  }
}

const sentences = (page: Document): string[] =>
  [...page.querySelectorAll('main p')]
    .filter((element) => !element.closest('live-filter'))
    .map((element) => element.textContent ?? '')

/** Both forms and what they stand in, up to the main part of the page; null when one stands deeper than the other. */
function levels(mine: Element, theirs: Element): [Element, Element][] | null {
  if (mine.tagName !== theirs.tagName) return null
  if (mine.tagName === 'MAIN') return []
  if (!mine.parentElement || !theirs.parentElement) return null
  const above = levels(mine.parentElement, theirs.parentElement)
  return above && [[mine, theirs], ...above]
}

function takeSiblings(mine: Element, theirs: Element): void {
  for (const node of [...(mine.parentNode?.childNodes ?? [])]) if (node !== mine) node.remove()
  const siblings = [...(theirs.parentNode?.childNodes ?? [])]
  const at = siblings.indexOf(theirs)
  mine.before(...siblings.slice(0, at))
  mine.after(...siblings.slice(at + 1))
}

customElements.define('live-filter', LiveFilter)
