# The program does not wait for daemons, but for all others.
import threading


def forever():
    threading.Event().wait()


def last():
    print("last")


t = threading.Thread(target=forever, daemon=True)
t.start()
print(t.daemon, t.is_alive())
threading.Thread(target=last).start()
