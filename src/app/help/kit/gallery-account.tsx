'use client'

import { AccountMenu } from '@/ui/account-menu'

export function GalleryAccount() {
  return (
    <AccountMenu
      user={{ name: 'Lin Wei', email: 'lin.wei@example.com', initials: 'LW' }}
      theme="system"
      onSignOut={() => undefined}
      texts={{
        account: 'Account of Lin Wei',
        theme: 'Theme',
        themes: { light: 'Light', dark: 'Dark', system: 'Like the system' },
        signOut: 'Sign out',
      }}
    />
  )
}
