import type { CliCommand } from './command'
import { importCommand } from './commands/import'
import { inspect } from './commands/inspect'

/** Every command of the line, in the order of the help text. One file each under `commands/`. */
export const COMMANDS: readonly CliCommand[] = [inspect, importCommand]
