import { isNumber, type MappedColumn, type MappingDefinition, type MappingTarget, type TargetField } from './mapping'

/** What is still missing or wrong in a mapping: a code, and the field or column it concerns. */
export type MappingProblem = { code: MappingProblemCode; subject: string }
export type MappingProblemCode =
  | 'unknown-kind'
  | 'unknown-field'
  | 'field-twice'
  | 'missing-field'
  | 'missing-one-of'
  | 'open-date'
  | 'open-number'
  | 'bad-constant'
  | 'no-sender'

/**
 * Judges whether a mapping can be read with: every field the kind needs has a column or a constant, no field has two, every
 * question about dates and numbers is answered, and the customer is known, by the mapping (`hasSender`) or by the rows.
 */
export function checkMapping(definition: MappingDefinition, target: MappingTarget | null, hasSender: boolean): MappingProblem[] {
  if (target === null) return [{ code: 'unknown-kind', subject: definition.kind }]
  const fields = new Map(target.fields.map((field) => [field.name, field]))
  const mapped = definition.columns.flatMap((column) => (column.field === null ? [] : [{ column, field: column.field }]))
  const given = new Set([...mapped.map(({ field }) => field), ...definition.constants.map(({ field }) => field)])
  const has = (name: string) => given.has(name) || (hasSender && (name === 'customer' || name === 'account'))
  const problems: MappingProblem[] = []
  const seen = new Set<string>()
  for (const { column, field } of mapped) {
    const known = fields.get(field)
    if (known === undefined) problems.push({ code: 'unknown-field', subject: field })
    else problems.push(...openQuestions(column, known))
    if (seen.has(field)) problems.push({ code: 'field-twice', subject: field })
    seen.add(field)
  }
  for (const { field, value } of definition.constants) {
    const known = fields.get(field)
    if (known === undefined) problems.push({ code: 'unknown-field', subject: field })
    else if (!isPlain(value, known)) problems.push({ code: 'bad-constant', subject: field })
    if (seen.has(field)) problems.push({ code: 'field-twice', subject: field })
    seen.add(field)
  }
  for (const { name, needs } of target.fields) if (needs !== null && !has(name)) problems.push({ code: 'missing-field', subject: name })
  if (target.oneOf.length > 0 && !target.oneOf.some(has)) problems.push({ code: 'missing-one-of', subject: target.oneOf.join(' ') })
  if (!hasSender && !namesCustomer(target, given)) problems.push({ code: 'no-sender', subject: '' })
  return problems
}

/** True when the rows say whose they are, or when the kind belongs to no customer. */
export function namesCustomer(target: MappingTarget, given: ReadonlySet<string>): boolean {
  const fields = target.fields.filter(({ name }) => name === 'customer' || name === 'account' || name === 'accountNumber')
  if (fields.length === 0) return OF_NO_CUSTOMER.has(target.kind)
  return fields.some(({ name }) => given.has(name))
}

const OF_NO_CUSTOMER: ReadonlySet<string> = new Set(['master-items', 'master-agreement-items', 'master-freight-tariff', 'sap-vl06o'])

function openQuestions(column: MappedColumn, field: TargetField): MappingProblem[] {
  if (field.as === 'date' && column.dates === 'ambiguous') return [{ code: 'open-date', subject: column.key }]
  if (isNumber(field.as) && column.numbers === 'ambiguous') return [{ code: 'open-number', subject: column.key }]
  return []
}

// Constants are written one way only, so that nothing has to be asked about them.
function isPlain(value: string, field: TargetField): boolean {
  if (value.trim() === '') return false
  if (field.as === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value)
  if (field.name === 'currency') return /^[A-Z]{3}$/.test(value)
  return !isNumber(field.as) || /^-?\d+(?:\.\d+)?$/.test(value)
}
