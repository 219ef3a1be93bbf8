// Serves TLS on loopback under any Node from 0.8 to 24, hence the old tongue: node serve.cjs sites.json
'use strict'
var fs = require('fs')
var tls = require('tls')

JSON.parse(fs.readFileSync(process.argv[2], 'utf8')).forEach(function (site) {
  var options = site.options
  options.cert = fs.readFileSync(site.certificate)
  options.key = fs.readFileSync(site.key)
  if (site.dhparam) options.dhparam = fs.readFileSync(site.dhparam)
  var server = tls.createServer(options, function (socket) {
    socket.on('error', function () {})
    if (socket.resume) socket.resume()
  })
  server.listen(site.port, '127.0.0.1')
})

// Before 0.12 a connection that breaks off in its handshake has nobody to tell.
process.on('uncaughtException', function (error) {
  if (error.code === 'EADDRINUSE') throw error
})
