import type { ServiceCharacters } from './edifact-segment'

/** End of the segment that starts at `at`: its first terminator that is not released; -1 when there is none. */
export function segmentEnd(text: string, at: number, { terminator, release }: ServiceCharacters): number {
  let end = text.indexOf(terminator, at)
  while (end >= 0 && release !== null && isReleased(text, at, end, release)) end = text.indexOf(terminator, end + 1)
  return end
}

/** Splits one segment into elements and components; a released character is data. */
export function splitSegment(text: string, service: ServiceCharacters): string[][] {
  const elements: string[][] = [[]]
  let value = ''
  const endComponent = () => {
    elements.at(-1)?.push(value)
    value = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === service.release && at + 1 < text.length) {
      at += 1
      value += text.charAt(at)
    } else if (character === service.component) {
      endComponent()
    } else if (character === service.element) {
      endComponent()
      elements.push([])
    } else {
      value += character
    }
  }
  endComponent()
  return elements
}

/** A character is released by an odd number of release characters before it: two stand for the character itself. */
function isReleased(text: string, start: number, at: number, release: string): boolean {
  let before = at
  while (before > start && text.charAt(before - 1) === release) before -= 1
  return (at - before) % 2 === 1
}
