import { readFile } from 'node:fs/promises'
import { loadLockboxProfiles } from '@/features/remittances/imports/lockbox-profiles'
import { inspectFile } from '@/formats/inspect-file'
import { type CliCommand, UsageError } from '../command'
import { findFiles } from '../find-files'
import { printJsonLines } from '../output'

/** Says what files hold without touching a database. */
export const inspect: CliCommand = {
  name: 'inspect',
  usage: 'FILE…',
  summary: 'what files hold, one JSON line each',
  async run(args) {
    const paths = args.filter((arg) => arg !== '--json')
    if (paths.length === 0 || paths.some((path) => path.startsWith('--'))) throw new UsageError('inspect needs at least one file')
    const files = await findFiles(paths)
    const options = { lockboxProfiles: await loadLockboxProfiles() }
    const inspections = []
    for (const { file } of files) inspections.push(await inspectFile(file, await readFile(file), options))
    printJsonLines(inspections)
    return inspections.some((inspection) => inspection.format === 'unknown') ? 1 : 0
  },
}
