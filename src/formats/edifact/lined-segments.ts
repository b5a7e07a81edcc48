import type { ServiceCharacters } from './edifact-segment'

const LINES_MAX = 400

/** Whether a file puts one segment on each line: then a line break also ends a segment whose terminator was forgotten. */
export function linesEndSegments(text: string, from: number, service: ServiceCharacters): boolean {
  if (/[\r\n]/.test(service.terminator)) return false
  const lines = headLines(text, from)
  if (lines.length < 3) return false
  const tagged = lines.slice(1).filter((line) => startsWithTag(line, service))
  return tagged.length * 10 >= (lines.length - 1) * 8
}

/** Without UNA: a file whose lines each start with a tag and never end with the default terminator ends segments by line breaks. */
export function settleTerminator(text: string, from: number, service: ServiceCharacters): ServiceCharacters {
  const lines = headLines(text, from)
  if (lines.length < 3 || lines.some((line) => line.endsWith(service.terminator))) return service
  return lines.every((line) => startsWithTag(line, service)) ? { ...service, terminator: '\n' } : service
}

/** The line break inside `at`…`end` that ends the segment because its terminator was forgotten, or -1. */
export function forgottenEnd(text: string, at: number, end: number, service: ServiceCharacters): number {
  for (let lineBreak = text.indexOf('\n', at); lineBreak >= 0 && lineBreak < end; lineBreak = text.indexOf('\n', lineBreak + 1)) {
    if (startsWithTag(text.slice(lineBreak + 1, lineBreak + 40).trimStart(), service)) return lineBreak
  }
  return -1
}

function startsWithTag(line: string, { element, terminator }: ServiceCharacters): boolean {
  const next = line.charAt(3)
  return /^[A-Z]{3}/.test(line) && (next === element || next === terminator)
}

function headLines(text: string, from: number): string[] {
  const lines = text
    .slice(from, from + 32_768)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.length > LINES_MAX ? lines.slice(0, LINES_MAX) : lines
}
