import { useTranslations } from 'next-intl'
import { type ControlSum, differenceOfSum, isSumRight } from '@/core/control-sum'
import { minorDigits, parseScaled } from '@/core/money'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { ImportDetail } from '../queries/find-import'
import { kindText } from './kind-text'

type ControlSumsProps = { detail: ImportDetail }

/** The file's own totals as equations: stated = added up here + difference, one per kind and currency. */
export function ControlSums({ detail }: ControlSumsProps) {
  const t = useTranslations('fileIntake')
  const stated = detail.sums.filter(({ own }) => own !== null)
  const isEqual = (detail.corrected_sums.length > 0 ? detail.corrected_sums : stated).every(isSumRight)
  return (
    <Section
      title={t('totals')}
      note={
        stated.length === 0 ? undefined : (
          <StatusMark shape={isEqual ? 'ready' : 'overdue'}>{t(isEqual ? 'totalsAgree' : 'totalsDiffer')}</StatusMark>
        )
      }
    >
      {detail.sums.length === 0 ? (
        <p className="m">{t('noTotals')}</p>
      ) : (
        <div className="t-scroll">
          <table className="t" aria-label={t('totals')}>
            <thead>
              <tr>
                <th>{t('column.kind')}</th>
                <th className="r">{t('ownTotal')}</th>
                <th className="r">{t('computedTotal')}</th>
                <th className="r">{t('difference')}</th>
              </tr>
            </thead>
            <tbody>
              {detail.sums.map((sum) => (
                <SumRow key={`${sum.kind} ${sum.currency}`} sum={sum} name={kindText(t, sum.kind)} />
              ))}
              {detail.corrected_sums.map((sum) => (
                <SumRow key={`corrected ${sum.kind} ${sum.currency}`} sum={sum} name={t('withCorrections')} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {detail.sums.length > 0 && stated.length === 0 && <p className="q">{t('noTotals')}</p>}
      {!isEqual && detail.rejected > detail.corrected && <p className="m">{t('differsByRejected')}</p>}
    </Section>
  )
}

type SumRowProps = { sum: ControlSum; name: string }

function SumRow({ sum, name }: SumRowProps) {
  const difference = differenceOfSum(sum)
  return (
    <tr>
      <td>{name}</td>
      <td className="r b">{sum.own === null ? <span className="q">–</span> : <SumText text={sum.own} currency={sum.currency} />}</td>
      <td className="r">
        {sum.own !== null && <span className="q">= </span>}
        <SumText text={sum.computed} currency={sum.currency} />
      </td>
      <td className={`r${isSumRight(sum) ? '' : ' over b'}`}>
        {difference === null ? (
          <span className="q">–</span>
        ) : (
          <>
            <span className="q">+ </span>
            <SumText text={difference} currency={sum.currency} />
          </>
        )}
      </td>
    </tr>
  )
}

function SumText({ text, currency }: { text: string; currency: string | null }) {
  const isKnown = currency !== null && /^[A-Z]{3}$/.test(currency)
  const minor = isKnown ? parseScaled(text, minorDigits(currency)) : null
  if (!isKnown || minor === null) return <>{[text, currency].filter(Boolean).join(' ')}</>
  return <MoneyText value={{ minor, currency }} />
}
