"""Writes pages as a WARC file, one gzip member for each record, as crawlers do."""
import gzip


def write(pages, path):
    with open(path, "wb") as file:
        file.write(record("warcinfo", "application/warc-fields", b"software: bench\r\n", 0))
        for number, page in enumerate(pages, 1):
            body = page.read_bytes()
            answer = (
                b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                + b"Content-Length: %d\r\n\r\n" % len(body) + body
            )
            address = f"http://localhost/{page.parent.parent.name}/{page.name}"
            file.write(
                record("response", "application/http; msgtype=response", answer, number, address))


def record(kind, media_type, block, number, address=None):
    header = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>",
        "WARC-Date: 2025-01-01T00:00:00Z",
        f"Content-Type: {media_type}",
        f"Content-Length: {len(block)}",
    ]
    if address:
        header.insert(2, f"WARC-Target-URI: {address}")
    head = "\r\n".join(header).encode()
    return gzip.compress(head + b"\r\n\r\n" + block + b"\r\n\r\n", 6, mtime=0)
