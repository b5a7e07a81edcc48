import * as z from 'zod/mini'
import type { DateOrder } from '@/core/date-order'
import type { Draft } from './mapping-page-data'

const Value: z.ZodMiniType<unknown> = z.unknown()
const Problem = z.object({ position: z.string(), field: z.string(), code: z.string(), message: z.string() })

/** What a mapping would store; see `MappedPreview`. */
const Preview = z.object({
  rows: z.array(z.object({ kind: z.string(), position: z.string(), values: z.record(z.string(), Value) })),
  rejected: z.array(z.object({ position: z.string(), text: z.string(), problem: Problem })),
  accepted: z.number(),
  rejectedCount: z.number(),
  blank: z.number(),
  sums: z.array(z.object({ currency: z.nullable(z.string()), minor: z.string() })),
  totals: z.object({ own: z.nullable(z.string()), computed: z.nullable(z.string()), currency: z.nullable(z.string()) }),
  problems: z.array(Problem),
  waiting: z.nullable(z.string()),
})
export type ShownPreview = z.output<typeof Preview>

/** 'incomplete' while something is missing; 'failed' carries the code of the refusal. */
export type PreviewState =
  | { phase: 'incomplete' }
  | { phase: 'trying'; before: ShownPreview | null }
  | { phase: 'shown'; preview: ShownPreview }
  | { phase: 'failed'; code: string }

const Refused = z.object({ code: z.string() })
const Tried = z.object({ preview: z.nullable(Preview) })
const Taken = z.object({
  batches: z.array(z.object({ id: z.string(), status: z.string(), rows: z.object({ accepted: z.number(), rejected: z.number() }) })),
})

/** Tries a mapping on the file; nothing is stored. */
export async function requestPreview(batchId: string, draft: Draft, headerRow: number | null): Promise<PreviewState> {
  const answer = await post(`/api/imports/${batchId}/try-mapping`, {
    customerId: draft.customerId,
    headerRow,
    definition: draft.definition,
  })
  if (typeof answer === 'string') return { phase: 'failed', code: answer }
  const tried = Tried.safeParse(answer.body)
  if (!tried.success || tried.data.preview === null) return { phase: 'failed', code: 'file-intake/not-readable' }
  return { phase: 'shown', preview: tried.data.preview }
}

export type TakenFile = z.output<typeof Taken>['batches'][number]
type Saved = { mappingId: string | null; version: number; fingerprint: string }

/** Keeps the mapping and takes the files over; answers what became of them, or the code of the refusal. */
export async function takeMappedFiles(batchId: string, draft: Draft, saved: Saved): Promise<readonly TakenFile[] | string> {
  const { definition, customerId, alsoIds } = draft
  const answer = await post(`/api/imports/${batchId}/map`, { batchId, ...saved, customerId, definition, alsoIds })
  if (typeof answer === 'string') return answer
  const taken = Taken.safeParse(answer.body)
  return taken.success ? taken.data.batches : 'unexpected'
}

/** Says which comes first in the dates of a file; answers what became of all that waited for it, or the code of the refusal. */
export async function answerDateOrder(batchId: string, order: DateOrder): Promise<readonly TakenFile[] | string> {
  const answer = await post(`/api/imports/${batchId}/date-order`, { batchId, order })
  if (typeof answer === 'string') return answer
  const taken = Taken.safeParse(answer.body)
  return taken.success ? taken.data.batches : 'unexpected'
}

async function post(url: string, body: unknown): Promise<{ body: unknown } | string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
  if (response === null) return 'offline'
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return { body: answer }
  const refused = Refused.safeParse(answer)
  return refused.success ? refused.data.code : 'unexpected'
}
