import { useTranslations } from 'next-intl'
import { InstantText } from '@/ui/date-text'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { ExceptionRow } from '../queries/exception-columns'
import { decisionsFrom, type ExceptionState } from '../rules/exception-kinds'
import { CorrectDialog } from './correct-dialog'
import { DecideDialog } from './decide-dialog'
import { FigureText } from './figure-text'
import { ReleaseButtons } from './release-buttons'

const SHAPES: Readonly<Record<ExceptionState, StatusShape>> = {
  open: 'none',
  held: 'partly',
  released: 'fixed',
  rejected: 'fixed',
  corrected: 'fixed',
  resolved: 'ready',
}

type ExceptionDecisionProps = {
  exception: ExceptionRow
  may: { decide: boolean; secondPerson: boolean }
  /** The first one on the page carries the primary button. */
  isFirst: boolean
}

/** What was decided, by whom and why, what has to be changed where, and what can be decided now. */
export function ExceptionDecision({ exception, may, isFirst }: ExceptionDecisionProps) {
  const t = useTranslations('orders')
  const decisions = may.decide ? decisionsFrom(exception.state) : []
  const isAsked = exception.request_hash !== null
  return (
    <>
      <p className="mt-2">
        <ExceptionStateText state={exception.state} isAsked={isAsked} />
        {exception.decided_at !== null && (
          <span className="m">
            {' '}
            {exception.decided_by} <InstantText value={exception.decided_at} />
          </span>
        )}
        {exception.reopened_count > 0 && <span className="q"> {t('reopened', { count: exception.reopened_count })}</span>}
      </p>
      {exception.reason !== null && exception.reason !== '' && <p className="m">{exception.reason}</p>}
      {exception.correct_in !== null && (
        <p className="concl">
          {t(`correctIn.${exception.correct_in}`, { entered: exception.entered ?? exception.po_number })}{' '}
          <span className="b">
            <FigureText step={exception.field} text={exception.corrected_value} currency={exception.currency} />
          </span>
        </p>
      )}
      {isAsked && may.secondPerson && <ReleaseButtons exceptionId={exception.id} contentHash={exception.request_hash ?? ''} />}
      {decisions.length > 0 && (
        <div className="row mt-3 flex-wrap">
          {decisions.map((decision, index) =>
            decision === 'corrected' ? (
              <CorrectDialog key={decision} exception={exception} />
            ) : (
              <DecideDialog
                key={decision}
                exceptions={[{ id: exception.id, version: exception.version }]}
                decision={decision}
                kind={isFirst && index === 0 ? 'primary' : 'plain'}
              />
            ),
          )}
        </div>
      )}
    </>
  )
}

type ExceptionStateTextProps = { state: ExceptionState; isAsked: boolean }

/** The state in words; one that waits for a second person says so. */
export function ExceptionStateText({ state, isAsked }: ExceptionStateTextProps) {
  const t = useTranslations('orders')
  return (
    <StatusMark shape={isAsked ? 'due' : SHAPES[state]} tone={state === 'resolved' ? 'done' : 'plain'}>
      {isAsked ? t('waitsForSecond') : t(`exceptionState.${state}`)}
    </StatusMark>
  )
}
