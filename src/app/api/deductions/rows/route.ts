import * as z from 'zod'
import { findRowBatch } from '@/features/deductions/queries/find-row-batch'
import { readTrackerFilter } from '@/features/deductions/schemas'
import { writeRowBatch } from '@/features/deductions/ui/row-batch-json'
import { answerBrowser } from '@/server/http/answer-browser'
import { problemResponse } from '@/server/http/problem-response'

export const dynamic = 'force-dynamic'

const Place = z.object({
  after: z.string().max(2_000).optional(),
  before: z.string().max(2_000).optional(),
  isEnd: z.literal('1').optional(),
})

/** More rows of the tracker, for a list that reads on while somebody scrolls. */
export async function GET(request: Request): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const params = Object.fromEntries(new URL(request.url).searchParams)
    const place = Place.safeParse(params)
    if (!place.success) return problemResponse(400, 'invalid-input')
    const { after, before, isEnd } = place.data
    const batch = await findRowBatch(actor, readTrackerFilter(params), {
      ...(after === undefined ? {} : { after }),
      ...(before === undefined ? {} : { before }),
      ...(isEnd === undefined ? {} : { isEnd: true }),
    })
    return new Response(writeRowBatch(batch), { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })
  })
}
