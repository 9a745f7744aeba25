import type { Child } from 'hono/jsx'

/** Charts of the same kind beside each other; each owns its height, which the text above them must say. */
export function SmallMultiples({ children }: { children: Child }) {
  return <div class="sv-klein-veelvoud">{children}</div>
}

/** The signs of every chart, explained once. */
export function ChartLegend() {
  return (
    <ul class="sv-legenda sv-legenda--lijst">
      <li>
        <Sample>
          <path class="g-lijn" d="M1 11H29" />
          <circle class="g-punt" cx="15" cy="11" r="4.5" />
        </Sample>
        waarde
      </li>
      <li>
        <Sample>
          <path class="g-doel" d="M0 11H30" />
          <path class="g-doelpunt" d="M8 11h14" />
        </Sample>
        doel
      </li>
      <li>
        <Sample>
          <path class="g-doelpunt" d="M9 4h12M9 18h12" />
          <path class="g-doelband" d="M15 4V18" />
        </Sample>
        doel tussen twee grenzen
      </li>
      <li>
        <Sample>
          <rect class="g-leeg" x="1" y="3" width="28" height="16" />
        </Sample>
        onbekend
      </li>
      <li>
        <Sample>
          <path class="g-breuk" d="M13.5 2V20M16.5 2V20" />
        </Sample>
        breuk: telling of gebied veranderd
      </li>
      <li>
        <Sample>
          <path class="g-lijn g-lijn--vl" d="M1 11H29" />
          <circle class="g-punt--open" cx="15" cy="11" r="4.5" />
        </Sample>
        voorlopig
      </li>
      <li>
        <Sample>
          <circle class="g-nootring" cx="15" cy="11" r="9" />
          <text class="g-tekst g-tekst--inkt" x="15" y="15.5" text-anchor="middle">
            1
          </text>
        </Sample>
        gebeurtenis, uitleg eronder
      </li>
      <li>
        <Sample>
          <rect class="g-staaf" x="0" y="5" width="20" height="12" />
          <path class="g-was" d="M26 1V21" />
        </Sample>
        staaf: nu; streep: eerder
      </li>
    </ul>
  )
}

function Sample({ children }: { children: Child }) {
  return (
    <svg viewBox="0 0 30 22" width="30" height="22" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}
