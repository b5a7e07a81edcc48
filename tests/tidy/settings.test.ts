import { describe, expect, it } from 'vitest'
import { readFiles } from './source-files'

const textOf = (path: string) => readFiles(new RegExp(`^${path.replaceAll('.', '\\.')}$`))[0]?.text ?? ''

// Read by the launcher or set by the platform, so not part of what the server parses.
const LAUNCHER = ['RECOUP_HOST', 'NEXTAUTH_URL']
const PLATFORM = ['NODE_ENV', 'INIT_CWD']

describe('the list of settings', () => {
  it('names every setting that is read, and no other', () => {
    const listed = [...textOf('.env.example').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1])
    const read = [...textOf('src/server/env.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map((match) => match[1])
    expect(new Set(listed)).toEqual(new Set([...read.filter((name) => name !== undefined && !PLATFORM.includes(name)), ...LAUNCHER]))
    expect(listed.length).toBe(new Set(listed).size)
  })
})
