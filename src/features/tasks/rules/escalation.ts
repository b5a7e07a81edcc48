/** A rung of the ladder: who is told. The asker is the person who waits for the answer. */
export type Rung = { step: 1 | 2 | 3; occasion: 'reminder' | 'overdue' | 'escalated'; tells: 'team' | 'team-and-asker' | 'managers' }

export const LADDER: readonly Rung[] = [
  { step: 1, occasion: 'reminder', tells: 'team' },
  { step: 2, occasion: 'overdue', tells: 'team-and-asker' },
  { step: 3, occasion: 'escalated', tells: 'managers' },
]

const HOUR = 3_600_000
/** A reminder comes a day ahead, in the middle of the time when less than two days were given. */
const AHEAD_MS = 24 * HOUR
/** Managers hear of it two days after the due time. */
const GRACE_MS = 48 * HOUR

type Asked = { createdAt: Date; dueAt: Date; escalation: number }

/** The highest rung whose time has come and that was not climbed yet; null when there is none. Rungs that were slept through are skipped. */
export function rungDue({ createdAt, dueAt, escalation }: Asked, now: Date): Rung | null {
  const [created, due, at] = [createdAt.getTime(), dueAt.getTime(), now.getTime()]
  const step = at >= due + GRACE_MS ? 3 : at >= due ? 2 : at >= Math.max(due - AHEAD_MS, created + (due - created) / 2) ? 1 : 0
  return step > escalation ? (LADDER.find((rung) => rung.step === step) ?? null) : null
}
