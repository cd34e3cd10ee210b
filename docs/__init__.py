"""The public site: pages, indexes and search from the policy, in both languages.

`build_site` is the one way in.
"""

from docs.site import SiteFailed, Wizard, build_site

__all__ = ["SiteFailed", "Wizard", "build_site"]
