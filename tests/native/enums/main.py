import enums
from enums import Oversampling

print(enums.ENUMS_ADDR, enums.SCALE, enums.NAME, enums.MASK)
print(Oversampling.X1, Oversampling.X2, Oversampling.X16, enums.EnumsMode.NORMAL)
print(enums.samples(), enums.samples(Oversampling.X16), enums.wake() == enums.EnumsMode.NORMAL)
