# oracle: none
# options: --time=virtual
# One shot, intervals, units, stopwatches; timers that nobody holds go on.
import timers

out = []


def note(*what):
    out.append((timers.now(), *what))


t = timers.timer()
t.one_shot(100, note, ("once", 1))
sleep(1000)
print(out, t.get())                            # expect: [(100, 'once', 1)] 1000
out.clear()
t.interval(1, note, "s", SECONDS)
sleep(3500)
t.clear()
sleep(5000)
print(out)                                     # expect: [(2000, 's'), (3000, 's'), (4000, 's')]
out.clear()
print(t.reset(), t.get())                      # expect: 9500 0
sleep(7)
t.start()
sleep(8)
print(t.get())                                 # expect: 8


def forgotten():
    timers.recurring_timer(10, note, ["forgotten"])


forgotten()
t.one_shot(5000, note, None, MICROS)
t.one_shot(6000, note, (), MICROS)             # in place of the other
sleep(25)
print(out)                                     # expect: [(9521,), (9525, 'forgotten'), (9535, 'forgotten')]
t.destroy()
for call in (t.get, t.start, t.clear, lambda: t.interval(1, note)):
    try:
        call()
    except RuntimeError as e:
        print(e, end=", ")
print()
# expect: the timer was destroyed, the timer was destroyed, the timer was destroyed, the timer was destroyed, 
