import { useTranslations } from 'next-intl'
import { StepChart } from '@/ui/chart/step-chart'
import { CopyButton } from '@/ui/copy-button'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { OrderLedgerLine } from '../queries/find-order-ledger'
import { type FirstBreak, findFirstBreak } from '../rules/first-break'
import { ORDER_LEDGER_STEPS } from '../rules/order-ledger-steps'
import type { Texts } from './texts'

type OrderLedgerSectionProps = { lines: readonly OrderLedgerLine[] }

/** Quantities of every order line at every step, the first step that differs marked, and the line that differs most as a chart. */
export function OrderLedgerSection({ lines }: OrderLedgerSectionProps) {
  const t = useTranslations('reconciliation')
  if (lines.length === 0) {
    return (
      <Section title={t('ledger')} id="ledger">
        <p className="q">{t('noLedger')}</p>
      </Section>
    )
  }
  const breaks = new Map(lines.map((line) => [line.line, findFirstBreak(ORDER_LEDGER_STEPS.map((step) => line[step]))]))
  const charted = lines.toSorted((left, right) => gapOf(breaks.get(right.line)) - gapOf(breaks.get(left.line)))[0]
  return (
    <Section
      title={t('ledger')}
      note={t('ledgerNote')}
      id="ledger"
      end={<CopyButton text={tabSeparated(lines, t)} label={t('copyForExcel')} />}
    >
      <div className="t-scroll" tabIndex={0} role="region" aria-label={t('ledger')}>
        <table className="t" aria-label={t('ledger')}>
          <thead>
            <tr>
              <th scope="col">{t('column.line')}</th>
              <th scope="col">{t('column.item')}</th>
              {ORDER_LEDGER_STEPS.map((step) => (
                <th key={step} scope="col" className="r">
                  {t(`ledgerStep.${step}`)}
                </th>
              ))}
              <th scope="col" className="r">
                {t('deducted')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LedgerRow key={line.line} line={line} breaksAt={breaks.get(line.line)?.at ?? null} />
            ))}
          </tbody>
        </table>
      </div>
      {charted && <LedgerChart line={charted} firstBreak={breaks.get(charted.line) ?? null} />}
    </Section>
  )
}

type LedgerRowProps = { line: OrderLedgerLine; breaksAt: number | null }

function LedgerRow({ line, breaksAt }: LedgerRowProps) {
  return (
    <tr>
      <td>{line.line}</td>
      <td>
        {line.description} <span className="q">{line.item_number}</span>
      </td>
      {ORDER_LEDGER_STEPS.map((step, index) => {
        const quantity = line[step]
        return (
          <td key={step} className={index === breaksAt ? 'r bad' : 'r'}>
            {quantity === null ? <span className="q">–</span> : <NumberText value={quantity} />}
          </td>
        )
      })}
      <td className="r">
        <MoneyText value={{ minor: line.deducted_minor, currency: line.currency }} />
      </td>
    </tr>
  )
}

/** Two quantities are read faster in the table. */
const DRAWN_FROM = 3

type LedgerChartProps = { line: OrderLedgerLine; firstBreak: FirstBreak | null }

function LedgerChart({ line, firstBreak }: LedgerChartProps) {
  const t = useTranslations('reconciliation')
  // A step that no document speaks of has nothing to draw; the table above says so.
  const known = ORDER_LEDGER_STEPS.flatMap((step, at) => {
    const quantity = line[step]
    return quantity === null ? [] : [{ at, key: step, label: t(`ledgerStep.${step}`), quantity: Number(quantity) }]
  })
  if (known.length < DRAWN_FROM) return null
  const difference = firstBreak === null ? 0n : firstBreak.after - firstBreak.before
  const differsText = t('firstDiffers', { difference: difference > 0n ? `+${difference}` : `−${-difference}` })
  return (
    <>
      <h3 className="mt-3 m">
        {t('chartOfLine', { line: line.line })} {line.description}
      </h3>
      <StepChart
        steps={known}
        differsAt={firstBreak === null ? null : known.findIndex((step) => step.at === firstBreak.at)}
        {...(firstBreak === null ? {} : { differsText })}
        label={t('chartOfLine', { line: line.line })}
      />
    </>
  )
}

function gapOf(firstBreak: FirstBreak | null | undefined): number {
  return firstBreak ? Math.abs(Number(firstBreak.after - firstBreak.before)) : 0
}

function tabSeparated(lines: readonly OrderLedgerLine[], t: Texts): string {
  const header = [t('column.line'), t('column.item'), ...ORDER_LEDGER_STEPS.map((step) => t(`ledgerStep.${step}`))]
  const rows = lines.map((line) => [
    String(line.line),
    line.item_number ?? '',
    ...ORDER_LEDGER_STEPS.map((step) => line[step]?.toString() ?? ''),
  ])
  return [header, ...rows].map((row) => row.join('\t')).join('\n')
}
