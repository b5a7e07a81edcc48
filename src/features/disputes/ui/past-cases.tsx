import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { PastCase } from '../queries/find-past-cases'
import { ADDED_KINDS, type ExhibitKind } from '../rules/exhibit'

const SHAPES: Readonly<Record<PastCase['outcome'], StatusShape>> = { won: 'ready', partly: 'partly', lost: 'overdue' }

type PastCasesProps = { cases: readonly PastCase[]; name: string }

/** Answered disputes one by one: what came of each, with which papers it was filed, and what the customer said when it denied. */
export function PastCases({ cases, name }: PastCasesProps) {
  const t = useTranslations('disputes')
  const deductions = useTranslations('deductions')
  return (
    <div className="t-scroll" tabIndex={0} role="region" aria-label={name}>
      <table className="t" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('column.claim')}</th>
            <th scope="col">{t('lesson.outcome')}</th>
            <th scope="col" className="r">
              {t('column.won')}
            </th>
            <th scope="col" className="r">
              {t('column.lost')}
            </th>
            <th scope="col">{t('lesson.filedWith')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.deductionId}>
              <td className="key">
                <Link href={`/deductions/${one.deductionId}`}>{one.name}</Link>
                <div className="q">
                  <DateText value={one.answeredOn} />
                </div>
              </td>
              <td>
                <StatusMark shape={SHAPES[one.outcome]}>{t(`status.${one.outcome}`)}</StatusMark>
              </td>
              <td className="r">
                <MoneyText value={one.won} />
              </td>
              <td className="r">
                <MoneyText value={one.lost} />
              </td>
              <td className="wrap">
                {one.kinds.length === 0
                  ? '–'
                  : one.kinds
                      .map((kind) => (isAdded(kind) ? t(`exhibit.${kind}`) : deductions(`evidenceKind.${kind}`)))
                      .join(t('listComma'))}
                {!one.isComplete && <div className="due">{t('lesson.incomplete')}</div>}
                {(one.denialCode !== null || one.denialText !== null) && (
                  <div className="m">{t('lesson.deniedFor', { reason: [one.denialCode, one.denialText].filter(Boolean).join(' ') })}</div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function isAdded(kind: ExhibitKind): boolean {
  return ADDED_KINDS.some((one) => one === kind)
}
