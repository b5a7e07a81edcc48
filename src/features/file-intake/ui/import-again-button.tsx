'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/ui/button'
import { importAgain } from './upload-store'

type ImportAgainButtonProps = { id: string }

/** Takes the kept file of an undone import in anew, as an import of its own. */
export function ImportAgainButton({ id }: ImportAgainButtonProps) {
  const t = useTranslations('fileIntake')
  const router = useRouter()
  const [isPending, setPending] = useState(false)

  async function run() {
    setPending(true)
    const report = await importAgain(id)
    setPending(false)
    if (report === null) {
      toast.error(t('importFailed'))
      return
    }
    toast.success(t('importDone', { accepted: report.rows.accepted, rejected: report.rows.rejected }))
    router.push(`/imports/${report.id}`)
  }

  return (
    <Button type="button" pending={isPending} pendingText={t('importing')} onClick={() => void run()}>
      {t('importAgain')}
    </Button>
  )
}
