'use client'

import { useEffect, useState } from 'react'
import * as z from 'zod/mini'

const FoundHit = z.object({
  kind: z.string(),
  href: z.string(),
  label: z.string(),
  customer: z.nullable(z.string()),
  amount: z.nullable(z.object({ minor: z.string(), currency: z.string() })),
  isNear: z.boolean(),
})
const Answer = z.object({ hits: z.array(FoundHit) })
export type FoundHit = z.output<typeof FoundHit>

/** A pause in typing, too short to be felt. */
const PAUSE_MS = 60
const TEXT_MIN = 2

/** What the text finds among all numbers, customers and documents; asked anew with each change, the last answer wins. */
export function useHits(text: string): { hits: readonly FoundHit[]; isAsking: boolean } {
  const [answer, setAnswer] = useState<{ text: string; hits: readonly FoundHit[] }>({ text: '', hits: [] })
  const wanted = text.trim()
  useEffect(() => {
    if (wanted.length < TEXT_MIN) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void ask(wanted, abort.signal).then((hits) => !abort.signal.aborted && setAnswer({ text: wanted, hits }))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [wanted])
  if (wanted.length < TEXT_MIN) return { hits: [], isAsking: false }
  // What an earlier text found must not be opened by the Enter behind the next one.
  return answer.text === wanted ? { hits: answer.hits, isAsking: false } : { hits: [], isAsking: true }
}

async function ask(text: string, signal: AbortSignal): Promise<FoundHit[]> {
  const response = await fetch(`/api/search?q=${encodeURIComponent(text)}`, { signal }).catch(() => null)
  const parsed = Answer.safeParse(response?.ok ? await response.json().catch(() => null) : null)
  return parsed.success ? parsed.data.hits : []
}
