import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type PackagesLayoutProps = { children: ReactNode }

export default function PackagesLayout({ children }: PackagesLayoutProps) {
  return <AreaTexts of={['disputes']}>{children}</AreaTexts>
}
