import type { ALL_MESSAGES } from './all-messages'

/** A namespace of texts. */
export type TextArea = keyof (typeof ALL_MESSAGES)['en']
type Texts = Readonly<Partial<Record<TextArea, object>>>

/** What the frame of every page says in the browser, and parts that stand on most of them. */
export const COMMON_AREAS = ['approvals', 'errors', 'people', 'shell', 'tasks', 'ui'] as const satisfies readonly TextArea[]

/** Of other areas: why something was refused, what a job is called, and what the trays and the palette of the frame say; a branch, or one of a branch. */
const COMMON_BRANCHES: Readonly<Partial<Record<TextArea, readonly string[]>>> = {
  deductions: ['bulk.job'],
  fileIntake: ['finding', 'state', 'upload'],
  reports: ['palette', 'search', 'tray'],
}
const EVERYWHERE = ['errors', 'job']

/** The texts that every page brings to the browser. The help is read on the server only. */
export function commonTexts(all: Texts): Texts {
  const areas = Object.entries(all) as [TextArea, Readonly<Record<string, unknown>>][]
  return Object.fromEntries(
    areas.flatMap(([area, texts]) => {
      if (isCommon(area)) return [[area, texts]]
      const branches = branchesOf(area).flatMap((path) => branchAt(texts, path.split('.')))
      return branches.length === 0 ? [] : [[area, Object.fromEntries(branches)]]
    }),
  )
}

/** The texts of some areas as a whole. */
export function textsOf(all: Texts, areas: readonly TextArea[]): Texts {
  return Object.fromEntries(areas.map((area) => [area, all[area]]))
}

/** Whether a component of the frame may ask for this branch of an area, or for the area itself. */
export function isSentEverywhere(path: string): boolean {
  const [area = ''] = path.split('.')
  const rest = `${path.slice(area.length + 1)}.`
  return isCommon(area) || branchesOf(area as TextArea).some((branch) => rest.startsWith(`${branch}.`))
}

function branchesOf(area: TextArea): string[] {
  return [...EVERYWHERE, ...(COMMON_BRANCHES[area] ?? [])]
}

// The branch alone, under the names that lead to it; nothing where an area has none.
function branchAt(texts: object, [first = '', ...rest]: readonly string[]): [string, unknown][] {
  const found = Object.entries(texts).find(([name]) => name === first)?.[1] as unknown
  if (found === undefined || rest.length === 0) return found === undefined ? [] : [[first, found]]
  const below = typeof found === 'object' && found !== null ? branchAt(found, rest) : []
  return below.length === 0 ? [] : [[first, Object.fromEntries(below)]]
}

function isCommon(area: string): boolean {
  return (COMMON_AREAS as readonly string[]).includes(area)
}
