import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { verifyPage, verifyPagePath } from '../support/verifyPage.ts'

const committed = readFileSync(verifyPagePath, 'utf8')

it('docs/verify.html is what its sources make: `npm run verify-page` makes it anew', async () => {
  const made = await verifyPage()
  // Not compared as texts: the difference of half a megabyte tells nobody anything.
  expect(made === committed).toBe(true)
})

it('the page asks nothing of anybody: no address, no request, one policy that forbids both', () => {
  expect(committed).toContain("default-src 'none'; script-src 'sha256-")
  expect(committed).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|importScripts|\bimport\(|\beval\(/)
  expect(committed.match(/(?:src|href)\s*=\s*["'][^"']*/g)).toBeNull()
})
