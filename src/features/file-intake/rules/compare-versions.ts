/** A record as it was kept: its columns, and under `lines` those of its lines. */
export type RecordContent = Readonly<Record<string, unknown>>

/** One difference between two versions. Without `line` it is one of the head; a null side means that the line was not there. */
export type VersionChange = { line: string | null; field: string; before: string | null; after: string | null }

/** What leads to a record or is made from its other columns is not what it says. */
const NOT_SAID =
  /^(?:id|version|position|fingerprint|occurrence|line_no|lines|sources|verdicts|created_at|updated_at|facts_hash)$|_key$|_id$/

/**
 * Compares two versions of a record field by field: those of the head first, then line by line, lines that came or went whole.
 * Lines are the same when they carry the same number of the document; where they carry none, their place counts.
 */
export function compareVersions(before: RecordContent, after: RecordContent): VersionChange[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const names = [...new Set([...old.keys(), ...now.keys()])]
  return [
    ...compareFields(null, before, after),
    ...names.flatMap((name) => {
      const [was, is] = [old.get(name), now.get(name)]
      if (was && is) return compareFields(name, was, is)
      return [{ line: name, field: 'line', before: was ? summaryOf(was) : null, after: is ? summaryOf(is) : null }]
    }),
  ]
}

function compareFields(line: string | null, before: RecordContent, after: RecordContent): VersionChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !NOT_SAID.test(field))
  return fields.flatMap((field) => {
    const [was, is] = [textOf(before[field]), textOf(after[field])]
    return was === is ? [] : [{ line, field, before: was, after: is }]
  })
}

function linesOf(content: RecordContent): Map<string, RecordContent> {
  const lines = Array.isArray(content['lines']) ? (content['lines'] as RecordContent[]) : []
  const named = new Map<string, RecordContent>()
  // Two lines of one number are told apart by their place.
  for (const [index, line] of lines.entries()) {
    const name = textOf(line['line_no']) ?? textOf(line['line']) ?? String(index + 1)
    named.set(named.has(name) ? `${name} (${index + 1})` : name, line)
  }
  return named
}

function summaryOf(line: RecordContent): string {
  const said = Object.entries(line).filter(([field]) => !NOT_SAID.test(field) && field !== 'line')
  return said.flatMap(([, value]) => textOf(value) ?? []).join(' · ')
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
