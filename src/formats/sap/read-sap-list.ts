import { readCsv } from '../csv/read-csv'
import type { Table } from '../table'
import { readBarList } from './read-bar-list'
import { recogniseSapList, type SapList } from './recognise-sap-list'

/**
 * Reads an SAP list in any of its exports: unconverted with bars, 'spreadsheet' with tabs, or delimited.
 * `list` is null when the titles are those of no known list; the table is there all the same.
 */
export function readSapList(text: string, name = ''): { table: Table; list: SapList | null } {
  const table = readBarList(text, name) ?? readCsv(text, { name })
  return { table, list: recogniseSapList(table) }
}
