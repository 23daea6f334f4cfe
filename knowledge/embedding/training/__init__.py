"""Training of the domain embedder: `python -m knowledge.embedding.training --esco DIR --out FILE`.

What was tried: mean reciprocal rank by plain cosine on held-out alternative labels (nl->nl / de->en) and on
the MELO dev sets (bel nl->nl / aut de->de), equal scores counted as right. Differences under 0.01 are
noise.

| variant | held out | dev |
|---|---|---|
| 90,000 features x 128, batch 1024, temperature 0.06 | .819 / .855 | .654 / .557 |
| + words shortened by the root of their length | .820 / .859 | .655 / .556 |
| + a non-linear layer per word | .820 / .862 | .655 / .561 |
| + neighbours in the ISCO tree in one batch (hard negatives) | .820 / .850 | .654 / .561 |
| + temperature 0.04 | .814 / .855 | .656 / .558 |
| + 256 numbers | .815 / .861 | .653 / .562 |
| + batch 2048 | .820 / .859 | .656 / .562 |
| + more descriptions | .816 / .858 | .662 / .563 |
| + more occupation labels instead | .812 / .862 | .650 / .563 |
| + twice the dropout | .809 / .857 | .654 / .564 |

Texts of essential skills added 0.003-0.006 on each dev set once the linker knew concepts. TF-IDF of
character n-grams beside the vectors (weight 0.5) gained 0.004 on aut de->de and cost 0.003-0.08 on the
other nine: the word parts already do its work. The table as int8 loses nothing, as int4 less than 0.006
(80,000 rows would then take 5 MB).
"""
