import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { BenchRow } from './bench-row'
import { makeRemittance } from './make-remittance'
import type { BenchSize } from './with-database'
import type { X12Round } from './x12-round'

const READERS = ['ours', 'node-x12', 'x12-parser'] as const
const BYTES = { full: 100_000_000, small: 10_000_000 }
const ROUNDS = { full: 5, small: 2 }
const SEED = 820
const GOALS = { 'node-x12': 4, 'x12-parser': 6, memoryMb: 200 }
/** Memory is that of a process reading this much. */
const LONG_BYTES = { full: 200_000_000, small: 20_000_000 }

/**
 * Streams one 100 MB remittance with ours and with both peers, in turn, each round in a process of its own; all add up
 * RMR04. Ours must come to the sum that the file was made of; a peer that does not is marked. Ours keeps the place of every
 * segment, the peers keep none.
 */
export async function benchX12(size: BenchSize): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recoup-bench-'))
  try {
    const path = join(folder, '820.edi')
    const truth = await makeRemittance(path, BYTES[size], SEED)
    const bytes = (await stat(path)).size
    const rounds = new Map<string, X12Round[]>(READERS.map((reader) => [reader, []]))
    for (let round = 0; round < ROUNDS[size]; round += 1) {
      for (const reader of READERS) rounds.get(reader)?.push(await runRound(reader, path))
    }
    const isRight = (reader: string) =>
      (rounds.get(reader) ?? []).every(({ paidCents, lines }) => paidCents === truth.paidCents && lines === truth.lines)
    if (!isRight('ours')) throw new Error('our sum differs from what the file was made of')
    const long = join(folder, 'long.edi')
    await makeRemittance(long, LONG_BYTES[size], SEED)
    const { memoryMb } = await runRound('ours', long)
    return [summarise(rounds, bytes, isRight, memoryMb)]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function runRound(reader: string, path: string): Promise<X12Round> {
  const script = fileURLToPath(new URL('./x12-round.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, reader, path], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  })
  return JSON.parse(stdout)
}

function summarise(
  rounds: ReadonlyMap<string, readonly X12Round[]>,
  bytes: number,
  isRight: (reader: string) => boolean,
  memoryMb: number,
): BenchRow {
  const speed = (reader: string) => bytes / 1e6 / median((rounds.get(reader) ?? []).map((round) => round.processorSeconds))
  const ratioTo = (reader: string) => Math.round((speed('ours') / speed(reader)) * 10) / 10
  const ratios = { 'node-x12': ratioTo('node-x12'), 'x12-parser': ratioTo('x12-parser') }
  const text = (reader: string) => `${speed(reader).toFixed(1)} MB per processor second${isRight(reader) ? '' : ', wrong sum'}`
  return {
    name: `X12: ${Math.round(bytes / 1e6)} MB remittance, streamed and added up`,
    ours: text('ours'),
    peers: { 'node-x12': text('node-x12'), 'x12-parser': text('x12-parser') },
    ratios,
    goal: `${GOALS['node-x12']} × node-x12, ${GOALS['x12-parser']} × x12-parser, under ${GOALS.memoryMb} MB for a file of 200 MB`,
    met: ratios['node-x12'] >= GOALS['node-x12'] && ratios['x12-parser'] >= GOALS['x12-parser'] && memoryMb < GOALS.memoryMb,
    memoryMb,
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
