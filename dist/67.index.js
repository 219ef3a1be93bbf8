export const id = 67;
export const ids = [67];
export const modules = {

/***/ 70067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  writeWorkbook: () => (/* binding */ writeWorkbook)
});

// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/exceljs/excel.js
var excel = __webpack_require__(59203);
// EXTERNAL MODULE: ./build/model/limits.js
var limits = __webpack_require__(69688);
// EXTERNAL MODULE: ./build/model/product.js
var product = __webpack_require__(19777);
;// CONCATENATED MODULE: ./build/report/xlsx/appearance.js
/** ARGB. Dark letters on a light ground of the same hue: legible in print, and to those who see few colours. */
const shades = {
    bad: { text: 'FF9C1C13', ground: 'FFFBDAD7' },
    warning: { text: 'FF7A5200', ground: 'FFFDEBC0' },
    good: { text: 'FF1D6B35', ground: 'FFDCF1E1' },
    plain: { text: 'FF475569', ground: 'FFE8EDF3' },
};
const markTones = {
    error: 'bad',
    warning: 'warning',
    unchecked: 'warning',
    notice: 'plain',
    healthy: 'good',
    waived: 'good',
};
/** The words that are coloured in columns of a form, and what they mean. */
const gradings = {
    grading: [
        ['error', 'bad'],
        ['warning', 'warning'],
        ['not checked', 'warning'],
        ['success', 'good'],
        ['notice', 'plain'],
        ...['A+', 'A', 'A-'].map((letter) => [letter, 'good']),
        ...['B', 'C'].map((letter) => [letter, 'warning']),
        ...['D', 'E', 'F', 'M', 'T'].map((letter) => [letter, 'bad']),
    ],
    wanted: [
        ['yes', 'good'],
        ['no', 'plain'],
        ['unknown', 'plain'],
    ],
    outdated: [
        ['yes', 'warning'],
        ['unknown', 'plain'],
    ],
    unwanted: [
        ['yes', 'bad'],
        ['unknown', 'plain'],
    ],
};
/** What the word of a `grading` means; nothing where it is no such word. */
function gradingTone(word) {
    return gradings.grading?.find(([known]) => known === word)?.[1] ?? 'plain';
}
/** Colours of days left, from a certificate that ends to one that has a quarter of a year. */
const daysScale = [
    [0, 'FFF6A59B'],
    [30, 'FFFDE9A9'],
    [90, 'FFBFE5C6'],
];
/** `@` keeps a text text even when somebody opens the cell and presses Enter. */
const looks = {
    text: { numFmt: '@', side: 'left', widest: 36 },
    prose: { numFmt: '@', side: 'left', widest: 48 },
    grading: { numFmt: '@', side: 'center', widest: 13 },
    wanted: { numFmt: '@', side: 'center', widest: 9 },
    outdated: { numFmt: '@', side: 'center', widest: 9 },
    unwanted: { numFmt: '@', side: 'center', widest: 9 },
    // LibreOffice shows a truth as a number unless its format says otherwise; Excel never does.
    flag: { numFmt: '"TRUE";"TRUE";"FALSE"', side: 'center', widest: 12 },
    whole: { numFmt: '0', side: 'right', widest: 12 },
    days: { numFmt: '0.0', side: 'right', widest: 12 },
    seconds: { numFmt: '0.000', side: 'right', widest: 12 },
    instant: { numFmt: 'yyyy-mm-dd hh:mm', side: 'center', widest: 17 },
    day: { numFmt: 'yyyy-mm-dd', side: 'center', widest: 12 },
};
/** How many points a row of so many lines takes. */
function rowHeight(lines) {
    return lines * 13.5 + 4.5;
}
const ink = { dark: 'FF1F2937', line: 'FFD9DEE5', head: 'FF1E3A5F', white: 'FFFFFFFF' };
/** One style object for all cells that look alike: the workbook knows a style by its object. */
function cellStyle(wish) {
    const { numFmt = '@', family = 'Calibri', size = 10, bold = false, italic = false, color = ink.dark } = wish;
    const { side = 'left', indent = side === 'center' ? 0 : 1, wrap = false, ground, rule } = wish;
    return {
        numFmt,
        font: { name: family, size, bold, italic, color: { argb: color } },
        alignment: { horizontal: side, vertical: 'middle', wrapText: wrap, indent },
        ...(rule === undefined
            ? {}
            : { border: { bottom: { style: rule, color: { argb: rule === 'thin' ? ink.line : ink.head } } } }),
        ...(ground === undefined
            ? {}
            : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: ground } } }),
    };
}
const noteStyle = cellStyle({ italic: true, color: shades.plain.text });
/** How the cells below a heading look. */
function formStyle(form) {
    const { numFmt, side } = looks[form];
    return cellStyle({ numFmt, side, wrap: form === 'prose', rule: 'thin' });
}
/** A heading stands on the side of what it heads. */
function headingStyle(form) {
    return cellStyle({ bold: true, color: ink.white, ground: ink.head, wrap: true, side: looks[form].side });
}

// EXTERNAL MODULE: ./build/model/text.js
var model_text = __webpack_require__(70271);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/report/xlsx/cell-text.js



/**
 * Text as a cell may hold it, on one line: XML 1.0 §2.2 allows neither most controls nor U+FFFE, and a reader
 * turns `_x003D_` into `=` (ECMA-376 part 1, §22.9.2.19, ST_Xstring), so that its underscore is written as one.
 */
function cellText(text) {
    const short = (0,model_text/* shortened */.vI)(text, limits/* shownLimits */.CV.cellCharacters);
    const plain = /^[ -~]*$/u.test(short) ? short : harmless(short);
    return plain.replace(/_(?=x[0-9a-f]{4}_)/giu, '_x005F_');
}
/** What is spelled out may have become too long again, and be cut within a pair of surrogates. */
function harmless(text) {
    return (0,model_text/* shortened */.vI)((0,report_escape/* visible */.RK)(text), limits/* shownLimits */.CV.cellCharacters)
        .toWellFormed()
        .replace(/[\uFFFE\uFFFF]/gu, '\uFFFD');
}

// EXTERNAL MODULE: ./build/model/certificate.js
var model_certificate = __webpack_require__(51545);
// EXTERNAL MODULE: ./build/model/hostname-match.js
var hostname_match = __webpack_require__(55577);
// EXTERNAL MODULE: ./build/model/memory-words.js
var memory_words = __webpack_require__(77679);
// EXTERNAL MODULE: ./build/model/target.js
var target = __webpack_require__(30677);
// EXTERNAL MODULE: ./build/report/certificate-json.js
var certificate_json = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/report/grades.js
var grades = __webpack_require__(74495);
// EXTERNAL MODULE: ./build/report/leaf.js
var leaf = __webpack_require__(7115);
// EXTERNAL MODULE: ./build/report/trouble.js
var trouble = __webpack_require__(91904);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(44702);
// EXTERNAL MODULE: ./build/report/serial-number.js
var serial_number = __webpack_require__(72489);
;// CONCATENATED MODULE: ./build/report/xlsx/certificate-columns.js


/**
 * Days left, to a tenth and towards zero, as sentences tell them: what is left is never overstated, nor how long it
 * has been over. What is over has a minus in any case.
 */
function daysUntil(certificate, now) {
    const days = certificate === null ? null : (0,model_certificate/* daysLeft */.H_)(certificate, now);
    if (days === null)
        return null;
    return days < 0 ? Math.min(-0.1, Math.ceil(days * 10) / 10) : Math.floor(days * 10) / 10;
}
/** Who vouches for whom, and for how long. */
function nameColumns(certificateOf) {
    const issuer = (line, type) => part(certificateOf(line)?.issuer, type);
    const subject = (line, type) => part(certificateOf(line)?.subject, type);
    return [
        ['Issuer Name', 'text', (line) => issuer(line, 'commonName')],
        ['Issuer Organisation', 'text', (line) => issuer(line, 'organizationName')],
        ['Subject Name', 'text', (line) => subject(line, 'commonName')],
        ['Subject Organisation', 'text', (line) => subject(line, 'organizationName')],
        ['Valid From', 'instant', (line) => certificateOf(line)?.notBefore ?? null],
        ['Valid Until', 'instant', (line) => certificateOf(line)?.notAfter ?? null],
    ];
}
/** What tells one certificate from every other. */
function identityColumns(certificateOf) {
    return [
        ['Key', 'text', (line) => keyWords(certificateOf(line)?.key)],
        ['Signature Algorithm', 'text', (line) => certificateOf(line)?.signatureAlgorithm.name ?? null],
        ['Serial Number', 'text', (line) => serial(certificateOf(line))],
        ['SHA-256 Fingerprint', 'text', (line) => certificateOf(line)?.sha256 ?? null],
    ];
}
function part(name, type) {
    return name === undefined ? null : (0,model_certificate/* attribute */.lt)(name, type);
}
function serial(certificate) {
    return certificate === null ? null : (0,serial_number/* serialNumber */.w)(certificate.serial);
}
function keyWords(key) {
    if (key === undefined)
        return null;
    return [key.type, key.curve ?? key.bits].filter((part) => part !== null).join(' ');
}

// EXTERNAL MODULE: ./build/model/habit.js
var habit = __webpack_require__(38724);
;// CONCATENATED MODULE: ./build/report/xlsx/memory.js

/** Whether anything about the endpoint differs from the run before; `null` on first sight. */
function changed({ comparison }) {
    if (comparison.before === null)
        return null;
    return comparison.changes.length > 0 || comparison.rotations.length > 0;
}
/** When a run first met this leaf here; `null` without a leaf. */
function firstSeen({ comparison, observation }, leaf) {
    if (leaf === null)
        return null;
    const remembered = comparison.before?.certificates.find(({ sha256 }) => sha256 === leaf.sha256);
    return remembered?.firstSeen ?? observation.at;
}
/** How this endpoint renews, `null` while nobody can tell. */
function renewalHabit({ comparison: { before, rotations } }) {
    return before === null ? null : (0,habit/* habitWords */.i9)((0,habit/* habit */.xi)({ rotations: [...before.rotations, ...rotations] }));
}

;// CONCATENATED MODULE: ./build/report/xlsx/place.js
/** Which endpoint a line is about, as each sheet begins. */
function placeColumns(assessmentOf) {
    const target = (line) => assessmentOf(line)?.observation.target ?? null;
    return [
        ['Domain', 'text', (line) => domain(target(line))],
        ['Port', 'whole', (line) => port(target(line))],
        ['Name', 'text', (line) => target(line)?.name ?? null],
    ];
}
/** The host as A-labels; for a file the domain it is for, else its path. */
function domain(target) {
    if (target === null)
        return null;
    return target.kind === 'endpoint' ? target.host : (target.domain ?? target.path);
}
function port(target) {
    return target?.kind === 'endpoint' ? target.port : null;
}

;// CONCATENATED MODULE: ./build/report/xlsx/sheet.js
function sheet({ name, empty, columns, lines, most, printed = columns.length }) {
    let all = 0;
    for (const _ of lines())
        all++;
    const length = Math.min(all, most);
    return {
        name,
        headings: columns.map(([title, form]) => ({ title, form })),
        printed,
        length,
        omitted: all - length,
        rows: function* () {
            let left = length;
            for (const line of lines()) {
                if (left-- === 0)
                    return;
                yield columns.map(([, , cell]) => cell(line));
            }
        },
        empty,
    };
}

;// CONCATENATED MODULE: ./build/report/xlsx/certificates-sheet.js














const headColumns = 10;
/** The inventory: its first ten columns are a contract with those who read it by machine. */
function certificatesSheet(report) {
    return sheet({
        name: 'Certificates',
        columns: columns(report.now),
        lines: () => lines(report),
        empty: 'Nothing was checked.',
        printed: headColumns,
        most: limits/* shownLimits */.CV.certificateRows,
    });
}
function* lines({ assessments, now }) {
    for (const assessment of assessments) {
        const leaves = (0,leaf/* servedLeaves */.yo)(assessment, now);
        if (leaves.length === 0)
            yield { assessment, served: null };
        for (const served of leaves)
            yield { assessment, served };
    }
}
function columns(now) {
    const name = ({ certificate }) => (0,leaf/* issuerName */.bD)(certificate);
    return [
        ...placeColumns(({ assessment }) => assessment),
        ['Status', 'grading', ({ assessment }) => statusWord(assessment)],
        ['Message', 'prose', ({ assessment }) => (0,words/* sentence */.em)(assessment, now)],
        ['Days Until Expiration', 'days', (line) => daysUntil(certificates_sheet_leaf(line), now)],
        ['Expiration Date', 'instant', (line) => certificates_sheet_leaf(line)?.notAfter ?? null],
        ['Issuer', 'text', ({ served }) => (served === null ? null : name(served))],
        ['Changed', 'flag', ({ assessment }) => changed(assessment)],
        ['Timestamp', 'instant', ({ assessment }) => assessment.observation.at],
        ...nameColumns(certificates_sheet_leaf),
        ['Lifetime (Days)', 'whole', (line) => lifetime(certificates_sheet_leaf(line))],
        ['Alternative Names', 'whole', (line) => certificates_sheet_leaf(line)?.alternativeNames.length ?? null],
        ['Names', 'text', (line) => names(certificates_sheet_leaf(line))],
        ['Name Matches', 'flag', nameMatches],
        ['Chain Verified', 'flag', ({ served }) => served?.trust.trusted ?? null],
        ['Trust', 'text', ({ served }) => (served === null ? null : trustWords(served.trust))],
        ['Validation', 'text', (line) => validation(certificates_sheet_leaf(line))],
        ...connectionColumns,
        ...identityColumns(certificates_sheet_leaf),
        ['Public Key Pin', 'text', (line) => certificates_sheet_leaf(line)?.spkiSha256 ?? null],
        ['First Seen', 'instant', (line) => firstSeen(line.assessment, certificates_sheet_leaf(line))],
        ['History', 'text', ({ assessment }) => (0,memory_words/* memoryWords */.j)(assessment)],
        ['Renewal Habit', 'text', ({ assessment }) => renewalHabit(assessment)],
        ['Owner', 'text', ({ assessment }) => assessment.observation.target.owner],
        ['Tags', 'text', ({ assessment }) => assessment.observation.target.tags.join(', ') || null],
        ['Runbook', 'text', ({ assessment }) => assessment.observation.target.runbook],
        ['Endpoint', 'text', ({ assessment }) => assessment.observation.target.id],
    ];
}
const connectionColumns = [
    ['Grade', 'grading', ({ assessment }) => (0,grades/* gradedScan */.hE)(assessment)?.grade.letter ?? null],
    ['TLS Version', 'text', (line) => ordinary(line)?.protocol ?? null],
    ['Cipher Suite', 'text', (line) => ordinary(line)?.suite.openssl ?? ordinary(line)?.suite.name ?? null],
    ['Cipher Bits', 'whole', (line) => ordinary(line)?.suite.bits ?? null],
    ['STARTTLS', 'text', ({ assessment: { observation } }) => starttls(observation)],
    ['Addresses', 'text', (line) => addresses(line).join(', ') || null],
    ['Query Time (Seconds)', 'seconds', ({ assessment }) => assessment.observation.durationMs / 1000],
    ['Check Date', 'day', ({ assessment }) => midnight(assessment.observation.at)],
];
/** A success that nobody has seen, or that only the gate makes one, would be a false all-clear. */
function statusWord(assessment) {
    if ((0,trouble/* unchecked */.VJ)(assessment))
        return 'not checked';
    return (0,trouble/* isDemoted */.b2)(assessment) ? 'notice' : assessment.status;
}
function certificates_sheet_leaf({ served }) {
    return served?.certificate ?? null;
}
/** What an ordinary client negotiated where this leaf was served, else whoever saw it. */
function ordinary(line) {
    const seen = sightings(line);
    return seen.find(({ asked }) => asked === 'any') ?? seen[0] ?? null;
}
function sightings({ assessment: { observation }, served }) {
    if (served === null || !observation.deliveries.known)
        return [];
    const same = observation.deliveries.value.filter(({ leaf }) => leaf.sha256 === served.certificate.sha256);
    return same.flatMap((delivery) => delivery.sightings);
}
/** Where this leaf was served; where none was seen, everywhere that was tried. */
function addresses(line) {
    const where = line.served === null ? line.assessment.observation.addresses : sightings(line);
    return [...new Set(where.flatMap(({ address }) => address ?? []))];
}
function names(certificate) {
    if (certificate === null)
        return null;
    const all = certificate.alternativeNames.map(({ value }) => value);
    return all.length === 0 ? (0,leaf/* subjectName */.wn)(certificate) : all.join(', ');
}
function nameMatches({ assessment: { observation }, served }) {
    const host = (0,target/* expectedName */.Ac)(observation.target);
    if (served === null || host === null)
        return null;
    return (0,hostname_match/* matchHostname */.$)(served.certificate.alternativeNames, host).matches;
}
function trustWords(trust) {
    if (!trust.trusted)
        return trust.obstacle.kind.replaceAll('-', ' ');
    return trust.by === 'pin' ? 'pinned key' : `${trust.path.anchor} root`;
}
function validation(certificate) {
    return certificate === null ? null : ((0,certificate_json/* validationOf */.D2)(certificate.policies)?.toUpperCase() ?? null);
}
function lifetime(certificate) {
    const days = certificate === null ? null : (0,model_certificate/* lifetimeDays */.$d)(certificate);
    return days === null ? null : Math.round(days);
}
function starttls({ target }) {
    return target.kind === 'endpoint' ? target.starttls : null;
}
function midnight(instant) {
    return new Date(Math.floor(instant.getTime() / model_certificate/* dayMs */.LP) * model_certificate/* dayMs */.LP);
}

// EXTERNAL MODULE: ./build/model/trust.js
var trust = __webpack_require__(58728);
;// CONCATENATED MODULE: ./build/report/xlsx/chains-sheet.js




const printedColumns = 12;
/** Every chain as the servers sent it, leaf first. */
function chainsSheet(report, most) {
    return sheet({
        name: 'Chains',
        columns: chains_sheet_columns(report.now),
        lines: () => chains_sheet_lines(report),
        empty: 'No endpoint showed a certificate.',
        printed: printedColumns,
        most,
    });
}
function* chains_sheet_lines({ assessments, now }) {
    for (const assessment of assessments) {
        const { deliveries } = assessment.observation;
        if (!deliveries.known)
            continue;
        for (const [index, delivery] of deliveries.value.entries())
            yield* links(assessment, delivery, index + 1, now);
    }
}
function* links(assessment, delivery, chain, now) {
    const verified = (0,trust/* trustAt */.kL)(delivery, assessment.policy.expect.spkiSha256, now).trusted;
    for (const [index, certificate] of delivery.chain.entries()) {
        const problem = certificate.problems.join('; ') || null;
        yield { assessment, chain, position: index + 1, certificate, verified, problem };
    }
    for (const problem of delivery.unreadable)
        yield { assessment, chain, position: null, certificate: null, verified, problem };
}
function chains_sheet_columns(now) {
    const certificate = (line) => line.certificate;
    return [
        ...placeColumns(({ assessment }) => assessment),
        ['Chain', 'whole', ({ chain }) => chain],
        ['Position', 'whole', ({ position }) => position],
        ['Days Left', 'days', (line) => daysUntil(line.certificate, now)],
        ...nameColumns(certificate),
        ...identityColumns(certificate),
        ['Chain Verified', 'flag', ({ verified }) => verified],
        ['Problem', 'text', ({ problem }) => problem],
        ['Endpoint', 'text', ({ assessment }) => assessment.observation.target.id],
    ];
}

// EXTERNAL MODULE: ./build/model/rotation.js
var model_rotation = __webpack_require__(3906);
;// CONCATENATED MODULE: ./build/report/xlsx/changes-sheet.js



/** What differs from the run before: the rotations of an endpoint, then its single properties. */
function changesSheet(report, most) {
    return sheet({ name: 'Changes', columns: changes_sheet_columns, lines: () => changes_sheet_lines(report), empty: unchanged(report), most });
}
function* changes_sheet_lines({ assessments }) {
    for (const assessment of assessments) {
        yield* assessment.comparison.rotations.map((rotation) => rotationLine(rotation, assessment));
        yield* assessment.comparison.changes.map((change) => changeLine(change, assessment));
    }
}
function rotationLine(rotation, assessment) {
    const { previous: before, current: after, daysBeforeExpiry, at } = rotation;
    const leaves = (0,model_rotation/* rotatedLeaves */.kS)(rotation, assessment.comparison, assessment.observation);
    const what = (0,model_rotation/* rotationWords */.ai)(rotation, leaves) + (0,model_rotation/* namesWords */.Ou)(leaves);
    return { assessment, kind: rotation.kind, what, before, after, daysBeforeExpiry, at };
}
function changeLine({ type, old, new: after }, assessment) {
    const kind = type.replace('_', ' ');
    const { at } = assessment.observation;
    const [before, now] = type === 'expiration' ? [minute(old), minute(after)] : [changes_sheet_words(old), changes_sheet_words(after)];
    return { assessment, kind, what: null, before, after: now, daysBeforeExpiry: null, at };
}
const changes_sheet_columns = [
    ...placeColumns(({ assessment }) => assessment),
    ['Change', 'text', ({ kind }) => kind],
    ['In Words', 'prose', ({ what }) => what],
    ['Before', 'prose', ({ before }) => before],
    ['After', 'prose', ({ after }) => after],
    ['Days Before Expiry', 'whole', ({ daysBeforeExpiry: days }) => (days === null ? null : Math.floor(days))],
    ['Seen', 'instant', ({ at }) => at],
];
function changes_sheet_words(value) {
    return typeof value === 'string' ? value : value.join(', ');
}
/** An instant as the other sheets write it. */
function minute(value) {
    return changes_sheet_words(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):.*$/, '$1 $2');
}
function unchanged({ assessments }) {
    const compared = assessments.filter(({ comparison }) => comparison.before !== null).length;
    if (compared === 0)
        return 'Nothing is remembered yet to compare with.';
    const first = assessments.length - compared;
    return first === 0 ? 'Nothing changed.' : `Nothing changed; ${first} of ${assessments.length} are new here.`;
}

;// CONCATENATED MODULE: ./build/report/xlsx/errors-sheet.js




/** The endpoints that showed no certificate, and why. */
function errorsSheet(report, most) {
    const { assessments } = report;
    const empty = assessments.length === 0 ? 'Nothing was checked.' : 'Every endpoint showed a certificate.';
    const silent = assessments.filter(({ observation }) => !observation.deliveries.known);
    return sheet({ name: 'Errors', columns: errors_sheet_columns(report.now), lines: () => silent, empty, most });
}
function errors_sheet_columns(now) {
    return [
        ...placeColumns((assessment) => assessment),
        ['Reason', 'text', ({ observation: { deliveries } }) => (deliveries.known ? null : deliveries.reason)],
        [
            'In Words',
            'text',
            ({ observation: { deliveries } }) => (deliveries.known ? null : (0,trouble/* silence */.ao)(deliveries.reason)),
        ],
        ['Message', 'prose', (assessment) => (0,words/* sentence */.em)(assessment, now)],
        ['Owner', 'text', ({ observation }) => observation.target.owner],
        ['Timestamp', 'instant', ({ observation }) => observation.at],
    ];
}

;// CONCATENATED MODULE: ./build/report/xlsx/findings-sheet.js


const findings_sheet_printedColumns = 9;
/** Every finding with what to do about it: the run's own first, then the endpoints', worst first. */
function findingsSheet(report, most) {
    return sheet({
        name: 'Findings',
        columns: findings_sheet_columns,
        lines: () => findings_sheet_lines(report),
        empty: 'There are no findings.',
        printed: findings_sheet_printedColumns,
        most,
    });
}
function* findings_sheet_lines({ findings, assessments }) {
    for (const finding of findings)
        yield { finding, assessment: null };
    for (const assessment of assessments)
        for (const finding of assessment.findings)
            yield { finding, assessment };
}
const findings_sheet_columns = [
    ...placeColumns(({ assessment }) => assessment),
    ['Severity', 'grading', ({ finding }) => finding.severity],
    ['Rule', 'text', ({ finding }) => finding.rule],
    ['Finding', 'prose', ({ finding }) => finding.message],
    ['What to Do', 'prose', ({ finding }) => finding.fix],
    ['Since', 'day', ({ finding }) => finding.since],
    ['Waived Until', 'day', ({ finding }) => finding.waivedUntil],
    ['Owner', 'text', ({ assessment }) => assessment?.observation.target.owner ?? null],
    ['Reference', 'text', ({ finding }) => finding.reference],
    ['Key', 'text', ({ finding }) => finding.key],
];

// EXTERNAL MODULE: ./build/report/width.js
var width = __webpack_require__(19903);
;// CONCATENATED MODULE: ./build/report/xlsx/fitting.js



const narrowest = 8;
/** Room for the button of the filter beside a heading. */
const fitting_button = 3;
const mostLines = 8;
/** Widths count digits of the normal style, 11 points; our letters have 10, and most are narrower than a digit. */
const lettersPerDigit = 1.2;
/** What a fingerprint or a serial number takes is decided by its column, not by its hundreds of rows. */
const sampled = 200;
/** How wide each column has to be for its heading and its first rows, in characters of the normal style. */
function fittingWidths(headings, rows) {
    const widths = headings.map(({ title }) => headingWidth(title));
    let seen = 0;
    for (const row of rows) {
        if (seen++ === sampled)
            break;
        for (const [index, { form }] of headings.entries())
            widths[index] = Math.max(widths[index] ?? 0, Math.min(looks[form].widest, cellWidth(row[index] ?? null, form)));
    }
    return widths.map((columns) => Math.max(narrowest, columns + 2));
}
/** How many lines a row needs so that its sentences can be read; a very long one is cut off. */
function fittingLines(row, headings, widths) {
    const lines = headings.map(({ form }, index) => {
        const cell = row[index];
        if (form !== 'prose' || typeof cell !== 'string')
            return 1;
        return linesOf(cellText(cell), Math.floor(((widths[index] ?? narrowest) - 2) * lettersPerDigit));
    });
    return Math.max(1, ...lines);
}
/** How many lines of that many columns a text takes, at most eight. */
function linesOf(text, columns) {
    return Math.min(mostLines, (0,width/* wrapped */.ky)(text.slice(0, columns * mostLines), columns).length);
}
/** A heading of several words may stand on two lines. */
function headingWidth(title) {
    const words = title.split(' ');
    const halves = words.map((_, cut) => {
        return Math.max(words.slice(0, cut).join(' ').length, words.slice(cut).join(' ').length);
    });
    return Math.min(...halves) + fitting_button;
}
function cellWidth(cell, form) {
    if (cell === null)
        return 0;
    if (cell instanceof Date)
        return looks[form].numFmt.length;
    return (0,width/* width */.VL)(cellText(String(cell)));
}

;// CONCATENATED MODULE: ./build/report/xlsx/front-page-rows.js



/** Widths in characters: what, how many, which share, a bar of it. */
const frontWidths = [34, 12, 10, 50];
const allColumns = frontWidths.reduce((sum, width) => sum + width, 0);
/** Blocks of a whole. */
const bar = 40;
const bold = cellStyle({ bold: true, size: 11, rule: 'medium' });
const label = cellStyle({ color: shades.plain.text });
const countStyle = cellStyle({ numFmt: '#,##0', side: 'right' });
const shareStyle = cellStyle({ numFmt: '0 %', side: 'right', color: shades.plain.text });
const bars = {
    bad: barStyle('FFD9534A'),
    warning: barStyle('FFE5A823'),
    good: barStyle('FF4CA866'),
    plain: barStyle('FF94A3B8'),
};
function frontRow(line) {
    switch (line.look) {
        case 'title':
            return { cells: [line.text], styles: [cellStyle({ bold: true, size: 20 })], height: 30 };
        case 'verdict': {
            const { text: color, ground } = shades[markTones[line.mark]];
            const style = cellStyle({ bold: true, size: 12, color, ground, wrap: true });
            const height = rowHeight(linesOf(cellText(line.text), allColumns - 20) + 1);
            return { cells: [line.text], styles: [style, style, style, style], height, joined: [1, 4] };
        }
        case 'gap':
            return { cells: [], styles: [], height: 9 };
        case 'heading':
            return { cells: [line.text], styles: [bold, bold, bold, bold], height: 18 };
        case 'note': {
            const height = rowHeight(linesOf(cellText(line.text), allColumns));
            return { cells: [line.text], styles: [noteStyle], height, joined: [1, 4] };
        }
        case 'fact':
            return factRow(line.text, line.value);
        case 'count':
            return countRow(line);
    }
}
function factRow(text, value) {
    const numFmt = value instanceof Date ? looks.instant.numFmt : typeof value === 'number' ? '#,##0.###' : '@';
    const style = cellStyle({ numFmt });
    return { cells: [text, value], styles: [label, style, style, style], height: rowHeight(1), joined: [2, 4] };
}
/** Arial has the full block of WGL4, Calibri has not. */
function barStyle(color) {
    return cellStyle({ family: 'Arial', size: 8, color });
}
/** The bar is text as well: it prints everywhere, and nothing has to be computed by the reader. */
function countRow({ text, count, of, tone }) {
    const share = of === 0 ? 0 : count / of;
    const drawn = count === 0 ? null : '█'.repeat(Math.max(1, Math.round(share * bar)));
    return {
        cells: [text, count, of === 0 ? null : share, drawn],
        styles: [cellStyle({}), countStyle, shareStyle, bars[tone]],
        height: rowHeight(1),
    };
}

// EXTERNAL MODULE: ./build/model/finding.js
var finding = __webpack_require__(36939);
// EXTERNAL MODULE: ./build/report/file-name.js
var file_name = __webpack_require__(70089);
// EXTERNAL MODULE: ./build/report/row.js
var row = __webpack_require__(5207);
// EXTERNAL MODULE: ./build/report/summary-json.js
var summary_json = __webpack_require__(11226);
;// CONCATENATED MODULE: ./build/report/xlsx/front-page.js










const mostIssuers = 25;
/** What the run found, in words and counts, and what the other sheets had to leave out. */
function frontPage(report, sheets) {
    const summary = (0,summary_json/* summaryJson */.D)(report);
    return [
        { look: 'title', text: 'Certificate report' },
        { look: 'verdict', text: (0,words/* verdict */.WJ)(report), mark: (0,row/* runMark */.n6)(report) },
        ...facts(report, summary),
        ...statusLines(report, summary),
        ...expiryLines(summary),
        ...tallyLines('By issuer', summary.by_issuer, summary.total_domains, mostIssuers),
        ...gradeLines(report),
        ...findingLines(report),
        ...omissions(report, sheets),
        { look: 'gap' },
        { look: 'note', text: `All times are UTC. The same facts and more: ${(0,file_name/* reportFileName */.c)(report.at)}.json` },
    ];
}
function facts({ run, at, now, durationMs, generator, assessments }, summary) {
    const fact = (text, value) => value === null ? [] : [{ look: 'fact', text, value }];
    const judgedElsewhen = Math.abs(at.getTime() - now.getTime()) > durationMs + 1000;
    const { name, roots } = generator.trustStore;
    return [
        { look: 'gap' },
        ...fact('Monitor', run.monitor),
        ...fact('Report of', at),
        ...fact('Judged as of', judgedElsewhen ? now : null),
        ...fact('Endpoints', assessments.length),
        ...fact('Connections', summary.connections),
        ...fact('Seconds', durationMs / 1000),
        ...fact('Config', run.config?.path ?? null),
        ...fact('Run', run.url),
        ...fact('Trust store', `${name}, ${(0,model_text/* counted */.hS)(roots, 'root')}`),
        ...fact('Program', `${product/* productName */.tZ} ${generator.version}, Node ${generator.node}, OpenSSL ${generator.openssl}`),
    ];
}
function statusLines({ assessments }, { status_counts: counts, total_domains: of }) {
    const missed = assessments.filter(trouble/* unchecked */.VJ).length;
    const demoted = assessments.filter((one) => (0,trouble/* isDemoted */.b2)(one) && !(0,trouble/* unchecked */.VJ)(one)).length;
    const rotated = assessments.filter(({ comparison }) => comparison.rotations.length > 0).length;
    const compared = assessments.filter(({ comparison }) => comparison.before !== null).length;
    return [
        ...heading('By status'),
        count('error', counts.error, of, 'bad'),
        count('warning', counts.warning, of, 'warning'),
        count('success', counts.success - missed - demoted, of, 'good'),
        ...(demoted === 0 ? [] : [count('notice', demoted, of, 'plain')]),
        ...(missed === 0 ? [] : [count('not checked', missed, of, 'warning')]),
        ...heading('Against the run before'),
        count('new certificate', rotated, of, 'plain'),
        count('first seen', of - compared, of, 'plain'),
    ];
}
function expiryLines({ expiration_summary: bands, total_domains: of }) {
    return [
        ...heading('By expiry'),
        count('expired', bands.expired, of, 'bad'),
        count('within 30 days', bands.expires_within_30_days, of, 'warning'),
        count('within 31 to 90 days', bands.expires_within_90_days, of, 'good'),
        count('after 90 days', bands.expires_after_90_days, of, 'good'),
        count('not known', bands.unknown, of, 'plain'),
    ];
}
/** Best first; what was scanned and could not be graded is no grade, but it counts. */
function gradeLines({ assessments }) {
    const scans = (0,grades/* worstGradesFirst */.Y)(assessments);
    if (scans.length === 0)
        return [];
    const graded = Object.entries((0,grades/* byGrade */.r4)(assessments));
    const others = scans.filter(({ grade }) => grade.letter === null).length;
    return [
        ...heading('By grade'),
        ...graded.map(([letter, number]) => count(letter, number, scans.length, gradingTone(letter))),
        ...(others === 0 ? [] : [count('not graded', others, scans.length, 'plain')]),
    ];
}
/** Most frequent first; nothing at all where there is nothing to count. */
function tallyLines(title, tally, of, most) {
    const entries = Object.entries(tally);
    if (entries.length === 0)
        return [];
    const rest = entries.slice(most);
    const others = rest.reduce((sum, [, number]) => sum + number, 0);
    return [
        ...heading(title),
        ...entries.slice(0, most).map(([name, number]) => count(name, number, of, 'plain')),
        ...(rest.length === 0 ? [] : [count(`${rest.length} others`, others, of, 'plain')]),
    ];
}
function findingLines({ findings, assessments }) {
    const all = [...findings, ...assessments.flatMap((assessment) => assessment.findings)];
    const open = all.filter(({ waivedUntil }) => waivedUntil === null);
    const tones = { error: 'bad', warning: 'warning', notice: 'plain' };
    return [
        ...heading('Findings'),
        ...finding/* severities */.g.map((severity) => count(severity, open.filter((finding) => finding.severity === severity).length, all.length, tones[severity])),
        count('waived', all.length - open.length, all.length, 'plain'),
    ];
}
function omissions({ at }, sheets) {
    const cut = sheets.filter(({ omitted }) => omitted > 0);
    if (cut.length === 0)
        return [];
    return [
        ...heading('Left out'),
        ...cut.map(({ name, omitted }) => ({ look: 'note', text: `${name}: ${omission(omitted, at)}` })),
    ];
}
/** What a sheet says of the rows it does not hold. */
function omission(rows, at) {
    return `${(0,model_text/* counted */.hS)(rows, 'more row')}, in ${(0,file_name/* reportFileName */.c)(at)}.json`;
}
function heading(text) {
    return [{ look: 'gap' }, { look: 'heading', text }];
}
function count(text, count, of, tone) {
    return { look: 'count', text, count, of, tone };
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./build/report/xlsx/sink.js

const nothing = Buffer.alloc(0);
/**
 * Waits until what was written of a sheet has gone to the compressor. The library has no backpressure of its own: it
 * writes into the pipes of the sheet's stream whatever they answer, so the question is put to them once more.
 */
async function drained(sheet) {
    const stream = 'stream' in sheet ? sheet.stream : null;
    const pipes = typeof stream === 'object' && stream !== null && 'pipes' in stream ? stream.pipes : [];
    const sinks = Array.isArray(pipes) ? pipes.filter(isWritable) : [];
    for (const sink of sinks)
        if (!sink.write(nothing))
            await (0,external_node_events_.once)(sink, 'drain');
}
function isWritable(value) {
    return value instanceof external_node_events_.EventEmitter && 'write' in value && typeof value.write === 'function';
}

// EXTERNAL MODULE: ./build/model/grade.js
var grade = __webpack_require__(34765);
// EXTERNAL MODULE: ./build/model/suite-strength.js
var suite_strength = __webpack_require__(56726);
// EXTERNAL MODULE: ./build/report/vulnerability-words.js
var vulnerability_words = __webpack_require__(43121);
;// CONCATENATED MODULE: ./build/report/xlsx/tls-sheet.js






const tls_sheet_printedColumns = 16;
/** What each scanned server would agree to, what that is worth, and what to change first. */
function tlsSheet({ assessments }, most) {
    return sheet({
        name: 'TLS',
        columns: tls_sheet_columns,
        lines: () => scans(assessments),
        empty: 'No endpoint was scanned.',
        printed: tls_sheet_printedColumns,
        most,
    });
}
function* scans(assessments) {
    for (const assessment of assessments) {
        const graded = (0,grades/* gradedScan */.hE)(assessment);
        if (graded !== null)
            yield graded;
    }
}
const tls_sheet_columns = [
    ...placeColumns(({ assessment }) => assessment),
    ['Grade', 'grading', ({ grade }) => grade.letter],
    ['Score', 'whole', ({ grade }) => grade.securityScore],
    version('SSL 2', 'SSLv2', 'unwanted'),
    version('SSL 3', 'SSLv3', 'unwanted'),
    version('TLS 1.0', 'TLSv1', 'outdated'),
    version('TLS 1.1', 'TLSv1.1', 'outdated'),
    version('TLS 1.2', 'TLSv1.2', 'wanted'),
    version('TLS 1.3', 'TLSv1.3', 'wanted'),
    ['Post-Quantum', 'wanted', ({ grade }) => yesNo(grade.postQuantum)],
    ['DH Bits', 'whole', ({ scan }) => scan.dh[0]?.bits ?? null],
    ['Vulnerabilities', 'prose', ({ grade }) => tls_sheet_open(grade.vulnerabilities)],
    ['What to Change First', 'prose', ({ grade }) => grade.caps[0] ?? null],
    ['Weak Suites', 'prose', weakSuites],
    ['Groups', 'text', groups],
    ['Issues', 'text', ({ grade }) => joined(grade.securityIssues)],
    ['What to Change Then', 'text', ({ grade }) => joined(grade.caps.slice(1))],
    ['In a Word', 'text', ({ grade }) => word(grade.securityScore)],
    ['Grade Without Trust', 'grading', ({ grade }) => grade.trustIgnored],
    ['Protocol Score', 'whole', ({ grade }) => grade.scores.protocol],
    ['Key Exchange Score', 'whole', ({ grade }) => grade.scores.keyExchange],
    ['Cipher Score', 'whole', ({ grade }) => grade.scores.cipher],
    ['Mozilla Profile', 'text', ({ grade }) => grade.mozillaProfile],
    ['Next Profile Missed', 'text', ({ grade }) => grade.mozillaObstacle],
    ['Suites', 'whole', ({ scan }) => suitesOf(scan).size],
    ["Server's Order", 'flag', ({ scan }) => order(scan)],
    ['ALPN', 'text', ({ scan: { alpn } }) => (alpn.known ? joined(alpn.value) : null)],
    ['HSTS', 'text', ({ scan: { hsts } }) => (hsts.known ? (hsts.value ?? 'none') : null)],
    ['Vulnerabilities Not Known', 'text', ({ grade }) => unknown(grade.vulnerabilities)],
    ['Not Tested', 'text', ({ grade }) => joined(grade.notTested)],
    ['Connections', 'whole', ({ assessment }) => assessment.observation.connections],
    ['Endpoint', 'text', ({ assessment }) => assessment.observation.target.id],
];
function version(title, of, form) {
    return [title, form, ({ scan: { versions } }) => yesNo(tls_sheet_valueOf(versions[of]))];
}
function tls_sheet_valueOf(answer) {
    return answer.known ? answer.value : null;
}
function yesNo(value) {
    if (value === null)
        return 'unknown';
    return value ? 'yes' : 'no';
}
function joined(sentences) {
    return sentences.join('; ') || null;
}
function word(score) {
    return score === null ? null : (0,grades/* scoreWord */.Pn)(score);
}
/** Every suite once, with its name. */
function suitesOf({ offers }) {
    const all = offers.flatMap(({ suites }) => suites.found);
    return new Map(all.map((suite) => [suite.name, (0,suite_strength/* suiteStrength */.S)(suite) ?? 'unknown']));
}
/** The insecure first; a list that was cut short says so. */
function weakSuites({ scan }) {
    const all = [...suitesOf(scan)];
    const named = (wanted) => all.flatMap(([name, strength]) => (strength === wanted ? [name] : []));
    const insecure = named('insecure').map((name) => `${name} (insecure)`);
    const short = scan.offers.some(({ suites }) => isShort(suites));
    return listOf([...insecure, ...named('weak')], short);
}
function groups({ scan: { offers } }) {
    const names = new Set(offers.flatMap(({ groups }) => groups.found.map(({ name }) => name)));
    const short = offers.some(({ groups }) => isShort(groups));
    return listOf([...names], short);
}
function listOf(names, short) {
    if (names.length === 0)
        return short ? 'unknown' : null;
    return names.join(', ') + (short ? ', perhaps others' : '');
}
function isShort({ cut }) {
    return cut !== null && cut.reason !== 'not-asked';
}
/** Whether it picks by its own order under every version; `null` where that is not known, or never mattered. */
function order({ offers }) {
    const answers = offers.map(({ serverPreference }) => tls_sheet_valueOf(serverPreference));
    if (answers.includes(false))
        return false;
    return answers.includes(true) ? true : null;
}
function tls_sheet_open(vulnerabilities) {
    return named(vulnerabilities, ({ vulnerable }) => vulnerable === true);
}
function unknown(vulnerabilities) {
    return named(vulnerabilities, ({ vulnerable }) => vulnerable === null);
}
function named(vulnerabilities, wanted) {
    const names = grade/* vulnerabilityNames */.Z9.filter((name) => wanted(vulnerabilities[name]));
    return names.map((name) => vulnerability_words/* vulnerabilityTitles */.Q[name]).join(', ') || null;
}

;// CONCATENATED MODULE: ./build/report/xlsx.js
















/** In twentieths of a point. */
const windowOnSummary = {
    x: 0,
    y: 0,
    width: 28_000,
    height: 16_000,
    firstSheet: 0,
    activeTab: 0,
    visibility: 'visible',
};
/** After so many rows everybody else gets a turn. */
const breath = 50;
/**
 * Writes the report as a workbook (ECMA-376) and ends the stream; rows are made while they are written. Text stays
 * text: there is no formula and no link. Throws what the stream throws.
 */
async function writeWorkbook(report, stream, most = limits/* shownLimits */.CV.sheetRows) {
    const written = (0,promises_.finished)(stream, { readable: false });
    // A stream that fails leaves the workbook waiting for ever: whichever comes first.
    await Promise.race([written, writeSheets(report, stream, most)]);
    await written;
}
async function writeSheets(report, stream, most) {
    const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
    book.creator = product/* productName */.tZ;
    book.lastModifiedBy = product/* productName */.tZ;
    book.created = report.at;
    book.modified = report.at;
    book.views = [windowOnSummary];
    const others = [chainsSheet, tlsSheet, changesSheet, findingsSheet, errorsSheet].map((make) => make(report, most));
    const sheets = [certificatesSheet(report), ...others];
    writeFrontPage(book, report, sheets);
    for (const sheet of sheets)
        await writeTable(book, sheet, report.at, stream);
    if (!stream.destroyed)
        await book.commit();
}
function writeFrontPage(book, report, sheets) {
    const page = book.addWorksheet('Summary', {
        views: [{ showGridLines: false }],
        pageSetup: { ...paperSetup, orientation: 'portrait', fitToHeight: 1 },
        headerFooter,
    });
    page.columns = frontWidths.map((width) => ({ width }));
    for (const line of frontPage(report, sheets))
        writeRow(page, frontRow(line));
    page.commit();
}
async function writeTable(book, sheet, at, stream) {
    const { headings, length } = sheet;
    const page = book.addWorksheet(sheet.name, {
        views: [{ state: 'frozen', xSplit: 1, ySplit: 1, showGridLines: false }],
        pageSetup: { ...paperSetup, orientation: 'landscape', printTitlesRow: '1:1' },
        headerFooter,
    });
    const widths = fittingWidths(headings, sheet.rows());
    page.columns = widths.map((width) => ({ width }));
    decorate(page, sheet);
    writeHeadings(page, headings);
    const styles = headings.map(({ form }) => formStyle(form));
    let since = 0;
    for (const cells of sheet.rows()) {
        writeRow(page, { cells, styles, height: rowHeight(fittingLines(cells, headings, widths)) });
        if (++since % breath === 0)
            await new Promise((resolve) => void setImmediate(resolve));
        await drained(page);
        if (stream.destroyed)
            return;
    }
    if (length === 0)
        writeNote(page, sheet.empty);
    if (sheet.omitted > 0)
        writeNote(page, `… and ${omission(sheet.omitted, at)}`);
    page.commit();
}
/** Filters and colours of the rows, and which of it goes to paper. */
function decorate(page, { headings, length, omitted, printed }) {
    const letter = (column) => page.getColumn(column).letter;
    const notes = length === 0 || omitted > 0 ? 1 : 0;
    page.pageSetup.printArea = `A$1:${letter(printed)}$${1 + length + notes}`;
    page.autoFilter = `A1:${letter(headings.length)}${1 + length}`;
    if (length === 0)
        return;
    for (const [index, { form }] of headings.entries()) {
        const ref = `${letter(index + 1)}2:${letter(index + 1)}${1 + length}`;
        if (form === 'days')
            page.addConditionalFormatting({ ref, rules: [daysRule] });
        const rules = gradingRules(form);
        if (rules.length > 0)
            page.addConditionalFormatting({ ref, rules });
    }
}
const daysRule = {
    type: 'colorScale',
    priority: 1,
    cfvo: daysScale.map(([days]) => ({ type: 'num', value: days })),
    color: daysScale.map(([, argb]) => ({ argb })),
};
function gradingRules(form) {
    return (gradings[form] ?? []).map(([word, tone], index) => ({
        type: 'cellIs',
        operator: 'equal',
        formulae: [`"${word}"`],
        priority: index + 2,
        style: {
            font: { bold: true, color: { argb: shades[tone].text } },
            fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: shades[tone].ground } },
        },
    }));
}
/** As wide as the paper, whichever the printer has, and as many pages as it takes. */
const paperSetup = {
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
};
const headerFooter = { oddFooter: '&L&8&F&C&8All times are UTC&R&8Page &P of &N' };
function writeHeadings(page, headings) {
    const cells = headings.map(({ title }) => title);
    writeRow(page, {
        cells,
        styles: headings.map(({ form }) => headingStyle(form)),
        height: rowHeight(2),
    });
}
function writeNote(page, text) {
    writeRow(page, { cells: [text], styles: [noteStyle], height: rowHeight(1) });
}
function writeRow(page, { cells, styles, height, joined }) {
    const row = page.addRow([]);
    for (let index = 0; index < Math.max(cells.length, styles.length); index++) {
        const cell = row.getCell(index + 1);
        cell.value = cellValue(cells[index] ?? null);
        const style = styles[index];
        if (style !== undefined)
            cell.style = style;
    }
    row.height = height;
    if (joined !== undefined)
        page.mergeCells(row.number, joined[0], row.number, joined[1]);
    row.commit();
}
/** Days of the format begin in 1900, with a 29 February that never was: dates before March stay text. */
const firstDay = Date.UTC(1900, 2, 1);
function cellValue(value) {
    if (typeof value === 'string')
        return textValue(cellText(value));
    return value instanceof Date && value.getTime() < firstDay ? value.toISOString() : value;
}
/**
 * Text in its cell: a table of shared strings would have to be kept until the end, and be one string then. Only in rich
 * text do blanks at its ends stay, and does LibreOffice read what `cellText` escapes.
 */
function textValue(text) {
    return text.trim() === text && !text.includes('_x') ? text : { richText: [{ text }] };
}


/***/ })

};
