import { useTranslations } from 'next-intl'
import { CopyButton } from '@/ui/copy-button'

type CopyFieldsProps = { fields: readonly { key: string; label: string; value: string }[] }

/** What the portal asks for, one tap each. */
export function CopyFields({ fields }: CopyFieldsProps) {
  const t = useTranslations('disputes')
  return (
    <dl>
      {fields.map((field, index) => (
        <div
          key={field.key}
          className={`grid grid-cols-[120px_minmax(0,1fr)] items-center min-h-11 ${index === 0 ? '' : 'border-t border-line'}`}
        >
          <dt className="m">{field.label}</dt>
          <dd className="grid grid-cols-[minmax(0,1fr)_44px] items-center">
            <span className="md break-words">{field.value}</span>
            <CopyButton text={field.value} label={t('copyField', { field: field.label })} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
