"""TOML documents as text, in every way of writing them that TOML 1.1 knows."""

from itertools import count

from hypothesis import strategies as st

_NAMES = st.sampled_from(["a", "B2", "key-1", "_x", "1234", "é", "with space", "a.b", "#", "[x]"])
_INNER = st.text(st.sampled_from("ab é🎉#[]{}=,.'\t-"), max_size=8)
_BREAK = st.sampled_from(["", " ", "\n", "\n\n", " # one, [two] = {3}\n", '\n\t# "quoted"\n  '])
_END = st.sampled_from(["\n", " # note: x = [1\n", "\t\n", "\n\n", "\n  # [[a]]\n\n"])


def quoted(text: str) -> str:
    """A basic string."""
    return '"' + text.replace("\t", "\\t") + '"'


def escaped(text: str) -> str:
    """A basic string in ASCII."""
    return '"' + "".join(f"\\U{ord(char):08X}" for char in text) + '"'


class Writer:
    """Writes one document."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.numbers = count(1)
        self.names = count(1)

    def pick(self, *choices: str) -> str:
        return self.data.draw(st.sampled_from(choices))

    def document(self) -> str:
        """A whole document: keys of its own, then tables and arrays of tables."""
        text = self.data.draw(_BREAK) + self.lines(3)
        heads: list[str] = []
        for _ in range(self.data.draw(st.integers(0, 5))):
            text += self.head(heads) + self.data.draw(_END) + self.lines(3)
        return text

    def head(self, heads: list[str]) -> str:
        """The head of a new table, or of one more in an array, or of one within the last."""
        kind = self.pick("table", "array", "again", "within")
        if kind == "again" and heads:
            return f"[[{self.pick(*heads)}]]"
        if kind == "within" and heads:
            return f"[ {self.pick(*heads)} . {self.key()} ]"
        name = self.key()
        if kind == "table":
            return f"  [{name}]"
        heads.append(name)
        return f"[[ {name}\t]]"

    def lines(self, most: int) -> str:
        """Keys with values."""
        number = self.data.draw(st.integers(0, most))
        return "".join(
            f"{self.pick('', '  ')}{self.assignment(0)}{self.data.draw(_END)}"
            for _ in range(number)
        )

    def assignment(self, depth: int) -> str:
        """A key, perhaps dotted, and its value."""
        dots = [self.key() for _ in range(self.data.draw(st.integers(1, 3)))]
        return f"{self.pick('.', ' . ').join(dots)}{self.pick('=', ' = ')}{self.value(depth)}"

    def key(self) -> str:
        """A key that stands nowhere else, bare or in quotes."""
        name = f"{self.data.draw(_NAMES)}{next(self.names)}"
        if name.isascii() and name.replace("-", "").replace("_", "").isalnum():
            return self.pick(name, f'"{name}"', f"'{name}'")
        return self.pick(quoted(name), escaped(name), f"'{name}'")

    def value(self, depth: int) -> str:
        """A scalar, a list or an inline table."""
        kind = self.pick("scalar", "scalar", "list", "table") if depth < 3 else "scalar"
        if kind == "scalar":
            return self.scalar()
        size = self.data.draw(st.integers(0, 3))
        inner = self.value if kind == "list" else self.assignment
        items = []
        for number in range(size):
            comma = "," if number < size - 1 else self.pick("", ",")
            space = self.data.draw(_BREAK)
            items.append(space + inner(depth + 1) + self.data.draw(_BREAK) + comma)
        opening, closing = "[]" if kind == "list" else "{}"
        return f"{opening}{''.join(items)}{self.data.draw(_BREAK)}{closing}"

    def scalar(self) -> str:
        """A value that stands nowhere else."""
        number = next(self.numbers)
        text = f"{number}_{self.data.draw(_INNER)}"
        literal = text.replace("'", "")
        return self.pick(
            f"{number}",
            f"{number}.5e1",
            f"{hex(number + 4096)}",
            quoted(text),
            escaped(text),
            f"'{literal}'",
            f'"""{text}\n\\""" \\\n  x"""""',
            f'"""\n{text}"" "" """',
            f"'''{literal}''\n# no\n'''",
            f"{1900 + number}-01-02",
            f"{1900 + number}-01-02 10:30:00",
            f"{1900 + number}-01-02T10:30",
            f"{1900 + number}-01-02T10:30:00.5+01:00",
            f"{number // 60 % 24:02}:{number % 60:02}",
            f"{number // 60 % 24:02}:{number % 60:02}:09",
        )
