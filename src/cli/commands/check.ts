import { checkInvariants } from '@/features/reports/queries/check-invariants'
import type { CliCommand } from '../command'
import { printJson, say } from '../output'

/** Looks for anything that breaks what must always hold. */
export const check: CliCommand = {
  name: 'check',
  usage: '',
  summary: 'count violations of every invariant',
  async run() {
    const invariants = await checkInvariants()
    const broken = invariants.filter((one) => one.violations > 0)
    for (const { id, violations, examples } of broken) say(`${id}: ${violations} (${examples.join(', ')})`)
    printJson({ invariants: invariants.map(({ id, name, violations }) => ({ id, name, violations })) })
    return broken.length === 0 ? 0 : 1
  },
}
