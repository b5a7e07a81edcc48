import { isZeroDecimal, subtractDecimals, sumDecimals } from '../decimal-text'
import { decimalIn, fieldIn, idocParts } from './idoc-parts'
import type { Idoc, IdocSegment } from './read-idoc'

/** What a document of SAP states and what its lines make; decimal text, null where it says nothing. */
export type IdocSums = { total: string | null; net: string | null; tax: string | null; computed: string | null }

/**
 * Sums of E1EDS01: 002 order value, 010 net, 011 with tax, 012 to pay, 005 tax. The lines are added again; conditions of the
 * whole document (E1EDK05) belong to the net where only with them it comes out.
 */
export function idocSums(idoc: Pick<Idoc, 'segments'>): IdocSums {
  const { segments } = idoc
  const sum = (...kinds: string[]) => decimalIn(fieldIn(segments, 'E1EDS01', 'SUMME', ...kinds))
  const net = sum('010', '002')
  const { header, items } = idocParts(idoc, 'E1EDP01')
  const values = items.map(itemNet)
  const known = values.filter((value) => value !== null)
  const isComplete = known.length > 0 && known.length === values.length
  return {
    total: sum('011', '012') ?? net,
    net,
    tax: sum('005'),
    computed: isComplete ? withHeader(sumDecimals(known), net, header) : null,
  }
}

/** Net value of an item: E1EDP26 003, else what the item itself says. */
export function itemNet(item: readonly IdocSegment[]): string | null {
  return decimalIn(fieldIn(item, 'E1EDP26', 'BETRG', '003') ?? fieldIn(item, 'E1EDP01', 'NETWR'))
}

function withHeader(lines: string, net: string | null, header: readonly IdocSegment[]): string {
  if (net === null || isZeroDecimal(subtractDecimals(net, lines))) return lines
  const conditions = header.filter(({ name }) => name === 'E1EDK05').map(signedCondition)
  const whole = sumDecimals([lines, ...conditions])
  return isZeroDecimal(subtractDecimals(net, whole)) ? whole : lines
}

/** The amount of a condition: ALCKZ '-' takes off, '+' adds. */
export function signedCondition({ fields }: IdocSegment): string {
  const amount = (decimalIn(fields.get('BETRG') ?? null) ?? '0').replace('-', '')
  return fields.get('ALCKZ') === '-' ? subtractDecimals('0', amount) : amount
}
