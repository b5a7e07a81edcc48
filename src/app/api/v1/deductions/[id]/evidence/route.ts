import { isId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { linkEvidence } from '@/features/file-intake/commands/link-evidence'
import { receiveRequest } from '@/features/file-intake/imports/receive-request'
import { findPartIds } from '@/features/file-intake/queries/find-import-parts'
import { problemResponse, refusalResponse } from '@/server/http/problem-response'
import { actorOfToken } from '@/server/token'

export const dynamic = 'force-dynamic'

/** Takes papers in as proof for one deduction: multipart form or raw bytes, read like every import, then tied to the deduction. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfToken(request.headers.get('authorization'))
  if (!actor) return problemResponse(401, 'not-signed-in')
  const { id } = await params
  if (!isId(id)) return problemResponse(404, 'not-found')
  try {
    // Asked before anything is kept: nobody leaves papers with a deduction that is not theirs.
    await linkEvidence(actor, { deductionId: id, batchIds: [] })
    const received = await receiveRequest(actor, request, 'api')
    const ids = [...new Set(received.map((batch) => batch.id))]
    const batchIds = [...ids, ...(await findPartIds(actor, ids))].slice(0, 500)
    const { documents } = await linkEvidence(actor, { deductionId: id, batchIds })
    if (documents.length === 0) return problemResponse(415, 'unsupported-file')
    return Response.json({ documents }, { status: 201, headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error)
    throw error
  }
}
