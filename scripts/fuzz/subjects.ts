import type { Subject } from './subject.ts'
import { configSubjects } from './subjects/config.ts'
import { githubSubjects } from './subjects/github.ts'
import { keptSubjects } from './subjects/kept.ts'
import { listingSubjects } from './subjects/listings.ts'
import { netSubjects } from './subjects/net.ts'
import { shownSubjects } from './subjects/shown.ts'
import { tlsSubjects } from './subjects/tls.ts'
import { x509Subjects } from './subjects/x509.ts'

/** Every parser of what arrives from outside. */
export const subjects: readonly Subject[] = [
  ...tlsSubjects,
  ...x509Subjects,
  ...listingSubjects,
  ...netSubjects,
  ...configSubjects,
  ...keptSubjects,
  ...githubSubjects,
  ...shownSubjects,
]
