import { Refusal } from '@/core/refusal'
import { receiveRequest } from '@/features/file-intake/imports/receive-request'
import { findReportWithParts } from '@/features/file-intake/queries/find-import-report'
import { problemResponse, refusalResponse } from '@/server/http/problem-response'
import { currentSession } from '@/server/session'

export const dynamic = 'force-dynamic'

/** The browser's upload: session cookie instead of a token; only pages of this site may send it. */
export async function POST(request: Request): Promise<Response> {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return problemResponse(403, 'not-allowed')
  const session = await currentSession()
  if (!session) return problemResponse(401, 'not-signed-in')
  try {
    const received = await receiveRequest(session.actor, request, 'browser')
    const batches = await findReportWithParts(
      session.actor,
      received.map((batch) => batch.id),
    )
    return Response.json({ batches }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error)
    throw error
  }
}
