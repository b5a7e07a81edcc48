import { useTranslations } from 'next-intl'
import { asCalendarDate } from '@/core/calendar-date'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import type { ExceptionRow } from '../queries/exception-columns'
import { ExceptionWorking } from './exception-working'
import { FigureText } from './figure-text'

type ExceptionStepsProps = { exception: ExceptionRow }

/** The arithmetic of an exception: what was expected, what was ordered, what it costs if shipped as it is; each figure with its source. */
export function ExceptionSteps({ exception }: ExceptionStepsProps) {
  const t = useTranslations('orders')
  return (
    <table className="t" aria-label={t('arithmetic')}>
      <tbody>
        {exception.steps.length === 0 && (
          <>
            <ValueRow term={t('expected')} field={exception.field} text={exception.expected} currency={exception.currency} />
            <ValueRow term={t('ordered')} field={exception.field} text={exception.actual} currency={exception.currency} />
          </>
        )}
        {exception.steps.map((step, index) => (
          <tr key={`${step.step} ${index}`}>
            <td className="whitespace-normal">
              {t(`step.${step.step}`)}{' '}
              <small className="m">
                <PlaceLink batchId={step.batch ?? null} position={step.position ?? ''}>
                  {t(`paper.${step.source}`)}
                </PlaceLink>
                {step.on !== undefined && (
                  <>
                    {' '}
                    {t('from')} <DateText value={asCalendarDate(step.on)} />
                  </>
                )}
              </small>
            </td>
            <td className="r b">
              <FigureText step={step.step} text={step.value} currency={exception.currency} />
            </td>
          </tr>
        ))}
        <tr className="dif">
          <td>
            {t('column.atStake')} <ExceptionWorking exception={exception} />
          </td>
          <td className="r">
            <MoneyText value={{ minor: exception.at_stake_minor, currency: exception.currency }} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

type ValueRowProps = { term: string; field: string; text: string | null; currency: string }

function ValueRow({ term, field, text, currency }: ValueRowProps) {
  return (
    <tr>
      <td>{term}</td>
      <td className="r b">
        <FigureText step={field} text={text} currency={currency} />
      </td>
    </tr>
  )
}
