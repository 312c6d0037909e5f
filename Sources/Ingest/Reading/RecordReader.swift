public import Corpus

/// Cuts a file into records: cheap, serial, and flat in memory however long the file is.
public struct RecordReader: Sendable {
  public var limits: ReadLimits
  /// Columns that hold titles or texts under names of their own.
  public var fields: FieldMapping

  public init(limits: ReadLimits = ReadLimits(), fields: FieldMapping = FieldMapping()) {
    self.limits = limits
    self.fields = fields
  }

  /// Calls `body` with each record of the file in order, and with what could not be read.
  public func forEachRecord(
    in file: ArchiveFile, _ body: (Result<Record, Reject>) throws -> Void
  ) rethrows {
    let source: any ByteSource
    do throws(ReadFailure) {
      source =
        if let location = file.location {
          try FileSource(at: location, size: file.size)
        } else {
          StandardInput()
        }
    } catch {
      return try body(.failure(error.reject(Source(path: file.path))))
    }
    try forEachRecord(in: source, path: file.path, depth: 0, body)
  }

  /// Calls `body` with each record of a file, or of a member of an archive, which is read as a file
  /// of its own.
  ///
  /// - Parameter depth: how many layers of packing and archives lie around it.
  func forEachRecord(
    in source: any ByteSource, path: String, depth: Int,
    _ body: (Result<Record, Reject>) throws -> Void
  ) rethrows {
    let stream: Stream
    do throws(ReadFailure) {
      stream = try open(source, depth: depth)
    } catch {
      return try body(.failure(error.reject(Source(path: path))))
    }
    let buffer = stream.buffer
    let head = buffer.copy(0..<min(buffer.available, FileKind.headLength))
    let cutter = RecordCutter(path: path, limits: limits, fields: fields, buffer: buffer)
    let kind = FileKind(head: head, name: path, isWhole: buffer.hasEnded, fields: fields)
    for failure in stream.failures {
      try body(.failure(failure.reject(Source(path: path), goesOn: kind.goesOnBehindGaps)))
    }
    if head.isEmpty {
      if buffer.failure == nil { try body(cutter.reject(.empty, "the file holds nothing")) }
    } else {
      guard stream.failures.isEmpty || kind.goesOnBehindGaps else { return }
      switch kind {
      case .whole(let format): try cutter.whole(format, body)
      case .lines: try cutter.lines(body)
      case .elements: try cutter.elements(body)
      case .rows(let dialect): try cutter.rows(dialect, head: head, body)
      case .captures(let format):
        var captures = CaptureCutter(cutter, format, isPacked: stream.depth > depth)
        try captures.cut(body)
      case .members:
        let members = MemberReader(reader: self, path: path, depth: stream.depth)
        return try members.forEachRecord(in: stream.seekable ?? buffer, body)
      case .word: try cutter.word(body)
      case .refused(let reason, let detail):
        if buffer.failure == nil { try body(cutter.reject(reason, detail)) }
      }
    }
    if let failure = buffer.takeFailure() {
      let offset = buffer.offset > 0 ? buffer.offset : nil
      try body(.failure(failure.reject(Source(path: path, offset: offset))))
    }
  }

  private struct Stream {
    var buffer: StreamBuffer
    /// The source itself, if it can seek and nothing is packed: zip files are read by their ends.
    var seekable: (any SeekableSource)?
    var depth: Int
    /// What failed before the first bytes.
    var failures: [ReadFailure] = []

    /// Reads `count` bytes of the head, behind damage if need be, and returns them.
    mutating func head(_ count: Int) -> [UInt8] {
      buffer.prepare(count)
      while buffer.available == 0, buffer.failure?.resumes == true,
        let failure = buffer.takeFailure()
      {
        failures.append(failure)
        buffer.prepare(count)
      }
      return buffer.copy(0..<min(count, buffer.available))
    }
  }

  /// A file's bytes, unpacked, as UTF-8 if they are UTF-16, with their head read.
  private func open(_ source: any ByteSource, depth: Int) throws(ReadFailure) -> Stream {
    var stream = Stream(buffer: StreamBuffer(source), depth: depth)
    while let packing = Packing(head: stream.head(Packing.headLength)) {
      stream.depth += 1
      guard stream.depth <= limits.nestingDepth else {
        throw ReadFailure(
          reason: .tooLarge,
          detail: "packed more than \(limits.nestingDepth) times: over the limit of nesting")
      }
      stream.buffer = StreamBuffer(try packing.unpack(stream.buffer, limits: limits))
    }
    let head = stream.head(FileKind.headLength)
    if MagicNumber.name(of: head) == nil, let encoding = Self.utf16(head) {
      stream.buffer = StreamBuffer(UTF16Source(stream.buffer, encoding: encoding))
      stream.buffer.prepare(FileKind.headLength)
    }
    if stream.depth == depth { stream.seekable = source as? any SeekableSource }
    return stream
  }

  private static func utf16(_ head: [UInt8]) -> Encoding? {
    if let (encoding, _) = TextDecoder.byteOrderMark(head) {
      return encoding == .utf8 ? nil : encoding
    }
    return UTF16Detection.detect(head)
  }
}

extension ReadFailure {
  /// - Parameter goesOn: the reader goes on behind what is missing, if the source does.
  func reject(_ source: Source, goesOn: Bool = false) -> Reject {
    Reject(source, reason: reason, detail: goesOn ? detailGoingOn : detail)
  }

  /// What is told by a reader that goes on.
  var detailGoingOn: String {
    resumption.map { "\(detail); reading goes on at byte \($0)" } ?? detail
  }
}
