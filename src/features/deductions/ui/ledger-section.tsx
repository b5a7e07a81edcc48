import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StepChart } from '@/ui/chart/step-chart'
import { CopyButton } from '@/ui/copy-button'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import { LEDGER_STEPS, type LedgerLine, type QuantityLedger } from '../rules/quantity-ledger'

type LedgerSectionProps = { ledger: QuantityLedger; note: ReactNode; currency: string }

/** Quantities per order line at every step, with the first step that differs marked, as table and as chart. */
export function LedgerSection({ ledger, note, currency }: LedgerSectionProps) {
  const t = useTranslations('deductions')
  if (ledger.lines.length === 0) {
    return (
      <Section title={t('ledger')} id="ledger">
        <p className="q">{t('noLedger')}</p>
      </Section>
    )
  }
  const claimed =
    ledger.lines.find((line) => line.line === ledger.firstBreak?.line) ?? ledger.lines.find((line) => line.isClaimed) ?? ledger.lines[0]
  return (
    <Section title={t('ledger')} note={note} id="ledger" end={<CopyButton text={tabSeparated(ledger, t)} label={t('copyForExcel')} />}>
      <div className="t-scroll" tabIndex={0} role="region" aria-label={t('ledger')}>
        <table className="t" aria-label={t('ledger')}>
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('item')}</th>
              {LEDGER_STEPS.map((step) => (
                <th key={step} scope="col" className="r">
                  {t(`ledgerStep.${step}`)}
                </th>
              ))}
              <th scope="col" className="r">
                {t('short')}
              </th>
              <th scope="col" className="r">
                {t('deducted')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ledger.lines.map((line) => (
              <LedgerRow key={line.line} line={line} ledger={ledger} currency={currency} />
            ))}
          </tbody>
        </table>
      </div>
      {claimed && <LedgerChart line={claimed} ledger={ledger} />}
    </Section>
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

function tabSeparated(ledger: QuantityLedger, t: (key: string) => string): string {
  const header = [t('line'), t('item'), ...LEDGER_STEPS.map((step) => t(`ledgerStep.${step}`)), t('short')]
  const rows = ledger.lines.map((line) => [
    line.line,
    line.itemNumber ?? '',
    ...LEDGER_STEPS.map((step) => line.quantities[step]?.toString() ?? ''),
    line.short?.toString() ?? '',
  ])
  return [header, ...rows].map((row) => row.join('\t')).join('\n')
}
