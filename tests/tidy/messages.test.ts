import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { listFiles, ROOT } from './source-files'

const FOLDER = 'src/i18n/messages'
type Tree = { [key: string]: string | Tree }
const Tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])))

function readMessages(locale: string, name: string): Map<string, string> {
  return new Map(flatten(Tree.parse(JSON.parse(readFileSync(join(ROOT, FOLDER, locale, name), 'utf8')))))
}

function flatten(tree: Tree, above = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${above}${key}`, value]] : flatten(value, `${above}${key}.`),
  )
}

function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value)
      if (element.type === TYPE.tag) visit(element.children)
      if (element.type === TYPE.plural || element.type === TYPE.select) Object.values(element.options).forEach(({ value }) => visit(value))
    }
  }
  visit(parse(message))
  return [...names].sort()
}

const namesOf = (locale: string) => listFiles(new RegExp(`^${FOLDER}/${locale}/`)).map((path) => basename(path))

describe('the two languages', () => {
  it('have the same files', () => {
    expect(namesOf('zh-CN')).toEqual(namesOf('en'))
    expect(namesOf('en').length).toBeGreaterThan(0)
  })

  it.each(namesOf('en'))('say the same things with the same arguments in %s', (name) => {
    const english = readMessages('en', name)
    const chinese = readMessages('zh-CN', name)
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
    const different = [...english].flatMap(([key, message]) => {
      const [wanted, found] = [argumentsOf(message), argumentsOf(chinese.get(key) ?? '')]
      return wanted.join() === found.join() ? [] : [`${key}: ${wanted.join()} in English, ${found.join()} in Chinese`]
    })
    expect(different).toEqual([])
  })
})
