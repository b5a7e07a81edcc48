import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type ImportsLayoutProps = { children: ReactNode }

export default function ImportsLayout({ children }: ImportsLayoutProps) {
  return <AreaTexts of={['fileIntake']}>{children}</AreaTexts>
}
