import { AppShell } from '@/ui/app-shell'
import { LanguageSwitch } from '@/ui/language-switch'
import type { SearchParams } from '@/ui/page-address'
import { SearchBox } from '@/ui/search-box'
import { GalleryAccount } from './gallery-account'
import { GalleryObject } from './gallery-object'
import { GalleryParts } from './gallery-parts'
import { GalleryReport } from './gallery-report'
import { GalleryWorklist } from './gallery-worklist'

type GalleryProps = { show: string; params: SearchParams }

const PLACES = ['Home', 'Imports', 'Orders', 'Reconciliation', 'Deductions', 'Packages', 'Disputes', 'Insight', 'Tasks', 'Admin']
const COUNTS: Readonly<Record<string, string>> = {
  Home: '12',
  Imports: '2',
  Orders: '9',
  Reconciliation: '31',
  Deductions: '379',
  Tasks: '7',
}

export function Gallery({ show, params }: GalleryProps) {
  return (
    <AppShell
      brand="Meridian Mobility"
      items={[
        { key: 'kit', label: 'Kit', href: '/help/kit' },
        ...PLACES.map((label) => ({
          key: label,
          label,
          href: `/${label.toLowerCase()}`,
          count: <b className={label === 'Imports' ? 'over' : undefined}>{COUNTS[label]}</b>,
        })),
      ]}
      ownPlaces={[
        { title: 'Saved views', items: [{ key: 'hp', label: 'Harbor & Pine', href: '/help/kit?show=object', count: <b>23</b> }] },
      ]}
      texts={{ skip: 'Skip to content', navigation: 'Main', openNavigation: 'Open navigation', closeNavigation: 'Close navigation' }}
      search={<SearchBox action="/search" label="Search" placeholder="Search claim, PO, invoice, BOL, tracking no." hasPalette />}
      tools={
        <>
          <LanguageSwitch label="Language" />
          <a className="key-button" href="/help" aria-label="Help">
            <kbd>?</kbd>
          </a>
          <GalleryAccount />
        </>
      }
    >
      {show === 'worklist' && <GalleryWorklist params={params} />}
      {show === 'object' && <GalleryObject />}
      {show === 'report' && <GalleryReport />}
      {show === 'parts' && <GalleryParts />}
    </AppShell>
  )
}
