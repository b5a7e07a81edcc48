import { execFile } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** What one reader made of a file: the sum proves that all did the same work. */
export type Round = {
  /** Processor time, so that what else runs on the machine does not count. */ processorSeconds: number
  sum: number
  rows: number
  /** The most that the process held, its own programs included. */
  memoryMb: number
}

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
const SCRIPT = fileURLToPath(new URL('./list-round.ts', import.meta.url))
const SOURCES = pathToFileURL(`${PROJECT}src/features/file-intake/imports/resolve-sources.ts`).href

/** Reads a file once in a process of its own, started as the reading child of an import is. */
export async function runRound(reader: string, path: string): Promise<Round> {
  const options = ['--import', SOURCES, '--conditions=react-server', '--max-old-space-size=400', '--max-semi-space-size=16']
  const { stdout } = await promisify(execFile)(process.execPath, [...options, SCRIPT, reader, path], {
    cwd: PROJECT,
  })
  return JSON.parse(stdout)
}

/** Several rounds of several readers in turn, so that all meet the same machine. */
export async function runInTurn<Reader extends string>(
  readers: readonly Reader[],
  path: string,
  rounds: number,
): Promise<Record<Reader, Round[]>> {
  const done = Object.fromEntries(readers.map((reader) => [reader, [] as Round[]])) as Record<Reader, Round[]>
  for (let round = 0; round < rounds; round += 1) for (const reader of readers) done[reader].push(await runRound(reader, path))
  return done
}

export function medianSeconds(rounds: readonly Round[]): number {
  const sorted = rounds.map(({ processorSeconds }) => processorSeconds).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
