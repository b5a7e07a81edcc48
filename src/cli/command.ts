/** 0 done, 1 refused or problems found, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2

/** One command of the line: `run` gets the words after its name, prints JSON alone on stdout and words on stderr. */
export type CliCommand = {
  name: string
  /** What follows the name: 'FILE…', 'PATH… [--as USER]'. */
  usage: string
  summary: string
  run: (args: readonly string[]) => Promise<ExitCode>
}

/** The words given do not fit the command's usage; the message says what is missing. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
