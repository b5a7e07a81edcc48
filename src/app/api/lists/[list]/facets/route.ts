import { joinedParams } from '@/core/joined-params'
import { readListAddress } from '@/core/list-address'
import { listSource } from '@/features/reports/queries/list-sources'
import { answerBrowser } from '@/server/http/answer-browser'
import { problemResponse } from '@/server/http/problem-response'
import { findListFacets } from '@/server/lists/find-list-facets'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ list: string }> }

/** How many rows of a list carry each value of what it is narrowed by, under the filters of an address. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const source = listSource(actor, (await params).list)
    if (!source) return problemResponse(404, 'not-found')
    const address = readListAddress(source.shape, joinedParams(new URL(request.url).searchParams))
    const facets = await findListFacets(source, actor, address)
    return Response.json({ facets }, { headers: { 'cache-control': 'no-store' } })
  })
}
