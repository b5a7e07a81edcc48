import { addDays, type CalendarDate } from '@/core/calendar-date'
import { type Condition, type ConditionGroup, type InnerGroup, isGroup } from '@/core/list-conditions'
import { UNUSUAL_DIGITS } from '@/core/money'
import { join, type Sql, sql } from './client'
import { likeText } from './like-text'

/** Where a field of a list stands in the database. */
export type FieldColumn =
  /** `keyOf` turns what was typed into the form in which the column is written, such as a comparison key. */
  | { kind: 'text'; column: Sql; keyOf?: (typed: string) => string; contains?: (pattern: string) => Sql }
  | { kind: 'money'; column: Sql; currency: Sql }
  | { kind: 'number'; column: Sql; scale?: number }
  | { kind: 'date'; column: Sql }
  /** `isAny`: that the row has one of the values, where a plain comparison does not say it. */
  | { kind: 'choice'; column: Sql; isAny?: (values: readonly string[]) => Sql }
export type FieldColumns = Readonly<Record<string, FieldColumn>>

/** The SQL condition of conditions that were read against the same fields. `today` is the day that 'next' and 'last' count from. */
export function conditionSql(group: ConditionGroup | InnerGroup, columns: FieldColumns, today: CalendarDate): Sql {
  const parts = group.parts.map((part) => (isGroup(part) ? conditionSql(part, columns, today) : oneSql(part, columns[part.field], today)))
  return sql`(${join(parts, group.mode === 'all' ? ' AND ' : ' OR ')})`
}

function oneSql({ operator, values }: Condition, column: FieldColumn | undefined, today: CalendarDate): Sql {
  if (!column) return sql`FALSE`
  if (operator === 'empty') return sql`${column.column} IS NULL`
  if (operator === 'filled') return sql`${column.column} IS NOT NULL`
  const [first = '', second = ''] = values
  switch (column.kind) {
    case 'text':
      return textSql(column, operator, first)
    case 'money':
      return moneySql(column, operator, first, second)
    case 'number':
      return rangeSql(column.column, operator, scaled(first, column.scale ?? 0), scaled(second || '0', column.scale ?? 0))
    case 'date':
      return dateSql(column.column, operator, first, second, today)
    case 'choice': {
      const isAny = column.isAny?.(values) ?? sql`${column.column} = ANY(${[...values]}::text[])`
      return operator === 'none' ? sql`(${isAny}) IS NOT TRUE` : isAny
    }
  }
}

function textSql({ column, keyOf, contains }: Extract<FieldColumn, { kind: 'text' }>, operator: Condition['operator'], typed: string): Sql {
  const text = keyOf ? keyOf(typed) : typed.trim()
  // Blanks and dashes alone are no number.
  if (text === '') return sql`FALSE`
  if (operator === 'is') return keyOf ? sql`${column} = ${text}` : sql`lower(${column}) = lower(${text})`
  const pattern = operator === 'starts' ? `${likeText(text)}%` : `%${likeText(text)}%`
  if (contains) return contains(pattern)
  return keyOf ? sql`${column} LIKE ${pattern}` : sql`${column} ILIKE ${pattern}`
}

// Each currency is compared in its own minor units, so that 500 is five hundred of each.
function moneySql(
  { column, currency }: Extract<FieldColumn, { kind: 'money' }>,
  operator: Condition['operator'],
  first: string,
  second: string,
): Sql {
  const ofDigits = (digits: number) => rangeSql(column, operator, scaled(first, digits), scaled(second || '0', digits))
  const others = [...new Set(UNUSUAL_DIGITS.map(([, digits]) => digits))].map((digits) => {
    const codes = UNUSUAL_DIGITS.filter(([, one]) => one === digits).map(([code]) => code)
    return sql`(${currency} = ANY(${codes}::text[]) AND ${ofDigits(digits)})`
  })
  const usual = sql`(${currency} <> ALL(${UNUSUAL_DIGITS.map(([code]) => code)}::text[]) AND ${ofDigits(2)})`
  return sql`(${join([usual, ...others], ' OR ')})`
}

/** Whole numbers at and around a decimal, for comparing with whole numbers. */
type Scaled = { floor: bigint; ceiling: bigint }

function rangeSql(column: Sql, operator: Condition['operator'], first: Scaled, second: Scaled): Sql {
  switch (operator) {
    case 'over':
      return sql`${column} > ${first.floor}`
    case 'under':
      return sql`${column} < ${first.ceiling}`
    case 'between': {
      const [low, high] = first.ceiling <= second.ceiling ? [first, second] : [second, first]
      return sql`${column} BETWEEN ${low.ceiling} AND ${high.floor}`
    }
    default:
      return first.floor === first.ceiling ? sql`${column} = ${first.floor}` : sql`FALSE`
  }
}

function scaled(decimal: string, digits: number): Scaled {
  const isNegative = decimal.startsWith('-')
  const [whole = '0', rest = ''] = decimal.replace('-', '').split('.')
  const floor = BigInt(whole + rest.slice(0, digits).padEnd(digits, '0'))
  const isExact = /^0*$/.test(rest.slice(digits))
  if (isExact) return isNegative ? { floor: -floor, ceiling: -floor } : { floor, ceiling: floor }
  return isNegative ? { floor: -floor - 1n, ceiling: -floor } : { floor, ceiling: floor + 1n }
}

function dateSql(column: Sql, operator: Condition['operator'], first: string, second: string, today: CalendarDate): Sql {
  const between = (from: string, to: string) => sql`${column} BETWEEN ${from}::date AND ${to}::date`
  switch (operator) {
    case 'next':
      return between(today, addDays(today, Number(first)))
    case 'last':
      return between(addDays(today, -Number(first)), today)
    case 'before':
      return sql`${column} < ${first}::date`
    case 'after':
      return sql`${column} > ${first}::date`
    case 'between':
      return first <= second ? between(first, second) : between(second, first)
    default:
      return sql`${column} = ${first}::date`
  }
}
