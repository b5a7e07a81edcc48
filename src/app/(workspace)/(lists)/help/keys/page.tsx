import { getTranslations } from 'next-intl/server'
import { Kbd } from '@/ui/kbd'
import { Section } from '@/ui/section'
import { HelpFrame } from '../help-frame'

const GROUPS = {
  everywhere: ['search', 'undo', 'help', 'primary', 'close'],
  lists: ['find', 'nextRow', 'previousRow', 'page', 'ends', 'open', 'select', 'range', 'sorts', 'widths'],
  cells: ['cells', 'edges', 'copy', 'paste', 'edit', 'write', 'leave'],
} as const

const KEYS: Readonly<Record<string, readonly string[]>> = {
  search: ['Ctrl K'],
  undo: ['Ctrl Z'],
  help: ['?'],
  primary: ['Ctrl Enter', 'R', 'B'],
  close: ['Esc'],
  find: ['Ctrl F'],
  nextRow: ['J', '↓'],
  previousRow: ['K', '↑'],
  ends: ['Home', 'End'],
  open: ['Enter'],
  select: ['X'],
  range: ['Shift'],
  page: ['PgUp', 'PgDn'],
  sorts: ['Shift Enter'],
  widths: ['Shift ←', 'Shift →'],
  cells: ['←', '→', 'Shift ↓'],
  edges: ['Ctrl ↓', 'Ctrl →'],
  copy: ['Ctrl C'],
  paste: ['Ctrl V'],
  edit: ['F2', 'A…Z'],
  write: ['Enter', 'Tab'],
  leave: ['Esc'],
}

/** The key map, one card in each language, made for the printer as well. */
export default async function KeysPage() {
  const [t, help] = await Promise.all([getTranslations('help.keyCard'), getTranslations('help')])
  return (
    <HelpFrame current="keys">
      <p className="m">{help('keysNote')}</p>
      {(['everywhere', 'lists', 'cells'] as const).map((group) => (
        <Section key={group} title={t(`groups.${group}`)}>
          <table className="t max-w-[560px]">
            <tbody>
              {GROUPS[group].map((key) => (
                <tr key={key}>
                  <td className="w-[180px]">
                    <span className="row">
                      {KEYS[key]?.map((cap) => (
                        <Kbd key={cap} keys={cap} />
                      ))}
                    </span>
                  </td>
                  <td className="wrap">{t(`keys.${key}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ))}
      <p className="m max-w-[560px]">{t('note')}</p>
    </HelpFrame>
  )
}
