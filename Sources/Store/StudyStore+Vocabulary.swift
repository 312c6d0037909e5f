public import Bytes
import Foundation
internal import GRDB
import Synchronization

extension StudyStore {
  /// The items of all texts, for reading them. Kept until items are added.
  public func vocabulary() throws(StoreError) -> Vocabulary {
    let version = try fact(BlockTable.words.fact)
    if let known = vocabularyForReading.withLock({ $0 }), known.version == version {
      return known.vocabulary
    }
    var vocabulary = Vocabulary()
    _ = try read { db in try Self.forEachItem(db) { vocabulary.append($0, $1) } }
    let whole = vocabulary
    vocabularyForReading.withLock { $0 = (version, whole) }
    return whole
  }

  /// Calls `body` with all items in the order of their numbers; returns the sum of their blocks.
  static func forEachItem(
    _ db: Database, _ body: (ArraySlice<UInt8>, ItemKind) -> Void
  ) throws -> Checksum {
    try BlockTable.words.forEachBlock(db) { block in
      var count = 0
      let isWhole = VocabularyCoding.unpack(block) { bytes, kind in
        count += 1
        body(bytes, kind)
      }
      return isWhole ? count : nil
    }
  }
}
