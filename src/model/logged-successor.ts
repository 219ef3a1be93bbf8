import { attribute, type Certificate } from './certificate.ts'
import type { LogEntryFound } from './logged.ts'
import type { Delivery } from './observation.ts'

/**
 * The newest certificate in the logs that takes a leaf's place: of the same CA, for the same names, issued later, and
 * not served. `null`: there is none, or nobody searched.
 */
export function successorOf({ leaf, logged }: Delivery, served: readonly Delivery[]): LogEntryFound | null {
  const { notBefore } = leaf
  if (!logged.known || notBefore === null) return null
  const serials = new Set(served.map((delivery) => plain(delivery.leaf.serial)))
  const newest = logged.value.others.find((entry) => {
    return entry.notBefore > notBefore && sameNames(entry, leaf) && entry.issuer === issuerOf(leaf)
  })
  return newest === undefined || serials.has(plain(newest.serial)) ? null : newest
}

function issuerOf({ issuer }: Certificate): string | null {
  return attribute(issuer, 'organizationName') ?? attribute(issuer, 'commonName')
}

function sameNames({ names }: LogEntryFound, { alternativeNames }: Certificate): boolean {
  const theirs = new Set(names)
  const ours = new Set(alternativeNames.map(({ value }) => value.toLowerCase()))
  return theirs.size === ours.size && [...ours].every((name) => theirs.has(name))
}

function plain(serial: string): string {
  return serial.replace(/^0+(?=.)/u, '')
}
