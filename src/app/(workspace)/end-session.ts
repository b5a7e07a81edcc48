import { forgetPreferences } from '@/ui/preferences'

/** Ends the session in this browser and leads to the sign-in. The script for it comes when somebody leaves, not with every page. */
export async function endSession(): Promise<void> {
  forgetPreferences()
  const { signOut } = await import('next-auth/react')
  await signOut({ callbackUrl: '/sign-in' })
}
