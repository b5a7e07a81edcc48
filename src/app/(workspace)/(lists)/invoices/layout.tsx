import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type InvoicesLayoutProps = { children: ReactNode }

export default function InvoicesLayout({ children }: InvoicesLayoutProps) {
  return <AreaTexts of={['invoices']}>{children}</AreaTexts>
}
