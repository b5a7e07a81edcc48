/** The folder that reads like a customer's code ('portal/C03/claims.csv' gives 'C03'), the innermost first. A hint, never a fact. */
export function customerHint(path: string): string | null {
  const folders = path.split(/[\\/]/).slice(0, -1)
  return folders.findLast((folder) => /^[A-Z]{1,4}\d{1,5}$/.test(folder)) ?? null
}
