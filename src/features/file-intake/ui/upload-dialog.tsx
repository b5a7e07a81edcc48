'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { DropZone } from '@/ui/form/drop-zone'
import { Icon } from '@/ui/icon'
import { UploadRows } from './upload-rows'
import { clearUploads, currentUploads, isRunning, noUploads, startUploads, subscribeUploads } from './upload-store'

/** Brings files in: dropped anywhere on the page, pasted, or chosen. Uploads go on when the dialog or the page is left. */
export function UploadDialog() {
  const t = useTranslations('fileIntake')
  const [isOpen, setOpen] = useState(false)
  const uploads = useSyncExternalStore(subscribeUploads, currentUploads, noUploads)
  const isBusy = uploads.some(isRunning)

  useEffect(() => {
    const open = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) setOpen(true)
    }
    window.addEventListener('dragenter', open)
    return () => window.removeEventListener('dragenter', open)
  }, [])

  return (
    <Dialog
      title={t('upload.title')}
      width={640}
      open={isOpen}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next) clearUploads()
      }}
      trigger={
        <Button type="button" kind="primary" keys="U" icon={<Icon name="upload" />}>
          {t('upload.open')}
        </Button>
      }
    >
      {(close) => (
        <>
          <UploadZone />
          {uploads.length > 0 && <UploadRows uploads={uploads} />}
          <div className="actions">
            {isBusy && <span className="m">{t('upload.goesOn')}</span>}
            <Button type="button" onClick={close}>
              {t(isBusy ? 'upload.inBackground' : 'upload.close')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

function UploadZone() {
  const t = useTranslations('fileIntake')
  const router = useRouter()
  const [isPreview, setPreview] = useState(false)

  async function send(files: readonly File[]) {
    const reports = await startUploads(files, isPreview)
    const [only] = reports
    if (isPreview && reports.length === 1 && only) router.push(`/imports/${only.id}`)
    else router.refresh()
  }

  return (
    <>
      <DropZone label={t('upload.drop')} choose={t('upload.choose')} hint={t('upload.hint')} onFiles={(files) => void send(files)} />
      <label className="row">
        <input type="checkbox" className="box" checked={isPreview} onChange={(event) => setPreview(event.target.checked)} />
        {t('upload.previewFirst')}
      </label>
    </>
  )
}
