import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type SignalsLayoutProps = { children: ReactNode }

export default function SignalsLayout({ children }: SignalsLayoutProps) {
  return <AreaTexts of={['shipments']}>{children}</AreaTexts>
}
