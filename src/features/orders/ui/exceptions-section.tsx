import { useTranslations } from 'next-intl'
import { asCalendarDate } from '@/core/calendar-date'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { DateText, InstantText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { OrderExceptionRow } from '../queries/find-order-exceptions'
import { decisionsFrom, type ExceptionState } from '../rules/exception-kinds'
import { readStepFigure } from '../rules/exception-step'
import { DecideExceptionDialog } from './decide-exception-dialog'
import { FigureText } from './figure-text'

const SHAPES: Readonly<Record<ExceptionState, StatusShape>> = {
  open: 'none',
  held: 'partly',
  released: 'fixed',
  rejected: 'fixed',
  corrected: 'fixed',
  resolved: 'ready',
}

type ExceptionsSectionProps = { exceptions: readonly OrderExceptionRow[]; canDecide: boolean }

/** What is wrong with the order, as arithmetic a person can check, and what was decided about it. */
export function ExceptionsSection({ exceptions, canDecide }: ExceptionsSectionProps) {
  const t = useTranslations('orders')
  if (exceptions.length === 0) {
    return (
      <Section title={t('exceptions')} id="exceptions">
        <p className="q">{t('noExceptions')}</p>
      </Section>
    )
  }
  const first = exceptions.find((exception) => decisionsFrom(exception.state).length > 0)
  return (
    <Section title={t('exceptions')} note={t('exceptionsNote')} id="exceptions">
      <div className="flex flex-col gap-5">
        {exceptions.map((exception) => (
          <ExceptionPart key={exception.id} exception={exception} canDecide={canDecide} isFirst={exception === first} />
        ))}
      </div>
    </Section>
  )
}

type ExceptionPartProps = { exception: OrderExceptionRow; canDecide: boolean; isFirst: boolean }

function ExceptionPart({ exception, canDecide, isFirst }: ExceptionPartProps) {
  const t = useTranslations('orders')
  const decisions = canDecide ? decisionsFrom(exception.state) : []
  return (
    <div className="grid gap-x-8 gap-y-3 xl:grid-cols-2">
      <div>
        <h3 className="row mb-1">
          {t(`kind.${exception.kind}`)} {exception.line !== '' && <span className="q">{t('lineNo', { line: exception.line })}</span>}
        </h3>
        <ExceptionSteps exception={exception} />
      </div>
      <div>
        <p className="concl">{t(`means.${exception.kind}`)}</p>
        <p className="mt-2">
          <StatusMark shape={SHAPES[exception.state]} tone={exception.state === 'resolved' ? 'done' : 'plain'}>
            {t(`exceptionState.${exception.state}`)}
          </StatusMark>
          {exception.decided_at !== null && (
            <span className="m">
              {' '}
              {exception.decided_by} <InstantText value={exception.decided_at} />
            </span>
          )}
        </p>
        {exception.reason !== null && exception.reason !== '' && <p className="m">{exception.reason}</p>}
        {decisions.length > 0 && (
          <div className="row mt-3 flex-wrap">
            {decisions.map((decision, index) => (
              <DecideExceptionDialog
                key={decision}
                exception={exception}
                decision={decision}
                kind={isFirst && index === 0 ? 'primary' : 'plain'}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

type ExceptionStepsProps = { exception: OrderExceptionRow }

function ExceptionSteps({ exception }: ExceptionStepsProps) {
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
            <td>{t(`step.${step.step}`)}</td>
            <td className="r b">
              <FigureText step={step.step} text={step.value} currency={exception.currency} />
            </td>
            <td className="r m">
              <PlaceLink batchId={step.batch ?? null} position={step.position ?? ''}>
                {t(`paper.${step.source}`)}
              </PlaceLink>
              {step.on !== undefined && (
                <>
                  {' '}
                  {t('from')} <DateText value={asCalendarDate(step.on)} />
                </>
              )}
            </td>
          </tr>
        ))}
        <tr className="dif">
          <td>{t('column.atStake')}</td>
          <td className="r">
            <MoneyText value={{ minor: exception.at_stake_minor, currency: exception.currency }} />
          </td>
          <td className="r">
            <Working exception={exception} />
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
      <td />
    </tr>
  )
}

/** The price difference times the quantity, where that is what is at stake. */
function Working({ exception }: ExceptionStepsProps) {
  const valueOf = (name: string) => readStepFigure(name, exception.steps.find((step) => step.step === name)?.value ?? null)
  const agreed = valueOf('agreed-price')
  const ordered = valueOf('ordered-price')
  const quantity = valueOf('quantity')
  if (agreed?.type !== 'price' || ordered?.type !== 'price' || quantity?.type !== 'quantity') return null
  const gap = agreed.micros > ordered.micros ? agreed.micros - ordered.micros : ordered.micros - agreed.micros
  return (
    <span className="nw">
      <NumberText value={quantity.quantity} /> × <MoneyText value={{ minor: gap / 10_000n, currency: exception.currency }} />
    </span>
  )
}
