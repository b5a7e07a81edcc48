import * as z from 'zod'
import { COUNTED_IN } from './rules/grade-proof'
import { CLOCK_KINDS } from './rules/step-clocks'

const Count = z.int().min(0).nullable()
const Text = z.string().nullable()

/** What a person read on a delivery receipt or bill of lading, and on a freight bill; null when the paper is none. */
export const KeepReadPaperInput = z.strictObject({
  documentId: z.uuid(),
  facts: z
    .strictObject({
      pro: Text,
      bol: Text,
      delivery: Text,
      po: Text,
      cartonsPrinted: Count,
      piecesShipped: Count,
      piecesReceived: Count,
      countBy: z.enum(['driver', 'shipper']).nullable(),
      isSigned: z.boolean().nullable(),
      isStamped: z.boolean().nullable(),
      exceptions: Text,
      signedOn: z.iso.date().nullable(),
      isPoVisible: z.boolean().nullable().default(null),
      countIn: z.enum(COUNTED_IN).nullable().default(null),
    })
    .nullable(),
  freight: z
    .strictObject({
      carrier: z.string().min(1),
      number: z.string().min(1),
      pro: Text,
      bol: Text,
      po: Text,
      billedOn: z.iso.date().nullable(),
      /** Minor units. */
      amountMinor: z.string().regex(/^\d{1,18}$/),
      currency: z.string().length(3),
    })
    .nullable(),
})

/** What a person confirms of a paper whose text was read; null where the paper says nothing. */
export const ConfirmProofInput = z.strictObject({
  documentId: z.uuid(),
  isSigned: z.boolean().nullable(),
  isStamped: z.boolean().nullable(),
  isPoVisible: z.boolean().nullable(),
  cartonsPrinted: Count,
  piecesShipped: Count,
  piecesReceived: Count,
  countIn: z.enum(COUNTED_IN).nullable(),
  countBy: z.enum(['driver', 'shipper']).nullable(),
  exceptions: Text,
  signedOn: z.iso.date().nullable(),
})

/** A request for a better receipt, in the words and language of who asks. */
export const AskBetterProofInput = z.strictObject({
  documentId: z.uuid(),
  title: z.string().trim().min(1, 'required').max(200, 'too-long'),
  body: z.string().trim().max(4000, 'too-long').default(''),
  locale: z.enum(['en', 'zh-CN']).default('en'),
})

const TypedCount = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, 'not-a-number')
  .transform(Number)
  .nullable()

/** What a person typed in about a delivery receipt or bill of lading; null where it says nothing. */
export const DELIVERY_ANSWERS = {
  isSigned: z.boolean().nullable(),
  isStamped: z.boolean().nullable(),
  isPoVisible: z.boolean().nullable().default(null),
  cartonsPrinted: TypedCount,
  piecesShipped: TypedCount,
  piecesReceived: TypedCount,
  countIn: z.string().pipe(z.enum(COUNTED_IN)).nullable().default(null),
  countBy: z
    .string()
    .pipe(z.enum(['driver', 'shipper']))
    .nullable(),
  exceptions: z.string().trim().max(1000, 'too_big').nullable(),
}

const ClockDay = z.iso.date({ error: 'not-a-date' })

/** A new version of a clock, from a day on. */
export const SetClockInput = z.strictObject({
  kind: z.enum(CLOCK_KINDS),
  /** Null: for everybody. */
  customerId: z.uuid().nullable(),
  /** SCAC; null: whoever carries. */
  carrier: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{2,10}$/, 'not-a-carrier')
    .nullable(),
  days: z.int('not-a-number').min(0, 'not-a-number').max(3650, 'not-a-number'),
  validFrom: ClockDay,
  /** Where this is agreed: routing guide, contract, own practice. */
  source: z.string().trim().min(1, 'required').max(400, 'too-long'),
})

export const EndClockInput = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int(),
  /** The last day on which it holds. */
  endsOn: ClockDay,
})
