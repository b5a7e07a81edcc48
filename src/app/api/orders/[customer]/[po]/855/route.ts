import { build855 } from '@/features/orders/exports/build-855'
import { findReply } from '@/features/orders/queries/find-reply'
import { now } from '@/server/clock'
import { notFoundAnswer, sendBytes } from '@/server/file-answer'
import { currentSession } from '@/server/session'

type Context = { params: Promise<{ customer: string; po: string }> }

/** The reply to an order as an X12 855, to be sent by whatever sends our EDI. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const session = await currentSession()
  if (!session) return Response.json({ code: 'signed-out' }, { status: 401 })
  const { customer, po } = await params
  const facts = await findReply(session.actor, decodeURIComponent(customer), decodeURIComponent(po))
  const text = facts === null ? null : build855(facts, now())
  if (facts === null || text === null) return notFoundAnswer()
  return sendBytes(
    { fileName: `855_${facts.po_number}.edi`, mediaType: 'application/edi-x12', content: new TextEncoder().encode(text) },
    { isDownload: true },
  )
}
