"""What is said of settings that a change from outside brings along."""

from pairing_cli.messages.entry import Entry, Guide

MESSAGES: dict[str, Entry] = {
    "U001.template": Entry(
        "改动了模板 {file}；仍按基准版本的模板",
        "The form {file} is changed; those of the base hold",
        "合并后才生效；请在审阅时打开看看。",
        "It holds once it is merged; open it when you review.",
    ),
    "U001.kept": Entry(
        "改动了 {file}；检查仍按基准版本",
        "{file} is changed; the check goes by that of the base",
        "合并后才生效；请确认有权修改的人已经同意。",
        "It holds once it is merged; make sure that those who may change it agree.",
    ),
    "U001.pipeline": Entry(
        "改动了检查本身：{file}",
        "The change is about the check itself: {file}",
        "合并前请逐行看过；这项检查可能已经不是原来的检查。",
        "Read every line before you merge; this check may no longer be the check it was.",
    ),
    "U002": Entry(
        "找不到改动的基准，模板等设置一律不采用",
        "The base of the change is not in the clone: no settings are used, such as own forms",
        "请取全历史：git fetch --unshallow，或在流水线里设 fetch-depth: 0；或用 --base 指明。",
        "Fetch the history: git fetch --unshallow, or fetch-depth: 0 in a pipeline; or name it with --base.",
    ),
}

GUIDES = {
    "U001": Guide(
        "外来的改动不改变检查的设置：模板、.pairing 里的文件、流水线。",
        "别人提交的改动可以改内容，不能顺手改掉检查内容的办法；改了的会列出来，并按基准版本检查。",
        "A change from outside does not change how things are checked: forms, what is in .pairing, pipelines.",
        "Anybody may propose other records, but not, with them, another way of checking them. What is changed "
        "is listed, and the check goes by the base.",
    ),
    "U002": Guide(
        "检查外来的改动时，改动之前的设置是知道的。",
        "不知道改动之前的设置，就不能判断哪些设置是改动带来的。",
        "Where a change from outside is checked, the settings from before it are known.",
        "Without them nobody can tell which settings the change brought along.",
    ),
}
