import type { Scope } from '@/server/command'

export type UserForChange = { id: string; email: string; version: number; isDisabled: boolean }

/** The user record a people command works on. */
export async function findUserForChange({ tx }: Scope, input: { userId: string }): Promise<UserForChange | null> {
  return tx.appUser.findUnique({ where: { id: input.userId }, select: { id: true, email: true, version: true, isDisabled: true } })
}
