import NextAuth from 'next-auth'
import { authOptions } from '@/server/auth'

type Context = { params: Promise<{ nextauth: string[] }> }

async function handle(request: Request, context: Context): Promise<Response> {
  const answer: Response = await NextAuth(authOptions())(request, context)
  return answer
}

export { handle as GET, handle as POST }
