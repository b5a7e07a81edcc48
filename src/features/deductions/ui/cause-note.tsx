import { useLocale, useTranslations } from 'next-intl'
import { capitalised } from '@/i18n/formats'
import type { DeductionDetail } from '../queries/find-deduction'
import { causeName } from './cause-name'

type CauseNoteProps = { detail: DeductionDetail }

/** Where the deduction comes from, who can stop it, and whether that is possible; says when only the evidence says so. */
export function CauseNote({ detail: { row, causeTerm } }: CauseNoteProps) {
  const t = useTranslations('deductions')
  const teams = useTranslations('tasks')
  const locale = useLocale()
  if (row.cause === null) return null
  return (
    <p className="mt-2 m">
      {t(row.cause.isNamed ? 'rootCauseIs' : 'rootCauseShown', { cause: capitalised(causeName(row.cause.names, locale)) })}
      {causeTerm && (
        <>
          <br />
          {t('causes.meaning', {
            nature: t(`nature.${causeTerm.nature}`),
            step: t(`causes.steps.${causeTerm.processStep}`),
            team: teams(`teams.${causeTerm.team}`),
          })}
        </>
      )}
    </p>
  )
}
