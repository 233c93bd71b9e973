from .sub import x
y = x + "+other"
