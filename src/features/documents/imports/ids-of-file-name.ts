import { parseCalendarDate } from '@/core/calendar-date'
import { hasCheckDigit } from '@/formats/pdf/find-references'

/** Carriers and warehouses put numbers into file names. Dates are none of them. Hints, used where the paper itself is silent. */
export function idsOfFileName(path: string): { idKind: 'pro' | 'bol' | 'rga'; idText: string }[] {
  const name = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[a-z]+$/i, '')
  const rga = /\b(R(?:GA|MA)-?\d{4,12})/i.exec(name)?.[1]
  if (rga !== undefined) return [{ idKind: 'rga', idText: rga }]
  const numbers = (name.match(/\d{6,20}/g) ?? []).filter((digits) => !isDay(digits))
  return numbers.map((digits) => ({ idKind: digits.length === 17 && hasCheckDigit(digits) ? 'bol' : 'pro', idText: digits }))
}

function isDay(digits: string): boolean {
  if (!/^20\d{6}$/.test(digits)) return false
  return parseCalendarDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`) !== null
}
