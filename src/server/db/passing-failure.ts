/** Deadlock, serialisation, lock waited for too long, server going down or away. */
const PASSING_STATES = /^(?:40P01|40001|55P03|57P01|57P02|57P03|08\w{3})$/
/** The same, as the ORM and the sockets below it call them. */
const PASSING_CODES: ReadonlySet<string> = new Set(['P1001', 'P1017', 'P2034', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'])

/** True when the same work may succeed a moment later: nothing was wrong with it, another transaction or the connection was. */
export function isPassingFailure(error: unknown): boolean {
  return codesOf(error, 0).some((code) => PASSING_STATES.test(code) || PASSING_CODES.has(code))
}

// The ORM wraps what the driver said; how deep is its own affair.
function codesOf(error: unknown, depth: number): string[] {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  return Object.entries(error)
    .concat(error instanceof Error && error.cause !== undefined ? [['cause', error.cause]] : [])
    .flatMap(([key, value]): string[] => {
      if (typeof value === 'string') return /code$/i.test(key) ? [value] : []
      return codesOf(value, depth + 1)
    })
}
