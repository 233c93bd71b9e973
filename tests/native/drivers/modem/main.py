import modem

modem.start(SERIAL1)
print(repr(modem.command("AT")))
print(modem.command("AT+CSQ"))
try:
    modem.command("AT+NONE")
except modem.ModemError:
    print("error")
try:
    modem.command("AT+SLOW", 100)
except modem.ModemTimeout:
    print("timeout")
print(modem.event(1000), modem.event(10))

# others run while one waits for its answer
ticks = []
done = []


def tick():
    while not done:
        ticks.append(1)
        sleep(10)


thread(tick)
print(modem.command("AT+COPS"), 15 < len(ticks) < 25)
done.append(True)
