"""Reads the strip's pin from the trace as its LEDs would, ten times slower: what they show after each pause."""
import re
import sys

PIN = "D2"
code = None
now = 0
edges = []
for line in open(sys.argv[1], encoding="ascii"):
    line = line.strip()
    found = re.match(r"\$var wire 1 (\S+) (\w+) \$end", line)
    if found and found.group(2) == PIN:
        code = found.group(1)
    elif line.startswith("#"):
        now = int(line[1:])  # ns
    elif line[1:] == code and line[0] in "01":
        edges.append((now, int(line[0])))

bits, fell = "", 0
for (rise, level), (fall, _) in zip(edges, edges[1:]):
    if level:
        if bits and rise - fell > 50000:
            bits += " "
        high = fall - rise
        bits += "1" if 6500 <= high <= 9500 else "0" if 2500 <= high <= 5500 else "?"
        fell = fall
for frame in bits.split():
    data = [int(frame[i:i + 8], 2) if "?" not in frame else -1 for i in range(0, len(frame), 8)]
    print([(data[i + 1], data[i], data[i + 2]) for i in range(0, len(data) - 2, 3)])
