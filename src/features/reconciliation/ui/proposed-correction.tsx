import { useTranslations } from 'next-intl'
import type { DifferenceDetail } from '../queries/find-difference'
import { proposeCorrection } from '../rules/propose-correction'
import { differenceValueText } from './difference-value-text'
import type { Texts } from './texts'

type Row = DifferenceDetail['row']

/** The proposed correction as one sentence: where, what, and the value it should say. */
export function correctionText(row: Row, t: Texts & { has: (key: string) => boolean }): string {
  const { action, value } = proposeCorrection({ kind: row.kind, sap: row.sap_value, other: row.other_value, agreed: row.agreed })
  return t(`correction.${action}`, {
    value: value === null ? '' : differenceValueText(row.field, value, t),
    sap: differenceValueText(row.field, row.sap_value, t),
    other: differenceValueText(row.field, row.other_value, t),
    sales: row.sales_order_key ?? '–',
    po: row.po_number ?? '–',
    delivery: row.delivery_key ?? '–',
    invoice: row.invoice_key ?? '–',
    line: row.line ?? '–',
  })
}

type ProposedCorrectionProps = { row: Row }

export function ProposedCorrection({ row }: ProposedCorrectionProps) {
  const t = useTranslations('reconciliation')
  return <p>{correctionText(row, t)}</p>
}
