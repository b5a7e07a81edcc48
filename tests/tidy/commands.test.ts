import { describe, expect, it } from 'vitest'
import { readFiles } from './source-files'

const commands = readFiles(/^src\/features\/[^/]+\/commands\/[^/]+\.ts$/).filter(({ text }) => /= defineCommand\(/.test(text))
const tests = readFiles(/^tests\/integration\/.*\.test\.ts$/)

describe('every command', () => {
  it('has an integration test', () => {
    const untested = commands.flatMap(({ path }) => {
      const imported = `@/${path.replace(/^src\//, '').replace(/\.ts$/, '')}'`
      return tests.some(({ text }) => text.includes(imported)) ? [] : [path]
    })
    expect(untested).toEqual([])
  })

  it('stands in a file of its own, named in the past tense', () => {
    const wrong = commands.flatMap(({ path, text }) => {
      const events = [...text.matchAll(/\bevent: '([^']+)'/g)].map((match) => match[1] ?? '')
      return events.length === 1 && events.every((event) => /^[a-z-]+\.[a-z-]+$/.test(event)) ? [] : [`${path}: ${events.join()}`]
    })
    expect(wrong).toEqual([])
  })
})
