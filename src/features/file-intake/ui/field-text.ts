import { capitalised } from '@/i18n/formats'
import type { Texts } from './finding-sentence'

const DAYS = /On$|^valid|^listed|^ship(?:By|From)$/

/** Whether a field holds a day. */
export function isDayField(name: string): boolean {
  return DAYS.test(name)
}

/** The word for a row kind; kinds and fields without one show their own name, spelled as words. */
export function rowKindText(t: Texts, kind: string): string {
  return t.has(`rowKind.${kind}`) ? t(`rowKind.${kind}`) : kind
}

/** The word for a field; a finding about no field in particular names none. */
export function fieldText(t: Texts, name: string): string {
  if (name === '') return '–'
  if (t.has(`field.${name}`)) return t(`field.${name}`)
  const words = name.replace(/(?:Minor|Micros|Ppm)$/, '').replace(/([a-z])([A-Z])/g, '$1 $2')
  return capitalised(words.toLowerCase())
}
