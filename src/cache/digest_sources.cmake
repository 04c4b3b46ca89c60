# cmake -DOUTPUT=… -DSOURCES=… -P: writes generation() of cache/generation.h.
set(digests "")
foreach(source IN LISTS SOURCES)
  file(SHA256 ${source} digest)
  string(APPEND digests "${digest}")
endforeach()
string(SHA256 all "${digests}")
file(WRITE ${OUTPUT} "#include \"cache/generation.h\"\n\nnamespace daphnia::cache {\n\nstd::string_view generation() {\n    return \"${all}\";\n}\n\n} // namespace daphnia::cache\n")
