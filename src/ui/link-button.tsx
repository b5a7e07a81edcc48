import Link from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonKind, type ButtonSize, buttonClass } from './button-class'
import { keyShortcuts } from './key-shortcuts'

type LinkButtonProps = {
  href: string
  kind?: ButtonKind
  size?: ButtonSize
  keys?: string
  icon?: ReactNode
  /** A file: a plain link, never fetched ahead. Pass the file name, or '' to take the server's. */
  download?: string
  className?: string
  children: ReactNode
}

/** Looks like a button, goes like a link. */
export function LinkButton({ href, kind = 'plain', size = 'normal', keys, icon, download, className, children }: LinkButtonProps) {
  const content = (
    <>
      {icon}
      {children}
      {keys && (
        <kbd aria-hidden="true" className="hide-phone">
          {keys}
        </kbd>
      )}
    </>
  )
  const shortcut = keys === undefined ? undefined : keyShortcuts(keys)
  if (download !== undefined) {
    return (
      <a href={href} download={download} aria-keyshortcuts={shortcut} className={buttonClass(kind, size, className)}>
        {content}
      </a>
    )
  }
  return (
    <Link href={href} className={buttonClass(kind, size, className)} aria-keyshortcuts={shortcut} prefetch={false}>
      {content}
    </Link>
  )
}
