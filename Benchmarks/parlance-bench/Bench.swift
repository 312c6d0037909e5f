import Foundation
import Lexicons

/// Times each stage on one core, and a whole run on all of them, on the data that PARLANCE_DATA
/// names. Prints a table and writes it to Benchmarks/RESULTS.md; `parlance-bench tag` times tagging
/// alone, of texts and of stored documents, and `parlance-bench rerun` what an edit of a lexicon
/// costs a stored study; they write nothing. `parlance-bench lexicon LEXICON TEXTS PASSES` is for
/// Benchmarks/lexicons/bench.py.
@main
struct Bench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "lexicon", arguments.count == 4, let passes = Int(arguments[3]) {
      return try LexiconBenchmark(lexicon: arguments[1], texts: arguments[2]).run(passes: passes)
    }
    let data = ProcessInfo.processInfo.environment["PARLANCE_DATA"] ?? "../shared"
    guard let samples = try Samples(data + "/data") else {
      print("no data at \(data)/data: set PARLANCE_DATA to the folder that holds it")
      return
    }
    defer { samples.remove() }
    let lexicons = try LexiconSet.load(["lexicons"])
    let stages = StageBenchmarks(samples: samples, lexicons: lexicons)
    var report = Report()
    switch arguments {
    case ["tag"]:
      report.add(stages.tag())
      return report.add(try stages.retag())
    case ["rerun"]:
      return try RunBenchmarks(samples: samples).reruns { report.add($0) }
    default: break
    }
    try stages.run { report.add($0) }
    try RunBenchmarks(samples: samples).run { report.add($0) }
    try report.text.write(toFile: "Benchmarks/RESULTS.md", atomically: true, encoding: .utf8)
  }
}
