/// What one kind of torture came to.
public struct TortureReport: Sendable, CustomStringConvertible {
  public var title: String
  public var attempts = 0
  /// What went wrong, one line for each attempt that did.
  public var failures: [String] = []
  /// What the attempts that went well came to, and how often.
  public var outcomes: [String: Int] = [:]

  public init(_ title: String) { self.title = title }

  public var passed: Bool { failures.isEmpty && attempts > 0 }

  /// Counts an attempt that ended as `outcome`, or failed for `reason`.
  mutating func count(_ outcome: String, failure reason: String?) {
    attempts += 1
    if let reason { failures.append(reason) } else { outcomes[outcome, default: 0] += 1 }
  }

  public var description: String {
    let well = attempts - failures.count
    let details = outcomes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    var lines = [
      "\(passed ? "ok  " : "FAIL") \(title): \(well) of \(attempts)"
        + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
    ]
    lines += failures.prefix(10).map { "       \($0)" }
    return lines.joined(separator: "\n")
  }
}
