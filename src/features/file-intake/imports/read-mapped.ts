import type { Problem } from '@/core/problem'
import { sumDecimals } from '@/formats/decimal-text'
import type { ListEnd } from '@/formats/fields/list-end'
import type { RowTaker } from '@/formats/fields/list-reader'
import { readGivenList } from '@/formats/fields/read-list'
import type { TableShape } from '@/formats/fields/table-shape'
import { applyMapping, type GivenMapping } from '@/formats/mapping/given-mapping'
import type { OpenedTables } from './file-survey'
import { listOfKind, listSource } from './list-readers'

/**
 * Reads the tables of a file that have the columns of a mapping, each as the list of its kind. Waits instead when no table has
 * them, when the encoding is only a guess, or when nobody looks and the values prove another way of reading than was said.
 */
export async function readMapped(
  { tables, sure }: Pick<OpenedTables, 'tables' | 'sure'>,
  mapping: GivenMapping,
  path: string,
  into: RowTaker,
): Promise<ListEnd> {
  const list = listOfKind(mapping.kind)
  if (list === null) return nothing(mapping.kind, 'intake/mapping-does-not-fit')
  if (!sure) return nothing(mapping.kind, 'intake/encoding-open')
  const parts: ListEnd[] = []
  const problems: Problem[] = []
  const source = listSource(path)
  for (const table of tables) {
    const { reading, missing } = applyMapping(table.top, withSender(mapping, list.shape.fields))
    if (missing.length > 0) {
      if (tables.length > 1 && table.sample.length > 0) problems.push(notRead(table.top.name))
      continue
    }
    const end = await readGivenList(list, table, { ...source, customerHint: mapping.customerCode ?? source.customerHint }, into, reading)
    if (end.waiting !== undefined && parts.length === 0) return end
    parts.push(end)
  }
  return parts.length === 0 ? nothing(mapping.kind, 'intake/mapping-does-not-fit') : joined(parts, problems)
}

/** A kind whose rows must name their customer gets it from the mapping, when no column does. */
function withSender(mapping: GivenMapping, fields: TableShape['fields']): GivenMapping {
  const { customerCode, customerAccount } = mapping
  const given = new Set([...mapping.columns.map(({ field }) => field), ...mapping.constants.map(({ field }) => field)])
  const constants = [...mapping.constants]
  const isWanted = (field: string) => fields[field]?.needs === 'value' && !given.has(field)
  if (customerCode !== null && isWanted('customer')) constants.push({ field: 'customer', value: customerCode })
  if (customerAccount !== null && isWanted('account')) constants.push({ field: 'account', value: customerAccount })
  return { ...mapping, constants }
}

/** What reading several sheets found, together; totals of several currencies are none. */
function joined(parts: readonly ListEnd[], problems: readonly Problem[]): ListEnd {
  const [first] = parts
  if (first === undefined) return nothing('', 'intake/mapping-does-not-fit')
  const currencies = new Set(parts.map(({ totals }) => totals.currency))
  const sumOf = (name: 'own' | 'computed') => {
    const texts = parts.map(({ totals }) => totals[name])
    return currencies.size > 1 || texts.some((text) => text === null) ? null : sumDecimals(texts.map((text) => text ?? '0'))
  }
  return {
    kind: first.kind,
    blank: parts.reduce((sum, { blank }) => sum + blank, 0),
    problems: [...parts.flatMap((part) => part.problems), ...problems],
    provenDates: first.provenDates ?? null,
    totals:
      parts.length === 1
        ? first.totals
        : { own: sumOf('own'), computed: sumOf('computed'), currency: currencies.size === 1 ? first.totals.currency : null },
  }
}

function notRead(sheet: string): Problem {
  const position = `sheet ${sheet}`
  return { position, field: 'columns', code: 'intake/sheet-not-read', message: `${position} does not have the columns of the mapping` }
}

function nothing(kind: string, waiting: string): ListEnd {
  return { kind, blank: 0, problems: [], totals: { own: null, computed: null, currency: null }, waiting }
}
