import { existsSync, readFileSync } from 'node:fs'

/** Counts of a Vitest JSON report; a file that could not even be loaded is one failure. */
export function countVitest(path) {
  return () => {
    if (!existsSync(path)) return { passed: 0, failed: 1 }
    const report = JSON.parse(readFileSync(path, 'utf8'))
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    )
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
  }
}

/** Counts of a Playwright JSON report, and the journeys that passed only at their second try. */
export function countPlaywright(path) {
  return () => {
    if (!existsSync(path)) return { passed: 0, failed: 1 }
    const { stats, errors, suites } = JSON.parse(readFileSync(path, 'utf8'))
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, again: suites.flatMap(passedAgain) }
  }
}

const passedAgain = ({ suites = [], specs = [] }) => [
  ...suites.flatMap(passedAgain),
  ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ file, title }) => `${file}: ${title}`),
]
