import type { Child } from 'hono/jsx'
import { Icon } from './icon'

export type FieldError = {
  /** The `name` of the field; of a date the name without `-dag`. */
  readonly field: string
  readonly message: string
}

/** What each field says of what went wrong: spread it over the field. */
export const errorsAt =
  <Field extends string>(errors: readonly { readonly field: Field; readonly message: string }[]) =>
  (field: Field): { readonly error?: string } => {
    const found = errors.find((one) => one.field === field)
    return found ? { error: found.message } : {}
  }

/** The id of a field, so that the error summary can link to it. */
export function fieldId(name: string): string {
  return `veld-${name}`
}

/** A form that posts. What went wrong stands on top and links to each field; say it at the field too. */
export function Form(props: {
  action: string
  children: Child
  errors?: readonly FieldError[]
  method?: 'post' | 'get'
  /** It has a field for a file. */
  sendsFiles?: boolean
}) {
  return (
    <>
      <ErrorSummary errors={props.errors ?? []} />
      <form
        class="sv-formulier"
        action={props.action}
        method={props.method ?? 'post'}
        enctype={props.sendsFiles ? 'multipart/form-data' : undefined}
        novalidate
      >
        {props.children}
      </form>
    </>
  )
}

/** Everything that went wrong, each a link to its field. Nothing when all is well. */
function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  if (errors.length === 0) return null
  return (
    <div class="utrecht-alert utrecht-alert--fout" role="alert" aria-labelledby="fouten-kop">
      <h2 class="nl-heading nl-heading--level-4" id="fouten-kop">
        {errors.length === 1 ? 'Er is 1 ding niet in orde' : `Er zijn ${errors.length} dingen niet in orde`}
      </h2>
      <ul class="utrecht-link-list">
        {errors.map((error) => (
          <li class="utrecht-link-list__item">
            <a class="utrecht-link-list__link" href={`#${fieldId(error.field)}`}>
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What went wrong at one field: sign and sentence. */
export function FieldMessage({ id, message }: { id: string; message: string }) {
  return (
    <p class="utrecht-form-field-error-message" id={id}>
      <Icon name="error" />
      <span>{message}</span>
    </p>
  )
}

type ButtonKind = 'primary' | 'secondary' | 'subtle' | 'negative'

function buttonClass(kind: ButtonKind, small: boolean | undefined): string {
  const look = kind === 'negative' ? 'nl-button--secondary nl-button--negative' : `nl-button--${kind}`
  return `nl-button ${look}${small ? ' nl-button--klein' : ''}`
}

/** A button that sends its form. One `primary` per screen. */
export function Button(props: {
  children: Child
  kind?: ButtonKind
  small?: boolean
  name?: string
  value?: string
  disabled?: boolean
}) {
  return (
    <button
      class={`${buttonClass(props.kind ?? 'secondary', props.small)}${props.disabled ? ' nl-button--disabled' : ''}`}
      type="submit"
      name={props.name}
      value={props.value}
      disabled={props.disabled}
    >
      {props.children}
    </button>
  )
}

/** A link that looks like a button: the next step of a task. */
export function ButtonLink(props: { href: string; children: Child; kind?: ButtonKind; small?: boolean }) {
  return (
    <a class={buttonClass(props.kind ?? 'secondary', props.small)} href={props.href}>
      {props.children}
    </a>
  )
}

/** Buttons and links beside each other. */
export function Actions({ children }: { children: Child }) {
  return <div class="sv-rij">{children}</div>
}

/** How a form ends that is kept: keep it, or go back without. */
export const KeepOrBack = ({ back }: { back: string }) => (
  <Actions>
    <Button kind="primary">Bewaar</Button>
    <ButtonLink href={back} kind="subtle">
      Terug zonder bewaren
    </ButtonLink>
  </Actions>
)
