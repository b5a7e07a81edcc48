import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type ReconciliationLayoutProps = { children: ReactNode }

export default function ReconciliationLayout({ children }: ReconciliationLayoutProps) {
  return <AreaTexts of={['reconciliation']}>{children}</AreaTexts>
}
