'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Button } from '@/ui/button'
import { currentCells } from '@/ui/data-table/range-store'
import { useSelection } from '@/ui/data-table/selection'
import { readTsv } from '@/ui/data-table/tsv'
import { Dialog } from '@/ui/dialog'
import type { Choice } from '@/ui/form/select'
import { type PastePlace, type ReadPaste, readPasted } from './read-pasted'

type PasteDialogProps = { causes: readonly Choice[] }

// Its script comes with the first paste, not with every list.
const PastePreview = lazy(() => import('./paste-preview').then((loaded) => ({ default: loaded.PastePreview })))

/** Takes cells from a spreadsheet, by Ctrl V on the list or into the field, shows what they would change, and writes it when told to. */
export function PasteDialog({ causes }: PasteDialogProps) {
  // Where a paste without titles begins at the chosen cell.
  const { ids } = useSelection()
  const t = useTranslations('deductions')
  const [isOpen, setOpen] = useState(false)
  const [read, setRead] = useState<ReadPaste | null>(null)

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (isForSomebodyElse(event.target)) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (text === '') return
      event.preventDefault()
      setRead(readPasted(readTsv(text), placeOf(ids)))
      setOpen(true)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [ids])

  const close = () => {
    setOpen(false)
    setRead(null)
  }
  return (
    <>
      <Button type="button" kind="ghost" className="hide-phone" onClick={() => setOpen(true)}>
        {t('paste.open')}
      </Button>
      <Dialog title={t('paste.title')} open={isOpen} onOpenChange={(open) => !open && close()} width={760}>
        {read?.kind === 'rows' ? (
          <Suspense fallback={<p role="status">{t('paste.looking')}</p>}>
            <PastePreview rows={read.rows} causes={causes} close={close} />
          </Suspense>
        ) : (
          <>
            <p className="m">{t('paste.hint')}</p>
            <textarea
              className="input"
              rows={6}
              aria-label={t('paste.field')}
              placeholder={t('paste.example')}
              onChange={(event) => setRead(readPasted(readTsv(event.target.value), null))}
            />
            {read?.kind === 'refused' && (
              <p className="due" role="alert">
                {t(`paste.refused.${read.because}`)}
              </p>
            )}
          </>
        )}
      </Dialog>
    </>
  )
}

function placeOf(ids: readonly string[]): PastePlace | null {
  const cells = currentCells()
  return cells === null ? null : { column: cells.firstColumn, ids: ids.slice(cells.firstRow) }
}

function isForSomebodyElse(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog], [role=menu]')) return true
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')
}
