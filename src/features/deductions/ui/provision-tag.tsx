import { useTranslations } from 'next-intl'
import { Tag } from '@/ui/tag'

/** Marks money that the customer holds back and releases by itself, so that nobody disputes what comes back anyway. */
export function ProvisionTag() {
  const t = useTranslations('deductions')
  return (
    <span className="ml-1.5" title={t('lineage.provision')}>
      <Tag>{t('provision.mark')}</Tag>
    </span>
  )
}
