import Bytes
import Export
import Foundation

/// The records that are being read right now, one slot for each worker, in a file: it tells the next
/// run what a run that died was reading.
///
/// A slot is written before its record is parsed and survives the process, not a power failure, and
/// need not: a power failure is no record's fault. Each slot carries a hash of its content, so that
/// one that is torn or damaged is no slot.
final class InFlightJournal: Sendable {
  private static let slotSize = 8192
  private static let hashSize = 8
  private static let headSize = 18

  private let path: String
  private let descriptor: Int32

  /// Makes the file anew, with all its bytes, so that no later write needs space on the disk.
  init(path: String, slots: Int) throws(OutputFile.Failure) {
    self.path = path
    descriptor = open(path, O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputFile.Failure(path: path, code: errno) }
    do throws(OutputFile.Failure) {
      try write([UInt8](repeating: 0, count: slots * Self.slotSize), at: 0)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// A journal that is no longer needed leaves nothing behind.
  deinit {
    unlink(path)
    close(descriptor)
  }

  func enter(_ place: RecordPlace, slot: Int) throws(OutputFile.Failure) {
    try write(Self.encode(place), at: slot * Self.slotSize)
  }

  func leave(slot: Int) throws(OutputFile.Failure) {
    try write([UInt8](repeating: 0, count: Self.headSize), at: slot * Self.slotSize)
  }

  /// What the slots of the journal at `path` hold; nothing if there is none.
  static func places(at path: String) -> [RecordPlace] {
    let bytes = FileManager.default.contents(atPath: path).map { Array($0) } ?? []
    return stride(from: 0, to: bytes.count, by: slotSize).compactMap { start in
      decode(bytes[start..<min(start + slotSize, bytes.count)])
    }
  }

  private func write(_ bytes: [UInt8], at offset: Int) throws(OutputFile.Failure) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset + done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw OutputFile.Failure(path: path, code: errno) }
      done += count
    }
  }

  /// A hash of what follows, the record's number, the length of the path and the path.
  private static func encode(_ place: RecordPlace) -> [UInt8] {
    let file = Array(place.file.utf8.prefix(slotSize - headSize))
    let content = bytes(UInt64(place.number), 8) + bytes(UInt64(file.count), 2) + file
    return bytes(FNV1a.hash(content), UInt64(hashSize)) + content
  }

  private static func decode(_ slot: ArraySlice<UInt8>) -> RecordPlace? {
    guard slot.count >= headSize else { return nil }
    let start = slot.startIndex
    let length = Int(number(slot[(start + 16)..<(start + headSize)]))
    guard headSize + length <= slot.count else { return nil }
    let content = Array(slot[(start + hashSize)..<(start + headSize + length)])
    guard number(slot.prefix(hashSize)) == FNV1a.hash(content),
      let number = Int(exactly: number(content.prefix(8))),
      let file = String(validating: content.dropFirst(10), as: UTF8.self)
    else { return nil }
    return RecordPlace(file: file, number: number)
  }

  private static func bytes(_ number: UInt64, _ count: UInt64) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
