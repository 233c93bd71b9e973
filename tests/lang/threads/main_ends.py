# oracle: none
# needs: stderr
# Main fails; the threads end what they do, and the status is main's.
def work():
    for i in range(3):
        sleep(10)
        print("work", i)


# expect: work 0
# expect: work 1
# expect: work 2
thread(work)
raise KeyError("main")
# stderr: KeyError: 'main'
# status: 1
