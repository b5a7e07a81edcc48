'use server'

import { action } from '@/server/action'
import { addUser } from './commands/add-user'
import { changePreferences } from './commands/change-preferences'
import { changeUser } from './commands/change-user'
import { createToken } from './commands/create-token'
import { disableUser } from './commands/disable-user'
import { revokeToken } from './commands/revoke-token'
import { setPassword } from './commands/set-password'

export const addUserAction = action(addUser)
export const changeUserAction = action(changeUser)
export const disableUserAction = action(disableUser)
export const setPasswordAction = action(setPassword)
export const changePreferencesAction = action(changePreferences)
export const createTokenAction = action(createToken)
export const revokeTokenAction = action(revokeToken)
