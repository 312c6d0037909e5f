import Foundation

/// Whole runs of the executable, each a process of its own whose memory the system tells.
struct RunBenchmarks {
  let samples: Samples

  func run(_ report: (Figure) -> Void) throws {
    let executable = ".build/release/parlance"
    guard FileManager.default.isExecutableFile(atPath: executable) else { return }
    report(try run("run: headlines", archive: samples.headlines, executable))
    for articles in [10_000, 100_000] {
      let archive = try multiply(samples.texts, to: articles)
      report(
        try run("run: \(articles) articles made of the full texts", archive: archive, executable))
      try FileManager.default.removeItem(atPath: archive)
    }
  }

  private func run(_ what: String, archive: String, _ executable: String) throws -> Figure {
    let study = samples.folder + "/study.yaml"
    let lexicons = FileManager.default.currentDirectoryPath + "/lexicons"
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
    try? FileManager.default.removeItem(atPath: samples.folder + "/out")
    let size = try FileManager.default.attributesOfItem(atPath: archive)[.size] as? Int ?? 0
    let began = ContinuousClock.now
    let peak = try ChildProcess.run(executable, ["run", study, "--quiet"])
    let elapsed = ContinuousClock.now - began
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let documents = try lines(samples.folder + "/out/documents.csv") - 1
    return Figure(
      what: what + " (all cores, one run)", amount: "\(Report.megabytes(size)) on disk",
      seconds: seconds, rate: "\(Int(Double(documents) / seconds)) documents/s",
      memory: "\(peak / 1024) MB")
  }

  /// An archive of `count` articles: the texts over and over, each with an identifier and a first
  /// word of its own. Not compressed.
  private func multiply(_ texts: String, to count: Int) throws -> String {
    let path = samples.folder + "/multiplied.jsonl"
    let one = samples.folder + "/texts.jsonl"
    _ = try ChildProcess.run("/bin/sh", ["-c", "gzip -dc '\(texts)' > '\(one)'"])
    let lines = try Data(contentsOf: URL(fileURLWithPath: one)).split(separator: 0x0A)
    let halves = lines.compactMap { line -> (Data, Data)? in
      guard let comma = line.firstIndex(of: UInt8(ascii: ",")),
        let text = line.range(of: Data(#""text": ""#.utf8))
      else { return nil }
      return (line[comma..<text.upperBound], line[text.upperBound...])
    }
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    for number in 0..<count {
      let (head, tail) = halves[number % halves.count]
      var line = Data("{\"id\": \"a\(number)\"".utf8)
      line += head
      line += Data("w\(number) ".utf8)
      line += tail
      line.append(0x0A)
      try file.write(contentsOf: line)
    }
    try file.close()
    return path
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
