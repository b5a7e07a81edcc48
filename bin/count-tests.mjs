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

/** Counts of a Playwright JSON report. */
export function countPlaywright(path) {
  return () => {
    if (!existsSync(path)) return { passed: 0, failed: 1 }
    const { stats, errors } = JSON.parse(readFileSync(path, 'utf8'))
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
  }
}
