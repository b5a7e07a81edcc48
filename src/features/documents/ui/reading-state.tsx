import { useTranslations } from 'next-intl'
import { StatusMark } from '@/ui/status-mark'

type ReadingStateProps = { state: string }

/** Whether the paper has words to search, or is a picture that a person has to look at. */
export function ReadingState({ state }: ReadingStateProps) {
  const t = useTranslations('documents')
  if (state === 'needs-reading') return <StatusMark shape="due">{t('needsReading')}</StatusMark>
  if (state === 'read') return <StatusMark shape="ready">{t('readByPerson')}</StatusMark>
  return <StatusMark shape="ready">{t('hasText')}</StatusMark>
}
