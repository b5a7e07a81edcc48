import { isId } from '@/core/ids'
import { findImportReport } from '@/features/file-intake/queries/find-import-report'
import { problemResponse } from '@/server/http/problem-response'
import { actorOfToken } from '@/server/token'

export const dynamic = 'force-dynamic'

/** The report of one batch. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfToken(request.headers.get('authorization'))
  if (!actor) return problemResponse(401, 'not-signed-in')
  const { id } = await params
  const [report] = isId(id) ? await findImportReport(actor, [id]) : []
  if (!report) return problemResponse(404, 'not-found')
  return Response.json(report, { headers: { 'cache-control': 'no-store' } })
}
