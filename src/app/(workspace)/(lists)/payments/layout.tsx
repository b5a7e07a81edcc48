import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type PaymentsLayoutProps = { children: ReactNode }

export default function PaymentsLayout({ children }: PaymentsLayoutProps) {
  return <AreaTexts of={['remittances']}>{children}</AreaTexts>
}
