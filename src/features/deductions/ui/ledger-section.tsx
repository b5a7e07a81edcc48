import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LedgerTable, NoLedger, tabSeparated } from '@/features/reconciliation/ui/ledger-table'
import { StepChart } from '@/ui/chart/step-chart'
import { MoneyText } from '@/ui/money-text'
import { LEDGER_STEPS, type LedgerLine, type QuantityLedger } from '../rules/quantity-ledger'

type LedgerSectionProps = { ledger: QuantityLedger; note: ReactNode; currency: string }

/** Quantities per order line at every step, with the first step that differs marked, as table and as chart. */
export function LedgerSection({ ledger, note, currency }: LedgerSectionProps) {
  const t = useTranslations('deductions')
  if (ledger.lines.length === 0) return <NoLedger title={t('ledger')} text={t('noLedger')} />
  const claimed =
    ledger.lines.find((line) => line.line === ledger.firstBreak?.line) ?? ledger.lines.find((line) => line.isClaimed) ?? ledger.lines[0]
  const names = [t('line'), t('item')]
  const figures = [...LEDGER_STEPS.map((step) => t(`ledgerStep.${step}`)), t('short')]
  const copied = ledger.lines.map((line) => [line.line, line.itemNumber, ...LEDGER_STEPS.map((step) => line.quantities[step]), line.short])
  return (
    <LedgerTable
      title={t('ledger')}
      note={note}
      names={names}
      figures={[...figures, t('deducted')]}
      copy={{ text: tabSeparated([[...names, ...figures], ...copied]), label: t('copyForExcel') }}
      rows={ledger.lines.map((line) => <LedgerRow key={line.line} line={line} ledger={ledger} currency={currency} />)}
    >
      {claimed && <LedgerChart line={claimed} ledger={ledger} />}
    </LedgerTable>
  )
}

type LedgerRowProps = { line: LedgerLine; ledger: QuantityLedger; currency: string }

function LedgerRow({ line, ledger, currency }: LedgerRowProps) {
  const isBroken = ledger.firstBreak?.line === line.line
  return (
    <tr className={line.isClaimed ? 'b' : undefined}>
      <td>{line.line}</td>
      <td className="wrap">
        {line.description} <span className="q">{line.itemNumber}</span>
      </td>
      {LEDGER_STEPS.map((step) => (
        <td key={step} className={isBroken && ledger.firstBreak?.step === step ? 'r bad' : 'r'}>
          {line.quantities[step]?.toString() ?? <span className="q">–</span>}
        </td>
      ))}
      <td className={line.short !== null && line.short > 0n ? 'r over' : 'r q'}>{line.short?.toString() ?? '–'}</td>
      <td className="r">
        <MoneyText value={{ minor: line.deductedMinor, currency }} />
      </td>
    </tr>
  )
}

type LedgerChartProps = { line: LedgerLine; ledger: QuantityLedger }

function LedgerChart({ line, ledger }: LedgerChartProps) {
  const t = useTranslations('deductions')
  const first = ledger.firstBreak?.line === line.line ? ledger.firstBreak : null
  const steps = LEDGER_STEPS.map((step) => {
    const quantity = line.quantities[step]
    return { key: step, label: t(`ledgerStep.${step}`), quantity: quantity === null ? null : Number(quantity) }
  })
  const differsText = first ? t('firstDiffers', { difference: `−${first.before - first.after}` }) : undefined
  return (
    <StepChart
      steps={steps}
      differsAt={first ? LEDGER_STEPS.indexOf(first.step) : null}
      {...(differsText === undefined ? {} : { differsText })}
      label={t('chartOfLine', { line: line.line })}
    />
  )
}
