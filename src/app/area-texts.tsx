import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type TextArea, textsOf } from '@/i18n/area-texts'
import { MoreTexts } from '@/ui/more-texts'

type AreaTextsProps = { of: readonly TextArea[]; children: ReactNode }

/** Brings the texts of some areas to the browser, for the pages below; a tidy test says which those need. */
export async function AreaTexts({ of, children }: AreaTextsProps) {
  return <MoreTexts texts={textsOf(await getMessages(), of)}>{children}</MoreTexts>
}
