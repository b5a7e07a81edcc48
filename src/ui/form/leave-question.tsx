'use client'

import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import { useTranslations } from 'next-intl'
import { Button } from '../button'

type LeaveQuestionProps = {
  isOpen: boolean
  /** Back to what was typed. */
  onStay: () => void
  /** It is given up. */
  onLeave: () => void
}

/** Asked before anything that was typed would be lost. */
export function LeaveQuestion({ isOpen, onStay, onLeave }: LeaveQuestionProps) {
  const t = useTranslations('ui.unsaved')
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && onStay()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="dialog">
          <Base.Title render={<h2 />}>{t('title')}</Base.Title>
          <Base.Description>{t('text')}</Base.Description>
          <div className="actions">
            <Button type="button" onClick={onLeave}>
              {t('leave')}
            </Button>
            <Button type="button" kind="primary" onClick={onStay}>
              {t('stay')}
            </Button>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
