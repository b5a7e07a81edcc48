import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type DeductionsLayoutProps = { children: ReactNode }

export default function DeductionsLayout({ children }: DeductionsLayoutProps) {
  return <AreaTexts of={['deductions']}>{children}</AreaTexts>
}
