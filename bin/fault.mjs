/** What the person at the terminal can act on; its message is one sentence. */
export class Fault extends Error {
  constructor(message) {
    super(message)
    this.name = 'Fault'
  }
}

const SENTENCES = ['Fault', 'EmbeddedFault', 'MigrationRefusal']
const CAUSES = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk quota is used up',
  EACCES: 'A folder is not writable',
  EPERM: 'A folder is not writable',
  EROFS: 'The disk is read-only',
  ENOTDIR: 'A path runs through a file that is not a folder',
}

/** One sentence for any failure; a stack only for what we did not foresee. */
export function describe(error) {
  if (SENTENCES.includes(error?.name)) return error.message
  const cause = CAUSES[error?.code]
  if (cause) return `${cause}: ${error.path ?? error.message}.`
  return error?.stack ?? String(error)
}

/** Ends the process with the sentence of `error` and exit code 1. */
export function fail(error) {
  process.stderr.write(`${describe(error)}\n`)
  process.exit(1)
}
