import type { ReactNode } from 'react'
import { AreaTexts } from '@/app/area-texts'

type OrdersLayoutProps = { children: ReactNode }

export default function OrdersLayout({ children }: OrdersLayoutProps) {
  return <AreaTexts of={['agreements', 'orders', 'shipments']}>{children}</AreaTexts>
}
