"""RSS 2.0 with content:encoded, Atom, and RDF (RSS 1.0)."""
from datetime import datetime
from email.utils import format_datetime
from html import escape

from records import OUTLETS
from wires import blocks

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
SUFFIX = {"rss": "xml", "atom": "atom", "rdf": "rdf"}


def html(record):
    return blocks(record, heading="h2")


def teaser(record):
    return record.paragraphs[0][:90].rstrip() + "…"


def rss_item(record):
    date = f"<pubDate>{format_datetime(datetime.fromisoformat(record.stamp()))}</pubDate>" if record.date else ""
    foot = f'<p>The post <a href="{record.url}">{escape(record.title)}</a> appeared first on {escape(record.about["name"])}.</p>'
    content = html(record) + ("\n" + foot if record.number % 3 == 0 else "")
    encoded = f"<![CDATA[{content}]]>" if record.number % 2 else escape(content)
    return f"""<item>
<title>{escape(record.title, quote=False)}</title>
<link>{record.url}</link>
<guid isPermaLink="false">{record.about['host']}/?p={record.number}</guid>
<dc:creator><![CDATA[{record.by}]]></dc:creator>
{date}
<category>Start-ups</category>
<description>{escape(teaser(record))}</description>
<content:encoded>{encoded}</content:encoded>
</item>"""


def rss(outlet, records):
    about = OUTLETS[outlet]
    items = "\n".join(map(rss_item, records))
    return XML + f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>{escape(about['name'])}</title>
<atom:link href="https://www.{about['host']}/feed/" rel="self" type="application/rss+xml"/>
<link>https://www.{about['host']}/</link>
<description>All stories from {escape(about['name'])}</description>
<language>{records[0].lang}</language>
{items}
</channel>
</rss>
"""


def atom_entry(record):
    if record.number % 2:
        content = f'<content type="html">{escape(html(record))}</content>'
    else:
        content = f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\n{html(record)}\n</div></content>'
    return f"""<entry xml:lang="{record.lang}">
<title>{escape(record.title, quote=False)}</title>
<link rel="alternate" type="text/html" href="{record.url}"/>
<id>tag:{record.about['host']},{record.date}:{record.slug}</id>
<published>{record.stamp()}</published>
<updated>{record.date[:4]}-12-30T12:00:00{record.about['zone']}</updated>
<author><name>{escape(record.by)}</name></author>
<summary>{escape(teaser(record))}</summary>
{content}
</entry>"""


def atom(outlet, records):
    about = OUTLETS[outlet]
    entries = "\n".join(map(atom_entry, records))
    return XML + f"""<feed xmlns="http://www.w3.org/2005/Atom">
<title>{escape(about['name'])}</title>
<link rel="self" href="https://www.{about['host']}/atom.xml"/>
<link href="https://www.{about['host']}/"/>
<id>https://www.{about['host']}/</id>
<updated>{records[-1].date[:4]}-12-31T12:00:00{about['zone']}</updated>
{entries}
</feed>
"""


def rdf_item(record):
    return f"""<item rdf:about="{record.url}">
<title>{escape(record.title, quote=False)}</title>
<link>{record.url}</link>
<description>{escape(teaser(record))}</description>
<dc:creator>{escape(record.by)}</dc:creator>
<dc:date>{record.stamp()}</dc:date>
<dc:language>{record.lang}</dc:language>
<content:encoded><![CDATA[{html(record)}]]></content:encoded>
</item>"""


def rdf(outlet, records):
    about = OUTLETS[outlet]
    listed = "\n".join(f'<rdf:li rdf:resource="{r.url}"/>' for r in records)
    items = "\n".join(map(rdf_item, records))
    return XML + f"""<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://www.{about['host']}/index.rdf">
<title>{escape(about['name'])}</title>
<link>https://www.{about['host']}/</link>
<description>{escape(about['name'])}</description>
<items><rdf:Seq>
{listed}
</rdf:Seq></items>
</channel>
{items}
</rdf:RDF>
"""


SHAPES = {"rss": rss, "atom": atom, "rdf": rdf}
