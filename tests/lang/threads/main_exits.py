# oracle: none
# SystemExit in main gives the status; threads end what they do.
def work():
    sleep(20)
    print("worked")                  # expect: worked


thread(work)
raise SystemExit(7)                  # status: 7
