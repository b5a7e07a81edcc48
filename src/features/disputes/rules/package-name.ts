/** How a package calls itself on stamps and in file names: the customer's claim number, else our own number. */
export function packageName(claimNumber: string | null, deductionNumber: number): string {
  return claimNumber ?? `D-${deductionNumber}`
}

/** The same name fit for a file system: letters, digits, dots and dashes of any script stay. */
export function fileNameOf(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return safe === '' ? 'package' : safe.slice(0, 80)
}
