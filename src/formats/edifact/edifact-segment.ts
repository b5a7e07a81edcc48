import type { Problem } from '@/core/problem'
import type { Delimiters } from '@/formats/inspection'

/** One segment and the place it came from. */
export type EdifactSegment = {
  /** Counted from 1 in the file. */
  readonly interchange: number
  /** Counted from 1 in the interchange; 0 outside any message. */
  readonly message: number
  /** Counted from 1 in the interchange: UNB is 1 (UNA is no segment). */
  readonly index: number
  readonly byteOffset: number
  readonly byteLength: number
  /** 'interchange 1 segment 12'. */
  readonly position: string
  readonly tag: string
  /** `elements[0]` is the tag; each element is its list of components, release characters removed. */
  readonly elements: readonly (readonly string[])[]
}

/** One message: its segments from UNH to UNT, both included. */
export type EdifactMessage = {
  /** 'ORDERS', 'REMADV' … */
  readonly type: string
  /** Version and release, e.g. 'D:96A'. */
  readonly version: string
  readonly reference: string
  readonly segments: EdifactSegment[]
}

/** Addresses and references are null in a file that starts with UNH. */
export type EdifactInterchange = {
  readonly sender: string | null
  readonly receiver: string | null
  readonly reference: string | null
  /** Syntax identifier that names the character set: 'UNOC'. */
  readonly syntax: string | null
  readonly messages: EdifactMessage[]
}

export type EdifactFile = {
  readonly interchanges: EdifactInterchange[]
  readonly groupCount: number
  /** Of the first interchange; null when the bytes are no EDIFACT. Release character and decimal mark: `service`. */
  readonly delimiters: Delimiters | null
  readonly service: ServiceCharacters | null
  readonly segmentCount: number
  readonly problems: Problem[]
}

/** The six service characters of UNA; null where a blank says that there is none. */
export type ServiceCharacters = {
  readonly component: string
  readonly element: string
  readonly decimal: string
  readonly release: string | null
  readonly repetition: string | null
  readonly terminator: string
}

/** Component `at` of element `index`, both counted from 1 as the standard does (DTM 2380 is `component(dtm, 1, 2)`); trimmed, '' when absent. */
export function component(segment: EdifactSegment | undefined, index: number, at = 1): string {
  return segment?.elements[index]?.[at - 1]?.trim() ?? ''
}
