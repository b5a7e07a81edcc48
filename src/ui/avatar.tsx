import { classNames } from './class-names'

type AvatarProps = { initials: string; name?: string; size?: 'normal' | 'small' }

export function Avatar({ initials, name, size = 'normal' }: AvatarProps) {
  return (
    <span className={classNames('av', size === 'small' && 'small')} title={name}>
      {initials}
    </span>
  )
}
