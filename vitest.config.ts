import { configDefaults, defineConfig } from 'vitest/config'

// These start browsers and service processes, or play years of garage days and hundred thousands of visits: minutes where a rule takes milliseconds.
const slow = [
  'tests/e2e/**',
  'tests/simulation/**',
  'tests/histories/**',
  'tests/faults/**',
  'tests/sync/**',
  'tests/bench/**',
  'tests/conformance/**',
  'tests/property/terms/**',
  'tests/customer/**',
]

export default defineConfig({
  test: {
    environment: 'node',
    reporters: ['default', './tests/support/closingLine.ts'],
    // Two cores: one file beside another at most.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'quick', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...configDefaults.exclude, ...slow], testTimeout: 20_000 },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: slow.map((folder) => `${folder}/*.test.{ts,tsx}`),
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
