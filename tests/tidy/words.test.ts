import { describe, expect, it } from 'vitest'
import { listFiles, readFiles } from './source-files'

// Written in two halves, so that this file does not find itself.
const FORBIDDEN: Record<string, RegExp> = {
  'an open end': new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'XX'].join('')}|${['HA', 'CK'].join('')})\\b`),
  'a silenced check': new RegExp(
    `${['eslint', 'disable'].join('-')}|${['biome', 'ignore (?!format)'].join('-')}|@${['ts', '(ignore|nocheck|expect-error)'].join('-')}`,
  ),
  'a cast through nothing': new RegExp(['as', 'unknown', 'as'].join(' ')),
  'a skipped test': new RegExp(`\\b(it|test|describe)\\.(${['sk', 'ip'].join('')}|${['on', 'ly'].join('')}|${['to', 'do'].join('')})\\b`),
}

const CODE = /^(src|tests|bin|prisma)\/.*\.(ts|tsx|mjs|cjs|sql|css)$/

describe('the source', () => {
  it.each(Object.entries(FORBIDDEN))('holds no trace of %s', (_name, pattern) => {
    const found = readFiles(CODE).flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : [])),
    )
    expect(found).toEqual([])
  })

  it('names files by what they do, in kebab case, and has no drawers', () => {
    const NEXT = /^src\/app\/.*\/?(openapi\.json\/route\.ts$|\[\[?[.\w]+\]?\]|\([\w-]+\)|@[\w-]+|_[\w-]+)/
    const wrong = listFiles(/^src\/.*\.(ts|tsx)$/).filter((path) => {
      const names = path.replace(/\.(test\.)?(d\.)?tsx?$/, '').split('/')
      const isKebab = names.every((name) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
      const isDrawer = names.some((name) =>
        ['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'misc', 'index', 'shared'].includes(name),
      )
      return isDrawer || (!isKebab && !NEXT.test(path))
    })
    expect(wrong).toEqual([])
  })
})
