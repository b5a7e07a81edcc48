/** One thing that the API does, in the words of its description. `status` is what it answers when all is well. */
export type ApiOperation = {
  path: string
  method: 'get' | 'post'
  operationId: string
  summary: string
  status: '200' | '201'
  answer: string
  /** The list whose pages it gives. */
  list?: string
  gives?: 'imports' | 'import' | 'evidence' | 'description'
  takesFiles?: boolean
  /** True: it needs no token. */
  isOpen?: boolean
}

const list = (name: string, one: string): ApiOperation => ({
  path: `/api/v1/${name}`,
  method: 'get',
  operationId: `list${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  summary: `The ${name} of the customers that the token sees, page by page.`,
  status: '200',
  answer: `A page of ${one}.`,
  list: name,
})

/** Every operation below /api/v1; a test holds the list against the routes. */
export const API_OPERATIONS: readonly ApiOperation[] = [
  {
    path: '/api/v1/imports',
    method: 'post',
    operationId: 'importFiles',
    summary: 'Takes files in. What a mail or an archive holds becomes an import of its own.',
    status: '201',
    answer: 'The report of every file; 200 when all of them came before.',
    gives: 'imports',
    takesFiles: true,
  },
  {
    path: '/api/v1/imports/{id}',
    method: 'get',
    operationId: 'readImport',
    summary: 'What became of one file.',
    status: '200',
    answer: 'The report of the file.',
    gives: 'import',
  },
  list('deductions', 'deductions with their verdicts'),
  {
    path: '/api/v1/deductions/{id}/evidence',
    method: 'post',
    operationId: 'addEvidence',
    summary: 'Takes papers in as proof for one deduction and judges it anew.',
    status: '201',
    answer: 'The papers that are tied to the deduction now.',
    gives: 'evidence',
    takesFiles: true,
  },
  list('disputes', 'disputes'),
  list('invoices', 'invoices'),
  list('discrepancies', 'differences between SAP, portal and logistics'),
  {
    path: '/api/v1/openapi.json',
    method: 'get',
    operationId: 'describe',
    summary: 'This description.',
    status: '200',
    answer: 'OpenAPI 3.1.',
    gives: 'description',
    isOpen: true,
  },
]
