/** Prints the result as JSON alone on stdout; whole numbers beyond JSON's own leave as text. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part), 2)}\n`)
}

/** Prints one JSON value per line, for results that a program reads line by line. */
export function printJsonLines(values: Iterable<unknown>): void {
  for (const value of values)
    process.stdout.write(`${JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part))}\n`)
}

/** Words for the person, on stderr. */
export function say(words: string): void {
  process.stderr.write(`${words}\n`)
}
