import Corpus

/// Reads the members of a zip or tar file, each as a file of its own below the archive's path:
/// `pages.zip/2019/page.html`.
struct MemberReader {
  let reader: RecordReader
  let path: String
  /// How many layers of packing and archives lie around this archive.
  let depth: Int

  /// Calls `body` with each record of each member. A damaged member is one reject, and the next is
  /// read where libarchive finds it.
  func forEachRecord(
    in packed: any ByteSource, _ body: (Result<Record, Reject>) throws -> Void
  ) rethrows {
    let archive = Source(path: path)
    guard depth < reader.limits.nestingDepth else {
      let detail = "an archive within \(depth) layers of others: over the limit of nesting"
      return try body(.failure(Reject(archive, reason: .tooLarge, detail: detail)))
    }
    let decoder: ArchiveDecoder
    do throws(ReadFailure) {
      (packed as? any SeekableSource)?.seek(to: 0)
      decoder = try ArchiveDecoder(packed)
    } catch {
      return try body(.failure(error.reject(archive)))
    }
    var members = 0
    var expanded = 0
    // What is wrong has been said; until a sound member comes, it is the same damage.
    var isDamaged = false
    while true {
      let member: ArchiveDecoder.Member
      do throws(ReadFailure) {
        guard let next = try decoder.nextMember() else { break }
        member = next
      } catch {
        if !isDamaged { try body(.failure(error.reject(archive))) }
        isDamaged = true
        if error.resumes { continue }
        return
      }
      isDamaged = false
      guard member.isFile, let name = Self.label(member.name) else { continue }
      members += 1
      let label = "\(path)/\(name)"
      if member.isEncrypted {
        let detail = "the member is encrypted"
        try body(
          .failure(Reject(Source(path: label), reason: .unknownFormat, detail: detail)))
        continue
      }
      let source = MemberSource(
        decoder, in: packed, expandedBefore: expanded, limits: reader.limits)
      try reader.forEachRecord(in: source, path: label, depth: depth + 1, body)
      expanded += source.delivered
      isDamaged = source.hasFailed
    }
    if members == 0, !isDamaged {
      try body(.failure(Reject(archive, reason: .empty, detail: "the archive holds no files")))
    }
  }

  /// A member's name as part of a path; nil for what folders keep hidden, such as macOS's `._page`.
  private static func label(_ name: String) -> String? {
    let parts = name.split(separator: "/").filter { $0 != "." }
    guard let last = parts.last, !parts.contains(where: { $0.hasPrefix(".") && $0 != ".." }) else {
      return nil
    }
    return last == ".." ? nil : parts.joined(separator: "/")
  }
}

/// The bytes of one member.
private final class MemberSource: ByteSource {
  private let decoder: ArchiveDecoder
  private let packed: any ByteSource
  private let expandedBefore: Int
  private let limits: ReadLimits
  private(set) var delivered = 0
  private(set) var hasFailed = false

  /// - Parameter expandedBefore: bytes of the members before, which count towards the limits too.
  init(
    _ decoder: ArchiveDecoder, in packed: any ByteSource, expandedBefore: Int, limits: ReadLimits
  ) {
    self.decoder = decoder
    self.packed = packed
    self.expandedBefore = expandedBefore
    self.limits = limits
  }

  var consumed: Int { packed.consumed }

  func read(appendingTo buffer: inout [UInt8]) throws(ReadFailure) -> Bool {
    let before = buffer.count
    do throws(ReadFailure) {
      guard try decoder.read(appendingTo: &buffer) else { return false }
    } catch {
      hasFailed = true
      throw error
    }
    delivered += buffer.count - before
    let total = expandedBefore + delivered
    if let failure = limits.expansionFailure(of: packed.consumed, to: total) { throw failure }
    return true
  }
}
