import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type PostingsLayoutProps = { children: ReactNode }

export default function PostingsLayout({ children }: PostingsLayoutProps) {
  return <AreaTexts of={['deductions']}>{children}</AreaTexts>
}
