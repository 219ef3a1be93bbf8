import { expect, test } from 'vitest'

import { serverLimits } from '../../src/model/limits.ts'
import { handshakeType } from '../../src/wire/handshake-message.ts'
import { RecordReader, writeRecords } from '../../src/wire/record.ts'
import { hex, messagesOf, recorded, recordedNames, recordsOf } from './handshakes.ts'

test.each(recordedNames)('%s is the same in one piece and octet by octet', (name) => {
  const { server } = recorded(name)
  const octets = [...server].map((octet) => Uint8Array.of(octet))

  expect(messagesOf(...octets)).toEqual(messagesOf(server))
  expect(messagesOf(server).at(-1)?.type).toBe(handshakeType.serverHelloDone)
})

test('a message may span records, one octet in each, with empty ones between', () => {
  const message = hex('0e000000')
  const dripped = [...message].map((octet) =>
    hex(`1603030001${octet.toString(16).padStart(2, '0')} 1603030000`),
  )

  expect(messagesOf(...dripped).map(({ type, body }) => [type, body.length])).toEqual([[14, 0]])
})

test('a record may hold several messages', () => {
  expect(messagesOf(hex('160303000a 0e000000 0b000002 abcd')).map(({ type }) => type)).toEqual([14, 11])
})

test('alerts, ChangeCipherSpec and heartbeats are records, too', () => {
  const records = recordsOf(hex('15030000020228 140303000101 180302000101'))

  expect(records.map(({ type, version }) => [type, version])).toEqual([
    [21, 0x0300],
    [20, 0x0303],
    [24, 0x0302],
  ])
})

test.each([
  ['485454502f', 'record: content type 72'],
  ['1605000001', 'record: version 5.0'],
  ['1603034801', 'record: 18433 octets, more than 18432'],
])('%s', (octets, message) => {
  expect(() => recordsOf(hex(octets))).toThrow(message)
})

test('a message that promises more than a flight may hold is not waited for', () => {
  expect(() => messagesOf(hex('1603030004 0b100001'))).toThrow(
    'handshake message 11: 1048577 octets, more than 1048576',
  )
})

test('a flight without end is broken off', () => {
  const reader = new RecordReader()
  const push = (): void => {
    for (let sent = 0; sent <= serverLimits.connectionBytes; sent += 0x4005) {
      reader.push(writeRecords(22, 0x0303, new Uint8Array(0x4000)))
      while (reader.next() !== undefined);
    }
  }

  expect(push).toThrow('a flight of more than 1048576 octets')
})

test('a message longer than a record goes out in several', () => {
  const message = new Uint8Array(0x4000 + 1).fill(7)

  expect(recordsOf(writeRecords(22, 0x0301, message)).map(({ fragment }) => fragment.length)).toEqual([
    0x4000, 1,
  ])
})
