import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { UsageError } from './command'

/** Splits the words of a command into options and the rest; what does not fit is wrong usage. `--json` is always allowed. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options: { ...options, json: { type: 'boolean' } }, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
