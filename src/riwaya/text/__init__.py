"""Characters to tokens, sentences, quotations and repeats, without losing an offset."""

from riwaya.text.document import Document, analyse
from riwaya.text.fold import fold, words
from riwaya.text.glue import Glue
from riwaya.text.tokens import Split, Token, tokenize, word_before

__all__ = ["Document", "Glue", "Split", "Token", "analyse", "fold", "tokenize", "word_before", "words"]
