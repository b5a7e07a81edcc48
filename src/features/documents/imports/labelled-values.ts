import type { LabelledField } from '@/formats/pdf/find-labelled-fields'
import { decideNumberDialect, readAmount } from '@/formats/text/read-amount'
import { decideDateDialect, readDate } from '@/formats/text/read-date'

/** The first value on a paper that stands behind such a label; null when there is none. */
export function labelled(fields: readonly LabelledField[], label: RegExp): string | null {
  return fields.find((field) => label.test(field.label) && field.value !== '')?.value ?? null
}

/** A date (YYYY-MM-DD) in the way in which the other dates of the paper are written. */
export function dayOf(text: string | null, fields: readonly LabelledField[]): string | null {
  if (text === null) return null
  const dialect = decideDateDialect(
    fields.map((field) => field.value).filter((value) => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(value)),
    'mdy-slash',
  )
  return readDate(text, dialect)
}

/** An amount that stands alone as decimal text, read by its own way of writing numbers. */
export function decimalOf(text: string | null): string | null {
  return text === null ? null : readAmount(text, decideNumberDialect([text], 'point'))
}
