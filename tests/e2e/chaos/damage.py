"""Ways in which a disk damages a file, each as chance has it."""

PAGE = 4096
HEADER = 100
MOST_BITS = 16


def flip_bits(content, chance):
    """Turn some bits over, as a failing memory does."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, MOST_BITS)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def truncate(content, chance):
    """Cut the end off."""
    return content[: chance.randrange(len(content))]


def truncate_at_page(content, chance):
    """Cut whole pages off."""
    return content[: PAGE * chance.randrange(len(content) // PAGE)]


def zero_pages(content, chance):
    """Lose the content of some pages, as a file system does after a loss of power."""
    damaged = bytearray(content)
    pages = max(len(content) // PAGE, 1)
    for _ in range(chance.randint(1, max(pages // 4, 1))):
        start = PAGE * chance.randrange(pages)
        damaged[start : start + PAGE] = bytes(len(damaged[start : start + PAGE]))
    return bytes(damaged)


def garble_header(content, chance):
    """Write anything over a part of the beginning."""
    length = chance.randint(1, HEADER)
    start = chance.randrange(HEADER - length + 1)
    return content[:start] + chance.randbytes(length) + content[start + length :]


def garble_span(content, chance):
    """Write anything over a part of it."""
    start = chance.randrange(len(content))
    garbage = chance.randbytes(chance.randint(1, 2 * PAGE))
    return (content[:start] + garbage + content[start + len(garbage) :])[: len(content)]


def swap_pages(content, chance):
    """Put two pages in each other's place."""
    one, other = chance.sample(range(max(len(content) // PAGE, 2)), 2)
    pages = [content[start : start + PAGE] for start in range(0, len(content), PAGE)]
    if max(one, other) < len(pages):
        pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def replace_all(content, chance):
    """Leave nothing of it."""
    return chance.randbytes(len(content))


WAYS = (
    flip_bits,
    flip_bits,
    truncate,
    truncate_at_page,
    zero_pages,
    garble_header,
    garble_span,
    swap_pages,
    replace_all,
)
