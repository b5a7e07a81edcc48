/**
 * What the parts of a table are, said outright: on a phone rows are laid out as cards, and what is not laid out as a table is none to a
 * screen reader unless it says so.
 */
export const TABLE_ROLES = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  header: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const
