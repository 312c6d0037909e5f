import Foundation

/// Files that appear together, as far as a file system lets them.
///
/// All are whole and on the disk before the first gets its name. Names are given in order, one right
/// after the other; if one cannot be given, those before get back what they stood for. A machine that
/// stops between two of them leaves a mixture, which the last file tells: let it hold the hashes of
/// the others.
public enum Publication {
  /// - Parameter files: finished ones, all in one folder.
  public static func publish(_ files: [OutputFile]) throws(OutputFile.Failure) {
    guard let first = files.first else { return }
    var backups = Backups()
    do throws(OutputFile.Failure) {
      for file in files { try backups.keep(file) }
      for file in files {
        guard rename(file.temporary, file.path) == 0 else {
          throw OutputFile.Failure(path: file.path, code: errno)
        }
        file.hasAppeared = true
        backups.replaced.append(file.path)
      }
      try syncFolder(of: first.path)
    } catch {
      backups.restore()
      throw error
    }
    backups.remove()
  }

  /// The names themselves are on the disk only when their folder is.
  private static func syncFolder(of path: String) throws(OutputFile.Failure) {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFile.Failure(path: path, code: errno) }
    defer { close(descriptor) }
    // Not every file system can.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw OutputFile.Failure(path: path, code: errno)
    }
  }

  /// Second names of the files that are about to be replaced.
  private struct Backups {
    private var kept: Set<String> = []
    var replaced: [String] = []

    private static func name(_ path: String) -> String { path + ".old" }

    /// A file system without hard links keeps none: there is no way back then.
    mutating func keep(_ file: OutputFile) throws(OutputFile.Failure) {
      unlink(Self.name(file.path))
      if link(file.path, Self.name(file.path)) == 0 {
        kept.insert(file.path)
      } else if errno == ENOSPC || errno == EDQUOT || errno == EIO {
        throw OutputFile.Failure(path: file.path, code: errno)
      }
    }

    func restore() {
      for path in replaced {
        if !kept.contains(path) { unlink(path) }
      }
      for path in kept { rename(Self.name(path), path) }
    }

    func remove() {
      for path in kept { unlink(Self.name(path)) }
    }
  }
}
