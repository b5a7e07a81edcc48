import { joinedParams } from '@/core/joined-params'
import { findTrackerFacets } from '@/features/deductions/queries/find-tracker-facets'
import { readTrackerFilter } from '@/features/deductions/schemas'
import { answerBrowser } from '@/server/http/answer-browser'

export const dynamic = 'force-dynamic'

/** How many deductions carry each value of what the tracker is narrowed by, under the filter of an address. */
export async function GET(request: Request): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const filter = readTrackerFilter(joinedParams(new URL(request.url).searchParams))
    return Response.json({ facets: await findTrackerFacets(actor, filter) }, { headers: { 'cache-control': 'no-store' } })
  })
}
