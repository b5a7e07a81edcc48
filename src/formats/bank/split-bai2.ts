/** One logical record: its own line and the 88 lines that continue it, without record codes and closing slashes. */
export type Bai2Record = { code: string; content: string; continuations: string[]; line: number; physicalCount: number }

// '88:' instead of '88,' is a slip that banks make in front of a tag.
const RECORD = /^\s*(01|02|03|16|49|98|99|88(?=[,:]))[,:](.*)$/
const NEXT_RECORD = /\/\s*(?=(?:01|02|03|49|88|98|99),|16,\d{3},)/

// A 16 and its 88 may hold slashes, commas and numbers in their text, so after them only what is surely a record starts one.
const SURELY: Readonly<Record<string, string>> = {
  '01': '[^,/]*,[^,/]*,\\d{6}',
  '02': '[^,/]*,[^,/]*,\\d?,\\d{6}',
  '03': '[^,/]*,(?:[A-Z]{3})?(?:,(?:\\d{3})?,|\\s*/|\\s*$)',
  '16': '\\d{3}(?:,|\\s*/|\\s*$)',
  '49': '[+-]?\\d*,\\d*\\s*(?:/|$)',
  '88': '',
  '98': '[+-]?\\d*,\\d*,\\d*\\s*(?:/|$)',
  '99': '[+-]?\\d*,\\d*,\\d*\\s*(?:/|$)',
}
const SURE_RECORD = Object.entries(SURELY)
  .map(([code, content]) => `${code},${content}`)
  .join('|')
const NEXT_AFTER_TEXT = new RegExp(`/\\s*(?=${SURE_RECORD})`)
const STARTS_SURELY = new RegExp(`^\\s*(?:${SURE_RECORD}|88:)`)

/** Splits a BAI2 file into logical records. A line that starts no record continues the one above: some banks wrap text without 88. */
export function bai2Records(text: string): Bai2Record[] {
  const records: Bai2Record[] = []
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    for (const part of splitLine(line)) addPart(records, part, index + 1)
  })
  return records
}

function splitLine(line: string): string[] {
  const parts: string[] = []
  let rest = line
  for (;;) {
    const isText = /^\s*(16|88),/.test(rest)
    const match = (isText ? NEXT_AFTER_TEXT : NEXT_RECORD).exec(rest)
    if (!match) return [...parts, rest]
    parts.push(rest.slice(0, match.index + 1))
    rest = rest.slice(match.index + match[0].length)
  }
}

function addPart(records: Bai2Record[], part: string, line: number): void {
  if (part.trim() === '') return
  const last = records.at(-1)
  const isWrapped = last?.code === '16' && !STARTS_SURELY.test(part)
  const [, code, content = ''] = (isWrapped ? null : RECORD.exec(part)) ?? []
  if (code === '88' && last) {
    last.continuations.push(withoutSlash(content))
    last.physicalCount += 1
  } else if (code !== undefined) {
    records.push({ code, content: withoutSlash(content), continuations: [], line, physicalCount: 1 })
  } else if (last) {
    if (last.continuations.length > 0) last.continuations[last.continuations.length - 1] += ` ${withoutSlash(part)}`
    else last.content += ` ${withoutSlash(part)}`
  }
}

function withoutSlash(text: string): string {
  return text.trimEnd().replace(/\s*\/$/, '')
}
