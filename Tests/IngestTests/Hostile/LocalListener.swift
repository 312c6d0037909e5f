#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Listens on a port of this machine, to see that nobody connects to it.
final class LocalListener {
  private let socket: Int32

  /// Nil when the port is taken.
  init?(port: UInt16) {
    #if canImport(Darwin)
      socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #else
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, length) == 0 }
    }
    guard isBound, listen(socket, 8) == 0, fcntl(socket, F_SETFL, O_NONBLOCK) == 0 else {
      close(socket)
      return nil
    }
  }

  deinit {
    close(socket)
  }

  /// Whether somebody has connected.
  var wasCalled: Bool {
    let caller = accept(socket, nil, nil)
    if caller >= 0 { close(caller) }
    return caller >= 0
  }
}
