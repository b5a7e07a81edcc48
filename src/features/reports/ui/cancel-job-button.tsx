'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTransition } from 'react'
import { Button } from '@/ui/button'
import { cancelOwnJob } from './job-store'

type CancelJobButtonProps = { id: string; isAsked: boolean }

export function CancelJobButton({ id, isAsked }: CancelJobButtonProps) {
  const t = useTranslations('reports')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  return (
    <Button
      type="button"
      kind="ghost"
      disabled={isAsked}
      pending={isPending}
      onClick={() =>
        startTransition(async () => {
          await cancelOwnJob(id)
          router.refresh()
        })
      }
    >
      {t(isAsked ? 'tray.stopping' : 'health.cancel')}
    </Button>
  )
}
