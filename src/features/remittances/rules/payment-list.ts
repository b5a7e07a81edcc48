import type { ListShape } from '@/core/list-shape'

/** Where the advice of a payment came from. */
const SOURCES = ['820', 'remadv', 'idoc', 'advice-text', 'remittance-csv', 'bank', 'lockbox'] as const

/** The list of payments: what came, what was taken off, whether the lines of the advice make up its total. */
export const PAYMENT_LIST = {
  key: 'payments',
  path: '/payments',
  title: 'remittances.title',
  empty: 'remittances.empty',
  href: '/imports/record/remittance/{id}',
  columns: [
    { key: 'number', kind: 'text', title: 'remittances.column.number', look: 'key' },
    { key: 'customer', kind: 'choice', named: 'customers', title: 'remittances.column.customer', look: 'clip' },
    { key: 'paidOn', kind: 'date', isOptional: true, title: 'remittances.column.paidOn', look: 'quiet' },
    { key: 'total', kind: 'money', title: 'remittances.column.total' },
    { key: 'deducted', kind: 'money', title: 'remittances.column.deducted' },
    { key: 'discount', kind: 'money', title: 'remittances.column.discount', hide: 'phone' },
    { key: 'gap', kind: 'money', title: 'remittances.column.gap', hide: 'phone' },
    { key: 'lines', kind: 'number', title: 'remittances.column.lines', look: 'quiet', hide: 'narrow' },
    {
      key: 'source',
      kind: 'choice',
      choices: SOURCES,
      words: 'remittances.source',
      title: 'remittances.column.source',
      look: 'quiet',
      hide: 'narrow',
    },
    { key: 'method', kind: 'text', isOptional: true, title: 'remittances.column.method', look: 'quiet', isQuiet: true },
    { key: 'computed', kind: 'money', title: 'remittances.column.computed', isQuiet: true },
    { key: 'account', kind: 'text', isOptional: true, title: 'remittances.column.account', look: 'quiet', isQuiet: true },
    { key: 'currency', kind: 'choice', named: 'currencies', title: 'ui.export.currency', isField: true },
  ],
  tabs: { param: 'tab', keys: ['all', 'short', 'uneven'], usual: 'all', words: 'remittances.tab' },
  quick: ['customer', 'source'],
  search: 'remittances.search',
  sort: { key: 'paidOn', direction: 'desc' },
  sums: ['total'],
} as const satisfies ListShape
