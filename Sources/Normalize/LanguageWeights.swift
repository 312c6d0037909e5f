/// What words or letters say about languages: a table for many look-ups of keys that mostly miss.
///
/// Open addressing over keys that are well mixed hashes already; a key is never 0.
struct LanguageWeights: Sendable {
  struct Weight: Sendable {
    var language: Int
    var value: Double
  }

  private var keys: [UInt64]
  private var weights: [[Weight]]

  init(_ entries: [UInt64: [Weight]]) {
    var size = 64
    while size < entries.count * 4 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    weights = Array(repeating: [], count: size)
    for (key, value) in entries {
      let slot = slot(of: key)
      keys[slot] = key
      weights[slot] = value
    }
  }

  subscript(key: UInt64) -> [Weight] { weights[slot(of: key)] }

  /// Where the key is or would be.
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key) & (keys.count - 1)
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }
}
