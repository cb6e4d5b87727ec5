import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { reportEvidence } from '../../electron/care/evidence.ts'
import { tryServer } from './suite.ts'

/**
 * `npm run conformance -- --url URL --code CODE [--code CODE] [--only push/] [--wait] [--json]`: tries a server from outside, row by row. `--wait`
 * waits until an access token has expired; without it that one promise is not tried.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    code: { type: 'string', multiple: true, default: [] },
    only: { type: 'string', default: '' },
    wait: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const url = URL.parse(values.url ?? '')
if (url === null) {
  console.error('npm run conformance -- --url URL --code CODE [--code CODE OF ANOTHER GARAGE] [--only push/] [--wait] [--json]')
  process.exit(2)
}
const evidence = await tryServer({
  url: url.href.replace(/\/+$/, ''),
  codes: values.code,
  only: values.only,
  passTime: values.wait ? async (seconds) => await wait(seconds * 1000) : null,
})
reportEvidence(evidence, values.json ? ['--json'] : [])
