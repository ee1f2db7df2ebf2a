"""The workbench: the archive in the browser, where people read, compare and decide."""

from riwaya.workbench.app import create_app
from riwaya.workbench.rendering import is_built
from riwaya.workbench.serving import PATIENCE, serve
from riwaya.workbench.settings import LOCAL_HOSTS, Settings

__all__ = ["LOCAL_HOSTS", "PATIENCE", "Settings", "create_app", "is_built", "serve"]
