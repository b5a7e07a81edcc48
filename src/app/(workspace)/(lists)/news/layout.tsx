import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type NewsLayoutProps = { children: ReactNode }

export default function NewsLayout({ children }: NewsLayoutProps) {
  return <AreaTexts of={['news']}>{children}</AreaTexts>
}
