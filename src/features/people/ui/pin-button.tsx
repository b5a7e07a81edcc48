'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useAction } from '@/ui/form/use-action'
import { Icon } from '@/ui/icon'
import { pinPlaceAction, unpinPlaceAction } from '../actions'
import { isRecordPath } from '../rules/pinned-place'

type PinButtonProps = { pinned: readonly string[] }

/** Keeps the record at hand whose page is open, or lets it go; nothing on pages that show no record. */
export function PinButton({ pinned }: PinButtonProps) {
  const t = useTranslations('people.pins')
  const path = usePathname()
  const pin = useAction(pinPlaceAction, { done: t('done') })
  const unpin = useAction(unpinPlaceAction, { done: t('undone') })
  if (!isRecordPath(path)) return null
  const isPinned = pinned.includes(path)
  const press = () => {
    // What it is stands behind the number, in the language of the moment: the number is enough.
    const label = document.querySelector('main h1')?.firstChild?.textContent?.trim().slice(0, 160) ?? ''
    if (isPinned) unpin.run({ path })
    else if (label !== '') pin.run({ path, label })
  }
  return (
    <button
      type="button"
      className="btn g icon pin"
      aria-pressed={isPinned}
      aria-label={t('pin')}
      title={t(isPinned ? 'unpin' : 'pin')}
      disabled={pin.isPending || unpin.isPending}
      onClick={press}
    >
      <Icon name="pin" />
    </button>
  )
}
