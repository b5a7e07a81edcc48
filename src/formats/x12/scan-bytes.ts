const LF = 10
const CR = 13

/** First byte at or after `at` that is no blank, control character, non-breaking blank or byte-order mark. */
export function skipBlanks(bytes: Uint8Array, at: number): number {
  let next = at
  for (;;) {
    const byte = bytes[next]
    if (byte === undefined) return next
    if (byte <= 32) next += 1
    else if (byte === 0xc2 && bytes[next + 1] === 0xa0) next += 2
    else if (byte === 0xef && bytes[next + 1] === 0xbb && bytes[next + 2] === 0xbf) next += 3
    else return next
  }
}

/** Whether an interchange header starts here; a wrapped file may break inside its id. */
export function startsInterchange(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== 0x49) return false
  const s = skipBreaks(bytes, at + 1)
  const a = skipBreaks(bytes, s + 1)
  const separator = bytes[skipBreaks(bytes, a + 1)]
  return bytes[s] === 0x53 && bytes[a] === 0x41 && separator !== undefined && separator > 32 && !isIdByte(separator)
}

/** End of a segment id of two or three characters that starts at `at`, or -1 when none does. */
export function endOfId(bytes: Uint8Array, at: number, end: number, element: number): number {
  const first = bytes[at]
  if (first === undefined || first < 0x41 || first > 0x5a) return -1
  const length = at + 2 === end || bytes[at + 2] === element ? 2 : at + 3 === end || bytes[at + 3] === element ? 3 : 0
  if (length === 0 || !isIdByte(bytes[at + 1]) || (length === 3 && !isIdByte(bytes[at + 2]))) return -1
  return at + length
}

/** A segment id as a number, so that ids compare without decoding; 0 when the bytes hold none. */
export function keyAt(bytes: Uint8Array, at: number, end: number, element: number): number {
  const idEnd = endOfId(bytes, at, end, element)
  let key = 0
  for (let next = at; next < idEnd; next += 1) key = key * 256 + (bytes[next] ?? 0)
  return key
}

export function keyOf(id: string): number {
  return keyAt(Buffer.from(id, 'latin1'), 0, id.length, -1)
}

function isIdByte(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39))
}

function skipBreaks(bytes: Uint8Array, at: number): number {
  let next = at
  while (bytes[next] === LF || bytes[next] === CR) next += 1
  return next
}
