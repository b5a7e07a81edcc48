import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type CodesLayoutProps = { children: ReactNode }

export default function CodesLayout({ children }: CodesLayoutProps) {
  return <AreaTexts of={['deductions']}>{children}</AreaTexts>
}
