import type { Socket } from 'node:net'

import { authority, type IpAddress } from '../model/address.ts'
import type { Hostname } from '../model/hostname.ts'
import type { Deadline } from './deadline.ts'
import { openSocket } from './open-socket.ts'
import { openTunnel } from './proxy.ts'

/** Where one TCP connection goes: the address that was judged, or a name that the proxy resolves. */
export interface Destination {
  readonly host: IpAddress | Hostname
  readonly port: number
  readonly proxy: URL | null
}

/** Opens one TCP connection, through the proxy where there is one. The deadline watches it from here on. */
export async function dial(to: Destination, deadline: Deadline): Promise<Socket> {
  if (to.proxy !== null) return openTunnel(to.proxy, authority(to.host, to.port), deadline)
  return openSocket(to.host, to.port, deadline)
}
