internal import Bytes
internal import CLibXML2

extension MarkupTree {
  /// Parses an XML document, mending what can be mended: the tree holds what was read before the
  /// first fault that could not be, and `problem` says what it was.
  ///
  /// The document must be UTF-8, whatever it declares. Nothing outside it is ever read, and no
  /// entity that it declares is expanded (see `XMLPreparation`).
  public init(xml document: [UInt8], limits: MarkupLimits = MarkupLimits()) throws(MarkupError) {
    guard document.count <= limits.bytes else {
      throw MarkupError(.tooLarge, "\(document.count) bytes, more than \(limits.bytes)")
    }
    let prepared = XMLPreparation(validUTF8(document), maxAttributes: limits.attributes)
    if prepared.hasTooManyAttributes {
      throw MarkupError(.tooLarge, "a tag has more than \(limits.attributes) attributes")
    }
    guard let start = prepared.markup.firstIndex(where: { !$0.isSpace }) else {
      throw MarkupError(.empty, "no markup and no text")
    }
    guard prepared.markup[start] == UInt8(ascii: "<") else {
      throw MarkupError(.malformed, "the document does not begin with a tag")
    }
    self.init()
    var overflow: MarkupError?
    var tree = MarkupTree()
    try LibXML2.withContext(xmlCreateMemoryParserCtxt, prepared.markup) { context in
      var box = unsafe BuilderBox(
        builder: TreeBuilder(limits: limits, sizeHint: prepared.markup.count), context: context)
      unsafe withUnsafeMutablePointer(to: &box) { pointer in
        unsafe configureXML(context, pointer)
        _ = unsafe xmlParseDocument(context)
        overflow = unsafe pointer.pointee.builder.overflow
        tree = unsafe pointer.pointee.builder.finish()
        tree.problem = unsafe pointer.pointee.problem
      }
    }
    if let overflow { throw overflow }
    guard tree.rootElement != nil else {
      throw tree.problem ?? MarkupError(.malformed, "the document has no element")
    }
    self = tree
  }
}

private func configureXML(_ context: xmlParserCtxtPtr, _ box: UnsafeMutablePointer<BuilderBox>) {
  let options =
    XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    | XML_PARSE_NONET.rawValue | XML_PARSE_NOXINCNODE.rawValue | XML_PARSE_COMPACT.rawValue
    | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_NOENT.rawValue
  // NOENT: without it `&amp;` in an attribute stays escaped. No other entity gets this far.
  _ = unsafe xmlCtxtUseOptions(context, Int32(options))
  unsafe xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)

  var handler = unsafe xmlSAXHandler()
  unsafe handler.initialized = XML_SAX2_MAGIC
  unsafe handler.startElementNs = { data, name, _, uri, _, _, count, _, attributes in
    guard let box = unsafe data?.builder, let name = unsafe name else { return }
    let namespace = unsafe box.pointee.builder.namespace(uri)
    let number = unsafe box.pointee.builder.name(name)
    guard unsafe box.pointee.builder.startElement(number, namespace: namespace) else {
      unsafe box.pointee.stop()
      return
    }
    guard let attributes = unsafe attributes else { return }
    // Five pointers for each: local name, prefix, URI, start and end of the value.
    for index in 0..<Int(count) {
      guard let key = unsafe attributes[index * 5], let start = unsafe attributes[index * 5 + 3],
        let end = unsafe attributes[index * 5 + 4]
      else { continue }
      let number = unsafe box.pointee.builder.name(key)
      unsafe box.pointee.builder.attribute(
        number, UnsafeBufferPointer(start: start, count: end - start))
    }
  }
  unsafe handler.endElementNs = { data, _, _, _ in
    unsafe data?.builder.pointee.builder.endElement()
  }
  unsafe handler.characters = { data, text, count in
    unsafe data?.builder.pointee.builder.characters(
      UnsafeBufferPointer(start: text, count: Int(count)))
  }
  unsafe handler.cdataBlock = handler.characters
  unsafe handler.ignorableWhitespace = handler.characters
  unsafe handler.serror = { data, error in
    guard let box = unsafe data?.builder, let error = unsafe error?.pointee,
      unsafe box.pointee.problem == nil, unsafe error.level == XML_ERR_FATAL
    else { return }
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? "syntax error"
    unsafe box.pointee.problem = MarkupError(
      .malformed, String(message.prefix { $0 != "\n" }), line: Int(error.line),
      column: Int(error.int2))
  }
  unsafe context.pointee.sax.pointee = handler
  unsafe context.pointee.userData = UnsafeMutableRawPointer(box)
}
