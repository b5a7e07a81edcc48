export const LIN_WEI = 'lin.wei@meridian.example'
export const QIN_ZHAO = 'qin.zhao@meridian.example'
export const HELENA_STROUD = 'helena.stroud@meridian.example'
export const WANG_XIN = 'wang.xin@meridian.example'
export const TOM_KELLER = 'tom.keller@meridian.example'
export const AVERY_DOYLE = 'avery.doyle@meridian.example'
export const DANA_REYES = 'dana.reyes@meridian.example'
export const FANG_YU = 'fang.yu@meridian.example'
export const NILS_KRAMER = 'nils.kramer@meridian.example'

/** What somebody does on a page; elements by a selector that fits in every language, each the first that fits. */
export type Step = { click: string } | { press: string } | { paste: () => string } | { lose: 'scripts' }

export type Screen = {
  name: string
  path: string
  /** Who looks; null for nobody signed in. */
  as: string | null
  /** Links to go through from there, each the first that fits. */
  follow?: readonly string[]
  phone?: boolean
  /** A file that is brought in first; then the screen is its import. */
  upload?: { name: string; text: string }
  /** What is done there in turn, and what must show then. */
  opened?: { by: readonly Step[]; shows: string }
  /** It differs from another screen in a part: looked at for access in one language and theme. */
  once?: boolean
}
