import { hash } from 'node:crypto'
import type { ValidityFacts } from '../../rules/validity-facts'

/** Longer lists are kept by their hash: agreements of a customer go into every one of its deductions. */
const TEXT_LENGTH_MAX = 500

/**
 * Makes the hasher of one pass: equal facts give equal hashes, any difference another one. Lists that deductions share are printed once. Not JSON,
 * because money is a bigint and a million deductions are printed to see which of them changed.
 */
export function createFactsHasher(): (facts: ValidityFacts) => string {
  const printed = new WeakMap<object, string>()
  const printShared = (list: readonly unknown[]): string => {
    const known = printed.get(list)
    if (known !== undefined) return known
    const text = print(list)
    const kept = text.length > TEXT_LENGTH_MAX ? hash('md5', text) : text
    printed.set(list, kept)
    return kept
  }
  return (facts) => {
    let text = ''
    for (const [name, value] of Object.entries(facts))
      text += name + (Array.isArray(value) && value.length > 0 ? printShared(value) : print(value))
    return hash('md5', text)
  }
}

// Strings carry their length, so that no two facts print alike.
function print(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `"${value.length}:${value}`
    case 'object':
      return value === null ? '~' : Array.isArray(value) ? `[${printList(value)}]` : printRecord(value)
    default:
      return `${String(value)};`
  }
}

function printList(list: readonly unknown[]): string {
  let text = ''
  for (const part of list) text += print(part)
  return text
}

function printRecord(record: object): string {
  let text = '{'
  for (const name in record) text += name + print((record as Record<string, unknown>)[name])
  return `${text}}`
}
