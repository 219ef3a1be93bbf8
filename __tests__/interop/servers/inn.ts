import type { RealServer } from '../real-server.ts'

const programs = '/usr/lib/news/bin'

/** NNTP: the reader's half of INN, which stands alone and is the half that speaks TLS. */
export const inn: RealServer = {
  name: 'inn',
  protocols: ['nntp'],
  program: `${programs}/nnrpd`,
  user: 'news',
  folders: ['db', 'run', 'log', 'tmp', 'spool', 'filter'],
  files: (site) => ({
    'etc/inn.conf': `domain: host.example
pathhost: news.host.example
mta: "/bin/false"
hismethod: hisv6
ovmethod: tradindexed
readerswhenstopped: true
pathnews: /usr/lib/news
pathbin: ${programs}
pathetc: ${site.directory}/etc
pathdb: ${site.directory}/db
pathrun: ${site.directory}/run
pathlog: ${site.directory}/log
pathtmp: ${site.directory}/tmp
pathspool: ${site.directory}/spool
pathoverview: ${site.directory}/spool
pathfilter: ${site.directory}/filter
${site.tls ? `tlscertfile: ${site.certificate}\ntlskeyfile: ${site.key}` : ''}
`,
    'etc/readers.conf': `auth "all" {
    hosts: "*"
    default: "<all>"
}
access "all" {
    users: "<all>"
    newsgroups: "*"
}
`,
    'etc/storage.conf': `method trash {
    newsgroups: *
    class: 0
}
`,
    'db/active': 'control 0000000000 0000000001 n\n',
    'db/newsgroups': '',
    'spool/group.index': '',
  }),
  command: (site) => [`${programs}/nnrpd`, '-D', '-f', '-4', '127.0.0.1', '-p', String(site.port('nntp'))],
  environment: (site) => ({ INNCONF: `${site.directory}/etc/inn.conf` }),
}
