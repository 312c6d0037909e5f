import Foundation
import TestSupport
import Testing

/// What the shell sees: statuses, help, and one clear line for what is wrong.
@Suite struct ExitStatusTests {
  @Test(
    "Every command explains itself",
    arguments: [
      [], ["run"], ["ingest"], ["normalize"], ["extract"], ["aggregate"], ["parse"], ["tag"],
      ["concordance"], ["shifts"], ["lexicon"], ["lexicon", "check"], ["lexicon", "show"],
    ])
  func help(_ command: [String]) throws {
    let outcome = try Parlance.run(command + ["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("OVERVIEW:") && outcome.output.contains("USAGE:"))
    #expect(outcome.messages.isEmpty)
  }

  @Test("The version goes to standard output")
  func version() throws {
    let outcome = try Parlance.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: ".").count == 3)
  }

  @Test(
    "Wrong usage ends with status 2 and a hint",
    arguments: [
      ["frobnicate"], ["run", "--jobs", "0"], ["run", "--jobs", "many"], ["run", "--nonsense"],
      ["parse"], ["concordance"], ["concordance", "x", "--width", "0"],
      ["concordance", "x", "--collocates", "--sample", "3"],
      ["concordance", "x", "--collocates", "--sort", "left"],
      ["concordance", "x", "--window", "3"],
      ["tag", "--format", "xml"], ["lexicon", "show"], ["shifts"],
    ])
  func usage(_ command: [String]) throws {
    let outcome = try Parlance.run(command)
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.messages.contains("Error:") && outcome.messages.contains("Usage:"))
    #expect(outcome.output.isEmpty)
  }

  @Test("A whole run ends with status 0 and a summary on standard error alone")
  func success() throws {
    let study = try SmallStudy()
    let outcome = try Parlance.run("run", study.file)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains("42 documents + 1 rejects"), "\(outcome.messages)")
    for name in SmallStudy.outputs { #expect(study.folder.data("out/\(name)") != nil, "\(name)") }
  }

  @Test("--quiet leaves nothing to read when all is well")
  func quiet() throws {
    let study = try SmallStudy(pages: 3)
    let outcome = try Parlance.run("run", study.file, "--quiet")
    #expect(outcome.status == 0)
    #expect(outcome.messages.isEmpty && outcome.output.isEmpty, "\(outcome)")
  }

  @Test("More rejects than allowed end with status 3, with all tables written")
  func rejects() throws {
    let study = try SmallStudy(pages: 2)
    try study.writeStudy("# none\n")
    try study.folder.write(
      "study.yaml", try study.folder.text("study.yaml").replacing("50%", with: "0"))
    let outcome = try Parlance.run("run", study.file)
    #expect(outcome.status == 3, "\(outcome)")
    #expect(outcome.messages.contains("rejects.csv"))
    #expect(try study.table("rejects").rows.count == 1)
  }

  @Test("A run held by another ends with status 1 and says so")
  func held() throws {
    let study = try SmallStudy(pages: 2)
    try study.folder.write("out/study.sqlite.lock", "")
    let descriptor = open(study.folder.path + "/out/study.sqlite.lock", O_RDWR)
    #expect(flock(descriptor, LOCK_EX) == 0)
    defer { close(descriptor) }
    for (text, told) in [
      ("", "study.sqlite.lock); wait"), ("\u{1B}[2J", "study.sqlite.lock); wait"),
      ("process 17 on desk since 2026-01-02T03:04:05Z\n", "process 17 on desk since 2026"),
    ] {
      ftruncate(descriptor, 0)
      pwrite(descriptor, text, text.utf8.count, 0)
      let outcome = try Parlance.run("run", study.file, "--quiet")
      #expect(outcome.status == 1)
      #expect(outcome.lines.count == 1 && outcome.messages.contains("another run holds this study"))
      #expect(outcome.messages.contains(told), "\(outcome.messages)")
    }
  }

  @Test("A run holds its study though somebody deletes the lock file, and says who it is")
  func lockDeleted() throws {
    let study = try SmallStudy(pages: 2)
    try study.folder.write("archive/hang.txt", "A title\n\npoison-test hang and nothing else.\n")
    let process = try Parlance.start(
      ["run", study.file, "--quiet"], environment: ["PARLANCE_POISON": "poison-test"])
    defer {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let path = "out/study.sqlite.lock"
    var attempts = 0
    while study.folder.data("out/study.sqlite.inflight") == nil, attempts < 200 {
      usleep(50_000)
      attempts += 1
    }
    let outcome = try Parlance.run("run", study.file, "--quiet")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("process \(process.processIdentifier) on "), "\(outcome)")
    try study.folder.remove(path)
    #expect(try Parlance.run("run", study.file, "--quiet").status == 1)
  }

  @Test("A store that is no store ends with status 1 and says what to do")
  func damagedStore() throws {
    let study = try SmallStudy(pages: 2)
    try study.folder.write("out/study.sqlite", String(repeating: "no store ", count: 1000))
    let outcome = try Parlance.run("run", study.file, "--quiet")
    #expect(outcome.status == 1)
    #expect(outcome.lines.count == 1 && outcome.messages.contains("delete the file"), "\(outcome)")
  }

  @Test("A full standard output is an error, not a crash")
  func fullOutput() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let folder = try TemporaryFolder()
    let page = try folder.write("a.txt", "A title\n\nA text about nothing.\n")
    let process = Process()
    process.executableURL = URL(filePath: Parlance.path)
    process.arguments = ["parse", page]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    #expect(message.contains("standard output cannot be written"), "\(message)")
  }
}
