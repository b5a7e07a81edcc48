import { type DateDialect, decideDateDialect, looksLikeDate } from '../text/read-date'
import { findExceptions, type PaperException } from './find-exceptions'
import { findLabelledFields, type LabelledField, type Place, searchableLines } from './find-labelled-fields'
import { findPaperCounts, type PaperCounts } from './find-paper-counts'
import { findPaperDates, findPaperMarks, type PaperDate, type PaperMarks } from './find-paper-marks'

export type PaperKind =
  | 'delivery-receipt'
  | 'bill-of-lading'
  | 'return-authorisation'
  | 'packing-list'
  | 'freight-bill'
  | 'promotion-agreement'
  | 'other'

/** What a delivery receipt or bill of lading says, each with its line; null where it says nothing. No verdict: that is for the rules. */
export type DeliveryPaper = PaperCounts &
  PaperMarks & {
    kind: PaperKind
    carrier: (Place & { name: string; scac: string | null }) | null
    deliveredOn: PaperDate | null
    shippedOn: PaperDate | null
    remarks: (Place & { remark: string }) | null
    exceptions: PaperException[]
  }

/**
 * Reads the facts of a delivery receipt, bill of lading or similar paper from its lines, in several wordings.
 * `hint` is the way of writing dates that this source is known for.
 */
export function readDeliveryPaper(pages: readonly (readonly string[])[], hint: DateDialect = 'ambiguous'): DeliveryPaper {
  const lines = searchableLines(pages)
  const fields = findLabelledFields(pages)
  return {
    kind: kindOf(pages),
    carrier: findCarrier(fields, lines),
    ...findPaperCounts(lines),
    ...findPaperMarks(fields, lines),
    ...findPaperDates(fields, dateDialectOf(lines, hint)),
    remarks: findRemarks(fields),
    exceptions: findExceptions(lines),
  }
}

// A title, not a label: 'Freight bill: 8013077368' stands on delivery receipts.
const FREIGHT_BILL =
  /(?:freight (?:bill|invoice)|carrier invoice|frachtrechnung|speditionsrechnung|运费(?:账单|发票|单))(?!\s*(?:no|nr|num|number|号)?\.?\s*[#:：\d])/i
const PROMOTION =
  /(?:promotion(?:al)?(?: allowance)?|trade (?:promotion|deal)|co-?op(?:erative)?(?: advertising)?|markdown|aktions|werbe(?:kosten)?|促销|推广|活动)\s*-?(?:agreement|contract|vereinbarung|vertrag|协议|合同)(?!\s*(?:no|nr|num|number|号)?\.?\s*[#:：\d])/i

function kindOf(pages: readonly (readonly string[])[]): PaperKind {
  for (const line of pages[0]?.slice(0, 8) ?? []) {
    if (/delivery receipt|proof of delivery|consignee copy|ablieferbeleg|liefernachweis|签收单|回单/i.test(line)) return 'delivery-receipt'
    if (/(?:bill of lading|frachtbrief|提单)(?!\s*(?:no|number|#)?\s*[:：#\d])/i.test(line)) return 'bill-of-lading'
    if (/return (?:goods |merchandise |material )?authori[sz]ation|\b(?:RGA|RMA)\b|退货授权/i.test(line)) return 'return-authorisation'
    if (/packing (?:list|slip)|packliste|装箱单/i.test(line)) return 'packing-list'
    if (FREIGHT_BILL.test(line)) return 'freight-bill'
    if (PROMOTION.test(line)) return 'promotion-agreement'
  }
  return 'other'
}

// PRO numbers and SCACs exist in North America only, where dates are month first.
function dateDialectOf(lines: readonly Place[], hint: DateDialect): DateDialect {
  const dates = lines.flatMap((line) => line.text.match(/\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/g) ?? []).filter(looksLikeDate)
  const isAmerican = lines.some((line) => /\bPRO\b|\([A-Z]{4}\)|\bSCAC\b/.test(line.text))
  return decideDateDialect(dates, hint === 'ambiguous' && isAmerican ? 'mdy-slash' : hint)
}

function findRemarks(fields: readonly LabelledField[]): DeliveryPaper['remarks'] {
  const field = fields.find((candidate) =>
    /^(?:remarks?|exceptions?|notes?|comments?|os&?d|bemerkung(?:en)?|vorbehalt|备注|异常)$/i.test(candidate.label),
  )
  return field ? { page: field.page, line: field.line, text: field.text, remark: field.value } : null
}

function findCarrier(fields: readonly LabelledField[], lines: readonly Place[]): DeliveryPaper['carrier'] {
  const field = fields.find(
    (candidate) =>
      /^(?:carrier|trucking company|haul(?:i)?er|freight line|spediteur|frachtführer|承运商|承运人)(?:\s+name)?$/i.test(candidate.label) &&
      candidate.value !== '',
  )
  const code = lines
    .map((place) => ({ place, match: /\bSCAC(?:\s*code)?\s*[:：#]?\s*([A-Z]{2,4})\b/.exec(place.text) }))
    .find((hit) => hit.match)
  if (!field) return code ? { ...code.place, name: '', scac: code.match?.[1] ?? null } : null
  const inBrackets = /\(([A-Z]{2,4})\)/.exec(field.value)?.[1]
  const name = field.value.replace(/\s*\([A-Z]{2,4}\)\s*/, '').trim()
  return { page: field.page, line: field.line, text: field.text, name, scac: inBrackets ?? code?.match?.[1] ?? null }
}
