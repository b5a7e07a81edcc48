'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { buildPackagesAction } from '../actions'

type BuildButtonProps = { deductionId: string; isBuilding: boolean; disabled: boolean; kind: 'plain' | 'primary'; goesTo?: boolean }

const LOOK_AGAIN_MILLISECONDS = 1500

/** Asks for the package; while it is built the page looks again until it is there. */
export function BuildButton({ deductionId, isBuilding, disabled, kind, goesTo = false }: BuildButtonProps) {
  const t = useTranslations('disputes')
  const router = useRouter()
  const build = useAction(buildPackagesAction, {
    done: t('buildQueued', { count: 1 }),
    onDone: (result) => {
      const [first] = result.disputeIds
      if (goesTo && first !== undefined) router.push(`/packages/${first}`)
    },
  })
  useEffect(() => {
    if (!isBuilding) return
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MILLISECONDS)
    return () => clearInterval(timer)
  }, [isBuilding, router])
  return (
    <Button
      type="button"
      kind={kind}
      keys="Ctrl Enter"
      pending={build.isPending || isBuilding}
      pendingText={t('building')}
      disabled={disabled}
      onClick={() => build.run({ deductionIds: [deductionId] })}
    >
      {t('buildPackage')}
    </Button>
  )
}
