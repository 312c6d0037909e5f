#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A window on a byte source that moves forward as records are cut off its front.
final class StreamBuffer: ByteSource {
  private let source: any ByteSource
  private(set) var bytes: [UInt8] = []
  /// Where the unread bytes begin in `bytes`.
  private(set) var start = 0
  /// The offset of the first unread byte from the beginning of the source.
  private(set) var offset = 0
  private(set) var hasEnded = false
  /// Why the source ended early, to be reported once the bytes before it have been used.
  private(set) var failure: ReadFailure?
  /// Where parts of a packed source begin, here and in it; those behind the unread bytes are gone.
  private var parts: [(offset: Int, packed: Int)] = []

  init(_ source: any ByteSource) {
    self.source = source
  }

  var available: Int { bytes.count - start }
  var consumed: Int { source.consumed }

  /// Reads more bytes behind the unread ones; false when there are none.
  func fill() -> Bool {
    guard !hasEnded else { return false }
    if start > 0, start >= available {
      bytes.removeSubrange(..<start)
      start = 0
    }
    let end = offset + available
    do throws(ReadFailure) {
      hasEnded = try !source.read(appendingTo: &bytes)
    } catch {
      failure = error
      hasEnded = true
    }
    if let packed = source.beganPart {
      if parts.count >= 64 { parts.removeAll { $0.offset < offset } }
      parts.append((end, packed))
    }
    return !hasEnded
  }

  /// The failure that ended the source, for the caller to report. If it `resumes`, reading goes on:
  /// the unread bytes before it must not be taken together with those behind it.
  func takeFailure() -> ReadFailure? {
    defer {
      if failure?.resumes == true { hasEnded = false }
      failure = nil
    }
    return failure
  }

  /// Where in the packed file the part begins that begins `distance` behind the first unread byte;
  /// nil if none does.
  func part(at distance: Int = 0) -> Int? {
    parts.last { $0.offset == offset + distance }?.packed
  }

  /// Reads until `count` bytes are at hand, or the end.
  func prepare(_ count: Int) {
    while available < count, fill() {}
  }

  func skip(_ count: Int) {
    start += count
    offset += count
  }

  /// The distance from the first unread byte plus `from` to the next `byte`, read up to it.
  /// Stops, with nil, at the end or when more than `limit` bytes would have to be kept.
  func distance(to byte: UInt8, from: Int = 0, limit: Int) -> Int? {
    var from = from
    while true {
      let found = bytes.withUnsafeBytes { bytes -> Int? in
        let first = start + from
        guard first < bytes.count,
          let place = memchr(bytes.baseAddress! + first, Int32(byte), bytes.count - first)
        else { return nil }
        return UnsafeRawPointer(place) - bytes.baseAddress! - start
      }
      if let found { return found }
      from = available
      if from > limit || !fill() { return nil }
    }
  }

  /// The byte at that distance from the first unread one, read up to it; nil behind the end.
  func byte(at distance: Int) -> UInt8? {
    prepare(distance + 1)
    return distance < available ? bytes[start + distance] : nil
  }

  /// The unread bytes in `range`, counted from the first.
  func copy(_ range: Range<Int>) -> [UInt8] {
    Array(bytes[start + range.lowerBound..<start + range.upperBound])
  }

  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    if available == 0 {
      guard fill() else {
        if let failure = takeFailure() { throw failure }
        return false
      }
    }
    buffer.append(contentsOf: bytes[start...])
    skip(available)
    return true
  }
}
