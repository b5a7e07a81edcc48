const SEGMENT_START = '[ \\t]*[A-Z][A-Z0-9]{1,2}'
const WRAP_COLUMNS_MIN = 40

/**
 * Whether each line of a file holds one segment. Then nearly every line starts with a segment id; where a mailbox wrapped
 * the file at some column, the lines are all of one length and start anywhere. `head` holds the first lines.
 */
export function linesHoldSegments(head: string, element: string): boolean {
  const lines = wholeLines(head)
  if (lines.length < 2) return false
  const [{ length = 0 } = ''] = lines
  if (length >= WRAP_COLUMNS_MIN && lines.slice(0, -1).every((line) => line.length === length)) return false
  const pattern = new RegExp(`^${SEGMENT_START}${escapePattern(element)}`)
  const started = lines.slice(1).filter((line) => pattern.test(line)).length
  return started * 10 >= (lines.length - 1) * 7
}

/** The printable character that ends most lines, the element separator aside; null when none does. */
export function commonLineEnd(text: string, element: string): string | null {
  const counts = new Map<string, number>()
  const lines = wholeLines(text)
  for (const line of lines) {
    const end = line.trimEnd().slice(-1)
    if (/[^A-Za-z0-9\s]/.test(end) && end !== element) counts.set(end, (counts.get(end) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && most[1] * 2 > lines.length ? most[0] : null
}

/** Text that stands for itself in a pattern. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** Lines that are not blank; the last one of the head may be cut and counts only when it is alone. */
function wholeLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/)
  const last = lines.pop() ?? ''
  const whole = lines.filter((line) => line.trim() !== '')
  return whole.length === 0 ? [last] : whole
}
