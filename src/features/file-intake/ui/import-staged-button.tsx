'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/ui/button'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { importStaged } from './upload-store'

/** Takes over the chosen files of the list, in the order in which their facts depend on each other. */
export function ImportStagedButton() {
  const { selected, clear } = useSelection()
  return (
    <BulkBar>
      <ImportButton ids={[...selected]} onDone={clear} />
    </BulkBar>
  )
}

type ImportButtonProps = { ids: readonly string[]; onDone?: () => void }

/** The yes to files that were read and shown. */
export function ImportButton({ ids, onDone }: ImportButtonProps) {
  const t = useTranslations('fileIntake')
  const router = useRouter()
  const [isPending, setPending] = useState(false)

  async function run() {
    setPending(true)
    const reports = await importStaged(ids)
    setPending(false)
    const accepted = reports.reduce((sum, report) => sum + report.rows.accepted, 0)
    const rejected = reports.reduce((sum, report) => sum + report.rows.rejected, 0)
    if (reports.length === 0 || reports.some((report) => report.status === 'failed')) toast.error(t('importFailed'))
    else toast.success(t('importDone', { accepted, rejected }))
    onDone?.()
    router.refresh()
  }

  return (
    <Button type="button" kind="primary" keys="I" pending={isPending} pendingText={t('importing')} onClick={() => void run()}>
      {t('importNow', { count: ids.length })}
    </Button>
  )
}
