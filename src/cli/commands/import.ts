import { readFile } from 'node:fs/promises'
import { importFiles } from '@/features/file-intake/imports/import-files'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { findReportWithParts } from '@/features/file-intake/queries/find-import-report'
import { type CliCommand, UsageError } from '../command'
import { findCliActor } from '../find-cli-actor'
import { findFiles } from '../find-files'
import { printJson, say } from '../output'
import { readArguments } from '../read-arguments'

const TOLD_EVERY = 500

/** Imports files and whole folders, in the order in which facts depend on each other. */
export const importCommand: CliCommand = {
  name: 'import',
  usage: 'PATH… [--as USER]',
  summary: 'take files in, folders recursively',
  async run(args) {
    const { values, positionals } = readArguments(args, { as: { type: 'string' } })
    if (positionals.length === 0) throw new UsageError('import needs at least one file or folder')
    const actor = await findCliActor(values.as)
    const files = await findFiles(positionals)
    say(`${files.length} files`)
    let done = 0
    const batches = await importFiles(
      actor,
      files.map(({ file, path }) => ({ path, way: 'cli' as const, content: () => readFile(file) })),
      {
        onProgress(count) {
          if (Math.floor((done + count) / TOLD_EVERY) > Math.floor(done / TOLD_EVERY)) say(`${done + count} read`)
          done += count
        },
      },
    ).finally(closeReaders)
    const report = await findReportWithParts(actor, [...new Set(batches.map((batch) => batch.id))])
    printJson({ batches: report })
    const isClean = report.every(({ status, rows }) => status !== 'refused' && status !== 'failed' && rows.rejected === 0)
    return isClean ? 0 : 1
  },
}
