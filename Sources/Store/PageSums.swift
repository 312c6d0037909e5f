import Foundation

/// The CRC-32 of each page of a database file as the last checkpoint left it, in a file beside it:
/// the database itself is written at checkpoints alone, so that any other change of it is damage.
struct PageSums: Equatable {
  var pageSize: Int
  /// By page, from the first.
  var sums: [UInt32]
  /// The checksum of the log that a checkpoint, which may or may not have been finished, was moving
  /// into the database. The sums are those of its pages when it is done.
  var unfinished: UInt64?
  /// The header of the log that belongs to the database, once it has one. Until the next checkpoint
  /// nothing of that log is in the database: losing it loses transactions, and nothing else.
  var logHeader: [UInt8]?

  // MARK: The file

  private static let magic = Array("PARLSUM1".utf8)
  /// Magic, state, page size, count, sum of sums, the log's checksum and header, sum of these.
  private static let headerSize = 8 + 4 + 4 + 8 + 4 + 8 + WriteAheadLog.headerSize + 4

  /// `nil` if there is no such file, or it is damaged.
  init?(path: String) {
    guard let data = FileManager.default.contents(atPath: path), data.count >= Self.headerSize,
      let header = Checksum.open(Array(data.prefix(Self.headerSize)))
    else { return nil }
    var reader = LittleEndianReader(header)
    guard reader.bytes(8) == Self.magic else { return nil }
    let state = reader.number(4)
    pageSize = Int(reader.number(4))
    let count = Int(truncatingIfNeeded: reader.number(8))
    let checksum = reader.number(4)
    let log = reader.number(8)
    let body = ArraySlice(data.dropFirst(Self.headerSize))
    guard count >= 0, body.count == count * 4, checksum == UInt64(Checksum.of(body))
    else { return nil }
    unfinished = state & 1 == 1 ? log : nil
    let logHeader = reader.bytes(WriteAheadLog.headerSize)
    self.logHeader = state & 2 == 2 ? logHeader : nil
    sums = Blob.numbers(body)
  }

  /// Of the database at `path`, read whole.
  init(scanning path: String, pageSize: Int) throws {
    self.pageSize = pageSize
    sums = try Self.scan(path, pageSize: pageSize)
  }

  /// Writes a new file, on the disk before it replaces the old one.
  func save(to path: String) throws {
    let part = path + ".part"
    do {
      try Data(header + Blob.bytes(sums)).write(to: URL(filePath: part))
      try Self.withDescriptor(part, O_WRONLY) { try Self.check(fsync($0)) }
      try Self.check(rename(part, path))
      // The name must be on the disk before the database is written: a loss of power in between
      // would leave new pages and old sums.
      let folder = (path as NSString).deletingLastPathComponent
      try Self.withDescriptor(folder.isEmpty ? "." : folder, O_RDONLY) { descriptor in
        try Self.check(fsync(descriptor) == 0 || errno == EINVAL ? 0 : -1)
      }
    } catch {
      unlink(part)
      throw error
    }
  }

  /// Writes the header alone.
  func saveHeader(to path: String, isSynced: Bool) throws {
    try Self.withDescriptor(path, O_WRONLY) { descriptor in
      let bytes = header
      try Self.check(pwrite(descriptor, bytes, bytes.count, 0) == bytes.count ? 0 : -1)
      if isSynced { try Self.check(fsync(descriptor)) }
    }
  }

  private var header: [UInt8] {
    var writer = LittleEndianWriter()
    writer.bytes += Self.magic
    writer.append((unfinished == nil ? 0 : 1) | (logHeader == nil ? 0 : 2), 4)
    writer.append(UInt64(pageSize), 4)
    writer.append(UInt64(sums.count), 8)
    writer.append(UInt64(Checksum.of(Blob.bytes(sums)[...])), 4)
    writer.append(unfinished ?? 0, 8)
    writer.bytes += logHeader ?? [UInt8](repeating: 0, count: WriteAheadLog.headerSize)
    return Checksum.seal(writer.bytes)
  }

  // MARK: The pages

  /// The first page, from 1, of the database at `path` that is not as it was left; `nil` if all are.
  func firstDamage(in path: String) throws -> Int? {
    let found = try Self.scan(path, pageSize: pageSize)
    if let index = zip(found, sums).enumerated().first(where: { $1.0 != $1.1 })?.offset {
      return index + 1
    }
    return found.count == sums.count ? nil : min(found.count, sums.count) + 1
  }

  /// The same among `pages`, so far as there are such.
  func firstDamage(in path: String, among pages: some Sequence<Int>) throws -> Int? {
    try Self.withDescriptor(path, O_RDONLY) { descriptor in
      var page = [UInt8](repeating: 0, count: pageSize)
      return pages.first { number in
        guard number <= sums.count else { return false }
        let count = pread(descriptor, &page, pageSize, off_t((number - 1) * pageSize))
        return count != pageSize || Checksum.of(page[...]) != sums[number - 1]
      }
    }
  }

  private static func scan(_ path: String, pageSize: Int) throws -> [UInt32] {
    try withDescriptor(path, O_RDONLY) { descriptor in
      var sums: [UInt32] = []
      var block = [UInt8](repeating: 0, count: pageSize * 256)
      while true {
        let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        try check(count < 0 ? -1 : 0)
        if count == 0 { return sums }
        block.withUnsafeBytes { bytes in
          for start in stride(from: 0, to: count, by: pageSize) {
            let end = min(start + pageSize, count)
            sums.append(Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[start..<end])))
          }
        }
      }
    }
  }

  private static func withDescriptor<T>(
    _ path: String, _ flags: Int32, _ body: (Int32) throws -> T
  ) throws -> T {
    let descriptor = open(path, flags | O_CLOEXEC)
    try check(descriptor)
    defer { close(descriptor) }
    return try body(descriptor)
  }

  private static func check(_ status: Int32) throws {
    guard status < 0 else { return }
    throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
  }
}

private struct LittleEndianWriter {
  var bytes: [UInt8] = []

  mutating func append(_ number: UInt64, _ count: UInt64) {
    bytes += (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

private struct LittleEndianReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func bytes(_ count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func number(_ count: Int) -> UInt64 {
    bytes(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
