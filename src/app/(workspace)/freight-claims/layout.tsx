import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type FreightClaimsLayoutProps = { children: ReactNode }

export default function FreightClaimsLayout({ children }: FreightClaimsLayoutProps) {
  return <AreaTexts of={['disputes']}>{children}</AreaTexts>
}
