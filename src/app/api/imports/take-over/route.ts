import { Refusal } from '@/core/refusal'
import { takeOverStaged } from '@/features/file-intake/imports/take-over-staged'
import { findReportWithParts } from '@/features/file-intake/queries/find-import-report'
import { TakeOverInput } from '@/features/file-intake/schemas'
import { problemResponse, refusalResponse } from '@/server/http/problem-response'
import { currentSession } from '@/server/session'

export const dynamic = 'force-dynamic'

/** Takes staged files over: many at once in the right order. It outlives the page that asked, unlike a form. */
export async function POST(request: Request): Promise<Response> {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return problemResponse(403, 'not-allowed')
  const session = await currentSession()
  if (!session) return problemResponse(401, 'not-signed-in')
  const input = TakeOverInput.safeParse(await request.json().catch(() => null))
  if (!input.success) return problemResponse(400, 'invalid-input')
  try {
    const ids = await takeOverStaged(session.actor, input.data.ids)
    return Response.json({ batches: await findReportWithParts(session.actor, ids) }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error)
    throw error
  }
}
