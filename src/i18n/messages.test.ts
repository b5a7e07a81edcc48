import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ALL_MESSAGES } from './all-messages'

const SOURCE = new URL('..', import.meta.url).pathname

function flatten(tree: object, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(tree) as [string, unknown][]) {
    if (typeof value === 'string') flat.set(`${prefix}${key}`, value)
    else if (typeof value === 'object' && value !== null)
      for (const [path, text] of flatten(value, `${prefix}${key}.`)) flat.set(path, text)
  }
  return flat
}

const english = flatten(ALL_MESSAGES.en)
const chinese = flatten(ALL_MESSAGES['zh-CN'])

describe('texts in both languages', () => {
  it('are not empty, and Chinese texts with Chinese words use full-width punctuation', () => {
    const empty = [...english, ...chinese].filter(([, text]) => text.trim() === '')
    const halfWidth = [...chinese].filter(([, text]) => /[\u4e00-\u9fff][,;:?!](?!\w)/.test(text.replace(/\{[^{}]*\}/g, '')))
    expect([...empty, ...halfWidth].map(([key]) => key)).toEqual([])
  })
})

describe('texts that components ask for', () => {
  it('exist', () => {
    expect(sourceFiles(SOURCE).flatMap(missingKeys)).toEqual([])
  })
})

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') && !entry.parentPath.includes('/generated'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Literal keys, read from `const t = useTranslations('area')` and the calls of that `t`; computed keys are left to the compiler. */
function missingKeys(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  const names = new Map<string, string[]>()
  for (const match of text.matchAll(/const (?:\[)?(\w+)[^=\n]*= (?:await )?(?:Promise\.all\(\[)?(?:use|get)Translations\(\s*'([\w.]+)'/g))
    names.set(match[1] ?? '', [...(names.get(match[1] ?? '') ?? []), match[2] ?? ''])
  return [...names].flatMap(([name, spaces]) =>
    [...text.matchAll(new RegExp(`\\b${name}(?:\\.rich)?\\(\\s*'([^']+)'`, 'g'))]
      .map((match) => match[1] ?? '')
      .filter((key) => !spaces.some((space) => english.has(`${space}.${key}`)))
      .map((key) => `${path.replace(SOURCE, 'src/')}: ${spaces.join(' or ')}.${key}`),
  )
}
