import { classNames } from './class-names'

// Strokes on a 14 px grid; drawn here so that no icon font or sprite has to load.
const PATHS = {
  check: 'm2.5 7.5 3 3 6-7',
  close: 'm3.5 3.5 7 7m0-7-7 7',
  search: 'M6 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8M9 9l3.5 3.5',
  down: 'm4 5.5 3 3 3-3',
  up: 'm4 8.5 3-3 3 3',
  right: 'm5.5 4 3 3-3 3',
  left: 'm8.5 4-3 3 3 3',
  'arrow-up': 'M7 11.5v-9M3.5 6 7 2.5 10.5 6',
  'arrow-down': 'M7 2.5v9M3.5 8 7 11.5 10.5 8',
  download: 'M7 2v7M4 6.5 7 9.5l3-3M2.5 12h9',
  upload: 'M7 9.5v-7M4 5l3-3 3 3M2.5 12h9',
  copy: 'M4.5 5.5a1 1 0 0 1 1-1h5a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1zM2.5 9.5v-7h7',
  plus: 'M7 3v8M3 7h8',
  camera: 'M2 4.5h2.5l1-1.5h3l1 1.5H12v7H2zM7 5.8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  pin: 'M5 2h4l-.5 4 2 2.5h-7l2-2.5zM7 8.5V12.5',
  bell: 'M3.5 9.5v-3a3.5 3.5 0 0 1 7 0v3l1 1.2h-9zM5.8 12.4h2.4',
  menu: 'M2 4h10M2 7h10M2 10h10',
  grip: 'M5 3h.01M9 3h.01M5 7h.01M9 7h.01M5 11h.01M9 11h.01',
  open: 'M8 2.5h3.5V6M11.5 2.5 6.5 7.5M9.5 8v3.5h-7v-7H6',
} as const

export type IconName = keyof typeof PATHS

type IconProps = { name: IconName; className?: string; label?: string }

export function Icon({ name, className, label }: IconProps) {
  return (
    <svg
      className={classNames('i', className)}
      viewBox="0 0 14 14"
      strokeWidth={name === 'grip' ? 2 : undefined}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
