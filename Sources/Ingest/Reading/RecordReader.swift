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
    let buffer: StreamBuffer
    do {
      buffer = try open(file)
    } catch {
      return try body(
        .failure(Reject(Source(path: file.path), reason: error.reason, detail: error.detail)))
    }
    let head = buffer.copy(0..<min(buffer.available, FileKind.headLength))
    let cutter = RecordCutter(path: file.path, limits: limits, fields: fields, buffer: buffer)
    if head.isEmpty {
      if buffer.failure == nil { try body(cutter.reject(.empty, "the file holds nothing")) }
    } else {
      switch FileKind(
        head: head, name: file.path, isWhole: buffer.hasEnded, fields: fields)
      {
      case .whole(let format): try cutter.whole(format, body)
      case .lines: try cutter.lines(body)
      case .elements: try cutter.elements(body)
      case .rows(let dialect): try cutter.rows(dialect, head: head, body)
      case .refused(let reason, let detail):
        if buffer.failure == nil { try body(cutter.reject(reason, detail)) }
      }
    }
    if let failure = buffer.failure {
      let reject = cutter.reject(
        failure.reason, failure.detail, offset: buffer.offset > 0 ? buffer.offset : nil)
      try body(reject)
    }
  }

  /// The file's bytes, inflated if they are gzip, as UTF-8 if they are UTF-16, with its head read.
  private func open(_ file: ArchiveFile) throws(ReadFailure) -> StreamBuffer {
    var buffer = StreamBuffer(try FileSource(file))
    buffer.prepare(3)
    if buffer.copy(0..<min(2, buffer.available)) == [0x1F, 0x8B] {
      buffer = StreamBuffer(try GzipSource(buffer, limits: limits))
    }
    buffer.prepare(FileKind.headLength)
    let head = buffer.copy(0..<min(buffer.available, FileKind.headLength))
    if MagicNumber.name(of: head) == nil, let encoding = Self.utf16(head) {
      buffer = StreamBuffer(UTF16Source(buffer, encoding: encoding))
      buffer.prepare(FileKind.headLength)
    }
    return buffer
  }

  private static func utf16(_ head: [UInt8]) -> Encoding? {
    if let (encoding, _) = TextDecoder.byteOrderMark(head) {
      return encoding == .utf8 ? nil : encoding
    }
    return UTF16Detection.detect(head)
  }
}
