import Foundation

/// Whole runs of the executable, each a process of its own whose memory the system tells.
struct RunBenchmarks {
  let samples: Samples

  func run(_ report: (Figure) -> Void) throws {
    let executable = ".build/release/parlance"
    guard FileManager.default.isExecutableFile(atPath: executable) else { return }
    report(try run("run: headlines", archive: samples.headlines, executable))
    let archive = try multiply([samples.texts], to: 10_000)
    report(
      try run("run: 10000 articles made of the full texts", archive: archive.path, executable))
    try reruns(report)
  }

  /// Runs over 100,000 articles: the first, one after an edit of a lexicon, and what the store that
  /// they leave takes and answers.
  func reruns(_ report: (Figure) -> Void) throws {
    let executable = ".build/release/parlance"
    for (name, sources) in [
      ("the full texts", [samples.texts]), ("news of average length", samples.news),
    ] {
      let archive = try multiply(sources, to: 100_000)
      let name = "100000 articles made of \(name)"
      report(try run("run: \(name)", archive: archive.path, executable))
      report(try rerun("run after an edit of a lexicon: \(name)", executable))
      for query in ["venture capital", "exploding term sheet*"] {
        report(try concordance(query, executable))
      }
      report(try storeSize(of: archive.textBytes))
      try FileManager.default.removeItem(atPath: archive.path)
    }
  }

  private var study: String { samples.folder + "/study.yaml" }
  private var out: String { samples.folder + "/out" }
  private var lexicons: String { samples.folder + "/lexicons" }

  /// The run goes on from the store of the one before.
  private func rerun(_ what: String, _ executable: String) throws -> Figure {
    let edited = lexicons + "/edit.yaml"
    try "lexicon: edit\nentries:\n  - {id: new, terms: [a brand new term]}\n".write(
      toFile: edited, atomically: true, encoding: .utf8)
    let (seconds, peak) = try time { try ChildProcess.run(executable, ["run", study, "--quiet"]) }
    try FileManager.default.removeItem(atPath: edited)
    let words = try words()
    return Figure(
      what: what + " (all cores, one run)", amount: "\(words) words", seconds: seconds,
      rate: "\(Report.decimal(Double(words) / 1e6 / seconds, 1)) million words/s",
      memory: "\(peak / 1024) MB")
  }

  /// The median of several runs of the command, with all that a process costs.
  private func concordance(_ query: String, _ executable: String) throws -> Figure {
    let rows = samples.folder + "/rows"
    let seconds = try Figure.median {
      _ = try ChildProcess.run(
        "/bin/sh",
        [
          "-c", #"exec "$0" concordance --study "$1" --quiet "$2" > "$3""#, executable, study,
          query, rows,
        ])
    }
    return Figure(
      what: "concordance of '\(query)'", amount: "the same store", seconds: seconds,
      rate: "\(try lines(rows)) lines")
  }

  private func storeSize(of text: Int) throws -> Figure {
    let size = try FileManager.default.attributesOfItem(atPath: out + "/study.sqlite")[.size]
    let bytes = size as? Int ?? 0
    return Figure(
      what: "the store beside the plain text", amount: Report.megabytes(text), seconds: nil,
      rate: "\(Report.megabytes(bytes)): \(Report.decimal(Double(bytes) / Double(text), 3)) of it")
  }

  private func run(_ what: String, archive: String, _ executable: String) throws -> Figure {
    if !FileManager.default.fileExists(atPath: lexicons) {
      try FileManager.default.copyItem(atPath: "lexicons", toPath: lexicons)
    }
    let text = """
      study: Benchmark
      archive: ["\(archive)"]
      lexicons: ["\(lexicons)"]
      period: quarter
      measures:
        - {id: china, count: country/CN}
        - {id: venture, count: theme/venture}
      out: out
      """
    try text.write(toFile: study, atomically: true, encoding: .utf8)
    try? FileManager.default.removeItem(atPath: out)
    let size = try FileManager.default.attributesOfItem(atPath: archive)[.size] as? Int ?? 0
    let (seconds, peak) = try time { try ChildProcess.run(executable, ["run", study, "--quiet"]) }
    let documents = try lines(out + "/documents.csv") - 1
    return Figure(
      what: what + " (all cores, one run)", amount: "\(Report.megabytes(size)) on disk",
      seconds: seconds, rate: "\(Int(Double(documents) / seconds)) documents/s",
      memory: "\(peak / 1024) MB")
  }

  private func time(_ body: () throws -> Int) rethrows -> (seconds: Double, peak: Int) {
    let began = ContinuousClock.now
    let peak = try body()
    let elapsed = ContinuousClock.now - began
    return (
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18, peak
    )
  }

  /// An archive of `count` articles: the texts over and over, each with an identifier and a first
  /// word of its own. Not compressed.
  private func multiply(
    _ sources: [String], to count: Int
  ) throws -> (path: String, textBytes: Int) {
    let path = samples.folder + "/multiplied.jsonl"
    let one = samples.folder + "/texts.jsonl"
    let names = sources.map { "'\($0)'" }.joined(separator: " ")
    _ = try ChildProcess.run("/bin/sh", ["-c", "gzip -dc \(names) > '\(one)'"])
    let lines = try Data(contentsOf: URL(fileURLWithPath: one)).split(separator: 0x0A)
    let halves = try lines.compactMap { line -> (Data, Data, textBytes: Int)? in
      guard let comma = line.firstIndex(of: UInt8(ascii: ",")),
        let text = line.range(of: Data(#""text": ""#.utf8))
      else { return nil }
      let article = try JSONDecoder().decode(Texts.self, from: line)
      return (
        line[comma..<text.upperBound], line[text.upperBound...],
        (article.title ?? "").utf8.count + article.text.utf8.count
      )
    }
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    var textBytes = 0
    for number in 0..<count {
      let (head, tail, bytes) = halves[number % halves.count]
      let word = Data("w\(number) ".utf8)
      var line = Data("{\"id\": \"a\(number)\"".utf8)
      line += head
      line += word
      line += tail
      line.append(0x0A)
      textBytes += word.count + bytes
      try file.write(contentsOf: line)
    }
    try file.close()
    return (path, textBytes)
  }

  private struct Texts: Decodable {
    var title: String?
    var text: String
  }

  /// What a manifest says of the words that a run counted.
  private struct Manifest: Decodable {
    struct Input: Decodable { var tokens: Int }
    var input: Input
  }

  private func words() throws -> Int {
    let manifest = try Data(contentsOf: URL(fileURLWithPath: out + "/manifest.json"))
    return try JSONDecoder().decode(Manifest.self, from: manifest).input.tokens
  }

  private func lines(_ path: String) throws -> Int {
    try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
      .count { $0 == UInt8(ascii: "\n") }
  }
}

/// A process whose peak memory is told.
enum ChildProcess {
  /// Runs to the end; returns the peak resident memory in KiB, as Linux tells it of the process
  /// while it runs (the system's count for ended children includes the parent's own before exec),
  /// or 0 elsewhere.
  static func run(_ path: String, _ arguments: [String]) throws -> Int {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    try process.run()
    var peak = 0
    while process.isRunning {
      peak = max(peak, highWaterMark(process.processIdentifier))
      Thread.sleep(forTimeInterval: 0.02)
    }
    process.waitUntilExit()
    return peak
  }

  private static func highWaterMark(_ process: Int32) -> Int {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
