/// Bytes in memory.
final class MemorySource: SeekableSource {
  private let bytes: [UInt8]
  private(set) var position = 0
  /// Bytes in memory are part of a file that is being read: they make no progress of their own.
  let consumed: Int

  /// - Parameter consumed: how much of the file had been read when the bytes were cut from it.
  init(_ bytes: [UInt8], consumed: Int? = nil) {
    self.bytes = bytes
    self.consumed = consumed ?? bytes.count
  }

  var size: Int { bytes.count }

  func seek(to position: Int) {
    self.position = min(max(position, 0), bytes.count)
  }

  func read(appendingTo buffer: inout [UInt8]) -> Bool {
    let end = min(position + 1 << 18, bytes.count)
    buffer.append(contentsOf: bytes[position..<end])
    defer { position = end }
    return end > position
  }
}
