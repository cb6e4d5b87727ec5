import { deviceKeyMadeType } from '../../../core/wire/deviceEvents.ts'
import { devicesAnswer, enrolAnswer } from '../../../core/wire/protocol.ts'
import type { GarageId } from '../../../core/basics/ids.ts'
import type { Check } from '../check.ts'
import { answered, need, refused, same } from '../http.ts'
import { ask, askEnrolment, enrol, newCode, pullAll } from '../pc.ts'
import { newId, newWriter } from '../writer.ts'

export const enrolmentChecks: readonly Check[] = [
  {
    name: 'enrol/newPcOfGarage',
    run: async ({ url, main }) => {
      const pc = await enrol(url, await newCode(main), null)
      same(pc.garage, main.garage, 'the garage of the second PC')
      same(pc.enrolled.historyId, main.enrolled.historyId, 'its history')
      same(pc.enrolled.networkKeyHex, main.enrolled.networkKeyHex, 'its network key')
      need(pc.enrolled.deviceNo > main.enrolled.deviceNo, 'a number of its own, greater than the ones before')
      const { devices } = answered(await ask(main, 'devices'), devicesAnswer)
      const listed = devices.find(({ device }) => device === pc.writer.device)
      same(listed?.deviceNo, pc.enrolled.deviceNo, 'its number in the list of devices')
    },
  },
  {
    name: 'enrol/codeAsWrittenDown',
    run: async ({ url, main }) => {
      const code = await newCode(main)
      await enrol(url, ` ${code.toLowerCase().replaceAll('-', ' ')} `, null)
    },
  },
  {
    name: 'enrol/codeUnknown',
    run: async ({ url }) => {
      refused(await askEnrolment(url, 'AAAA-BBBB-CCCC', { garage: null }), 404, 'codeUnknown')
    },
  },
  {
    name: 'enrol/signatureWrong',
    run: async ({ url, main }) => {
      const code = await newCode(main)
      refused(await askEnrolment(url, code, { garage: null, signer: newWriter() }), 422, 'signatureWrong')
      await enrol(url, code, null)
    },
  },
  {
    name: 'enrol/lostAnswer',
    run: async ({ url, main }) => {
      const code = await newCode(main)
      const writer = newWriter()
      const first = answered(await askEnrolment(url, code, { writer, garage: null }), enrolAnswer)
      const again = await enrol(url, code, null, writer)
      same(again.enrolled.deviceNo, first.deviceNo, 'the number that the same PC gets again')
      need((await ask(again, 'have')).status === 200, 'the tokens of the second answer are good')
    },
  },
  {
    name: 'enrol/codeUsed',
    run: async ({ url, main }) => {
      const code = await newCode(main)
      await enrol(url, code, null)
      refused(await askEnrolment(url, code, { garage: null }), 409, 'codeUsed')
    },
  },
  {
    name: 'enrol/garageDiffers',
    run: async ({ url, main }) => {
      const code = await newCode(main)
      refused(await askEnrolment(url, code, { garage: newId<GarageId>() }), 403, 'garageDiffers')
      const pc = await enrol(url, code, main.garage)
      same(pc.garage, main.garage, 'the garage of a PC that comes back to it')
    },
  },
  {
    name: 'enrol/unknownField',
    run: async ({ url, main }) => {
      const code = await newCode(main)
      refused(await askEnrolment(url, code, { garage: null, extra: { newest: true } }), 400, 'badRequest')
    },
  },
  {
    name: 'enrol/platformSaysItsKey',
    run: async ({ main }) => {
      const { platformDevice, platformKeyHex } = main.enrolled
      const first = (await pullAll(main)).find(({ event }) => event.device === platformDevice)?.event
      need(first !== undefined && first.dseq === 1 && first.type === deviceKeyMadeType, "the platform's first event is its key")
      const said: unknown = JSON.parse(first.payload)
      need(JSON.stringify(said).includes(platformKeyHex), 'it is the key of the enrolment')
    },
  },
]
