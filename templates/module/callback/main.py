# Shows each step of a rotary encoder. On this computer sim.json turns it: four steps forward, two back.
import mydriver


def on_step(step):
    print("forward" if step > 0 else "back", mydriver.position())


def main():
    mydriver.start(D2, D3, on_step)
    sleep(500)
    print("at", mydriver.position())


if __name__ == "__main__":
    main()
