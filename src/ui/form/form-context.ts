'use client'

import { createContext, useContext } from 'react'

export type FormState = { isPending: boolean; error: string | null; fieldErrors: Readonly<Record<string, string>> }

const IDLE: FormState = { isPending: false, error: null, fieldErrors: {} }

export const FormContext = createContext<FormState>(IDLE)

/** State of the form around: pending, and what was refused. Idle outside of one. */
export function useFormState(): FormState {
  return useContext(FormContext)
}
