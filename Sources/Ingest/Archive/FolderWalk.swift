import Corpus

/// Collects the files below the paths of an archive.
struct FolderWalk {
  private let root: [UInt8]
  private let excluded: [[UInt8]]
  private var files: [[UInt8]: ArchiveFile] = [:]
  private var rejects: [Reject] = []
  /// Folders seen below the pattern at hand, by identity, and whether they are being walked:
  /// links that lead to one again are not followed, so that a walk always ends.
  private var seen: [[UInt64]: Bool] = [:]

  init(root: [UInt8], excluded: [[UInt8]]) {
    self.root = root
    self.excluded = excluded
  }

  func listing() -> Archive.Listing {
    Archive.Listing(
      files: files.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value),
      rejects: rejects.sorted { $0.source < $1.source })
  }

  /// Adds a file, or all files of a folder.
  mutating func add(_ path: [UInt8]) {
    if path == Array("-".utf8) {
      files[path] = .standardInput
      return
    }
    seen = [:]
    let before = files.count + rejects.count
    visit(path)
    if files.count + rejects.count == before, files[path] == nil {
      reject(path, .empty, "the folder holds no files")
    }
  }

  /// Adds what a pattern matches.
  mutating func add(matching glob: PathGlob) {
    seen = [:]
    let before = files.count + rejects.count
    expand(glob.base, glob.names[...])
    if files.count + rejects.count == before {
      let pattern = FilePath.join(
        glob.base, Array(glob.names.joined(separator: [FilePath.slash])))
      reject(pattern, .unreadable, "no file matches this pattern")
    }
  }

  private mutating func expand(_ folder: [UInt8], _ names: ArraySlice<[UInt8]>) {
    guard let pattern = names.first else { return visit(folder) }
    let rest = names.dropFirst()
    let isDeep = pattern == Array("**".utf8)
    if !isDeep, !PathGlob.isPattern(pattern) {
      let path = FilePath.join(folder, pattern)
      if (try? System.status(of: location(path))) != nil { expand(path, rest) }
      return
    }
    if isDeep {
      if rest.isEmpty { return visit(folder) }
      expand(folder, rest)
    }
    guard let found = try? System.names(in: location(folder)) else { return }
    for name in found where !Self.isHidden(name) || Self.isHidden(pattern) {
      let path = FilePath.join(folder, name)
      if isDeep {
        guard let status = try? System.status(of: location(path)), status.kind == .folder,
          seen.updateValue(true, forKey: status.identity) == nil
        else { continue }
        expand(path, names)
        seen[status.identity] = nil
      } else if PathGlob.matches(name, pattern) {
        expand(path, rest)
      }
    }
  }

  private mutating func visit(_ path: [UInt8]) {
    guard !excluded.contains(path), files[path] == nil else { return }
    let status: System.Status
    do {
      status = try System.status(of: location(path))
    } catch {
      return reject(path, error.isLinkLoop ? .linkLoop : .unreadable, error.description)
    }
    switch status.kind {
    case .file:
      files[path] = ArchiveFile(
        path: FilePath.text(path), size: status.size, modified: status.modified,
        location: location(path))
    case .other:
      reject(path, .notAFile, "a pipe, socket or device is not read")
    case .folder:
      switch seen[status.identity] {
      case true?: reject(path, .linkLoop, "the link leads back to a folder above it")
      case false?: break
      case nil: walk(path, status.identity)
      }
    }
  }

  private mutating func walk(_ folder: [UInt8], _ identity: [UInt64]) {
    seen[identity] = true
    defer { seen[identity] = false }
    do {
      for name in try System.names(in: location(folder)) where !Self.isHidden(name) {
        visit(FilePath.join(folder, name))
      }
    } catch {
      reject(folder, .unreadable, error.description)
    }
  }

  private mutating func reject(_ path: [UInt8], _ reason: Reject.Reason, _ detail: String) {
    rejects.append(Reject(Source(path: FilePath.text(path)), reason: reason, detail: detail))
  }

  private func location(_ path: [UInt8]) -> [UInt8] {
    let path = FilePath.join(root, path)
    return path.isEmpty ? Array(".".utf8) : path
  }

  private static func isHidden(_ name: [UInt8]) -> Bool { name.first == UInt8(ascii: ".") }
}
