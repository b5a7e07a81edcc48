'use server'

import { action } from '@/server/action'
import { addUser } from './commands/add-user'
import { addView } from './commands/add-view'
import { changePreferences } from './commands/change-preferences'
import { changeUser } from './commands/change-user'
import { changeView } from './commands/change-view'
import { chooseNewsMail } from './commands/choose-news-mail'
import { createToken } from './commands/create-token'
import { disableUser } from './commands/disable-user'
import { pinPlace } from './commands/pin-place'
import { removeView } from './commands/remove-view'
import { revokeToken } from './commands/revoke-token'
import { setPassword } from './commands/set-password'
import { setRoleView } from './commands/set-role-view'
import { subscribeView } from './commands/subscribe-view'
import { unpinPlace } from './commands/unpin-place'

export const addUserAction = action(addUser)
export const changeUserAction = action(changeUser)
export const disableUserAction = action(disableUser)
export const setPasswordAction = action(setPassword)
export const changePreferencesAction = action(changePreferences)
export const chooseNewsMailAction = action(chooseNewsMail)
export const createTokenAction = action(createToken)
export const revokeTokenAction = action(revokeToken)
export const addViewAction = action(addView)
export const changeViewAction = action(changeView)
export const removeViewAction = action(removeView)
export const setRoleViewAction = action(setRoleView)
export const subscribeViewAction = action(subscribeView)
export const pinPlaceAction = action(pinPlace)
export const unpinPlaceAction = action(unpinPlace)
