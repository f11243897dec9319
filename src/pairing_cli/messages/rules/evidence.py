"""What the rules say of documents and evidence files."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES = {
    "E001": Entry(
        "路径“{path}”不能用",
        "the path “{path}” cannot be used",
        "写成 evidence/xijie/2020-04/照片.jpg 这样的相对路径：用 /，不含 ..、~ 和 "
        '\\ : * ? " < > |，每段不以点或空格结尾，不用 CON、NUL 等保留名。',
        "Write a relative path such as evidence/xijie/2020-04/a.jpg: with /, without "
        '.., ~ and \\ : * ? " < > |, no part ending in a dot or blank, no reserved '
        "name such as CON or NUL.",
    ),
    "E002": Entry(
        "找不到文件“{path}”",
        "the file “{path}” is not there",
        "路径从方案文件夹算起，请核对，或补上文件。",
        "The path begins at the programme's folder: correct it, or add the file.",
    ),
    "E003": Entry(
        "“{path}”是链接、文件夹或特殊文件",
        "“{path}” is a link, a folder or a special file, or lies behind one",
        "请放进文件本身。",
        "Put the file itself there.",
    ),
    "E004": Entry(
        "“{path}”与文件名写法不完全一致",
        "“{path}” is not spelt exactly as the file is",
        "请写得和文件名完全一样：大小写、后缀、全半角。",
        "Spell it exactly as the file: capitals, extension, accents.",
    ),
    "E005": Entry(
        "“{path}”的内容与登记时不同（登记 {stated}…，现为 {found}…）",
        "“{path}” has changed since it was recorded (then {stated}…, now {found}…)",
        "如确属更换，请登记新的 sha256 并说明。",
        "If that is right, record the new sha256 and say why.",
    ),
    "E006": Entry(
        "“{path}”已用作 {other} 的佐证",
        "“{path}” is already evidence for {other}",
        "一份文件只证明一次活动，请换成这次活动自己的。",
        "A file proves one activity; use this one's own.",
    ),
    "E007": Entry(
        "“{path}”也用于已查实造假的 {other}，这里存疑",
        "“{path}” also documents {other}, which was falsified; this one is suspect",
        "请核查这次活动是否开展、这份资料是否属实。",
        "Look into whether this activity was held, or this document is true.",
    ),
    "E008": Entry(
        "“{path}”其实是{content}，与后缀不符",
        "“{path}” is {content}, not what its extension says",
        "请重新导出，不要只改后缀。",
        "Export it again; renaming is not enough.",
    ),
    "E009": Entry(
        "照片“{path}”摄于 {taken}，不是活动日期 {date}",
        "the photograph “{path}” was taken on {taken}, not on {date}",
        "请核对是否放错照片；相机时间不准的，请在 note 说明。",
        "Check that it is the right one; if the camera's clock was wrong, say so in a note.",
    ),
    "E010.large": Entry(
        "“{path}”太大",
        "“{path}” is too large",
        "请压缩到 64 MB 以下。",
        "Make it smaller than 64 MB.",
    ),
    "E010.unreadable": Entry(
        "“{path}”无法读取", "“{path}” cannot be read", "请检查权限。", "Check its permissions."
    ),
    "E011": Entry("“{path}”是空文件", "“{path}” is empty", "请重新复制。", "Copy it again."),
    "content.jpeg": Entry(
        " JPEG 图片",
        "a JPEG picture",
    ),
    "content.png": Entry(
        " PNG 图片",
        "a PNG picture",
    ),
    "content.gif": Entry(
        " GIF 图片",
        "a GIF picture",
    ),
    "content.pdf": Entry(
        " PDF 文件",
        "a PDF file",
    ),
    "content.zip": Entry(
        "新版 Office 文件或压缩包",
        "an Office file or an archive",
    ),
    "content.ole": Entry(
        "旧版 Office 文件",
        "an old Office file",
    ),
    "content.program": Entry(
        "程序",
        "a program",
    ),
    "content.html": Entry(
        "网页",
        "a web page",
    ),
    "content.bmp": Entry(
        " BMP 图片",
        "a BMP picture",
    ),
    "content.tiff": Entry(
        " TIFF 图片",
        "a TIFF picture",
    ),
    "content.webp": Entry(
        " WebP 图片",
        "a WebP picture",
    ),
    "content.heic": Entry(
        " HEIC 图片",
        "a HEIC picture",
    ),
    "content.film": Entry(
        "视频",
        "a film",
    ),
    "content.archive": Entry(
        "压缩包",
        "an archive",
    ),
    "content.unknown": Entry(
        "别的内容",
        "something else",
    ),
}

GUIDES = {
    "E001": Guide(
        "佐证路径在任何系统上都指向方案文件夹内的文件。",
        "相对路径，用 / 分隔，不含 ..、盘符和 Windows 不允许的字符。先看写法，再碰文件。",
    ),
    "E002": Guide("记录的佐证文件都在。", "请补上文件，或改正路径。"),
    "E003": Guide("佐证是普通文件，不经过链接。", "不跟随链接，检查就不会读到文件夹以外。"),
    "E004": Guide(
        "佐证路径与文件名完全一致，包括大小写。",
        "照片.JPG 在 Windows 上写 照片.jpg 也能找到，到了服务器上就找不到。",
    ),
    "E005": Guide(
        "佐证文件与登记的 SHA-256 一致。", "登记之后被换过或改过。确需更换的，登记新值。"
    ),
    "E006": Guide("一份佐证只用于一次活动。", "同一张照片放在两次活动下，至多证明其中一次。"),
    "E007": Guide("活动和资料不与已查实造假的共用佐证。", "共用的存疑，须核查。"),
    "E008": Guide("佐证文件的内容与后缀相符。", "改名为 .jpg 的网页哪里都打不开。"),
    "E009": Guide("照片摄于活动当天。", "日期取自照片本身。相机时间不准的，请在备注说明。"),
    "E010": Guide("佐证文件可以读取，不超过上限。", "照片请先压缩，git 会永远保存每个版本。"),
    "E011": Guide("佐证文件不是空的。", "0 字节的文件证明不了什么，多半是复制失败。"),
}
