import { titleKey } from '../table'
import { TITLE_ABBREVIATIONS } from './title-synonyms'

/** A title taken apart once, for many comparisons. */
export type TitleParts = { key: string; words: readonly string[]; pairs: readonly string[] }

/** How alike two titles are, 0 to 1: by their words, spelled out and in any order, or by the pairs of signs they share. */
export function compareTitles(a: TitleParts, b: TitleParts): number {
  if (a.key === b.key) return 1
  return Math.max(dice(a.words, b.words), 0.9 * dice(a.pairs, b.pairs))
}

/** 'Deduct. Amt' is deduction, amount. Words of any language; a sign between words parts them, and so does a capital. */
export function titleParts(title: string): TitleParts {
  const key = titleKey(title)
  const words = title
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return {
    key,
    words: words.map((word) => TITLE_ABBREVIATIONS[word] ?? word),
    pairs: Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2)),
  }
}

/** Twice the shared ones over all of both; equal ones count as often as both sides have them. */
function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const left = [...a]
  let shared = 0
  for (const part of b) {
    const at = left.indexOf(part)
    if (at < 0) continue
    left[at] = ''
    shared++
  }
  return (2 * shared) / (a.length + b.length)
}
