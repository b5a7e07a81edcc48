'use client'

import { useTranslations } from 'next-intl'
import { FileDrop } from '@/ui/form/file-drop'

type AddFileProps = { disputeId: string }

/** Adds files to the package by drop, paste or choice. */
export function AddFile({ disputeId }: AddFileProps) {
  const t = useTranslations('disputes')
  return (
    <div className="px-4 py-3">
      <FileDrop
        action={`/api/packages/${disputeId}/exhibits`}
        label={t('addFile')}
        hint={t('addFileHint')}
        accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff"
      />
    </div>
  )
}
