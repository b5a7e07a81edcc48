import { comparisonKey } from '@/core/comparison-key'
import type { Sql } from '../db/client'
import type { SourceColumn } from './list-source'

/** A number: shown as it was written, asked for and sorted by its comparison key. */
export function keyedColumn(value: Sql, key: Sql): SourceColumn {
  return { value, asked: { kind: 'text', column: key, keyOf: comparisonKey }, sorted: key }
}
