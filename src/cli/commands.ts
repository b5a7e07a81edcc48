import type { CliCommand } from './command'
import { cashMatches } from './commands/cash-matches'
import { check } from './commands/check'
import { discrepancies } from './commands/discrepancies'
import { doctor } from './commands/doctor'
import { exceptions } from './commands/exceptions'
import { importCommand } from './commands/import'
import { inspect } from './commands/inspect'
import { packageCommand } from './commands/package'
import { reconcile } from './commands/reconcile'
import { seedDemo } from './commands/seed-demo'
import { token } from './commands/token'
import { triage } from './commands/triage'
import { undo } from './commands/undo'
import { user } from './commands/user'
import { verdicts } from './commands/verdicts'

/** Every command of the line, in the order of the help text. One file each under `commands/`. */
export const COMMANDS: readonly CliCommand[] = [
  inspect,
  importCommand,
  undo,
  reconcile,
  triage,
  verdicts,
  discrepancies,
  exceptions,
  cashMatches,
  packageCommand,
  check,
  user,
  token,
  doctor,
  seedDemo,
]
