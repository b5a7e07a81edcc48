/** How an invented X12 file is written; the defaults are the plain style most senders use. */
export type X12Style = { element?: string; component?: string; terminator?: string; lineEnd?: string; padding?: string; version?: string }

/** One ISA … IEA around sets given as segments without terminators, written with '*'; counts and controls agree. */
export function buildX12(sets: string[][], style: X12Style = {}): string {
  const { element = '*', component = '>', terminator = '~', lineEnd = '\n', padding = ' ', version = '00401' } = style
  const blank = (text: string, length: number) => text + (padding === '' ? ' ' : padding.repeat(length - text.length))
  const isa = `ISA*00*${blank('', 10)}*00*${blank('', 10)}*ZZ*${blank('RETAILER', 15)}*ZZ*${blank('SUPPLIER', 15)}*240312*1345*U*${version}*000000395*0*P*${component}`
  const body = sets.flatMap((segments, index) => buildSet(segments, index + 1))
  const segments = [isa, 'GS*RA*RETAILER*SUPPLIER*20240312*1345*395*X*004010', ...body, `GE*${sets.length}*395`, 'IEA*1*000000395']
  return segments.map((segment) => segment.replaceAll('*', element) + terminator).join(lineEnd) + lineEnd
}

/** Adds ST and SE to the segments of a set; the first entry is the set's id. */
export function buildSet([id = '850', ...segments]: string[], number = 1): string[] {
  const control = String(number).padStart(4, '0')
  return [`ST*${id}*${control}`, ...segments, `SE*${segments.length + 2}*${control}`]
}
