'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { useAction } from '@/ui/form/use-action'
import { retireMappingAction } from '../actions'

type RetireMappingButtonProps = { mappingId: string }

/** Ends a mapping after a second question: the next file of that sender waits again. */
export function RetireMappingButton({ mappingId }: RetireMappingButtonProps) {
  const t = useTranslations('fileIntake')
  const { run, isPending } = useAction(retireMappingAction, { done: t('mapping.retired') })
  return (
    <Dialog
      title={t('mapping.retireTitle')}
      trigger={
        <Button type="button" kind="ghost">
          {t('mapping.retire')}
        </Button>
      }
    >
      {(close) => (
        <>
          <p>{t('mapping.retireText')}</p>
          <div className="actions">
            <Button type="button" onClick={close}>
              {t('mapping.keep')}
            </Button>
            <Button
              type="button"
              kind="danger"
              pending={isPending}
              onClick={() => {
                run({ mappingId })
                close()
              }}
            >
              {t('mapping.retire')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
