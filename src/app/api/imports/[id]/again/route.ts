import { isId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { importAgain } from '@/features/file-intake/imports/import-again'
import { findImportReport } from '@/features/file-intake/queries/find-import-report'
import { problemResponse, refusalResponse } from '@/server/http/problem-response'
import { currentSession } from '@/server/session'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

/** Takes the kept file of an undone import in anew; answers the new import. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') return problemResponse(403, 'not-allowed')
  const session = await currentSession()
  if (!session) return problemResponse(401, 'not-signed-in')
  const { id } = await params
  try {
    if (!isId(id)) throw new Refusal('not-found')
    const batch = await importAgain(session.actor, id)
    return Response.json({ batches: await findImportReport(session.actor, [batch.id]) }, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (error instanceof Refusal) return refusalResponse(error)
    throw error
  }
}
