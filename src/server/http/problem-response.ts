import * as z from 'zod'
import type { Refusal } from '@/core/refusal'

/** A refusal as RFC 9457 has it. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().describe('What was refused, such as "not-found".'),
  detail: z.string().optional(),
})

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  401: 'Sign in first.',
  403: 'Not allowed.',
  404: 'Not found.',
  413: 'The file is too large.',
  415: 'This kind of body is not read here.',
  422: 'The request contradicts an earlier one.',
}

/** An error as RFC 9457 wants it: `code` is the message key that the browser would translate. */
export function problemResponse(status: number, code: string, detail?: string): Response {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' }
  if (status === 401) headers['www-authenticate'] = 'Bearer'
  const title = TITLES[status] ?? 'The request was refused.'
  const body: z.output<typeof ProblemDocument> = { type: 'about:blank', title, status, code, ...(detail === undefined ? {} : { detail }) }
  return new Response(JSON.stringify(body), { status, headers })
}

/** What a refusal means in HTTP. */
export function refusalResponse(refusal: Refusal): Response {
  const detail = Object.entries({ ...refusal.fields, ...refusal.details })
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')
  const status = STATUS_BY_CODE[refusal.code] ?? 400
  return problemResponse(status, refusal.code, detail === '' ? undefined : detail)
}

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  'not-found': 404,
  'not-allowed': 403,
  'operation-reused': 422,
  'upload/too-large': 413,
  'upload/unknown-body': 415,
}
