"""Django's settings, read from the environment; `environment.SETTINGS` is the table of all variables.

Reading this module starts nothing and writes nothing: `entry.connect` does that beforehand.
"""

from leadport.config import embedded
from leadport.config.database import from_url
from leadport.config.environment import home_directory, read, read_flag, read_names

HOME = home_directory()

DATABASES = {"default": from_url(read("DATABASE_URL") or embedded.database_url(home=HOME))}

# Without a key Django refuses whatever would need one. Only the embedded mode has one of its own: a server that is
# shared by several machines must be given the same key on all of them.
SECRET_KEY = read("LEADPORT_SECRET_KEY") or ("" if read("DATABASE_URL") else embedded.secret_key(home=HOME))

DEBUG = read_flag("LEADPORT_DEBUG")
ALLOWED_HOSTS = read_names("LEADPORT_ALLOWED_HOSTS")

INSTALLED_APPS = ["leadport.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
