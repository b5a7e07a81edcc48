import type { DifferenceRow } from '../queries/find-difference'
import { differenceBetween, readDifferenceValue } from '../rules/difference-value'
import { DifferenceValueText } from './difference-value'

type DifferenceOfRowProps = { row: Pick<DifferenceRow, 'field' | 'sap_value' | 'other_value' | 'currency'> }

/** Other side less SAP, where the two can be subtracted. */
export function DifferenceOfRow({ row }: DifferenceOfRowProps) {
  const value = differenceBetween(readDifferenceValue(row.field, row.sap_value), readDifferenceValue(row.field, row.other_value))
  if (value === null) return <span className="q">–</span>
  return <DifferenceValueText value={value} currency={row.currency} />
}
