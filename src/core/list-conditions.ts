import { parseCalendarDate } from './calendar-date'

/** What a list can be narrowed by, by the kind of the field. */
export type FieldKind = 'text' | 'money' | 'number' | 'date' | 'choice'

/** What can be said of a field of each kind. 'empty' and 'filled' go with fields that may be empty. */
export const OPERATORS = {
  text: ['contains', 'is', 'starts', 'empty', 'filled'],
  money: ['between', 'over', 'under', 'is'],
  number: ['between', 'over', 'under', 'is', 'empty', 'filled'],
  date: ['next', 'last', 'on', 'before', 'after', 'between', 'empty', 'filled'],
  choice: ['any', 'none', 'empty', 'filled'],
} as const satisfies Record<FieldKind, readonly string[]>
export type Operator = (typeof OPERATORS)[FieldKind][number]

export type ListField = {
  kind: FieldKind
  /** Whether a row may have nothing there. */
  isOptional?: boolean
  /** The only values there are; a choice without them takes any, and finds nothing for an unknown one. */
  choices?: readonly string[]
}
export type ListFields = Readonly<Record<string, ListField>>

export const MODES = ['all', 'any'] as const
/** Whether all conditions must hold or any of them. */
export type Mode = (typeof MODES)[number]
/** Values as the address says them: plain decimals, ISO days, days as whole numbers, keys of choices. */
export type Condition = { field: string; operator: Operator; values: readonly string[] }
export type InnerGroup = { mode: Mode; parts: readonly Condition[] }
/** One level of groups inside. */
export type ConditionGroup = { mode: Mode; parts: readonly (Condition | InnerGroup)[] }

/** Conditions of one list, and values of one condition. */
export const CONDITIONS_MAX = 30
export const VALUES_MAX = 200
export const DAYS_MAX = 3_650
const TEXT_MAX = 200

export function isGroup(part: Condition | InnerGroup): part is InnerGroup {
  return 'parts' in part
}

/** How many values an operator takes: exactly so many, or one and more. */
export function valuesOf(operator: Operator): number | 'several' {
  if (operator === 'empty' || operator === 'filled') return 0
  if (operator === 'between') return 2
  return operator === 'any' || operator === 'none' ? 'several' : 1
}

/** What may be said of a field. */
export function operatorsOf(field: Pick<ListField, 'kind' | 'isOptional'>): Operator[] {
  return OPERATORS[field.kind].filter((operator) => field.isOptional === true || valuesOf(operator) !== 0)
}

/** Whether values are what a condition of this field and operator takes. */
export function isCondition({ field, operator, values }: Condition, fields: ListFields): boolean {
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (!known || !operatorsOf(known).includes(operator)) return false
  const count = valuesOf(operator)
  if (count === 'several' ? values.length === 0 || values.length > VALUES_MAX : values.length !== count) return false
  return values.every((value) => !value.includes('\0') && isValue(value, known, operator))
}

/**
 * Conditions as an address says them: `{"all":[["amount","over","500"],{"any":[["owner","any","me"],["deadline","next","7"]]}]}`.
 * Null when it cannot be read as a whole: half of a filter would show what nobody asked for.
 */
export function readConditions(text: string, fields: ListFields): ConditionGroup | null {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  const group = readGroup(
    found,
    fields,
    (part) => readCondition(part, fields) ?? readGroup(part, fields, (inner) => readCondition(inner, fields)),
  )
  return group !== null && conditionsOf(group).length <= CONDITIONS_MAX ? group : null
}

/** The address of conditions; '' without any. Groups of one or none are flattened. */
export function writeConditions({ mode, parts }: ConditionGroup): string {
  const kept = parts.flatMap((part): readonly (Condition | InnerGroup)[] => (isGroup(part) && part.parts.length < 2 ? part.parts : [part]))
  if (kept.length === 0) return ''
  const line = ({ field, operator, values }: Condition) => [field, operator, ...values]
  return JSON.stringify({ [mode]: kept.map((part) => (isGroup(part) ? { [part.mode]: part.parts.map(line) } : line(part))) })
}

/** Every condition of a group and its inner groups. */
export function conditionsOf(group: ConditionGroup): Condition[] {
  return group.parts.flatMap((part) => (isGroup(part) ? part.parts : [part]))
}

function readGroup<Part extends Condition | InnerGroup>(
  found: unknown,
  fields: ListFields,
  readPart: (part: unknown) => Part | null,
): { mode: Mode; parts: Part[] } | null {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return null
  const entries = Object.entries(found)
  const mode = MODES.find((one) => one === entries[0]?.[0])
  const inner: unknown = entries[0]?.[1]
  if (mode === undefined || entries.length !== 1 || !Array.isArray(inner) || inner.length === 0) return null
  const parts = inner.map(readPart)
  return parts.every((part) => part !== null) ? { mode, parts } : null
}

function readCondition(found: unknown, fields: ListFields): Condition | null {
  if (!Array.isArray(found) || !found.every((one) => typeof one === 'string')) return null
  const [field = '', operator = '', ...values] = found
  const condition = { field, operator: operator as Operator, values }
  return isCondition(condition, fields) ? condition : null
}

function isValue(value: string, { kind, choices }: ListField, operator: Operator): boolean {
  switch (kind) {
    case 'text':
      return value.trim() !== '' && value.length <= TEXT_MAX
    case 'money':
    case 'number':
      return /^-?\d{1,12}(\.\d{1,3})?$/.test(value)
    case 'date':
      return operator === 'next' || operator === 'last'
        ? /^\d{1,4}$/.test(value) && Number(value) <= DAYS_MAX
        : parseCalendarDate(value) !== null
    case 'choice':
      return choices === undefined ? value !== '' && value.length <= TEXT_MAX : choices.includes(value)
  }
}
