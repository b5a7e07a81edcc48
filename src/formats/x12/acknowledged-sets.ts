import type { SetDraft } from './draft-set'
import { element } from './read-element'
import type { X12Segment } from './x12-segment'

/** What became of something we sent. */
export type AcknowledgedOutcome = 'accepted' | 'with-errors' | 'rejected'

/** What a partner says of one set, group or document of ours. */
export type Acknowledged = {
  /** Set id as sent ('810', '856'); null where the whole group is meant or the partner does not say. */
  setId: string | null
  /** Control number of the group and of the set. */
  groupControl: string | null
  setControl: string | null
  outcome: AcknowledgedOutcome
  /** The partner's own code: AK501, AK901 or OTI01. */
  code: string
  /** What is wrong, in the partner's words or codes. */
  errors: string[]
  at: X12Segment
}

/** Source: X12 elements 715 and 717; E is accepted although errors were noted, P part of a group. */
const OUTCOMES: Readonly<Record<string, AcknowledgedOutcome>> = {
  A: 'accepted',
  E: 'with-errors',
  P: 'with-errors',
  R: 'rejected',
  M: 'rejected',
  W: 'rejected',
  X: 'rejected',
}

export function outcomeOf(code: string): AcknowledgedOutcome {
  return OUTCOMES[code] ?? 'with-errors'
}

/**
 * 997: every AK2 with its AK5, and the group (AK9) where it names no set. Errors are the segments and elements at fault.
 * Source: X12 004010 set 997: AK1, AK2, AK3, AK4, AK5, AK9.
 */
export function acknowledgedSets(draft: SetDraft): Acknowledged[] {
  const found: Acknowledged[] = []
  let group: X12Segment | null = null
  let open: { ak2: X12Segment; errors: string[] } | null = null
  for (const segment of draft.set.segments) {
    if (segment.id === 'AK1') group = segment
    else if (segment.id === 'AK2') open = { ak2: segment, errors: [] }
    else if (segment.id === 'AK3' || segment.id === 'IK3') open?.errors.push(segmentError(segment))
    else if (segment.id === 'AK4' || segment.id === 'IK4') open?.errors.push(elementError(segment))
    else if ((segment.id === 'AK5' || segment.id === 'IK5') && open) {
      found.push({ ...named(group, open.ak2), ...verdict(segment, open.errors) })
      open = null
    } else if (segment.id === 'AK9' && !found.some(({ groupControl }) => groupControl === element(group ?? undefined, 2))) {
      found.push({ ...named(group, null), ...verdict(segment, []) })
    }
  }
  return found
}

function named(ak1: X12Segment | null, ak2: X12Segment | null) {
  return {
    setId: element(ak2 ?? undefined, 1) || null,
    groupControl: element(ak1 ?? undefined, 2) || null,
    setControl: element(ak2 ?? undefined, 2) || null,
  }
}

function verdict(at: X12Segment, errors: readonly string[]) {
  const code = element(at, 1)
  const codes = at.elements
    .slice(at.id === 'AK9' ? 5 : 2)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  return { outcome: outcomeOf(code), code, errors: [...errors, ...codes.map((text) => `${at.id} ${text}`)], at }
}

function segmentError(ak3: X12Segment): string {
  return `${element(ak3, 1)} at segment ${element(ak3, 2)}${element(ak3, 4) === '' ? '' : ` code ${element(ak3, 4)}`}`
}

function elementError(ak4: X12Segment): string {
  const value = element(ak4, 4)
  return `element ${element(ak4, 1)} code ${element(ak4, 3)}${value === '' ? '' : ` value ${value}`}`
}
