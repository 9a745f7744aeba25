import type { Child } from 'hono/jsx'
import type { TypedDay } from '../../kernel/typed-day'
import { FieldMessage, fieldId } from './form'

type FieldProps = {
  name: string
  label: string
  description?: Child
  error?: string
  /** "mag leeg blijven" stands after the label. */
  optional?: boolean
}

export type Option = { readonly value: string; readonly label: string; readonly description?: string }

function describedBy(props: FieldProps): string | undefined {
  const id = fieldId(props.name)
  const ids = [props.description ? `${id}-uitleg` : '', props.error ? `${id}-fout` : '']
  return ids.filter(Boolean).join(' ') || undefined
}

function Label(props: FieldProps) {
  return (
    <>
      {props.label}
      {props.optional ? <span class="sv-stil"> (mag leeg blijven)</span> : null}
    </>
  )
}

/** Explanation and error, above the control so that neither is hidden by a keyboard on the screen. */
function Explained(props: FieldProps & { children: Child }) {
  const id = fieldId(props.name)
  return (
    <>
      {props.description ? (
        <p class="utrecht-form-field-description" id={`${id}-uitleg`}>
          {props.description}
        </p>
      ) : null}
      {props.error ? <FieldMessage id={`${id}-fout`} message={props.error} /> : null}
      {props.children}
    </>
  )
}

function Field(props: FieldProps & { children: Child }) {
  return (
    <div class={`utrecht-form-field${props.error ? ' utrecht-form-field--invalid' : ''}`}>
      <label class="utrecht-form-label" for={fieldId(props.name)}>
        <Label {...props} />
      </label>
      <Explained {...props}>{props.children}</Explained>
    </div>
  )
}

/** A group of controls with one question above it. The group itself can be linked to. */
function FieldGroup(props: FieldProps & { children: Child; id?: string }) {
  return (
    <div class={`utrecht-form-field${props.error ? ' utrecht-form-field--invalid' : ''}`}>
      <fieldset class="utrecht-form-fieldset" id={props.id} aria-describedby={describedBy(props)}>
        <legend class="utrecht-form-fieldset__legend">
          <Label {...props} />
        </legend>
        <Explained {...props}>{props.children}</Explained>
      </fieldset>
    </div>
  )
}

function invalid(name: string, error: string | undefined): string {
  return error ? `${name} ${name}--invalid` : name
}

export function TextField(
  props: FieldProps & {
    value?: string
    type?: 'text' | 'email' | 'search' | 'tel' | 'url'
    autocomplete?: string
    inputmode?: 'numeric' | 'decimal' | 'text'
    short?: boolean
  },
) {
  return (
    <Field {...props}>
      <input
        class={`${invalid('utrecht-textbox', props.error)}${props.short ? ' sv-kort' : ''}`}
        id={fieldId(props.name)}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value ?? ''}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      />
    </Field>
  )
}

/** A file to send; the form needs `sendsFiles`. `accept` is a hint to the browser and guards nothing. */
export function FileField(props: FieldProps & { accept?: string }) {
  return (
    <Field {...props}>
      <input
        class={invalid('utrecht-textbox', props.error)}
        id={fieldId(props.name)}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      />
    </Field>
  )
}

export function TextArea(props: FieldProps & { value?: string; rows?: number }) {
  return (
    <Field {...props}>
      <textarea
        class={invalid('utrecht-textarea', props.error)}
        id={fieldId(props.name)}
        name={props.name}
        rows={props.rows ?? 4}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.value ?? ''}
      </textarea>
    </Field>
  )
}

export function SelectField(props: FieldProps & { value?: string; options: readonly Option[] }) {
  return (
    <Field {...props}>
      <select
        class={invalid('utrecht-select', props.error)}
        id={fieldId(props.name)}
        name={props.name}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      >
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** One radio or checkbox with its label: a row of 44 px to touch. */
function Choice(props: {
  type: 'radio' | 'checkbox'
  name: string
  option: Option
  checked: boolean
  id?: string
  describedBy?: string
}) {
  return (
    <label class="sv-keuze">
      <input
        type={props.type}
        name={props.name}
        value={props.option.value}
        checked={props.checked}
        id={props.id}
        aria-describedby={props.describedBy}
      />
      <span>
        {props.option.label}
        {props.option.description ? <small>{props.option.description}</small> : null}
      </span>
    </label>
  )
}

export function Radios(props: FieldProps & { value?: string; options: readonly Option[] }) {
  return (
    <FieldGroup {...props}>
      {props.options.map((option, index) => (
        <Choice
          type="radio"
          name={props.name}
          option={option}
          checked={option.value === props.value}
          id={index === 0 ? fieldId(props.name) : undefined}
        />
      ))}
    </FieldGroup>
  )
}

export function Checkboxes(props: FieldProps & { values?: readonly string[]; options: readonly Option[] }) {
  return (
    <FieldGroup {...props}>
      {props.options.map((option, index) => (
        <Choice
          type="checkbox"
          name={props.name}
          option={option}
          checked={props.values?.includes(option.value) ?? false}
          id={index === 0 ? fieldId(props.name) : undefined}
        />
      ))}
    </FieldGroup>
  )
}

/** One checkbox that stands alone. */
export function Checkbox(props: {
  name: string
  label: string
  checked?: boolean
  value?: string
  description?: string
  error?: string
}) {
  const id = fieldId(props.name)
  return (
    <div class={`utrecht-form-field${props.error ? ' utrecht-form-field--invalid' : ''}`}>
      {props.error ? <FieldMessage id={`${id}-fout`} message={props.error} /> : null}
      <Choice
        type="checkbox"
        name={props.name}
        option={{ value: props.value ?? 'ja', label: props.label, description: props.description }}
        checked={props.checked ?? false}
        id={id}
        describedBy={props.error ? `${id}-fout` : undefined}
      />
    </div>
  )
}

/**
 * A date in three fields, sent as `name-dag`, `name-maand` and `name-jaar`: the browser's own date field follows the
 * language of the browser, and turns 3 April into 4 March for a reader with an English one.
 */
export function DateField(props: FieldProps & { value?: TypedDay }) {
  const parts = [
    ['dag', 'Dag', props.value?.day, 2],
    ['maand', 'Maand', props.value?.month, 2],
    ['jaar', 'Jaar', props.value?.year, 4],
  ] as const
  const id = fieldId(props.name)
  return (
    <FieldGroup {...props}>
      <div class="sv-datum">
        {parts.map(([part, label, value, length], index) => (
          <div>
            <label for={index === 0 ? id : `${id}-${part}`}>{label}</label>
            <input
              class={invalid('utrecht-textbox', props.error)}
              id={index === 0 ? id : `${id}-${part}`}
              name={`${props.name}-${part}`}
              type="text"
              inputmode="numeric"
              maxlength={length}
              value={value ?? ''}
              aria-invalid={props.error ? 'true' : undefined}
              aria-describedby={props.error ? `${id}-fout` : undefined}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
