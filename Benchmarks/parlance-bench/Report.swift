import Foundation

/// One line of the table of figures.
struct Figure {
  var what: String
  var amount: String
  /// `nil` for what is no time.
  var seconds: Double?
  var rate: String
  var memory: String = ""

  /// The median time of several runs of `body`, after one that does not count.
  static func median(of runs: Int = 5, _ body: () throws -> Void) rethrows -> Double {
    try body()
    let times = try (0..<runs).map { _ in
      let clock = ContinuousClock()
      let elapsed = try clock.measure { try body() }
      return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    }
    return times.sorted()[runs / 2]
  }
}

/// The table, with the machine it was measured on.
struct Report {
  private var figures: [Figure] = []

  init() { print(Self.head, terminator: "") }

  /// Adds a figure, and prints it at once.
  mutating func add(_ figure: Figure) {
    figures.append(figure)
    print(Self.line(figure), terminator: "")
    fflush(nil)
  }

  var text: String { Self.head + figures.map(Self.line).joined() }

  private static var head: String {
    """
    # Speed

    `make bench`, release build; medians of five runs after one warm-up.

    Machine: \(machine)

    | what | input | seconds | rate | peak memory |
    |---|---|---|---|---|

    """
  }

  private static func line(_ figure: Figure) -> String {
    "| \(figure.what) | \(figure.amount) | \(figure.seconds.map { decimal($0, 3) } ?? "") | \(figure.rate) "
      + "| \(figure.memory) |\n"
  }

  static func decimal(_ number: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", number)
  }

  static func megabytes(_ bytes: Int) -> String { "\(decimal(Double(bytes) / 1e6, 1)) MB" }

  private static var machine: String {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = model?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
    let process = ProcessInfo.processInfo
    return "\(name ?? "unknown processor"), \(process.activeProcessorCount) cores, "
      + "\(process.physicalMemory >> 30) GiB, \(process.operatingSystemVersionString)"
  }
}
