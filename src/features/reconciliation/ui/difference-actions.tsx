import { useTranslations } from 'next-intl'
import type { DifferenceDetail } from '../queries/find-difference'
import { AcceptDifferencesDialog } from './accept-differences-dialog'
import { AskCorrectionDialog } from './ask-correction-dialog'
import { differenceName } from './difference-name'
import { differenceValueText } from './difference-value-text'
import { ToleranceDialog } from './tolerance-dialog'

type DifferenceActionsProps = { row: DifferenceDetail['row']; today: string }

/** Accept as a rule, accept once, or ask the team whose system is wrong. */
export function DifferenceActions({ row, today }: DifferenceActionsProps) {
  const t = useTranslations('reconciliation')
  const teams = useTranslations('tasks')
  const name = differenceName(row)
  return (
    <>
      <ToleranceDialog
        customerId={row.customer_id}
        customerName={row.customer_name}
        kind={row.kind}
        differenceId={row.id}
        currency={row.currency}
        today={today}
      />
      <AcceptDifferencesDialog ids={[row.id]} />
      {row.state === 'open' && (
        <AskCorrectionDialog
          differenceId={row.id}
          team={teams(`teams.${row.owner_team}`)}
          about={row.line === null ? name : `${name} ${t('lineNo', { line: row.line })}`}
          kind={t(`kind.${row.kind}`)}
          sapValue={differenceValueText(row.field, row.sap_value, t)}
          otherValue={differenceValueText(row.field, row.other_value, t)}
          source={t(`source.${row.other_source ?? 'sap'}`)}
        />
      )}
    </>
  )
}
