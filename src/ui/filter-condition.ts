import {
  type Condition,
  type ConditionGroup,
  type FieldKind,
  type InnerGroup,
  isGroup,
  type Operator,
  valuesOf,
} from '@/core/list-conditions'
import { formatDate, formatNumber } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { Choice } from './form/select'

/** A field of conditions as people meet it: its name and, of a choice, its values with their names. */
export type ConditionField = { key: string; label: string; kind: FieldKind; isOptional?: boolean; choices?: readonly Choice[] }

type Texts = (key: string, values?: Record<string, string | number>) => string

/** Values that a chip names before it only counts them. */
const NAMED_MAX = 2

/** A condition in words: 'Amount is between 500 and 1,200'. `t` speaks the namespace `ui.condition`. */
export function sayCondition(
  condition: Condition,
  fields: readonly ConditionField[],
  t: Texts,
  locale: Locale,
): { label: string; value: string } {
  const field = fields.find(({ key }) => key === condition.field)
  return { label: field?.label ?? condition.field, value: sayOperator(condition, field, t, locale) }
}

/** All conditions of a list in one line. */
export function sayConditions(group: ConditionGroup | InnerGroup, fields: readonly ConditionField[], t: Texts, locale: Locale): string {
  const say = (one: Condition) => Object.values(sayCondition(one, fields, t, locale)).join(' ')
  const parts = group.parts.map((part) => (isGroup(part) ? `(${part.parts.map(say).join(t(`joined.${part.mode}`))})` : say(part)))
  return parts.join(t(`joined.${group.mode}`))
}

function sayOperator({ operator, values }: Condition, field: ConditionField | undefined, t: Texts, locale: Locale): string {
  const said = values.map((value) => sayValue(value, operator, field, locale))
  if (valuesOf(operator) !== 'several') return t(`said.${operator}`, { first: said[0] ?? '', second: said[1] ?? '' })
  const several = said.length > NAMED_MAX ? t('several', { count: said.length }) : said.join(t('joined.values'))
  return t(`said.${operator}`, { first: several, second: '' })
}

function sayValue(value: string, operator: Operator, field: ConditionField | undefined, locale: Locale): string {
  switch (field?.kind) {
    case 'choice':
      return field.choices?.find((choice) => choice.value === value)?.label ?? value
    case 'money':
    case 'number':
      return formatNumber(Number(value), locale, value.split('.')[1]?.length ?? 0)
    case 'date':
      return operator === 'next' || operator === 'last' ? value : formatDate(value as never, locale, 'medium')
    default:
      return value
  }
}
