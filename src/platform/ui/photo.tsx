/** A photo with what it shows, in words that everybody reads: who cannot see it as who can. */
export function Photo({ src, words }: { src: string; words: string }) {
  return (
    <figure class="sv-foto">
      <a href={src}>
        <img src={src} alt={words} loading="lazy" />
      </a>
      <figcaption aria-hidden="true">{words}</figcaption>
    </figure>
  )
}
