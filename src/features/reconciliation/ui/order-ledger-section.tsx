import { useTranslations } from 'next-intl'
import { StepChart } from '@/ui/chart/step-chart'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import type { OrderLedgerLine } from '../queries/find-order-ledger'
import { type FirstBreak, findFirstBreak } from '../rules/first-break'
import { ORDER_LEDGER_STEPS } from '../rules/order-ledger-steps'
import { LedgerTable, NoLedger, tabSeparated } from './ledger-table'

type OrderLedgerSectionProps = { lines: readonly OrderLedgerLine[] }

/** Quantities of every order line at every step, the first step that differs marked, and the line that differs most as a chart. */
export function OrderLedgerSection({ lines }: OrderLedgerSectionProps) {
  const t = useTranslations('reconciliation')
  if (lines.length === 0) return <NoLedger title={t('ledger')} text={t('noLedger')} />
  const breaks = new Map(lines.map((line) => [line.line, findFirstBreak(ORDER_LEDGER_STEPS.map((step) => line[step]))]))
  const charted = lines.toSorted((left, right) => gapOf(breaks.get(right.line)) - gapOf(breaks.get(left.line)))[0]
  const names = [t('column.line'), t('column.item')]
  const steps = ORDER_LEDGER_STEPS.map((step) => t(`ledgerStep.${step}`))
  const copied = lines.map((line) => [line.line, line.item_number, ...ORDER_LEDGER_STEPS.map((step) => line[step])])
  return (
    <LedgerTable
      title={t('ledger')}
      note={t('ledgerNote')}
      names={names}
      figures={[...steps, t('deducted')]}
      copy={{ text: tabSeparated([[...names, ...steps], ...copied]), label: t('copyForExcel') }}
      rows={lines.map((line) => <LedgerRow key={line.line} line={line} breaksAt={breaks.get(line.line)?.at ?? null} />)}
    >
      {charted && <LedgerChart line={charted} firstBreak={breaks.get(charted.line) ?? null} />}
    </LedgerTable>
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
