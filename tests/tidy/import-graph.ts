import { dirname, join } from 'node:path'
import { readFiles } from './source-files'

/** Every file of the source with its text. */
export const SOURCE: ReadonlyMap<string, string> = new Map(readFiles(/^src\/.*\.tsx?$/).map(({ path, text }) => [path, text]))
export const PAGES: readonly string[] = [...SOURCE.keys()].filter((path) => /^src\/app\/.*\/page\.tsx$/.test(path))

function resolve(from: string, name: string): string | undefined {
  const path = name.startsWith('@/') ? `src/${name.slice(2)}` : name.startsWith('.') ? join(dirname(from), name) : undefined
  return path === undefined ? undefined : [`${path}.ts`, `${path}.tsx`, path].find((one) => SOURCE.has(one))
}

/** What a file imports but types: other files of the source, and packages. */
export function importsOf(path: string): { files: string[]; packages: string[] } {
  const text = SOURCE.get(path) ?? ''
  const names = [
    ...[...text.matchAll(/^(?:import|export) (?!type )([^'";]*? from )?'([^']+)'/gm)].filter(([, what]) => !isOfTypes(what ?? '')),
    ...text.matchAll(/import\(()'([^']+)'\)/g),
  ].map((match) => match[2] ?? '')
  return {
    files: names.flatMap((name) => resolve(path, name) ?? []),
    packages: names.filter((name) => !name.startsWith('.') && !name.startsWith('@/')),
  }
}

function isOfTypes(what: string): boolean {
  const braces = /^\{([^}]*)\}/.exec(what)?.[1]
  return (
    braces?.split(',').every((name) => {
      const word = name.trim()
      return word === '' || word.startsWith('type ')
    }) ?? false
  )
}

/** Files that a page reaches: those the browser gets, which begin at a client component, and all. */
export function reach(entry: string): { inBrowser: Set<string>; all: Set<string> } {
  const [inBrowser, all] = [new Set<string>(), new Set<string>()]
  const visit = (path: string, isBelowClient: boolean) => {
    const text = SOURCE.get(path) ?? ''
    if (text.startsWith("'use server'")) return
    const isClient = isBelowClient || text.startsWith("'use client'")
    const seen = isClient ? inBrowser : all
    if (seen.has(path)) return
    seen.add(path)
    if (isClient) all.add(path)
    for (const next of importsOf(path).files) visit(next, isClient)
  }
  visit(entry, false)
  return { inBrowser, all }
}
