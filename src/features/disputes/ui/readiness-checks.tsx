import { useTranslations } from 'next-intl'
import { StepValueText, StepWorking } from '@/features/deductions/ui/step-value'
import { Icon } from '@/ui/icon'
import { StatusMark } from '@/ui/status-mark'
import type { Check } from '../rules/check-readiness'

type ReadinessChecksProps = { checks: readonly Check[]; evidenceName: (evidence: string) => string }

/** What a careful colleague would look at before the package leaves, each with its figure. */
export function ReadinessChecks({ checks, evidenceName }: ReadinessChecksProps) {
  return (
    <ul className="ev">
      {checks.map((check) => (
        <CheckRow key={`${check.code} ${check.subject ?? ''}`} check={check} evidenceName={evidenceName} />
      ))}
    </ul>
  )
}

function CheckRow({ check, evidenceName }: { check: Check; evidenceName: (evidence: string) => string }) {
  const t = useTranslations('disputes')
  const { code, state, have, of, working } = check
  const isMissingPaper = code === 'recommended-complete'
  const note = t(`checkNote.${code}`, { have, of, subject: check.subject ?? '' })
  return (
    <li>
      {state === 'passed' ? (
        <span className="done">
          <Icon name="check" />
        </span>
      ) : (
        <StatusMark shape={state === 'failed' ? 'overdue' : 'due'} tone={state === 'failed' ? 'over' : 'due'} />
      )}
      <span>
        {t(`check.${code}`)}
        <small>
          {isMissingPaper && check.subject !== null ? (
            `${evidenceName(check.subject)}${t('comma')}${note}`
          ) : working?.working ? (
            <StepWorking working={working.working} />
          ) : (
            note
          )}
        </small>
      </span>
      <span className={state === 'passed' ? 'm' : state === 'failed' ? 'over' : 'due'}>
        {state !== 'reminder' && COUNTED.has(code) ? (
          `${have} / ${of}`
        ) : working && state === 'passed' ? (
          <StepValueText value={working.value} />
        ) : (
          t(`checkState.${state}`)
        )}
      </span>
    </li>
  )
}

const COUNTED: ReadonlySet<string> = new Set([
  'required-complete',
  'signature',
  'gate-stamp',
  'po-consistent',
  'invoice-consistent',
  'all-readable',
])
