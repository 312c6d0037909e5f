#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The few calls to the operating system that reading an archive takes, on paths in bytes.
enum System {
  enum Kind { case file, folder, other }

  struct Status {
    var kind: Kind
    var size: Int
    var modified: Int
    /// The device and number of the file: the same for every path that leads to it.
    var identity: [UInt64]
  }

  struct Failure: Error {
    let code: Int32
    var description: String { String(cString: strerror(code)) }
    var isLinkLoop: Bool { code == ELOOP }
  }

  /// What is at a path, symbolic links followed.
  static func status(of path: [UInt8]) throws(Failure) -> Status {
    var info = stat()
    guard withTerminated(path, { stat($0, &info) }) == 0 else { throw Failure(code: errno) }
    return Status(info)
  }

  /// The names in a folder, without `.` and `..`, in the order of their bytes.
  static func names(in folder: [UInt8]) throws(Failure) -> [[UInt8]] {
    guard let stream = withTerminated(folder, { opendir($0) }) else { throw Failure(code: errno) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    guard errno == 0 else { throw Failure(code: errno) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  static func isReadable(_ path: [UInt8]) -> Bool { withTerminated(path) { access($0, R_OK) } == 0 }

  /// Opens a regular file for reading; anything else is refused without waiting for it.
  static func openFile(_ path: [UInt8]) throws(Failure) -> Int32 {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK
    let descriptor = withTerminated(path) { open($0, flags) }
    guard descriptor >= 0 else { throw Failure(code: errno) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, Status(info).kind == .file else {
      close(descriptor)
      throw Failure(code: EINVAL)
    }
    return descriptor
  }

  /// Reads into `buffer` from its start; 0 at the end.
  static func readFile(_ descriptor: Int32, into buffer: inout [UInt8]) throws(Failure) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      guard errno == EINTR else { throw Failure(code: errno) }
    }
  }

  static func seek(_ descriptor: Int32, to position: Int) {
    lseek(descriptor, off_t(position), SEEK_SET)
  }

  static func closeFile(_ descriptor: Int32) {
    close(descriptor)
  }

  private static func withTerminated<Result>(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { body($0.baseAddress!) }
  }
}

extension System.Status {
  fileprivate init(_ info: stat) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    size = Int(info.st_size)
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    identity = [UInt64(truncatingIfNeeded: info.st_dev), UInt64(info.st_ino)]
  }
}
