'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type DragEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
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
          <DropZone />
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

function DropZone() {
  const t = useTranslations('fileIntake')
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [isPreview, setPreview] = useState(false)

  async function send(files: readonly File[]) {
    if (files.length === 0) return
    const reports = await startUploads(files, isPreview)
    const [only] = reports
    if (isPreview && reports.length === 1 && only) router.push(`/imports/${only.id}`)
    else router.refresh()
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    // A dropped folder shows as a file without bytes and kind; folders are taken by the watched folder instead.
    void send([...event.dataTransfer.files].filter((file) => file.size > 0 || file.type !== ''))
  }

  return (
    <>
      <div
        className="drop"
        data-over={isOver ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onPaste={(event) => void send([...event.clipboardData.files])}
      >
        <span>{t('upload.drop')}</span>
        <button type="button" className="btn" onClick={() => input.current?.click()}>
          <Icon name="upload" />
          {t('upload.choose')}
        </button>
        <small className="q">{t('upload.hint')}</small>
        <input
          ref={input}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label={t('upload.choose')}
          multiple
          onChange={(event) => {
            void send([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </div>
      <label className="row">
        <input type="checkbox" className="box" checked={isPreview} onChange={(event) => setPreview(event.target.checked)} />
        {t('upload.previewFirst')}
      </label>
    </>
  )
}
