import { timingSafeEqual } from 'node:crypto'
import { env } from '@/server/env'
import { metricsText } from '@/server/metrics'

export const dynamic = 'force-dynamic'

/** With METRICS_TOKEN set the token decides; without one only requests addressed to the loopback interface are answered. */
export async function GET(request: Request): Promise<Response> {
  if (!mayRead(request)) return new Response(null, { status: 404 })
  return new Response(await metricsText(), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function mayRead(request: Request): boolean {
  const expected = env().METRICS_TOKEN
  if (expected) {
    const given = Buffer.from(request.headers.get('authorization') ?? '')
    const wanted = Buffer.from(`Bearer ${expected}`)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }
  const host = (request.headers.get('host') ?? '').replace(/:\d+$/, '')
  return ['localhost', '127.0.0.1', '[::1]'].includes(host) && !request.headers.has('x-forwarded-for')
}
