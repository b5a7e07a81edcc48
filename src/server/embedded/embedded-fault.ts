/** The embedded database cannot do what was asked; `message` is one sentence for the person at the terminal. */
export class EmbeddedFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'EmbeddedFault'
  }
}

/** Picks the sentence for the causes people meet most (full disk, read-only folder); anything else keeps the last words of the log. */
export function explainFailure(what: string, output: string): EmbeddedFault {
  if (/no space left on device|ENOSPC|disk quota exceeded/i.test(output)) return new EmbeddedFault(`${what}: the disk is full.`)
  if (/permission denied|read-only file system|EACCES|EROFS|EPERM/i.test(output)) {
    return new EmbeddedFault(`${what}: the data folder is not writable (${lastLine(output)}).`)
  }
  return new EmbeddedFault(`${what}: ${lastLine(output) || 'it gave no reason'}.`)
}

function lastLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const telling = lines.findLast((line) => /fatal|error|could not|cannot/i.test(line))
  return (telling ?? lines.at(-1) ?? '').replace(/\.$/, '')
}
