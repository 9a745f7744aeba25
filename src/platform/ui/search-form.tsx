import { liveFilter } from './assets'
import { day } from './wording'

/** The search box of the site or of one list. */
export function SearchForm(props: {
  action: string
  label: string
  value?: string
  name?: string
  id?: string
  example?: string
}) {
  const id = props.id ?? 'zoek'
  return (
    <search>
      <form class="sv-zoek" action={props.action} method="get">
        <label class="utrecht-form-label" for={id}>
          {props.label}
        </label>
        {props.example ? (
          <p class="utrecht-form-field-description" id={`${id}-uitleg`}>
            Bijvoorbeeld: {props.example}
          </p>
        ) : null}
        <div class="utrecht-search-bar">
          <input
            class="utrecht-textbox"
            id={id}
            name={props.name ?? 'q'}
            type="search"
            value={props.value ?? ''}
            autocomplete="off"
            aria-describedby={props.example ? `${id}-uitleg` : undefined}
          />
          <button class="nl-button nl-button--primary" type="submit">
            Zoek
          </button>
        </div>
      </form>
    </search>
  )
}

export type FilterField =
  | {
      readonly kind: 'select'
      readonly name: string
      readonly label: string
      readonly options: readonly { readonly value: string; readonly label: string }[]
      readonly value?: string
    }
  | { readonly kind: 'text' | 'date'; readonly name: string; readonly label: string; readonly value?: string }

/**
 * Narrows a list: a GET form, so every view has an address. A date here is the browser's own field, because it sends one
 * parameter as the API takes it; the label repeats the date in words, since the field follows the browser's language.
 */
export function FilterForm(props: {
  action: string
  label: string
  fields: readonly FilterField[]
  hidden?: readonly { readonly name: string; readonly value: string }[]
  submit?: string
  clear?: string
  /** With a script the list follows each choice; without, and when that fails, there is the button. */
  live?: boolean
}) {
  return props.live ? (
    <live-filter>
      <FilterFields {...props} />
      <script type="module" src={liveFilter().path} />
    </live-filter>
  ) : (
    <FilterFields {...props} />
  )
}

function FilterFields(props: Omit<Parameters<typeof FilterForm>[0], 'live'>) {
  return (
    <form class="sv-filter" action={props.action} method="get" aria-label={props.label}>
      {props.hidden?.map((field) => (
        <input type="hidden" name={field.name} value={field.value} />
      ))}
      {props.fields.map((field) => {
        const id = `filter-${field.name}`
        return (
          <div>
            <label for={id}>
              {field.label}
              {field.kind === 'date' && field.value ? (
                <span class="sv-filter__woorden"> {day(field.value)}</span>
              ) : null}
            </label>
            {field.kind === 'select' ? (
              <select class="utrecht-select" id={id} name={field.name}>
                {field.options.map((option) => (
                  <option value={option.value} selected={option.value === (field.value ?? '')}>
                    {option.label}
                  </option>
                ))}
              </select>
            ) : (
              <input class="utrecht-textbox" id={id} name={field.name} type={field.kind} value={field.value ?? ''} />
            )}
          </div>
        )
      })}
      <div class="sv-filter__knop">
        <button class="nl-button nl-button--secondary" type="submit">
          {props.submit ?? 'Toon'}
        </button>
        {props.clear ? (
          <a class="nl-link sv-doel24" href={props.clear}>
            Toon alles
          </a>
        ) : null}
      </div>
    </form>
  )
}
