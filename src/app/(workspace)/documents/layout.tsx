import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type DocumentsLayoutProps = { children: ReactNode }

export default function DocumentsLayout({ children }: DocumentsLayoutProps) {
  return <AreaTexts of={['fileIntake', 'shipments']}>{children}</AreaTexts>
}
