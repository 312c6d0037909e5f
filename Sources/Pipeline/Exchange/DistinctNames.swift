/// Gives categories that stand in one place names of their own.
struct DistinctNames {
  private let wanted: Set<String>
  private var given: Set<String> = []

  /// - Parameter wanted: the names that will be asked for, which no other shall get.
  init(_ wanted: [String]) { self.wanted = Set(wanted) }

  /// The name itself the first time; then with the id, or with a number, in brackets.
  mutating func next(for name: String, id: String?) -> String {
    if given.insert(name).inserted { return name }
    var mark = id ?? "2"
    var number = 2
    while !isFree("\(name) [\(mark)]") {
      mark = "\(number)"
      number += 1
    }
    given.insert("\(name) [\(mark)]")
    return "\(name) [\(mark)]"
  }

  private func isFree(_ name: String) -> Bool { !wanted.contains(name) && !given.contains(name) }
}
