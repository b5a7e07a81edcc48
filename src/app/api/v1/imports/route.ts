import { receiveRequest } from '@/features/file-intake/imports/receive-request'
import { findReportWithParts } from '@/features/file-intake/queries/find-import-report'
import { answerRefusals } from '@/server/http/answer-refusals'
import { problemResponse } from '@/server/http/problem-response'
import { actorOfToken } from '@/server/token'

export const dynamic = 'force-dynamic'

/** Takes files in: multipart form or raw bytes, bearer token, optional Idempotency-Key. Answers the report of every batch. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorOfToken(request.headers.get('authorization'))
  if (!actor) return problemResponse(401, 'not-signed-in')
  return answerRefusals(async () => {
    const received = await receiveRequest(actor, request, 'api')
    const batches = await findReportWithParts(
      actor,
      received.map((batch) => batch.id),
    )
    const [first] = received
    const headers = { 'cache-control': 'no-store', ...(first ? { location: `/api/v1/imports/${first.id}` } : {}) }
    return Response.json({ batches }, { status: received.some((batch) => batch.isNew) ? 201 : 200, headers })
  })
}
