import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { ROOT, readFiles } from './source-files'

const READERS = /^src\/(formats|features\/[^/]+\/imports)\/.*(?<!\.test)\.ts$/
const TAKING_OVER = /^src\/(server|features\/[^/]+\/(commands|imports))\/.*(?<!\.test)\.ts$/
const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/

/** Codes that are put together: their beginning, and the union type that holds the rest. */
const COMPOSED: Readonly<Record<string, string>> = { 'xlsx/': 'SheetNote', 'pdf/': 'PdfState', 'intake/unreadable-': 'UnreadableKind' }
/** Codes that are handed on as values of a type. */
const UNIONS = ['HeaderOddity', 'ZipProblemCode']

/** What other things than problems call their code: the origin of a booking, a column of a list. */
const NOT_OF_FINDINGS: ReadonlySet<string> = new Set(['lockbox', 'reason-code'])

const files = readFiles(READERS).map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))

function visit(node: ts.Node, take: (node: ts.Node) => void): void {
  take(node)
  ts.forEachChild(node, (child) => visit(child, take))
}

function visitAll(take: (node: ts.Node) => void): void {
  for (const file of files) visit(file, take)
}

/** The texts that an expression can be: itself, either side of a choice, the fallback of `??`. */
function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return literalsOf(node.expression)
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
  if (ts.isBinaryExpression(node)) return literalsOf(node.right)
  if (ts.isTemplateExpression(node)) return composed(node.head.text)
  return []
}

function composed(head: string): string[] {
  const type = COMPOSED[head]
  if (type === undefined) return [`${head}…`]
  return [...unionOf(type)].map((rest) => `${head}${rest}`)
}

function unionOf(name: string): Set<string> {
  const found = new Set<string>()
  visitAll((node) => {
    if (ts.isTypeAliasDeclaration(node) && node.name.text === name)
      visit(node.type, (part) => {
        if (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal)) found.add(part.literal.text)
      })
  })
  return found
}

type Takers = Map<string, Set<number>>

/**
 * Functions, methods and constructors that take a `code`, by name, with the places of it among the arguments: those that
 * only their own file can call, and those that any file can.
 */
function codeTakers(): { inFile: Map<ts.SourceFile, Takers>; anywhere: Takers } {
  const inFile = new Map<ts.SourceFile, Takers>()
  const anywhere: Takers = new Map()
  visitAll((node) => {
    if (!ts.isFunctionLike(node)) return
    const at = node.parameters.findIndex(({ name }) => ts.isIdentifier(name) && name.text === 'code')
    const name = ts.isConstructorDeclaration(node) ? node.parent.name : (node.name ?? nameOfVariable(node))
    if (at < 0 || name === undefined) return
    const file = node.getSourceFile()
    const own: Takers = inFile.get(file) ?? new Map()
    inFile.set(file, own)
    const isShared =
      (ts.isClassElement(node) && !name.getText().startsWith('#')) ||
      ts.isPropertyAssignment(node.parent) ||
      (ts.isFunctionDeclaration(node) && node.getText().startsWith('export '))
    for (const takers of isShared ? [own, anywhere] : [own])
      takers.set(bare(name.getText()), (takers.get(bare(name.getText())) ?? new Set()).add(at))
  })
  return { inFile, anywhere }
}

const bare = (name: string) => name.replace('#', '')

function nameOfVariable(node: ts.Node): ts.Node | undefined {
  return ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent) ? node.parent.name : undefined
}

/** Every code that a reader can give to a problem, and every reason for which a row is turned away while it is taken over. */
function producedCodes(): Set<string> {
  const { inFile, anywhere } = codeTakers()
  const codes = new Set<string>()
  const add = (found: readonly string[]) =>
    found
      .filter((code) => !NOT_OF_FINDINGS.has(code))
      .filter((code) => CODE.test(code) || /^[a-z]+\/…$/.test(code))
      .forEach((code) => codes.add(code))
  visitAll((node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') add(literalsOf(node.initializer))
    // A code with its sentence: ['file/empty', 'The file is empty.'].
    const [first, second] = ts.isArrayLiteralExpression(node) ? node.elements : []
    if (first && second && ts.isStringLiteral(first) && ts.isStringLiteral(second) && second.text.endsWith('.')) add([first.text])
    if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return
    const name = bare(ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText())
    for (const at of inFile.get(node.getSourceFile())?.get(name) ?? anywhere.get(name) ?? []) {
      const argument = node.arguments?.[at]
      if (argument) add(literalsOf(argument))
    }
  })
  for (const union of UNIONS) add([...unionOf(union)])
  for (const { text } of readFiles(TAKING_OVER))
    for (const [, before = '', code = ''] of text.replace(/\/\*.*?\*\//gs, '').matchAll(/(Refusal\()?['"`](intake\/[a-z-]+)['"`]/g))
      if (before === '') codes.add(code)
  return codes
}

test('every finding that a reader can make has a sentence', () => {
  const Messages = z.object({ finding: z.record(z.string(), z.string()) })
  for (const locale of ['en', 'zh-CN']) {
    const { finding } = Messages.parse(JSON.parse(readFileSync(join(ROOT, `src/i18n/messages/${locale}/file-intake.json`), 'utf8')))
    const codes = producedCodes()
    expect(codes.size).toBeGreaterThan(100)
    expect([...codes].filter((code) => finding[code] === undefined).sort()).toEqual([])
  }
})
