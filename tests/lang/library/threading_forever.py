# oracle: none
# options: --time=virtual
# run_forever() lets the others go on; nothing can happen any more when they have ended.
import threading


def count():
    for i in range(3):
        sleep(1000)
        print(i)


threading.Thread(target=count).start()
threading.run_forever()
# expect: 0
# expect: 1
# expect: 2
