public import Foundation

/// The built `parlance` executable, run as a person runs it.
public struct Parlance: Sendable {
  /// What a run of the program came to.
  public struct Outcome: Sendable {
    public var status: Int32
    public var output: String
    public var messages: String
    /// The program was ended by a signal: it crashed, or hung until its time was up.
    public var wasKilled: Bool
    /// The lines of standard error.
    public var lines: [String] {
      messages.split(separator: "\n").map { String($0) }
    }
  }

  public static var path: String { PackagePaths.products + "/parlance" }

  /// Runs `parlance` with `arguments` to its end, or for `seconds` at most.
  public static func run(
    _ arguments: String..., in folder: String? = nil, input: String = "", seconds: Double = 60
  ) throws -> Outcome {
    try run(arguments, in: folder, input: input, seconds: seconds)
  }

  public static func run(
    _ arguments: [String], in folder: String? = nil, input: String = "", seconds: Double = 60,
    environment: [String: String] = [:], executable: String = path
  ) throws -> Outcome {
    let scratch = try TemporaryFolder()
    for name in ["out", "err"] { try scratch.write(name, "") }
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder.map { URL(filePath: $0) }
    process.standardInput = FileHandle(forReadingAtPath: try scratch.write("in", input))
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: scratch.path + "/err")
    try process.run()
    let watch = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: scratch.data("out") ?? Data(), as: UTF8.self),
      messages: String(decoding: scratch.data("err") ?? Data(), as: UTF8.self),
      wasKilled: process.terminationReason == .uncaughtSignal)
  }

  /// Starts `parlance`, for a test that ends it.
  public static func start(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
