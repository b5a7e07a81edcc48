import { isZeroDecimal, multiplyDecimals, sumDecimals } from '@/formats/decimal-text'
import { inspectX12 } from '@/formats/x12/inspect-x12'
import { element, findSegment, findSegments, readDate, readN2, readTime } from '@/formats/x12/read-element'
import { readX12, setsOf } from '@/formats/x12/read-x12'
import { detailReference } from '@/formats/x12/remittance-lines'
import type { X12Segment, X12Set } from '@/formats/x12/x12-segment'

const EMPTY_SET: X12Set = { id: '', control: '', release: null, segments: [] }

/** What the readers get out of an X12 file, in the words of the sample expectations. */
export function x12Facts(bytes: Uint8Array): Record<string, unknown> {
  const file = readX12(bytes)
  const { documents, findings } = inspectX12(bytes)
  const sets = [...setsOf(file)]
  const set = sets[0]?.set ?? EMPTY_SET
  const [document] = documents
  const [interchange] = file.interchanges
  return {
    interchanges: file.interchanges.length,
    groups: file.interchanges.map(({ groups }) => groups.length),
    controls: file.interchanges.map(({ control }) => control),
    transaction_sets: sets.length,
    segments_in_set: set.segments.length,
    segments_actual: set.segments.length,
    se_declared: Number(element(findSegment(set, 'SE'), 1)),
    delimiters: file.delimiters,
    isa_version: interchange?.version,
    sender: interchange?.sender,
    control: interchange?.control,
    warnings: findings.map(({ field, message }) => ({ field, message })),
    error: findings.some(({ code }) => code === 'not-x12') ? 'not EDI' : undefined,
    lines: document?.lines,
    invoice: document?.number,
    pro: document?.references.pro[0],
    bol: document?.references.bol[0],
    load: document?.references.bol[0],
    delivery: document?.references.delivery[0],
    po: document?.references.po[0],
    pos: document?.references.po.toSorted(),
    invoices: document?.references.invoice,
    ssccs: document?.references.sscc,
    balances: document?.balance !== null && document?.balance !== undefined && isZeroDecimal(document.balance.difference),
    ...remittanceFacts(set, document?.amounts ?? {}),
    ...orderFacts(set, document?.amounts ?? {}),
    ...shippingFacts(set),
  }
}

function remittanceFacts(set: X12Set, amounts: Partial<Record<string, string | null>>): Record<string, unknown> {
  const bpr = findSegment(set, 'BPR')
  const sacs = findSegments(set, 'SAC').filter((sac) => ['A', 'C'].includes(element(sac, 1)))
  return {
    bpr_amount: amounts['total'],
    payment_method: element(bpr, 4),
    payment_date: readDate(element(bpr, 16)),
    trace: element(findSegment(set, 'TRN'), 2),
    payer: element(findSegment(set, 'N1', 'PR'), 2),
    vendor_number: element(findSegment(set, 'REF', 'IA'), 2),
    rmr_count: findSegments(set, 'RMR').length,
    rmr_paid_sum: amounts['paid'],
    rmr_gross_sum: amounts['gross'],
    rmr_discount_sum: amounts['discount'],
    adjustments: findSegments(set, 'ADX').map((adx) => adjustmentFacts(set, adx)),
    tds_total: amounts['total'],
    invoice_date: readDate(element(findSegment(set, 'BIG'), 1)),
    sac_charge_total: amounts['adjustments'],
    sac_codes: [...new Set(sacs.map((sac) => element(sac, 2)))],
  }
}

function adjustmentFacts(set: X12Set, adx: X12Segment): Record<string, unknown> {
  const following = set.segments.slice(set.segments.indexOf(adx) + 1)
  const details = following.slice(
    0,
    following.findIndex(({ id }) => id !== 'REF'),
  )
  const rmr = set.segments.slice(0, set.segments.indexOf(adx)).findLast(({ id }) => id === 'RMR')
  return {
    amount: element(adx, 1),
    reason: element(adx, 2),
    ref_qual: element(adx, 3),
    ref: element(adx, 4),
    retailer_code_6O: detailReference(details, '6O'),
    microfilm: detailReference(details, 'MC'),
    applies_to_invoice: element(rmr, 2),
  }
}

function orderFacts(set: X12Set, amounts: Partial<Record<string, string | null>>): Record<string, unknown> {
  const lines = findSegments(set, 'PO1', 'IT1')
  const itd = findSegment(set, 'ITD')
  const amt = findSegment(set, 'AMT', '1')
  const number = (index: number) => (element(itd, index) === '' ? undefined : Number(element(itd, index)))
  return {
    po_date: readDate(element(findSegment(set, 'BEG'), 5)),
    qty: sumDecimals(lines.map((line) => element(line, 2) || '0')),
    line_extension_sum: sumDecimals(lines.map((line) => multiplyDecimals(element(line, 2) || '0', element(line, 4) || '0'))),
    amt_total: element(amt, 2),
    amt_differs: amounts['gross'] !== amounts['total'],
    terms: {
      type: element(itd, 1),
      basis: element(itd, 2),
      ...(element(itd, 3) !== '' && { discount_percent: element(itd, 3), discount_days: number(5) }),
      net_days: number(7),
    },
    ship_to_gln: element(findSegment(set, 'N1', 'ST'), 4),
    ack_type: element(findSegment(set, 'BAK'), 2),
    ack_codes: findSegments(set, 'ACK').map((ack) => element(ack, 1)),
  }
}

function shippingFacts(set: X12Set): Record<string, unknown> {
  const bsn = findSegment(set, 'BSN')
  const levels = findSegments(set, 'HL').map((level) => element(level, 3))
  const status = findSegment(set, 'AT7')
  const charges = findSegments(set, 'L1').map((charge) => readN2(element(charge, 4)) ?? '0')
  const scac = [element(findSegment(set, 'TD5'), 3), element(findSegment(set, 'B3'), 11), element(findSegment(set, 'B10'), 3)]
  return {
    shipment: element(bsn, 2),
    structure: element(bsn, 5),
    hl: Object.fromEntries([...new Set(levels)].map((level) => [level, levels.filter((other) => other === level).length])),
    scac: scac.find((code) => code !== ''),
    units: sumDecimals(findSegments(set, 'SN1').map((line) => element(line, 2))),
    net: readN2(element(findSegment(set, 'B3'), 7)),
    line_charges: charges,
    charges_sum: sumDecimals(charges),
    status: element(status, 1),
    status_reason: element(status, 2),
    delivered_at: `${readDate(element(status, 5))}T${readTime(element(status, 6))} local`,
    city: element(findSegment(set, 'MS1'), 1),
    state: element(findSegment(set, 'MS1'), 2),
    equipment: element(findSegment(set, 'MS2'), 2),
    stops: findSegments(set, 'S5').length,
    charge: readN2(element(findSegment(set, 'L3'), 5)),
  }
}
