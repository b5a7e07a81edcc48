import type { CalendarDate } from '@/core/calendar-date'
import { type DateDialect, looksLikeDate, readDate } from '../text/read-date'
import type { LabelledField, Place } from './find-labelled-fields'

/** A signature or stamp: `present` false when its line is there and empty. */
export type Mark = Place & { present: boolean; name: string | null }

/** `date` is null when the paper's way of writing dates is not to be told; `text` keeps it. */
export type PaperDate = Place & { date: CalendarDate | null; time: string | null }

/** Signatures and stamp of a paper; null when it has no place for them. */
export type PaperMarks = { receivedBy: Mark | null; driverSignature: Mark | null; stamp: Mark | null }

const RECEIVED_BY =
  /^(?:(?:goods\s+)?received\s+by|consignee(?:'s)?\s+signature|receiver(?:'s)?\s+(?:signature|name)|(?:pod\s+)?signed\s+(?:by|for by)|signature(?:\s+of\s+consignee)?|signed|empfangen von|empfänger|unterschrift(?: empfänger)?|签收人|收货人签[字名])$/i
const DRIVER =
  /^(?:driver(?:'s)?\s+(?:signature|name)|carrier\s+signature|(?:picked\s+up|accepted)\s+by|signature\s+of\s+driver|unterschrift fahrer|fahrer|司机签[字名])(?:\b|$)/i
const DELIVERED =
  /^(?:delivered(?:\s+(?:on|at))?|deliver(?:y|ed)\s+date|date\s+(?:delivered|received)|received\s+(?:on|date)|zugestellt am|zustelldatum|签收日期|送达日期)$/i
const SHIPPED = /^(?:ship(?:ped|ping)?\s*(?:date|on)|date\s+shipped|pick\s?-?up\s+date|picked\s+up(?:\s+on)?|versanddatum|发货日期)$/i

/** Finds who signed and whether it is stamped. */
export function findPaperMarks(fields: readonly LabelledField[], lines: readonly Place[]): PaperMarks {
  return { receivedBy: findMark(fields, RECEIVED_BY), driverSignature: findMark(fields, DRIVER), stamp: findStamp(fields, lines) }
}

/** Finds the day (and time) of delivery and of shipping. */
export function findPaperDates(
  fields: readonly LabelledField[],
  dialect: DateDialect,
): { deliveredOn: PaperDate | null; shippedOn: PaperDate | null } {
  return { deliveredOn: findDate(fields, DELIVERED, dialect), shippedOn: findDate(fields, SHIPPED, dialect) }
}

function findMark(fields: readonly LabelledField[], label: RegExp): Mark | null {
  const field = fields.find((candidate) => label.test(candidate.label) && !looksLikeDate(candidate.value))
  if (!field) return null
  const name = field.value
    .replace(/\[?\(?\s*(?:signature|signed|unterschrift|签名)\s*\)?\]?/gi, '')
    .replace(/[_\-–—./\s]+$/g, '')
    .replace(/^[_\s]+/, '')
  const isEmpty = /^(?:none|n\/?a|unsigned|not signed|no signature|missing|无)?$/i.test(name)
  const isSigned = /\[\s*signature\s*\]|\(signed\)|\/s\//i.test(field.value) || !isEmpty
  return { page: field.page, line: field.line, text: field.text, present: isSigned, name: isEmpty ? null : name }
}

function findStamp(fields: readonly LabelledField[], lines: readonly Place[]): Mark | null {
  const named = findMark(fields, /^(?:(?:dock|company|receiving|consignee)?\s*stamp(?:ed)?|stempel|盖章|收货章)$/i)
  if (named) return named
  const printed = lines.find(
    (line) =>
      /\bRECEIVED\b/.test(line.text) && /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(line.text) && !/received\s*(?:by|:)/i.test(line.text),
  )
  return printed ? { ...printed, present: true, name: printed.text } : null
}

function findDate(fields: readonly LabelledField[], label: RegExp, dialect: DateDialect): PaperDate | null {
  for (const field of fields) {
    if (!label.test(field.label)) continue
    const date =
      /\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}|[A-Za-z]{3,9} \d{1,2}, \d{4}/.exec(
        field.value,
      )?.[0]
    if (date === undefined) continue
    const time = /\b([01]?\d|2[0-3]):([0-5]\d)\b/.exec(field.text)?.[0] ?? null
    return { page: field.page, line: field.line, text: field.text, date: readDate(date, dialect) ?? readDate(date, 'ambiguous'), time }
  }
  return null
}
