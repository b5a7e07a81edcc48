import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '@/core/refusal'
import { prepareDispute } from '@/features/disputes/commands/prepare-dispute'
import { type MadePackage, makePackage } from '@/features/disputes/jobs/make-package'
import { findDeductionIds } from '@/features/disputes/queries/find-deduction-ids'
import { env } from '@/server/env'
import { type CliCommand, UsageError } from '../command'
import { findCliActor } from '../find-cli-actor'
import { printJson, say } from '../output'

type WrittenFile = { path: string; bytes: number; sha256: string; pages: number | null }

/** Builds dispute packages and writes them to a folder: the merged PDF, the ZIP with the originals, and the manifest. */
export const packageCommand: CliCommand = {
  name: 'package',
  usage: 'DEDUCTION… --out DIR [--as USER]',
  summary: 'build dispute packages; a deduction is its id, number or claim number',
  async run(args) {
    const { values, positionals } = readArguments(args)
    if (positionals.length === 0) throw new UsageError('package needs at least one deduction')
    if (values.out === undefined) throw new UsageError('package needs --out DIR')
    const folder = isAbsolute(values.out) ? values.out : resolve(env().INIT_CWD ?? process.cwd(), values.out)
    await mkdir(folder, { recursive: true })
    const actor = await findCliActor(values.as)
    const results = []
    for (const name of positionals) {
      const ids = await findDeductionIds(actor, name)
      if (ids.length === 0) throw new Refusal('not-found', { details: { deduction: name } })
      for (const deductionId of ids) {
        const { id: disputeId } = await prepareDispute(actor, { deductionId })
        const made = await makePackage(actor, disputeId)
        say(`${name}: version ${made.version}, ${made.built.result.pageCount} pages`)
        results.push(await writePackage(folder, made))
      }
    }
    printJson(results.length === 1 ? results[0] : results)
    return results.every((result) => result.missing.length === 0) ? 0 : 1
  },
}

async function writePackage(folder: string, { id, version, built }: MadePackage) {
  const { result } = built
  const manifest = new TextEncoder().encode(result.manifest)
  const files = [
    await writeOne(folder, result.pdf.name, built.pdf, result.pageCount),
    await writeOne(folder, result.zip.name, built.zip, null),
    await writeOne(folder, result.pdf.name.replace(/_dispute\.pdf$/, '_manifest.json'), manifest, null),
  ]
  return { package: id, version, manifestSha256: result.manifestSha256, files, missing: built.missing }
}

async function writeOne(folder: string, name: string, content: Uint8Array, pages: number | null): Promise<WrittenFile> {
  const path = join(folder, name)
  await writeFile(path, content)
  const written = await readFile(path)
  return { path, bytes: written.byteLength, sha256: createHash('sha256').update(written).digest('hex'), pages }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, as: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
