import { findDeductions } from '@/features/deductions/commands/find-deductions'
import { triageEverything } from '@/features/deductions/commands/triage-due'
import type { CliCommand } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJson, say } from '../output'

/** Finds what was withheld since the last run and judges everything whose facts or rules changed. */
export const triage: CliCommand = {
  name: 'triage',
  usage: '',
  summary: 'find deductions and judge them',
  async run() {
    const actor = await findCliActor(undefined)
    const start = performance.now()
    const found = await findDeductions(actor, {})
    say(`${found.created} new deductions, ${found.joined} more sources, ${found.reversed} given back`)
    const { examined, changed, byKind } = await triageEverything(actor)
    printJson({ examined, changed, byKind, milliseconds: Math.round(performance.now() - start) })
    return 0
  },
}
