# SPDX-License-Identifier: MIT
# Says what it finds in flash, then writes on, a line for each record that is in.
import flash_cut

found = flash_cut.find()
print("found", found)
if found < 0 or found > 20000:
    print("erased", flash_cut.erase())
    found = 0
while True:
    found += 1
    if flash_cut.append(found) != 8:
        print("failed", found)
        break
    print("wrote", found)
