"""What a programme is, and what can be said about it. No input or output, no clock.

Everything here is immutable. `records` are what people write into their files, `places` say where
they wrote it, `diagnostics` what is wrong with it, `repository` holds it all for reading, and
`results` are the finished figures that reports may show.
"""
