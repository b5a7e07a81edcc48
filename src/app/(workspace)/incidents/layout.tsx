import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type IncidentsLayoutProps = { children: ReactNode }

export default function IncidentsLayout({ children }: IncidentsLayoutProps) {
  return <AreaTexts of={['deductions', 'disputes']}>{children}</AreaTexts>
}
