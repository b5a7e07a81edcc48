import type { StagedRow } from '@/formats/staged-row'
import { acknowledgedDocuments } from '@/formats/x12/acknowledged-documents'
import { acknowledgedSets, outcomeOf } from '@/formats/x12/acknowledged-sets'
import { element, findSegment, readTime } from '@/formats/x12/read-element'
import type { SetReader, X12Envelope } from '@/formats/x12/set-reading'
import { startReading } from '@/formats/x12/set-values'
import type { X12Segment } from '@/formats/x12/x12-segment'

/** AK101, the kind of group, as the set it holds. Source: X12 element 479. */
const SET_OF_GROUP: Readonly<Record<string, string>> = { SH: '856', IN: '810', PR: '855', BS: '857', GP: '880', DX: '894' }
/** OTI02 where OTI10 does not name the set: what the number is of. */
const SET_OF_NUMBER: Readonly<Record<string, string>> = { IV: '810', SI: '856', BM: '856', PK: '856' }

/**
 * 997 functional acknowledgement: one row of kind 'acknowledgement' per set of ours, or one for the whole group where the
 * partner names none. It names us by the control numbers of our own envelope. Source: X12 004010 set 997.
 */
export const read997: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const group = element(findSegment(set, 'AK1'), 1)
  const rows = acknowledgedSets(draft).map(({ setId, groupControl, setControl, outcome, code, errors, at }) =>
    row(
      'acknowledgement',
      {
        source: '997',
        setId: setId ?? SET_OF_GROUP[group] ?? null,
        number: null,
        // Not 'groupControl': here the number is what the row says, not the envelope that carried it.
        group: groupControl,
        set: setControl,
        outcome,
        code,
        errors,
        acknowledgedAt: null,
        envelopeAt: envelope.sentAt,
      },
      at.position,
    ),
  )
  return rows.length > 0 ? finish(rows) : reject('AK1', 'nothing-acknowledged', 'the acknowledgement names nothing it acknowledges')
}

/** 824 application advice: one row of kind 'acknowledgement' per document of ours that the partner's system judged. Source: X12 004010 set 824. */
export const read824: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const bgn = findSegment(set, 'BGN')
  const day = draft.date(bgn, 3)
  const acknowledgedAt = day === null ? null : `${day} ${readTime(element(bgn, 4)) ?? '00:00'}`
  const rows: StagedRow[] = acknowledgedDocuments(draft).map((told) =>
    row(
      'acknowledgement',
      {
        source: '824',
        setId: told.setId ?? SET_OF_NUMBER[told.qualifier] ?? null,
        number: told.number === '' ? null : told.number,
        group: told.groupControl,
        set: told.setControl,
        outcome: told.outcome,
        code: told.code,
        errors: told.errors,
        acknowledgedAt,
        envelopeAt: envelope.sentAt,
      },
      told.oti.position,
    ),
  )
  return rows.length > 0 ? finish(rows) : reject('OTI', 'nothing-acknowledged', 'the advice judges no document')
}

/** TA1: what the partner's mailbox says of a whole interchange of ours. Source: X12.5 segment TA1. */
export function readTa1(ta1: X12Segment, { sender, receiver, sentAt }: X12Envelope): StagedRow {
  const code = element(ta1, 4)
  const note = element(ta1, 5)
  return {
    kind: 'acknowledgement',
    position: ta1.position,
    values: {
      sender,
      receiver,
      source: 'ta1',
      setId: null,
      number: element(ta1, 1),
      group: null,
      set: null,
      outcome: outcomeOf(code),
      code,
      errors: note === '' || note === '000' ? [] : [`note ${note}`],
      acknowledgedAt: null,
      envelopeAt: sentAt,
    },
  }
}
