/**
 * When a file says it was made, as text that sorts by time: the date, time and control number of its first interchange, else
 * the date in its name. Null when it says nothing. Only orders of one kind compare: a name knows the day, not the minute.
 * Source: X12.5 ISA09, ISA10, ISA13; ISO 9735 UNB S004 and 0020; IDoc EDI_DC40 CREDAT, CRETIM, DOCNUM.
 */
export function statedOrder(head: string, path: string): string | null {
  const interchange = fromIsa(head) ?? fromUnb(head) ?? fromIdoc(head)
  if (interchange !== null) return `interchange ${interchange}`
  const day = dateInPath(path)
  return day === '' ? null : `name ${day}`
}

/** The last YYYYMM or YYYYMMDD in a path; empty when there is none. */
export function dateInPath(path: string): string {
  return [...path.matchAll(/(?<!\d)(20\d{2}(?:0[1-9]|1[0-2])(?:\d{2})?)(?!\d)/g)].at(-1)?.[1] ?? ''
}

function fromIsa(head: string): string | null {
  const separator = /(?:^|[^A-Z0-9])ISA([^A-Z0-9])/i.exec(head.slice(0, 400))
  const element = separator?.[1]
  if (!separator || element === undefined) return null
  const parts = head.slice(separator.index).split(element, 15)
  return stamp(parts[9], parts[10], parts[13])
}

function fromUnb(head: string): string | null {
  const unb = /UNB\+[^+]*\+[^+]*\+[^+]*\+(\d{6}|\d{8}):(\d{4})\+([^+']*)/.exec(head.slice(0, 600))
  return unb ? stamp(unb[1], unb[2], unb[3]) : null
}

function fromIdoc(head: string): string | null {
  const day = /<CREDAT>(\d{8})<\/CREDAT>/.exec(head)?.[1]
  return day === undefined ? null : stamp(day, /<CRETIM>(\d{6})<\/CRETIM>/.exec(head)?.[1], /<DOCNUM>(\d+)<\/DOCNUM>/.exec(head)?.[1])
}

// Two-digit years of interchanges are those of this century.
function stamp(day: string | undefined, time: string | undefined, control: string | undefined): string | null {
  const digits = day?.trim() ?? ''
  if (!/^(?:\d{6}|\d{8})$/.test(digits)) return null
  const date = digits.length === 6 ? `20${digits}` : digits
  return `${date}T${(time?.trim() ?? '').padEnd(6, '0').slice(0, 6)} ${(control?.trim() ?? '').padStart(14, '0').slice(-14)}`
}
