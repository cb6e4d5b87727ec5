import { expect, test } from 'vitest'
import { addMinutes } from '../../core/basics/instant.ts'
import { askByLink, carInWork, customerPlatform } from './garage.ts'

const page = { headers: { Accept: 'text/html' } } as const
const limits = { address: { burst: 8, perSecond: 0.1 }, link: { burst: 3, perSecond: 0.1 } } as const

test('a link that is opened too often says when to come again, and others stay open', async () => {
  const garage = await customerPlatform({}, { limits })
  const jobId = await carInWork(garage)
  const busy = await askByLink(garage, jobId)
  const other = await askByLink(garage, jobId, { supersedes: busy.consentId })
  for (let n = 0; n < limits.link.burst; n += 1) expect((await fetch(busy.url, page)).status).toBe(410)
  const refused = await fetch(busy.url, page)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
  expect(await refused.text()).toContain('چند لحظه دیگر')
  const answer = await fetch(`${busy.url}/answer`, { method: 'POST', body: '{}' })
  expect([answer.status, await answer.json()]).toEqual([429, { code: 'tooMany' }])
  expect((await fetch(other.url, page)).status).toBe(200)
  garage.clock.nowUtcMs = addMinutes(garage.clock.nowUtcMs, 1)
  expect((await fetch(busy.url, page)).status).toBe(410)
})

test('an address that asks too much is told so on every page, with the style to read it by', async () => {
  const { platform } = await customerPlatform({}, { limits })
  const home = `${platform.url}/customer`
  for (let n = 0; n < limits.address.burst; n += 1) expect((await fetch(home, page)).status).toBe(200)
  const refused = await fetch(`${home}?lang=en`, page)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10'])
  expect(await refused.text()).toContain('One moment, please')
  expect(refused.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await fetch(`${home}/api/mine`)).status).toBe(429)
  expect((await fetch(`${home}/asset/style.css`)).status).toBe(200)
})

const forwarded = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '203.0.113.9, 198.51.100.7' } as const
const me = JSON.stringify({ name: 'مریم', mobile: '09990000001' })

async function cookieOfSession(url: string): Promise<string> {
  const headers = { ...forwarded, 'Content-Type': 'application/json' }
  const answer = await fetch(`${url}/customer/api/session`, { method: 'POST', headers, body: me })
  expect(answer.status).toBe(200)
  return answer.headers.get('set-cookie') ?? ''
}

test('what a proxy says is believed where there is one, and from nobody else', async () => {
  const behind = await customerPlatform({}, { isBehindProxy: true, limits })
  expect(await cookieOfSession(behind.platform.url)).toContain('; Secure')
  const language = await fetch(`${behind.platform.url}/customer?lang=en`, { headers: forwarded })
  expect(language.headers.get('set-cookie')).toContain('; Secure')
  const direct = await customerPlatform({}, { limits })
  expect(await cookieOfSession(direct.platform.url)).not.toContain('Secure')
})

test('behind a proxy each caller has a pace of his own, by what the proxy wrote last', async () => {
  const { platform } = await customerPlatform({}, { isBehindProxy: true, limits })
  const from = async (address: string): Promise<number> => {
    return (await fetch(`${platform.url}/customer`, { headers: { 'X-Forwarded-For': `203.0.113.${Math.random()}, ${address}` } })).status
  }
  for (let n = 0; n < limits.address.burst; n += 1) expect(await from('198.51.100.7')).toBe(200)
  expect(await from('198.51.100.7')).toBe(429)
  expect(await from('198.51.100.8')).toBe(200)
})

test('a form that came by HTTPS through the proxy is taken, one from another origin is not', async () => {
  const { platform } = await customerPlatform({}, { isBehindProxy: true })
  const { host } = new URL(platform.url)
  const sent = async (origin: string): Promise<number> => {
    const headers = { ...forwarded, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' }
    return (await fetch(`${platform.url}/customer/sign-out`, { method: 'POST', headers, body: '', redirect: 'manual' })).status
  }
  expect(await sent(`https://${host}`)).toBe(303)
  expect(await sent('https://elsewhere.example')).toBe(403)
})
