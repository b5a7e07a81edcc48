'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../button'

type DialogActionsProps = {
  /** The verb of what the form does: 'Accept'. */
  submit: string
  kind?: 'primary' | 'danger'
  onCancel: () => void
}

/** The last line of a form in a dialog: leave it, or do it. */
export function DialogActions({ submit, kind = 'primary', onCancel }: DialogActionsProps) {
  const t = useTranslations('ui')
  return (
    <div className="actions">
      <Button type="button" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button kind={kind}>{submit}</Button>
    </div>
  )
}
