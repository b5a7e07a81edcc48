import { sql } from '../db/client'
import type { SourceColumn } from './list-source'

/** The customer of a row, over a joined `customer c`: shown by name, asked for by code. */
export const customerColumn: SourceColumn = { value: sql`c.name`, asked: { kind: 'choice', column: sql`c.code` } }
