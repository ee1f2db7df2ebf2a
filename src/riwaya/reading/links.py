"""Links between claims."""
from riwaya.reading.draft import LinkDraft
def find_links(document, claims, findings): return ()
