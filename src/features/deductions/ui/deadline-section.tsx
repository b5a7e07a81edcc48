import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { WindowRow } from '@/features/agreements/queries/find-windows'
import { SourceText } from '@/features/agreements/ui/source-text'
import { DateText } from '@/ui/date-text'
import { EvidenceList } from '@/ui/evidence-list'
import { Section } from '@/ui/section'
import { windowLength } from './window-columns'

type DeadlineSectionProps = { windows: readonly WindowRow[]; customerCode: string }

/** Which windows bear on a claim, who states them, and which one counts. */
export function DeadlineSection({ windows, customerCode }: DeadlineSectionProps) {
  const t = useTranslations('deductions')
  const isConfirmed = windows.some((window) => window.state === 'confirmed')
  const register = `/deductions/windows?customer=${encodeURIComponent(customerCode)}`
  return (
    <Section
      title={t('window.section')}
      note={t(windows.length === 0 ? 'window.unknown' : isConfirmed ? 'window.isConfirmed' : 'window.unconfirmed')}
      end={<Link href={register}>{t('window.register')}</Link>}
      id="deadline"
    >
      <EvidenceList
        items={windows.map((window) => ({
          key: window.id,
          shape: window.state === 'confirmed' ? 'ready' : window.state === 'looser' || window.state === 'set-aside' ? 'none' : 'partly',
          isMissing: false,
          title: windowLength(window, t),
          note: (
            <>
              {t(`window.state.${window.state}`)}
              {window.source !== '' && (
                <>
                  {t('comma')}
                  <SourceText source={window.source} />
                </>
              )}
              {window.checked_on !== null && (
                <>
                  {t('comma')}
                  {t('window.checkedOn')} <DateText value={window.checked_on} />
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
