# The chip's number, as the scene gives it, and starting again: the file of the first run is there in the second.
# needs: restart
import mcu

try:
    open("started").close()
except FileNotFoundError:
    print(mcu.uid(), mcu.uid() == __mcuuid())
    with open("started", "w") as f:
        f.write("yes")
    mcu.reset()
print("started again")
