import { element, findSegment } from './read-element'
import type { X12Set } from './x12-segment'

/** What an 864 is about: the title of its first message (MIT02), else the description of the set (BMG02). */
export function messageTitle(set: X12Set): string | null {
  return element(findSegment(set, 'MIT'), 2) || element(findSegment(set, 'BMG'), 2) || null
}

/**
 * The lines of an 864 as they are meant to be read. MSG02 says how to space: AA is the same line going on, LC and DS skip
 * lines first. Source: X12 004010 segments MIT and MSG, element 934.
 */
export function messageLines(set: X12Set): string[] {
  const lines: string[] = []
  for (const segment of set.segments) {
    if (segment.id === 'MIT' && lines.length > 0 && element(segment, 2) !== '') lines.push(element(segment, 2))
    if (segment.id !== 'MSG') continue
    const words = element(segment, 1)
    const last = lines.at(-1)
    if (element(segment, 2) === 'AA' && last !== undefined) lines[lines.length - 1] = `${last} ${words}`
    else lines.push(words)
  }
  return lines.filter((line) => line !== '')
}
