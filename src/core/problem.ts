/**
 * Something wrong in an input, found by a parser and collected, never thrown.
 * `position` is what a person can go to ('interchange 1 segment 12', 'sheet Claims row 5', counted from 1);
 * `field` names the element or column; `code` is a message key; `message` is the English sentence for logs and the CLI.
 */
export type Problem = {
  readonly position: string
  readonly field: string
  readonly code: string
  readonly message: string
}

/** Exhaustiveness: a `switch` over a union ends here, and the compiler proves that it cannot. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
