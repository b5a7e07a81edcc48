'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { newOperationId } from '@/ui/form/action-answer'
import { readNewsAction } from '../actions'

type NewsLinkProps = { newsId: string; href: string; children: ReactNode }

/** Leads to what a piece of news is about; following it is reading it. */
export function NewsLink({ newsId, href, children }: NewsLinkProps) {
  return (
    <Link href={href} prefetch={false} onClick={() => void readNewsAction({ newsId }, newOperationId())}>
      {children}
    </Link>
  )
}
