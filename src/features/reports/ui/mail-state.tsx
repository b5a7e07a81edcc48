import { useTranslations } from 'next-intl'
import { StatusMark } from '@/ui/status-mark'

type MailStateTextProps = { state: string }

export function MailStateText({ state }: MailStateTextProps) {
  const t = useTranslations('reports')
  if (state === 'sent') return <StatusMark shape="ready">{t('admin.mailSent')}</StatusMark>
  if (state === 'failed') return <StatusMark shape="overdue">{t('admin.mailFailed')}</StatusMark>
  return <StatusMark shape="partly">{t('admin.mailQueued')}</StatusMark>
}
