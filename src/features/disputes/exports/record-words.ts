import { money } from '@/core/money'
import { isFreightSide } from '@/features/deductions/rules/carton-chain'
import type { ValidityFacts } from '@/features/deductions/rules/validity-facts'
import type { PackageFormats } from './package-formats'
import type { PackageTexts, PageWord } from './text-shape'

export type PageContext = { facts: ValidityFacts; texts: PackageTexts; formats: PackageFormats; company: string }

type Field = readonly [name: string, value: string]
export type TableColumn = { title: string; weight: number; isNumber: boolean }
export type RecordTable = { columns: readonly TableColumn[]; rows: readonly (readonly string[])[]; total: readonly string[] | null }
export type RecordParts = { fields: readonly Field[]; table: RecordTable | null }
export type Words = ReturnType<typeof wordsOf>

/** Short hands for writing fields and lines of a record in the customer's language. */
export function wordsOf({ texts, facts, formats }: PageContext) {
  const column = (word: PageWord, weight: number, isNumber = false): TableColumn => ({ title: texts.words[word], weight, isNumber })
  const itemColumns = [column('item', 2), column('description', 4)]
  const field = (word: PageWord, value: string | null | undefined): Field => [texts.words[word], value ?? '']
  const item = (id: string | null): readonly [number: string, description: string] => {
    const found = facts.items.find((candidate) => candidate.id === id)
    return [found?.vendorPart ?? found?.material ?? '', found?.description ?? '']
  }
  const amount = (minor: bigint, currency = facts.deduction.currency) => formats.money(money(minor, currency))
  const price = (micros: bigint | null, currency = facts.deduction.currency) => (micros === null ? '' : formats.price(micros, currency))
  const count = (value: bigint | number | null) => (value === null ? '' : formats.number(value))
  const side = (terms: string | null | undefined) => (isFreightSide(terms) ? texts.sides[terms] : (terms ?? ''))
  return { side, column, itemColumns, field, item, amount, price, count, date: formats.date, total: texts.words.total }
}

export function sumOf(lines: readonly { quantity: bigint }[]): bigint {
  return lines.reduce((sum, line) => sum + line.quantity, 0n)
}
