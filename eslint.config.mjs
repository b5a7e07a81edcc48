import next from 'eslint-config-next/core-web-vitals'
import tseslint from 'typescript-eslint'

const environment = { object: 'process', property: 'env', message: 'Settings are read in src/server/env.ts only.' }
const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Today is an argument of a rule; the clock is read in src/server/clock.ts.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Today is an argument of a rule; the clock is read in src/server/clock.ts.',
  },
]

export default tseslint.config(
  {
    ignores: [
      '.next/',
      '.recoup/',
      'node_modules/',
      'src/generated/',
      'next-env.d.ts',
      'playwright-report/',
      'test-results/',
      'coverage/',
      'screenshots/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  ...next,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  { files: ['**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] } },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/server/env.ts', 'src/server/embedded/**'],
    rules: { 'no-restricted-properties': ['error', environment] },
  },
  { files: ['src/core/**', 'src/features/*/rules/**', 'src/features/*/policy.ts'], rules: { 'no-restricted-syntax': ['error', ...clock] } },
  // A describe block is a list of cases, not a function that somebody has to follow.
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'react-hooks/rules-of-hooks': 'off' },
  },
  { files: ['tests/bench/**', 'tests/e2e/take-screens.ts', 'src/cli/**'], rules: { 'no-console': 'off' } },
  // Images are stored evidence behind a permission: never optimised, never cached.
  { files: ['src/**/*.tsx'], rules: { '@next/next/no-img-element': 'off' } },
  { files: ['*.{ts,mjs}'], rules: { 'import/no-anonymous-default-export': 'off' } },
  { files: ['bin/*.mjs'], rules: { 'max-lines': ['error', { max: 250 }], 'max-lines-per-function': ['error', { max: 70 }] } },
)
