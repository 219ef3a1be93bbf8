import { productName, productVersion } from '../model/product.ts'

export function versionText(): string {
  return `${productName} ${productVersion} (Node ${process.versions.node}, OpenSSL ${process.versions.openssl})`
}

export const helpText: string = `Watches the TLS certificates and the TLS configuration of the hosts you list.

Usage
  ${productName} check [HOST[:PORT] …] [options]   look at hosts, or at all that the config lists
  ${productName} plan [--shards N]                 split what the config lists into shards; prints JSON
  ${productName} observe --shard I/N --out FILE    look at one shard, and write down what was seen
  ${productName} conclude --from FILE …            what check does after looking, from these files
  ${productName} demo                              check a lab of good and bad servers on this machine
  ${productName} schema NAME                       print the JSON Schema of config, report, observations or history

Options of check
  --config FILE          default .github/certificates.yml when no host is given
  --scan KIND            tls (default): what the server would agree to; certificate: a handshake or two
  --probes               with a scan of TLS, also the active vulnerability probes
  --fail-on LEVEL        error (default), warning or never
  --format FORMAT        table (default) or json: one report on stdout and nothing else
  --report DIR           where the report is kept; default certificate_reports
  --history DIR          what is remembered between runs; default certificate_history
  --ca-file FILE         trust these certificates as well; may be repeated
  --secrets FILE         lines NAME=value for \${NAME} in the config
  --now INSTANT          judge as if it were then, as in 2027-03-15T08:00:00Z
  --no-notify            send nothing to anybody
  --watch                check again and again, every check_interval
  --log FILE             append what happens to a file
  --quiet, --verbose     say less, say more
  --help, --version

plan, observe and conclude take --config, --scan and --probes, the same for all three. observe also takes --ca-file,
--secrets, --quiet and --verbose, and conclude every option of check but --ca-file and --watch.

Exit codes
  0  nothing at or above --fail-on        2  the command line or the config is wrong
  1  findings at or above it              3  the program itself failed
`
