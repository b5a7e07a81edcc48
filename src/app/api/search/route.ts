import { findAnything } from '@/features/reports/queries/find-anything'
import { hitHref } from '@/features/reports/ui/hit-href'
import { answerBrowser } from '@/server/http/answer-browser'

export const dynamic = 'force-dynamic'

/** What a text finds among numbers, customers and documents, for the palette of commands. */
export async function GET(request: Request): Promise<Response> {
  return answerBrowser(request, async (actor) => {
    const text = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200)
    const hits = (await findAnything(actor, text)).map((hit) => ({
      kind: hit.kind,
      href: hitHref(hit),
      label: hit.label,
      customer: hit.customer,
      amount: hit.amountMinor === null || hit.currency === null ? null : { minor: hit.amountMinor.toString(), currency: hit.currency },
      isNear: hit.isNear,
    }))
    return Response.json({ hits }, { headers: { 'cache-control': 'no-store' } })
  })
}
