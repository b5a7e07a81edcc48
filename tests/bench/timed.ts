import { type Cost, costOf } from './server-time'

/** Milliseconds by the wall, and of the processors of this process and the database server, the mean of all rounds. */
export type Times = { median: number; p95: number; processor: number }

/** Ours and the bare SQL in turn, each so many rounds at most, after one that warms up. */
export async function timesInTurn(
  work: { ours: () => Promise<unknown>; bare: () => Promise<unknown> },
  rounds: { ours: number; bare: number },
): Promise<{ ours: Times; bare: Times }> {
  const costs = { ours: [] as Cost[], bare: [] as Cost[] }
  await work.ours()
  await work.bare()
  for (let round = 0; round < Math.max(rounds.ours, rounds.bare); round += 1) {
    if (round < rounds.ours) costs.ours.push(await costOf(work.ours))
    if (round < rounds.bare) costs.bare.push(await costOf(work.bare))
  }
  return { ours: summary(costs.ours), bare: summary(costs.bare) }
}

/** Milliseconds of some work alone, after a round that warms up. */
export async function timesAlone(work: () => Promise<unknown>, rounds: number): Promise<Times> {
  const costs: Cost[] = []
  await work()
  for (let round = 0; round < rounds; round += 1) costs.push(await costOf(work))
  return summary(costs)
}

function summary(costs: readonly Cost[]): Times {
  const sorted = costs.map(({ wallMs }) => wallMs).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  const processor = costs.reduce((sum, { processorMs }) => sum + processorMs, 0) / costs.length
  return { median: at(0.5), p95: at(0.95), processor }
}
