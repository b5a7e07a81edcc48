import { exportDifferences } from '@/features/reconciliation/queries/export-differences'
import { countMatches, exportMatches } from '@/features/reconciliation/queries/find-match'
import type { CliCommand } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJsonLines, say } from '../output'
import { readArguments } from '../read-arguments'

/** Every open difference as one JSON line; how many records were brought together by what is said beside it. */
export const discrepancies: CliCommand = {
  name: 'discrepancies',
  usage: '[--matches]',
  summary: 'open differences as JSON lines; --matches prints what the tolerant pass paired, with score and reasons',
  async run(args) {
    const { values } = readArguments(args, { matches: { type: 'boolean' } })
    const actor = await findCliActor(undefined)
    printJsonLines(values.matches === true ? await exportMatches(actor) : await exportDifferences(actor))
    for (const { step, kind, count } of await countMatches(actor)) say(`matched by ${kind} (${step}): ${count}`)
    return 0
  },
}
