/** The typed fields of a submitted form, read by name. Text is trimmed; a missing field is ''. */
export type FormFields = {
  text: (name: string) => string
  /** '' becomes null. */
  optional: (name: string) => string | null
  texts: (name: string) => string[]
  checked: (name: string) => boolean
  number: (name: string) => number
}

export function readFields(data: FormData): FormFields {
  const text = (name: string): string => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    text,
    optional: (name) => text(name) || null,
    texts: (name) => data.getAll(name).flatMap((value) => (typeof value === 'string' ? [value] : [])),
    checked: (name) => data.has(name),
    number: (name) => (text(name) === '' ? Number.NaN : Number(text(name))),
  }
}
