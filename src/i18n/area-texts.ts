import type { ALL_MESSAGES } from './all-messages'

/** A namespace of texts. */
export type TextArea = keyof (typeof ALL_MESSAGES)['en']
type Texts = Readonly<Partial<Record<TextArea, object>>>

/** What the frame of every page says in the browser, and parts that stand on most of them. */
export const COMMON_AREAS = ['approvals', 'errors', 'people', 'shell', 'tasks', 'ui'] as const satisfies readonly TextArea[]

/** Of other areas: why something was refused, what a job is called, and what the trays and the palette of the frame say. */
const COMMON_BRANCHES: Readonly<Partial<Record<TextArea, readonly string[]>>> = {
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
      const branches = [...EVERYWHERE, ...(COMMON_BRANCHES[area] ?? [])].filter((branch) => branch in texts)
      return branches.length === 0 ? [] : [[area, Object.fromEntries(branches.map((branch) => [branch, texts[branch]]))]]
    }),
  )
}

/** The texts of some areas as a whole. */
export function textsOf(all: Texts, areas: readonly TextArea[]): Texts {
  return Object.fromEntries(areas.map((area) => [area, all[area]]))
}

/** Whether a component of the frame may ask for this branch of an area, or for the area itself. */
export function isSentEverywhere(path: string): boolean {
  const [area = '', branch = ''] = path.split('.')
  return isCommon(area) || EVERYWHERE.includes(branch) || (COMMON_BRANCHES[area as TextArea]?.includes(branch) ?? false)
}

function isCommon(area: string): boolean {
  return (COMMON_AREAS as readonly string[]).includes(area)
}
