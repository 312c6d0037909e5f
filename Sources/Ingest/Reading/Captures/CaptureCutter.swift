import Corpus

/// Cuts a web archive into the pages that were captured.
///
/// Behind what is damaged reading goes on at the next record. What a crawler keeps besides pages
/// (requests, images, redirects) is passed without a word, unless there is nothing else.
struct CaptureCutter {
  let cutter: RecordCutter
  let buffer: StreamBuffer
  let format: CaptureFormat
  /// The bytes have check sums of their own.
  private let isPacked: Bool
  /// Records that are no pages, by kind.
  private var passed: [String: Int] = [:]
  /// Pages and rejects.
  private var results = 0

  typealias Body = RecordCutter.Body

  init(_ cutter: RecordCutter, _ format: CaptureFormat, isPacked: Bool) {
    self.cutter = cutter
    self.format = format
    self.isPacked = isPacked
    buffer = cutter.buffer
  }

  mutating func cut(_ body: Body) rethrows {
    while true {
      skipEmptyLines()
      if buffer.available > 0 {
        try cutRecord(body)
      } else if try !goOn(at: place, body) {
        break
      }
    }
    if results == 0 {
      let kinds = passed.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      try reject(.empty, "no page among the records: \(kinds.joined(separator: ", "))", nil, body)
    }
  }

  /// Where the record at hand begins, as `Source.offset` says: in the packed file if a part of it
  /// begins there, else in the unpacked bytes.
  private var place: Int { buffer.part() ?? buffer.offset }

  private mutating func cutRecord(_ body: Body) rethrows {
    let place = place
    guard let headerLength = headerLength() else {
      guard buffer.hasEnded, buffer.available <= CaptureFormat.longestHeader else {
        let detail = "a header of more than \(CaptureFormat.longestHeader) bytes"
        return try rejectDamage(detail, at: place, goingOnBehind: 1, body)
      }
      return try endWithin("the header of a record", at: place, body)
    }
    let header: CaptureHeader
    do throws(CaptureHeaderError) {
      header = try self.header(headerLength)
    } catch {
      return try rejectDamage(error.detail, at: place, goingOnBehind: 1, body)
    }
    let end = headerLength + header.length
    let isLong = header.length > cutter.limits.recordBytes
    buffer.prepare(isLong ? headerLength + cutter.limits.recordBytes : end)
    if isLong || buffer.available < end {
      // A length that is too great shows by the records that it covers.
      if buffer.failure?.isLoss != true, start(from: headerLength, before: buffer.available) != nil
      {
        return try rejectLength(header, at: place, goingOnBehind: headerLength, body)
      }
      if isLong { return try passLong(header, headerLength, at: place, body) }
      return try endWithin(
        "a record, \(buffer.available - headerLength) of \(header.length) bytes", at: place, body)
    }
    guard let next = nextStart(behind: end) else {
      return try rejectLength(header, at: place, goingOnBehind: headerLength, body)
    }
    // Bytes that end where a damaged part ends are damaged, if the part began before.
    if buffer.available == next, buffer.failure?.isLoss == true, buffer.part(at: next) == nil {
      return try endWithin("a record", at: place, body)
    }
    try emit(header, headerLength..<end, at: place, body)
    buffer.skip(next)
  }

  /// Passes over a record that is too long to be kept.
  private mutating func passLong(
    _ header: CaptureHeader, _ headerLength: Int, at place: Int, _ body: Body
  ) rethrows {
    if case .other(let name) = header.kind {
      passed[name, default: 0] += 1
    } else {
      try reject(.tooLarge, "a record of \(header.length) bytes", place, body)
    }
    var rest = headerLength + header.length
    while rest > 0, buffer.available > 0 || buffer.fill() {
      let count = min(rest, buffer.available)
      buffer.skip(count)
      rest -= count
    }
    if rest > 0 { return try endWithin("a record, \(rest) bytes before its end", at: place, body) }
    guard let next = nextStart(behind: 0) else {
      return try rejectLength(header, at: place, goingOnBehind: 0, body)
    }
    buffer.skip(next)
  }

  /// Says that the source failed or stopped within a record, and goes on behind the gap, if it can.
  private mutating func endWithin(_ what: String, at place: Int, _ body: Body) rethrows {
    if buffer.failure?.isLoss != true {
      try reject(.truncated, "the file stops within \(what)", place, body)
    }
    if try !goOn(at: place, body) { buffer.skip(buffer.available) }
  }

  /// Says why the source failed, if it did; true if there is more behind.
  private mutating func goOn(at place: Int, _ body: Body) rethrows -> Bool {
    guard let failure = buffer.takeFailure() else { return false }
    try reject(failure.reason, failure.detailGoingOn, place, body)
    guard failure.resumes else { return false }
    synchronise(behind: buffer.available)
    return true
  }

  private mutating func emit(
    _ header: CaptureHeader, _ range: Range<Int>, at place: Int, _ body: Body
  ) rethrows {
    switch header.kind {
    case .other(let name):
      passed[name, default: 0] += 1
      return
    case .unknown(let name):
      return try reject(
        .unknownFormat, "a record of the unknown type '\(name.prefix(40))'", place, body)
    case .response, .resource, .conversion: break
    }
    let block = buffer.copy(range)
    if !isPacked, cutter.limits.verifiesDigests, let digest = header.digest,
      !BlockDigest.agrees(digest, with: block)
    {
      return try reject(.corrupt, "the record's bytes do not agree with \(digest)", place, body)
    }
    let page: CapturedPage
    do throws(ReadFailure) {
      page = try CapturedPage(block, header, limits: cutter.limits)
    } catch {
      return try reject(error.reason, error.detail, place, body)
    }
    try emit(page, header, Source(path: cutter.path, offset: place), body)
  }

  private mutating func emit(
    _ page: CapturedPage, _ header: CaptureHeader, _ source: Source, _ body: Body
  ) rethrows {
    switch page {
    case .passed(let name): passed[name, default: 0] += 1
    case .page(let bytes, let format, let type):
      results += 1
      try body(
        .success(
          Record(
            source: source, bytes: bytes, format: format, url: header.url,
            mediaType: type.name.isEmpty ? nil : type.name, charset: type.charset,
            retrieved: header.date, consumed: buffer.consumed)))
    case .list(let bytes, let kind):
      results += 1
      let list = RecordCutter(
        path: source.description, limits: cutter.limits, fields: cutter.fields,
        buffer: StreamBuffer(MemorySource(bytes, consumed: buffer.consumed)))
      if case .lines = kind { try list.lines(body) } else { try list.elements(body) }
    }
  }

  private mutating func reject(
    _ reason: Reject.Reason, _ detail: String, _ place: Int?, _ body: Body
  ) rethrows {
    results += 1
    try body(cutter.reject(reason, detail, offset: place))
  }

  private mutating func rejectLength(
    _ header: CaptureHeader, at place: Int, goingOnBehind count: Int, _ body: Body
  ) rethrows {
    let detail = "the record is not \(header.length) bytes long, as it says"
    try rejectDamage(detail, at: place, goingOnBehind: count, body)
  }

  /// Rejects a record that is not as its format has it, and moves to the next. If the source fails
  /// before there is one, that is the damage, and is said instead.
  private mutating func rejectDamage(
    _ detail: String, at place: Int, goingOnBehind count: Int, _ body: Body
  ) rethrows {
    synchronise(behind: count)
    if buffer.available == 0, buffer.failure?.isLoss == true {
      _ = try goOn(at: place, body)
    } else {
      try reject(.corrupt, detail, place, body)
    }
  }
}
