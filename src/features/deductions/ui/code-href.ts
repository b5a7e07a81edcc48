/** The page of a customer's code. */
export function codeHref(customerCode: string, codeKey: string): string {
  return `/codes/${encodeURIComponent(customerCode)}/${encodeURIComponent(codeKey)}`
}

/** The deductions behind a code; their totals are the code's totals. */
export function codeRowsHref(customerCode: string, codeKey: string): string {
  return `/deductions?${new URLSearchParams({ customer: customerCode, codeKey })}`
}
