import CLibArchive
import Corpus

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The members of a zip or tar file, in order, through libarchive: the only file that speaks to it.
///
///     while let member = try decoder.nextMember() {
///       while try decoder.read(appendingTo: &bytes) { … }
///     }
///
/// Nothing is ever written to disk: a member's name is a label, wherever it points.
final class ArchiveDecoder {
  struct Member {
    var name: String
    /// A file, as opposed to a folder, link or device.
    var isFile: Bool
    var isEncrypted: Bool
  }

  private let archive: OpaquePointer
  private let input: Input
  private var failedAt: Int64 = -1
  private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  /// - Parameter packed: the archive; if it can seek, a zip file's own table of contents is used.
  init(_ packed: any ByteSource) throws(ReadFailure) {
    guard let archive = archive_read_new() else {
      throw ReadFailure(reason: .unreadable, detail: "libarchive cannot start: out of memory")
    }
    self.archive = archive
    input = Input(packed)
    archive_read_support_format_zip(archive)
    archive_read_support_format_tar(archive)
    archive_read_set_callback_data(archive, Unmanaged.passUnretained(input).toOpaque())
    archive_read_set_read_callback(archive) { _, client, bytes in
      guard let client, let bytes else { return -1 }
      return Unmanaged<Input>.fromOpaque(client).takeUnretainedValue().read(&bytes.pointee)
    }
    if packed is any SeekableSource {
      archive_read_set_seek_callback(archive) { _, client, offset, origin in
        guard let client else { return -1 }
        return Unmanaged<Input>.fromOpaque(client).takeUnretainedValue().seek(offset, origin)
      }
    }
    let status = Self.inUTF8 { archive_read_open1(archive) }
    guard status == ARCHIVE_OK else { throw failure(.corrupt) }
  }

  deinit {
    archive_read_free(archive)
    chunk.deallocate()
  }

  /// The next member, or nil at the end. After a failure that `resumes`, ask again.
  func nextMember() throws(ReadFailure) -> Member? {
    var entry: OpaquePointer?
    let status = Self.inUTF8 { archive_read_next_header(archive, &entry) }
    switch status {
    case ARCHIVE_EOF: return nil
    case ARCHIVE_OK, ARCHIVE_WARN:
      guard let entry else { return nil }
      return Member(
        name: Self.name(of: entry), isFile: parlance_entry_is_file(entry) != 0,
        isEncrypted: archive_entry_is_encrypted(entry) != 0)
    default:
      var failure = failure(.corrupt)
      // A reader that stays where it is would fail for ever.
      let place = archive_read_header_position(archive)
      failure.resumes = status != ARCHIVE_FATAL && place != failedAt
      failedAt = place
      throw failure
    }
  }

  /// Appends bytes of the member at hand; false at its end.
  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    let count = archive_read_data(archive, chunk.baseAddress, chunk.count)
    guard count >= 0 else { throw failure(.corrupt) }
    buffer.append(contentsOf: chunk[..<count])
    return count > 0
  }

  /// What the source failed of; else what libarchive says.
  private func failure(_ reason: Reject.Reason) -> ReadFailure {
    if let failure = input.failure { return failure }
    let message = archive_error_string(archive).map { String(cString: $0) } ?? "unknown damage"
    let isCut = message.lowercased().contains("truncated")
    return ReadFailure(reason: isCut ? .truncated : reason, detail: message)
  }

  private static func name(of entry: OpaquePointer) -> String {
    guard var byte = archive_entry_pathname(entry) else { return "" }
    var name: [UInt8] = []
    while byte.pointee != 0 {
      name.append(UInt8(bitPattern: byte.pointee))
      byte += 1
    }
    return FilePath.text(name)
  }

  /// libarchive gives names in the encoding of the thread's locale.
  private static func inUTF8<Result>(_ body: () -> Result) -> Result {
    guard let locale = UTF8Locale.shared.locale else { return body() }
    let previous = uselocale(locale)
    defer { uselocale(previous) }
    return body()
  }
}

/// Made once and never freed, since any thread may be using it.
private struct UTF8Locale: @unchecked Sendable {
  static let shared = UTF8Locale()
  let locale = parlance_utf8_locale()
}

/// What libarchive calls back for bytes: they must stay where they are until the next call.
private final class Input {
  private let source: any ByteSource
  private var bytes: [UInt8] = []
  private var kept = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private(set) var failure: ReadFailure?

  init(_ source: any ByteSource) {
    self.source = source
  }

  deinit { kept.deallocate() }

  func read(_ start: inout UnsafeRawPointer?) -> Int {
    bytes.removeAll(keepingCapacity: true)
    do throws(ReadFailure) {
      while bytes.isEmpty {
        guard try source.read(appendingTo: &bytes) else { return 0 }
      }
    } catch {
      failure = error
      return -1
    }
    if kept.count < bytes.count {
      kept.deallocate()
      kept = .allocate(byteCount: bytes.count, alignment: 16)
    }
    kept.copyBytes(from: bytes)
    start = UnsafeRawPointer(kept.baseAddress)
    return bytes.count
  }

  func seek(_ offset: Int64, _ origin: Int32) -> Int64 {
    guard let source = source as? any SeekableSource else { return -1 }
    let base =
      switch origin {
      case SEEK_CUR: source.position
      case SEEK_END: source.size
      default: 0
      }
    let (target, overflows) = base.addingReportingOverflow(Int(offset))
    guard !overflows, target >= 0, target <= source.size else { return -1 }
    source.seek(to: target)
    return Int64(target)
  }
}
