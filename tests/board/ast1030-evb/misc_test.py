"""What the chip has inside and on its board; flash in a file."""
import os
import tempfile

C = os.path.join(os.path.dirname(__file__), "misc.c")
NOR_SIZE = 4 << 20


def run(start, nor):
    """What the program says, by its first words."""
    b = start("-drive", f"if=mtd,format=raw,file={nor}", modules=[C])
    b.expect("ready")
    b.qom_set(b.find("tmp105")[0], "temperature", 25500)
    b.say("")
    b.expect("all")
    b.qmp("quit")
    b.process.wait()
    return dict(line.split(" ", 1) for line in b.log if " " in line)


def test_sections_and_flash_over_runs(start):
    with tempfile.TemporaryDirectory() as folder:
        nor = os.path.join(folder, "nor")
        with open(nor, "wb") as f:
            f.write(b"\xff" * NOR_SIZE)
        said = run(start, nor)
        for name, wanted in (("uid", "8"), ("random", "True"), ("thermometer", "[25, 128]"),
                             ("nobody", "i2c: nobody acknowledges address 0x20"), ("eeprom", "b'hello'"),
                             ("flash", f"0x80000000 {NOR_SIZE}"), ("found", repr(b"\xff" * 16)),
                             ("wrote", repr(b"kept over runs\xff\xff")), ("rtc", "101")):
            assert said.get(name) == wanted, (name, said.get(name))
        assert int(said["slept"]) >= 5, said["slept"]
        again = run(start, nor)
        assert again["found"] == repr(b"kept over runs\xff\xff"), again["found"]
