import { type Sql, select } from '@/server/db/client'
import { COUNT_INVARIANTS } from './invariants/count-invariants'
import type { Invariant } from './invariants/invariant'
import { MONEY_INVARIANTS } from './invariants/money-invariants'
import { RECORD_INVARIANTS } from './invariants/record-invariants'
import { SIGNAL_INVARIANTS } from './invariants/signal-invariants'
import { SYSTEM_INVARIANTS } from './invariants/system-invariants'
import { VIEW_INVARIANTS } from './invariants/view-invariants'

export const INVARIANTS: readonly Invariant[] = [
  ...MONEY_INVARIANTS,
  ...RECORD_INVARIANTS,
  ...SIGNAL_INVARIANTS,
  ...SYSTEM_INVARIANTS,
  ...VIEW_INVARIANTS,
  ...COUNT_INVARIANTS,
]

export type CheckedInvariant = { id: string; name: string; violations: number; examples: string[] }

type Read = (query: Sql) => Promise<{ what: string }[]>

const EXAMPLES_MAX = 5

/** Counts what breaks each invariant, with a few examples. `read` lets a test look from inside its own transaction. */
export async function checkInvariants(read: Read = select): Promise<CheckedInvariant[]> {
  const checked: CheckedInvariant[] = []
  for (const { id, name, violations } of INVARIANTS) {
    const rows = await read(violations)
    checked.push({ id, name, violations: rows.length, examples: rows.slice(0, EXAMPLES_MAX).map((row) => row.what) })
  }
  return checked
}
