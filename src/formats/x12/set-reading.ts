import type { Problem } from '@/core/problem'
import type { ReadFile, StagedRow } from '@/formats/staged-row'
import type { X12Set } from './x12-segment'

/** Who sent a set to whom, as the envelope says it. */
export type X12Envelope = {
  sender: string | null
  receiver: string | null
  release: string | null
  /** GS06: with ST02 the number under which the receiver acknowledges a set. */
  groupControl: string | null
  /** When the group (else the interchange) was written, 'YYYY-MM-DD HH:MM' of the sender's clock. */
  sentAt: string | null
}

/** What one transaction set yields: usually one row; a set without its key fields is rejected, not dropped. */
export type SetReading = {
  rows: StagedRow[]
  rejected: ReadFile['rejected']
  problems: Problem[]
  /** The set's own total and ours over its lines, decimal text; absent where the set has none. */
  totals?: { own: string; computed: string; currency: string | null }
}

/** Reads one transaction set; pure. `partnerId` of its rows is the envelope address that is not ours: the pipeline resolves it. */
export type SetReader = (set: X12Set, envelope: X12Envelope) => SetReading
