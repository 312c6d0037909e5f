import Corpus

/// The mentions of one document by two sets of lexicons, compared by entry and place.
struct MentionChanges {
  private struct Place: Hashable {
    var entry: Int32
    var field: Field
    var start: Int32
    var end: Int32

    init(_ mention: Mention, _ numbers: [Int32]) {
      entry = numbers[Int(mention.entry)]
      field = mention.field
      start = mention.range.bytes.lowerBound
      end = mention.range.bytes.upperBound
    }
  }

  let gained: [Mention]
  let lost: [Mention]

  /// - Parameter numbers: for each set, the numbers that its entries have in both.
  init(
    _ old: [Mention], _ new: [Mention], numbers: (old: [Int32], new: [Int32])
  ) {
    let oldPlaces = old.map { Place($0, numbers.old) }
    let newPlaces = new.map { Place($0, numbers.new) }
    guard oldPlaces != newPlaces else {
      (gained, lost) = ([], [])
      return
    }
    let (before, after) = (Set(oldPlaces), Set(newPlaces))
    gained = zip(new, newPlaces).filter { !before.contains($0.1) }.map(\.0)
    lost = zip(old, oldPlaces).filter { !after.contains($0.1) }.map(\.0)
  }
}
