import { previewExhibit } from '@/features/disputes/exports/preview-exhibit'
import { canDownload } from '@/features/disputes/policy'
import { findDossier } from '@/features/disputes/queries/find-dossier'
import { companyToday } from '@/server/clock'
import { env } from '@/server/env'
import { notFoundAnswer, sendBytes } from '@/server/file-answer'
import { currentSession } from '@/server/session'

type Context = { params: Promise<{ id: string }> }

/** The letter or a page of ours as it would go out now, before anything is built. `?exhibit=letter` or an exhibit's key. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const session = await currentSession()
  if (!session) return Response.json({ code: 'signed-out' }, { status: 401 })
  const dossier = await findDossier(session.actor, (await params).id)
  if (!dossier || !canDownload(session.actor, dossier.dispute)) return notFoundAnswer()
  const key = new URL(request.url).searchParams.get('exhibit') ?? 'letter'
  const content = await previewExhibit(dossier, key, { company: env().RECOUP_COMPANY, today: companyToday() })
  if (!content) return notFoundAnswer()
  return sendBytes({ fileName: `${dossier.dispute.name}.pdf`, mediaType: 'application/pdf', content }, { isDownload: false })
}
