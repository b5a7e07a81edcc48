import { fieldText } from './field-text'
import type { Texts } from './finding-sentence'
import { kindText } from './kind-text'

/** What a field of a kind is called: 'number' is another thing in an order than in a receipt. */
export function targetText(t: Texts, kind: string, field: string): string {
  const own = `mapping.fieldOf.${kind}.${field}`
  if (t.has(own)) return t(own)
  return t.has(`mapping.field.${field}`) ? t(`mapping.field.${field}`) : fieldText(t, field)
}

/** The kind of a list in the words of the mapping page. */
export function targetKindText(t: Texts, kind: string): string {
  return t.has(`mapping.kind.${kind}`) ? t(`mapping.kind.${kind}`) : kindText(t, kind)
}

/** How a dialect writes: '31/12/2026' for day, month, year with slashes. */
export function dialectText(t: Texts, dialect: string): string {
  return t.has(`mapping.dialect.${dialect}`) ? t(`mapping.dialect.${dialect}`) : dialect
}
