import type { Problem } from '@/core/problem'
import type { Delimiters } from '@/formats/inspection'

/** One segment and the place it came from, so that every value leads back to the file. */
export type X12Segment = {
  /** Counted from 1 in the file. */
  readonly interchange: number
  /** Counted from 1 in the interchange; 0 outside any group. */
  readonly group: number
  /** Counted from 1 in the interchange; 0 outside any set. */
  readonly set: number
  /** Counted from 1 in the interchange: ISA is 1. */
  readonly index: number
  /** First byte of the segment in the file, and its length without the terminator. */
  readonly byteOffset: number
  readonly byteLength: number
  /** 'interchange 1 segment 12'. */
  readonly position: string
  readonly id: string
  /** `elements[0]` is the id, so `elements[3]` is what the standard calls element 03. Untrimmed. */
  readonly elements: readonly string[]
}

/** One transaction set: its segments from ST to SE, both included. */
export type X12Set = {
  readonly id: string
  readonly control: string
  /** GS08, else ISA12: '004010', '003030VICS'; null without either. */
  readonly release: string | null
  readonly segments: X12Segment[]
}

export type X12Group = {
  readonly code: string | null
  readonly control: string | null
  readonly version: string | null
  readonly sets: X12Set[]
}

/** Addresses and numbers are null in a file that starts with GS or ST. */
export type X12Interchange = {
  readonly sender: string | null
  readonly receiver: string | null
  readonly control: string | null
  /** ISA12, e.g. '00401'. */
  readonly version: string | null
  readonly groups: X12Group[]
  /** TA1: what the partner's mailbox says of interchanges of ours. */
  readonly acknowledgements: X12Segment[]
}

export type X12File = {
  readonly interchanges: X12Interchange[]
  /** Of the first interchange; null when the bytes are no X12. */
  readonly delimiters: Delimiters | null
  /** All segments, envelopes included. */
  readonly segmentCount: number
  readonly problems: Problem[]
}

/** What a person can go to: 'interchange 1 segment 12'; with '' the part before the number. */
export function positionText(interchange: number, index: number | ''): string {
  return `interchange ${interchange} segment ${index}`
}
