'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { toast } from 'sonner'
import { type ButtonKind, buttonClass } from './button-class'
import { Icon } from './icon'

type CopyButtonProps = {
  /** What lands on the clipboard: raw numbers, ISO dates, tabs between cells. */
  text: string
  /** Accessible name when there is no visible text, e.g. 'Copy claim number'. */
  label: string
  kind?: ButtonKind
  children?: ReactNode
}

export function CopyButton({ text, label, kind = 'ghost', children }: CopyButtonProps) {
  const t = useTranslations('ui')
  const [isCopied, setCopied] = useState(false)

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      setTimeout(() => setCopied(false), 2000)
    } catch {
      toast.error(t('copyByHand', { text }))
    }
  }

  return (
    <button
      type="button"
      className={buttonClass(kind, children === undefined ? 'icon' : 'normal')}
      aria-label={isCopied ? t('copied') : label}
      title={label}
      onClick={() => void copy()}
    >
      <Icon name={isCopied ? 'check' : 'copy'} />
      {children}
    </button>
  )
}
