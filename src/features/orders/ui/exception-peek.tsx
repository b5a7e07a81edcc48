import { useLocale, useTimeZone, useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { joinTerm } from '@/i18n/formats'
import { InstantText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import { Peek, PeekBlock } from '@/ui/peek'
import type { ExceptionRow } from '../queries/exception-columns'
import type { ExceptionEvent } from '../queries/find-exception-history'
import { openDue } from './exception-columns'
import { ExceptionDecision } from './exception-decision'
import { ExceptionSteps } from './exception-steps'
import { FigureText } from './figure-text'
import { orderHref } from './order-href'

type ExceptionPeekProps = {
  exception: ExceptionRow
  history: readonly ExceptionEvent[]
  may: { decide: boolean; secondPerson: boolean }
  today: CalendarDate
  position: string
  closeHref: string
  previousHref: string | null
  nextHref: string | null
}

/** One exception beside the worklist: decision and due time first, then the arithmetic, then how it came to this. */
export function ExceptionPeek({ exception, history, may, today, position, ...hrefs }: ExceptionPeekProps) {
  const t = useTranslations('orders')
  const teams = useTranslations('tasks')
  const companyZone = useTimeZone()
  const locale = useLocale()
  const name = [exception.po_number, exception.line === '' ? '' : t('lineNo', { line: exception.line })].filter(Boolean).join(' ')
  return (
    <Peek title={name} position={position} label={t('previewOf', { name })} {...hrefs}>
      <PeekBlock title={t(`kind.${exception.kind}`)}>
        <p className="concl">{t(`means.${exception.kind}`)}</p>
        <ExceptionDecision exception={exception} may={may} isFirst />
      </PeekBlock>
      <PeekBlock title={t('arithmetic')}>
        <ExceptionSteps exception={exception} />
      </PeekBlock>
      <PeekBlock>
        <KeyValues
          items={[
            { term: t('column.customer'), value: exception.customer_name },
            { term: t('column.item'), value: exception.item ?? '–' },
            { term: t('column.owner'), value: exception.owner_name ?? teams(`teams.${exception.owner_team}`) },
            { term: t('column.due'), value: <DeadlineText dueOn={openDue(exception)} today={today} style="full" /> },
            ...(exception.time_zone === companyZone ? [] : [{ term: t('dueZone'), value: exception.time_zone }]),
          ]}
        />
        {exception.has_order && (
          <div className="row mt-2">
            <LinkButton href={orderHref(exception.customer_code, exception.po_key)} keys="Enter">
              {t('openOrder')}
            </LinkButton>
          </div>
        )}
      </PeekBlock>
      <PeekBlock title={t('history')}>
        <ul className="ev">
          {history.map((event) => (
            <li key={`${event.at.toISOString()} ${event.state}`} style={{ gridTemplateColumns: 'minmax(0,1fr) auto' }}>
              <div>
                {event.state === null
                  ? t(event.owner === null ? 'figuresMoved' : 'ownerIs', { name: event.owner ?? '' })
                  : t(`exceptionState.${event.state}`)}
                {event.actual !== null && (
                  <span className="q">
                    {' · '}
                    {t.rich('orderedFigure', {
                      figure: () => <FigureText step={exception.field} text={event.actual} currency={exception.currency} />,
                    })}
                  </span>
                )}
                <small>{event.reason ? joinTerm(event.by ?? teams('system'), event.reason, locale) : (event.by ?? teams('system'))}</small>
              </div>
              <span className="m">
                <InstantText value={event.at} style="short" />
              </span>
            </li>
          ))}
        </ul>
      </PeekBlock>
    </Peek>
  )
}
