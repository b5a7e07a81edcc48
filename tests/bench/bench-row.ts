/** One line of the benchmark table: ours beside the peers, with the goal it has to meet. */
export type BenchRow = {
  name: string
  /** Median with its unit, e.g. '85.1 MB/s'. */
  ours: string
  peers: Record<string, string>
  /** Ours divided by each peer, as measured in the same run. */
  ratios: Record<string, number>
  goal: string
  met: boolean
  memoryMb: number
}
