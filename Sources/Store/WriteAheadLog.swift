import Foundation

/// What SQLite's write-ahead log would put into the database: the pages of its committed frames, each
/// in its last version (<https://www.sqlite.org/fileformat2.html#the_write_ahead_log>).
struct WriteAheadLog {
  /// The first bytes, with the random salts that tell this log from any other.
  static let headerSize = 32
  private static let frameHeaderSize = 24

  /// CRC-32 of each page, by its number from 1.
  private(set) var sums: [Int: UInt32] = [:]
  /// Pages of the database after the last commit.
  private(set) var pageCount = 0
  /// The checksum that runs through the frames, at the last commit: of all that the log holds.
  private(set) var checksum: UInt64 = 0

  /// The header of the log at `path`; `nil` if it is too short to have one.
  static func header(at path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: headerSize)
    return fill(&header, from: descriptor) ? header : nil
  }

  /// `nil` if the file is missing or holds no committed frame.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: Self.headerSize)
    guard Self.fill(&header, from: descriptor) else { return nil }
    let magic = Self.number(header, 0)
    let pageSize = Int(Self.number(header, 8))
    guard magic | 1 == 0x377F_0683, (512...65_536).contains(pageSize) else { return nil }
    var running = FrameChecksum(isBigEndian: magic & 1 == 1)
    running.add(header[..<24])
    guard running.value == Self.long(header, 24) else { return nil }
    var uncommitted: [Int: UInt32] = [:]
    var frame = [UInt8](repeating: 0, count: Self.frameHeaderSize + pageSize)
    // The first frame that is cut, of another log or does not add up ends the log.
    while Self.fill(&frame, from: descriptor), frame[8..<16] == header[16..<24] {
      running.add(frame[..<8])
      running.add(frame[Self.frameHeaderSize...])
      guard running.value == Self.long(frame, 16) else { break }
      uncommitted[Int(Self.number(frame, 0))] = Checksum.of(frame[Self.frameHeaderSize...])
      let count = Int(Self.number(frame, 4))
      guard count > 0 else { continue }
      pageCount = count
      checksum = running.value
      sums.merge(uncommitted) { $1 }
      uncommitted.removeAll(keepingCapacity: true)
    }
    guard pageCount > 0 else { return nil }
  }

  /// Fills `buffer`; false if the file ends before.
  private static func fill(_ buffer: inout [UInt8], from descriptor: Int32) -> Bool {
    var done = 0
    while done < buffer.count {
      let count = buffer[done...].withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func number(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    bytes[index..<(index + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private static func long(_ bytes: [UInt8], _ index: Int) -> UInt64 {
    UInt64(number(bytes, index)) << 32 | UInt64(number(bytes, index + 4))
  }
}

/// The checksum that runs through the frames of a log: two sums of 32-bit words, each fed into the
/// other.
private struct FrameChecksum {
  let isBigEndian: Bool
  private var first: UInt32 = 0
  private var second: UInt32 = 0

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  var value: UInt64 { UInt64(first) << 32 | UInt64(second) }

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { words in
      var index = 0
      while index + 8 <= words.count {
        first &+= word(words, index) &+ second
        second &+= word(words, index + 4) &+ first
        index += 8
      }
    }
  }

  private func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt32 {
    let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)
    return isBigEndian ? UInt32(bigEndian: word) : UInt32(littleEndian: word)
  }
}
