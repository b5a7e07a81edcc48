import { useLocale, useTranslations } from 'next-intl'
import type { PortalLimits } from '../rules/fit-limits'

type FilingStepsProps = { limits: PortalLimits | null; customerName: string; fileCount: number }

/** How it is filed, in the reader's language where it is kept in it, else in the portal's own words; the first step links to the portal. */
export function FilingSteps({ limits, customerName, fileCount }: FilingStepsProps) {
  const t = useTranslations('disputes')
  const locale = useLocale()
  const portal = limits?.portalName ?? customerName
  const translated = locale === 'zh-CN' ? (limits?.stepsZh ?? []) : []
  const own = translated.length > 0 ? translated : (limits?.steps ?? [])
  const steps = own.length > 0 ? own : [t('uploadStep', { count: fileCount })]
  return (
    <ol className="grid gap-y-0.5">
      <li className="grid grid-cols-[22px_minmax(0,1fr)] gap-x-2">
        <b className="m">1</b>
        {limits?.portalUrl ? (
          <a href={limits.portalUrl} target="_blank" rel="noreferrer">
            {t('signInTo', { portal })}
          </a>
        ) : (
          <span>{t('signInTo', { portal })}</span>
        )}
      </li>
      {steps.map((step, index) => (
        <li key={step} className="grid grid-cols-[22px_minmax(0,1fr)] gap-x-2">
          <b className="m">{index + 2}</b>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  )
}
