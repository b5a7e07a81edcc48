import { classNames } from './class-names'

export type ButtonKind = 'plain' | 'primary' | 'ghost' | 'danger'
export type ButtonSize = 'normal' | 'large' | 'icon'

const KINDS: Record<ButtonKind, string> = { plain: '', primary: 'p', ghost: 'g', danger: 'danger' }
const SIZES: Record<ButtonSize, string> = { normal: '', large: 'lg', icon: 'icon' }

/** The class of a button, for elements that must be drawn by others (menu triggers, links). */
export function buttonClass(kind: ButtonKind = 'plain', size: ButtonSize = 'normal', className?: string): string {
  return classNames('btn', KINDS[kind], SIZES[size], className)
}
