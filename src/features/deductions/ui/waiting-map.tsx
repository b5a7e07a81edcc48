import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateText } from '@/ui/date-text'
import { KeyValues } from '@/ui/key-values'
import { Section } from '@/ui/section'
import type { CodeMapRow } from '../queries/find-code-maps'

type WaitingMapProps = {
  map: CodeMapRow
  /** The buttons of whoever may decide; nothing for everybody else. */
  children: ReactNode
}

/** The proposal that waits for a second person, exactly as it would be approved. */
export function WaitingMap({ map, children }: WaitingMapProps) {
  const t = useTranslations('deductions')
  return (
    <Section title={t('codes.waits')} note={t('codes.askedByName', { name: map.requestedByName ?? '–' })} id="approval">
      <KeyValues
        align="left"
        items={[
          { term: t('column.category'), value: t(`category.${map.category}`) },
          { term: t('codes.internalReason'), value: map.internalReason },
          { term: t('codes.sapReason'), value: map.sapReason ?? '–' },
          { term: t('codes.validFrom'), value: <DateText value={map.validFrom} /> },
          { term: t('codes.validTo'), value: map.validTo === null ? t('codes.openEnd') : <DateText value={map.validTo} /> },
        ]}
      />
      <div className="mt-3">{children || <p className="m">{t('codes.needsSecond')}</p>}</div>
    </Section>
  )
}
