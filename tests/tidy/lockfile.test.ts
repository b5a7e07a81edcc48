import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ROOT } from './source-files'

const Entry = z.object({ version: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() })
const Lockfile = z.object({ packages: z.record(z.string(), Entry) })
const { packages } = Lockfile.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')))

function isLocked(name: string, from: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

describe('the lockfile', () => {
  // npm leaves out what a registry does not offer at the moment; npm ci then refuses the whole file on every machine.
  it('lists the packages of every platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(name, path))
        .map((name) => `${name} of ${path}`),
    )
    expect(missing).toEqual([])
  })

  it('pins what the manifest asks for', () => {
    const manifest = z
      .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(names.filter((name) => packages[`node_modules/${name}`]?.version === undefined)).toEqual([])
  })
})
