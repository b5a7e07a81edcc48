import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type AdminLayoutProps = { children: ReactNode }

export default function AdminLayout({ children }: AdminLayoutProps) {
  return <AreaTexts of={['agreements', 'customers', 'deductions', 'reports']}>{children}</AreaTexts>
}
