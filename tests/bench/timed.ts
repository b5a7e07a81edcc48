export type Times = { median: number; p95: number }

/** Ours and the bare SQL in turn, each so many rounds at most, after one that warms up. */
export async function timesInTurn(
  work: { ours: () => Promise<unknown>; bare: () => Promise<unknown> },
  rounds: { ours: number; bare: number },
): Promise<{ ours: Times; bare: Times }> {
  const times = { ours: [] as number[], bare: [] as number[] }
  await work.ours()
  await work.bare()
  for (let round = 0; round < Math.max(rounds.ours, rounds.bare); round += 1) {
    if (round < rounds.ours) times.ours.push(await timed(work.ours))
    if (round < rounds.bare) times.bare.push(await timed(work.bare))
  }
  return { ours: summary(times.ours), bare: summary(times.bare) }
}

/** Median milliseconds of some work. */
export async function medianTime(work: () => Promise<unknown>, rounds: number): Promise<number> {
  const times: number[] = []
  await work()
  for (let round = 0; round < rounds; round += 1) times.push(await timed(work))
  return summary(times).median
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function summary(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95) }
}
