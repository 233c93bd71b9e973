from ..sub import x as sx
from .. import name
z = 42
def up(): return sx, name
