import * as z from 'zod'
import { joinedParams } from '@/core/joined-params'
import { readListAddress } from '@/core/list-address'
import { listSource } from '@/features/reports/queries/list-sources'
import { answerBrowser } from '@/server/http/answer-browser'
import { problemResponse } from '@/server/http/problem-response'
import { findListBatch } from '@/server/lists/find-list'

export const dynamic = 'force-dynamic'

const Place = z.object({
  after: z.string().max(2_000).optional(),
  before: z.string().max(2_000).optional(),
  isEnd: z.literal('1').optional(),
})

type Context = { params: Promise<{ list: string }> }

/** More rows of a list, for one that reads on while somebody scrolls. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const source = listSource(actor, (await params).list)
    const search = new URL(request.url).searchParams
    const place = Place.safeParse(Object.fromEntries(search))
    if (!place.success) return problemResponse(400, 'invalid-input')
    if (!source) return problemResponse(404, 'not-found')
    const { after, before, isEnd } = place.data
    const batch = await findListBatch(source, actor, readListAddress(source.shape, joinedParams(search)), {
      ...(after !== undefined && { after }),
      ...(before !== undefined && { before }),
      ...(isEnd !== undefined && { isEnd: true as const }),
    })
    return Response.json(batch, { headers: { 'cache-control': 'no-store' } })
  })
}
