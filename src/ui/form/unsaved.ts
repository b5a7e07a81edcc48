/** Marks a form whose last state was taken over; the next keystroke takes the mark away. */
const KEPT = 'kept'

/** Whether a form holds something that was typed, chosen or dropped and not yet sent: its fields differ from what they began with. */
export function isUnsaved(form: HTMLFormElement): boolean {
  if (KEPT in form.dataset || form.getAttribute('aria-busy') === 'true') return false
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
    if (field instanceof HTMLSelectElement) return isChosenAnew(field)
    if (!(field instanceof HTMLInputElement)) return false
    if (field.type === 'hidden') return false
    if (field.type === 'file') return (field.files?.length ?? 0) > 0
    return field.type === 'checkbox' || field.type === 'radio' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
  })
}

/** The forms below an element that hold something unsaved. Forms that only filter a list are none of them. */
export function unsavedForms(within: ParentNode): HTMLFormElement[] {
  return [...within.querySelectorAll<HTMLFormElement>('form[data-guarded]')].filter(isUnsaved)
}

/** What the form holds now was sent, or is given up on purpose. */
export function keepAsSaved(form: HTMLFormElement): void {
  form.dataset[KEPT] = ''
}

/** Something was typed again. */
export function noteTyping(form: HTMLFormElement): void {
  delete form.dataset[KEPT]
}

// A list without a preset begins with its first choice.
function isChosenAnew({ options, selectedIndex }: HTMLSelectElement): boolean {
  const preset = [...options].findIndex((option) => option.defaultSelected)
  return selectedIndex !== (preset === -1 ? 0 : preset)
}
