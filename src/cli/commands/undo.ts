import { undoBatch } from '@/features/file-intake/commands/undo-batch'
import { findUndoPlan } from '@/features/file-intake/queries/find-undo-plan'
import { select, sql } from '@/server/db/client'
import { type CliCommand, UsageError } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJson } from '../output'
import { readArguments } from '../read-arguments'

/** Takes an import back, or only says what that would mean and what stands against it. */
export const undo: CliCommand = {
  name: 'undo',
  usage: 'IMPORT [--preview] [--as USER]',
  summary: 'take an import back, by its number',
  async run(args) {
    const { values, positionals } = readArguments(args, { as: { type: 'string' }, preview: { type: 'boolean' } })
    const number = Number(positionals[0]?.replace(/^#/, ''))
    if (positionals.length !== 1 || !Number.isInteger(number)) throw new UsageError('undo needs the number of one import')
    const actor = await findCliActor(values.as)
    const [batch] = await select<{ id: string }>(sql`SELECT id::text FROM import_batch WHERE number = ${number}`)
    const plan = batch ? await findUndoPlan(actor, batch.id) : null
    if (!batch || !plan) throw new UsageError(`there is no import ${number} that could be undone`)
    if (values.preview === true || plan.blockers.length > 0) {
      printJson({ number, undone: false, ...plan })
      return plan.blockers.length > 0 ? 1 : 0
    }
    printJson({ number, undone: true, ...(await undoBatch(actor, { batchId: batch.id })) })
    return 0
  },
}
