import * as z from 'zod'
import { EvidenceAnswer, ImportAnswer, ImportReportItem } from '@/features/file-intake/schemas'
import { type ApiList, DEDUCTION_LIST, DISCREPANCY_LIST, DISPUTE_LIST, INVOICE_LIST } from '@/features/reports/queries/api-lists'
import { ApiListQuery, DeductionItem, DiscrepancyItem, DisputeItem, InvoiceItem } from '@/features/reports/schemas'
import { ProblemDocument } from '@/server/http/problem-response'
import { API_OPERATIONS, type ApiOperation } from './api-operations'

type Json = { [key: string]: unknown }

const COMPONENTS = {
  ImportReport: ImportReportItem,
  Deduction: DeductionItem,
  Dispute: DisputeItem,
  Invoice: InvoiceItem,
  Discrepancy: DiscrepancyItem,
  Problem: ProblemDocument,
}

const LISTS: Readonly<Record<string, { list: ApiList<unknown>; item: keyof typeof COMPONENTS }>> = {
  deductions: { list: DEDUCTION_LIST, item: 'Deduction' },
  disputes: { list: DISPUTE_LIST, item: 'Dispute' },
  invoices: { list: INVOICE_LIST, item: 'Invoice' },
  discrepancies: { list: DISCREPANCY_LIST, item: 'Discrepancy' },
}

/** The description of every address below /api/v1, made of the schemas that read requests and write answers. */
export function describeApi(origin: string): Json {
  const paths: Record<string, Json> = {}
  for (const operation of API_OPERATIONS) {
    const path = (paths[operation.path] ??= {})
    path[operation.method] = describe(operation)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Recoup',
      version: '1',
      description: 'Files in, and what became of them out. A bearer token sees the customers that its person sees. Money is decimal text.',
    },
    servers: [{ url: origin }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Made with "recoup token create".' } },
      schemas: Object.fromEntries(Object.entries(COMPONENTS).map(([name, schema]) => [name, jsonSchema(schema)])),
    },
  }
}

function describe(operation: ApiOperation): Json {
  const { summary, operationId, status, isOpen } = operation
  const parameters = [...pathParameters(operation.path), ...queryParameters(operation), ...(operation.takesFiles ? fileParameters() : [])]
  return {
    summary,
    operationId,
    ...(isOpen ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.takesFiles ? { requestBody: FILES } : {}),
    responses: {
      [status]: { description: operation.answer, content: { 'application/json': { schema: answerSchema(operation) } } },
      ...(isOpen ? {} : { default: { description: 'Refused.', content: { 'application/problem+json': { schema: ref('Problem') } } } }),
    },
  }
}

function answerSchema({ list, gives }: ApiOperation): Json {
  if (list !== undefined) {
    const item = LISTS[list]?.item ?? 'Problem'
    const next = { type: ['string', 'null'], description: 'Give it as "after" for the next page; null on the last one.' }
    return { type: 'object', required: ['items', 'next'], properties: { items: { type: 'array', items: ref(item) }, next } }
  }
  if (gives === 'imports') return jsonSchema(ImportAnswer)
  if (gives === 'import') return ref('ImportReport')
  return gives === 'evidence' ? jsonSchema(EvidenceAnswer) : { type: 'object' }
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }))
}

function queryParameters({ list: name }: ApiOperation): Json[] {
  const list = name === undefined ? undefined : LISTS[name]?.list
  if (!list) return []
  const { properties = {} } = jsonSchema(ApiListQuery) as { properties?: Record<string, Json> }
  const told: Readonly<Record<string, string>> = {
    filter: `${String(properties['filter']?.['description'])} Names: ${Object.keys(list.filters).join(', ')}.`,
    sort: `${String(properties['sort']?.['description'])} Names: ${Object.keys(list.sorts).join(', ')}.`,
  }
  return Object.entries(properties).map(([key, { description, ...schema }]) => ({
    name: key,
    in: 'query',
    required: false,
    ...(description === undefined ? {} : { description: told[key] ?? description }),
    schema,
  }))
}

function fileParameters(): Json[] {
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'A retry under the same key is answered as the first time; the same key with other bytes is refused.',
      schema: { type: 'string' },
    },
    {
      name: 'path',
      in: 'query',
      required: false,
      description: 'Where a raw body came from, with its folders.',
      schema: { type: 'string' },
    },
  ]
}

const BYTES = { type: 'string', contentMediaType: 'application/octet-stream' }
const FILES: Json = {
  required: true,
  description: 'A form with any number of files, or the bytes of one. At most 1 GB.',
  content: {
    'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'array', items: BYTES } } } },
    'application/octet-stream': { schema: BYTES },
  },
}

function ref(name: keyof typeof COMPONENTS): Json {
  return { $ref: `#/components/schemas/${name}` }
}

function jsonSchema(schema: z.ZodType): Json {
  const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'output', unrepresentable: 'any' })
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== '$schema' && key !== '~standard'))
}
