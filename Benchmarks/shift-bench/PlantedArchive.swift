import Foundation
import Statistics

/// Archives with planted shifts, through the whole pipeline: articles are written, `parlance run`
/// reads them, and `shifts.csv` is compared with what was planted.
struct PlantedArchive {
  /// What is planted in the series of one invented word.
  struct Plan {
    var name: String
    var synthetic: Synthetic
    /// What ought to be found; `nil` for nothing.
    var kind: String?
  }

  var periods: Int
  var documentsPerPeriod = 400
  var replicates = 40
  var folder: URL

  static let hits = 50.0

  private var plans: [Plan] {
    func plan(_ name: String, _ kind: String?, _ edit: (inout Synthetic) -> Void) -> Plan {
      var synthetic = Synthetic(periods: periods, hits: Self.hits)
      edit(&synthetic)
      return Plan(name: name, synthetic: synthetic, kind: kind)
    }
    return [
      plan("nothing", nil) { _ in },
      plan("nothing, scatter 0.3", nil) { $0.scatter = 0.3 },
      plan("nothing, scatter 0.3, memory 0.4", nil) { ($0.scatter, $0.memory) = (0.3, 0.4) },
      plan("doubling", "change") { $0.factor = 2 },
      plan("doubling, scatter 0.1, memory 0.4", "change") {
        ($0.factor, $0.scatter, $0.memory) = (2, 0.1, 0.4)
      },
      plan("steady rise to double", "trend") { $0.rise = 2 },
      plan("two periods at three times the level", "burst") { ($0.peak, $0.peakLength) = (3, 2) },
    ]
  }

  /// Writes the archive, runs the command, and prints a row for each plan.
  func measure(_ parlance: String, _ reach: inout Reach) throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: parlance)
    process.arguments = ["run", folder.path, "--quiet"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchError("\(parlance) run ended with status \(process.terminationStatus)")
    }
    let rows = try shifts()
    for (index, plan) in plans.enumerated() {
      print(row(of: plan, in: (0..<replicates).map { rows[word(index, $0)] ?? [] }, &reach))
    }
  }

  // MARK: Writing

  /// An invented word for each series: three syllables, so that no two are forms of one.
  private func word(_ plan: Int, _ replicate: Int) -> String {
    let syllables = "bdfgklmnprtv".flatMap { consonant in "aeiou".map { "\(consonant)\($0)" } }
    var number = plan * replicates + replicate
    var word = ""
    for _ in 0..<3 {
      word += syllables[number % syllables.count]
      number /= syllables.count
    }
    return word + "x"
  }

  private func write() throws {
    var random = SplitMix64(state: UInt64(periods))
    let words = plans.indices.flatMap { plan in (0..<replicates).map { word(plan, $0) } }
    let levels = plans.flatMap { plan in
      (0..<replicates).map { _ in plan.synthetic.levels(of: Double(documentsPerPeriod), &random) }
    }
    let entries = words.map { "  - {id: \($0), terms: [\($0)]}\n" }.joined()
    try save("lexicon: planted\nentries:\n\(entries)", as: "planted.yaml")
    try save(
      "study: Planted\narchive: [articles.jsonl]\nlexicons: [planted.yaml]\nperiod: month\n",
      as: "study.yaml")
    var lines = ""
    for period in 0..<periods {
      let month = period % 12 + 1
      let date = "\(2000 + period / 12)-\(month < 10 ? "0" : "")\(month)-15"
      for document in 0..<documentsPerPeriod {
        var text = words.indices.filter {
          Double.random(in: 0..<1, using: &random) < levels[$0][period]
        }.map { words[$0] }
        for _ in 0..<12 { text.append("filler\(Int.random(in: 0..<100_000, using: &random))") }
        text.shuffle(using: &random)
        let body = text.joined(separator: " ")
        lines +=
          "{\"id\":\"\(period)-\(document)\",\"date\":\"\(date)\",\"title\":\"Report \(period) \(document)\",\"text\":\"\(body).\"}\n"
      }
    }
    try save(lines, as: "articles.jsonl")
  }

  private func save(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  // MARK: Reading

  private struct Found {
    var kind: String
    /// Periods from the first.
    var from: Int?
    var to: Int?
  }

  /// The rows of `shifts.csv`, by word. No cell of these studies is quoted.
  private func shifts() throws -> [String: [Found]] {
    let text = try String(
      contentsOf: folder.appendingPathComponent("out/shifts.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first, let measure = header.firstIndex(of: "measure"),
      let kind = header.firstIndex(of: "kind"), let period = header.firstIndex(of: "period"),
      let high = header.firstIndex(of: "period_high")
    else { throw BenchError("shifts.csv has other columns") }
    var found: [String: [Found]] = [:]
    for line in lines.dropFirst() {
      let word = line[measure].split(separator: "/").last.map(String.init) ?? ""
      found[word, default: []].append(
        Found(kind: line[kind], from: place(line[period]), to: place(line[high])))
    }
    return found
  }

  private func place(_ label: String) -> Int? {
    let parts = label.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? (parts[0] - 2000) * 12 + parts[1] - 1 : nil
  }

  private func row(of plan: Plan, in series: [[Found]], _ reach: inout Reach) -> String {
    func share(_ kind: String) -> Double {
      Double(series.count { $0.contains { $0.kind == kind } }) / Double(series.count)
    }
    let kinds = ["change", "trend", "burst"]
    let middle = periods / 2
    let errors = series.compactMap { found -> Int? in
      found.filter { $0.kind == plan.kind && $0.kind != "trend" }
        .compactMap { $0.from.map { abs($0 - middle) } }.min()
    }.sorted()
    let error = errors.isEmpty ? nil : errors[errors.count / 2]
    let name = "archive, \(plan.name), \(periods) periods"
    if let kind = plan.kind {
      reach.expectFound(share(kind), dateError: kind == "trend" ? 0 : error, in: name)
    } else {
      reach.expectNothing(
        Dictionary(uniqueKeysWithValues: kinds.map { ($0, share($0)) }), in: name)
    }
    let columns = kinds.map { percent(share($0)) }.joined(separator: " | ")
    return "| \(plan.name) | \(periods) | \(columns) | \(error.map(String.init) ?? "") |"
  }
}

struct BenchError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// Prints the table for five sizes of archive.
func printArchives(_ parlance: String, folder: String, _ reach: inout Reach) throws {
  print("| series | periods | change, % | trend, % | burst, % | median date error |")
  print("|---|---|---|---|---|---|")
  for periods in [24, 48, 96, 180, 240] {
    try PlantedArchive(
      periods: periods, folder: URL(fileURLWithPath: folder).appendingPathComponent("\(periods)")
    ).measure(parlance, &reach)
  }
}
