import * as z from 'zod'

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
  /** The very values that the sentence of the code is told with, in any language. */
  readonly facts?: ProblemFacts | undefined
}

/** Texts as they stand in the file, amounts as decimal text: what is there, what should be, what is stated against what was counted. */
export type ProblemFacts = {
  readonly found?: string
  readonly expected?: string
  readonly stated?: string
  readonly computed?: string
  readonly difference?: string
  readonly count?: string
}

/** A problem on its way through JSON. */
export const ProblemItem = z.strictObject({
  position: z.string(),
  field: z.string(),
  code: z.string(),
  message: z.string(),
  facts: z.record(z.string(), z.string()).optional(),
})

/** Exhaustiveness: a `switch` over a union ends here, and the compiler proves that it cannot. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
