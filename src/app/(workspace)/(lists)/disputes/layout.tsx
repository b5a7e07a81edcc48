import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type DisputesLayoutProps = { children: ReactNode }

export default function DisputesLayout({ children }: DisputesLayoutProps) {
  return <AreaTexts of={['deductions', 'disputes']}>{children}</AreaTexts>
}
