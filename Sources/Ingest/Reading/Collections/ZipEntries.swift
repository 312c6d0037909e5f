import Corpus

/// The members of a zip file that is in memory, such as an office document.
enum ZipEntries {
  struct Entry {
    var name: String
    var bytes: [UInt8]
  }

  /// The files among the members whose name `isWanted`, whole, in the archive's order.
  ///
  /// Fails on the first of them that is damaged, encrypted, or over the limits of size and
  /// expansion; what is not wanted is passed over.
  static func read(
    _ zip: [UInt8], limits: ReadLimits = ReadLimits(), where isWanted: (String) -> Bool
  ) throws(ReadFailure) -> [Entry] {
    let decoder = try ArchiveDecoder(MemorySource(zip))
    var entries: [Entry] = []
    var produced = 0
    while let member = try decoder.nextMember() {
      guard member.isFile, isWanted(member.name) else { continue }
      guard !member.isEncrypted else {
        throw ReadFailure(reason: .unknownFormat, detail: "\(member.name) is encrypted")
      }
      var bytes: [UInt8] = []
      while try decoder.read(appendingTo: &bytes) {
        guard bytes.count <= limits.recordBytes else {
          throw ReadFailure(
            reason: .tooLarge, detail: "\(member.name) is over \(limits.recordBytes) bytes")
        }
        if let failure = limits.expansionFailure(of: zip.count, to: produced + bytes.count) {
          throw failure
        }
      }
      produced += bytes.count
      entries.append(Entry(name: member.name, bytes: bytes))
    }
    return entries
  }
}
