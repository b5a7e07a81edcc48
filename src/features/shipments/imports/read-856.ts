import { element, findSegment, readTime } from '@/formats/x12/read-element'
import type { SetReader } from '@/formats/x12/set-reading'
import { startReading } from '@/formats/x12/set-values'
import { shipmentFacts } from './shipped-goods'

/**
 * 856 ship notice as a row of kind 'ship-notice'. Levels need not name their parents: an item belongs to the order level
 * above it, a carton to the item above it. Source: X12 004010 set 856: BSN, HL, TD1, TD5, REF, DTM, PRF, LIN, SN1, MAN.
 */
export const read856: SetReader = (set, envelope) => {
  const { draft, row, finish, reject } = startReading(set, envelope)
  const bsn = findSegment(set, 'BSN')
  const number = draft.text(bsn, 2)
  if (number === null) return reject('BSN02', 'shipment-number-missing', 'the ship notice has no number')
  const sentOn = draft.date(bsn, 3)
  const sentTime = readTime(element(bsn, 4))
  return finish([
    row('ship-notice', {
      number,
      // Local time of the customer; its zone is known to the database only.
      sentAt: sentOn === null ? null : `${sentOn} ${sentTime ?? '00:00'}`,
      ...shipmentFacts(draft),
      groupControl: envelope.groupControl,
      setControl: set.control,
    }),
  ])
}
